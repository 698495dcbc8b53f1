"""A recorded drive as JSON lines: signals, events, and what the person did, in order of time.

{"at": "2026-03-01T08:00:00Z", "signal": "Vehicle.Speed", "value": 42.5}
{"at": "2026-03-01T09:10:00Z", "event": "charging_done", "facts": {"minutes": 31}}
{"at": "2026-03-01T09:10:20Z", "answer": ["slow"]}
{"at": "2026-03-01T09:10:30Z", "dismiss": true}
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agent.contract.triggers import TRIGGERS
from agent.errors import InputRefusedError
from agent.feedback.trigger import Happening
from agent.prompting.engine import Answered, Left
from agent.signals.signal import Signal

Recorded = Signal | Happening | Answered | Left


def read_replay(path: Path) -> Iterator[tuple[datetime, Recorded]]:
    """Moment and what happened then, line by line.

    Raises:
        InputRefusedError: a line that is none of the above, or goes back in time; names the line, never its values.
    """
    before = datetime.min.replace(tzinfo=UTC)
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                at, recorded = _read(line, f"{path.name}:{number}")
                if at < before:
                    raise InputRefusedError(f"{path.name}:{number}: earlier than the line before it. Sort the file.")
                before = at
                yield at, recorded
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefusedError(f"{path} cannot be read: {type(error).__name__}") from None


def _read(line: str, place: str) -> tuple[datetime, Recorded]:
    try:
        told: dict[str, Any] = json.loads(line)
        at = datetime.fromisoformat(told["at"])
        if at.tzinfo is None:
            raise InputRefusedError(f"{place}: `at` needs its zone, such as Z")
        recorded = _recorded(told, at, place)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputRefusedError(
            f'{place}: needs "at" and one of "signal" with "value", "event", "answer", "dismiss"'
        ) from None
    return at, recorded


def _recorded(told: dict[str, Any], at: datetime, place: str) -> Recorded:
    if "signal" in told:
        value = told["value"]
        return Signal(str(told["signal"]), tuple(map(str, value)) if isinstance(value, list) else value, at)
    if "answer" in told:
        return Answered(tuple(told["answer"]))
    if "dismiss" in told:
        return Left()
    if told["event"] not in TRIGGERS:
        raise InputRefusedError(f"{place}: no event is called {told['event']!r}; known: {', '.join(TRIGGERS)}")
    return Happening(told["event"], at, dict(told.get("facts", {})))
