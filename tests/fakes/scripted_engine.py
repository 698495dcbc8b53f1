"""A SpeechEngine that hears what the test says: partials word by word, then the transcript."""

from collections.abc import Iterator, Sequence

from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, HearsClips, Partial


class ScriptedEngine(HearsClips):
    """Hears the given sentences, one per utterance.

    Args:
        sentences: words with spaces between.
        confidences: of each sentence; 0.9 where none is given.
        calibrated: whether they mean something.
    """

    name = "scripted"
    model = "scripted-zh"

    def __init__(self, *sentences: str, confidences: Sequence[float] = (), calibrated: bool = True) -> None:
        self.capabilities = Capabilities(
            streaming=True, hot_words=False, latin_letters=True, word_times=True, calibrated_confidence=calibrated
        )
        self._sentences = list(sentences)
        self._confidences = list(confidences)
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        """Language and hints of every utterance."""

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> "_Utterance":
        self.asked.append((language, tuple(hints)))
        return _Utterance(self._sentences.pop(0), self._confidences.pop(0) if self._confidences else 0.9)

    def close(self) -> None:
        self._sentences.clear()


class _Utterance:
    def __init__(self, sentence: str, confidence: float) -> None:
        self._words = sentence.split(" ")
        self._confidence = confidence
        self._fed = 0

    def feed(self, pcm: bytes) -> Partial | None:
        self._fed += len(pcm)
        return None

    def finish(self) -> Iterator[Partial | Transcript]:
        for count in range(1, len(self._words)):
            yield Partial("".join(self._words[:count]))
        timed = tuple(Word(word, i * 0.2, (i + 1) * 0.2, 0.9) for i, word in enumerate(self._words))
        yield Transcript(
            "".join(self._words),
            timed,
            ScriptedEngine.name,
            ScriptedEngine.model,
            "zh",
            self._fed / 32_000,
            self._confidence,
        )

    def close(self) -> None:
        self._words = []
