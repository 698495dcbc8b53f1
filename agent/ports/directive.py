"""What the hub told the device, as it is kept."""

from dataclasses import dataclass, field
from datetime import datetime

from agent.contract.directives import DirectiveOutcome


@dataclass(frozen=True, slots=True)
class Directive:
    """What the hub said about one matter, ready to be kept."""

    kind: str
    """Message kind: profile, prompts, ticket_news."""
    matter: str
    """Which one of its kind; versions are compared within it. Of ticket news: the record's id."""
    version: int
    content: bytes = field(repr=False)
    """The message as JSON."""
    subject: str | None = None
    """Whom it concerns: kept under their key, and erased with them."""
    expires_at: datetime | None = None
    """Not in force from then on, by trusted time."""


@dataclass(frozen=True, slots=True)
class DirectiveFate:
    """What became of a directive."""

    outcome: DirectiveOutcome
    in_force: int = 0
    """The version of this matter that the device has now; 0: none."""
    reason: str = ""
