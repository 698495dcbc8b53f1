"""Pushes as the intake sees them: the count of versions, and what a device answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, select, update

from agent.contract.directives import Acknowledgement, DirectiveOutcome, VisitorLetter
from agent.contract.messages import ErasureOrder
from hub.adapters.database.schema import counters, pushes
from hub.adapters.database.upsert import insert_or_ignore
from hub.intake import Sender

_COUNTER = "push"


def next_version(connection: Connection, at_least: int = 0) -> int:
    """A number that is greater than all before it, in a transaction of the caller. One count for all matters."""
    connection.execute(insert_or_ignore(connection, counters).values(name=_COUNTER, value=0))
    ours = counters.c.name == _COUNTER
    last = int(connection.execute(select(counters.c.value).where(ours).with_for_update()).scalar_one())
    number = max(last, at_least) + 1
    connection.execute(update(counters).where(ours).values(value=number))
    return number


def note_answer(connection: Connection, sender: Sender, answer: Acknowledgement, now: datetime) -> None:
    """Keep what became of a push, in a transaction of the caller. An answer to one that was replaced changes nothing.

    A device that has a newer version than this hub ever gave (the hub came back from a backup) moves the count on.
    """
    one = and_(
        pushes.c.tenant == sender.tenant,
        pushes.c.device == sender.device,
        pushes.c.message_id == answer.message_id,
        pushes.c.kind != ErasureOrder.kind,  # said until it is followed: an agent too old for it will be newer one day
    )
    row = connection.execute(select(pushes.c.version, pushes.c.in_force).where(one)).one_or_none()
    if row is None:
        return
    values: dict[str, Any] = {"answered_at": now, "outcome": answer.outcome.value, "reason": answer.reason or None}
    if answer.about == VisitorLetter.kind:
        values["payload"] = {}  # the device has it, or never will: nobody keeps the sealed bytes
    if answer.in_force or answer.outcome is not DirectiveOutcome.REFUSED:  # one it could not read tells of no matter
        values["in_force"] = answer.in_force
    connection.execute(update(pushes).where(one).values(values))
    if answer.in_force > row.version:
        next_version(connection, at_least=answer.in_force)
