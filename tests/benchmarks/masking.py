"""Masking against its peers, in one run on the same sentences: `python -m tests.benchmarks.masking [SENTENCES.jsonl]`.

The peers live in an environment of their own, .tools/bench-masking, which is made on the first run. Without a file the
project's own sentences are used, those that rules were tuned on and those held back apart. Rates depend on the
machine; the ratios are what to compare. Ends with 1 where a limit of the project's masker is broken.
"""

import json
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import agent.masking
from agent.masking.masker import Masker
from tests.corpora.masking.corpus import (
    APART_DEVELOPMENT,
    APART_HELD_BACK,
    DEVELOPMENT,
    FRESH,
    HELD_BACK,
    LOOKED_AT,
    Sentence,
    Tally,
    read,
    score,
)

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / ".tools" / "bench-masking"
PEERS = ("presidio-analyzer", "helan", "wetext")
WORKER = Path(__file__).with_name("masking_tools.py")
MEDIAN_MS, P95_MS, START_MS = 0.5, 2.0, 150.0
"""Limits for texts of 60 characters, and for start-up: processor time, so that a busy machine changes no verdict."""
LENGTH = 60
MEGABYTES = 5.0
"""Installed beyond the core's own dependencies."""
LONG = 100_000
UNITS = {
    "prose": "充电桩坏了没人管，",
    "digits": "1",
    "spaced digits": "1 ",
    "spoken": "幺三八零",
    "names": "李建国",
    "fillers": "1嗯",
    "commas": "1,",
    "English": "my number is one ",
    "Korean": "전화 공일공 ",
    "doors": "88号甲",
    "roads": "中山路和",
    "roles": "师傅高峰",
}


@dataclass(frozen=True)
class Measured:
    """One tool's run over all sentences."""

    tool: str
    start_ms: float
    rss_mb: float
    milliseconds: list[float]
    spans: dict[str, list[tuple[int, int, str]]]

    def quantile(self, share: float) -> float:
        """Milliseconds that this share of the sentences stay under."""
        return sorted(self.milliseconds)[min(len(self.milliseconds) - 1, int(share * len(self.milliseconds)))]


def environment() -> Path | None:
    """The peers' interpreter, made if need be; None where they cannot be installed, which is said."""
    python = ENVIRONMENT / "bin" / "python"
    done = ENVIRONMENT / "installed"
    if done.exists():
        return python
    print(f"making {ENVIRONMENT.relative_to(ROOT)} with {', '.join(PEERS)}; a minute or two, once", flush=True)
    uv = shutil.which("uv")
    make = [uv, "venv", "-q", "--clear", "-p", sys.executable] if uv else [sys.executable, "-m", "venv", "--clear"]
    install = [uv, "pip", "install", "-q", "-p", str(python)] if uv else [str(python), "-m", "pip", "install", "-q"]
    for command in ([*make, str(ENVIRONMENT)], [*install, *PEERS]):
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            print("the peers cannot be installed here, so only the project's masker is measured:")
            print(result.stderr.strip()[-500:])
            return None
    done.touch()
    return python


def measured(tool: str, python: Path, sentences: list[Sentence]) -> Measured | None:
    """The tool over all sentences in a process of its own; None where it fails, which is said."""
    texts = "".join(json.dumps(sentence.text) + "\n" for sentence in sentences)
    command = [str(python), str(WORKER), tool]
    if tool == "tingche":
        command = [str(python), "-m", "tests.benchmarks.masking_tools", tool]
    result = subprocess.run(command, input=texts, capture_output=True, text=True, check=False, cwd=ROOT)
    if result.returncode:
        print(f"{tool} does not run here: {result.stderr.strip().splitlines()[-1:]}")
        return None
    given = json.loads(result.stdout)
    spans = {
        sentence.text: [(start, end, kind) for start, end, kind in found]
        for sentence, found in zip(sentences, given["spans"], strict=True)
    }
    return Measured(tool, 1000 * given["start_s"], given["rss_mb"], [1000 * s for s in given["seconds"]], spans)


def report(title: str, sentences: list[Sentence], runs: list[Measured]) -> None:
    """One table."""
    print(f"\n{title}: {len(sentences)} sentences")
    print(f"{'':24}{'written':>9}{'spoken':>9}{'typed':>9}{'negatives':>11}")
    print(f"{'':24}{'full %':>9}{'full %':>9}{'all %':>9}{'hit %':>11}")
    for run in runs:
        tallies = score(sentences, lambda text, run=run: run.spans[text])
        both = [tallies.get(style, Tally()) for style in ("written", "spoken")]
        gold = sum(tally.gold for tally in both)
        typed = 100 * sum(tally.typed for tally in both) / gold if gold else 100.0
        hit = tallies["negative"].hit_percent if "negative" in tallies else 0.0
        print(f"{run.tool:24}{both[0].full_percent:9.1f}{both[1].full_percent:9.1f}{typed:9.1f}{hit:11.1f}")


def costs(runs: list[Measured]) -> None:
    """Time and memory."""
    print(f"\n{'':24}{'median ms':>10}{'p95 ms':>9}{'lines/s':>9}{'RSS MB':>8}{'start ms':>10}")
    for run in runs:
        rate = 1000 / statistics.mean(run.milliseconds)
        median = statistics.median(run.milliseconds)
        print(f"{run.tool:24}{median:10.2f}{run.quantile(0.95):9.2f}{rate:9.0f}{run.rss_mb:8.0f}{run.start_ms:10.0f}")


def linear() -> bool:
    """Whether time grows with the length of the text; prints seconds for long and hostile texts."""
    masker = Masker(b"benchmark")
    print(f"\n{LONG} characters:{'seconds':>16}{'per char. against a tenth':>28}")
    good = True
    for name, unit in UNITS.items():
        seconds = []
        for size in (LONG // 10, LONG):
            text = unit * (size // len(unit))
            began = time.process_time()
            masker.find(text)
            seconds.append(time.process_time() - began)
        ratio = seconds[1] / max(seconds[0], 1e-9) / 10
        good &= ratio < 3
        print(f"  {name:18}{seconds[1]:12.2f}{ratio:28.1f}")
    return good


def main(path: Path | None) -> int:
    """Everything, and whether the limits hold."""
    sets = (
        [("sentences given", read(path))]
        if path
        else [
            ("tuned on", [*read(DEVELOPMENT), *read(APART_DEVELOPMENT), *read(LOOKED_AT), *read(FRESH)]),
            ("held back", read(HELD_BACK)),
            ("held back, written apart from the rules", read(APART_HELD_BACK)),
        ]
    )
    sentences = [sentence for _, some in sets for sentence in some]
    print(f"measuring tingche on {len(sentences)} sentences", flush=True)
    own = measured("tingche", Path(sys.executable), sentences)
    if own is None:
        return 1
    runs = [own]
    peers = environment()
    for tool in ("presidio", "helan", "presidio+helan+wetext") if peers else ():
        print(f"measuring {tool}", flush=True)
        run = measured(tool, peers, sentences) if peers else None
        runs += [run] if run else []
    for title, some in sets:
        report(title, some, runs)
    costs(runs)
    good = linear()
    exact = measured("tingche", Path(sys.executable), texts_of_60(sentences))
    starts = [run.start_ms for run in (own, exact, measured("tingche", Path(sys.executable), sentences[:1])) if run]
    if exact is None:
        return 1
    print(f"\n{len(exact.milliseconds)} texts of {LENGTH} characters")
    for name, value, limit, unit in (
        ("median", statistics.median(exact.milliseconds), MEDIAN_MS, "ms"),
        ("p95", exact.quantile(0.95), P95_MS, "ms"),
        ("start", min(starts), START_MS, "ms"),
        ("size", installed_megabytes(), MEGABYTES, "MB"),
    ):
        print(f"{name:7}{value:8.2f} {unit}, limit {limit:g}: {'kept' if value <= limit else 'BROKEN'}")
        good &= value <= limit
    return 0 if good else 1


def texts_of_60(sentences: list[Sentence]) -> list[Sentence]:
    """All sentences as texts of 60 characters, one behind the other as people tell several things at once."""
    joined = "，".join(sentence.text for sentence in sentences)
    cuts = range(0, len(joined) - LENGTH, LENGTH)
    return [Sentence(str(cut), joined[cut : cut + LENGTH], "cut", ()) for cut in cuts]


def installed_megabytes() -> float:
    """What masking adds to an installed core: its own files, tables included, and no dependency."""
    folder = Path(agent.masking.__file__).parent
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
