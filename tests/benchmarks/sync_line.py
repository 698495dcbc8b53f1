"""The whole line as real processes, for `sync.py`: mosquitto, hub and agent, with a backlog on the device."""

import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from agent.adapters.key_file import FileKeys
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.system_clock import SystemClock
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract import sealing
from agent.contract.identifiers import ReceiptSecret, uuid7
from agent.contract.messages import ConsentReference, Context, Feedback, MaskedText, SpeechFacts
from agent.ports import NewEntry, Priority
from agent.profile import OutboxSettings
from agent.runtime import load_identity
from tests.e2e.processes import AGENT, HUB, Processes, Running
from tests.fakes.mosquitto import Mosquitto

BUDGET = OutboxSettings(max_bytes=2_000_000_000, max_rows=1_000_000)
PROFILE = """kind = "head_unit"
[outbox]
max_bytes = 2_000_000_000
max_rows = 1_000_000
[sync]
backoff_first_s = 1.0

"""
_GROUP = 2_000
_TEXT = "充电桩扫了三次才启动，中途断了一次，希望能改进一下，车牌[PLATE]"


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom)


def fill(state: Path, records: int) -> None:
    """Put a backlog of sealed feedback on an enrolled device whose agent does not run."""
    identity, keys = load_identity(state), FileKeys(state / "keys")
    store = SqliteStore(state / "agent.db", keys, BUDGET, SystemClock(), secrets.token_bytes)
    subject = store.subject_for("driver").result()
    now = datetime.now(UTC)
    grant = ConsentGrant(new_id(), subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, now)
    store.add_grant(grant).result()
    consent = ConsentReference(
        grant_id=grant.grant_id,
        notice_hash=grant.notice_hash,
        purposes=("improve_service",),
        given_at=now,
        expires_at=None,
    )
    context = Context(device_kind=identity.kind, offline=True)
    speech = SpeechFacts(engine="vosk", model="vosk-model-small-cn-0.22", language="zh", audio_s=3.2, confidence=0.9)

    def entry() -> NewEntry:
        record_id, secret = new_id(), ReceiptSecret.make(os.urandom)
        message = Feedback(
            record_id=record_id,
            subject=subject,
            recorded_at=now,
            source="voice",
            text=MaskedText(text=_TEXT),
            speech=speech,
            context=context,
            consent=consent,
            receipt_code=secret.code,
            receipt_verifier=secret.verifier,
            agent_version="0.1.0",
        )
        frame = sealing.seal(
            message,
            tenant=identity.tenant,
            sender=identity.device,
            message_id=record_id,
            time=now,
            receiver_key=identity.seal_key,
            signing_key=keys.signing_key(),
        )
        return NewEntry(
            record_id,
            "feedback",
            Priority.FEEDBACK,
            frame,
            now,
            subject,
            grant.grant_id,
            secret.code,
            secret.verifier,
            message.model_dump_json().encode(),
        )

    try:
        for start in range(0, records, _GROUP):
            futures = [store.put(entry()) for _ in range(min(_GROUP, records - start))]
            assert all(future.result() is None for future in futures)
    finally:
        store.close()


@dataclass(frozen=True)
class Usage:
    """What one process has used so far."""

    cpu_s: float
    rss_mb: float
    peak_mb: float
    written: int
    """Bytes handed to write calls."""

    @classmethod
    def of(cls, pid: int) -> "Usage":
        status = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line
        )
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        io = dict(line.split(": ") for line in Path(f"/proc/{pid}/io").read_text().splitlines())
        ticks = os.sysconf("SC_CLK_TCK")
        return cls(
            (int(fields[11]) + int(fields[12])) / ticks,
            int(status["VmRSS"].split()[0]) / 1024,
            int(status["VmHWM"].split()[0]) / 1024,
            int(io["wchar"]),
        )


class Line:
    """Broker, hub and one device in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hub_state, self.car = folder / "hub", folder / "car"
        self.processes = Processes(folder)
        (folder / "broker").mkdir()
        self.broker = Mosquitto(folder / "broker")

    @contextmanager
    def running(self) -> Iterator["Line"]:
        """Broker and hub run; the device is enrolled."""
        self.broker.start()
        try:
            self.hub = self.start_hub()
            profile = self.folder / "profile.toml"
            profile.write_text(PROFILE)
            claim = self.processes.run([HUB, "claim", "--state", str(self.hub_state), "--kind", "head_unit", "--json"])
            told = ["--hub", self.hub.ready["http"], "--claim", claim[0]["claim"], "--profile", str(profile)]
            self.processes.run([AGENT, "provision", "--state", str(self.car), *told, "--json"])
            yield self
        finally:
            self.processes.end_all()
            self.broker.close()

    def start_hub(self) -> Running:
        options = ["--broker", f"127.0.0.1:{self.broker.port}", "--http-port", "0", "--json"]
        return self.processes.start("hub", [HUB, "serve", "--state", str(self.hub_state), *options])

    def start_agent(self) -> Running:
        """The agent, where no speech model is installed."""
        options = ["--state", str(self.car), "--models", str(self.folder / "no-models"), "--json"]
        return self.processes.start("agent", [AGENT, "run", *options])

    def tickets(self) -> int:
        """Committed tickets."""
        with closing(sqlite3.connect(f"file:{self.hub_state}/hub.db?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT max(seq) FROM tickets").fetchone()[0] or 0)

    def ticket_of(self, record_id: str) -> str | None:
        with closing(sqlite3.connect(f"file:{self.hub_state}/hub.db?mode=ro", uri=True)) as db:
            row = db.execute("SELECT number FROM tickets WHERE record_id = ?", (record_id,)).fetchone()
            return None if row is None else str(row[0])

    def status(self) -> dict:
        return self.processes.run([AGENT, "status", "--state", str(self.car), "--json"])[0]
