"""Sentences as sound by espeak-ng (GPL-3, from Debian), a process for each: small, offline, maintained; plain.

- The sentence goes in by standard input: no list of processes shows it.
- Mandarin is its voice `cmn-latn-pinyin`: `cmn` of 1.51 spells the syllables in English letters, tone numbers and all.
- It answers with a WAV of 22,050 Hz mono. Its header tells no length, since it is written as it is spoken.
"""

import io
import shutil
import subprocess
import wave
from typing import Final

from agent.errors import STILL_WORKS, TechnicianNeededError, TemporaryError
from agent.ports import Sound

PROGRAM: Final = "espeak-ng"
_VOICES: Final = {"zh": "cmn-latn-pinyin", "en": "en", "ko": "ko"}
_WORDS_A_MINUTE: Final = 140
_TIMEOUT_S: Final = 10.0
"""A long question takes 0.1 s on a head unit's processor."""


class EspeakVoice:
    """A `Voice`. Nothing runs between sentences."""

    def spoken(self, words: str, language: str) -> Sound:
        """See `Voice.spoken`."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise TechnicianNeededError(
                f"speech.aloud asks for {PROGRAM}, which is not installed. {STILL_WORKS} Install it: apt-get install "
                f"{PROGRAM}; or leave speech.aloud empty."
            )
        voice = _VOICES.get(language.partition("-")[0], _VOICES["zh"])
        command = [program, "--stdin", "--stdout", "-v", voice, "-s", str(_WORDS_A_MINUTE)]
        try:
            done = subprocess.run(  # noqa: S603 - our own arguments
                command, input=words.encode(), capture_output=True, timeout=_TIMEOUT_S, check=True
            )
            with wave.open(io.BytesIO(done.stdout)) as wav:
                return Sound(wav.readframes(wav.getnframes()), wav.getframerate())
        except (OSError, subprocess.SubprocessError, wave.Error, EOFError) as error:
            raise TemporaryError(f"{PROGRAM} said nothing ({type(error).__name__}). {STILL_WORKS}") from None
