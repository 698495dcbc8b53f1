"""Room in the write-ahead log, laid out before it is needed.

A commit that makes the log longer also changes the file's length, and the file system has to make that durable too: on
ext4 a third of the whole commit's time. So a log in use is lengthened by zeros, a step at a time; SQLite writes its
frames over them, and to it they are the end of the log, as any bytes without the log's salts are
(https://sqlite.org/fileformat2.html, section 4.4). Emptying the log takes the room away with everything else.
"""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

_IN_USE_BYTES: Final = 64 << 10
"""A shorter log may soon be emptied again."""

_STEP_BYTES: Final = 1 << 20
_ZEROS_BYTES: Final = 32 << 10
"""In memory at one time. A megabyte that comes and goes teaches glibc to keep as much for ever (mallopt(3),
M_MMAP_THRESHOLD)."""
_MOST_BYTES: Final = 4 << 20
"""About where SQLite begins anew at the front of the log (1,000 pages)."""

_SPARE_BYTES: Final = 64 << 20
"""A disk with less free space keeps it for what people say."""


_LOOK_EVERY: Final = 16
"""Transactions between two looks at the log's length. Looking costs the next commit 40 us: once somebody has asked for
a file's times, Linux (6.13 on) gives the next write a new one, and the changed inode goes to the journal as well."""
_LOOK_AGAIN: Final = 512
"""The same once the log has all its room: only emptying it takes that away."""
_BUSY_S: Final = 60.0
"""So many transactions in this time are a busy log. One with a record every few minutes gets no room: nobody would
notice the gain, and the zeros wear its flash."""


class LogRoom:
    """The room behind the frames of one log.

    Lays it out inside a write transaction only: nobody else can lengthen the log then, so zeros come over no frames.
    """

    def __init__(self, file: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._log = file.with_name(f"{file.name}-wal")
        self._laid_out_to = 0
        self._transactions = 0
        self._look_after = _LOOK_EVERY
        self._monotonic = monotonic
        self._looked_at = monotonic()

    def keep(self, transactions: int = 1) -> None:
        """At the start of a transaction: lay out more when SQLite has written past the end.

        Args:
            transactions: how many there were since the last call, with this one.
        """
        self._transactions += transactions
        if self._transactions < self._look_after:
            return
        self._transactions = 0
        before, self._looked_at = self._looked_at, self._monotonic()
        if self._looked_at - before > _BUSY_S:
            return
        with contextlib.suppress(OSError):  # only slower without
            size = self._log.stat().st_size
            self._look_after = _LOOK_EVERY if size < _MOST_BYTES else _LOOK_AGAIN
            if size != self._laid_out_to and _IN_USE_BYTES <= size < _MOST_BYTES:
                self._laid_out_to = self._lengthen(size)

    def _lengthen(self, size: int) -> int:
        log = os.open(self._log, os.O_WRONLY)
        try:
            free = os.fstatvfs(log)
            if free.f_bavail * free.f_frsize < _SPARE_BYTES:
                return size
            return size + os.pwritev(log, [bytes(_ZEROS_BYTES)] * (_STEP_BYTES // _ZEROS_BYTES), size)
        finally:
            os.close(log)
