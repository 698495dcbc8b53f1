"""Loads a model's files into the library, and asks it what it hears.

The library ends the whole process on an ONNX file that is valid and not of the kind it was told. On other faults it
raises; both cost the worker at most.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from agent.adapters.sherpa_engine.tokens import Heard
from agent.errors import TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ

Architecture = Literal["sense_voice", "paraformer", "streaming_zipformer"]
Samples = npt.NDArray[np.float32]
"""-1 to 1, at 16 kHz."""

_log = logging.getLogger(__name__)

_THREADS = 2  # the smallest device has two cores
_PATHS = 4
"""Sentences that the beam search follows at once; the library's default."""
_ANY_LANGUAGE = "auto"
_SENSE_VOICE_LANGUAGES = frozenset({"zh", "en", "ko", "ja", "yue"})
FAULTS = (RuntimeError, ValueError, IndexError)
"""What the library raises, as Python sees it."""


class StreamingModel:
    """A streaming Zipformer transducer."""

    def __init__(self, folder: Path) -> None:
        tokens = _tokens(folder)
        self._symbols = frozenset(tokens)
        parts = {part: str(_one(folder, f"{part}*.onnx")) for part in ("encoder", "decoder", "joiner")}
        self._recognizer = _loaded(
            folder,
            lambda library: library.OnlineRecognizer.from_transducer(
                **parts,
                tokens=str(folder / "tokens.txt"),
                num_threads=_THREADS,
                decoding_method="modified_beam_search",  # the only one that hot words steer
                max_active_paths=_PATHS,
                modeling_unit="cjkchar",
                enable_endpoint_detection=False,
            ),
        )

    def stream(self, hints: Sequence[str]) -> Any:
        """A new utterance that expects these words."""
        usable = [hint for hint in hints if hint and self._symbols.issuperset(hint)]
        if len(usable) < len(hints):  # the library would print what it cannot spell, and take : # @ / for commands
            _log.info("%d of %d hints are not spelled in this model's tokens", len(hints) - len(usable), len(hints))
        return self._recognizer.create_stream("/".join(usable)) if usable else self._recognizer.create_stream()

    def decode(self, stream: Any, samples: Samples, *, last: bool = False) -> Heard:
        """More speech, and what was heard so far."""
        stream.accept_waveform(SAMPLE_RATE_HZ, samples)
        if last:
            stream.input_finished()
        while self._recognizer.is_ready(stream):
            self._recognizer.decode_stream(stream)
        result = self._recognizer.get_result_all(stream)
        tokens = tuple(result.tokens)
        return Heard(result.text, tokens, tuple(result.timestamps), _logs(tokens, result.ys_probs), marked=False)


class OfflineModel:
    """A Paraformer or SenseVoice model: hears a piece of speech at its end."""

    def __init__(self, folder: Path, architecture: Architecture, language: str) -> None:
        self._folder = folder
        self._multilingual = architecture == "sense_voice"
        self._model_language = language
        self._language = self._known(language)
        self._recognizer = self._load()

    def take_language(self, language: str) -> str:
        """Hear this language from now on, and say which one it is. Loads a SenseVoice model anew for another one."""
        if (known := self._known(language)) != self._language:
            self._language = known
            self._recognizer = None  # never two in memory
            self._recognizer = self._load()
        return language if self._multilingual else self._model_language

    def decode(self, samples: Samples) -> Heard:
        """What is said in a piece of at most 30 s."""
        stream = self._recognizer.create_stream()
        stream.accept_waveform(SAMPLE_RATE_HZ, samples)
        self._recognizer.decode_stream(stream)
        result = stream.result
        tokens = tuple(result.tokens)
        logs = _logs(tokens, result.ys_log_probs)
        return Heard(result.text, tokens, tuple(result.timestamps), logs, marked=not self._multilingual)

    def _known(self, language: str) -> str:
        if not self._multilingual:
            return ""
        return language if language in _SENSE_VOICE_LANGUAGES else _ANY_LANGUAGE

    def _load(self) -> Any:
        _tokens(self._folder)
        model = str(_one(self._folder, "model*.onnx"))
        files = {"tokens": str(self._folder / "tokens.txt"), "num_threads": _THREADS}
        if self._multilingual:
            # use_itn off: numbers stay as they were said, which is what the masker reads
            options = {"language": self._language, "use_itn": False}
            return _loaded(
                self._folder,
                lambda library: library.OfflineRecognizer.from_sense_voice(model=model, **files, **options),
            )
        return _loaded(self._folder, lambda library: library.OfflineRecognizer.from_paraformer(model, **files))


def _loaded(folder: Path, build: Callable[[Any], Any]) -> Any:
    try:
        import sherpa_onnx
    except ImportError:
        raise TechnicianNeededError('sherpa is not installed: run `pip install "tingche[sherpa]"`.') from None
    try:
        return build(sherpa_onnx)
    except FAULTS:
        raise _cannot_load(folder) from None


def _one(folder: Path, pattern: str) -> Path:
    """The file that a catalogue's names point to: `model.int8.onnx`, `encoder-epoch-99.onnx`."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise TechnicianNeededError(
            f"{folder} holds {len(found)} files {pattern}, and needs one: run `tingche-agent models list`."
        )
    return found[0]


def _tokens(folder: Path) -> Mapping[str, int]:
    """tokens.txt, which the library trusts blindly: a token and its number on each line."""
    file = folder / "tokens.txt"
    if not file.is_file():
        raise TechnicianNeededError(f"{folder} holds no sherpa-onnx model: run `tingche-agent models list`.")
    try:
        lines = (line.rsplit(maxsplit=1) for line in file.read_text(encoding="utf-8").splitlines())
        return {token.strip(): int(number) for token, number in lines}
    except ValueError:
        raise _cannot_load(folder) from None


def _cannot_load(folder: Path) -> TechnicianNeededError:
    return TechnicianNeededError(
        f"sherpa cannot load the model in {folder}: run `tingche-agent models verify {folder.name}`."
    )


def _logs(tokens: Sequence[str], logs: Sequence[float]) -> tuple[float, ...]:
    """Log probabilities, where the model gives one for each token."""
    return tuple(logs) if len(logs) == len(tokens) else ()
