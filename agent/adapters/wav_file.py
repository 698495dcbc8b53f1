"""WAV files as speech: any usual PCM or float format, read in blocks and brought to 16 kHz mono 16-bit.

Reading is forgiving where nothing is lost in meaning (a cut-off recording, another rate) and says what it did in
notes; everything else is refused with the file's problem and a remedy. Only the standard's own chunks are looked at:
"Multimedia Programming Interface and Data Specifications 1.0" (1991), and WAVE_FORMAT_EXTENSIBLE (Microsoft, 2001).
"""

import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import soxr

from agent.consent.grant import Permit
from agent.errors import InputRefusedError
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.listening.sound import ClipStream

SILENT_NOTE = "silent"
"""The note of a clip in which nothing can be heard."""
SILENT_BELOW = 0.002
"""Peak, of full scale, under which nobody spoke: -54 dB, well under a quiet room at a usual gain."""

_MIN_RATE_HZ, _MAX_RATE_HZ = 8_000, 192_000
_MAX_CHANNELS = 8
_MAX_CHUNKS = 1_000  # a real file has a handful; a hostile one must not keep us walking
_BLOCK_S = 1.0
_PCM, _FLOAT, _EXTENSIBLE = 0x0001, 0x0003, 0xFFFE
_CODECS = {0x0002: "ADPCM", 0x0006: "A-law", 0x0007: "mu-law", 0x0011: "IMA ADPCM", 0x0055: "MP3", 0x00FF: "AAC"}
_OTHER_FILES = {
    b"ID3": "an MP3 file",
    b"\xff\xfb": "an MP3 file",
    b"\xff\xf3": "an MP3 file",
    b"fLaC": "a FLAC file",
    b"OggS": "an Ogg file",
    b"RF64": "an RF64 file",
    b"RIFX": "a big-endian WAV file",
    b"caff": "a CAF file",
}
_UNKNOWN_SIZE = 0xFFFFFFFF  # written by recorders that stream and cannot go back
_EXTENSIBLE_BYTES = 26  # of the fmt chunk, up to and with the sub-format's first two bytes
_SIGNS_8_BIT = 128.0


@dataclass(frozen=True, slots=True)
class _Format:
    rate_hz: int
    channels: int
    bits: int
    is_float: bool

    @property
    def frame_bytes(self) -> int:
        return self.channels * self.bits // 8


@dataclass(frozen=True, slots=True)
class _Sound:
    """Where the samples stand in the file."""

    format: _Format
    start: int
    announced: int | None
    """Bytes the header promises, or None where it does not know."""
    present: int
    """Bytes that are there."""


def read_wav(path: Path, max_speech_s: float) -> tuple[AudioClip, tuple[str, ...]]:
    """The first `max_speech_s` seconds of a WAV file, and notes on what was converted, cut or missing.

    Args:
        path: a regular file. 8 to 192 kHz; 8, 16, 24 or 32-bit PCM or 32-bit float; up to 8 channels, averaged.
        max_speech_s: longer files are cut there, without reading the rest.

    Raises:
        InputRefusedError: it cannot be used; names the problem and the remedy.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _refused(path, "is not a file", "Name a WAV file.")
        with path.open("rb") as file:
            sound = _find_sound(path, file)
            pcm, peak = _decode(file, sound, max_speech_s)
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "Check the name and its permissions.") from None
    if not pcm:
        raise _refused(path, "holds no sound", "Record again.")
    return AudioClip(pcm), tuple(_notes(sound, peak, max_speech_s))


def wav_bytes(clip: AudioClip) -> bytes:
    """The clip as a WAV file: 16 kHz mono 16-bit PCM."""
    packed = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + len(clip.pcm), b"WAVE", b"fmt ", 16, _PCM, 1, SAMPLE_RATE_HZ, 2 * SAMPLE_RATE_HZ, 2, 16),
        *(b"data", len(clip.pcm)),
    )
    return packed + clip.pcm


class WavFile:
    """A WAV file in the place of a microphone: the same consent is asked.

    Args:
        path: the file.
        max_speech_s: longest recording taken, in seconds.
    """

    def __init__(self, path: Path, max_speech_s: float) -> None:
        self._path = path
        self._max_speech_s = max_speech_s

    def open(self, permit: Permit) -> ClipStream:
        """The file's sound.

        Raises:
            TypeError: `permit` is not a Permit. No consent, no capture, whatever a caller passes.
            InputRefusedError: the file cannot be used; names the problem and the remedy.
        """
        if not isinstance(permit, Permit):
            raise TypeError("recording needs a Permit")
        return ClipStream(*read_wav(self._path, self._max_speech_s))


def _refused(path: Path, problem: str, remedy: str) -> InputRefusedError:
    return InputRefusedError(f"{path} {problem}. {remedy}")


def _convert(path: Path) -> str:
    return f"Convert it: `sox {path.name} -r 16000 -c 1 -b 16 out.wav`."


def _find_sound(path: Path, file: IO[bytes]) -> _Sound:
    head = file.read(12)
    if not head:
        raise _refused(path, "is empty", "Record again.")
    for magic, kind in _OTHER_FILES.items():
        if head.startswith(magic):
            raise _refused(path, f"is {kind}, not WAV", _convert(path))
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        raise _refused(path, "is not a WAV file", _convert(path))
    unfinished = struct.unpack("<I", head[4:8])[0] in {0, _UNKNOWN_SIZE}
    size = os.fstat(file.fileno()).st_size
    wave_format: _Format | None = None
    for _ in range(_MAX_CHUNKS):
        chunk = file.read(8)
        if len(chunk) < 8:  # noqa: PLR2004 - a chunk's head: four letters and a 32-bit size
            break
        name, announced = chunk[:4], struct.unpack("<I", chunk[4:])[0]
        start = file.tell()
        if name == b"fmt ":
            wave_format = _parse_format(path, file.read(min(announced, 40)))
        elif name == b"data":
            if wave_format is None:
                raise _refused(path, "has its sound before its format", _convert(path))
            open_end = announced == _UNKNOWN_SIZE or (announced == 0 and unfinished)
            present = size - start if open_end else min(announced, size - start)
            return _Sound(wave_format, start, None if open_end else announced, present)
        file.seek(start + announced + announced % 2)
    raise _refused(path, "holds no sound: its header is cut off or damaged", "Record again.")


def _parse_format(path: Path, raw: bytes) -> _Format:
    if len(raw) < 16:  # noqa: PLR2004 - size of the plain PCM format
        raise _refused(path, "has a format chunk that is cut off", "Record again.")
    code, channels, rate_hz, _, _, bits = struct.unpack("<HHIIHH", raw[:16])
    if code == _EXTENSIBLE and len(raw) >= _EXTENSIBLE_BYTES:
        code = struct.unpack("<H", raw[24:26])[0]
    if code not in {_PCM, _FLOAT}:
        raise _refused(path, f"holds {_CODECS.get(code, f'format 0x{code:04X}')}, not PCM", _convert(path))
    if bits not in ({32} if code == _FLOAT else {8, 16, 24, 32}):
        raise _refused(path, f"has {bits} bits per sample", _convert(path))
    if not 1 <= channels <= _MAX_CHANNELS:
        raise _refused(path, f"has {channels} channels", _convert(path))
    if not _MIN_RATE_HZ <= rate_hz <= _MAX_RATE_HZ:
        raise _refused(path, f"has a rate of {rate_hz} Hz, not {_MIN_RATE_HZ} to {_MAX_RATE_HZ}", _convert(path))
    return _Format(rate_hz, channels, bits, code == _FLOAT)


def _decode(file: IO[bytes], sound: _Sound, max_speech_s: float) -> tuple[bytes, float]:
    """16 kHz PCM, and the loudest sample of the file (0 to 1)."""
    resampler = soxr.ResampleStream(sound.format.rate_hz, SAMPLE_RATE_HZ, 1, dtype="float32")
    same_rate = sound.format.rate_hz == SAMPLE_RATE_HZ
    peak = 0.0
    out = bytearray()
    for block in _blocks(file, sound, max_speech_s):
        peak = max(peak, float(np.abs(block).max()))
        out += _to_pcm(block if same_rate else resampler.resample_chunk(block))
    if not same_rate:
        out += _to_pcm(resampler.resample_chunk(np.zeros(0, np.float32), last=True))
    return bytes(out), peak


def _blocks(file: IO[bytes], sound: _Sound, max_speech_s: float) -> Iterator["np.ndarray[Any, Any]"]:
    """The sound as mono float32, block by block."""
    shape = sound.format
    left = min(sound.present // shape.frame_bytes, int(max_speech_s * shape.rate_hz))
    file.seek(sound.start)
    while left > 0:
        frames = min(left, int(_BLOCK_S * shape.rate_hz))
        raw = file.read(frames * shape.frame_bytes)
        raw = raw[: len(raw) - len(raw) % shape.frame_bytes]
        if not raw:
            return
        left -= frames
        samples = _samples(raw, shape).reshape(-1, shape.channels).mean(axis=1, dtype=np.float32)
        yield np.ascontiguousarray(np.clip(samples, -1.0, 1.0))


def _samples(raw: bytes, shape: _Format) -> "np.ndarray[Any, Any]":
    """Every channel's samples in turn, float32, -1 to 1."""
    if shape.is_float:
        # Not a number and infinity are bit patterns a damaged file can hold; as sound they are nothing.
        samples = np.frombuffer(raw, "<f4")
        return np.clip(np.where(np.isfinite(samples), samples, 0.0), -1.0, 1.0).astype(np.float32)
    if shape.bits == 8:  # noqa: PLR2004 - the one width that the format keeps unsigned
        return (np.frombuffer(raw, np.uint8).astype(np.float32) - _SIGNS_8_BIT) / _SIGNS_8_BIT
    if shape.bits == 24:  # noqa: PLR2004 - numpy has no 24-bit type: put each sample into the top of 32 bits
        wide = np.zeros((len(raw) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(raw, np.uint8).reshape(-1, 3)
        return wide.view("<i4").ravel().astype(np.float32) / float(1 << 31)
    return np.frombuffer(raw, f"<i{shape.bits // 8}").astype(np.float32) / float(1 << (shape.bits - 1))


def _to_pcm(samples: "np.ndarray[Any, Any]") -> bytes:
    return np.clip(np.rint(samples * 32768.0), -32768, 32767).astype("<i2").tobytes()


def _notes(sound: _Sound, peak: float, max_speech_s: float) -> Iterator[str]:
    shape = sound.format
    if shape.channels > 1:
        yield f"{shape.channels} channels averaged to one"
    if shape.bits != 16 or shape.is_float:  # noqa: PLR2004 - what every engine takes
        yield f"{shape.bits}-bit {'float' if shape.is_float else 'samples'} converted to 16-bit"
    if shape.rate_hz != SAMPLE_RATE_HZ:
        yield f"{shape.rate_hz} Hz resampled to {SAMPLE_RATE_HZ} Hz"
    per_second = shape.frame_bytes * shape.rate_hz
    if sound.announced is None:
        yield "the recording was not finished: taken up to where it ends"
    elif sound.present < sound.announced:
        yield f"cut off: {sound.present / per_second:.1f} s of {sound.announced / per_second:.1f} s are there"
    if sound.present > max_speech_s * per_second:
        yield f"only the first {max_speech_s:g} s of {sound.present / per_second:.0f} s were taken"
    if peak < SILENT_BELOW:
        yield SILENT_NOTE
