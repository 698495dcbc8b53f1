"""From the hub's question to the hub's ticket: pushed, asked on the device, answered, and read in words at the desk."""

import pytest

from tests.e2e.processes import HUB, eventually
from tests.fakes.line import Line

pytestmark = pytest.mark.broker

PROFILE = """kind = "head_unit"
[sync]
receipt_timeout_s = 3.0
backoff_first_s = 0.5
backoff_max_s = 1.0
"""
PROMPTS = """set_id = "spring"
[[rules]]
rule_id = "charge"
trigger = "charging_done"
question_zh = "这次充电顺利吗？"
answers = [{ answer_id = "yes", zh = "顺利" }, { answer_id = "no", zh = "不顺利" }]
"""


def test_a_pushed_question_is_asked_and_its_answer_is_a_ticket_that_reads_like_one(tmp_path):
    file = tmp_path / "spring.toml"
    file.write_text(PROMPTS, encoding="utf-8")
    with Line(tmp_path, PROFILE).running() as line:
        line.start_agent()
        eventually(lambda: line.status()["link"]["connected"], "the device is connected")
        line.processes.run(
            [HUB, "push", "prompts", str(file), "--all", "--days", "3", "--state", str(line.hub_state), "--json"]
        )
        eventually(lambda: line.status()["from_hub"]["prompts"], "the device has the set")
        line.ask(do="cabin", moving=False, night=False)
        (told,) = line.ask(do="trigger", trigger="charging_done", facts={"kwh": 30})
        assert told["asks"]["zh"] == "这次充电顺利吗？", "the pushed rule stands in place of the shipped one"
        number = told["asks"]["number"]
        (recorded,) = line.ask(do="answer", question=number, answer="no", touch=True, agreed=True)
        assert recorded["event"] == "recorded"
        eventually(line.tickets, "a ticket")
        (ticket,) = line.processes.run([HUB, "tickets", "--state", str(line.hub_state), "--json"])
        (answer,) = ticket["answers"]
        assert (answer["question"], answer["answer"], answer["confidence"]) == ("这次充电顺利吗？", "不顺利", None)
        assert (ticket["scene"], ticket["source"], ticket["marks"]) == ("charging_done", "touch", [])
