"""Speech to text with Vosk: streaming, small, with partials while a person speaks.

- The model is always a verified folder: by name, the library would go to the network.
- The clip is 16 kHz by type; another rate would be silent garbage.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from agent.errors import TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript, Word
from agent.ports import Partial

_BLOCK_BYTES = SAMPLE_RATE_HZ * 2 // 5  # 0.2 s: what a microphone hands over, and how often a partial can change
_SILENT = -1  # Kaldi's log level: it would print words to standard error
_SPACELESS = frozenset({"zh", "ja"})


class VoskEngine:
    """A loaded Vosk model.

    Args:
        model_dir: verified folder with am/, conf/, graph/, ivector/.
        model: its name in the catalogue.
        language: of the model, such as "zh" or "ko".

    Raises:
        TechnicianNeededError: the library is missing, or the folder holds no model it can load.
    """

    name = "vosk"

    def __init__(self, model_dir: Path, model: str, language: str) -> None:
        self.model = model
        self._language = language
        self._between = "" if language in _SPACELESS else " "
        self._vosk = _load(model_dir)

    def transcribe(self, clip: AudioClip) -> Iterator[Partial | Transcript]:
        """Partials as the words come, then the Transcript. Silence gives empty text.

        Raises:
            TechnicianNeededError: the engine failed; it is broken and stays so.
        """
        words: list[Word] = []
        shown = ""
        recognizer = self._recognizer()
        for start in range(0, len(clip.pcm), _BLOCK_BYTES):
            if recognizer.AcceptWaveform(clip.pcm[start : start + _BLOCK_BYTES]):
                words += _words(recognizer.Result())
                said = self._joined(words)
            else:
                coming = json.loads(recognizer.PartialResult()).get("partial", "").split()
                said = self._between.join([w.text for w in words] + coming)
            if said != shown:
                shown = said
                yield Partial(said)
        words += _words(recognizer.FinalResult())
        yield Transcript(
            text=self._joined(words),
            words=tuple(words),
            engine=self.name,
            model=self.model,
            language=self._language,
            audio_s=clip.duration_s,
            confidence=_mean(words),
        )

    def close(self) -> None:
        """Free the model."""
        self._vosk = None

    def _recognizer(self) -> Any:
        if self._vosk is None:
            raise TechnicianNeededError("vosk is closed: restart the agent.")
        from vosk import KaldiRecognizer

        recognizer = KaldiRecognizer(self._vosk, SAMPLE_RATE_HZ)
        recognizer.SetWords(True)
        return recognizer

    def _joined(self, words: Sequence[Word]) -> str:
        return self._between.join(w.text for w in words)


def _load(model_dir: Path) -> Any:
    try:
        from vosk import Model, SetLogLevel
    except ImportError:
        raise TechnicianNeededError('vosk is not installed: run `pip install "tingche[vosk]"`.') from None
    SetLogLevel(_SILENT)
    if not (model_dir / "am" / "final.mdl").is_file():  # the library exits the process on some broken folders
        raise TechnicianNeededError(f"{model_dir} holds no Vosk model: run `tingche-agent models list`.")
    try:
        return Model(str(model_dir))
    except Exception:  # noqa: BLE001 - the library raises bare Exception
        raise TechnicianNeededError(
            f"vosk cannot load the model in {model_dir}: run `tingche-agent models verify {model_dir.name}`."
        ) from None


def _words(result: str) -> Iterator[Word]:
    for word in json.loads(result).get("result", []):
        yield Word(word["word"], float(word["start"]), float(word["end"]), float(word["conf"]))


def _mean(words: Sequence[Word]) -> float | None:
    """Mean confidence of the words. Vosk gives 1.0 to wrong words too: low means doubtful, high means little."""
    known = [w.confidence for w in words if w.confidence is not None]
    return sum(known) / len(known) if known else None
