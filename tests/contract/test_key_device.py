"""A button's key, read as the kernel writes it: held, let go, unplugged, and nothing else of what is typed."""

import json
import os
import queue
import stat
import threading
import time
from datetime import UTC, datetime, timedelta
from struct import calcsize

import pytest
from click.testing import CliRunner

from agent.adapters import key_device
from agent.adapters.key_device import EV_KEY, EVENT, KeyDevice
from agent.commands.doctor import doctor
from agent.contract.directives import DirectiveOutcome, PromptSet
from agent.errors import TechnicianNeededError
from agent.ports import Directive, NewEntry, Priority
from tests.builders import prompt_set
from tests.e2e.processes import eventually
from tests.fakes.button import ENTER, VOICE, Button
from tests.fakes.clock import START
from tests.fakes.touched_device import TouchedDevice

PATIENCE_S = 10.0


@pytest.fixture
def button(tmp_path):
    made = Button(tmp_path / "event0")
    yield made
    made.unplug()


@pytest.fixture
def listening(button, monkeypatch):
    """A listener to the voice key, and what it heard."""
    monkeypatch.setattr(key_device, "TRIES_EVERY_S", 0.05)
    heard = queue.Queue()
    device = KeyDevice(str(button.path), VOICE, lambda code, down: heard.put((code, down)))
    device.start()
    button.plug()
    yield heard
    device.close()


def next_of(heard):
    return heard.get(timeout=PATIENCE_S)


def test_an_event_is_what_the_kernel_documents():
    assert EVENT.size == 2 * calcsize("@l") + 8
    assert EVENT.pack(0, 0, EV_KEY, VOICE, 1)[-8:] == b"\x01\x00\x46\x02\x01\x00\x00\x00"


def test_a_key_that_is_pressed_held_and_let_go_is_heard_twice(button, listening):
    button.press()
    button.repeat()
    button.repeat()
    button.let_go()
    button.press()
    assert [next_of(listening) for _ in range(3)] == [(VOICE, True), (VOICE, False), (VOICE, True)]
    assert listening.empty()


def test_what_else_the_device_types_is_not_heard(button, listening):
    button.press(ENTER)
    button.send((2, 8, 1), (4, 4, 458756))
    button.let_go(ENTER)
    button.press()
    assert next_of(listening) == (VOICE, True)
    assert listening.empty()


def test_a_key_that_was_down_when_events_were_lost_or_it_was_unplugged_is_let_go(button, listening):
    for gone in (button.overrun, button.unplug):
        button.plug()
        button.press()
        gone()
        assert [next_of(listening) for _ in range(2)] == [(VOICE, True), (VOICE, False)]


def test_a_device_that_was_unplugged_is_heard_again_and_said_once(button, listening, caplog):
    caplog.set_level("INFO", logger="agent.adapters.key_device")

    def said(level):
        return sum(record.levelname == level for record in caplog.records)

    for times in (1, 2):
        button.press()
        button.let_go()
        assert [next_of(listening) for _ in range(2)] == [(VOICE, True), (VOICE, False)]
        before = said("WARNING")
        button.unplug()
        eventually(lambda before=before: said("WARNING") > before, "it is said that the device is gone")
        time.sleep(6 * key_device.TRIES_EVERY_S)
        assert said("WARNING") == before + 1, "tried again and again, said once"
        button.plug()
        button.press()
        button.let_go()
        assert [next_of(listening) for _ in range(2)] == [(VOICE, True), (VOICE, False)]
        assert said("INFO") >= times


def test_a_device_that_is_not_there_yet_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(key_device, "TRIES_EVERY_S", 0.05)
    heard = queue.Queue()
    device = KeyDevice(str(tmp_path / "event1"), None, lambda code, down: heard.put((code, down)))
    device.start()
    late = Button(tmp_path / "event1")
    late.plug()
    late.press(ENTER)
    assert next_of(heard) == (ENTER, True)
    device.close()
    assert next_of(heard) == (ENTER, False), "at the end nobody holds it"
    late.unplug()


def test_a_device_that_may_not_be_read_says_who_can_change_that(tmp_path, monkeypatch):
    def forbidden(*_):
        raise PermissionError

    monkeypatch.setattr(os, "open", forbidden)  # the tests may run as root, who may read everything
    with pytest.raises(TechnicianNeededError, match="usermod -aG input"):
        KeyDevice(str(tmp_path / "event2"), VOICE, print)


def test_the_doctor_shows_which_key_a_button_sends_and_for_how_long(button):
    def presses():
        button.plug()
        button.press(ENTER)
        button.let_go(ENTER)

    person = threading.Thread(target=presses)
    person.start()
    done = CliRunner().invoke(doctor, ["button", str(button.path), "--seconds", "2", "--json"], catch_exceptions=False)
    person.join()
    told = json.loads(done.output)
    assert (told["event"], told["code"], told["held_ms"] >= 0) == ("key", ENTER, True)
    with pytest.raises(TechnicianNeededError, match="by-path"):
        CliRunner().invoke(doctor, ["button", str(button.path), "--seconds", "0.5"], catch_exceptions=False)
    assert stat.S_ISFIFO(button.path.stat().st_mode)


def test_pressed_the_page_is_told_to_listen_unless_a_rule_waits_for_the_button(button, tmp_path):
    device = TouchedDevice(tmp_path / "car", "head_unit", None, surface=f'[button]\ndevice = "{button.path}"\n')
    button.plug()
    button.press()
    eventually(lambda: (device.agent._cabin.now.presses, device.agent._cabin.now.held) == (1, True), "the page listens")
    button.let_go()
    eventually(lambda: not device.agent._cabin.now.held, "it is let go")
    asks = (
        prompt_set()
        .rules[0]
        .model_copy(
            update={"trigger": "button", "conditions": (), "audience": (), "valid_until": None, "follow_ups": ()}
        )
    )
    pushed = prompt_set(rules=(asks,), expires_at=datetime.now(UTC) + timedelta(days=1))
    content = pushed.model_dump_json().encode()
    kept = Directive(PromptSet.kind, pushed.set_id, pushed.version, content, None, pushed.expires_at)
    answer = NewEntry("ack", "acknowledgement", Priority.REPORT, b"", START)
    assert device.store.take_directive(kept, lambda _: answer).result().outcome is DirectiveOutcome.APPLIED
    device.agent._questioning.rules_changed()
    device.cabin(moving=False)
    button.press()
    eventually(lambda: device.agent._questioning.question, "a question")
    assert device.agent._questioning.question.scene == "button"
    assert device.agent._cabin.now.presses == 1
    device.close()
