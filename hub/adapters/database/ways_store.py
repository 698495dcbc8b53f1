"""The order of a device's ways of giving feedback, pushed over its profile beside whatever else was changed there."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, select

from agent.contract.directives import ProfileChange
from agent.contract.identifiers import RandomBytes
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.device_choice import fits, tags_of
from hub.adapters.database.push_answers import next_version
from hub.adapters.database.push_queue import AT_ONCE, queue
from hub.adapters.database.schema import devices, pushes
from hub.campaigns.votes import Scope
from hub.errors import InputRefusedError
from hub.people.audit_chain import Action, Deed
from hub.pushing.push import Choice, Order
from hub.pushing.reading import profile_change

KEY = "surface.ways"

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Follows:
    """How far an order has come in one scope, in devices."""

    told: int
    have: int


class WaysStore:
    """Orders of ways. The rest of what was pushed over a profile stays as it is."""

    def __init__(self, database: Database, tenant: str, random_bytes: RandomBytes) -> None:
        self._database = database
        self._tenant = tenant
        self._random_bytes = random_bytes

    def order(self, campaign: str, choice: Choice, ways: Sequence[str], *, who: str, now: datetime) -> int:
        """Push an order that somebody confirmed to every device that fits. How many.

        A change of the profile that ends by itself takes the order along when it ends.

        Raises:
            InputRefusedError: no device fits the choice.
        """
        queued: list[tuple[list[Place], Order, int]] = []
        with self._database.write() as connection:
            chosen = [(row.tenant, row.device) for row in connection.execute(self._choose(choice))]
            if not chosen:
                raise InputRefusedError("No enrolled device fits. `tingche-hub devices` lists them with site and tags.")
            standing = self._standing(connection, now)
            groups: dict[tuple[str, datetime | None], list[Place]] = defaultdict(list)
            for place in chosen:
                groups[standing.get(place[1], ("{}", None))].append(place)
            for (values, ends_at), places in groups.items():
                queued.append(
                    (places, _order({**json.loads(values), KEY: list(ways)}, now, ends_at), next_version(connection))
                )
            what = f"{campaign} {' '.join(ways)}: {len(chosen)} devices"
            write_down(connection, Deed(now, who, Action.ORDER_WAYS, what))
        for places, order, version in queued:
            content = order.payload(version)
            for start in range(0, len(places), AT_ONCE):
                with self._database.write() as connection:
                    part = places[start : start + AT_ONCE]
                    queue(connection, part, order, version, content, random_bytes=self._random_bytes)
        return len(chosen)

    def follows(self, scopes: Mapping[Scope, Sequence[str]]) -> dict[Scope, Follows]:
        """For each scope: how many devices were told this order, and have it."""
        told: dict[str, tuple[tuple[str, ...], bool]] = {}
        ours = and_(pushes.c.tenant == self._tenant, pushes.c.kind == ProfileChange.kind)
        wanted = select(pushes.c.device, pushes.c.payload, pushes.c.version, pushes.c.in_force).where(ours)
        live = and_(devices.c.tenant == self._tenant, devices.c.revoked_at.is_(None))
        with self._database.read() as connection:
            for row in connection.execute(wanted):
                has = row.in_force is not None and row.in_force >= row.version
                told[row.device] = tuple(row.payload["values"].get(KEY, ())), has
            there = connection.execute(select(devices.c.device, devices.c.place).where(live)).all()
            tags = tags_of(connection, self._tenant)
        same: dict[Scope, list[bool]] = {scope: [] for scope in scopes}
        for device, place in there:
            order, has = told.get(device, ((), False))
            for scope in Scope.of(place, tags.get(device, ())):
                if order and order == tuple(scopes.get(scope, ())):
                    same[scope].append(has)
        return {scope: Follows(len(found), sum(found)) for scope, found in same.items()}

    # ---- inside --------------------------------------------------------------------------------------------------

    def _choose(self, choice: Choice) -> Any:
        return select(devices.c.tenant, devices.c.device).where(devices.c.tenant == self._tenant, *fits(choice))

    def _standing(self, connection: Connection, now: datetime) -> dict[str, tuple[str, datetime | None]]:
        """Device -> what was pushed over its profile last, as JSON, and its end."""
        ours = and_(pushes.c.tenant == self._tenant, pushes.c.kind == ProfileChange.kind)
        wanted = select(pushes.c.device, pushes.c.payload, pushes.c.expires_at).where(ours)
        return {
            row.device: (json.dumps(row.payload["values"], sort_keys=True), row.expires_at)
            for row in connection.execute(wanted)
            if row.expires_at is None or row.expires_at > now
        }


def _order(values: dict[str, Any], now: datetime, ends_at: datetime | None) -> Order:
    def payload(version: int) -> dict[str, Any]:
        return profile_change(values, version, ends_at).model_dump(mode="json")

    return Order(ProfileChange.kind, "", payload, now, ends_at)
