"""The demo's own story, as a test: what a stranger watches is what is checked."""

import json
import sqlite3
import wave
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from agent.contract import sealing
from agent.contract.messages import Feedback, Message, Voice
from hub.adapters.key_folder import load_keys
from tests.e2e.processes import Processes
from tests.e2e.story import OFFLINE, ONLINE, Story, encoded, pieces
from tests.fakes.recording_proxy import RecordingProxy

pytestmark = pytest.mark.speech

CHUNK = 16
"""Bytes of sound that are looked for: half a millisecond at 16 kHz."""


def test_the_demo_story_holds_from_speech_to_ticket_to_erasure(tmp_path, require_model):
    require_model("whisper-base")
    logs = tmp_path / "logs"
    logs.mkdir()
    processes = Processes(logs)
    told, taps = [], []

    def tapped(address: str) -> str:
        taps.append(RecordingProxy(address))
        return taps[-1].address

    story = Story(tmp_path / "state", told.append, processes, passage=tapped)
    try:
        result = story.play()
    finally:
        codes = processes.end_all()
        for tap in taps:
            tap.close()
    assert set(codes.values()) == {0}, f"every process ends cleanly: {codes}"
    assert len(result.told) == 8
    assert all(t.ticket_no for t in result.told)
    assert len({t.ticket_no for t in result.told}) == len(result.told)
    assert len([t for t in result.told if t.place == "head_unit"]) == len(ONLINE + OFFLINE)
    assert all(ledger["balanced"] for ledger in result.ledgers.values())
    assert result.ledgers["head_unit"]["accepted"] == len(ONLINE + OFFLINE)
    assert result.searched_files > 20
    screen = "\n".join(told)
    for number in ("13700137019", "13600136028"):
        assert number not in screen
        assert all(number not in log.read_text() for log in logs.iterdir())
    nothing_personal_and_no_sound_went_over_the_wire(story, taps)


def nothing_personal_and_no_sound_went_over_the_wire(story: Story, taps: list[RecordingProxy]) -> None:
    """Everything that devices, broker and hub told each other, sealed as it went and opened with the hub's own key."""
    wire = [bytes(stream) for tap in taps for stream in tap.streams]
    opened = opened_frames([frame for tap in taps for frame in tap.frames()], story.hub_state)
    feedback = {m.record_id: m for m in opened if isinstance(m, Feedback)}
    assert set(feedback) >= {told.record_id for told in story.result.told}, "the tap hears what the hub gets"
    inside = [message.model_dump_json().encode() for message in opened]
    assert not found(encoded(story.numbers()), [*wire, *inside])
    sentences = [piece for told in story.result.told for piece in pieces(told.kept)]
    assert sentences
    assert not found(encoded(sentences), wire), "the broker reads nothing, masked or not"
    assert found(encoded(sentences), inside)
    sound = chunks_of_sound([clip.path for clip in story.clips.values()])
    assert not any(holds_sound(raw, sound) for raw in [*wire, *inside])
    heard = story.clips["brake"].path.read_bytes()
    middle = len(heard) // 2 + 1
    assert holds_sound(heard[middle : middle + 200], sound), "the search would find a stretch of six milliseconds"
    assert not any(isinstance(message, Voice) for message in opened), "nobody agreed to that"
    known = set(Feedback.model_fields)
    assert all(set(json.loads(m.model_dump_json())) <= known for m in feedback.values()), "no field beside the contract"


def opened_frames(frames: list[bytes], hub_state: Path) -> list[Message]:
    """Those that devices sent to the hub."""
    keys = load_keys(hub_state / "keys", "demo")
    with sqlite3.connect(f"file:{hub_state / 'hub.db'}?mode=ro", uri=True) as book:
        senders = dict(book.execute("SELECT device, signing_key_pem FROM devices"))
    opened = []
    for raw in frames:
        frame = sealing.parse(raw)
        if frame.header.sender in senders:
            sender = load_pem_public_key(senders[frame.header.sender].encode())
            assert isinstance(sender, ec.EllipticCurvePublicKey)
            opened.append(sealing.open_frame(frame, sender, keys.opening.get))
    return opened


def found(needles: set[bytes], places: list[bytes]) -> list[bytes]:
    return [needle for needle in needles if any(needle in place for place in places)]


def chunks_of_sound(clips: list[Path]) -> set[bytes]:
    """Their samples, cut into pieces; what is nearly silent says nothing."""
    chunks = set()
    for path in clips:
        with wave.open(str(path)) as clip:
            pcm = clip.readframes(clip.getnframes())
        chunks |= {pcm[at : at + CHUNK] for at in range(0, len(pcm) - CHUNK, CHUNK)}
    return {chunk for chunk in chunks if len(set(chunk)) > CHUNK // 2}


def holds_sound(raw: bytes, sound: set[bytes]) -> bool:
    """Whether 1 ms or more of the clips stands in it, at any offset."""
    return any(raw[at : at + CHUNK] in sound for at in range(len(raw) - CHUNK + 1))
