"""A valid ONNX file that is another kind of model ends the process that loads it: a worker, and never the agent.

The real worker command runs here, on a copy of the package whose catalogue a test key signed.
"""

import hashlib
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore
from agent.adapters.model_store.stick import Stick
from agent.adapters.system_clock import SystemClock
from agent.errors import TechnicianNeededError
from agent.profile import DeviceProfile, SpeechSettings, find_data
from agent.speech import Engines
from tests.fakes.signed_catalogue import write_signed
from tests.fakes.tone_models import tones, write_paraformer, write_sense_voice, write_streaming_zipformer

ROOT = Path(__file__).parents[2]
KINDS = {
    "wrong-sense-voice": ("sense_voice", ("model.onnx",)),
    "wrong-paraformer": ("paraformer", ("model.onnx",)),
    "wrong-zipformer": ("streaming_zipformer", ("encoder.onnx", "decoder.onnx", "joiner.onnx")),
}
GOOD = "good-zipformer"
WRITERS = {
    "sense_voice": write_sense_voice,
    "paraformer": write_paraformer,
    "streaming_zipformer": write_streaming_zipformer,
}


def _entry(name: str, architecture: str, folder: Path) -> str:
    raws = {p.name: p.read_bytes() for p in sorted(folder.iterdir())}
    files = ", ".join(
        f'{{ path = "{n}", bytes = {len(r)}, sha256 = "{hashlib.sha256(r).hexdigest()}" }}' for n, r in raws.items()
    )
    return (
        f'[[model]]\nname = "{name}"\nengine = "sherpa"\narchitecture = "{architecture}"\nlanguage = "zh"\n'
        f'about = "-"\nlicence = "MIT"\nlicence_from = "-"\nfiles = [{files}]\n'
        '[[model.source]]\nkind = "https"\nurl = "https://localhost/{path}"\n'
    )


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Models of every kind whose weights are those of the voice detector, and a good one; all installed."""
    detector = find_data("offline_models/voice_detector/silero_vad_v6.onnx").read_bytes()
    brought, entries = tmp_path / "stick", []
    for name, (architecture, files) in KINDS.items():
        WRITERS[architecture](brought / name)
        for file in files:
            (brought / name / file).write_bytes(detector)
        entries.append(_entry(name, architecture, brought / name))
    entries.append(_entry(GOOD, "streaming_zipformer", write_streaming_zipformer(brought / GOOD)))
    site = tmp_path / "site"
    shutil.copytree(ROOT / "agent", site / "agent", ignore=shutil.ignore_patterns("__pycache__", "data"))
    catalogue = site / "agent" / "data" / "offline_models" / "catalogue.toml"
    write_signed(catalogue, f"version = 1\nserial = 1\n{''.join(entries)}")
    monkeypatch.setenv("PYTHONPATH", str(site))  # the worker runs this copy, and so trusts this catalogue
    models = ModelStore(tmp_path / "models", catalogue)
    for name in (*KINDS, GOOD):
        models.install(name, stick=Stick(brought), trial="passed")
    return models


@pytest.mark.parametrize(("name", "kind"), [(n, k) for n, (k, _) in KINDS.items()])
def test_the_library_ends_its_process_on_a_wrong_model(store, name, kind):
    code = (
        "import sys; from pathlib import Path; from agent.adapters.sherpa_engine import SherpaEngine\n"
        "try:\n    SherpaEngine(Path(sys.argv[1]), 'wrong', 'zh', sys.argv[2])\n"
        "finally:\n    print('Python goes on')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(store.path(name)), kind], capture_output=True, text=True, check=False
    )
    assert done.returncode not in {0, 1}  # 1 is what an exception in Python ends with
    assert "Python goes on" not in done.stdout


def test_wrong_models_cost_their_workers_and_the_next_model_of_the_profile_takes_over(store, caplog):
    caplog.set_level(logging.WARNING)
    profile = DeviceProfile(kind="head_unit", speech=SpeechSettings(models=(*KINDS, GOOD)))
    engines = Engines(profile, store, SystemClock())
    try:
        engine = engines.get()
        *partials, final = engine.transcribe(tones(0, 1, 2, (4, 3)), hints=["异响"])
        assert (engine.name, engine.model, final.text[:4]) == ("sherpa", GOOD, "刹车异响")
        first = partials[0].text  # on a busy machine one stands for two
        assert first
        assert final.text.startswith(first)
        assert len(first) < len("刹车异响")
        assert engine.capabilities.streaming
        assert engines.describe()["unusable"].keys() == KINDS.keys()
        assert all(f"models verify {name}" in caplog.text for name in KINDS)
    finally:
        engines.close()


def test_where_only_a_wrong_model_is_installed_a_technician_is_called_and_typing_still_works(store):
    profile = DeviceProfile(kind="head_unit", speech=SpeechSettings(models=("wrong-sense-voice",)))
    engines = Engines(profile, store, SystemClock())
    with pytest.raises(TechnicianNeededError, match=r"models verify wrong-sense-voice.*typed text still work"):
        engines.get()
    engines.close()
