"""`tingche-agent models` as a technician meets it: at a terminal, in a script, with a stick, and interrupted."""

import json
import os
import signal
import time

import pytest
from click.testing import CliRunner

from agent.adapters.model_store import ModelStore
from agent.adapters.model_store.stick import Stick
from agent.commands.models import models
from agent.profile import find_data
from tests.fakes.model_server import model_server
from tests.fakes.packaged_agent import PackagedAgent
from tests.fakes.tiny_model import WEIGHTS, catalogue, entry, https, write_files, zip_entry, zipped_model
from tests.fakes.tone_models import write_paraformer

ARCHIVE = zipped_model()
FREE, ASKING = entry(name="free", language="fr"), entry(name="asking", language="fr", licence="LicenseRef-Asking")


@pytest.fixture
def stick(tmp_path):
    write_files(tmp_path / "stick" / "free")
    write_files(tmp_path / "stick" / "asking")
    return tmp_path / "stick"


def _states(agent: PackagedAgent) -> dict[str, str]:
    return {status.entry.name: status.state for status in ModelStore(agent.models, agent.catalogue).list()}


# ---- licence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "answer", "ends"),
    [
        ("free", "", (0, "installed")),
        ("free", "n", (65, "absent")),
        ("asking", "", (65, "absent")),
        ("asking", "y", (0, "installed")),
    ],
)
def test_at_a_terminal_the_licence_is_shown_and_asked_for(tmp_path, stick, model, answer, ends):
    agent = PackagedAgent(tmp_path, FREE, ASKING)
    status, shown = agent.at_terminal(answer, "models", "install", model, "--from", stick)
    assert (status, _states(agent)[model]) == ends, shown
    assert "licence 许可证" in shown
    assert "按此许可证安装？" in shown


def test_in_a_script_a_permissive_licence_is_shown_and_the_install_goes_on(tmp_path, stick):
    ended = PackagedAgent(tmp_path, FREE).run("models", "install", "free", "--from", stick)
    assert ended.returncode == 0
    assert "licence 许可证 MIT" in ended.stderr


def test_in_a_script_another_licence_needs_the_option(tmp_path, stick):
    agent = PackagedAgent(tmp_path, ASKING)
    refused = agent.run("models", "install", "asking", "--from", stick)
    assert refused.returncode == 78
    assert "LicenseRef-Asking: read it, then run the command with --accept-licence" in refused.stderr
    assert _states(agent) == {"asking": "absent"}
    assert agent.run("models", "install", "asking", "--from", stick, "--accept-licence").returncode == 0


# ---- stick -------------------------------------------------------------------------------------------------------


def test_a_stick_without_a_name_installs_all_that_it_holds(tmp_path, stick):
    (stick / "zipped.zip").write_bytes(ARCHIVE)
    zipped = zip_entry(ARCHIVE, name="zipped").replace('language = "zh"', 'language = "fr"')
    agent = PackagedAgent(tmp_path, FREE, zipped, entry(name="elsewhere", files={"x": b"-"}))
    ended = agent.run("models", "install", "--from", stick, "--json")
    assert ended.returncode == 0
    assert [json.loads(line)["name"] for line in ended.stdout.splitlines()] == ["free", "zipped"]
    assert _states(agent) == {"free": "installed", "zipped": "installed", "elsewhere": "absent"}


def test_at_a_terminal_a_stick_is_listed_and_one_model_can_be_chosen(tmp_path, stick):
    agent = PackagedAgent(tmp_path, FREE, ASKING)
    ended, shown = agent.at_terminal("free", "models", "install", "--from", stick, "--accept-licence")
    assert ended == 0, shown
    assert all(name in shown for name in ("free", "asking", "Install which?"))
    assert _states(agent) == {"free": "installed", "asking": "absent"}


def test_a_stick_brings_a_newer_catalogue_and_the_model_that_only_it_knows(tmp_path, stick):
    agent = PackagedAgent(tmp_path, FREE)
    write_files(stick / "brought")
    catalogue(stick, FREE, entry(name="brought", language="fr"), serial=6)
    ended = agent.run("models", "install", "brought", "--from", stick, "--use")
    assert ended.returncode == 0, ended.stderr
    assert "Catalogue 6 is taken" in ended.stderr
    assert _states(agent) == {"free": "absent", "brought": "installed"}


def test_a_stick_with_an_older_catalogue_says_that_it_is_not_taken(tmp_path, stick):
    catalogue(stick, entry(name="withdrawn"), serial=1)
    ended = PackagedAgent(tmp_path, FREE).run("models", "install", "free", "--from", stick)
    assert ended.returncode == 0
    assert "is older than this device's (5) and is not taken" in ended.stderr


def test_an_empty_stick_says_which_models_there_are(tmp_path):
    (tmp_path / "empty").mkdir()
    ended = PackagedAgent(tmp_path, FREE).run("models", "install", "--from", tmp_path / "empty")
    assert ended.returncode == 78
    assert "holds no model of the catalogue" in ended.stderr
    assert "Known: free" in ended.stderr


def test_one_bad_model_on_a_stick_does_not_keep_the_others_from_being_installed(tmp_path, stick):
    (stick / "free" / "model.bin").write_bytes(bytes(len(WEIGHTS)))
    agent = PackagedAgent(tmp_path, FREE, ASKING)
    ended = agent.run("models", "install", "--from", stick, "--accept-licence")
    assert ended.returncode == 78
    assert "free: Model free cannot be taken from" in ended.stderr
    assert "1 of 2 models are not ready" in ended.stderr
    assert _states(agent) == {"free": "absent", "asking": "installed"}


# ---- interrupted -------------------------------------------------------------------------------------------------


def test_ctrl_c_keeps_what_came_says_so_and_the_same_command_goes_on(tmp_path):
    with model_server() as server:
        server.files = {"model.bin": WEIGHTS, "conf/model.conf": b'{"layers": 6}\n'}
        server.stalls_at = 1_000_000
        agent = PackagedAgent(tmp_path, entry(https(f"{server.url}/{{path}}"), name="free", language="fr"))
        running = agent.start("models", "install", "free")
        assert server.stalled.wait(60)
        part = agent.models / ".staging" / "free" / "downloads" / "model.bin.part"
        while not part.exists() or part.stat().st_size < 500_000:  # what the server sent is on its way
            assert running.poll() is None
            time.sleep(0.05)
        os.kill(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
        server.go_on.set()
        assert running.returncode == 130
        assert "1 MB of free are kept: the same command goes on from there" in said
        assert agent.run("models", "install", "free").returncode == 0
        first_bytes = [first for path, first in server.asked if path == "model.bin"]
        assert first_bytes[0] == 0
        assert 500_000 <= first_bytes[1] <= 1_000_000


# ---- trial -------------------------------------------------------------------------------------------------------


def test_a_new_model_that_does_not_load_leaves_the_old_one_in_use(tmp_path):
    agent = PackagedAgent(tmp_path, entry(name="old"), entry(name="new"))
    stick = Stick(write_files(tmp_path / "stick"))
    store = ModelStore(agent.models, agent.catalogue)
    store.install("old", stick=stick, trial="passed")
    store.use("old")
    ended = agent.run("models", "install", "new", "--from", tmp_path / "stick", "--use")
    assert ended.returncode == 78
    assert "new did not pass its trial and is not used" in ended.stderr
    assert "In use stays old." in ended.stderr
    assert store.chosen("zh").model == "old"
    assert store.usable(["new", "old"]) == ("old",)
    assert agent.run("models", "use", "new").returncode == 78
    assert store.chosen("zh").model == "old"
    assert agent.run("models", "use", "new", "--untested").returncode == 0
    assert store.usable(["old"]) == ("new", "old")
    back = agent.run("models", "use", "--previous")
    assert (back.returncode, store.usable(["new"])) == (0, ("old", "new"))


def test_a_new_model_that_ends_its_process_ends_no_more_than_that(tmp_path):
    detector = find_data("offline_models/voice_detector/silero_vad_v6.onnx").read_bytes()
    files = {path.name: path.read_bytes() for path in write_paraformer(tmp_path / "made").iterdir()}
    wrong = files | {name: detector for name in files if name.endswith(".onnx")}
    agent = PackagedAgent(tmp_path, entry(name="wrong", engine="sherpa", architecture="paraformer", files=wrong))
    write_files(tmp_path / "stick", wrong)
    ended = agent.run("models", "install", "wrong", "--from", tmp_path / "stick")
    assert ended.returncode == 78
    assert "wrong did not pass its trial and is not used. The worker of speech model wrong ended" in ended.stderr
    assert "No other model is here for its language." in ended.stderr


@pytest.mark.parametrize("command", ["", "list", "install", "use", "verify", "remove"])
def test_every_command_teaches(command):
    shown = CliRunner().invoke(models, [*([command] if command else []), "--help"]).output
    assert len(shown.splitlines()) > 8
    if command in {"", "install", "use"}:
        assert "  tingche-agent models" in shown
