"""What an agent that hears nobody does not load: memory is what a head unit has least of."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "numpy",
    "soxr",
    "onnxruntime",
    "sounddevice",
    "vosk",
    "faster_whisper",
    "sqlite_utils",
    "pip",
    "starlette",
    "uvicorn",
    "segno",
    "grpc",
    "kuksa",
    "ocpp",
    "websockets",
    "subprocess",
    "wave",
    "importlib.metadata",
    "zipfile",
)
OURS = (
    "agent.transcription.lexicon",
    "agent.transcription.numerals",
    "agent.feedback.quality",
    "agent.feedback.safety",
    "agent.listening.endpointing",
    "agent.listening.sound",
    "agent.consent.deletion_receipt",
    "agent.masking.catalogue",
    "agent.masking.reading",
    "agent.adapters.espeak_voice",
    "agent.adapters.model_store.fetching",
    "agent.adapters.model_store.stick",
    "cryptography.x509",
)
"""Words, numbers, names, voices, installs and certificates: for who speaks, is spoken to, or sets a device up."""
GOLDEN = Path(__file__).parent / "golden" / "v1"
START = "import sys, agent.__main__ as command; command.spare_lookups(); import agent.runtime, agent.commands.run; "
SPARED = ("PYTHONTZPATH", "PYDANTIC_DISABLE_PLUGINS")


def plain_environment():
    return {name: value for name, value in os.environ.items() if name not in SPARED}


def started(program, *arguments, **environment):
    """What a program prints that begins as `tingche-agent run` does."""
    command = [sys.executable, "-c", START + program, *arguments]
    environment = {**plain_environment(), **environment}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()


@pytest.fixture(scope="module")
def loaded():
    return set(started("print(*sys.modules)"))


@pytest.mark.parametrize("module", [*HEAVY, *OURS])
def test_the_agent_starts_without(loaded, module):
    assert "agent.forwarding" in loaded
    assert module not in loaded


def test_a_command_starts_without_how_python_was_built():
    command = [sys.executable, "-X", "importtime", "-m", "agent", "questions"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=plain_environment()).stderr
    assert "pydantic" in told
    assert "_sysconfigdata" not in told


def test_another_packages_plugin_sees_no_message(tmp_path):
    (tmp_path / "spy.py").write_text("def new_schema_validator(*_, **__): return None, None, None")
    package = tmp_path / "spy-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text("[pydantic]\nspy = spy\n")
    assert started("print('spy' in sys.modules)", PYTHONPATH=str(tmp_path)) == ["False"]


FIRST_OF_ITS_KIND = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from agent.contract.messages import Feedback, Message
from agent.contract import codec
print(Feedback.__pydantic_complete__)
raw, together = open(sys.argv[1], "rb").read(), Barrier(8)
def read(_):
    together.wait()
    return codec.decode(raw)[1]
with ThreadPoolExecutor(8) as threads:
    messages = list(threads.map(read, range(8)))
print(len(messages), *{type(one).__name__ for one in messages}, all(one == messages[0] for one in messages))
print(Feedback.__pydantic_complete__)
"""


def test_a_kind_of_message_takes_no_memory_before_its_first_one_in_whatever_thread():
    assert started(FIRST_OF_ITS_KIND, str(GOLDEN / "feedback.json")) == ["False", "8", "Feedback", "True", "True"]
