"""A page's side of a request: events go to the page as they happen, its answers come back.

The request runs on a thread of its own and may wait there; the page is served by an event loop. A page that went away
has let go of the button and answers nothing, as a client of the control socket that hung up.
"""

import asyncio
import contextlib
import queue
import secrets
import threading
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # it brings numpy and soxr
    from agent.adapters.pcm_pipe import PushedSound

Event = dict[str, Any]

ANSWER_WITHIN_S: Final = 900.0
"""A question that nobody answers for so long is answered with nothing. A page that closes, or a kiosk that wipes
itself, has answered nothing at once."""
A_DRIVE_S: Final = 4 * 3600.0
"""The same on the device's own screen: a driver who spoke on the motorway reads it when the car stands."""
_TICK_S: Final = 0.5
_MAX_TOLD: Final = 1000
"""Events that may wait for a slow page; beyond it levels are dropped, and nothing else."""


class PageConversation:
    """One request of one page.

    Args:
        loop: the event loop that serves the page.
        shown: what the page gets to see of an event; None keeps it from the page.
        answer_within_s: how long a question waits.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        shown: Callable[[Event], Event | None],
        *,
        answer_within_s: float = ANSWER_WITHIN_S,
    ) -> None:
        self.id = secrets.token_urlsafe(12)
        self.sound: PushedSound | None = None
        """Where the page's own microphone is heard, if it listens with that."""
        self._loop = loop
        self._shown = shown
        self._answer_within_s = answer_within_s
        self._told: asyncio.Queue[Event | None] = asyncio.Queue()
        self._answers: queue.Queue[Event] = queue.Queue()
        self._asking = False
        self._released = False
        self._gone = False

    # ---- the request's side, on its own thread ----

    def tell(self, event: Event) -> None:
        """Show this. A page that went away does not stop a request that is being made durable."""
        shown = self._shown(event)
        if shown is not None and not (event.get("event") == "level" and self._told.qsize() > _MAX_TOLD):
            self._put(shown)

    def ask(self, question: Event) -> Event:
        """Show this and wait for the answer; nobody there has answered nothing."""
        if self._gone:
            return {}
        self._asking = True
        self.tell({**question, "question": True})
        try:
            return self._answers.get(timeout=self._answer_within_s)
        except queue.Empty:
            self.tell({"event": "answered_nothing"})
            return {}
        finally:
            self._asking = False

    def released(self) -> bool:
        """Whether the person let go, or went away. Never waits."""
        return self._released

    def finish(self, *last: Event) -> None:
        """The request is over."""
        for event in last:
            self._put(event)
        self._put(None)

    # ---- the page's side, on the event loop ----

    def answer(self, answer: Event) -> bool:
        """The page's answer; False when nothing was asked."""
        if not self._asking:
            return False
        self._asking = False
        self._released = False  # what comes now, such as a second hearing, has a button of its own
        self._answers.put(answer)
        return True

    def release(self) -> None:
        """The person let go of the button."""
        self._released = True
        if self.sound is not None:
            self.sound.close()

    def hang_up(self) -> None:
        """The page is gone."""
        self._gone = self._released = True
        if self.sound is not None:
            self.sound.close()
        self._answers.put({})

    async def events(self, stopping: threading.Event) -> AsyncIterator[Event]:
        """What there is to show, until the request is over or nobody is served any more."""
        while not stopping.is_set():
            with contextlib.suppress(TimeoutError):
                event = await asyncio.wait_for(self._told.get(), _TICK_S)
                if event is None:
                    return
                yield event

    def _put(self, event: Event | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._told.put_nowait, event)
        except RuntimeError:  # the loop was closed: the agent stops, and nobody looks any more
            self.hang_up()
