"""What the words of the trade are worth: `python -m tests.benchmarks.words [FOLDER]`, or `make bench-words`.

For each set, in character error rate: as whisper hears with the plain prompt, with the domain's prompt, and with that
prompt, the repair by sound and
numbers as they were said; the relative cut; the clips that came out worse than with the plain prompt, and those
that the repair made worse than the domain's prompt had them.

- Without FOLDER: the committed sentences of tests/corpora/transcription/heard.tsv, which need no recogniser. The exit
  status is 1 when prompt and repair together cut less than half of the errors of a set about the trade, or when one
  sentence of everyday life came out worse.
- With FOLDER: its clips are heard now, by every installed model of a language with such words. The folder holds
  index.tsv with the columns file, language, text, and kind (or role); kinds that begin with "real" or "other" are
  everyday life. A model that takes no prompt is compared with itself.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from agent.adapters.model_store import ModelStore, default_root  # noqa: E402 - run as a script, from anywhere
from agent.adapters.wav_file import read_wav  # noqa: E402
from agent.feedback.transcript import Transcript  # noqa: E402
from agent.ports import SpeechEngine  # noqa: E402
from agent.profile import find_data  # noqa: E402
from agent.speech import load_engine  # noqa: E402
from agent.transcription.error_rate import character_error_rate, edit_distance, normalised  # noqa: E402
from agent.transcription.repair import repaired_text  # noqa: E402
from agent.transcription.spoken_numbers import apply_edits, number_edits  # noqa: E402

HEARD = ROOT / "tests" / "corpora" / "transcription" / "heard.tsv"
EVERYDAY = ("real", "other")
"""How the names of sets of everyday life begin."""
WANTED_CUT = 0.5
MAX_SPEECH_S = 60.0


@dataclass(frozen=True, slots=True)
class Clip:
    """One sentence: what was said, and what was heard in two ways."""

    kind: str
    name: str
    said: str
    plain: str
    hinted: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What the words are worth for one set."""

    clips: int
    plain: float
    """Character error rate, as are the next two: 0.1 is one wrong character in ten."""
    hinted: float
    repaired: float
    worse_than_plain: tuple[str, ...]
    """Names of clips with more errors in the end than with the plain prompt."""
    made_worse_by_repair: tuple[str, ...]

    @property
    def cut(self) -> float:
        """Share of the plain prompt's errors that are gone."""
        return 1 - self.repaired / self.plain if self.plain else 0.0

    def is_missed(self, kind: str) -> bool:
        """Whether the set falls short of what is promised for it."""
        return bool(self.worse_than_plain) if kind.startswith(EVERYDAY) else self.cut < WANTED_CUT


def committed() -> Iterator[Clip]:
    """The sentences of heard.tsv."""
    with HEARD.open(encoding="utf-8", newline="") as table:
        for n, row in enumerate(csv.DictReader(table, delimiter="\t"), 2):
            yield Clip(row["set"], f"line {n}", row["said"], row["heard_plain"], row["heard_hinted"])


def heard_now(model: str, folder: Path) -> Iterator[Clip]:
    """The clips of a folder as a model hears them, one after the other."""
    store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
    hinted, plain = load_engine(store, model), _plain_engine(store, model)
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = [r for r in csv.DictReader(index, delimiter="\t") if r["language"] == store.entry(model).language]
    for row in rows:
        clip, _ = read_wav(folder / row["file"], MAX_SPEECH_S)
        texts = [
            next(r.text for r in engine.transcribe(clip, language="zh") if isinstance(r, Transcript))
            for engine in ((plain, hinted) if plain else (hinted,))
        ]
        yield Clip(row.get("kind") or row.get("role") or "all", row["file"], row["text"], texts[0], texts[-1])


def figures(clips: Iterable[Clip]) -> dict[str, Figures]:
    """By set."""
    by_kind: dict[str, list[Clip]] = defaultdict(list)
    for clip in clips:
        by_kind[clip.kind].append(clip)
    return {kind: _figures(of_kind) for kind, of_kind in by_kind.items()}


def _figures(clips: list[Clip]) -> Figures:
    mended = {c.name: kept_text(c.hinted) for c in clips}
    return Figures(
        clips=len(clips),
        plain=character_error_rate((c.said, c.plain) for c in clips),
        hinted=character_error_rate((c.said, c.hinted) for c in clips),
        repaired=character_error_rate((c.said, mended[c.name]) for c in clips),
        worse_than_plain=tuple(c.name for c in clips if _errors(c, mended[c.name]) > _errors(c, c.plain)),
        made_worse_by_repair=tuple(c.name for c in clips if _errors(c, mended[c.name]) > _errors(c, c.hinted)),
    )


def kept_text(heard: str) -> str:
    """What becomes of a text that was heard, before it is masked."""
    mended = repaired_text(heard)
    return apply_edits(mended, number_edits(mended))


def _errors(clip: Clip, text: str) -> int:
    return edit_distance(normalised(clip.said), normalised(text))


def _plain_engine(store: ModelStore, model: str) -> SpeechEngine | None:
    entry = store.entry(model)
    if entry.engine != "whisper":
        return None
    from agent.adapters.whisper_engine import PLAIN_PROMPT, WhisperEngine

    return WhisperEngine(store.path(model), model, entry.language, prompt=PLAIN_PROMPT)


def compare(model: str, folder: Path, show: bool) -> dict[str, Any]:
    """The figures of one model over a folder, as JSON values."""
    clips = []
    for clip in heard_now(model, folder):
        clips.append(clip)
        if show:
            ways = (clip.said, clip.plain, clip.hinted, kept_text(clip.hinted))
            print(f"  {clip.name}: {' | '.join(ways)}", flush=True)
    return {"model": model, "sets": {kind: _printed(kind, f) for kind, f in figures(clips).items()}}


def _printed(kind: str, f: Figures) -> dict[str, Any]:
    return {
        "clips": f.clips,
        "cer_percent": {w: round(100 * getattr(f, w), 1) for w in ("plain", "hinted", "repaired")},
        "cut_percent": round(100 * f.cut),
        "worse_than_plain": list(f.worse_than_plain),
        "made_worse_by_repair": list(f.made_worse_by_repair),
        "promise": "missed" if f.is_missed(kind) else "kept",
    }


def main() -> None:
    """Print the figures, and say by the exit status whether the committed sets keep the promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="clips to hear now, instead of the committed sentences")
    parser.add_argument("--model", action="append", help="hear with this one (default: every installed model)")
    parser.add_argument("--show", action="store_true", help="print what was said and what was heard")
    options = parser.parse_args()
    if options.folder is not None:
        store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
        for name in options.model or [s.entry.name for s in store.list() if s.state == "installed"]:
            print(json.dumps(compare(name, options.folder, options.show), ensure_ascii=False), flush=True)
        return
    measured = figures(committed())
    for kind, of_kind in measured.items():
        print(json.dumps({"set": kind, **_printed(kind, of_kind)}, ensure_ascii=False), flush=True)
    if missed := [kind for kind, of_kind in measured.items() if of_kind.is_missed(kind)]:
        sys.exit(f"The promise is missed for: {', '.join(missed)}.")


if __name__ == "__main__":
    main()
