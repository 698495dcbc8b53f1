"""Which status may follow which, and what the person is told of it."""

from typing import Final

from agent.contract.directives import TicketState
from hub.tickets.ticket import Status

NEXT: Final[dict[Status, tuple[Status, ...]]] = {
    Status.NEW: (Status.ACCEPTED, Status.IN_PROGRESS, Status.CLOSED),
    Status.ACCEPTED: (Status.IN_PROGRESS, Status.WAITING, Status.CLOSED),
    Status.IN_PROGRESS: (Status.WAITING, Status.CLOSED),
    Status.WAITING: (Status.IN_PROGRESS, Status.CLOSED),
    Status.CLOSED: (Status.REOPENED,),
    Status.REOPENED: (Status.IN_PROGRESS, Status.WAITING, Status.CLOSED),
}
"""By where a ticket stands. What is not here, because its content is gone, goes nowhere."""

_TOLD: Final = {
    Status.NEW: TicketState.RECEIVED,
    Status.ACCEPTED: TicketState.RECEIVED,
    Status.CLOSED: TicketState.SOLVED,
}


def news_of(status: Status) -> TicketState:
    """What agents in the field know of it: three states, of which waiting and reopened are the one in the middle."""
    return _TOLD.get(status, TicketState.IN_PROGRESS)


def is_news(before: Status, after: Status, note: str) -> bool:
    """Whether a step is worth telling: another state for the person, that it was accepted, or words for them."""
    return bool(note) or after is Status.ACCEPTED or news_of(before) is not news_of(after)
