"""A SpeechEngine that hears what the test says: partials word by word, then the transcript."""

from collections.abc import Iterator

from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript, Word
from agent.ports import Partial


class ScriptedEngine:
    """Hears the given sentences, one per clip."""

    name = "scripted"
    model = "scripted-zh"

    def __init__(self, *sentences: str) -> None:
        self._sentences = list(sentences)

    def transcribe(self, clip: AudioClip) -> Iterator[Partial | Transcript]:
        sentence = self._sentences.pop(0)
        words = sentence.split(" ")
        for count in range(1, len(words)):
            yield Partial("".join(words[:count]))
        timed = tuple(Word(word, i * 0.2, (i + 1) * 0.2, 0.9) for i, word in enumerate(words))
        yield Transcript("".join(words), timed, self.name, self.model, "zh", clip.duration_s, 0.9)

    def close(self) -> None:
        self._sentences.clear()
