"""Rows out of the bytes of a damaged SQLite file and its log, without SQLite.

Reads leaf pages wherever they lie, and needs no tree above them: https://sqlite.org/fileformat2.html, sections 1.6, 2.1
and 4. Nothing here is believed: whoever asks checks each row by what sealed it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PAGE_BYTES: Final = 4096
"""SQLite's default, which the store never changes."""

_TABLE_LEAF: Final = 0x0D
_INDEX_LEAF: Final = 0x0A
_FILE_HEADER: Final = 100
_LOG_HEADER: Final = 32
_FRAME_HEADER: Final = 24
_TABLE_LOCAL: Final = PAGE_BYTES - 35
_INDEX_LOCAL: Final = (PAGE_BYTES - 12) * 64 // 255 - 23
_LEAST_LOCAL: Final = (PAGE_BYTES - 12) * 32 // 255 - 23
_INTEGER_BYTES: Final = (0, 1, 2, 3, 4, 6, 8)
_LONGEST_ROW: Final = 1 << 26

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it lies there."""

    number: int | None
    """Its row number; None in a table without."""
    values: tuple[Value, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Log:
    """The frames of a write-ahead log that belong together."""

    frames: tuple[tuple[int, bytes], ...] = field(repr=False)
    """Page number and content, oldest first."""
    commits: tuple[int, ...]
    """Which of them end a transaction."""

    def left_over(self, whole: int) -> dict[int, bytes]:
        """The newest image of each page behind the frames that SQLite takes.

        Args:
            whole: how many those are; it stops at the first whose checksum is wrong.
        """
        return dict(self.frames[whole:])

    def lost_commits(self, whole: int) -> bool:
        """Whether acknowledged transactions end in what SQLite passes over. A cut power leaves one, which was not."""
        return sum(index >= whole for index in self.commits) > 1


def read_log(file: Path) -> Log:
    """The log of this database file; empty when there is none.

    Frames of an earlier run of the log carry other salts and are not of this one. When the log's own header is
    damaged, the first frame's salts say which run it is.
    """
    raw = file.read_bytes() if file.exists() else b""
    if len(raw) < _LOG_HEADER + _FRAME_HEADER:
        return Log((), ())
    sound = _checksum(raw[:24], big=raw[3] & 1 == 1) == struct.unpack(">II", raw[24:32])
    salts = raw[16:24] if sound else raw[_LOG_HEADER + 8 : _LOG_HEADER + 16]
    frames: list[tuple[int, bytes]] = []
    commits: list[int] = []
    for start in range(_LOG_HEADER, len(raw) - _FRAME_HEADER - PAGE_BYTES + 1, _FRAME_HEADER + PAGE_BYTES):
        number, committed, frame_salts = struct.unpack_from(">II8s", raw, start)
        if frame_salts == salts:
            if committed:
                commits.append(len(frames))
            frames.append((number, raw[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE_BYTES]))
    return Log(tuple(frames), tuple(commits))


def read_pages(file: Path) -> dict[int, bytes]:
    """Every page of a database file, by number from 1."""
    raw = file.read_bytes() if file.exists() else b""
    return {n // PAGE_BYTES + 1: raw[n : n + PAGE_BYTES] for n in range(0, len(raw) - PAGE_BYTES + 1, PAGE_BYTES)}


def rows(pages: dict[int, bytes], beneath: dict[int, bytes] | None = None) -> Iterator[RawRow]:
    """Every row that can be read from these pages; overflow may lie in the pages beneath too."""
    for number, page in pages.items():
        start = _FILE_HEADER if number == 1 else 0
        kind = page[start]
        if kind not in {_TABLE_LEAF, _INDEX_LEAF}:
            continue
        (cells,) = struct.unpack_from(">H", page, start + 3)
        for index in range(min(cells, (PAGE_BYTES - start - 8) // 2)):
            (offset,) = struct.unpack_from(">H", page, start + 8 + 2 * index)
            try:
                row = _cell(page, offset, kind == _TABLE_LEAF, {**(beneath or {}), **pages} if beneath else pages)
            except (IndexError, ValueError, struct.error):  # UnicodeDecodeError is a ValueError
                continue
            yield row


def _cell(page: bytes, offset: int, in_table: bool, pages: dict[int, bytes]) -> RawRow:
    size, offset = _varint(page, offset)
    if size > _LONGEST_ROW:
        raise ValueError("no row is that long")
    number = None
    if in_table:
        number, offset = _varint(page, offset)
    return RawRow(number, _record(_payload(page, offset, size, pages, _TABLE_LOCAL if in_table else _INDEX_LOCAL)))


def _payload(page: bytes, offset: int, size: int, pages: dict[int, bytes], most: int) -> bytes:
    """The row's bytes; what does not fit on the page is chained on others (section 1.6, "Cell payload overflow")."""
    if size <= most:
        if offset + size > PAGE_BYTES:
            raise ValueError("the row ends behind its page")
        return page[offset : offset + size]
    local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_BYTES - 4)
    if local > most:
        local = _LEAST_LOCAL
    payload = bytearray(page[offset : offset + local])
    (following,) = struct.unpack_from(">I", page, offset + local)
    while len(payload) < size:
        if following not in pages:
            raise ValueError("a part of the row is missing")
        payload += pages[following][4 : 4 + size - len(payload)]
        (following,) = struct.unpack_from(">I", pages[following])
    return bytes(payload)


def _record(payload: bytes) -> tuple[Value, ...]:
    """Section 2.1: a header of types, then the values."""
    header, offset = _varint(payload, 0)
    types = []
    while offset < header:
        kind, offset = _varint(payload, offset)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        value, offset = _value(payload, offset, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, offset: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, offset
    if kind < len(_INTEGER_BYTES):
        end = offset + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[offset:end], "big", signed=True), end
    if kind == 7:  # noqa: PLR2004 - a float, section 2.1
        (number,) = struct.unpack_from(">d", payload, offset)
        return number, offset + 8
    if kind in {8, 9}:
        return kind - 8, offset
    end = offset + (kind - 12) // 2
    if kind < 12 or end > len(payload):  # noqa: PLR2004 - 10 and 11 are reserved
        raise ValueError("not a value")
    raw = payload[offset:end]
    return (raw.decode() if kind % 2 else raw), end


def _varint(raw: bytes, offset: int) -> tuple[int, int]:
    """Section 1.6: seven bits a byte, the ninth byte whole."""
    value = 0
    for step in range(8):
        byte = raw[offset + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last byte
            return value, offset + step + 1
    return value << 8 | raw[offset + 8], offset + 9


def _checksum(raw: bytes, *, big: bool) -> tuple[int, int]:
    """Section 4.2, from the start of a log."""
    first = second = 0
    words = struct.unpack(f"{'>' if big else '<'}{len(raw) // 4}I", raw)
    for index in range(0, len(words), 2):
        first = (first + words[index] + second) & 0xFFFFFFFF
        second = (second + words[index + 1] + first) & 0xFFFFFFFF
    return first, second
