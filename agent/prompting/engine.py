"""PromptEngine: what happened in, at most one question out. Sans-I/O: time comes in with each event.

    Happened -> rules whose trigger and conditions fit -> the one that matters most -> waits for its moment -> Ask
    Answered -> follow-up, in the same conversation -> Remember

- One question at a time. While the vehicle moves only what may be asked by voice alone; the rest waits until it stands,
  as long as the question still makes sense (`ask_within_s`).
- What is about safety takes the place of what is not; that waits meanwhile.
- Where pages show the questions one counts as asked from when a page shows it (`Seen`). No page until it makes no sense
  any more: it was not asked.
- "Not this trip" ends with the trip.
- At most so many a day and a week, over all rules; a dismissed one rests. What is about safety is not counted.
- Not a signal that says otherwise counts as moving.
- Every question that was due and not asked is reported with its reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from agent.contract.directives import PromptRule, PromptSet
from agent.contract.triggers import TRIP_ENDED
from agent.feedback.trigger import Happening, Moving
from agent.prompting.conditions import holds
from agent.prompting.history import Asked, Ended, History, Limits, Suppressed
from agent.prompting.wording import worded

# ---- what comes in -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Happened:
    """A trigger source saw something."""

    happening: Happening


@dataclass(frozen=True, slots=True)
class Quiet:
    """The person wants no questions on this trip, or does again."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """The question on the screen was answered."""

    answer_ids: tuple[str, ...] = ()
    """Empty: in free words."""


@dataclass(frozen=True, slots=True)
class AnsweredAway:
    """A question that has just been taken from the screen was answered all the same: it need not come back."""

    rule_id: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The question on the screen is in front of a person."""


@dataclass(frozen=True, slots=True)
class Left:
    """The question on the screen was dismissed, or nobody reacted."""

    ended: Ended = Ended.DISMISSED


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """Other sets are in force."""

    sets: tuple[PromptSet, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""


Event = Happened | Moving | Quiet | Answered | AnsweredAway | Seen | Left | RulesChanged | Tick

# ---- what goes out -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """Put this question to the person, now."""

    rule: PromptRule
    happening: Happening
    by_voice: bool
    """No text and nothing to touch: the vehicle moves."""
    source: PromptSet
    """The set that the rule stands in."""
    follows: bool = False
    """A follow-up, in the conversation that stands there; otherwise one begins."""


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Clear the question from the screen, and why; mostly it waits for a better moment."""

    rule_id: str
    reason: Suppressed


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Count it."""

    rule_id: str
    reason: Suppressed


@dataclass(frozen=True, slots=True)
class Remember:
    """Make durable what was asked, so that a restart forgets no limit."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Send a Tick then."""

    at: datetime


@dataclass(frozen=True, slots=True)
class QuietOver:
    """The trip is over, and with it "not this trip": make that durable."""


Action = Ask | TakeAway | NotAsked | Remember | WakeAt | QuietOver

# ---- the engine ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Waiting:
    rule: PromptRule
    source: PromptSet
    happening: Happening
    until: datetime
    held_up: Suppressed = Suppressed.BUSY

    @property
    def from_(self) -> datetime:
        return self.happening.at + timedelta(seconds=self.rule.delay_s)


@dataclass(slots=True)
class _Shown:
    first: PromptRule
    """Which the conversation began with: it is what is remembered."""
    rule: PromptRule
    source: PromptSet
    happening: Happening
    asked_at: datetime
    until: datetime
    """When it makes no sense any more, where nobody has seen it."""
    seen: bool

    @property
    def began(self) -> bool:
        """Whether it is past its first question: something was answered."""
        return self.rule is not self.first


class PromptEngine:
    """One device's questions. Not thread-safe: feed it from one place.

    Args:
        sets: rules in force, shipped ones first; a rule id that comes again replaces the one before.
        asked: what was asked before, from the store.
        tags: of this device or profile, for `audience`. They never leave the device.
        limits: over all rules.
    """

    def __init__(
        self, sets: Iterable[PromptSet], *, asked: Iterable[Asked] = (), tags: Iterable[str] = (), limits: Limits
    ) -> None:
        self._rules = _by_id(sets)
        self._history = History(asked)
        self._tags = frozenset(tags)
        self._limits = limits
        self._moving = True
        self._quiet = False
        self._by_pages = False
        self._shown: _Shown | None = None
        self._waiting: list[_Waiting] = []

    @property
    def shown(self) -> PromptRule | None:
        """The question that stands there now."""
        return None if self._shown is None else self._shown.rule

    @property
    def moving(self) -> bool:
        """Whether the vehicle moves, as far as is known; a vehicle that tells nothing does."""
        return self._moving

    @property
    def seen(self) -> bool:
        """Whether the question that stands there is in front of a person."""
        return self._shown is not None and self._shown.seen

    def wait_until_seen(self) -> None:
        """Pages show the questions from now on: each says when it does (`Seen`), and until then nobody was asked."""
        self._by_pages = True

    def use_tags(self, tags: Iterable[str]) -> None:
        """Who is asked from now on; what waits already was meant for whoever sat there."""
        self._tags = frozenset(tags)

    def handle(self, event: Event, now: datetime) -> list[Action]:
        """What to do about it, in this order."""
        return [*self._take(event, now), *self._go_on(now)]

    def _take(self, event: Event, now: datetime) -> Iterator[Action]:
        match event:
            case Happened(happening):
                yield from self._happened(happening, now)
                yield from self._end_of_trip(happening)
            case Moving(yes):
                self._moving = yes
                yield from self._hide_while_moving()
            case Quiet(yes):
                self._quiet = yes
                yield from self._fall_silent()
            case Seen():
                self._see(now)
            case AnsweredAway(rule_id):
                yield from self._answered_away(rule_id, now)
            case Answered(answer_ids):
                yield from self._answered(frozenset(answer_ids), now)
            case Left(ended):
                yield from self._end(ended)
            case RulesChanged(sets):
                self._rules = _by_id(sets)
            case Tick():
                pass

    # ---- becoming due --------------------------------------------------------------------------------------------

    def _happened(self, happening: Happening, now: datetime) -> Iterator[Action]:
        fitting = [
            (rule, source)
            for rule, source in self._rules.values()
            if rule.trigger == happening.trigger
            and all(holds(c, happening.facts) for c in rule.conditions)
            and worded(rule.question_zh, happening.facts) is not None
        ]
        chosen = False
        for rule, source in sorted(fitting, key=lambda pair: (not pair[0].safety, -pair[0].priority)):
            reason = self._why_not(rule, source.expires_at, now) or (Suppressed.ANOTHER_FIRST if chosen else None)
            if reason is not None:
                yield NotAsked(rule.rule_id, reason)
                continue
            chosen = True
            due = happening.at + timedelta(seconds=rule.delay_s)
            self._waiting.append(_Waiting(rule, source, happening, due + timedelta(seconds=rule.ask_within_s)))

    def _why_not(self, rule: PromptRule, ends: datetime, now: datetime) -> Suppressed | None:
        if now >= min(ends, rule.valid_until or ends):
            return Suppressed.EXPIRED
        if rule.audience and not self._tags.intersection(rule.audience):
            return Suppressed.OTHER_AUDIENCE
        if self._quiet and not rule.safety:
            return Suppressed.NOT_THIS_TRIP
        return self._history.why_not(rule, self._limits, now)

    def _end_of_trip(self, happening: Happening) -> Iterator[Action]:
        """After the trip's own questions: who wanted none on this trip wants none about its end either."""
        if happening.trigger == TRIP_ENDED and self._quiet:
            self._quiet = False
            yield QuietOver()

    # ---- being asked ---------------------------------------------------------------------------------------------

    def _go_on(self, now: datetime) -> Iterator[Action]:
        late = [one for one in self._waiting if now >= one.until]
        self._waiting = [one for one in self._waiting if now < one.until]
        for one in late:
            yield NotAsked(one.rule.rule_id, one.held_up)
        yield from self._give_up_unseen(now)
        yield from self._ask_next(now)
        unseen = [] if self._shown is None or self._shown.seen else [self._shown.until]
        times = [*unseen, *chain.from_iterable((one.from_, one.until) for one in self._waiting)]
        soonest = min((at for at in times if at > now), default=None)
        if soonest is not None:
            yield WakeAt(soonest)

    def _ask_next(self, now: datetime) -> Iterator[Action]:
        due = sorted(
            (one for one in self._waiting if now >= one.from_),
            key=lambda one: (not one.rule.safety, -one.rule.priority, one.happening.at),
        )
        for one in due:
            if self._shown is not None and (self._shown.first.safety or not one.rule.safety):
                self._hold_up(one, one.held_up if one.held_up is Suppressed.SAFETY_FIRST else Suppressed.BUSY)
                continue
            if self._moving and not one.rule.while_moving:
                self._hold_up(one, Suppressed.MOVING)
                continue
            self._waiting.remove(one)
            reason = self._history.why_not(one.rule, self._limits, now)
            if reason is not None:
                yield NotAsked(one.rule.rule_id, reason)
                continue
            yield from self._put_aside(Suppressed.SAFETY_FIRST)
            seen = not self._by_pages
            self._shown = _Shown(one.rule, one.rule, one.source, one.happening, now, one.until, seen=seen)
            yield Ask(one.rule, one.happening, by_voice=self._moving, source=one.source)

    def _hold_up(self, one: _Waiting, reason: Suppressed) -> None:
        self._waiting[self._waiting.index(one)] = replace(one, held_up=reason)

    def _hide_while_moving(self) -> Iterator[Action]:
        """A question with text leaves the screen the moment the vehicle moves, and comes back when it stands."""
        if not self._moving or self._shown is None or self._shown.rule.while_moving:
            return
        yield from self._put_aside(Suppressed.MOVING)

    def _put_aside(self, why: Suppressed) -> Iterator[Action]:
        """Clear the screen. What stood there waits; a conversation that has begun is over, its answers were given."""
        shown = self._shown
        if shown is None:
            return
        yield TakeAway(shown.rule.rule_id, why)
        if shown.began:
            yield from self._end(Ended.ANSWERED)
            return
        self._shown = None
        until = shown.asked_at + timedelta(seconds=shown.rule.ask_within_s) if shown.seen else shown.until
        self._waiting.append(_Waiting(shown.rule, shown.source, shown.happening, until, why))

    def _see(self, now: datetime) -> None:
        if self._shown is not None and not self._shown.seen:
            self._shown.seen, self._shown.asked_at = True, now

    def _give_up_unseen(self, now: datetime) -> Iterator[Action]:
        shown = self._shown
        if shown is not None and not shown.seen and now >= shown.until:
            self._shown = None
            yield TakeAway(shown.rule.rule_id, Suppressed.NOT_SEEN)
            yield NotAsked(shown.rule.rule_id, Suppressed.NOT_SEEN)

    def _fall_silent(self) -> Iterator[Action]:
        if not self._quiet:
            return
        if self._shown is not None and not self._shown.rule.safety:
            yield TakeAway(self._shown.rule.rule_id, Suppressed.NOT_THIS_TRIP)
            if self._shown.seen:
                yield from self._end(Ended.DISMISSED)
            else:
                yield NotAsked(self._shown.rule.rule_id, Suppressed.NOT_THIS_TRIP)
                self._shown = None
        for one in [one for one in self._waiting if not one.rule.safety]:
            self._waiting.remove(one)
            yield NotAsked(one.rule.rule_id, Suppressed.NOT_THIS_TRIP)

    # ---- ending --------------------------------------------------------------------------------------------------

    def _answered(self, answer_ids: frozenset[str], now: datetime) -> Iterator[Action]:
        shown = self._shown
        if shown is None:
            return
        known = self._following(shown.rule, answer_ids)
        if known is None or (self._moving and not known[0].while_moving):
            yield from self._end(Ended.ANSWERED)
            return
        following, source = known
        self._shown = replace(shown, rule=following, source=source, asked_at=now, seen=True)
        yield Ask(following, shown.happening, by_voice=self._moving, source=source, follows=True)

    def _answered_away(self, rule_id: str, now: datetime) -> Iterator[Action]:
        for one in [one for one in self._waiting if one.rule.rule_id == rule_id]:
            self._waiting.remove(one)
            yield from self._remember(Asked(rule_id, now, Ended.ANSWERED, safety=one.rule.safety))

    def _following(self, rule: PromptRule, answer_ids: frozenset[str]) -> tuple[PromptRule, PromptSet] | None:
        for follow_up in rule.follow_ups:
            if not follow_up.after or answer_ids.intersection(follow_up.after):
                return self._rules.get(follow_up.ask)
        return None

    def _end(self, ended: Ended) -> Iterator[Action]:
        """Of the whole conversation. Leaving at a follow-up is no refusal: the first question was answered."""
        shown, self._shown = self._shown, None
        if shown is None:
            return
        fate = Ended.ANSWERED if shown.began else ended
        yield from self._remember(Asked(shown.first.rule_id, shown.asked_at, fate, safety=shown.first.safety))

    def _remember(self, asked: Asked) -> Iterator[Action]:
        self._history.add(asked)
        yield Remember(asked)


def _by_id(sets: Iterable[PromptSet]) -> dict[str, tuple[PromptRule, PromptSet]]:
    """Each rule and its set, by rule id."""
    return {rule.rule_id: (rule, one) for one in sets for rule in one.rules}
