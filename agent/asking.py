"""From what happens on a device to the question on its screen: signals -> events -> one question, or a counted reason.

    Signal -> Deriving -> Happening | Moving -> PromptEngine -> Ask | TakeAway | NotAsked | Remember | ...

Pure composition; whoever feeds it brings the time and does what the actions say.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from agent.feedback.trigger import Happening, Moving
from agent.prompting.engine import Action, Event, Happened, PromptEngine, Tick
from agent.signals.deriving import Deriving
from agent.signals.signal import Signal


class Asking:
    """One device's events and questions. Not thread-safe: feed it from one place."""

    def __init__(self, deriving: Deriving, engine: PromptEngine) -> None:
        self._deriving = deriving
        self.engine = engine

    def signal(self, signal: Signal) -> list[Action]:
        """A vehicle signal; its own time is the time."""
        return list(self._raised(self._deriving.take(signal), signal.at))

    def happened(self, what: Happening | Moving, now: datetime) -> list[Action]:
        """Something that is an event already: a charging session that ended, a work order that was closed."""
        return list(self._raised([what], now))

    def signals_lost(self, now: datetime) -> list[Action]:
        """The vehicle's bus is gone."""
        return list(self._raised(self._deriving.lost(), now))

    def person(self, event: Event, now: datetime) -> list[Action]:
        """An answer, a dismissal, "not this trip", other rules."""
        return self.engine.handle(event, now)

    def tick(self, now: datetime) -> list[Action]:
        """Time has passed: a vehicle that stands long enough, a question whose moment has come or gone."""
        return [*self._raised(self._deriving.tick(now), now), *self.engine.handle(Tick(), now)]

    def _raised(self, events: Iterable[Happening | Moving], now: datetime) -> Iterator[Action]:
        for event in events:
            yield from self.engine.handle(event if isinstance(event, Moving) else Happened(event), now)
