"""What the device says aloud: its question, and that something was kept. Optional, offline, and never of anybody.

- Only sentences of ours: questions that are in force, with nothing but figures filled in, and the short list below.
- Never while somebody is listened to: `silence` stops what is being said, waits until it is still, and lasts until the
  microphone is closed.
- What could not be said is not said later: by then it is over.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from agent.consent.grant import Permit
from agent.errors import AgentError
from agent.ports import AudioSource, Loudspeaker, Voice

if TYPE_CHECKING:
    from agent.listening.endpointing import Event
    from agent.listening.sound import SourceLost

_log = logging.getLogger(__name__)

NOT_HEARD: Final = ("没有听到，请再说一遍。", "I heard nothing. Please say it again.")
HEARD: Final = ("听到了。", "I heard you.")
PARK_FIRST: Final = ("请停车后同意，再说。", "Please park and agree first.")
QUIET: Final = ("好的，本次行程不打扰您。", "All right, nobody asks on this trip.")
DELETED: Final = ("已按您的要求删除。", "Deleted, as you asked.")


class Aloud:
    """Says one sentence at a time; a newer one takes the place of an older. Safe to call from any thread.

    Args:
        voice: turns a sentence into sound; None: this device says nothing.
        loudspeaker: plays it.
        wanted: whether who sits here wants it, asked before each sentence.
        language: such as "zh-CN"; what the device speaks first.
    """

    def __init__(
        self, voice: Voice | None, loudspeaker: Loudspeaker, *, wanted: Callable[[], bool], language: str
    ) -> None:
        self._voice = voice
        self._loudspeaker = loudspeaker
        self._wanted = wanted
        self.language = language
        """What is spoken from the next sentence on."""
        self._lock = threading.Lock()
        self._listening = 0
        self._closed = False
        self._now: _Sentence | None = None
        self._trouble = ""

    def say(self, zh: str, en: str) -> None:
        """Say it, on a thread of its own; nothing happens where it is not wanted, or while somebody is listened to."""
        english = self.language.startswith("en") and bool(en)
        if self._voice is None or not self._wanted():
            return
        with self._lock:
            if self._listening or self._closed:
                return
            before, self._now = self._now, _Sentence(self._speak, en if english else zh, "en" if english else "zh-CN")
            if before is not None:
                before.stop()
            self._now.start()

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Nothing is said meanwhile; what is being said has ended when this begins."""
        with self._lock:
            self._listening += 1
            now = self._now
        try:
            if now is not None:
                now.stop()
                now.join()
            yield
        finally:
            with self._lock:
                self._listening -= 1

    def close(self) -> None:
        """Say nothing any more."""
        with self._lock:
            self._closed = True
        with self.silence():
            pass

    def status(self) -> dict[str, Any]:
        """Whether the device speaks, and what keeps it from it."""
        return {"on": self._voice is not None, "trouble": self._trouble}

    def _speak(self, words: str, language: str, stopped: Callable[[], bool]) -> None:
        assert self._voice is not None  # noqa: S101 - `say` asked
        try:
            sound = self._voice.spoken(words, language)
            self._loudspeaker.play(sound, stopped)
            trouble = ""
        except AgentError as error:
            trouble = str(error)
            if trouble != self._trouble:  # once, and not for each sentence
                _log.warning("nothing is said aloud: %s", trouble)
        self._trouble = trouble


class Hushed:
    """A source of sound in whose listening the device itself is still."""

    def __init__(self, source: AudioSource, aloud: Aloud) -> None:
        self._source = source
        self._aloud = aloud

    @property
    def notes(self) -> tuple[str, ...]:
        """As the source's own."""
        return self._source.notes

    def listen(self, permit: Permit) -> "Iterator[Event | SourceLost]":
        """As `AudioSource.listen`."""
        with self._aloud.silence():
            yield from self._source.listen(permit)


class Telling:
    """A person's side of a request, and the loudspeaker beside it.

    Args:
        talk: where events are shown.
        aloud: where a few of them are said.
        moving: whether the vehicle moves: what stands on the screen otherwise needs no voice.
    """

    def __init__(self, talk: Any, aloud: Aloud, moving: Callable[[], bool]) -> None:
        self._talk = talk
        self._aloud = aloud
        self._moving = moving

    def tell(self, event: dict[str, Any]) -> None:
        """Show it; say it where it is one of ours."""
        self._talk.tell(event)
        match event:
            case {"event": "recorded", "wording": str(zh), "wording_en": str(en)}:
                self._aloud.say(zh, en)
            case {"event": "not_kept", "reason": "nothing_said"}:
                self._aloud.say(*NOT_HEARD)
            case {"event": "not_this_trip", "on": True}:
                self._aloud.say(*QUIET)
            case {"event": "erased"}:
                self._aloud.say(*DELETED)

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """Show it and wait for the answer."""
        if self._moving():
            match question:
                case {"event": "review" | "confirm_erasure"}:
                    self._aloud.say(*HEARD)
                case {"event": "ask_consent"}:
                    self._aloud.say(*PARK_FIRST)
        answer: dict[str, Any] = self._talk.ask(question)
        return answer

    def released(self) -> bool:
        """Whether the person let go of the button."""
        return bool(self._talk.released())


class _Sentence:
    def __init__(self, speak: Callable[[str, str, Callable[[], bool]], None], words: str, language: str) -> None:
        self._stopped = threading.Event()
        self._before_ended = threading.Event()
        self._thread = threading.Thread(
            target=speak, args=(words, language, self._stopped.is_set), name="aloud", daemon=True
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()

    def join(self) -> None:
        self._thread.join()
