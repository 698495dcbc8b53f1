"""What an agent that hears nobody does not load: memory is what a head unit has least of."""

import subprocess
import sys

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
)
OURS = ("agent.transcription.lexicon", "agent.masking.catalogue", "cryptography.x509")
"""Words, names and certificates: for whoever speaks or enrols."""


@pytest.fixture(scope="module")
def loaded():
    program = "import sys, agent.runtime, agent.commands.run; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", [*HEAVY, *OURS])
def test_the_agent_starts_without(loaded, module):
    assert "agent.forwarding" in loaded
    assert module not in loaded
