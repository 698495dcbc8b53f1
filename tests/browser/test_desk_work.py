"""The pages of the call-back desk, the reviewers and the auditor in a real browser."""

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from playwright.sync_api import expect

from agent.adapters.ogg_opus import encode
from agent.contract import sealing
from agent.contract.messages import SealedContact, SpeechFacts
from agent.feedback.audio import AudioClip
from agent.voice_keeping import MOST_BYTES
from hub.people.roles import Role
from tests.builders import feedback, record_id, voice
from tests.fakes.browsers import violations
from tests.fakes.desk import Desk
from tests.fakes.screens import shot
from tests.fakes.staff import StaffRoom
from tests.fakes.ticket_book import NOW, FakeTicketBook
from tests.fakes.wav_bytes import tone

pytestmark = pytest.mark.browser

NUMBER = "13800138000"


@pytest.fixture
def office(tmp_path):
    """A hub of its own: one ticket with a contact, one that was heard unsurely."""
    found = StaffRoom(tmp_path)
    found.tenant = "demo"
    key = X25519PrivateKey.generate()
    (tmp_path / "desk.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / "desk.key").chmod(0o600)
    sealed = base64.b64encode(sealing.seal_contact(NUMBER, key.public_key())).decode()
    contact = SealedContact(key_id=sealing.key_id(key.public_key()), sealed=sealed)
    speech = SpeechFacts(engine="w", model="m", language="zh", audio_s=3.0, confidence=0.21, needs_review=True)
    desk = Desk(found.database)
    before = NOW - timedelta(minutes=4)
    (tmp_path / "voice.key").write_bytes((tmp_path / "desk.key").read_bytes())
    (tmp_path / "voice.key").chmod(0o600)
    sound = encode(AudioClip((tone(2.0, 16_000)[:, 0] * 9_000).astype("<i2").tobytes()), MOST_BYTES)
    spoken = base64.b64encode(sealing.seal_voice(sound, key.public_key(), record_id(2))).decode()
    said = feedback(1, contact=contact), feedback(2, contact=None, speech=speech)
    desk.take(desk.enrol(at=before), *said, voice(2, sealed=spoken), at=before)
    return found


@pytest.fixture
def enter(serve, come_in, office):
    """Signs somebody in by invitation and opens a page."""

    return lambda path, *roles, **options: come_in(serve(FakeTicketBook(), office), path, *roles, **options)


def no_wider_than_the_screen(window):
    for width in (320, 390, 768, 800, 1100, 1200, 1440):
        window.set_viewport_size({"width": width, "height": 844})
        assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_contact_opens_on_its_card_and_is_gone_when_one_leaves_the_page(enter, office, scheme):
    window = enter("/contacts", Role.CALL_BACK, scheme=scheme)
    card = window.locator("#T-000001")
    assert violations(window) == []
    no_wider_than_the_screen(window)
    card.get_by_role("button", name="打开联系方式").click()
    assert [entry.action for entry in office.log.newest(1)] != ["open_contact"]  # the browser asks for the reason first
    card.get_by_label("为什么打开").select_option("answer")
    card.get_by_role("button", name="打开联系方式").click()
    expect(card.get_by_role("status")).to_contain_text(NUMBER)
    shot(window, f"desk_contact_{scheme}")
    assert violations(window) == []
    window.get_by_role("link", name="工单").click()
    window.get_by_role("link", name="回拨").click()
    expect(card).to_contain_text("打开过 1 次")
    assert NUMBER not in window.content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reviewer_mends_a_text_with_the_keyboard_alone(enter, office, scheme):
    window = enter("/review", Role.REVIEWER, scheme=scheme, link_may_break=True)
    assert violations(window) == []
    no_wider_than_the_screen(window)
    text = window.get_by_label("应该是")
    text.fill(f"刹车响，打{NUMBER}")
    text.press("Tab")
    window.keyboard.press("Enter")
    expect(window.get_by_role("alert")).to_contain_text("里面有一串号码")
    shot(window, f"desk_review_{scheme}")
    assert violations(window) == []
    expect(text).to_have_value(f"刹车响，打{NUMBER}")
    text.fill("刹车响，打[PHONE]")
    text.press("Tab")
    window.keyboard.press("Enter")
    expect(window.get_by_text("没有要复核的")).to_be_visible()
    assert [entry.action for entry in office.log.newest(1)] == ["correct_text"]


def test_a_reviewer_plays_the_recording_and_only_then_it_is_fetched_and_written_down(enter, office):
    window = enter("/review", Role.REVIEWER)
    player = window.get_by_label("T-000002 的录音")
    expect(player).to_be_visible()
    window.wait_for_load_state("networkidle")
    assert [entry.action for entry in office.log.newest(100)].count("open_voice") == 0
    window.get_by_role("heading", name="设备听到的").click()
    player.evaluate("player => player.play()")
    window.wait_for_function("player => player.currentTime > 0.2", arg=player.element_handle())
    assert player.evaluate("player => player.duration") == pytest.approx(2.0, abs=0.1)
    assert [entry.action for entry in office.log.newest(1)] == ["open_voice"]
    no_wider_than_the_screen(window)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_auditor_checks_the_chain_and_everything_fits(enter, office, scheme):
    window = enter("/audit", Role.AUDITOR, scheme=scheme)
    assert violations(window) == []
    no_wider_than_the_screen(window)
    window.get_by_label("以前抄下的存证").fill(str(office.log.head()))
    window.get_by_role("button", name="检查").click()
    expect(window.get_by_role("status").filter(has_text="完整")).to_contain_text("与存证一致")
    shot(window, f"desk_audit_{scheme}")
    assert violations(window) == []
    window.set_viewport_size({"width": 390, "height": 844})
    assert violations(window) == []
