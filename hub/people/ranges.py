"""Which tickets one look showed, said shortly: `T-000001–T-000004 T-000009`."""

import re
from collections.abc import Iterable

_PIECE = re.compile(r"T-(\d+)(?:–T-(\d+))?")


def said(numbers: Iterable[str]) -> str:
    """Ticket numbers as ranges, ascending."""
    runs: list[list[int]] = []
    for number in sorted({int(number.removeprefix("T-")) for number in numbers}):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(_number(a) if a == b else f"{_number(a)}–{_number(b)}" for a, b in runs)


def covers(what: str, number: str) -> bool:
    """Whether what an entry of the log names includes this ticket."""
    wanted = int(number.removeprefix("T-"))
    return any(int(piece[1]) <= wanted <= int(piece[2] or piece[1]) for piece in _PIECE.finditer(what))


def _number(number: int) -> str:
    return f"T-{number:06d}"
