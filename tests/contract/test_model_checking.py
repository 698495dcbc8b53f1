"""What is promised before every load: only the pinned bytes, at the price of a look where nothing changed."""

import json
import os
import random
import time
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore
from agent.adapters.model_store.installed import FULL_CHECK_EVERY_S, settled_stamp
from agent.adapters.model_store.stick import Stick
from agent.errors import TechnicianNeededError
from tests.fakes.flipped_bytes import flipped
from tests.fakes.tiny_model import FILES, WEIGHTS, catalogue, entry, write_files, zip_entry, zipped_model

PAST_NS = 1_000_000_000


class Wall:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def store(tmp_path, wall):
    written = ModelStore(tmp_path / "models", catalogue(tmp_path, entry()), wall)
    written.install("tiny", stick=Stick(write_files(tmp_path / "stick")))
    return written


def _read_files(store: ModelStore) -> set[str]:
    """Which files a check reads: their access times are set to long ago, and reading moves those on."""
    folder = store.root / "tiny"
    record = json.loads((folder / ".tingche.json").read_text())
    for name in FILES:
        os.utime(folder / name, ns=(PAST_NS, (folder / name).stat().st_mtime_ns))
        seen = (folder / name).stat()  # setting the access time is a change too: let the record know of it
        if record["seen"].get(name):
            record["seen"][name] = [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]
    (folder / ".tingche.json").write_text(json.dumps(record))
    store.path("tiny")
    return {name for name in FILES if (folder / name).stat().st_atime_ns != PAST_NS}


# ---- damage ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep_mtime", [False, True], ids=["new mtime", "old mtime"])
@pytest.mark.parametrize("kind", ["files", "archive"])
def test_64_flipped_bytes_anywhere_in_any_file_are_refused(tmp_path, kind, keep_mtime):
    stick = write_files(tmp_path / "stick")
    (stick / "tiny.zip").write_bytes(archive := zipped_model())
    store = ModelStore(tmp_path / "models", catalogue(tmp_path, entry() if kind == "files" else zip_entry(archive)))
    folder = store.install("tiny", stick=Stick(stick))
    dice = random.Random(1)  # noqa: S311 - the same damage every time
    for _ in range(10):
        with flipped(folder, dice, keep_mtime=keep_mtime) as path:
            assert store.installed("tiny")
            with pytest.raises(
                TechnicianNeededError, match=rf"{path.name} is damaged: run `tingche-agent models install"
            ):
                store.path("tiny")
        store.path("tiny")


def test_a_file_just_written_is_only_trusted_once_the_clock_of_files_has_moved_on(tmp_path, monkeypatch):
    waited = []
    real = time.sleep
    monkeypatch.setattr(time, "sleep", waited.append)
    path = tmp_path / "file"
    path.write_bytes(b"new")
    os.utime(path, (time.time(), time.time() + 60))  # so that a slow machine finds it new as well
    settled_stamp(path)
    assert (len(waited), sum(waited) >= 0.01) == (1, True)  # Linux stamps files in steps of up to 10 ms
    os.utime(path, (0, 0))
    real(sum(waited))
    settled_stamp(path)
    assert len(waited) == 1


def test_a_file_that_was_replaced_by_another_of_the_same_size_is_refused(store):
    weights = store.root / "tiny" / "model.bin"
    other = weights.with_name("other")
    other.write_bytes(bytes(len(WEIGHTS)))
    os.utime(other, ns=(0, weights.stat().st_mtime_ns))
    other.replace(weights)
    with pytest.raises(TechnicianNeededError, match="damaged"):
        store.path("tiny")


def test_a_damaged_record_of_what_was_checked_is_no_reason_to_trust(store):
    (store.root / "tiny" / ".tingche.json").write_text("{")
    (store.root / "tiny" / "model.bin").write_bytes(bytes(len(WEIGHTS)))
    with pytest.raises(TechnicianNeededError, match="damaged"):
        store.path("tiny")


# ---- price -------------------------------------------------------------------------------------------------------


def test_an_unchanged_model_is_not_read_again(store):
    assert _read_files(store) == set()


def test_a_touched_file_alone_is_read_once_and_then_trusted_again(store):
    weights = store.root / "tiny" / "model.bin"
    os.utime(weights)
    store.path("tiny")
    record = json.loads((weights.parent / ".tingche.json").read_text())
    assert record["seen"]["model.bin"][1] == weights.stat().st_mtime_ns
    assert _read_files(store) == set()


@pytest.mark.parametrize(
    ("later_s", "read"),
    [(FULL_CHECK_EVERY_S - 1, set()), (FULL_CHECK_EVERY_S, set(FILES)), (-1, set(FILES))],
    ids=["within a week", "after a week", "clock set back"],
)
def test_everything_is_read_again_after_a_week(store, wall, later_s, read):
    wall.now += later_s
    assert _read_files(store) == read
    assert _read_files(store) == set()


def test_a_folder_that_cannot_be_written_is_checked_all_the_same(store, monkeypatch):
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError

    os.utime(store.root / "tiny" / "model.bin")
    monkeypatch.setattr(Path, "replace", refuse)
    assert store.path("tiny")
    (store.root / "tiny" / "model.bin").write_bytes(bytes(len(WEIGHTS)))
    with pytest.raises(TechnicianNeededError, match="damaged"):
        store.path("tiny")


def test_verify_reads_everything_and_tells_how_far_it_is(store):
    told = []
    store.verify("tiny", lambda *now: told.append(now))
    assert told[-1] == ("checking", sum(map(len, FILES.values())), sum(map(len, FILES.values())))
    assert json.loads((store.root / "tiny" / ".tingche.json").read_text())["read_at"] == 1_800_000_000.0


def test_a_default_store_goes_by_the_time_of_day(tmp_path):
    store = ModelStore(tmp_path / "models", catalogue(tmp_path, entry()))
    store.install("tiny", stick=Stick(write_files(tmp_path / "stick")))
    assert abs(json.loads((store.root / "tiny" / ".tingche.json").read_text())["read_at"] - time.time()) < 60
