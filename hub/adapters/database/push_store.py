"""Pushes in the database: queued by the command line, sent by the running hub, answered through the intake."""

import base64
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update

from agent.contract.identifiers import RandomBytes
from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.device_choice import fits
from hub.adapters.database.push_answers import next_version
from hub.adapters.database.push_queue import AT_ONCE, KEY, queue
from hub.adapters.database.schema import device_tags, devices, pushes, tickets
from hub.adapters.database.upsert import insert_or_ignore
from hub.errors import InputRefusedError
from hub.people.audit_chain import Action, Deed
from hub.pushing.push import Choice, DuePush, Order, Pushed, Standing
from hub.pushing.schedule import after
from hub.tickets.ticket import Status, Step

_SAME_DEVICE = and_(devices.c.tenant == pushes.c.tenant, devices.c.device == pushes.c.device)
_OF_KEY = and_(*(column == bindparam(f"of_{column.name}") for column in KEY))
_SENT = update(pushes).where(_OF_KEY, pushes.c.version == bindparam("of_version"))


class PushStore:
    """What is said to devices. The command line and the running hub write at the same time."""

    def __init__(self, database: Database, random_bytes: RandomBytes) -> None:
        self._database = database
        self._random_bytes = random_bytes

    def push(self, order: Order, choice: Choice, *, who: str) -> Pushed:
        """Queue one directive for every chosen device, under the next version. It takes the place of the one before.

        A fleet is queued in parts, between which the intake has its turn. Cut off half-way, it is pushed again under a
        version of its own.

        Raises:
            InputRefusedError: no device fits the choice.
        """
        with self._database.write() as connection:
            chosen = connection.execute(select(devices.c.tenant, devices.c.device).where(*fits(choice))).all()
            if not chosen:
                raise InputRefusedError("No enrolled device fits. `tingche-hub devices` lists them with site and tags.")
            version = next_version(connection)
            what = f"{order.kind} {order.matter}".strip()
            write_down(connection, Deed(order.now, who, Action.PUSH, f"{what} v{version}: {len(chosen)} devices"))
        content = order.payload(version)
        for start in range(0, len(chosen), AT_ONCE):
            part = [(tenant, device) for tenant, device in chosen[start : start + AT_ONCE]]
            with self._database.write() as connection:
                queue(connection, part, order, version, content, random_bytes=self._random_bytes)
        return Pushed(order.kind, order.matter, version, tuple(device for _, device in chosen))

    def tell(self, number: str, make_order: Callable[[Any], Order], status: Status, *, who: str) -> Pushed:
        """Queue news of one ticket for the device that it came from, and bring the ticket to this status.

        Raises:
            InputRefusedError: no such ticket, or its content was erased.
        """
        with self._database.write() as connection:
            ticket = connection.execute(
                select(tickets).where(tickets.c.number == number).with_for_update()
            ).one_or_none()
            if ticket is None or ticket.status in {Status.ERASED.value, Status.FROZEN.value}:
                raise InputRefusedError(f"There is no ticket {number}, or its content was erased.")
            order, version = make_order(ticket), next_version(connection)
            place = [(ticket.tenant, ticket.device)]
            queue(connection, place, order, version, order.payload(version), random_bytes=self._random_bytes)
            step = Step(order.now, who, Status(ticket.status), status)
            connection.execute(
                update(tickets).where(tickets.c.seq == ticket.seq).values(rows.step_values(ticket, step))
            )
            write_down(connection, Deed(order.now, who, Action.PUSH, f"{order.kind} {number} v{version}"))
        return Pushed(order.kind, order.matter, version, (ticket.device,))

    def due(self, now: datetime, limit: int) -> Sequence[DuePush]:
        """What has to be sent now, the longest overdue first. Nothing for revoked devices, nothing that has ended."""
        heard_since = and_(pushes.c.soon_at <= now, devices.c.last_seen_at > pushes.c.sent_at)
        wanted = (
            select(pushes, devices.c.sealing_key)
            .join(devices, _SAME_DEVICE)
            .where(
                pushes.c.answered_at.is_(None),
                devices.c.revoked_at.is_(None),
                or_(pushes.c.expires_at.is_(None), pushes.c.expires_at > now),
                or_(pushes.c.next_at <= now, heard_since),
            )
            .order_by(pushes.c.next_at)
            .limit(limit)
        )
        with self._database.read() as connection:
            found = connection.execute(wanted).all()
        return [
            DuePush(
                row.tenant,
                row.device,
                row.kind,
                row.matter,
                row.version,
                row.message_id,
                row.payload,
                base64.b64decode(row.sealing_key),
                row.tries,
                row.expires_at,
            )
            for row in found
        ]

    def sent(self, pushed: Sequence[DuePush], now: datetime) -> None:
        """These were handed to the broker: when to send them again, unless they are answered before."""
        values = []
        for one in pushed:
            again = after(one.tries + 1, now)
            key = {f"of_{name}": getattr(one, name) for name in ("tenant", "device", "kind", "matter", "version")}
            values.append(
                {**key, "tries": one.tries + 1, "sent_at": now, "soon_at": again.soon_at, "next_at": again.next_at}
            )
        with self._database.write() as connection:
            connection.execute(_SENT, values)

    def standings(self, device: str | None = None) -> Sequence[Standing]:
        """Every matter of every device, or of one."""
        wanted = select(pushes).order_by(pushes.c.device, pushes.c.kind, pushes.c.matter)
        if device is not None:
            wanted = wanted.where(pushes.c.device == device)
        names = Standing.__slots__
        with self._database.read() as connection:
            found = connection.execute(wanted).mappings().all()
        return [Standing(**{name: row[name] for name in names}) for row in found]

    def standings_by_device(self) -> dict[str, list[Standing]]:
        """The same, by device."""
        found: dict[str, list[Standing]] = {}
        for one in self.standings():
            found.setdefault(one.device, []).append(one)
        return found

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of every device that has one."""
        with self._database.read() as connection:
            found_tags = connection.execute(select(device_tags.c.device, device_tags.c.tag).order_by(device_tags.c.tag))
            pairs = found_tags.all()
        found: dict[str, tuple[str, ...]] = {}
        for device, tag in pairs:
            found[device] = (*found.get(device, ()), tag)
        return found

    def set_phase(self, choice: Choice, phase: int | None, *, who: str, now: datetime) -> Sequence[str]:
        """Put the chosen devices into a phase of the roll-out, or into none; which they are.

        Raises:
            InputRefusedError: no device fits the choice.
        """
        with self._database.write() as connection:
            chosen = connection.execute(select(devices.c.tenant, devices.c.device).where(*fits(choice))).all()
            if not chosen:
                raise InputRefusedError("No enrolled device fits. `tingche-hub devices` lists them with site and tags.")
            connection.execute(update(devices).where(*fits(choice)).values(phase=phase))
            write_down(connection, Deed(now, who, Action.SET_PHASE, f"{phase or '-'}: {len(chosen)} devices"))
        return [device for _, device in chosen]

    def phases(self) -> dict[str, int]:
        """The phase of every device that is in one."""
        with self._database.read() as connection:
            rows = connection.execute(select(devices.c.device, devices.c.phase).where(devices.c.phase.is_not(None)))
            return {row.device: row.phase for row in rows}

    def tag(self, device: str, tags: Sequence[str], *, remove: bool = False) -> bool:
        """Give a device tags, or take them away. False: there is no such device."""
        with self._database.write() as connection:
            row = connection.execute(select(devices.c.tenant).where(devices.c.device == device)).one_or_none()
            if row is None:
                return False
            for tag in tags:
                if remove:
                    connection.execute(
                        device_tags.delete().where(device_tags.c.device == device, device_tags.c.tag == tag)
                    )
                else:
                    values = {"tenant": row.tenant, "device": device, "tag": tag}
                    connection.execute(insert_or_ignore(connection, device_tags).values(**values))
        return True
