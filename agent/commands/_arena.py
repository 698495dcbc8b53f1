"""One heap for all threads."""

import ctypes
from contextlib import suppress
from typing import Final

_M_ARENA_MAX: Final = -8
"""Of <malloc.h>, glibc; mallopt(3)."""


def share_one_arena() -> None:
    """From now on the threads of this process allocate from one heap; before the first of them is started.

    glibc gives every thread an arena of its own, and what one has freed is of no use to another: the masker's words,
    loaded by whichever thread takes the first sentence, took two megabytes more in some runs. The threads take
    turns in Python anyway. Does nothing where the C library has no such option.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
