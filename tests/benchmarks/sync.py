"""Store and forward against thingsboard-gateway's storage and a mosquitto bridge, in one run: `make bench-sync`.

    python -m tests.benchmarks.sync [--records 100000] [--only ours]

Rates depend on the machine and on what else it does; compare the columns. Storing is measured in rounds that alternate
between the sides, and the median counts, so that a hiccup of the machine is nobody's. "Accepted" is each side's own
word: ours says it when a record is fsynced, thingsboard-gateway when it is in memory, a broker when it has queued it.
"Drained" is, for ours, a committed ticket at the hub for each record, signed, sealed, verified and receipted; for the
others, arrival at a subscriber of the central broker, which has yet to store it.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from agent.contract import codec, packing, sealing
from tests.benchmarks.awake import processors_awake
from tests.benchmarks.peer_bridge import TOPIC, Bridge, Counter
from tests.e2e.processes import eventually
from tests.fakes.line import Line, Usage, a_grant, a_sentence, family, fill
from tests.fakes.mosquitto import Mosquitto

THINGSBOARD = "thingsboard-gateway==3.8.5"
PEERS = Path("build/peers")
ROUNDS = 7
GROUPED = 20_000
SINGLE, SINGLE_OF_PEER = 2_000, 50
"""Records of one round, one after the other; a peer that answers five times a second gets fewer."""
KILL_AT = 10_000
"""Accepted messages at which the side is killed."""
PAUSE_MS = 50
"""Rest after each hundred messages before the kill: 2,000 a second at most, which every side can write down."""
LIMIT_MB = 8
"""The full disk: no file can grow beyond."""
DRAIN_LIMIT_S = 420.0
DRAIN_TARGET_S = 60.0
"""For 100,000 records; other backlogs in proportion."""
SAFETY_TARGET_S = 2.0
SAFETY_BEHIND = 0.2
"""Share of the backlog that has drained when a safety record is put behind it."""


def sealed_sentence() -> tuple[int, int]:
    """Bytes of one sentence's feedback, sealed and signed: as it is sent, and as it would be without packing."""
    now = datetime.now(UTC)
    message, _ = a_sentence("s-0123456789abcdef0123", a_grant("s-0123456789abcdef0123", now), now)
    sender = "d-00112233445566778899"
    frame = sealing.seal(
        message,
        tenant="demo",
        sender=sender,
        message_id=message.record_id,
        time=now,
        receiver_key=X25519PrivateKey.generate().public_key(),
        signing_key=ec.generate_private_key(ec.SECP256R1()),
    )
    plain = codec.encode(message, message_id=message.record_id, source=f"/tenants/demo/devices/{sender}", time=now)
    return len(frame), len(frame) + len(plain) - len(packing.pack(plain) or plain)


SIZE, UNPACKED = sealed_sentence()


@dataclass
class Side:
    """What was measured of one side; None where it was not."""

    name: str
    figures: dict[str, float | None]
    rates: dict[str, list[float]] = field(default_factory=dict)
    """By round, lowest first; the figure is the median."""

    def __post_init__(self) -> None:
        self.figures |= {key: statistics.median(values) for key, values in self.rates.items()}


class Storage:
    """Runs one storage in processes of their own: ours, or thingsboard-gateway's in its own environment.

    Args:
        command: what runs it.
        folder: for what it stores.
        single: records of one round that come one after the other.
        sleepless: single records once more with the processors kept from sleeping; a peer that waits for a timer of its
            own has nothing of that.
    """

    def __init__(self, command: list[str], folder: Path, *, single: int, sleepless: bool = False) -> None:
        self._command = command
        self._folder = folder
        self._single = single
        self._sleepless = sleepless
        self._rounds: list[dict[str, float]] = []

    def run(self, what: str, place: str, *numbers: int) -> dict[str, Any]:
        """The last line that the command printed."""
        return self._lines(what, place, *numbers)[-1]

    def store_a_round(self) -> None:
        """Store many records at once, then some one after the other, each time in an empty storage."""
        place = str(len(self._rounds))
        grouped = self.run("accept", f"grouped-{place}", GROUPED, SIZE, 0)
        single = self.run("accept_singly", f"single-{place}", self._single, SIZE)
        measured = {
            "yes_per_s": GROUPED / grouped["said_yes_s"],
            "grouped_per_s": GROUPED / grouped["stored_s"],
            "written": grouped["written"] / GROUPED,
            "single_per_s": self._single / single["seconds"],
        }
        if "p99_ms" in single:
            measured["p99_ms"] = single["p99_ms"]
        if self._sleepless:
            with processors_awake():
                awake = self.run("accept_singly", f"awake-{place}", self._single, SIZE)
            measured["awake_per_s"] = self._single / awake["seconds"]
        self._rounds.append(measured)

    def rates(self) -> dict[str, list[float]]:
        """What the rounds measured, lowest first."""
        return {key: sorted(each[key] for each in self._rounds) for key in self._rounds[0]}

    def losses(self) -> dict[str, float | None]:
        """Accepted, and not there afterwards."""
        return {"lost_on_kill": self._lost_on_kill(), "lost_on_full_disk": self._lost_on_full_disk()}

    def _lost_on_kill(self) -> float:
        with self._start("accept", "kill", 10 * KILL_AT, SIZE, 0, PAUSE_MS) as process:
            assert process.stdout is not None
            accepted = 0
            while accepted < KILL_AT:
                accepted = json.loads(process.stdout.readline())["accepted"]
            process.kill()
            for line in process.stdout.read().splitlines():
                if line.endswith("}"):
                    accepted = json.loads(line)["accepted"]
        return float(max(0, accepted - self.run("count", "kill")["stored"]))

    def _lost_on_full_disk(self) -> float:
        accepted = self.run("accept", "full", GROUPED, SIZE, LIMIT_MB)["accepted"]
        return float(max(0, accepted - self.run("count", "full")["stored"]))

    def _start(self, what: str, place: str, *numbers: int) -> "subprocess.Popen[str]":
        (self._folder / place).mkdir(parents=True, exist_ok=True)
        command = [*self._command, what, str(self._folder / place), *(str(number) for number in numbers)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def _lines(self, what: str, place: str, *numbers: int) -> list[dict[str, Any]]:
        with self._start(what, place, *numbers) as process:
            assert process.stdout is not None
            lines = [json.loads(line) for line in process.stdout]
        assert process.returncode == 0, (what, place)
        return lines


def measure_storing(storages: list[Storage]) -> None:
    """In rounds that alternate between the sides."""
    for number in range(ROUNDS):
        for storage in storages:
            storage.store_a_round()
        print(f"stored: round {number + 1} of {ROUNDS}", file=sys.stderr)


def measure_ours(storage: Storage, folder: Path, records: int) -> Side:
    """The whole line with its hub, and what is lost."""
    figures = storage.losses()
    with Line(_made(folder / "line")).running() as line:
        fill(line.car, records)
        started, busy = time.perf_counter(), _busy_s()
        agent = line.start_agent()
        eventually(lambda: line.tickets() >= SAFETY_BEHIND * records, "the backlog drains", DRAIN_LIMIT_S)
        figures["safety_s"] = _time_to_safety_ticket(line)
        eventually(lambda: line.tickets() > records, "the backlog has drained", DRAIN_LIMIT_S)
        took, busy = time.perf_counter() - started, _busy_s() - busy
        eventually(lambda: line.status()["ledger"]["pending"] == 0, "the device has every receipt", 60)
        ledger = line.status()["ledger"]
        assert ledger["balanced"]
        assert line.query("SELECT count(*), count(DISTINCT record_id) FROM tickets") == [(records + 1, records + 1)]
        used = Usage.of(agent.process.pid)
        hub_cpu_s = sum(Usage.of(pid).cpu_s for pid in family(line.hub.process.pid))
        broker_cpu_s = Usage.of(line.broker.pid).cpu_s
    figures |= {
        "drained_per_s": records / took,
        "drain_s": took,
        "rss_mb": used.peak_mb,
        "cpu_us": used.cpu_s / records * 1e6,
        "hub_cpu_us": hub_cpu_s / records * 1e6,
        "broker_cpu_us": broker_cpu_s / records * 1e6,
        "others_cpus": max(0.0, busy - used.cpu_s - hub_cpu_s - broker_cpu_s) / took,
    }
    return Side("Tingche", figures, storage.rates())


def _busy_s() -> float:
    """Processor time that the whole machine has used: first line of /proc/stat, proc(5), without idle and iowait."""
    user, nice, system, _idle, _iowait, irq, softirq, steal = (
        int(field) for field in Path("/proc/stat").read_text().split()[1:9]
    )
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def _time_to_safety_ticket(line: Line) -> float:
    """Seconds from the thanks for a safety record, put behind the backlog, to its committed ticket."""
    events = line.ask(do="say", text="刹车失灵了", agreed=True)
    thanked = time.perf_counter()
    record_id = next(event["record_id"] for event in events if event["event"] == "recorded")
    eventually(
        lambda: line.query("SELECT 1 FROM tickets WHERE record_id = ?", record_id), "the safety record's ticket", 60
    )
    return time.perf_counter() - thanked


def measure_thingsboard(storage: Storage, folder: Path, records: int) -> Side:
    """Its SQLite storage; the backlog goes to a subscriber of a mosquitto."""
    figures = storage.losses()
    storage.run("accept", "drain", records, SIZE, 0)
    broker = Mosquitto(_made(folder / "centre"))
    broker.start()
    counter = Counter(broker.port, "v1/gateway/telemetry")
    started = time.perf_counter()
    figures["rss_mb"] = storage.run("drain", "drain", records, broker.port)["rss_mb"]
    counter.wait_for(records)
    figures["drain_s"] = took = time.perf_counter() - started
    figures["drained_per_s"] = counter.count / took
    counter.close()
    broker.close()
    return Side(THINGSBOARD.replace("==", " "), figures, storage.rates())


def measure_bridge(folder: Path, records: int) -> Side:
    """Mosquitto to mosquitto."""
    figures: dict[str, float | None] = {}
    bridge = Bridge(folder / "drain")
    try:
        bridge.start()
        rate = records / bridge.accept(records, SIZE)
        used = bridge.usage()
        bridge.centre.start()
        counter = Counter(bridge.centre.port, TOPIC)
        took = counter.wait_for(records, quiet_s=20, at_most_s=DRAIN_LIMIT_S)
        figures |= {
            "yes_per_s": rate,
            "written": used.written / records,
            "drain_s": took if counter.count >= records else None,
            "drained_per_s": counter.count / took,
            "rss_mb": bridge.usage().peak_mb,
        }
        counter.close()
    finally:
        bridge.close()
    figures["lost_on_kill"] = _lost_by_bridge(folder / "kill", limit_mb=0, kill=True)
    figures["lost_on_full_disk"] = _lost_by_bridge(folder / "full", limit_mb=LIMIT_MB, kill=False)
    return Side("mosquitto bridge", figures)


def _lost_by_bridge(folder: Path, *, limit_mb: int, kill: bool) -> float:
    """Acknowledged, and not delivered after the device's broker has come back."""

    def lost(bridge: Bridge) -> float:
        bridge.accept(KILL_AT, SIZE)
        bridge.end(kill=kill)
        bridge.start()
        bridge.centre.start()
        counter = Counter(bridge.centre.port, TOPIC)
        counter.wait_for(KILL_AT)
        counter.close()
        return float(KILL_AT - counter.count)

    return _bridge(folder, lost, limit_mb)


def _bridge(folder: Path, use: Callable[[Bridge], float], limit_mb: int = 0) -> float:
    bridge = Bridge(folder)
    try:
        bridge.start(limit_mb)
        return use(bridge)
    finally:
        bridge.close()


def _environment(folder: Path, package: str) -> Path:
    """The Python of an environment that holds this package; made on first use."""
    python = folder.absolute() / "bin" / "python"
    if not python.exists():
        print(f"==> {package} -> {folder}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], check=True)
    return python


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


ROWS = (
    ("yes_per_s", "accepted/s, as it says itself"),
    ("single_per_s", "on disk/s, one after the other"),
    ("awake_per_s", "the same, processors kept awake"),
    ("p99_ms", "99 of 100 on disk within ms"),
    ("grouped_per_s", "on disk/s, many at once"),
    ("drained_per_s", "backlog drained/s"),
    ("drain_s", "backlog drained, s"),
    ("safety_s", "safety record behind it: ticket after s"),
    ("rss_mb", "resident memory on the device, MB"),
    ("written", "bytes written/record"),
    ("cpu_us", "processor time/record on the device, us"),
    ("hub_cpu_us", "processor time/record at the hub, us"),
    ("broker_cpu_us", "processor time/record at the broker, us"),
    ("others_cpus", "processors that other programs kept busy"),
    ("lost_on_kill", f"lost of {KILL_AT:,} accepted, kill -9"),
    ("lost_on_full_disk", "lost of the accepted, full disk"),
)


def show(sides: list[Side], records: int) -> None:
    """The table; ratios are peer to ours."""
    print(f"one sentence, sealed: {SIZE} B ({UNPACKED} B if it were not packed first)")
    print(f"messages of {SIZE} B, backlog of {records:,}; (ratio to Tingche)")
    print(f"{'':42}" + "".join(f"{side.name:>30}" for side in sides))
    for key, title in ROWS:
        ours = sides[0].figures.get(key)
        cells = ""
        for side in sides:
            value = side.figures.get(key)
            if value is None:
                cells += f"{'-':>30}"
                continue
            ratio = f" ({value / ours:.2f})" if ours and side is not sides[0] else ""
            number = f"{value:,.2f}" if abs(value) < 10 and value != int(value) else f"{value:,.0f}"
            cells += f"{number + ratio:>30}"
        print(f"{title:42}{cells}")
    print(
        "On disk: a mosquitto bridge saves every 30 minutes; thingsboard-gateway commits with synchronous=NORMAL,\n"
        "which a power cut undoes; Tingche's records are encrypted, counted in the ledger and fsynced before the yes."
    )


def judge(side: Side, records: int) -> bool:
    """Print each target of ours as met or missed; whether all were met."""
    targets = (
        ("single_per_s", 5_000.0, "at least {:,.0f} durable commits/s, one after the other"),
        ("grouped_per_s", 50_000.0, "at least {:,.0f} durable records/s, many at once"),
        ("p99_ms", 5.0, "99 of 100 are durable within {:.0f} ms"),
        ("written", 4_096.0, "at most {:,.0f} bytes written per record, many at once"),
        ("rss_mb", 60.0, "the agent takes at most {:.0f} MB while it drains"),
        ("drain_s", DRAIN_TARGET_S * records / 100_000, f"{records:,} records are tickets within {{:.0f}} s"),
        ("safety_s", SAFETY_TARGET_S, "a safety record behind them is a ticket within {:.0f} s"),
        ("lost_on_kill", 0.0, "lost by a kill: {:.0f}"),
        ("lost_on_full_disk", 0.0, "lost on a full disk: {:.0f}"),
    )
    all_met = True
    for key, limit, title in targets:
        found = side.figures[key]
        met = found is not None and (found >= limit if key.endswith("_per_s") else found <= limit)
        all_met = all_met and met
        rounds = side.rates.get(key, ())
        between = f", {len(rounds)} rounds: {rounds[0]:,.1f} to {rounds[-1]:,.1f}" if rounds else ""
        print(f"{'met   ' if met else 'MISSED'} {title.format(limit)} (measured: {found:,.1f}{between})")
    return all_met


def measure(folder: Path, records: int, *, peers: bool) -> Iterator[Side]:
    """Every side; ours first."""
    us = [sys.executable, "-m", "tests.benchmarks.sync_store"]
    ours = Storage(us, folder / "store", single=SINGLE, sleepless=True)
    if not peers:
        measure_storing([ours])
        yield measure_ours(ours, folder, records)
        return
    them = [str(_environment(PEERS / "thingsboard", THINGSBOARD)), "tests/benchmarks/peer_thingsboard.py"]
    theirs = Storage(them, folder / "thingsboard", single=SINGLE_OF_PEER)
    measure_storing([ours, theirs])
    yield measure_ours(ours, folder, records)
    yield measure_thingsboard(theirs, folder, records)
    yield measure_bridge(folder / "bridge", records)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000, help="backlog to drain")
    parser.add_argument("--only", choices=("ours",), help="leave the peers out")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="sync-bench-"))
    sides = []
    try:
        for side in measure(folder, chosen.records, peers=not chosen.only):
            print(f"measured {side.name}", file=sys.stderr)
            sides.append(side)
    finally:
        shutil.rmtree(folder)
    show(sides, chosen.records)
    sys.exit(0 if judge(sides[0], chosen.records) else 1)


if __name__ == "__main__":
    main()
