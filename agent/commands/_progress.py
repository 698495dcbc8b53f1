"""How far a long piece of work is: a bar on a terminal, one line for each step elsewhere. On standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_BAR = 24
_EVERY_S = 0.1
_IN_PIECES = 1000
"""Fewer than this in all are pieces of work, more are bytes."""


@contextmanager
def progress_bar(name: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function that is told what is done, how much of it, and how much there is in all."""
    steps: list[str] = []
    shown_at = 0.0

    def show(what: str, done: int, total: int) -> None:
        nonlocal shown_at
        if not sys.stderr.isatty():
            if what not in steps:
                print(f"{name}: {what}" + (f" ({_amount(total)})" if total else ""), file=sys.stderr, flush=True)
        elif what not in steps or done >= total or time.monotonic() - shown_at > _EVERY_S:
            shown_at = time.monotonic()
            share = min(done / total, 1.0) if total else 1.0
            line = f"{name}: {what:11} [{'#' * round(share * _BAR):{_BAR}}] {share:4.0%}  {_amount(done, total)}"
            print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)
        if what not in steps:
            steps.append(what)

    try:
        yield show
    finally:
        if steps and sys.stderr.isatty():
            print(file=sys.stderr)


def _amount(*counts: int) -> str:
    if counts[-1] < _IN_PIECES:
        return " / ".join(map(str, counts))
    return " / ".join(f"{c / 1e6:.0f}" for c in counts) + " MB"
