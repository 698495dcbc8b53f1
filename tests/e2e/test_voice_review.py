"""With the grant for it, and only then, a doubtful sentence goes to the reviewers: muted, and sealed to them alone."""

import base64
import sqlite3
from pathlib import Path

import pytest

from agent.adapters.ogg_opus import decode
from agent.adapters.whisper_engine import WhisperEngine
from agent.contract import sealing
from agent.contract.messages import Message, Voice
from agent.muting import recognised
from hub.adapters.desk_key import open_key
from tests.e2e.processes import Processes, eventually
from tests.e2e.story import Story
from tests.e2e.test_story import chunks_of_sound, holds_sound, opened_frames
from tests.fakes.recording_proxy import RecordingProxy

pytestmark = pytest.mark.speech

DIGITS = "0123456789幺零一二三四五六七八九"


class Doubtful(Story):
    """One head unit that is sure of nothing it hears."""

    def _profile(self, kind: str) -> str:
        path = Path(super()._profile(kind))
        path.write_text(f"{path.read_text(encoding='utf-8')}\n[speech]\nreview_below = 1.0\n", encoding="utf-8")
        return str(path)

    def agree(self, purpose: str) -> None:
        self._command("head_unit", "consent", "grant", "--purpose", purpose, "--period", "90d", "--json")

    def speak(self, clip: str) -> str:
        """One sentence; its record's id, once the hub has it and the device has nothing left to do."""
        self._link(up=True)
        told, _ = self._speak("head_unit", self.clips[clip], wait_s=30)
        assert told.ticket_no
        return told.record_id

    def voices(self) -> dict[str, int]:
        counts: dict[str, int] = self._status("head_unit")["voices"]
        return counts

    def kept_at_the_hub(self) -> list[tuple[str, bytes]]:
        with sqlite3.connect(f"file:{self.hub_state / 'hub.db'}?mode=ro", uri=True) as book:
            rows: list[tuple[str, bytes]] = book.execute("SELECT record_id, sealed FROM voices").fetchall()
        return rows


def test_only_sealed_sound_is_on_the_wire_and_no_muted_word_is_in_it(tmp_path, require_model):
    model = require_model("whisper-base")
    (tmp_path / "logs").mkdir()
    processes, taps = Processes(tmp_path / "logs"), []

    def tapped(address: str) -> str:
        taps.append(RecordingProxy(address))
        return taps[-1].address

    story = Doubtful(tmp_path / "state", lambda _line: None, processes, passage=tapped)
    story.devices = {"head_unit": story.devices["head_unit"]}
    try:
        story.open_hub()
        story.enrol_devices()
        story.agree("improve_service")
        story.speak("brake")
        assert story.voices() == {}, "without the grant the sound is not even looked at"
        story.agree("keep_voice_for_review")
        record_id = story.speak("phone")
        ((kept_id, sealed),) = eventually(story.kept_at_the_hub, "the recording reaches the hub")
        assert story.voices() == {"kept": 1}
    finally:
        processes.end_all()
        for tap in taps:
            tap.close()
    assert kept_id == record_id
    sound = sealing.open_voice(sealed, open_key(story.hub_state / "keys" / "voice.key", None), record_id)
    nothing_but_sealed_bytes(story, taps, sound)
    engine = WhisperEngine(model, "whisper-base", "zh")
    again = recognised(decode(sound), engine).text
    engine.close()
    assert not [character for character in again if character in DIGITS]
    assert "回电话" in again


def nothing_but_sealed_bytes(story: Doubtful, taps: list[RecordingProxy], sound: bytes) -> None:
    """One recording went over the wire; neither it nor the sound before muting can be read there, or by the hub."""
    wire = [bytes(stream) for tap in taps for stream in tap.streams]
    opened: list[Message] = opened_frames([frame for tap in taps for frame in tap.frames()], story.hub_state)
    (voice,) = {message.voice_id: message for message in opened if isinstance(message, Voice)}.values()
    assert voice.muted_s > 1
    inside = [message.model_dump_json().encode() for message in opened] + [base64.b64decode(voice.sealed)]
    spoken = chunks_of_sound([story.clips[name].path for name in ("brake", "phone")])
    pieces = {sound[at : at + 24] for at in range(0, len(sound) - 24, 24)}
    pieces |= {base64.b64encode(piece) for piece in pieces}
    for raw in [*wire, *inside]:
        assert not holds_sound(raw, spoken)
        assert not [piece for piece in pieces if piece in raw]
