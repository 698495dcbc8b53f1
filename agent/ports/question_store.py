"""The durable store of what was asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from agent.ports.directive import Directive
from agent.ports.future import Future
from agent.prompting.history import Asked


class QuestionStore(Protocol):
    """What this device asked before, and what it did not ask. Nobody's answers; forgotten after 100 days."""

    def remember_asked(self, question: Asked) -> "Future[None]":
        """Keep that a question was asked and how it ended."""
        ...

    def asked(self) -> Sequence[Asked]:
        """Every question of the last 100 days, oldest first."""
        ...

    def count_not_asked(self, reasons: Sequence[str]) -> "Future[None]":
        """Count questions that were due and not asked, one for each reason given."""
        ...

    def not_asked(self) -> Mapping[str, int]:
        """How many of the last 100 days, by reason."""
        ...

    def tags(self, subject: str) -> frozenset[str]:
        """What a person said of themselves, of `agent.contract.triggers.PERSONAL_TAGS`."""
        ...

    def set_tags(self, subject: str, chosen: frozenset[str]) -> "Future[None]":
        """These and no others, sealed under the subject's key."""
        ...

    def visited(self) -> Mapping[str, tuple[date, ...]]:
        """In which squares the vehicle was on which days, as `agent.signals.usual_area` marks them."""
        ...

    def keep_visited(self, visited: Mapping[str, tuple[date, ...]]) -> "Future[None]":
        """These and no others."""
        ...

    def find_subject(self, alias: str) -> str | None:
        """As `OutboxStore.find_subject`."""
        ...

    def subject_for(self, alias: str | None) -> "Future[str]":
        """As `OutboxStore.subject_for`."""
        ...

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        """As `OutboxStore.directives`: the sets of questions that the hub pushed."""
        ...
