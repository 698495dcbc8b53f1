"""Keeps the processors of a virtual machine from falling asleep between two waits for the disk.

An idle virtual processor halts, and its host takes some 50 to 100 us to wake it: twice in each fsync. That is the
machine's time, not the program's, and it hides what the program costs. So rates of one commit after the other are
measured both ways, for every side alike.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SPIN = "import os\nos.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))\nwhile os.getppid() == {parent}: pass"


@contextmanager
def processors_awake() -> Iterator[None]:
    """One process per processor that only runs when nothing else wants to (SCHED_IDLE, sched(7))."""
    command = [sys.executable, "-c", _SPIN.format(parent=os.getpid())]
    spinning = [subprocess.Popen(command) for _ in os.sched_getaffinity(0)]
    try:
        yield
    finally:
        for process in spinning:
            process.terminate()
            process.wait()
