"""The engine: a streaming model decodes while speech comes, an offline model hears all of it at the end.

- Runs in a worker process: the library ends its process on a valid ONNX file that is another kind of model.
- Where an utterance ends is the voice detector's to say; the library's own end-pointing stays off.
- Only the hints of the place are boosted, and only by a streaming Zipformer. What boosting the trade's own words is
  worth was never measured, for want of a model to measure with; the repair by sound mends those.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from agent.adapters.sherpa_engine.models import FAULTS, Architecture, OfflineModel, Samples, StreamingModel
from agent.adapters.sherpa_engine.tokens import Heard, joined, read
from agent.errors import TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.feedback.transcript import Transcript
from agent.ports import Capabilities, HearsClips, Partial, SpeechSession
from agent.transcription.confidence import calibrated, is_calibrated

_FULL_SCALE = 32768.0
_BYTES_PER_S = 2 * SAMPLE_RATE_HZ
_TAIL = np.zeros(int(0.66 * SAMPLE_RATE_HZ), np.float32)
"""What a streaming Zipformer needs behind the last word to let it out; the makers' examples add as much."""
_PIECE_S = 30
"""The longest speech that offline models were made for; longer speech is cut where it is quietest."""
_CUT_WITHIN_S = 5
_LEAST_SAMPLES = SAMPLE_RATE_HZ // 10
"""Offline models look at seven frames of 10 ms at once: of fewer, the library reads beyond its memory."""

_CAPABILITIES = {
    # A Paraformer may give times or not, which only decoding shows.
    "streaming_zipformer": Capabilities(
        streaming=True, hot_words=True, latin_letters=True, word_times=True, calibrated_confidence=False
    ),
    "paraformer": Capabilities(
        streaming=False, hot_words=False, latin_letters=True, word_times=False, calibrated_confidence=False
    ),
    "sense_voice": Capabilities(
        streaming=False, hot_words=False, latin_letters=True, word_times=True, calibrated_confidence=False
    ),
}


class SherpaEngine(HearsClips):
    """A loaded sherpa-onnx model.

    Args:
        model_dir: verified folder with tokens.txt and the model's .onnx files.
        model: its name in the catalogue.
        language: of the speech, such as "zh"; SenseVoice also takes others in `open`.
        architecture: which kind of model it is.

    Raises:
        TechnicianNeededError: the library is missing, or the folder holds no model it can load.
    """

    name = "sherpa"

    def __init__(self, model_dir: Path, model: str, language: str, architecture: Architecture) -> None:
        self.model = model
        self.language = language
        self.capabilities = replace(_CAPABILITIES[architecture], calibrated_confidence=is_calibrated(model))
        self._loaded: StreamingModel | OfflineModel | None = (
            StreamingModel(model_dir)
            if architecture == "streaming_zipformer"
            else OfflineModel(model_dir, architecture, language)
        )

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:
        """Begin an utterance. A SenseVoice model loads anew when the language changes: a second or two.

        Raises:
            TechnicianNeededError: the engine is closed, or its files have gone.
        """
        match self._loaded:
            case StreamingModel() as streaming:
                return _Streamed(streaming, self, hints)
            case OfflineModel() as offline:
                return _Collected(offline, self, offline.take_language(language or self.language))
            case None:
                raise TechnicianNeededError("sherpa is closed: restart the agent.")

    def close(self) -> None:
        """Free the model."""
        self._loaded = None

    def transcript(self, pieces: Sequence["_Piece"], language: str, audio_s: float) -> Transcript:
        """What was heard in the pieces of one utterance."""
        readings = [read(p.heard, p.start_s, p.end_s) for p in pieces]
        timed = all(r.words for r in readings if r.text)
        logs = [log for p in pieces for log in p.heard.log_probabilities]
        said = Transcript(
            text=joined(r.text for r in readings),
            words=tuple(w for r in readings for w in r.words) if timed else (),
            engine=self.name,
            model=self.model,
            language=language,
            audio_s=audio_s,
            confidence=math.exp(min(sum(logs) / len(logs), 0.0)) if logs else None,
        )
        return calibrated(said)

    def failed(self, audio_s: float) -> TechnicianNeededError:
        """What is raised when the library fails on speech."""
        return TechnicianNeededError(
            f"sherpa failed on {audio_s:.1f} s of audio: run `tingche-agent models verify {self.model}`."
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    heard: Heard = field(repr=False)
    start_s: float
    end_s: float


class _Streamed:
    """One utterance through a streaming model."""

    def __init__(self, model: StreamingModel, engine: SherpaEngine, hints: Sequence[str]) -> None:
        self._model = model
        self._engine = engine
        self._stream = model.stream(hints)
        self._rest = b""
        self._bytes = 0
        self._shown = ""

    def feed(self, pcm: bytes) -> Partial | None:
        """Decodes; the words so far where they changed.

        Raises:
            TechnicianNeededError: the library failed; the engine is broken and stays so.
        """
        self._bytes += len(pcm)
        whole, self._rest = _whole_samples(self._rest + pcm)
        said = self._transcript(self._decode(_samples(whole))).text
        if said == self._shown:
            return None
        self._shown = said
        return Partial(said)

    def finish(self) -> Iterator[Partial | Transcript]:
        """The Transcript. Silence gives empty text.

        Raises:
            TechnicianNeededError: as `feed`.
        """
        yield self._transcript(self._decode(_TAIL, last=True))

    def close(self) -> None:
        """Let go of the decoder and of what it heard."""
        self._stream = None
        self._rest, self._shown = b"", ""

    @property
    def _audio_s(self) -> float:
        return self._bytes / _BYTES_PER_S

    def _decode(self, samples: Samples, *, last: bool = False) -> Heard:
        try:
            return self._model.decode(self._stream, samples, last=last)
        except FAULTS:
            raise self._engine.failed(self._audio_s) from None

    def _transcript(self, heard: Heard) -> Transcript:
        return self._engine.transcript([_Piece(heard, 0.0, self._audio_s)], self._engine.language, self._audio_s)


class _Collected:
    """Collects the speech, and hears all of it at the end."""

    def __init__(self, model: OfflineModel, engine: SherpaEngine, language: str) -> None:
        self._model = model
        self._engine = engine
        self._language = language
        self._pcm = bytearray()

    def feed(self, pcm: bytes) -> Partial | None:
        """Nothing is heard yet."""
        self._pcm += pcm
        return None

    def finish(self) -> Iterator[Partial | Transcript]:
        """A Partial per piece of speech, then the Transcript. Silence gives empty text.

        Raises:
            TechnicianNeededError: the library failed; the engine is broken and stays so.
        """
        audio_s = len(self._pcm) / _BYTES_PER_S
        whole, _ = _whole_samples(bytes(self._pcm))
        pieces: list[_Piece] = []
        for start, samples in cut(_samples(whole)):
            try:
                heard = self._model.decode(samples)
            except FAULTS:
                raise self._engine.failed(audio_s) from None
            pieces.append(_Piece(heard, start / SAMPLE_RATE_HZ, (start + len(samples)) / SAMPLE_RATE_HZ))
            yield Partial(self._engine.transcript(pieces, self._language, audio_s).text)
        yield self._engine.transcript(pieces, self._language, audio_s)

    def close(self) -> None:
        """Forget what was said."""
        self._pcm.clear()


def cut(samples: Samples) -> Iterator[tuple[int, Samples]]:
    """Speech in pieces that an offline model can hear, each with its first sample's place; cut where it is quietest."""
    start = 0
    while len(samples) - start > _PIECE_S * SAMPLE_RATE_HZ:
        latest = start + _PIECE_S * SAMPLE_RATE_HZ
        earliest = latest - _CUT_WITHIN_S * SAMPLE_RATE_HZ
        blocks = samples[earliest:latest].reshape(-1, _LEAST_SAMPLES)
        end = earliest + int(np.argmin(np.square(blocks).sum(axis=1))) * _LEAST_SAMPLES + _LEAST_SAMPLES // 2
        yield start, samples[start:end]
        start = end
    if len(samples) - start >= _LEAST_SAMPLES:
        yield start, samples[start:]


def _whole_samples(pcm: bytes) -> tuple[bytes, bytes]:
    """The samples, and half a one where bytes were cut in the middle."""
    end = len(pcm) // 2 * 2
    return pcm[:end], pcm[end:]


def _samples(pcm: bytes) -> Samples:
    return np.frombuffer(pcm, dtype="<i2").astype(np.float32) / _FULL_SCALE
