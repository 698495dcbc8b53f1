"""A folder into which another system puts files: each is read once it is whole, then deleted, kept or refused.

- Best is to write under another name and rename: a name that begins with a dot or ends in .tmp or .part is left alone.
  Whoever writes in place is waited for: a file is read when its size and time have stood still, and one that cannot be
  understood, or ends in the middle of a line, is given time to grow. One that grew as it was read is read again.
- It is looked at once a second. Shares of other machines tell nobody that something changed in them.
- `done/`, `refused/` and `codes/` are emptied of what is older than thirty days: it may hold names and plates.
"""

import logging
import os
import stat
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from agent.errors import InputRefusedError, TechnicianNeededError, TemporaryError

DONE, REFUSED, CODES = "done", "refused", "codes"
LONGEST_BYTES: Final = 256 * 1024
LOOKS_EVERY_S: Final = 1.0
STANDS_STILL_S: Final = 2.0
GIVEN_TO_GROW_S: Final = 30.0
"""How long a file that cannot be understood may yet become one that can."""
KEPT_S: Final = 30 * 86400.0
_CLEANS_EVERY_S: Final = 3600.0
_UNFINISHED: Final = (".tmp", ".part")
_ENDS: Final = (b"\n", b"}", b"]")
_log = logging.getLogger(__name__)

Take = Callable[[bytes, float], Sequence[str]]
"""Takes what a file holds, written so many seconds ago; the pages (SVG) that it returns are left in `codes/`, for
whoever put the file there. Raises InputRefusedError where it cannot be understood, TemporaryError to get it again."""


class FileDrop:
    """Watches from `start` to `close`, in a thread of its own.

    Args:
        folder: watched; its subfolders are not.
        takes: by the ending of a file's name, such as .json; in lower case.
        keep: move what was read to `done/` instead of deleting it.
        key: of the profile that names the folder, for messages.
        monotonic: seconds that only grow.

    Raises:
        TechnicianNeededError: the folder is not there, or nothing can be moved in it.
    """

    def __init__(
        self,
        folder: Path,
        takes: Mapping[str, Take],
        *,
        keep: bool,
        key: str,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._takes, self._keep = folder, dict(takes), keep
        self._monotonic = monotonic
        self._seen: dict[str, tuple[tuple[int, int], float]] = {}
        self._gone = False
        self.refused = 0
        """Files that were moved to `refused/`."""
        self._cleaned_at = float("-inf")
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="file-drop", daemon=True)
        try:
            if not stat.S_ISDIR(folder.stat().st_mode):
                raise NotADirectoryError(folder)
            for name in (DONE, REFUSED, CODES) if keep else (REFUSED, CODES):
                (folder / name).mkdir(exist_ok=True)
        except OSError as error:
            raise TechnicianNeededError(
                f"{folder} cannot be watched ({type(error).__name__}): make the folder, let this user write in it, or "
                f"name another in {key}."
            ) from None

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait until nothing is read any more."""
        self._stopping.set()
        self._thread.join()

    def look(self) -> None:
        """Once through the folder; called by itself once started."""
        now = self._monotonic()
        try:
            found = {path.name: path for path in sorted(self._folder.iterdir()) if self._is_ours(path)}
        except OSError as error:
            if not self._gone:
                _log.warning("the folder of work orders cannot be read (%s); trying again", type(error).__name__)
            self._gone = True
            return
        if self._gone:
            _log.info("the folder of work orders is there again")
            self._gone = False
        self._seen = {name: seen for name, seen in self._seen.items() if name in found}
        for name, path in found.items():
            with suppress(FileNotFoundError):  # whoever put it there has taken it away again
                self._consider(name, path, now)
        if now - self._cleaned_at >= _CLEANS_EVERY_S:
            self._cleaned_at = now
            self._clean()

    # ---- inside ----

    def _watch(self) -> None:
        while not self._stopping.wait(LOOKS_EVERY_S):
            try:
                self.look()
            except OSError as error:
                _log.warning("a file of work orders cannot be moved (%s); trying again", type(error).__name__)

    def _is_ours(self, path: Path) -> bool:
        name = path.name.lower()
        return not name.startswith(".") and not name.endswith(_UNFINISHED) and path.is_file() and not path.is_symlink()

    def _consider(self, name: str, path: Path, now: float) -> None:
        about = path.stat()
        shape = (about.st_size, about.st_mtime_ns)
        before, since = self._seen.get(name, ((-1, -1), now))
        if shape != before:
            self._seen[name] = (shape, now)
            return
        stood_s = now - since
        if stood_s < STANDS_STILL_S:
            return
        grown = stood_s >= GIVEN_TO_GROW_S
        try:
            pages = self._read(path, about, grown=grown)
        except InputRefusedError as error:
            if grown:
                self._refuse(path, str(error))
            return
        except TemporaryError:
            _log.warning("a file of work orders waits: the disk refused")
            return
        for number, page in enumerate(pages, 1):
            suffix = ".svg" if len(pages) == 1 else f".{number}.svg"
            (self._folder / CODES / f"{name}{suffix}").write_text(page, encoding="utf-8")
        after = path.stat()
        if (after.st_size, after.st_mtime_ns) == shape:
            self._done(path)

    def _read(self, path: Path, about: os.stat_result, *, grown: bool) -> Sequence[str]:
        take = self._takes.get(path.suffix.lower())
        if take is None:
            known = ", ".join(self._takes)
            raise InputRefusedError(f"文件名要以 {known} 结尾。The name has to end in one of {known}.")
        if about.st_size > LONGEST_BYTES:
            raise InputRefusedError(f"文件太大，最多 {LONGEST_BYTES} 字节。Too large: at most {LONGEST_BYTES} bytes.")
        try:
            raw = path.read_bytes()
        except PermissionError:
            raise InputRefusedError("本机无权读取。This device may not read it.") from None
        if not grown and not raw.rstrip(b" \t\r").endswith(_ENDS):
            raise InputRefusedError("没写完。Not finished.")
        return take(raw, max(0.0, time.time() - about.st_mtime))

    def _done(self, path: Path) -> None:
        if self._keep:
            path.rename(_free(self._folder / DONE / path.name))
        else:
            path.unlink()

    def _refuse(self, path: Path, why: str) -> None:
        """The reason first: a file that lies in `refused/` always says why."""
        place = _free(self._folder / REFUSED / path.name)
        reason = place.with_name(place.name + ".reason.txt")
        reason.write_text(
            f"{why}\n改好后放回上一级文件夹。Mend it, and put it back into the folder above.\n", encoding="utf-8"
        )
        path.rename(place)
        self.refused += 1
        _log.warning("a file of work orders was refused: see %s", place.parent)  # its name may be a plate

    def _clean(self) -> None:
        oldest = time.time() - KEPT_S
        for name in (DONE, REFUSED, CODES):
            for path in (self._folder / name).glob("*"):
                with suppress(OSError):
                    if path.is_file() and path.stat().st_mtime < oldest:
                        path.unlink()


def _free(place: Path) -> Path:
    """This name, or one beside it that nothing has yet."""
    number, free = 1, place
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem}.{number}{place.suffix}")
    return free
