"""A model file with some bytes turned over, and whole again afterwards."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RECORD = ".tingche.json"
_RUN = 64


@contextmanager
def flipped(folder: Path, dice: random.Random, *, keep_mtime: bool = True) -> Iterator[Path]:
    """Invert up to 64 bytes in one of the folder's files, each file as likely as another, anywhere in it. The file.

    With `keep_mtime` the modification time is set back to what it was, as a disk's fault or a careful hand would.
    """
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != RECORD)
    path = dice.choice(files)
    before = path.stat()
    start = dice.randrange(max(1, before.st_size - _RUN + 1))
    with path.open("r+b") as file:
        file.seek(start)
        right = file.read(_RUN)
        file.seek(start)
        file.write(bytes(b ^ 0xFF for b in right))
    if keep_mtime:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    try:
        yield path
    finally:
        with path.open("r+b") as file:
            file.seek(start)
            file.write(right)
