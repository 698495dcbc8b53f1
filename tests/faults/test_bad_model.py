"""Real models that went bad: whatever is wrong with a new one, the old one goes on hearing."""

import json
import random
import shutil
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore
from agent.adapters.system_clock import SystemClock
from agent.errors import TechnicianNeededError
from agent.speech import engine_in_worker, find_catalogue
from tests.fakes.flipped_bytes import RECORD, flipped
from tests.fakes.packaged_agent import PackagedAgent
from tests.fakes.tiny_model import entry

pytestmark = pytest.mark.speech
CLIP = Path(__file__).parent.parent / "corpora" / "speech" / "aircon.wav"


@pytest.fixture(scope="module")
def whisper(require_model, tmp_path_factory):
    """A copy of whisper-base that may be harmed; its models folder."""
    models = tmp_path_factory.mktemp("models")
    shutil.copytree(require_model("whisper-base"), models / "whisper-base")
    return models


def test_a_worker_refuses_a_model_with_64_flipped_bytes(whisper):
    store = ModelStore(whisper, find_catalogue())
    store.path("whisper-base")
    dice = random.Random(7)  # noqa: S311 - the same damage every time
    for _ in range(3):
        with (
            flipped(whisper / "whisper-base", dice) as path,
            pytest.raises(TechnicianNeededError, match="is damaged") as e,
        ):
            engine_in_worker(store, "whisper-base", SystemClock())
        assert f"{path} is damaged: run `tingche-agent models install whisper-base`" in str(e.value)


OLD, NEW = "whisper-base", "vosk-model-small-cn-0.22"
"""By the names that a profile prefers, the new one first; both are whisper's."""


def test_a_new_model_with_the_right_checksum_and_useless_weights_leaves_the_old_one_in_use(whisper, tmp_path):
    right = {p.name: p.read_bytes() for p in (whisper / "whisper-base").iterdir() if p.name != RECORD}
    weights = bytearray(right["model.bin"])
    scrambled = random.Random(3).randbytes(20_000_000)  # noqa: S311 - the same noise every time
    weights[60_000_000:80_000_000] = bytes(b & 0x3F for b in scrambled)
    wrong = {**right, "model.bin": bytes(weights)}
    agent = PackagedAgent(tmp_path, entry(name=OLD, files=right), entry(name=NEW, files=wrong))
    for name, files in ((OLD, right), (NEW, wrong)):
        for file, content in files.items():
            (tmp_path / "stick" / name).mkdir(parents=True, exist_ok=True)
            (tmp_path / "stick" / name / file).write_bytes(content)
    first = agent.run("models", "install", OLD, "--from", tmp_path / "stick")
    assert (first.returncode, "0% wrong" in first.stderr) == (0, True), first.stderr
    second = agent.run("models", "install", NEW, "--from", tmp_path / "stick", "--use")
    assert second.returncode == 78
    assert f"{NEW} did not pass its trial" in second.stderr
    assert f"In use stays {OLD}" in second.stderr
    store = ModelStore(agent.models, agent.catalogue)
    assert store.status(NEW).trial == "failed"
    assert store.usable([NEW, OLD]) == (OLD,)
    heard = json.loads(agent.run("transcribe", CLIP, "--jsonl").stdout)
    assert (heard["model"], "空调" in heard["text"]) == (OLD, True)
