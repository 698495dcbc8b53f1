"""Pure: a record that a law forbids to delete before a date.

Until somebody asks for its deletion it is used as any other. From then on it is frozen: kept, and shown to nobody but
the person, with the ground and the date. On that date it is deleted by itself (PIPL article 47).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hub.errors import InputRefusedError

LONGEST = timedelta(days=10 * 366)
_MOST = {"ground": 200, "reason": 400}
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Hold:
    """One record, held."""

    ticket_no: str
    ground: str
    """The law and its article; the person is shown it."""
    reason: str = field(repr=False)
    """Why it applies to this record; the person is shown it."""
    placed_by: str
    placed_at: datetime
    ends_at: datetime


def checked(hold: Hold) -> Hold:
    """The same hold.

    Raises:
        InputRefusedError: it says too little, or ends too early or too late.
    """
    for name, most in _MOST.items():
        if not _LEAST <= len(getattr(hold, name).strip()) <= most:
            raise InputRefusedError(
                f"--{name} has to say in {_LEAST} to {most} characters what the person may read, for example "
                "--ground '消费者权益保护法 第54条' --reason '正在处理的投诉'."
            )
    if not hold.placed_at < hold.ends_at <= hold.placed_at + LONGEST:
        raise InputRefusedError("--until has to be a day in the future, at most ten years away: 2027-03-31.")
    return hold
