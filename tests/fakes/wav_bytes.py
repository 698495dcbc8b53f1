"""WAV files as bytes, right or wrong in any one place."""

import struct

import numpy as np

PCM, FLOAT, EXTENSIBLE = 0x0001, 0x0003, 0xFFFE


def tone(seconds: float, rate_hz: int, channels: int = 1, level: float = 0.5) -> np.ndarray:
    """A 440 Hz tone, the same in every channel: frames x channels, float64."""
    wave = level * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate_hz)) / rate_hz)
    return np.repeat(wave[:, None], channels, axis=1)


def encode(samples: np.ndarray, bits: int, *, is_float: bool = False) -> bytes:
    """Samples as a file holds them."""
    if is_float:
        return samples.astype("<f4").tobytes()
    if bits == 8:
        return np.round(samples * 127 + 128).astype(np.uint8).tobytes()
    whole = np.round(samples * ((1 << (bits - 1)) - 1)).astype("<i4")
    if bits == 24:
        return whole.reshape(-1, 1).view(np.uint8)[:, :3].tobytes()
    return whole.astype(f"<i{bits // 8}").tobytes()


def wav(
    data: bytes,
    *,
    rate_hz: int = 16_000,
    channels: int = 1,
    bits: int = 16,
    code: int = PCM,
    subformat: int = PCM,
    announced: int | None = None,
    riff_size: int = 1,
    before: bytes = b"",
) -> bytes:
    """A whole file; `announced` is the size the data chunk claims, `before` stands between format and data."""
    frame = channels * bits // 8
    layout = struct.pack("<HHIIHH", code, channels, rate_hz, rate_hz * frame, frame, bits)
    if code == EXTENSIBLE:
        layout += struct.pack("<HHIH", 22, bits, 0, subformat) + bytes(14)
    size = len(data) if announced is None else announced
    chunks = b"fmt " + struct.pack("<I", len(layout)) + layout + before + b"data" + struct.pack("<I", size) + data
    return b"RIFF" + struct.pack("<I", riff_size and len(chunks) + 4) + b"WAVE" + chunks
