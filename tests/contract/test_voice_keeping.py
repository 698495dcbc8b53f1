"""Sound is kept for the reviewers only with its own grant, only of doubtful speech, muted, and with every way out."""

import base64
import io
import json
import zipfile
from pathlib import Path

import pytest

from agent.adapters import ogg_opus
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.wav_file import read_wav
from agent.commands.personal_data import zipped
from agent.contract import sealing
from agent.contract.identifiers import voice_id
from agent.contract.messages import Feedback, Voice
from agent.feedback.audio import AudioClip
from agent.ports import Priority, Settlement
from agent.voice_keeping import MOST_BYTES
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget, MemoryStore
from tests.fakes.scripted_engine import ScriptedEngine

LONG = Path(__file__).parent.parent / "corpora" / "speech" / "long.wav"
PHONE = "我 手机 幺 三 九 一 二 三 四 五 六 七 八"
MUTED = "我 手机"


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(bytes(32)), Budget(), FakeClock())
    yield store
    store.close()


def a_device(store, *heard: str, confidence: float = 0.1, period: str | None = "90d") -> Device:
    """Somebody who agreed to feedback, and to the recording where `period` is given. Further hearings check it."""
    device = Device(store, keys=MemoryKeys(bytes(32)))
    device.engine = ScriptedEngine(*heard, confidences=[confidence])
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    if period is not None:
        device.do("consent_grant", purposes=["keep_voice_for_review"], period=period)
    return device


def say(device: Device) -> str:
    """One sentence that is thanked for; its record's id. The recording was not touched before the thanks."""
    person = device.say()
    recorded = person.heard("recorded")
    assert person.told[-1] == recorded
    assert not voices(device)
    device.voices.handle_all()
    return str(recorded["record_id"])


def voices(device: Device) -> list[Voice]:
    return [message for message in device.waiting() if isinstance(message, Voice)]


def sound_of(voice: Voice, device: Device) -> bytes:
    return sealing.open_voice(base64.b64decode(voice.sealed), device.hub.reviewers, voice.record_id)


# ---- whether ---------------------------------------------------------------------------------------------------------


def test_a_doubtful_sentence_is_kept_behind_its_record_sealed_for_the_reviewers(store):
    device = a_device(store, "空调 不凉", "空调 不凉")
    record_id = say(device)
    (voice,) = voices(device)
    assert (voice.record_id, voice.voice_id, voice.consent.purposes) == (
        record_id,
        voice_id(record_id),
        ("keep_voice_for_review",),
    )
    assert [e.priority for e in store.pending(10) if e.kind in {"feedback", "voice"}] == [
        Priority.FEEDBACK,
        Priority.VOICE,
    ]
    assert ogg_opus.decode(sound_of(voice, device)).duration_s == pytest.approx(1.0)
    assert dict(device.voices.counts) == {"kept": 1}
    assert store.ledger().accepted == 1, "a recording is no record"


@pytest.mark.parametrize(
    ("confidence", "period"), [(0.1, None), (0.9, "90d"), (0.9, None)], ids=["no grant", "heard well", "neither"]
)
def test_without_doubt_or_without_a_grant_no_byte_of_sound_is_kept(store, confidence, period):
    device = a_device(store, "空调 不凉", confidence=confidence, period=period)
    say(device)
    assert voices(device) == []
    assert dict(device.voices.counts) == {}
    assert len(device.engine.asked) == 1, "nobody listened again"


def test_a_hub_without_reviewers_gets_no_sound(store):
    device = a_device(store, "空调 不凉")
    device.pipeline._identity = device.identity.model_copy(update={"voice_key": None})
    say(device)
    assert voices(device) == []


def test_a_grant_for_once_covers_one_recording(store):
    device = a_device(store, "空调 不凉", "空调 不凉", "座椅 太硬", period="once")
    device.engine._confidences = [0.1, 0.9, 0.1]
    say(device)
    device.say()
    device.voices.handle_all()
    assert len(voices(device)) == 1


def test_what_was_masked_is_muted_and_anything_left_of_it_destroys_the_recording(store):
    device = a_device(store, PHONE, MUTED, MUTED)
    say(device)
    (voice,) = voices(device)
    assert voice.muted_s > 0
    for again, then, why in [
        ("后面 五 六 七 八", "", "something_left"),
        (MUTED, "我 手机 幺 三 九 一 二 三 四 五 六 七 八", "still_heard"),
    ]:
        other = a_device(MemoryStore(), PHONE, again, then)
        say(other)
        assert voices(other) == []
        assert dict(other.voices.counts) == {why: 1}


def test_a_broken_engine_leaves_no_recording(store):
    device = a_device(store, "空调 不凉")  # and has nothing to say when it is asked again
    say(device)
    assert voices(device) == []
    assert dict(device.voices.counts) == {"failed": 1}


def test_a_power_cut_between_thanks_and_muting_leaves_no_sound(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(bytes(32)), Budget(), FakeClock())
    device = a_device(store, "空调 不凉", "空调 不凉")
    device.say()
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}  # as they lie there at this moment
    store.close()
    after = tmp_path / "after"
    after.mkdir()
    for name, raw in files.items():
        (after / name).write_bytes(raw)
    again = SqliteStore(after / "store.db", MemoryKeys(bytes(32)), Budget(), FakeClock())
    assert [e.kind for e in again.pending(10) if e.kind in {"feedback", "voice"}] == ["feedback"]
    assert sorted(path.name.split("-")[0] for path in after.iterdir()) == ["store.db"] * len(list(after.iterdir()))
    again.close()


def test_further_sentences_than_can_wait_are_thanked_and_their_sound_is_dropped(store):
    device = a_device(store, *["空调 不凉"] * 6)
    device.engine._confidences = [0.1] * 6
    for _ in range(6):
        assert device.say().heard("recorded")
    assert dict(device.voices.counts) == {"busy": 2}


# ---- the way out -----------------------------------------------------------------------------------------------------


def test_withdrawing_the_recording_purges_it_and_leaves_the_record(store):
    device = a_device(store, "空调 不凉", "空调 不凉")
    say(device)
    device.do("consent_switch", purpose="keep_voice_for_review", on=False)
    assert voices(device) == []
    assert [m.kind for m in device.waiting() if isinstance(m, Feedback)] == ["feedback"]
    assert store.ledger().pending == 1


def test_a_withdrawn_recording_is_in_no_file_of_the_device(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(bytes(32)), Budget(), FakeClock())
    device = a_device(store, "空调 不凉", "空调 不凉")
    record_id = say(device)
    (body,) = store._reader.execute("SELECT body FROM entries WHERE record_id = ?", (voice_id(record_id),)).fetchone()
    pieces = [body[at : at + 64] for at in range(0, len(body), 512)]
    assert all(any(piece in path.read_bytes() for path in tmp_path.iterdir()) for piece in pieces[:3])
    device.do("consent_switch", purpose="keep_voice_for_review", on=False)
    assert not [p for path in tmp_path.iterdir() for p in pieces if p in path.read_bytes()]
    store.close()


def test_withdrawing_between_thanks_and_muting_leaves_no_recording(store):
    device = a_device(store, "空调 不凉", "空调 不凉")
    device.say()
    device.do("consent_switch", purpose="keep_voice_for_review", on=False)
    device.voices.handle_all()
    assert (voices(device), dict(device.voices.counts)) == ([], {"consent_gone": 1})


@pytest.mark.parametrize("whole", [True, False])
def test_erasing_takes_the_recording_along_also_one_that_is_still_to_come(store, whole):
    device = a_device(store, "空调 不凉", "空调 不凉", "座椅 太硬", "座椅 太硬")
    device.engine._confidences = [0.1, 0.9, 0.1]
    first = device.say().heard("recorded")
    device.voices.handle_all()
    second = device.say().heard("recorded")
    for receipt in (first, second):
        device.do("erase", who=receipt["receipt_secret"], everything=whole and receipt is second)
    assert voices(device) == []
    device.voices.handle_all()
    assert voices(device) == []
    assert device.voices.counts["kept"] == 1


@pytest.mark.parametrize("outcome", ["erased", "quarantined"])
def test_a_record_that_the_hub_will_not_have_takes_its_recording_along(store, outcome):
    device = a_device(store, "空调 不凉", "空调 不凉")
    record_id = say(device)
    store.settle([Settlement(record_id, outcome, reason="told")]).result()
    assert voices(device) == []


@pytest.mark.parametrize("outcome", ["receipted", "erased", "quarantined"])
def test_a_recording_that_the_hub_has_or_will_not_have_leaves_the_device(store, outcome):
    device = a_device(store, "空调 不凉", "空调 不凉")
    record_id = say(device)
    store.settle([Settlement(voice_id(record_id), outcome, reason="told")]).result()
    assert voices(device) == []
    exported = device.do("export", who="driver").heard("export")
    assert [r["has_voice"] for r in exported["records"]] == [False]
    kept = [entry["kind"] for name in ("entries", "settled") for entry in exported["stores"][name]]
    assert "voice" not in kept


def test_a_person_gets_their_recording_with_everything_else(store):
    device = a_device(store, "空调 不凉", "空调 不凉")
    record_id = say(device)
    (voice,) = voices(device)
    for who in ("driver", device.do("export", who="driver").heard("export")["records"][0]["receipt_code"]):
        exported = device.do("export", who=who).heard("export")
        assert [(r["record_id"], r["has_voice"]) for r in exported["records"]] == [(record_id, True)]
        with zipfile.ZipFile(io.BytesIO(zipped(exported))) as archive:
            name = f"voice/{record_id}.ogg"
            assert json.loads(archive.read("contents.json"))["audio"] == [name]
            assert archive.read(name) == sound_of(voice, device)
            assert base64.b64encode(sound_of(voice, device)).decode() not in archive.read("data.json").decode()


# ---- the sound -------------------------------------------------------------------------------------------------------


def test_the_longest_recording_that_is_kept_fits_into_one_frame():
    clip, _ = read_wav(LONG, 60.0)
    assert ogg_opus.encode(AudioClip(clip.pcm * 2), MOST_BYTES) is not None, "twice the longest clip, 23 s"
    sealed = sealing.seal_voice(bytes(MOST_BYTES), Device(MemoryStore()).hub.reviewers.public_key(), "r")
    assert len(base64.b64encode(sealed)) <= 62_000
    assert ogg_opus.encode(AudioClip(bytes(32_000)), 10) is None


def test_a_recording_opens_only_as_that_of_its_record():
    device = Device(MemoryStore())
    sealed = sealing.seal_voice(b"sound", device.hub.reviewers.public_key(), "r1")
    assert sealing.open_voice(sealed, device.hub.reviewers, "r1") == b"sound"
    with pytest.raises(sealing.RefusedMessageError):
        sealing.open_voice(sealed, device.hub.reviewers, "r2")
    with pytest.raises(sealing.RefusedMessageError):
        sealing.open_voice(sealed, device.hub.desk, "r1")
