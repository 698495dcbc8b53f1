"""Pure: how many records each device may have in flight, from how far the intake is behind.

A hub that falls behind slows its fleet through the receipts it sends anyway. A full queue costs the devices time and
nothing else: what has no receipt stays with them.
"""

_STEPS = ((0.8, 2), (0.6, 5), (0.4, 20))
"""(share of the queue that is filled, records a device), fullest first."""


def credit(backlog: int, capacity: int) -> int | None:
    """Records that one device may have in flight; None while there is no need to say anything.

    Args:
        backlog: frames that wait for the intake.
        capacity: frames from which on the broker's acknowledgements wait.
    """
    filled = backlog / capacity
    return next((records for share, records in _STEPS if filled >= share), None)
