"""Sentences that ship with the device, spoken beforehand by a better voice than a small engine; others by that engine.

The folder holds index.tsv (file, text) and a WAV for each line; the sentence has to be the same, letter by letter.
"""

import csv
import wave
from pathlib import Path

from agent.ports import Sound, Voice


class PromptVoice:
    """A `Voice`.

    Args:
        folder: with index.tsv.
        otherwise: says what is not there: questions that were pushed, or with a figure in them, and other languages.
    """

    def __init__(self, folder: Path, otherwise: Voice) -> None:
        self._folder = folder
        self._otherwise = otherwise
        self._files: dict[str, str] | None = None

    def spoken(self, words: str, language: str) -> Sound:
        """See `Voice.spoken`."""
        if self._files is None:
            with (self._folder / "index.tsv").open(encoding="utf-8", newline="") as index:
                self._files = {row["text"]: row["file"] for row in csv.DictReader(index, delimiter="\t")}
        file = self._files.get(words)
        if file is None:
            return self._otherwise.spoken(words, language)
        with wave.open(str(self._folder / file)) as wav:
            return Sound(wav.readframes(wav.getnframes()), wav.getframerate())
