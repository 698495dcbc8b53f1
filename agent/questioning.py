"""The question on the device, kept by one owner: events come in from any thread, one question at a time goes out.

    vehicle, charger, technician -> Asking -> the question that stands there now -> pages and control socket
                                           -> what was asked, and what not and why -> durable

- A question that nobody reacts to is over after 8 seconds at the wheel and 30 beside it. That is a refusal: it rests.
  Where pages show the questions that time begins when one does; what no page shows in time was not asked.
- While somebody answers by voice (`hold`) it waits for them.
- A conversation is a question with its follow-ups; its number stays the same while they are asked.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from agent.asking import Asking
from agent.contract.directives import PromptRule, PromptSet
from agent.contract.triggers import FOLLOW_UP, TRIGGERS, VISIT
from agent.errors import AgentError, InputRefusedError
from agent.feedback.trigger import Fact, Happening, Moving
from agent.ports import Clock, Future, QuestionStore
from agent.prompting.engine import (
    Action,
    Answered,
    AnsweredAway,
    Ask,
    Event,
    Left,
    NotAsked,
    PromptEngine,
    Quiet,
    QuietOver,
    Remember,
    RulesChanged,
    Seen,
    TakeAway,
    WakeAt,
)
from agent.prompting.history import Ended, Limits
from agent.prompting.visit import InForce, rules_in_force
from agent.prompting.wording import figures_only, worded
from agent.signals.deriving import STANDS_AFTER, Deriving
from agent.signals.signal import LATITUDE, LONGITUDE, Signal
from agent.signals.usual_area import UsualArea

_log = logging.getLogger(__name__)

AT_THE_WHEEL_S: Final = 8.0
PARKED_S: Final = 30.0
"""How long a question stands without any reaction."""
_LONGEST_SLEEP_S: Final = 60.0
"""The wall clock may jump: what waits for a moment looks at it at least so often."""


@dataclass(frozen=True, slots=True)
class Question:
    """The question that stands there now."""

    number: int
    """Of this question; answers name it, so that a late one is not taken for the next question's."""
    conversation: int
    """The same for a question and its follow-ups."""
    rule: PromptRule
    source: PromptSet
    """The set that the rule stands in."""
    zh: str
    """Its words, facts filled in."""
    en: str
    scene: str
    """What had happened: the trigger."""
    figures_only: bool
    """Whether what was filled in are numbers and nothing else."""

    def shown(self) -> dict[str, Any]:
        """As a page and the control socket are told."""
        return {
            "number": self.number,
            "conversation": self.conversation,
            "rule": self.rule.rule_id,
            "zh": self.zh,
            "en": self.en,
            "safety": self.rule.safety,
            "answers": [{"id": one.answer_id, "zh": one.zh, "en": one.en} for one in self.rule.answers],
        }


class Questioning:
    """Owns a device's questions. Safe to call from any thread.

    Args:
        own: the questions that ship with this kind of device.
        store: what was asked before, and the sets that the hub pushed.
        clock: the device's; its wall clock is the hub's time once that was heard.
        limits: how much may be asked of one person.
        parked: nothing here ever moves: a kiosk.
        usual_area: of the vehicle, where its position may be looked at; kept in the store.
        tags: of the person who sits here now, for rules with an audience; asked at each event.
        moves: told when the vehicle begins to move or stands.
        changed: told when another question stands there, or none; on the thread that brought it.
        quiet_over: makes durable that "not this trip" is over.
        left_alone: told the number of a conversation that ended by itself: nobody reacted, or the vehicle moved off.
    """

    def __init__(
        self,
        *,
        own: PromptSet,
        store: QuestionStore,
        clock: Clock,
        limits: Limits,
        parked: bool = False,
        usual_area: UsualArea | None = None,
        tags: Callable[[], Iterable[str]] = frozenset,
        moves: Callable[[bool], object] = lambda _yes: None,
        changed: Callable[[], object] = lambda: None,
        quiet_over: Callable[[], Future[None]] | None = None,
        left_alone: Callable[[int], object] = lambda _conversation: None,
    ) -> None:
        self._own, self._store, self._clock = own, store, clock
        self._moves, self._changed, self._left_alone = moves, changed, left_alone
        self._quiet_over = quiet_over
        self._tags = tags
        engine = PromptEngine(self._sets(), asked=store.asked(), limits=limits)
        self._asking = Asking(Deriving(usual_area), engine)
        self._usual_area = usual_area
        self._lock = threading.Condition(threading.RLock())
        self._visited = {} if usual_area is None else usual_area.visited
        self._question: Question | None = None
        self._put_aside: Question | None = None
        self._gives_up_at: float | None = None
        self._held = 0
        self._questions = self._conversations = 0
        self._wake_at: datetime | None = None
        self._stands_at: datetime | None = None
        self._signal_at: datetime | None = None
        self._thread: threading.Thread | None = None
        self._closing = False
        if parked:
            engine.handle(Moving(yes=False), clock.now())

    def start(self) -> None:
        """Ask at the moments that were waited for, from now on, on a thread of its own."""
        self._thread = threading.Thread(target=self._keep_time, name="questions", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ask nothing more. Closing twice is fine."""
        with self._lock:
            self._closing = True
            self._lock.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # ---- what happens --------------------------------------------------------------------------------------------

    def happened(self, trigger: str, facts: Mapping[str, Fact]) -> list[NotAsked]:
        """Something happened just now; which rules would have asked about it and why they do not.

        Raises:
            InputRefusedError: no such trigger, or it does not tell this.
        """
        known = {name: told for name, told in TRIGGERS.items() if name not in {FOLLOW_UP, VISIT}}
        if trigger not in known:
            raise InputRefusedError(f"No event is called {trigger!r}. Use one of: {', '.join(known)}.")
        for name in facts:
            if name not in known[trigger]:
                told = ", ".join(known[trigger]) or "nothing"
                raise InputRefusedError(f"{trigger} does not tell {name!r}. It tells: {told}.")
        now = self._clock.now()
        self._asking.engine.use_tags(self._tags())
        return self._feed(lambda: self._asking.happened(Happening(trigger, now, dict(facts)), now))

    def now(self) -> datetime:
        """The device's time, for who has a signal without one."""
        return self._clock.now()

    def signal(self, signal: Signal) -> None:
        """A vehicle signal, heard just now."""
        with self._lock:
            self._signal_at = signal.at
            self._stands_at = self._stands_at or signal.at + STANDS_AFTER
        self._feed(lambda: self._asking.signal(signal))
        if signal.name in {LATITUDE, LONGITUDE}:
            self._keep_usual_area()

    def signals_lost(self) -> None:
        """The vehicle's bus is gone: it counts as moving."""
        now = self._clock.now()
        self._feed(lambda: self._asking.signals_lost(now))

    @property
    def at_the_wheel(self) -> bool:
        """Whether the vehicle moves, as far as is known."""
        return self._asking.engine.moving

    def moving(self, *, yes: bool) -> None:
        """The car says itself whether it moves."""
        now = self._clock.now()
        self._feed(lambda: self._asking.happened(Moving(yes), now))

    def quiet(self, *, yes: bool) -> None:
        """Not on this trip, or again."""
        self._say(Quiet(yes))

    def rules_changed(self) -> None:
        """The hub pushed another set."""
        self._say(RulesChanged(self._sets()))

    def pages_show(self) -> None:
        """Pages show the questions from now on: one counts as asked once a page says so (`seen`)."""
        with self._lock:
            self._asking.engine.wait_until_seen()

    def rules(self) -> InForce:
        """Every rule in force, by id: what a visitor's page asks is among them."""
        return rules_in_force(self._sets(), self._clock.now())

    # ---- the question that stands there --------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """The one that stands there now."""
        return self._question

    def seen(self, number: int) -> bool:
        """A page shows it to a person; False where another one stands there by now."""
        with self._lock:
            if self._question is None or self._question.number != number:
                return False
            if self._gives_up_at is None:
                self._say(Seen())
                self._restart_patience()
                self._lock.notify_all()
            return True

    @property
    def in_sight(self) -> bool:
        """Whether the question that stands there is in front of a person, as far as is known."""
        return self._asking.engine.seen

    def answer(self, number: int, answer_ids: tuple[str, ...]) -> bool:
        """It was answered (no id: in free words); False where another one stands there by now."""
        with self._lock:
            away = self._put_aside
            if away is not None and away.number == number:  # taken from the screen as somebody answered it
                self._put_aside = None
                self._say(AnsweredAway(away.rule.rule_id))
                return False
        return self._end(number, Answered(answer_ids))

    def leave(self, number: int) -> bool:
        """It was dismissed; False where another one stands there by now."""
        return self._end(number, Left())

    @contextmanager
    def hold(self, number: int) -> Iterator[None]:
        """Somebody is answering: it does not end by itself meanwhile, and has its whole time afterwards."""
        with self._lock:
            self._held += 1
        try:
            yield
        finally:
            with self._lock:
                self._held -= 1
                if self._question is not None and self._question.number == number and self._gives_up_at is not None:
                    self._restart_patience()
                self._lock.notify_all()

    def status(self) -> dict[str, Any]:
        """What was asked and what not in the last 100 days, for people. No answers and no words of anybody."""
        ended = [one.ended.value for one in self._store.asked()]
        return {
            "asked": {end.value: ended.count(end.value) for end in Ended if end.value in ended},
            "not_asked": dict(self._store.not_asked()),
            "now": None if self._question is None else self._question.rule.rule_id,
        }

    # ---- inside --------------------------------------------------------------------------------------------------

    def _sets(self) -> tuple[PromptSet, ...]:
        """The shipped questions, then pushed ones from the oldest version on: the newer replaces by rule id."""
        pushed = sorted(self._store.directives(PromptSet.kind), key=lambda kept: (kept.version, kept.matter))
        return (self._own, *(PromptSet.model_validate_json(kept.content) for kept in pushed))

    def _end(self, number: int, how: Event) -> bool:
        with self._lock:
            if self._question is None or self._question.number != number:
                return False
            now = self._clock.now()
            self._feed(lambda: self._asking.person(how, now), by_person=True)
            return True

    def _say(self, event: Event) -> None:
        now = self._clock.now()
        self._feed(lambda: self._asking.person(event, now))

    def _feed(self, work: Callable[[], list[Action]], *, by_person: bool = False) -> list[NotAsked]:
        """One change, and everything that follows from it."""
        with self._lock:
            moved, before = self._asking.engine.moving, self._question
            actions = work()
            self._follow(actions)
            if self._asking.engine.shown is None:
                self._question = None
            if self._asking.engine.moving is not moved:
                self._moves(not moved)
                self._hurry()
            if self._question is not before:
                self._changed()
            self._lock.notify_all()
            now = self._question
        if before is not None and not by_person and (now is None or now.conversation != before.conversation):
            self._left_alone(before.conversation)
        return [action for action in actions if isinstance(action, NotAsked)]

    def _follow(self, actions: list[Action]) -> None:
        for action in actions:
            match action:
                case Ask():
                    self._show(action)
                case TakeAway():
                    self._put_aside, self._question = self._question, None
                case QuietOver():
                    if self._quiet_over is not None:
                        self._keep(self._quiet_over)
                    self._changed()
                case Remember(asked):
                    self._keep(partial(self._store.remember_asked, asked))
                case WakeAt(at):
                    self._wake_at = at
        reasons = [action.reason.value for action in actions if isinstance(action, NotAsked)]
        if reasons:
            self._keep(partial(self._store.count_not_asked, reasons))

    def _show(self, ask: Ask) -> None:
        if not ask.follows:
            self._conversations += 1
        self._questions += 1
        facts = ask.happening.facts
        self._question = Question(
            number=self._questions,
            conversation=self._conversations,
            rule=ask.rule,
            source=ask.source,
            zh=worded(ask.rule.question_zh, facts) or "",
            en=worded(ask.rule.question_en, facts) or "",
            scene=ask.happening.trigger,
            figures_only=figures_only(ask.rule.question_zh + ask.rule.question_en, facts),
        )
        self._gives_up_at = None
        if self._asking.engine.seen:
            self._restart_patience()

    def _restart_patience(self) -> None:
        patience = AT_THE_WHEEL_S if self._asking.engine.moving else PARKED_S
        self._gives_up_at = self._clock.monotonic() + patience

    def _hurry(self) -> None:
        """The vehicle moves or stands: the question has the time that fits, at most."""
        if self._asking.engine.moving and self._gives_up_at is not None:
            self._gives_up_at = min(self._gives_up_at, self._clock.monotonic() + AT_THE_WHEEL_S)

    @staticmethod
    def _keep(durably: Callable[[], Any]) -> None:
        """A disk that refuses costs a limit, never a question or an answer."""
        try:
            durably().result()
        except AgentError as error:
            _log.warning("what was asked could not be kept: %s", type(error).__name__)

    def _keep_usual_area(self) -> None:
        """Once for each new square and day, not for each position."""
        visited = {} if self._usual_area is None else self._usual_area.visited
        if visited != self._visited:
            self._visited = visited
            self._keep(partial(self._store.keep_visited, visited))

    # ---- time ----------------------------------------------------------------------------------------------------

    def _keep_time(self) -> None:
        while self._sleep():
            self.tick()

    def tick(self) -> None:
        """Time has passed; called by itself once started."""
        now = self._clock.now()
        if self._wake_at is not None and self._wake_at <= now:
            self._wake_at = None
            self._feed(lambda: self._asking.tick(now))
        if self._stands_at is not None and self._stands_at <= now:
            self._feed(lambda: self._asking.tick(now))
            later = None if self._signal_at is None else self._signal_at + STANDS_AFTER
            self._stands_at = later if later is not None and later > now else None
        question, ends = self._question, self._gives_up_at
        if question is None or self._held or ends is None or self._clock.monotonic() < ends:
            return
        if self._end(question.number, Left(Ended.UNANSWERED)):
            self._left_alone(question.conversation)

    def _sleep(self) -> bool:
        """Until something is due or changes; whether to go on."""
        with self._lock:
            if not self._closing:
                self._lock.wait(self._sleeps_s())
            return not self._closing

    def _sleeps_s(self) -> float:
        now = self._clock.now()
        moments = [at - now for at in (self._wake_at, self._stands_at) if at is not None]
        waits = [max(one, timedelta(0)).total_seconds() for one in moments]
        if self._question is not None and not self._held and self._gives_up_at is not None:
            waits.append(max(self._gives_up_at - self._clock.monotonic(), 0.0))
        return min([*waits, _LONGEST_SLEEP_S])
