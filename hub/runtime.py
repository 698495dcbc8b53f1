"""Composition root of the hub: keys, database, broker, intake, pages; started and stopped in order.

    keys and database -> sockets bound -> broker -> intake processes -> pages -> "ready"

Everything that can be refused is refused before the first frame is taken. Whatever stops it, the way back is the same.
"""

import logging
import os
import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agent.contract.sealing import key_id
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.backup import forget_again
from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.connection import Database, open_sqlite
from hub.adapters.database.contact_store import ContactStore
from hub.adapters.database.figure_store import FigureStore
from hub.adapters.database.fleet_store import FleetStore
from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.receipt_desk import ReceiptDesk
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.database.review_store import ReviewStore
from hub.adapters.database.set_aside_store import SetAsideStore
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.adapters.database.ticket_desk import TicketDesk
from hub.adapters.database.visit_desk import VisitDesk
from hub.adapters.database.voice_store import VoiceStore
from hub.adapters.database.ways_store import WaysStore
from hub.adapters.embedded_broker import LOOPBACK, EmbeddedBroker
from hub.adapters.intake_processes import IntakeProcesses, IntakeSettings
from hub.adapters.key_folder import VOICE_KEY, HubKeys, add_voice_key, load_keys, open_keys
from hub.adapters.state_folder import StateFolder, StateLock
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.erasure.report import is_overdue
from hub.erasure.retention import FILE as RETENTION_FILE
from hub.erasure.retention import Retention
from hub.errors import HubError, InputRefusedError, OperatorNeededError
from hub.fleet.broker_address import BrokerAddress, is_loopback
from hub.fleet.claims import ca_fingerprint
from hub.people.access import code_key, make_code
from hub.tickets.weighing import FILE as WEIGHTS_FILE
from hub.tickets.weighing import Weights

DEFAULT_TENANT = "demo"
DEFAULT_HTTP_PORT = 8460
DEFAULT_MQTT_PORT = 18460
"""Not 1883: another broker may well be there already."""

_log = logging.getLogger(__name__)
_INTAKE_WAIT_S = 30.0
"""How long "ready" waits for the intake; it gives up waiting for the broker much earlier."""
_HOUR_S = 3600.0
_DAY_H = 24
"""The list of revoked certificates is good for 30 days; the broker has to be told (SIGHUP) at least every fortnight."""
_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def utc_now() -> datetime:
    """The hub's clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """What `tingche-hub serve` was told."""

    state: Path
    tenant: str | None = None
    """None: what the state folder remembers, or `demo`."""
    database: str | None = None
    """SQLAlchemy URL; None for SQLite in the state folder."""
    http_host: str = LOOPBACK
    http_port: int = DEFAULT_HTTP_PORT
    mqtt_host: str = LOOPBACK
    mqtt_port: int = DEFAULT_MQTT_PORT
    broker: str | None = None
    """An external broker; None for the embedded one."""
    enrol_listen: str | None = None
    """HOST:PORT of the TLS listener that serves enrolment alone."""
    names: tuple[str, ...] = ()
    """Further names for the server certificate."""
    workers: int = 1
    """Intake processes; more than one share the subscription."""
    page_url: str | None = None
    """https address of the staff pages, where a TLS proxy stands before them."""


@dataclass(frozen=True, slots=True)
class Hub:
    """The parts of a hub that need no network."""

    state: StateFolder
    database: Database
    keys: HubKeys
    tenant: str


def serve(settings: ServeSettings, ready: Callable[[dict[str, Any]], None]) -> None:
    """Run a hub until SIGTERM or SIGINT.

    Args:
        settings: what to run.
        ready: told the addresses once everything runs.

    Raises:
        HubError: it cannot start; says why and what to do.
    """
    address = BrokerAddress.parse(settings.broker) if settings.broker else None
    enrol_listen = _parse_listen(settings.enrol_listen)
    _check_page_address(settings.http_host)
    page_url = _parse_page_url(settings.page_url)
    state = StateFolder(settings.state)
    state.create()
    with ExitStack() as stack, stopped_by_signal() as stopping:
        stack.enter_context(StateLock(state))
        hub = stack.enter_context(_open_for_serving(state, settings))
        stack.callback(state.unpublish)
        retention_of(state.path)  # a file that cannot be used is refused now, not in an hour
        weights_of(state.path)
        _hourly(hub)
        _daily(hub)
        told = _start(hub, settings, stack, external=address, enrol_listen=enrol_listen, page_url=page_url)
        state.publish(told)
        ready(told | {"invitation": _first_invitation(hub, told["pages"])})
        hours = 0
        while not stopping.wait(_HOUR_S):
            hours += 1
            _hourly(hub)
            if hours % _DAY_H == 0:
                _daily(hub)
        _log.info("stopping")


def _hourly(hub: Hub) -> None:
    """Delete what was kept long enough. A full disk, or a file somebody is just writing, is not a reason to stop."""
    try:
        now = utc_now()
        gone = RetentionStore(hub.database).run(retention_of(hub.state.path), now)
        late = [stone for stone in DatabaseTicketBook(hub.database).tombstones() if is_overdue(stone, now)]
    except HubError as error:
        _log.error("what is due for deletion waits: %s", error)
        return
    if late:
        _log.error("%d erasures are past the time the law allows: `tingche-hub erasures --overdue`", len(late))
    if any(gone.values()):
        _log.info("kept long enough: %s", ", ".join(f"{count} {kind}" for kind, count in gone.items() if count))


def retention_of(state_path: Path) -> Retention:
    """How long what is kept by this hub.

    Raises:
        InputRefusedError: the state folder's file cannot be used; says where.
    """
    try:
        return Retention.parse((state_path / RETENTION_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Retention()
    except (OSError, UnicodeDecodeError):
        raise InputRefusedError(f"{state_path / RETENTION_FILE} cannot be read as text.") from None


def weights_of(state_path: Path) -> Weights:
    """What a feedback weighs by its way in, in this hub's counts and averages.

    Raises:
        InputRefusedError: the state folder's file cannot be used; says where.
    """
    try:
        return Weights.parse((state_path / WEIGHTS_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Weights()
    except (OSError, UnicodeDecodeError):
        raise InputRefusedError(f"{state_path / WEIGHTS_FILE} cannot be read as text.") from None


def _daily(hub: Hub) -> None:
    """What is due at the start and every day."""
    list_revoked(hub)
    SetAsideStore(hub.database).expire(utc_now())
    _log.info("audit anchor %s", AuditLog(hub.database).head())  # the system's journal keeps it, out of the hub's reach


def list_revoked(hub: Hub) -> None:
    """Write the list of revoked certificates anew, for an external broker."""
    hub.keys.write_revocations(FleetStore(hub.database).revoked(), utc_now())


def run_broker(state_path: Path, port: int, listen: str, ready: Callable[[dict[str, Any]], None]) -> None:
    """Run only the embedded broker until SIGTERM or SIGINT. Raises as `serve`."""
    state = StateFolder(state_path)
    state.create()
    with ExitStack() as stack, stopped_by_signal() as stopping:
        stack.enter_context(StateLock(state, "broker"))
        broker = EmbeddedBroker(state.path, port, listen)
        stack.callback(broker.stop)
        broker.start()
        stack.callback(state.unpublish, "broker")
        told = {"mqtt": f"{LOOPBACK}:{broker.port}", "pid": os.getpid()}
        state.publish(told, "broker")
        ready(told)
        stopping.wait()


@contextmanager
def open_database(state_path: Path, url: str | None) -> Iterator[Database]:
    """The database of an existing hub, for one command. It may be running.

    Raises:
        OperatorNeededError: there is no hub.
    """
    state = StateFolder(state_path)
    state.require()
    database = Database(url) if url else open_sqlite(state.database_file, must_exist=True)
    try:
        database.check()
        yield database
    finally:
        database.close()


def tenant_of(database: Database) -> str:
    """Whose feedback this hub has."""
    return FleetStore(database).fact("tenant") or DEFAULT_TENANT


@contextmanager
def open_hub(state_path: Path, url: str | None) -> Iterator[Hub]:
    """Database and keys of an existing hub, for one command. Raises as `open_database`."""
    state = StateFolder(state_path)
    with open_database(state_path, url) as database:
        tenant = tenant_of(database)
        keys = load_keys(state.keys, tenant)
        _check_belongs(database, keys)
        yield Hub(state, database, keys, tenant)


@contextmanager
def stopped_by_signal() -> Iterator[threading.Event]:
    """An event that SIGTERM and SIGINT set, from the first moment on."""
    stopping = threading.Event()
    before = {number: signal.signal(number, lambda *_: stopping.set()) for number in _STOP_SIGNALS}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _open_for_serving(state: StateFolder, settings: ServeSettings) -> Iterator[Hub]:
    database = Database(settings.database) if settings.database else open_sqlite(state.database_file)
    try:
        database.prepare()
        forget_again(database, TombstoneJournal(state.tombstones_file), utc_now())
        fleet = FleetStore(database)
        tenant = fleet.bind("tenant", settings.tenant or DEFAULT_TENANT)
        if settings.tenant not in (None, tenant):
            raise InputRefusedError(
                f"{state.path} belongs to tenant {tenant}. Leave --tenant out, or give tenant {settings.tenant} "
                "a state folder of its own."
            )
        if fleet.fact("ca") is not None and not state.keys.exists():
            raise OperatorNeededError(
                f"{state.keys} is missing, but the database has a history. Put the folder back from your backup: with "
                "other keys this hub cannot read its own devices."
            )
        keys = open_keys(state.keys, tenant, utc_now())
        _check_belongs(database, keys)
        keys = with_voice_key(fleet, keys, tenant)
        yield Hub(state, database, keys, tenant)
    finally:
        database.close()


def with_voice_key(fleet: FleetStore, keys: HubKeys, tenant: str) -> HubKeys:
    """The keys with the reviewers'. Made once for a hub from before, and never again where devices know it."""
    told = fleet.fact("voice_key")
    if keys.voice is None and told is None:
        add_voice_key(keys.folder)
        keys = load_keys(keys.folder, tenant)
    mine = None if keys.voice is None else key_id(keys.voice)
    if mine is None or fleet.bind("voice_key", mine) != mine:
        raise OperatorNeededError(
            f"{keys.folder / VOICE_KEY} is missing or another one than devices seal recordings to. Put it back from "
            "your backup."
        )
    return keys


def _check_belongs(database: Database, keys: HubKeys) -> None:
    mine = ca_fingerprint(keys.authority.der)
    if FleetStore(database).bind("ca", mine) != mine:
        raise OperatorNeededError(
            f"{keys.folder} does not belong to this database: its certificate authority is another one. Put database "
            "and keys of the same hub together again."
        )


def _start(
    hub: Hub,
    settings: ServeSettings,
    stack: ExitStack,
    *,
    external: BrokerAddress | None,
    enrol_listen: tuple[str, int] | None,
    page_url: str | None,
) -> dict[str, Any]:
    """Start everything that takes part in a network; each way back is on the stack. The addresses."""
    from hub.adapters.web_server import WebServer, bind

    http_socket = bind(settings.http_host, settings.http_port, "--http-port")
    stack.callback(http_socket.close)
    enrol_socket = bind(*enrol_listen, "--enrol-listen") if enrol_listen else None
    if enrol_socket is not None:
        stack.callback(enrol_socket.close)
    address = external or _start_broker(hub.state, settings, stack)
    intake = _start_intake(hub, settings, address, stack)
    page_app, enrol_app = applications(hub, address, page_url)
    servers = [WebServer(page_app, http_socket)]
    if enrol_socket is not None:
        servers.append(WebServer(enrol_app, enrol_socket, hub.keys.server_files(settings.names, utc_now())))
    for server in servers:
        stack.callback(server.stop)
        server.start()
    if not intake.wait_until_up(_INTAKE_WAIT_S):
        _log.warning("the broker at %s does not answer yet; the hub goes on and keeps trying", address)
    enrol_at = None
    if enrol_listen:
        enrol_at = f"https://{enrol_listen[0]}:{servers[1].port}"
        if external is None and not is_loopback(enrol_listen[0]):
            _log.warning("devices elsewhere can enrol, but not reach the embedded broker: name one with --broker")
    return {
        "http": f"http://{LOOPBACK}:{servers[0].port}",
        "pages": page_url or f"http://localhost:{servers[0].port}",  # passkeys belong to a name, never to an address
        "mqtt": str(address),
        "mqtt_tls": address.tls,
        "enrol": enrol_at,
        "tenant": hub.tenant,
        "pid": os.getpid(),
    }


def _start_broker(state: StateFolder, settings: ServeSettings, stack: ExitStack) -> BrokerAddress:
    broker = EmbeddedBroker(state.path, settings.mqtt_port, settings.mqtt_host)
    stack.callback(broker.stop)
    broker.start()
    return BrokerAddress(LOOPBACK, broker.port, tls=False)


def _start_intake(hub: Hub, settings: ServeSettings, address: BrokerAddress, stack: ExitStack) -> IntakeProcesses:
    """The intake processes; they come up while the pages do."""
    told = [
        IntakeSettings(
            str(hub.state.path.absolute()),
            settings.database,
            address.host,
            address.port,
            tls=address.tls,
            worker=worker,
            workers=settings.workers,
        )
        for worker in range(settings.workers)
    ]
    processes = IntakeProcesses(told)
    stack.callback(processes.stop)
    processes.start()
    return processes


def applications(hub: Hub, address: BrokerAddress, page_url: str | None = None) -> tuple[Any, Any]:
    """The application on loopback (pages and enrolment) and the one behind TLS (enrolment alone)."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Mount

    from hub.people.roles import Permission
    from hub.web.enrolment_api import EnrolmentDesk, enrolment_routes
    from hub.web.gate import DeclaredMount
    from hub.web.pages import Office, staff_app
    from hub.web.receipt_page import PATH as RECEIPT_PATH
    from hub.web.receipt_page import receipt_app
    from hub.web.visit_page import PATH as VISIT_PATH
    from hub.web.visit_page import visit_app

    desk = EnrolmentDesk(FleetStore(hub.database), hub.keys, address, utc_now, secrets.token_bytes)
    weights = weights_of(hub.state.path)
    office = Office(
        book=DatabaseTicketBook(hub.database, weights),
        desk=TicketDesk(hub.database, os.urandom),
        figures=FigureStore(hub.database, weights),
        weights=weights,
        people=PeopleStore(hub.database),
        contacts=ContactStore(hub.database),
        reviews=ReviewStore(hub.database),
        voices=VoiceStore(hub.database),
        campaigns=CampaignStore(hub.database, hub.tenant, os.urandom),
        campaign_counts=CampaignCounts(hub.database, hub.tenant, weights),
        ways=WaysStore(hub.database, hub.tenant, os.urandom),
        log=AuditLog(hub.database),
        desk_key=hub.keys.folder / "desk.key",
        voice_key=hub.keys.folder / VOICE_KEY,
        clock=utc_now,
        tenant=hub.tenant,
        secret=hub.keys.claim,
        page_url=page_url,
    )
    # A page of another site whose name points here must not read tickets (DNS rebinding).
    hosts = [LOOPBACK, "localhost", *([urlsplit(page_url).hostname or ""] if page_url else [])]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    receipts = ReceiptDesk(hub.database, TombstoneJournal(hub.state.tombstones_file).append, os.urandom)
    # The secret on the receipt is what opens it.
    public = DeclaredMount(RECEIPT_PATH, receipt_app(receipts, utc_now), Permission.PUBLIC)
    # The kiosk's signature on the code is what opens it.
    visits = DeclaredMount(
        VISIT_PATH, visit_app(VisitDesk(hub.database, os.urandom), utc_now, hub.keys.claim), Permission.PUBLIC
    )
    local = Starlette(
        routes=[*enrolment_routes(desk), public, visits, Mount("/", staff_app(office))], middleware=[guard]
    )
    return local, Starlette(routes=enrolment_routes(desk))


def _check_page_address(host: str) -> None:
    if host != LOOPBACK:
        raise OperatorNeededError(
            f"The staff pages listen on {LOOPBACK} only, not on {host}: they speak plain HTTP. Put a TLS proxy of this "
            "machine before them and tell its address with --page-url, or use an SSH tunnel to this port."
        )


def _first_invitation(hub: Hub, pages: str) -> str | None:
    """A link for the first administrator, anew at each start until there is one: no password to begin with."""
    people = PeopleStore(hub.database)
    if people.has_administrator():
        return None
    code = make_code(secrets.token_bytes)
    people.invite_first(code_key(code) or "", now=utc_now(), random_bytes=secrets.token_bytes)
    return f"{pages}/invitation#{code}"


def _parse_page_url(text: str | None) -> str | None:
    """An origin: https, a host name, perhaps a port, and nothing else."""
    if text is None:
        return None
    found = urlsplit(text)
    host = found.hostname or ""
    plain = (
        found.scheme == "https" and found.path in ("", "/") and not (found.query or found.fragment or found.username)
    )
    if not plain or not host or host.replace(".", "").isdigit() or ":" in host:
        raise InputRefusedError("--page-url has to be https and a host name, for example https://desk.example.com.")
    return f"https://{found.netloc.lower()}"


def _parse_listen(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdigit():
        raise InputRefusedError("--enrol-listen has to be HOST:PORT, for example 0.0.0.0:8461.")
    return host.strip("[]"), int(port)
