"""A device whose pages are open: the agent's own composition on a real store; microphone and engine are scripted."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from agent.adapters.key_file import FileKeys
from agent.contract.messages import DeviceKind
from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, HearsClips, Partial
from agent.runtime import Agent
from tests.fakes.device import HubKeys, Person
from tests.fakes.talking_room import TalkingRoom

PROFILE = """
kind = "{kind}"
language = "{language}"
place = "{place}"
anonymous_visits = {anonymous}
[speech]
models = ["{model}"]
[surface]
port = 0
idle_reset_s = {idle_s}
origins = {origins}
{surface}
[vehicle]
{vehicle}
"""


class TouchedDevice:
    """An enrolled device that runs, with its pages on a free port of loopback and no network.

    Args:
        state: its folder.
        kind: head_unit, charger_kiosk or service_terminal.
        sentences: what the engine hears, one per utterance, words with spaces between. None: there is no engine.
        place: the site's name.
        idle_s: seconds until an anonymous page wipes itself.
        talks_s: how long the person talks when nobody lets go.
        origins: further addresses of the pages.
        models: a real speech model by name, and where models are.
        surface: further lines of the profile's section `surface`.
        language: what is spoken here.
        vehicle: lines of its section `vehicle`.
    """

    def __init__(
        self,
        state: Path,
        kind: str = "head_unit",
        sentences: Sequence[str] | None = (),
        *,
        place: str = "",
        idle_s: int = 30,
        talks_s: float = 1.0,
        origins: Sequence[str] = (),
        models: tuple[str, Path] | None = None,
        surface: str = "",
        language: str = "zh-CN",
        vehicle: str = "",
    ) -> None:
        FileKeys.create(state / "keys").keep_masking_key(bytes(range(32)))
        identity = HubKeys().identity().model_copy(update={"kind": DeviceKind(kind), "place": place})
        (state / "identity.json").write_text(identity.model_dump_json())
        anonymous = str(kind != "head_unit").lower()
        model, root = models or ("vosk-model-small-cn-0.22", state / "models")
        values = {
            "model": model,
            "kind": kind,
            "place": place,
            "anonymous": anonymous,
            "idle_s": idle_s,
            "origins": list(origins),
            "surface": surface,
            "language": language,
            "vehicle": vehicle,
        }
        (state / "profile.toml").write_text(PROFILE.format(**values))
        self.state = state
        self.agent = Agent(state, models_root=root, forward=False)
        if sentences is not None:
            self._talk(list(sentences), talks_s)
        self.pages = self.agent.open_pages()
        assert self.pages is not None
        self.agent.begin_asking()
        self.url = self.pages.url

    @property
    def store(self) -> Any:
        return self.agent._store

    def happens(self, trigger: str, **facts: Any) -> None:
        """Something that may be worth a question."""
        self.agent._serve({"do": "trigger", "trigger": trigger, "facts": facts}, Person())

    def tells(self, name: str, value: Any) -> None:
        """A vehicle signal, from a system without a databroker."""
        self.agent._serve({"do": "signal", "name": name, "value": value}, Person())

    def cabin(self, *, moving: bool, night: bool = False) -> None:
        """What the car says of itself."""
        self.agent._serve({"do": "cabin", "moving": moving, "night": night}, None)

    @property
    def signing_key(self) -> Any:
        """The device's public key."""
        return FileKeys(self.state / "keys").signing_key().public_key()

    def on_disk(self) -> bytes:
        """Every byte that the device keeps, its keys apart."""
        return b"".join(file.read_bytes() for file in self.state.glob("agent.db*"))

    def close(self) -> None:
        self.pages.close()
        self.agent.close()

    def _talk(self, sentences: list[str], talks_s: float) -> None:
        engine = _WordByWord(sentences)
        engines = self.agent._engines
        engines.describe = lambda: {"installed": True}
        self.agent.requests._engine = lambda _language: engine

        def source(*, wav: Path | None, ears: Any, mode: Any, released: Callable[[], bool]) -> TalkingRoom:
            self.ears = ears
            return TalkingRoom(released, 60.0 if mode == "hold" else talks_s)

        self.agent._sources.open = source


class _WordByWord(HearsClips):
    """A streaming engine that hears the next word every so many blocks."""

    name = "scripted"
    model = "scripted-zh"
    capabilities = Capabilities(
        streaming=True, hot_words=False, latin_letters=True, word_times=True, calibrated_confidence=True
    )

    def __init__(self, sentences: list[str]) -> None:
        self._sentences = sentences

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> "_Utterance":
        return _Utterance(self._sentences.pop(0))

    def close(self) -> None:
        self._sentences.clear()


class _Utterance:
    _BLOCKS_A_WORD = 3

    def __init__(self, sentence: str) -> None:
        self._words = sentence.split(" ")
        self._blocks = 0

    def feed(self, pcm: bytes) -> Partial | None:
        self._blocks += 1
        count, rest = divmod(self._blocks, self._BLOCKS_A_WORD)
        return Partial("".join(self._words[:count])) if rest == 0 and count <= len(self._words) else None

    def finish(self) -> Iterator[Partial | Transcript]:
        timed = tuple(Word(word, i * 0.2, (i + 1) * 0.2, 0.9) for i, word in enumerate(self._words))
        yield Transcript("".join(self._words), timed, "scripted", "scripted-zh", "zh", 2.0, 0.9)

    def close(self) -> None:
        self._words = []
