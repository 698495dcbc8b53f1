"""A WAV file with what is personal muted. Apart from the command, so that masking text loads no speech."""

from pathlib import Path
from typing import Any, Final

from agent.adapters.key_file import write_private
from agent.adapters.system_clock import SystemClock
from agent.adapters.wav_file import read_wav, wav_bytes
from agent.commands._hearing import profile_with_model
from agent.errors import InputRefusedError
from agent.masking.masker import Masker
from agent.muting import Destroyed, WhyDestroyed, mute, recognised
from agent.speech import Engines

_DESTROYED: Final = {
    WhyDestroyed.NOT_UNDERSTOOD: "没有听出话来 no word was understood in it, so what is personal cannot be told",
    WhyDestroyed.NO_WORD_TIMES: "说不出要静音的时间 something personal is said, and the engine cannot tell when",
    WhyDestroyed.SOMETHING_LEFT: "静音后仍能听出个人信息 something personal is still heard after muting",
}


def mute_file(masker: Masker, audio: Path, out: Path, *, profile: str, folder: Path | None) -> dict[str, Any]:
    """Writes `out`, whole and readable by its owner alone, or nothing; returns its masked words and muted seconds.

    Raises:
        InputRefusedError: the file cannot be used, or something personal may be left in it: nothing was written.
        TechnicianNeededError: no speech model is installed, or `out` cannot be written.
    """
    chosen, store = profile_with_model(profile, folder, engine=None, model=None, language=None)
    clip, _ = read_wav(audio, chosen.speech.max_speech_s)
    engines = Engines(chosen, store, SystemClock(), as_named=True)
    try:
        engine = engines.get()
        outcome = mute(clip, recognised(clip, engine), engine, masker, chosen.speech.terms)
    finally:
        engines.close()
    if isinstance(outcome, Destroyed):
        raise InputRefusedError(
            f"{audio}: {_DESTROYED[outcome.reason]}. 没有写文件 Nothing was written: keep the text."
        )
    write_private(out, wav_bytes(outcome.clip))
    return {"out": str(out), "masked": outcome.masked.text, "muted_s": round(outcome.muted_s, 2)}
