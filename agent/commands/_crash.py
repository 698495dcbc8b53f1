"""What a crash may tell: the kind of error and the place in the code, and never its message or the memory.

A foreign library may put what was said into its own message, and a core dump holds all of it.
"""

import resource
import sys
import threading
import traceback
from types import TracebackType
from typing import Any, Final

_CORE_BYTES: Final = 1
"""Less than a page, so that no file is written; and exactly 1, unlike 0, also keeps the kernel from piping the dump to
a collector (fs/coredump.c). A dump would hold what a person said."""


def forbid_core_dumps() -> None:
    """For this process and those it starts."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    core = _CORE_BYTES if most == resource.RLIM_INFINITY else min(_CORE_BYTES, most)
    resource.setrlimit(resource.RLIMIT_CORE, (core, core))


def tell_kind_and_place_only() -> None:
    """From now on an error that nobody handles, in any thread, is printed without its message."""
    sys.excepthook = _print
    threading.excepthook = lambda died: _print(died.exc_type, died.exc_value, died.exc_traceback)
    sys.unraisablehook = _print_unraisable


def _print(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    if error is not None and isinstance(error, KeyboardInterrupt):
        return
    places = "".join(traceback.format_tb(where))
    print(
        f"{places}tingche-agent: unexpected {kind.__name__}. 请报告以上位置 Please report the place above.",
        file=sys.stderr,
    )


def _print_unraisable(unraisable: Any) -> None:
    _print(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback)
