"""Resident memory, as the kernel counts it."""

import os
from pathlib import Path


def resident_mb(pid: int | None = None) -> float:
    """Of a process, in megabytes; of this one without a number. Field 2 of /proc/PID/statm, proc(5)."""
    pages = int(Path(f"/proc/{pid or 'self'}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6
