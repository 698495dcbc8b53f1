"""What the built wheel must hold, so that a device without a network works at once."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from agent.version import VERSION

ROOT = Path(__file__).parent.parent.parent
SHIPPED = [p for p in (ROOT / "offline_models").rglob("*") if p.is_file()]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel built from this checkout, unpacked as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _python(site: Path, program: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=site,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.name)
def test_every_file_of_offline_models_is_in_the_wheel_unchanged(unpacked, path):
    assert (unpacked / "agent" / "data" / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


def test_every_part_of_the_pages_is_in_the_wheel(unpacked):
    parts = {p.name: p.read_bytes() for p in (ROOT / "agent" / "surfaces" / "static").iterdir()}
    assert {p.name: p.read_bytes() for p in (unpacked / "agent" / "surfaces" / "static").iterdir()} == parts


def test_an_installed_wheel_detects_voices_without_faster_whisper(unpacked):
    program = (
        "import sys; sys.modules['faster_whisper'] = None\n"
        "from agent.adapters.voice_detector import SileroDetector, packaged_model\n"
        "print(SileroDetector().probability(bytes(1024)) < 0.1, packaged_model())"
    )
    ended = _python(unpacked, program)
    expected = unpacked / "agent" / "data" / "offline_models" / "voice_detector" / "silero_vad_v6.onnx"
    assert ended.stdout.split() == ["True", str(expected)], ended.stderr


def test_the_program_and_its_package_tell_the_same_version(unpacked):
    (metadata,) = unpacked.glob("tingche-*.dist-info/METADATA")
    assert f"Version: {VERSION}" in metadata.read_text(encoding="utf-8").splitlines()
