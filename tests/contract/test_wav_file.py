"""What a WAV file may be, what it becomes, and how the rest is refused."""

import stat
import struct
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.adapters.wav_file import SILENT_NOTE, WavFile, read_wav
from agent.consent.grant import ConsentGrant, Period, Permit, Purpose
from agent.errors import InputRefusedError
from agent.feedback.audio import AudioClip
from agent.listening.sound import BLOCK_SAMPLES
from tests.fakes.wav_bytes import EXTENSIBLE, FLOAT, encode, tone, wav

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"


def _samples(clip: AudioClip) -> np.ndarray:
    return np.frombuffer(clip.pcm, "<i2").astype(float) / 32768


def _read(tmp_path: Path, raw: bytes, max_speech_s: float = 60.0) -> tuple[AudioClip, tuple[str, ...]]:
    path = tmp_path / "clip.wav"
    path.write_bytes(raw)
    return read_wav(path, max_speech_s)


# ---- what is taken ---------------------------------------------------------------------------------------------


def test_a_clip_in_the_engines_own_format_is_taken_bit_for_bit(tmp_path):
    data = encode(tone(1.0, 16_000), 16)
    clip, notes = _read(tmp_path, wav(data))
    assert (clip.pcm, notes) == (data, ())


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("bits", [8, 16, 24, 32])
def test_every_usual_format_becomes_the_same_sound(tmp_path, rate_hz, channels, bits):
    data = encode(tone(0.5, rate_hz, channels), bits)
    clip, notes = _read(tmp_path, wav(data, rate_hz=rate_hz, channels=channels, bits=bits))
    want = tone(0.5, 16_000)[:, 0]
    got = _samples(clip)
    assert len(got) == pytest.approx(len(want), abs=2)
    middle = slice(800, 7_000)  # a resampler's first and last milliseconds ring
    assert np.abs(got[middle] - want[middle]).max() < 0.02
    assert (f"{rate_hz} Hz resampled to 16000 Hz" in notes) == (rate_hz != 16_000)
    assert ("2 channels averaged to one" in notes) == (channels == 2)
    assert (f"{bits}-bit samples converted to 16-bit" in notes) == (bits != 16)


@pytest.mark.parametrize(
    ("bits", "is_float", "code", "subformat"),
    [(32, True, FLOAT, 0), (32, True, EXTENSIBLE, FLOAT), (16, False, EXTENSIBLE, 1), (24, False, EXTENSIBLE, 1)],
)
def test_float_and_extensible_files_are_taken(tmp_path, bits, is_float, code, subformat):
    data = encode(tone(0.2, 16_000), bits, is_float=is_float)
    clip, _ = _read(tmp_path, wav(data, bits=bits, code=code, subformat=subformat))
    assert np.abs(_samples(clip) - tone(0.2, 16_000)[:, 0]).max() < 0.001


def test_stereo_is_averaged_and_not_only_the_left_ear(tmp_path):
    frames = np.stack([np.full(16_000, 0.5), np.full(16_000, -0.25)], axis=1)
    clip, _ = _read(tmp_path, wav(encode(frames, 16), channels=2))
    assert _samples(clip).mean() == pytest.approx(0.125, abs=0.001)


def test_float_that_is_no_number_or_too_loud_stays_sound(tmp_path):
    data = np.array([np.nan, np.inf, -np.inf, 7.0, -7.0, 0.5], "<f4").tobytes()
    clip, _ = _read(tmp_path, wav(data, bits=32, code=FLOAT))
    assert _samples(clip).tolist() == pytest.approx([0, 0, 0, 1, -1, 0.5], abs=0.001)


def test_other_chunks_before_the_sound_are_passed_over(tmp_path):
    data = encode(tone(0.1, 16_000), 16)
    clip, _ = _read(tmp_path, wav(data, before=b"LIST" + struct.pack("<I", 3) + b"abc\0"))
    assert clip.pcm == data


def test_a_cut_off_recording_gives_what_is_there_and_says_so(tmp_path):
    data = encode(tone(1.0, 16_000), 16)
    clip, notes = _read(tmp_path, wav(data, announced=4 * len(data))[:-1])
    assert clip.pcm == data[:-2]
    assert notes == ("cut off: 1.0 s of 4.0 s are there",)


@pytest.mark.parametrize(("announced", "riff_size"), [(0xFFFFFFFF, 1), (0, 0)])
def test_a_recording_that_was_never_finished_is_taken_up_to_its_end(tmp_path, announced, riff_size):
    data = encode(tone(1.0, 16_000), 16)
    clip, notes = _read(tmp_path, wav(data, announced=announced, riff_size=riff_size))
    assert clip.pcm == data
    assert notes == ("the recording was not finished: taken up to where it ends",)


def test_an_hour_is_cut_at_the_limit_without_reading_it(tmp_path):
    path = tmp_path / "hour.wav"
    size = 3600 * 48_000 * 4
    header = wav(b"", rate_hz=48_000, channels=2, announced=size)
    with path.open("wb") as out:
        out.write(header + encode(tone(1.0, 48_000, 2), 16))
        out.truncate(len(header) + size)  # sparse: 691 MB that take no disk
    tracemalloc.start()
    clip, notes = read_wav(path, 10.0)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert clip.duration_s == pytest.approx(10.0, abs=0.01)
    assert "only the first 10 s of 3600 s were taken" in notes
    assert peak < 10_000_000


@pytest.mark.parametrize(("level", "silent"), [(0.0, True), (0.001, True), (0.01, False)])
def test_silence_is_named_so_that_the_person_can_be_told(tmp_path, level, silent):
    _, notes = _read(tmp_path, wav(encode(tone(1.0, 16_000, level=level), 16)))
    assert (SILENT_NOTE in notes) == silent


def test_every_clip_of_the_project_is_taken_as_it_is():
    for path in sorted(CLIPS.glob("*.wav")):
        _, notes = read_wav(path, 60.0)
        assert notes == (), path.name


# ---- what is refused -------------------------------------------------------------------------------------------

SOUND = encode(tone(0.1, 16_000), 16)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "is empty"),
        (b"hello, this is not audio at all", "is not a WAV file"),
        (b"ID3\x04" + bytes(100), "is an MP3 file"),
        (b"\xff\xfb\x90" + bytes(100), "is an MP3 file"),
        (b"fLaC" + bytes(100), "is a FLAC file"),
        (b"OggS" + bytes(100), "is an Ogg file"),
        (wav(SOUND)[:20], "holds no sound|cut off"),
        (wav(SOUND)[:44], "holds no sound"),
        (wav(b""), "holds no sound"),
        (wav(SOUND, rate_hz=0), "a rate of 0 Hz"),
        (wav(SOUND, rate_hz=4_000), "a rate of 4000 Hz"),
        (wav(SOUND, rate_hz=4_000_000_000 % (1 << 31)), "a rate of"),
        (wav(SOUND, channels=0), "0 channels"),
        (wav(SOUND, channels=9), "9 channels"),
        (wav(SOUND, bits=0), "0 bits"),
        (wav(SOUND, bits=12), "12 bits"),
        (wav(SOUND, bits=64, code=FLOAT), "64 bits"),
        (wav(SOUND, code=0x0006), "A-law"),
        (wav(SOUND, code=0x0055), "MP3"),
        (wav(SOUND, code=0x1234), "format 0x1234"),
        (wav(SOUND, code=EXTENSIBLE, subformat=0x0006), "A-law"),
        (b"RIFF\0\0\0\0WAVEdata\x04\0\0\0abcd", "sound before its format"),
        (b"RIFF\0\0\0\0WAVE" + b"junk\0\0\0\0" * 5_000, "holds no sound"),
    ],
)
def test_what_cannot_be_used_is_refused_with_problem_and_remedy(tmp_path, raw, problem):
    with pytest.raises(InputRefusedError, match=problem) as refusal:
        _read(tmp_path, raw)
    assert str(tmp_path / "clip.wav") in str(refusal.value)
    assert any(
        remedy in str(refusal.value) for remedy in ("`sox clip.wav -r 16000 -c 1 -b 16 out.wav`", "Record again")
    )


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(InputRefusedError, match=r"nothing\.wav cannot be read \(No such file"):
        read_wav(tmp_path / "nothing.wav", 60.0)
    with pytest.raises(InputRefusedError, match="is not a file"):
        read_wav(tmp_path, 60.0)


def test_a_device_is_refused_instead_of_waited_for():
    assert stat.S_ISCHR(Path("/dev/zero").stat().st_mode)
    with pytest.raises(InputRefusedError, match="is not a file"):
        read_wav(Path("/dev/zero"), 60.0)


def test_a_file_that_fails_while_it_is_read_is_refused():
    with pytest.raises(InputRefusedError, match="cannot be read"):  # Linux: address 0 is never mapped, so EIO
        read_wav(Path("/proc/self/mem"), 60.0)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_a_clip_or_a_refusal(tmp_path, raw):
    _clip_or_refusal(tmp_path, raw)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cut=st.integers(0, 200),
    changes=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 255)), max_size=6),
    shape=st.fixed_dictionaries(
        {
            "code": st.sampled_from([1, FLOAT, EXTENSIBLE]),
            "bits": st.sampled_from([8, 16, 24, 32]),
            "channels": st.integers(1, 4),
        }
    ),
)
def test_a_damaged_header_is_a_clip_or_a_refusal(tmp_path, cut, changes, shape):
    raw = bytearray(wav(bytes(range(120)), **shape))
    for place, value in changes:
        if place < len(raw):
            raw[place] = value
    _clip_or_refusal(tmp_path, bytes(raw[: len(raw) - cut]))


def _clip_or_refusal(tmp_path: Path, raw: bytes) -> None:
    try:
        clip, _ = _read(tmp_path, raw, 5.0)
    except InputRefusedError:
        return
    assert 0 < clip.duration_s <= 5.01
    assert len(clip.pcm) % 2 == 0


# ---- consent ---------------------------------------------------------------------------------------------------


def _permit() -> Permit:
    purposes = frozenset({Purpose.IMPROVE_SERVICE})
    grant = ConsentGrant("g", "s", purposes, "0" * 64, "touch", Period.ONCE, datetime(2026, 3, 2, tzinfo=UTC))
    return Permit(grant, Purpose.IMPROVE_SERVICE)


def test_a_source_records_with_a_permit_and_keeps_the_notes(tmp_path):
    path = tmp_path / "clip.wav"
    path.write_bytes(wav(encode(tone(1.0, 44_100), 16), rate_hz=44_100))
    stream = WavFile(path, 60.0).open(_permit())
    assert len(list(stream)) * BLOCK_SAMPLES / 16_000 == pytest.approx(1.0, abs=0.032)
    assert stream.notes == ("44100 Hz resampled to 16000 Hz",)


@pytest.mark.parametrize("pretended", [None, True, "permit", object()])
def test_nothing_is_recorded_without_a_permit(tmp_path, pretended):
    file = WavFile(tmp_path / "not-even-there.wav", 60.0)
    with pytest.raises(TypeError, match="needs a Permit"):
        file.open(pretended)
