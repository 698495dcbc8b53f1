"""Device sound into 16 kHz mono, piece by piece."""

import numpy as np
import pytest

from agent.listening.conversion import LiveConverter


def _tone(rate_hz: int, channels: int, seconds: float = 1.0) -> bytes:
    tone = np.sin(2 * np.pi * 440 * np.arange(int(rate_hz * seconds)) / rate_hz) * 8_000
    return np.repeat(tone[:, None], channels, axis=1).astype("<i2").tobytes()


def _convert(pcm: bytes, rate_hz: int, channels: int, piece: int) -> np.ndarray:
    converter = LiveConverter(rate_hz, channels)
    out = b"".join(converter.feed(pcm[i : i + piece]) for i in range(0, len(pcm), piece)) + converter.finish()
    return np.frombuffer(out, "<i2").astype(float)


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
@pytest.mark.parametrize("channels", [1, 2, 6, 8])
def test_any_rate_and_channel_count_keeps_the_tone_its_loudness_and_its_length(rate_hz, channels):
    heard = _convert(_tone(rate_hz, channels), rate_hz, channels, piece=998)
    assert len(heard) == pytest.approx(16_000, abs=2)
    spectrum = np.abs(np.fft.rfft(heard[:16_000], 16_000))
    assert np.argmax(spectrum) == 440
    assert heard[2_000:14_000].std() == pytest.approx(8_000 / 2**0.5, rel=0.02)


@pytest.mark.parametrize("piece", [1, 7, 4_096])
def test_how_the_sound_is_cut_into_pieces_changes_nothing(piece):
    pcm = _tone(44_100, 2, 0.2)
    assert np.array_equal(_convert(pcm, 44_100, 2, piece), _convert(pcm, 44_100, 2, len(pcm)))


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_no_more_than_50_ms_of_sound_are_held_back(rate_hz):
    converter = LiveConverter(rate_hz, 1)
    given_s = given_back_s = 0.0
    for _ in range(100):
        given_s += 0.01
        given_back_s += len(converter.feed(_tone(rate_hz, 1, 0.01))) / 32_000
        assert given_s - given_back_s < 0.05


def test_a_channel_that_is_not_wired_does_not_silence_the_other():
    stereo = np.zeros((1_600, 2), "<i2")
    stereo[:, 1] = 4_000
    assert set(np.frombuffer(LiveConverter(16_000, 2).feed(stereo.tobytes()), "<i2")) == {2_000}


@pytest.mark.parametrize(("rate_hz", "channels"), [(7_999, 1), (192_001, 1), (16_000, 0), (16_000, 9), (0, 1)])
def test_what_no_device_records_is_refused(rate_hz, channels):
    with pytest.raises(ValueError, match="no conversion"):
        LiveConverter(rate_hz, channels)
