"""A driver speaks to the head unit's page; what is left of it at the other end is a masked ticket."""

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from agent.adapters.model_store import default_root
from agent.adapters.wav_file import read_wav
from agent.runtime import Agent
from tests.e2e.processes import HUB, eventually
from tests.fakes.line import Line
from tests.fakes.paced_microphone import PacedMicrophone
from tests.fakes.screens import shot

pytestmark = [pytest.mark.browser, pytest.mark.broker, pytest.mark.speech]

SPOKEN = Path(__file__).parent.parent / "corpora" / "speech" / "phone_plain.wav"
DIGITS = "13900638725"
HEARD_MS = 60_000
PROFILE = """kind = "head_unit"
[speech]
models = ["whisper-base"]
[surface]
port = 0
[sync]
backoff_first_s = 0.5
backoff_max_s = 1.0
"""


def test_a_sentence_with_a_number_spoken_to_the_head_unit_is_a_ticket_without_it(tmp_path, look, require_model):
    require_model("whisper-base")
    with Line(tmp_path, PROFILE).running() as line, Agent(line.car, models_root=default_root()) as agent:
        # The sound card alone is not real: a recording comes from it, at the pace of speech.
        agent._sources._microphone = PacedMicrophone(read_wav(SPOKEN, 60.0)[0])
        agent.warm_up()
        with closing(agent.open_pages()) as pages:
            agent._serve({"do": "cabin", "moving": False, "night": False}, None)
            window = look(pages.url, 1920, 720, roles=(), link_may_break=True)
            window.locator(".talk").focus()
            window.keyboard.press("Enter")
            window.locator('[data-purpose="improve_service"]').click()
            window.locator(".consent .acts .primary").click()
            expect(window.locator("#app.review .preview")).to_contain_text("手机号", timeout=HEARD_MS)
            shot(window, "head_spoken_review")
            window.locator(".review .acts .primary").click()
            code = window.locator(".receipt .code")
            expect(code).to_contain_text("TC-")
            (ticket,) = eventually(
                lambda: line.processes.run([HUB, "tickets", "--state", str(line.hub_state), "--json"]), "the ticket"
            )
            assert ticket["receipt_code"] == code.inner_text()
            assert "[PHONE]" in ticket["text"]
            assert not set(DIGITS) & set(ticket["text"])
