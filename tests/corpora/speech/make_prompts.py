"""Makes the sentences of device_profiles/aloud/index.tsv again, spoken: Kokoro, 16 kHz mono 16-bit.

Runs in the environment that README.md beside this file says how to set up:

    kokoro/bin/python make_prompts.py package/voices
"""

import argparse
import csv
import wave
from pathlib import Path

import numpy as np
import soxr
from make_clips import KOKORO_RATE_HZ, Kokoro, phonemes_of

PROMPTS = Path(__file__).parents[3] / "device_profiles" / "aloud"
VOICE = "zf_xiaobei"
RATE_HZ = 16_000
PEAK = 0.7


def main() -> None:
    """Speak every sentence of the index."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("voices", type=Path, help="folder with the voices of kokoro-js")
    parser.add_argument("--only", action="append", help="file of the index; may be given again")
    given = parser.parse_args()
    kokoro = Kokoro(given.voices)
    with (PROMPTS / "index.tsv").open(encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            if given.only and row["file"] not in given.only:
                continue
            phonemes, speed = phonemes_of(row["spoken"], "zh")
            sound = soxr.resample(kokoro.say(phonemes, VOICE, speed), KOKORO_RATE_HZ, RATE_HZ)
            loud = np.flatnonzero(np.abs(sound) > np.abs(sound).max() / 100)
            sound = sound[loud[0] : loud[-1] + RATE_HZ // 20] * (PEAK / np.abs(sound).max())
            with wave.open(str(PROMPTS / row["file"]), "wb") as out:
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(RATE_HZ)
                out.writeframes(np.rint(sound * 32_767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
