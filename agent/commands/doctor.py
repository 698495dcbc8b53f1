"""`tingche-agent doctor`: a technician's checks of one part of the device at a time."""

import sys
from itertools import takewhile
from typing import Any

import click

from agent.adapters.microphone import Microphone, MicrophoneStream, PortAudio
from agent.adapters.voice_detector import SileroDetector
from agent.commands._client import json_option, print_json
from agent.commands._doctor_button import button
from agent.commands._hearing import agree_option, profile_option, this_once
from agent.errors import TechnicianNeededError
from agent.listening.sound import SoundBlock
from agent.listening.sound_check import Finding, SoundCheck, check_sound
from agent.profile import load_profile

_BAR = 30
_BLOCKS_PER_S = 16_000 / 512
_REMEDIES = {
    Finding.DEAD: (
        "没有声音：麦克风被静音，或线没接好。检查插头和系统的静音开关。",
        "No sound at all: muted, or not connected. Check the plug, and `alsamixer` (capture, not muted).",
    ),
    Finding.NOBODY_SPOKE: (
        "没有听到说话。对着麦克风说一句话，再试一次。",
        "Nobody was heard. Say a sentence towards the microphone and run this again.",
    ),
    Finding.CLIPPED: (
        "太响，声音削顶。把输入音量调低。",
        "Too loud: the sound is clipped. Lower the capture volume.",
    ),
    Finding.QUIET: (
        "太轻。把输入音量调高，或把麦克风移近。",
        "Too quiet. Raise the capture volume, or move the microphone closer.",
    ),
    Finding.NOISY: (
        "噪声太大。把麦克风移离风口和扬声器，关窗再试。",
        "Too noisy. Move the microphone away from vents and speakers, close the windows, try again.",
    ),
}


@click.group(short_help="Check the microphone, or a button.")
def doctor() -> None:
    """Check one part of this device, and say what to mend."""


doctor.add_command(button)


@doctor.command()
@profile_option
@click.option("--microphone", "device", help="Part of the microphone's name. [default: the profile's]")
@click.option("--seconds", default=3.0, show_default=True, type=click.FloatRange(1, 30), help="How long to record.")
@click.option("--play/--no-play", default=True, show_default=True, help="Play it back, to hear what engines hear.")
@agree_option
@json_option
def audio(profile: str, device: str | None, seconds: float, play: bool, agree: bool, as_json: bool) -> None:
    """Record a few seconds, show level, noise and clipping, and play them back.

    The sound stays in memory. Ends with status 78 where something has to be mended.

    \b
    Example:
      tingche-agent doctor audio --microphone USB
    """
    name = load_profile(profile).speech.microphone if device is None else device
    permit = this_once(agreed=agree)
    system = PortAudio()
    stream = Microphone(name, system=system).open(permit)
    try:
        if not as_json:
            print(f"{stream.device}\n请说一句话 Say a sentence ({seconds:g} s)", flush=True)
        blocks = _recorded(stream, round(seconds * _BLOCKS_PER_S), show=not as_json and sys.stdout.isatty())
    finally:
        stream.close()
    detector = SileroDetector()
    found = check_sound(blocks, [detector.probability(b.pcm) for b in blocks], dropped_s=stream.dropped_s)
    _print(found, stream.device, as_json=as_json)
    if play and blocks:
        _play(system, b"".join(b.pcm for b in blocks), quiet=as_json)
    if found.findings:
        raise TechnicianNeededError(" ".join(_REMEDIES[f][1] for f in found.findings))


def _recorded(stream: MicrophoneStream, count: int, *, show: bool) -> list[SoundBlock]:
    """Blocks, fewer where the microphone was lost on the way."""
    blocks: list[SoundBlock] = []
    for block in takewhile(lambda item: isinstance(item, SoundBlock), stream):
        assert isinstance(block, SoundBlock)  # noqa: S101 - takewhile has seen to it
        blocks.append(block)
        if show:
            print(f"\r  {'▮' * round(block.level.bar * _BAR):{_BAR}}", end="", flush=True)
        if len(blocks) >= count:
            break
    if show:
        print("\r\x1b[K", end="", flush=True)
    return blocks


def _play(system: PortAudio, pcm: bytes, *, quiet: bool) -> None:
    """Not every device has a loudspeaker: that is no fault of its microphone."""
    if not quiet:
        print("回放 playing it back", flush=True)
    try:
        system.play(pcm)
    except OSError:
        print("没有扬声器，不回放。There is no loudspeaker to play it back.", file=sys.stderr)


def _print(found: SoundCheck, device: str, *, as_json: bool) -> None:
    values: dict[str, Any] = {
        "device": device,
        "duration_s": round(found.duration_s, 2),
        "voice_dbfs": None if found.voice_dbfs is None else round(found.voice_dbfs, 1),
        "noise_dbfs": round(found.noise_dbfs, 1),
        "clear_db": None if found.clear_db is None else round(found.clear_db, 1),
        "peak_dbfs": round(found.peak_dbfs, 1),
        "clipped_percent": round(100 * found.clipped_share, 3),
        "dropped_s": round(found.dropped_s, 2),
        "findings": list(found.findings),
    }
    if as_json:
        print_json(values)
        return
    print(f"说话 voice    {values['voice_dbfs']} dBFS")
    print(f"噪声 noise    {values['noise_dbfs']} dBFS   信噪 voice above noise {values['clear_db']} dB")
    print(f"峰值 peak     {values['peak_dbfs']} dBFS   削顶 clipped {values['clipped_percent']} %")
    print(f"丢失 dropped  {values['dropped_s']} s")
    for finding in found.findings:
        print("✗ " + _REMEDIES[finding][0])
    if not found.findings:
        print("✓ 麦克风正常 the microphone is fine")
