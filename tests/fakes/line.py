"""The whole line as real processes: mosquitto, hub and agent, with a backlog on the device where wanted."""

import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agent.adapters import control_socket
from agent.adapters.key_file import FileKeys
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.system_clock import SystemClock
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract import sealing
from agent.contract.identifiers import ReceiptSecret, uuid7
from agent.contract.messages import ConsentReference, Context, DeviceKind, Feedback, MaskedText, SpeechFacts
from agent.enrolled import load_identity
from agent.ports import NewEntry, Priority
from agent.profile import ClassSettings, OutboxSettings
from tests.e2e.processes import AGENT, HUB, Processes, Running
from tests.fakes.mosquitto import Mosquitto
from tests.fakes.mqtt_network import MqttNetwork

_MUCH = ClassSettings(max_bytes=2_000_000_000, max_rows=1_000_000, max_age_days=90, when_full="refuse")
BUDGET = OutboxSettings(max_bytes=2_000_000_000, max_rows=1_000_000, feedback=_MUCH)
PROFILE = """kind = "head_unit"
[outbox]
max_bytes = 2_000_000_000
max_rows = 1_000_000
feedback = { max_bytes = 2_000_000_000, max_rows = 1_000_000, max_age_days = 90, when_full = "refuse" }
[sync]
backoff_first_s = 1.0

"""
_GROUP = 2_000
_TEXT = "充电桩扫了三次才启动，中途断了一次，希望能改进一下，车牌[PLATE]"


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom)


def a_sentence(subject: str, grant: ConsentGrant, now: datetime) -> tuple[Feedback, ReceiptSecret]:
    """What a driver said in one sentence, as a record, and its receipt."""
    consent = ConsentReference(
        grant_id=grant.grant_id,
        notice_hash=grant.notice_hash,
        purposes=("improve_service",),
        given_at=now,
        expires_at=None,
    )
    secret = ReceiptSecret.make(os.urandom)
    message = Feedback(
        record_id=new_id(),
        subject=subject,
        recorded_at=now,
        source="voice",
        text=MaskedText(text=_TEXT),
        speech=SpeechFacts(engine="vosk", model="vosk-model-small-cn-0.22", language="zh", audio_s=3.2, confidence=0.9),
        context=Context(device_kind=DeviceKind.HEAD_UNIT, offline=True),
        consent=consent,
        receipt_code=secret.code,
        receipt_verifier=secret.verifier,
        agent_version="0.1.0",
    )
    return message, secret


def a_grant(subject: str, now: datetime) -> ConsentGrant:
    """To everything, for a year."""
    return ConsentGrant(new_id(), subject, frozenset(Purpose), os.urandom(32).hex(), "touch", Period.YEAR, now)


def fill(state: Path, records: int) -> None:
    """Put a backlog of sealed feedback on an enrolled device whose agent does not run."""
    identity, keys = load_identity(state), FileKeys(state / "keys")
    store = SqliteStore(state / "agent.db", keys, BUDGET, SystemClock(), secrets.token_bytes)
    subject = store.subject_for("driver").result()
    now = datetime.now(UTC)
    grant = a_grant(subject, now)
    store.add_grant(grant).result()

    def entry() -> NewEntry:
        message, secret = a_sentence(subject, grant, now)
        frame = sealing.seal(
            message,
            tenant=identity.tenant,
            sender=identity.device,
            message_id=message.record_id,
            time=now,
            receiver_key=identity.seal_key,
            signing_key=keys.signing_key(),
        )
        return NewEntry(
            message.record_id,
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
    def of_self(cls) -> "Usage":
        return cls.of(os.getpid())

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


def family(pid: int) -> list[int]:
    """A process and those that it started."""
    started = Path(f"/proc/{pid}/task").glob("*/children")
    return [pid, *(int(child) for task in started for child in task.read_text().split())]


class Line:
    """Broker, hub and one device in a folder: every part a process that can be killed and started again.

    Args:
        folder: for everything.
        profile: the device's profile, TOML.
        networks: put a network between device and broker, and one between hub and broker.
    """

    def __init__(self, folder: Path, profile: str = PROFILE, *, networks: bool = False) -> None:
        self.folder = folder
        self.hub_state, self.car = folder / "hub", folder / "car"
        self.processes = Processes(folder)
        self._profile = folder / "profile.toml"
        self._profile.write_text(profile)
        (folder / "broker").mkdir()
        self.broker = Mosquitto(folder / "broker")
        self._networks = networks

    @contextmanager
    def running(self) -> Iterator["Line"]:
        """Broker and hub run; the device is enrolled, its agent does not run yet."""
        with ExitStack() as stack:
            stack.callback(self.broker.close)
            stack.callback(self.processes.end_all)
            self.broker.start()
            if self._networks:
                self.device_network, self.hub_network = (MqttNetwork(self.broker.port) for _ in range(2))
                stack.callback(self.device_network.close)
                stack.callback(self.hub_network.close)
            self.start_hub()
            self._enrol()
            yield self

    def _enrol(self) -> None:
        claim = self.processes.run([HUB, "claim", "--state", str(self.hub_state), "--kind", "head_unit", "--json"])
        told = ["--hub", self.hub.ready["http"], "--claim", claim[0]["claim"], "--profile", str(self._profile)]
        self.processes.run([AGENT, "provision", "--state", str(self.car), *told, "--json"])
        if self._networks:
            identity = json.loads((self.car / "identity.json").read_text())
            identity["mqtt"]["port"] = self.device_network.port
            (self.car / "identity.json").write_text(json.dumps(identity))

    def start_hub(self) -> Running:
        port = self.hub_network.port if self._networks else self.broker.port
        options = ["--broker", f"127.0.0.1:{port}", "--http-port", "0", "--json"]
        self.hub = self.processes.start("hub", [HUB, "serve", "--state", str(self.hub_state), *options])
        return self.hub

    def start_agent(self) -> Running:
        """The agent, where no speech model is installed."""
        options = ["--state", str(self.car), "--models", str(self.folder / "no-models"), "--json"]
        self.agent = self.processes.start("agent", [AGENT, "run", *options])
        return self.agent

    def ask(self, **request: object) -> list[dict[str, Any]]:
        """What the running agent answers. Raises ConnectionError or AgentError where it does not."""
        return list(control_socket.request(self.car, request, lambda _question: {}))

    def status(self) -> dict[str, Any]:
        """The running agent's."""
        return self.ask(do="status")[0]

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Committed rows of the hub's database."""
        with closing(sqlite3.connect(f"file:{self.hub_state}/hub.db?mode=ro", uri=True)) as db:
            return db.execute(sql, values).fetchall()

    def tickets(self) -> int:
        """Committed tickets."""
        return int(self.query("SELECT max(seq) FROM tickets")[0][0] or 0)
