"""Campaigns in the database: written, pushed, stopped. Pages and commands write at the same time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, select, update

from agent.contract.directives import PromptSet
from agent.contract.identifiers import RandomBytes
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.device_choice import Choosable, choosable, fits
from hub.adapters.database.push_answers import next_version
from hub.adapters.database.push_queue import AT_ONCE, queue
from hub.adapters.database.schema import audit, campaigns, counters, devices, pushes
from hub.adapters.database.upsert import insert_or_ignore
from hub.campaigns.campaign import Campaign, Pushing, State, Stop, choice_of
from hub.campaigns.draft import Draft
from hub.campaigns.rules import Fault, Reading, read
from hub.errors import InputRefusedError
from hub.people.audit_chain import Action, Deed, Entry
from hub.pushing.push import Choice, Order

_COUNTER = "campaign"
_TOLD_FOR = timedelta(days=366)
"""How long devices are told that a campaign was stopped: by then it has ended by itself."""
_DEEDS = (
    Action.CREATE_CAMPAIGN,
    Action.CHANGE_CAMPAIGN,
    Action.PUSH_CAMPAIGN,
    Action.STOP_CAMPAIGN,
    Action.ORDER_WAYS,
)


class ChangedMeanwhileError(InputRefusedError):
    """Somebody else has changed the campaign since it was read."""

    def __init__(self, now: Campaign) -> None:
        super().__init__(f"{now.name} was changed by {now.changed_by} meanwhile. Look at it again.")
        self.now = now


class NotReadyError(InputRefusedError):
    """It cannot be pushed as it is written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        places = ", ".join(f"{fault.place} ({fault.code})" for fault in faults)
        super().__init__(f"The campaign was not pushed. Mend it first: {places}.")
        self.faults = tuple(faults)


class CampaignStore:
    """What the service desk has devices ask.

    Args:
        database: the hub's.
        tenant: whose campaigns these are.
        random_bytes: for message ids.
    """

    def __init__(self, database: Database, tenant: str, random_bytes: RandomBytes) -> None:
        self.database = database
        self.tenant = tenant
        self._random_bytes = random_bytes

    # ---- reading -------------------------------------------------------------------------------------------------

    def all(self) -> Sequence[Campaign]:
        """Every campaign, the newest first."""
        wanted = select(campaigns).where(campaigns.c.tenant == self.tenant).order_by(campaigns.c.name.desc())
        with self.database.read() as connection:
            return [_campaign(row) for row in connection.execute(wanted)]

    def find(self, name: str) -> Campaign | None:
        """One campaign."""
        with self.database.read() as connection:
            row = connection.execute(select(campaigns).where(self._one(name))).one_or_none()
        return None if row is None else _campaign(row)

    def choosable(self) -> Choosable:
        """What devices can be chosen by now."""
        with self.database.read() as connection:
            return choosable(connection)

    def fitting(self, choice: Choice) -> int:
        """How many devices fit a choice now; an empty one fits none."""
        if choice.empty:
            return 0
        with self.database.read() as connection:
            return len(self._chosen(connection, choice))

    def history(self, name: str, limit: int = 50) -> Sequence[Entry]:
        """Who did what to it, newest first: from the audit log."""
        about = (audit.c.what == name) | audit.c.what.startswith(f"{name} ", autoescape=True)
        done = audit.c.action.in_([action.value for action in _DEEDS])
        wanted = select(audit).where(done, about).order_by(audit.c.seq.desc()).limit(limit)
        with self.database.read() as connection:
            rows = connection.execute(wanted).all()
        return [Entry(**{field: getattr(row, field) for field in Entry.__slots__}) for row in rows]

    # ---- writing -------------------------------------------------------------------------------------------------

    def create(self, draft: Draft, *, who: str, now: datetime) -> Campaign:
        """A new one."""
        with self.database.write() as connection:
            name = f"c-{_next_number(connection):04d}"
            connection.execute(
                campaigns.insert().values(
                    tenant=self.tenant,
                    name=name,
                    draft=draft.model_dump(mode="json"),
                    created_at=now,
                    created_by=who,
                    changed_at=now,
                    changed_by=who,
                    revision=1,
                )
            )
            write_down(connection, Deed(now, who, Action.CREATE_CAMPAIGN, name))
            return self._read(connection, name)

    def save(self, name: str, draft: Draft, *, revision: int, who: str, now: datetime) -> Campaign:
        """Keep what was typed, mistakes and all; devices hear nothing of it.

        Raises:
            ChangedMeanwhileError: it is not at this revision any more; nothing was kept.
            InputRefusedError: there is no such campaign.
        """
        with self.database.write() as connection:
            before = self._read(connection, name, revision)
            if before.draft == draft:
                return before
            values = {"draft": draft.model_dump(mode="json"), "changed_at": now, "changed_by": who}
            connection.execute(update(campaigns).where(self._one(name)).values(**values, revision=revision + 1))
            write_down(connection, Deed(now, who, Action.CHANGE_CAMPAIGN, name))
            return self._read(connection, name)

    def push(self, name: str, *, revision: int, who: str, now: datetime) -> Campaign:
        """Have the chosen devices ask it from its first day on. Those chosen before, and not now, forget it.

        Raises:
            NotReadyError: what is written cannot be asked, or fits no device.
            ChangedMeanwhileError: it is not at this revision any more; nothing was pushed.
            InputRefusedError: there is no such campaign.
        """
        with self.database.write() as connection:
            campaign = self._read(connection, name, revision)
            choice = choice_of(campaign.draft.target)
            chosen = [] if choice.empty else self._chosen(connection, choice)
            reading = read(name, campaign.draft, version=1, now=now)
            faults = [*reading.faults, *([] if chosen else [Fault("target", "no_device")])]
            if faults or reading.prompts is None:
                raise NotReadyError(faults)
            former = sorted(self._told(connection, campaign) - set(chosen))
            withdrawn = next_version(connection) if former else 0
            version = next_version(connection)
            starts_at, ends_at = reading.starts_at, reading.prompts.expires_at
            values = {"version": version, "pushed_draft": campaign.draft.model_dump(mode="json"), "pushed_at": now}
            values |= {"pushed_by": who, "starts_at": starts_at, "ends_at": ends_at}
            values |= {"stop_version": None, "stopped_at": None, "stopped_by": None}
            connection.execute(update(campaigns).where(self._one(name)).values(values))
            write_down(connection, Deed(now, who, Action.PUSH_CAMPAIGN, f"{name} v{version}: {len(chosen)} devices"))
        self._withdraw(name, former, withdrawn, now)
        self._queue(chosen, _order(name, reading, now), version)
        return self._found(name)

    def push_rest(self, name: str, *, who: str, now: datetime) -> int:
        """The same version for devices that fit the choice since it was pushed. How many.

        Raises:
            InputRefusedError: there is no such campaign, or it is not running.
        """
        with self.database.write() as connection:
            campaign = self._read(connection, name)
            pushed = campaign.pushed
            if pushed is None or campaign.state(now) not in {State.RUNNING, State.SCHEDULED}:
                raise InputRefusedError(f"{name} is not running: no device can be told of it.")
            fitting = self._chosen(connection, choice_of(pushed.draft.target))
            rest = sorted(set(fitting) - self._told(connection, campaign))
            if rest:
                what = f"{name} v{pushed.version}: {len(rest)} more devices"
                write_down(connection, Deed(now, who, Action.PUSH_CAMPAIGN, what))
        reading = read(name, pushed.draft, version=pushed.version, now=now)
        if rest and reading.prompts is not None:
            self._queue(rest, _order(name, reading, now), pushed.version)
        return len(rest)

    def stop(self, name: str, *, who: str, now: datetime) -> Campaign:
        """Take it back from every device that was told of it.

        It runs until all of them are to be told: a stop that was cut short can be asked for again.

        Raises:
            ChangedMeanwhileError: it was pushed again meanwhile.
            InputRefusedError: there is no such campaign, or it is not running.
        """
        with self.database.write() as connection:
            campaign = self._read(connection, name)
            if campaign.pushed is None or campaign.state(now) not in {State.RUNNING, State.SCHEDULED}:
                raise InputRefusedError(f"{name} is not running: there is nothing to stop.")
            told = sorted(self._told(connection, campaign))
            version = next_version(connection)
            write_down(connection, Deed(now, who, Action.STOP_CAMPAIGN, f"{name} v{version}: {len(told)} devices"))
        self._withdraw(name, told, version, now)
        with self.database.write() as connection:
            here = self._read(connection, name)
            if here.pushed is None or here.pushed.version != campaign.pushed.version:
                raise ChangedMeanwhileError(here)
            values = {"stop_version": version, "stopped_at": now, "stopped_by": who}
            connection.execute(update(campaigns).where(self._one(name)).values(values))
        return self._found(name)

    # ---- inside --------------------------------------------------------------------------------------------------

    def _one(self, name: str) -> ColumnElement[bool]:
        return and_(campaigns.c.tenant == self.tenant, campaigns.c.name == name)

    def _read(self, connection: Connection, name: str, revision: int | None = None) -> Campaign:
        row = connection.execute(select(campaigns).where(self._one(name)).with_for_update()).one_or_none()
        if row is None:
            raise InputRefusedError(f"There is no campaign {name}. `tingche-hub campaign list` shows them.")
        found = _campaign(row)
        if revision is not None and found.revision != revision:
            raise ChangedMeanwhileError(found)
        return found

    def _found(self, name: str) -> Campaign:
        with self.database.read() as connection:
            return _campaign(connection.execute(select(campaigns).where(self._one(name))).one())

    def _chosen(self, connection: Connection, choice: Choice) -> list[tuple[str, str]]:
        ours = devices.c.tenant == self.tenant
        return [
            (tenant, device)
            for tenant, device in connection.execute(
                select(devices.c.tenant, devices.c.device).where(ours, *fits(choice))
            )
        ]

    def _told(self, connection: Connection, campaign: Campaign) -> set[tuple[str, str]]:
        """Whom the last push was for."""
        if campaign.pushed is None or campaign.stopped is not None:
            return set()
        mine = and_(pushes.c.tenant == self.tenant, pushes.c.kind == PromptSet.kind, pushes.c.matter == campaign.name)
        told = mine, pushes.c.version == campaign.pushed.version
        rows = connection.execute(select(pushes.c.tenant, pushes.c.device).where(*told))
        return {(tenant, device) for tenant, device in rows}

    def _withdraw(self, name: str, where: Sequence[tuple[str, str]], version: int, now: datetime) -> None:
        ends_at = now + _TOLD_FOR

        def nothing(number: int) -> dict[str, Any]:
            return PromptSet(set_id=name, version=number, expires_at=ends_at, rules=()).model_dump(mode="json")

        self._queue(where, Order(PromptSet.kind, name, nothing, now, ends_at), version)

    def _queue(self, where: Sequence[tuple[str, str]], order: Order, version: int) -> None:
        """In parts, between which the intake has its turn."""
        content = order.payload(version) if where else {}
        for start in range(0, len(where), AT_ONCE):
            with self.database.write() as connection:
                part = where[start : start + AT_ONCE]
                queue(connection, part, order, version, content, random_bytes=self._random_bytes)


def _order(name: str, reading: Reading, now: datetime) -> Order:
    prompts = reading.prompts
    assert prompts is not None  # noqa: S101 - whoever calls has looked

    def payload(version: int) -> dict[str, Any]:
        return prompts.model_copy(update={"version": version}).model_dump(mode="json")

    return Order(PromptSet.kind, name, payload, now, prompts.expires_at, reading.starts_at)


def _next_number(connection: Connection) -> int:
    connection.execute(insert_or_ignore(connection, counters).values(name=_COUNTER, value=0))
    ours = counters.c.name == _COUNTER
    number = int(connection.execute(select(counters.c.value).where(ours).with_for_update()).scalar_one()) + 1
    connection.execute(update(counters).where(ours).values(value=number))
    return number


def _campaign(row: Row[Any]) -> Campaign:
    pushed = stopped = None
    if row.version is not None:
        was = Draft.model_validate(row.pushed_draft)
        pushed = Pushing(was, row.version, row.pushed_at, row.pushed_by, row.starts_at, row.ends_at)
    if row.stop_version is not None:
        stopped = Stop(row.stop_version, row.stopped_at, row.stopped_by)
    return Campaign(
        name=row.name,
        draft=Draft.model_validate(row.draft),
        created_at=row.created_at,
        created_by=row.created_by,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        revision=row.revision,
        pushed=pushed,
        stopped=stopped,
    )
