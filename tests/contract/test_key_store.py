"""What every KeyStore promises about wrapping, blinding and rotating, on the real one and the fake."""

import os
import shutil

import pytest

from agent.adapters.key_file import FileKeys
from agent.adapters.sqlite_store import SqliteStore
from agent.errors import TechnicianNeededError
from agent.ports import NewEntry, Priority
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget


@pytest.fixture(params=["files", "memory"])
def keys(request, tmp_path):
    return FileKeys.create(tmp_path / "keys") if request.param == "files" else MemoryKeys()


def test_a_rotation_keeps_what_was_wrapped_readable_until_it_is_finished_and_then_destroys_it(keys):
    subject_key, blinded = os.urandom(32), keys.blind("profile/mum")
    old = keys.wrap(subject_key)
    assert not keys.rotating
    keys.begin_rotation()
    assert keys.rotating
    new = keys.wrap(subject_key)
    assert new != old
    assert keys.unwrap(old) == keys.unwrap(new) == subject_key
    keys.finish_rotation()
    assert not keys.rotating
    assert keys.unwrap(new) == subject_key
    with pytest.raises(TechnicianNeededError):
        keys.unwrap(old)
    assert keys.blind("profile/mum") == blinded


def test_beginning_twice_goes_on_with_the_same_key_and_finishing_nothing_changes_nothing(keys):
    subject_key = os.urandom(32)
    keys.finish_rotation()
    keys.begin_rotation()
    new = keys.wrap(subject_key)
    keys.begin_rotation()
    keys.finish_rotation()
    keys.finish_rotation()
    assert keys.unwrap(new) == subject_key


def test_a_rotation_interrupted_at_any_step_is_finished_by_the_next_start(tmp_path):
    """The steps between two syncs: journal written, rows wrapped anew, old key overwritten, old key replaced."""
    life = tmp_path / "life"
    keys = FileKeys.create(life / "keys")
    store = SqliteStore(life / "agent.db", keys, Budget(), FakeClock())
    store.put(NewEntry("r1", "feedback", Priority.FEEDBACK, b"frame", START)).result()
    store.close()
    old_key = (life / "keys" / "wrapping.key").read_bytes()

    def cut(name: str) -> None:
        shutil.copytree(life, tmp_path / name)

    keys.begin_rotation()
    cut("journal written")
    store = SqliteStore(life / "agent.db", keys, Budget(), FakeClock())  # opening finishes it
    store.close()
    shutil.copytree(life, tmp_path / "rows wrapped anew")
    next_key = (life / "keys" / "wrapping.key").read_bytes()
    folder = tmp_path / "rows wrapped anew" / "keys"
    (folder / "wrapping.key.next").write_bytes(next_key)
    (folder / "wrapping.key").write_bytes(old_key)
    shutil.copytree(tmp_path / "rows wrapped anew", tmp_path / "old key overwritten")
    (tmp_path / "old key overwritten" / "keys" / "wrapping.key").write_bytes(bytes(32))
    cut("old key replaced")
    for name in ("journal written", "rows wrapped anew", "old key overwritten", "old key replaced"):
        again = FileKeys(tmp_path / name / "keys")
        store = SqliteStore(tmp_path / name / "agent.db", again, Budget(), FakeClock())
        assert store.recovered_from is None, name
        assert store.frame("r1") == b"frame", name
        store.close()
        assert not again.rotating, name
        files = {path.name: path.read_bytes() for path in (tmp_path / name / "keys").iterdir()}
        assert "wrapping.key.next" not in files, name
        assert old_key not in files.values(), name


def test_a_device_from_before_there_was_a_blinding_key_finds_its_people_after_a_rotation(tmp_path):
    keys = FileKeys.create(tmp_path / "keys")
    (tmp_path / "keys" / "blinding.key").unlink()
    keys = FileKeys.create(tmp_path / "keys")
    store = SqliteStore(tmp_path / "agent.db", keys, Budget(), FakeClock())
    subject = store.subject_for("mum").result()
    assert store.rotate_keys().result() == 2
    store.close()
    store = SqliteStore(tmp_path / "agent.db", FileKeys(tmp_path / "keys"), Budget(), FakeClock())
    assert store.find_subject("mum") == subject
    store.close()
