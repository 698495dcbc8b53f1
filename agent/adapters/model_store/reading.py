"""A model's bytes, read piece by piece, and how far that is. What fetches them is in `fetching`, for installs alone."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final

Progress = Callable[[str, int, int], None]
"""Told what is being done, bytes done and bytes in all. Called often."""

BLOCK: Final = 1 << 18
"""Bytes read at a time."""


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What is left of an open file, piece by piece."""
    while block := file.read(BLOCK):
        yield block


def read_blocks(path: Path) -> Iterator[bytes]:
    """A file's bytes, piece by piece."""
    with path.open("rb") as file:
        yield from pieces(file)


def sha256_of(path: Path, told: Callable[[int], None] = lambda _done: None) -> str:
    """A file's SHA-256, hexadecimal; `told` hears how many bytes are done."""
    digest, done = hashlib.sha256(), 0
    for block in read_blocks(path):
        digest.update(block)
        done += len(block)
        told(done)
    return digest.hexdigest()
