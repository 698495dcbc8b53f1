"""Microphone, pipe, pushed sound and file: one port. And PortAudio itself, on a sound card made of a named pipe."""

import ctypes.util
import os
import subprocess
import sys
import threading
from itertools import count
from pathlib import Path
from time import monotonic

import numpy as np
import pytest

from agent.adapters.microphone import InputDevice, Microphone
from agent.adapters.pcm_pipe import PcmPipe, PushedSound
from agent.adapters.wav_file import WavFile, read_wav
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import EndpointingRules
from agent.listening.live_source import LiveSource
from agent.listening.sound import BLOCK_BYTES, ClipStream, SoundBlock, SourceLost
from tests.conftest import missing
from tests.fakes.sound_card import HEADSET, SoundCard
from tests.fakes.voices import PERMIT, LoudDetector, quiet, recorded, voice

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
SENTENCE = b"".join(b.pcm for b in [*quiet(10), *voice(30), *quiet(40)])
USB = InputDevice(index=5, name="Array Microphone 4ch", channels=4, rate_hz=48_000, is_default=False)


class Time:
    """Seconds that grow when told to."""

    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def _piped(pcm: bytes) -> PcmPipe:
    reading, writing = os.pipe()

    def write() -> None:
        with os.fdopen(writing, "wb") as file:
            file.write(pcm)

    threading.Thread(target=write, daemon=True).start()
    return PcmPipe(reading)


def _pushed(pcm: bytes) -> PushedSound:
    pushed = PushedSound()
    for start in range(0, len(pcm), 3_333):
        pushed.push(pcm[start : start + 3_333])
    pushed.close()
    return pushed


def _open_microphone(pcm: bytes):
    card = SoundCard()
    microphone = Microphone(system=card)

    def opened(permit):
        stream = microphone.open(permit)
        card.sound(pcm)
        return stream

    return opened


def _open_file(pcm: bytes):
    return lambda permit: ClipStream(WavFile(CLIPS / "brake.wav", 60.0).open(permit) and AudioClip(pcm))


OPENERS = {
    "microphone": _open_microphone,
    "pipe": lambda pcm: _piped(pcm).open,
    "pushed": lambda pcm: _pushed(pcm).open,
    "file": _open_file,
}


@pytest.fixture(params=OPENERS)
def opener(request):
    return OPENERS[request.param]


# ---- every source ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("permit", [None, True, "yes", object()])
def test_no_consent_no_capture_whatever_a_caller_passes(opener, permit):
    with pytest.raises(TypeError, match="Permit"):
        opener(SENTENCE)(permit)


def test_the_same_sound_comes_as_the_same_blocks(opener):
    stream = opener(SENTENCE)(PERMIT)
    blocks = []
    for block in stream:
        blocks.append(block)
        if len(blocks) == 80:
            stream.close()
    assert all(isinstance(b, SoundBlock) and len(b.pcm) == BLOCK_BYTES for b in blocks)
    assert b"".join(b.pcm for b in blocks) == SENTENCE
    assert blocks[0].level.bar == 0.0
    assert blocks[20].level.bar > 0.5


def test_one_sentence_is_recorded_the_same_from_everywhere(opener):
    source = LiveSource(opener(SENTENCE), LoudDetector, EndpointingRules())
    clip = recorded(source)
    assert clip.pcm in SENTENCE
    assert clip.duration_s == pytest.approx(0.3 + 30 * 0.032 + 0.25, abs=0.064)
    assert source.notes == ()


def test_what_one_listener_leaves_is_there_for_the_next(opener):
    stream = opener(SENTENCE)(PERMIT)
    heard = []
    for _ in range(8):
        for number, block in enumerate(stream, 1):
            heard.append(block.pcm)
            if number == 10:
                break
    stream.close()
    assert b"".join(heard) == SENTENCE


def test_closing_twice_is_harmless(opener):
    stream = opener(SENTENCE)(PERMIT)
    stream.close()
    stream.close()


# ---- microphone --------------------------------------------------------------------------------------------------


def test_nothing_is_opened_without_a_permit():
    card = SoundCard()
    with pytest.raises(TypeError):
        Microphone(system=card).open(None)
    assert card.times_opened == 0


@pytest.mark.parametrize("name", ["array", "ARRAY MICRO", "4ch"])
def test_a_device_is_found_by_part_of_its_name_in_any_case(name):
    stream = Microphone(name, system=SoundCard(HEADSET, USB)).open(PERMIT)
    assert stream.device.startswith(USB.name)
    stream.close()


def test_without_a_name_the_default_is_taken():
    stream = Microphone(system=SoundCard(USB, HEADSET)).open(PERMIT)
    assert stream.device.startswith(HEADSET.name)
    stream.close()


def test_a_name_that_fits_nothing_lists_what_there_is():
    with pytest.raises(TechnicianNeededError, match=rf"'bluetooth'.*Found: '{USB.name}'"):
        Microphone("bluetooth", system=SoundCard(USB)).open(PERMIT)


def test_no_microphone_at_all_says_that_touch_still_works():
    card = SoundCard()
    card.plug()
    card._connected = []
    with pytest.raises(TechnicianNeededError, match=r"No microphone.*Ratings and typed text still work"):
        Microphone(system=card).open(PERMIT)


def test_a_microphone_plugged_in_after_a_refusal_is_found():
    card = SoundCard(USB)
    microphone = Microphone("headset", system=card)
    with pytest.raises(TechnicianNeededError):
        microphone.open(PERMIT)
    card.plug(HEADSET)
    microphone.open(PERMIT).close()


@pytest.mark.parametrize("accepted", [(48_000, 2), (48_000, 1), (48_000, 4), (44_100, 1), (16_000, 1)])
def test_the_first_rate_and_channel_count_that_the_device_takes_is_used(accepted):
    card = SoundCard(USB, accepts={accepted})
    stream = Microphone(system=card).open(PERMIT)
    assert card.tried[-1] == accepted
    tone = np.sin(np.arange(accepted[0]) / accepted[0] * 2 * np.pi * 300)[:, None] * 9_000
    card.sound(np.repeat(tone, accepted[1], axis=1).astype("<i2").tobytes(), pieces_of=accepted[0] // 100)
    blocks = []
    for block in stream:
        blocks.append(block)
        if len(blocks) == 28:  # of a second's 31, some of which the resampler still holds
            stream.close()
    assert blocks[15].level.rms_dbfs == pytest.approx(-14.2, abs=0.3)


def test_a_device_that_another_program_holds_is_named():
    with pytest.raises(TechnicianNeededError, match=r"'Array Microphone 4ch' cannot be opened"):
        Microphone(system=SoundCard(USB, accepts=set())).open(PERMIT)


def test_what_nobody_takes_is_bounded_and_counted_oldest_first():
    card = SoundCard()
    stream = Microphone(system=card).open(PERMIT)
    card.sound(b"\1\0" * 16_000 * 8 + b"\2\0" * 16_000, pieces_of=160)
    assert stream.dropped_s == pytest.approx(4.0)
    heard = next(iter(stream))
    assert heard.pcm == b"\1\0" * 512
    stream.close()


def test_what_portaudio_itself_lost_is_counted():
    card = SoundCard()
    stream = Microphone(system=card).open(PERMIT)
    card.sound(bytes(3_200), overflowed=True, pieces_of=160)
    assert stream.dropped_s == pytest.approx(0.1)
    stream.close()


@pytest.mark.parametrize("silently", [True, False], ids=["driver stays mute", "stream ends"])
def test_a_pulled_plug_is_seen_within_2_seconds_and_the_sound_is_back_after_plugging_in(silently):
    card, time = SoundCard(), Time()
    stream = Microphone(system=card, monotonic=time).open(PERMIT)
    items = iter(stream)
    card.sound(bytes(1_024))
    assert isinstance(next(items), SoundBlock)
    card.unplug(silently=silently)
    time.s += 2.0
    lost = next(items)
    assert isinstance(lost, SourceLost)
    assert lost.for_s == pytest.approx(2.0)
    card.plug()
    assert card.reopened.wait(5.0)
    card.sound(b"\7\0" * 512)
    back = next(item for item in items if isinstance(item, SoundBlock))
    assert back.pcm == b"\7\0" * 512
    stream.close()
    assert not card.recording


def test_a_microphone_that_is_back_gets_its_time_to_begin():
    card, time = SoundCard(), Time()
    stream = Microphone(system=card, monotonic=time).open(PERMIT)
    items = iter(stream)
    card.sound(bytes(1_024))
    assert isinstance(next(items), SoundBlock)
    time.s += 3.0
    assert isinstance(next(items), SourceLost)
    assert card.reopened.wait(5.0)
    first_sound = threading.Timer(0.3, card.sound, [bytes(1_024)])
    first_sound.start()
    assert isinstance(next(items), SoundBlock)
    assert card.times_opened == 2
    first_sound.join()
    stream.close()


def test_a_driver_that_hangs_neither_holds_the_listener_nor_is_opened_again():
    card, time = SoundCard(), Time()
    microphone = Microphone(system=card, monotonic=time)
    stream = microphone.open(PERMIT)
    items = iter(stream)
    card.sound(bytes(1_024))
    assert isinstance(next(items), SoundBlock)
    card.hang()
    time.s += 2.0
    assert isinstance(next(items), SourceLost)
    assert stream.close() is False
    with pytest.raises(TechnicianNeededError, match="driver hangs"):
        microphone.open(PERMIT)
    card.unhang()
    microphone.open(PERMIT).close()
    assert not card.recording


def test_opening_again_closes_what_was_open_and_finds_new_devices():
    card = SoundCard()
    microphone = Microphone(system=card)
    microphone.open(PERMIT)
    microphone.open(PERMIT).close()
    assert (card.times_opened, card.recording) == (2, False)


def test_without_sounddevice_the_remedy_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(TechnicianNeededError, match=r"pip install 'tingche\[microphone\]'"):
        Microphone().open(PERMIT)


def test_without_the_portaudio_library_the_remedy_is_named(monkeypatch):
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    with pytest.raises(TechnicianNeededError, match="apt-get install libportaudio2"):
        Microphone().open(PERMIT)


# ---- pipe and pushed sound ---------------------------------------------------------------------------------------


def test_a_pipe_of_another_rate_and_channel_count_is_converted():
    reading, writing = os.pipe()
    threading.Thread(target=lambda: (os.write(writing, bytes(48_000)), os.close(writing)), daemon=True).start()
    blocks = list(PcmPipe(reading, rate_hz=24_000, channels=2).open(PERMIT))
    assert len(blocks) == 16  # half a second
    os.close(reading)


def test_a_pipe_that_cannot_be_read_says_so():
    reading, writing = os.pipe()
    os.close(writing)
    os.close(reading)
    with pytest.raises(InputRefusedError, match="Pipe raw PCM"):
        list(PcmPipe(reading).open(PERMIT))


@pytest.mark.parametrize(("rate_hz", "channels"), [(1_000, 1), (16_000, 9), (16_000, 0)])
def test_a_rate_that_makes_no_sense_is_refused_with_the_limits(rate_hz, channels):
    with pytest.raises(InputRefusedError, match="8000 to 192000 Hz"):
        PcmPipe(0, rate_hz=rate_hz, channels=channels).open(PERMIT)
    with pytest.raises(InputRefusedError, match="8000 to 192000 Hz"):
        PushedSound(rate_hz=rate_hz, channels=channels)


def test_a_phone_that_falls_silent_is_seen_as_lost():
    time = Time()
    pushed = PushedSound(monotonic=time)
    pushed.push(bytes(1_024))
    items = iter(pushed.open(PERMIT))
    assert isinstance(next(items), SoundBlock)
    time.s += 2.5
    assert next(items) == SourceLost(2.5)


def test_a_phone_that_floods_costs_bounded_memory_and_is_counted():
    pushed = PushedSound(keep_s=1.0)
    for _ in range(100):
        pushed.push(bytes(3_200))
    assert pushed.dropped_s == pytest.approx(9.0)
    pushed.close()
    assert len(list(pushed.open(PERMIT))) == 32


# ---- PortAudio itself --------------------------------------------------------------------------------------------

_ALSA = """</usr/share/alsa/alsa.conf>
pcm.cabinmic {{
  type file
  slave.pcm "null"
  file "/dev/null"
  infile "{fifo}"
  format "raw"
  hint {{ show on description "Cabin microphone" }}
}}
"""
_LISTENER = """
import sys
from agent.adapters.microphone import Microphone
from agent.adapters.voice_detector import SileroDetector
from agent.errors import AgentError
from agent.listening.endpointing import EndpointingRules
from agent.listening.live_source import LiveSource
from tests.fakes.voices import PERMIT, recorded

microphone, detector = Microphone("CABIN"), SileroDetector()
source = LiveSource(microphone.open, lambda: detector, EndpointingRules())
print("ready", flush=True)
clip = recorded(source)
print(round(clip.duration_s, 2), source.notes, microphone._stream.device, flush=True)
try:
    Microphone("nothing like it").open(PERMIT)
except AgentError as error:
    print(error, flush=True)
"""


@pytest.fixture
def cabin_microphone(tmp_path):
    """A named pipe that PortAudio takes for a sound card: whoever writes sets the pace, as a card does."""
    if ctypes.util.find_library("portaudio") is None:
        missing("PortAudio", "make setup, or: sudo apt-get install libportaudio2")
    fifo = tmp_path / "sound"
    os.mkfifo(fifo, 0o600)
    (tmp_path / "alsa.conf").write_text(_ALSA.format(fifo=fifo), encoding="ascii")
    held = os.open(fifo, os.O_RDWR)
    yield held, tmp_path / "alsa.conf"
    os.close(held)


def _spoken_to(cabin_microphone, *program: str) -> tuple[str, int]:
    """Output and exit status of a program that listens while a clip is played into the microphone."""
    fifo, configuration = cabin_microphone
    clip, _ = read_wav(CLIPS / "brake.wav", 60.0)
    mono = np.frombuffer(clip.pcm + bytes(64_000), "<i2")
    at_44100 = np.interp(np.arange(int(len(mono) * 2.75625)) / 2.75625, np.arange(len(mono)), mono)
    sound = np.repeat(at_44100.astype("<i2")[:, None], 2, axis=1).tobytes()
    listener = subprocess.Popen(
        [sys.executable, *program],
        env={**os.environ, "ALSA_CONFIG_PATH": str(configuration), "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
        text=True,
    )
    stop = threading.Event()

    def play() -> None:
        """At the pace of a sound card; silence afterwards keeps the driver going, as a card would.

        PortAudio reads 20 ms at a time here, and ALSA's file plug-in takes half a read for a whole one: write as much.
        """
        begun, piece = monotonic(), 882 * 4
        for number in count():
            if stop.wait(max(0.0, begun + number * 0.02 - monotonic())):
                return
            os.write(fifo, sound[number * piece : (number + 1) * piece].ljust(piece, b"\0"))

    try:
        assert listener.stdout is not None
        assert listener.stdout.readline() in {"ready\n", "cabinmic, 44100 Hz, 2 channels\n"}
        player = threading.Thread(target=play)
        player.start()
        out, _ = listener.communicate(timeout=60)
    finally:
        stop.set()
        listener.kill()
        player.join()
    return out, listener.returncode


def test_portaudio_itself_records_a_spoken_sentence(cabin_microphone):
    out, status = _spoken_to(cabin_microphone, "-c", _LISTENER)
    recorded, refused = out.splitlines()
    assert 2.0 < float(recorded.split()[0]) < 3.0
    assert "() cabinmic, 44100 Hz, 2 channels" in recorded
    assert "Found: 'cabinmic'" in refused
    assert status == 0


def test_the_technicians_check_tells_level_noise_and_verdict_of_a_real_recording(cabin_microphone):
    command = ("-m", "agent", "doctor", "audio", "--agree", "--microphone", "CABIN", "--seconds", "2.5")
    out, status = _spoken_to(cabin_microphone, *command)
    assert status == 0
    assert "说话 voice    -" in out
    assert "✓ 麦克风正常" in out


def test_the_technicians_check_of_a_silent_microphone_says_what_to_mend(cabin_microphone):
    fifo, configuration = cabin_microphone
    os.write(fifo, bytes(32_000))
    command = [sys.executable, "-m", "agent", "doctor", "audio", "--agree", "--microphone", "CABIN", "--json"]
    ended = subprocess.run(
        command, env={**os.environ, "ALSA_CONFIG_PATH": str(configuration)}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == TechnicianNeededError.exit_code
    assert '"findings": ["dead"]' in ended.stdout
    assert "alsamixer" in ended.stderr
