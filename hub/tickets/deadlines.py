"""The limits for a first response, all counted from the moment the hub has the feedback.

- Speech about driving safety: 10 minutes.
- Triggered by the vehicle: 1 hour.
- Promised on screen (您反馈的问题已记录,24小时内联系您): 24 hours.
- Never later than 48 hours.
"""

from datetime import datetime, timedelta

from hub.tickets.ticket import Deadline, DeadlineKind

LIMITS = {
    DeadlineKind.SAFETY: timedelta(minutes=10),
    DeadlineKind.VEHICLE: timedelta(hours=1),
    DeadlineKind.PROMISED: timedelta(hours=24),
    DeadlineKind.OUTER: timedelta(hours=48),
}


def deadlines(received_at: datetime, *, safety: bool, by_vehicle: bool) -> tuple[Deadline, ...]:
    """The limits that apply, soonest first.

    The promise of 24 hours always applies: every feedback was acknowledged on a screen, with a contact or a receipt.

    Args:
        received_at: when the hub committed the feedback, in UTC.
        safety: the words are about driving safety.
        by_vehicle: the vehicle asked, not the person.
    """
    applying = {
        DeadlineKind.SAFETY: safety,
        DeadlineKind.VEHICLE: by_vehicle,
        DeadlineKind.PROMISED: True,
        DeadlineKind.OUTER: True,
    }
    return tuple(Deadline(kind, received_at + LIMITS[kind]) for kind, applies in applying.items() if applies)
