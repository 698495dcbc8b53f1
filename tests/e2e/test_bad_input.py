"""Whatever is handed in, people get one clear line with the next step, no traceback, and nothing accepted is lost."""

import json
import os
import socket
import subprocess
import wave

import pytest

from agent.adapters.key_file import FileKeys
from tests.e2e.processes import AGENT, HUB, Processes
from tests.fakes.device import HubKeys

NUMBER = "13912345678"


def run(*command, stdin="", **environment):
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, env=os.environ | environment, check=False, timeout=120
    )


def refused(result, *told, status=None):
    """It ended with an error status, told this, and printed no traceback."""
    assert result.returncode != 0
    if status is not None:
        assert result.returncode == status, result.stderr
    said = result.stdout + result.stderr
    assert "Traceback" not in said
    for words in told:
        assert words in said


@pytest.fixture
def car(tmp_path):
    """An enrolled device whose hub is not reachable."""
    state = tmp_path / "car"
    keys = FileKeys.create(state / "keys")
    keys.keep_masking_key(bytes(32))
    (state / "identity.json").write_text(HubKeys().identity().model_dump_json())
    (state / "profile.toml").write_text('kind = "head_unit"\n')
    return state


def accepted(car):
    result = run(AGENT, "status", "--state", str(car), "--json")
    assert result.returncode == 0, result.stderr
    ledger = json.loads(result.stdout)["ledger"]
    assert ledger["balanced"]
    return ledger["accepted"]


def test_a_device_that_is_not_enrolled_is_told_how(tmp_path):
    for words in (["say", "--text", "你好", "--agree"], ["rate", "3"], ["status"], ["run"], ["export", "driver"]):
        result = run(AGENT, *words, "--state", str(tmp_path / "nowhere"))
        refused(result, "tingche-agent provision", "tingche-hub claim", status=78)
    assert not (tmp_path / "nowhere").exists()


def test_a_profile_that_does_not_fit_is_named(car, tmp_path):
    profile = tmp_path / "wrong.toml"
    profile.write_text('kind = "head_unit"\ncolour = "red"\n[sync]\nwindow = "many"\n')
    result = run(AGENT, "status", "--state", str(car), "--profile", str(profile))
    assert result.returncode != 0  # status has no --profile: click says so
    result = run(AGENT, "rate", "3", "--state", str(car), "--agree", "--profile", str(profile))
    refused(result, "wrong.toml", "colour", "sync.window", "device_profiles/README.md", status=78)
    refused(
        run(AGENT, "rate", "3", "--state", str(car), "--profile", "spaceship"), "charger_kiosk, head_unit", status=78
    )
    refused(run(AGENT, "rate", "3", "--state", str(car), "--profile", "charger_kiosk"), "same kind", status=78)


def test_an_unknown_recogniser_in_the_profile_refuses_to_start(car):
    (car / "profile.toml").write_text('kind = "head_unit"\n[masking]\nrecognizers = ["mobile_phone", "telepathy"]\n')
    refused(run(AGENT, "rate", "3", "--state", str(car), "--agree"), "telepathy", "mobile_phone", "plate", status=78)


def test_without_a_model_speech_says_so_and_ratings_work(car, tmp_path):
    clip = tmp_path / "clip.wav"
    with wave.open(str(clip), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(b"\x10\x27\xf0\xd8" * 8000)
    empty = str(tmp_path / "no-models")
    result = run(AGENT, "say", str(clip), "--state", str(car), "--agree", "--models", empty)
    refused(result, "tingche-agent models install", status=78)
    assert run(AGENT, "rate", "3", "--state", str(car), "--agree", "--models", empty).returncode == 0
    assert accepted(car) == 1


def test_files_that_are_no_speech_are_refused_and_leave_nothing(car, tmp_path):
    (tmp_path / "text.wav").write_text("this is no sound")
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "header.wav").write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt ")
    (tmp_path / "folder.wav").mkdir()
    for name in ("text.wav", "empty.wav", "header.wav", "folder.wav", "missing.wav"):
        result = run(AGENT, "say", str(tmp_path / name), "--state", str(car), "--agree")
        refused(result, name)
        assert result.returncode in {65, 78}, result.stderr
    assert accepted(car) == 0


def test_nothing_to_say_is_a_usage_error(car):
    refused(run(AGENT, "say", "--state", str(car)), "--help", status=65)
    refused(run(AGENT, "say", "x.wav", "--text", "y", "--state", str(car)), "--help", status=65)


def test_damaged_device_files_name_themselves(car):
    (car / "identity.json").write_text("{}")
    refused(run(AGENT, "status", "--state", str(car)), "identity.json", "enrol again", status=78)
    (car / "identity.json").write_text("{not json")
    refused(run(AGENT, "status", "--state", str(car)), "identity.json", status=78)


def test_a_damaged_key_names_itself_and_the_queue_is_untouched(car):
    assert run(AGENT, "rate", "3", "--state", str(car), "--agree").returncode == 0
    before = (car / "agent.db").read_bytes()
    for name, damage in (("signing.key", b"rubbish"), ("wrapping.key", b"short"), ("masking.key", b"")):
        good = (car / "keys" / name).read_bytes()
        (car / "keys" / name).write_bytes(damage)
        refused(run(AGENT, "rate", "3", "--state", str(car), "--agree"), name, status=78)
        (car / "keys" / name).write_bytes(good)
    (car / "keys" / "wrapping.key").rename(car / "elsewhere")
    refused(run(AGENT, "rate", "3", "--state", str(car), "--agree"), "wrapping.key", status=78)
    (car / "elsewhere").rename(car / "keys" / "wrapping.key")
    assert (car / "agent.db").read_bytes() == before
    assert accepted(car) == 1


def test_another_devices_key_is_refused_and_nothing_is_lost(car):
    assert run(AGENT, "rate", "3", "--state", str(car), "--agree").returncode == 0
    key = car / "keys" / "wrapping.key"
    good = key.read_bytes()
    key.write_bytes(bytes(32))
    refused(run(AGENT, "rate", "3", "--state", str(car), "--agree"), status=78)
    key.write_bytes(good)
    assert accepted(car) == 1


def test_a_state_folder_that_cannot_be_one_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    refused(run(AGENT, "status", "--state", str(tmp_path / "file" / "below")), "identity.json", status=78)
    result = run(AGENT, "provision", "--state", "/proc/tingche", "--hub", "http://127.0.0.1:1", "--claim", "0" * 26)
    refused(result, "/proc/tingche", "--state DIR", status=78)


def test_provisioning_says_what_is_wrong_with_claim_and_hub(tmp_path):
    state = ("--state", str(tmp_path / "new"))
    claim = ("--claim", "K7M2Q-9XTRA-AAAA-BBBB-CCCC-DDDD")
    refused(run(AGENT, "provision", *state, "--hub", "http://127.0.0.1:1", "--claim", "abc"), "26", status=65)
    refused(run(AGENT, "provision", *state, "--hub", "ftp://x", *claim), "http://127.0.0.1:8460", status=65)
    refused(run(AGENT, "provision", *state, "--hub", "http://hub.example:8460", *claim), "https", status=65)
    refused(run(AGENT, "provision", *state, "--hub", "http://127.0.0.1:1", *claim), "cannot be reached", status=75)
    refused(run(AGENT, "provision", *state, "--hub", "http://127.0.0.1:1", *claim, "--profile", "x"), "x", status=78)
    assert not (tmp_path / "new" / "identity.json").exists()


def test_a_device_beyond_loopback_without_tls_never_connects(car, tmp_path):
    identity = json.loads((car / "identity.json").read_text())
    identity["mqtt"] = {"host": "192.0.2.1", "port": 1883, "tls": False}
    (car / "identity.json").write_text(json.dumps(identity))
    result = run(AGENT, "rate", "4", "--state", str(car), "--agree")
    assert result.returncode == 0  # the rating is kept: the network is optional
    processes = Processes(tmp_path)
    try:
        processes.start("agent", [AGENT, "run", "--state", str(car), "--json"])
        status = json.loads(run(AGENT, "status", "--state", str(car), "--json").stdout)
        assert not status["link"]["connected"]
        assert "TLS" in status["link"]["detail"]
        assert status["queue"]["waiting"] == 1
    finally:
        processes.end_all()


def test_an_occupied_port_names_the_port_and_the_remedy(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused(run(HUB, "serve", "--state", str(tmp_path / "hub"), "--http-port", port), port, "--http-port")
        refused(run(HUB, "broker", "--state", str(tmp_path / "broker"), "--port", port), port, "--port")


def test_no_error_repeats_what_a_person_said(car):
    for words in (["--rating", NUMBER], ["--contact", NUMBER, "--profile", "spaceship"]):
        result = run(AGENT, "say", "--text", NUMBER, "--state", str(car), *words)
        assert result.returncode != 0
    result = run(AGENT, "say", "--text", "-", "--state", str(car), stdin=f"我的手机{NUMBER}\n")
    refused(result, "--agree", status=77)
    assert NUMBER not in result.stdout + result.stderr


def test_two_agents_never_share_a_state_folder(car):
    from agent.adapters.state_folder import StateFolder

    held = StateFolder(car)
    try:
        refused(run(AGENT, "rate", "3", "--state", str(car), "--agree"), "Another agent", status=75)
    finally:
        held.close()
