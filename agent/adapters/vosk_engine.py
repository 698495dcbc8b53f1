"""Speech to text with Vosk: streaming, small, with partials while a person speaks.

- The model is always a verified folder: by name, the library would go to the network.
- The clip is 16 kHz by type; another rate would be silent garbage.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from agent.errors import TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, HearsClips, Partial, SpeechSession

_BLOCK_BYTES = SAMPLE_RATE_HZ * 2 // 10  # 0.1 s: how often a partial can change; each look at one costs a little
_SILENT = -1  # Kaldi's log level: it would print words to standard error
_SPACELESS = frozenset({"zh", "ja"})


class VoskEngine(HearsClips):
    """A loaded Vosk model.

    Args:
        model_dir: verified folder with am/, conf/, graph/, ivector/.
        model: its name in the catalogue.
        language: of the model, such as "zh" or "ko".

    Raises:
        TechnicianNeededError: the library is missing, or the folder holds no model it can load.
    """

    name = "vosk"
    capabilities = Capabilities(
        streaming=True, hot_words=False, latin_letters=False, word_times=True, calibrated_confidence=False
    )

    def __init__(self, model_dir: Path, model: str, language: str) -> None:
        self.model = model
        self.language = language
        self._between = "" if language in _SPACELESS else " "
        self._vosk = _load(model_dir)

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:  # noqa: ARG002 - a model has one language, and takes no hints
        """Begin an utterance.

        Raises:
            TechnicianNeededError: the engine is closed.
        """
        if self._vosk is None:
            raise TechnicianNeededError("vosk is closed: restart the agent.")
        from vosk import KaldiRecognizer

        recognizer = KaldiRecognizer(self._vosk, SAMPLE_RATE_HZ)
        recognizer.SetWords(True)
        return _Utterance(recognizer, self)

    def close(self) -> None:
        """Free the model."""
        self._vosk = None

    def joined(self, words: Iterable[str]) -> str:
        """A text of this language out of words."""
        return self._between.join(words)


class _Utterance:
    """One utterance: Kaldi decodes while speech comes. It cuts at pauses; the pieces make one transcript."""

    def __init__(self, recognizer: Any, engine: VoskEngine) -> None:
        self._recognizer = recognizer
        self._engine = engine
        self._rest = bytearray()
        self._heard_bytes = 0
        self._words: list[Word] = []
        self._shown = ""

    def feed(self, pcm: bytes) -> Partial | None:
        """Decodes; a fraction of the time the speech lasts."""
        self._rest += pcm
        if len(self._rest) < _BLOCK_BYTES:
            return None
        block = bytes(self._rest)
        self._rest.clear()
        self._heard_bytes += len(block)
        coming: list[str] = []
        if self._recognizer.AcceptWaveform(block):
            self._words += _words(self._recognizer.Result())
        else:
            coming = json.loads(self._recognizer.PartialResult()).get("partial", "").split()
        said = self._engine.joined([*(w.text for w in self._words), *coming])
        if said == self._shown:
            return None
        self._shown = said
        return Partial(said)

    def finish(self) -> Iterator[Partial | Transcript]:
        """The Transcript. Silence gives empty text."""
        rest = bytes(self._rest)
        self._heard_bytes += len(rest)
        if rest and self._recognizer.AcceptWaveform(rest):
            self._words += _words(self._recognizer.Result())
        self._words += _words(self._recognizer.FinalResult())
        yield Transcript(
            text=self._engine.joined(w.text for w in self._words),
            words=tuple(self._words),
            engine=self._engine.name,
            model=self._engine.model,
            language=self._engine.language,
            audio_s=self._heard_bytes / (2 * SAMPLE_RATE_HZ),
            confidence=_mean(self._words),
        )

    def close(self) -> None:
        """Let go of the decoder and of what it heard."""
        self._recognizer = None
        self._words, self._rest = [], bytearray()


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
    """Mean confidence of the words.

    Vosk gives 1.0 to wrong words too: low means doubtful, high means nothing. So it is not declared as calibrated, and
    no record says how sure it was.
    """
    known = [w.confidence for w in words if w.confidence is not None]
    return sum(known) / len(known) if known else None
