"""Which devices are meant, as a condition, and what they can be chosen by."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from hub.adapters.database.schema import device_tags, devices
from hub.pushing.push import Choice


@dataclass(frozen=True, slots=True)
class Choosable:
    """What devices can be chosen by, each with how many there are. Revoked ones do not count."""

    everybody: int
    kinds: dict[str, int]
    sites: dict[str, int]
    tags: dict[str, int]
    phases: dict[int, int]


def fits(choice: Choice) -> list[ColumnElement[bool]]:
    """The conditions on `devices` that a choice means."""
    wanted: list[ColumnElement[bool]] = [devices.c.revoked_at.is_(None)]
    if choice.devices:
        wanted.append(devices.c.device.in_(choice.devices))
    if choice.sites:
        wanted.append(devices.c.place.in_(choice.sites))
    if choice.kinds:
        wanted.append(devices.c.kind.in_(choice.kinds))
    if choice.phases:
        wanted.append(devices.c.phase.in_(choice.phases))
    if choice.tags:
        tagged = and_(
            device_tags.c.tenant == devices.c.tenant,
            device_tags.c.device == devices.c.device,
            device_tags.c.tag.in_(choice.tags),
        )
        wanted.append(exists().where(tagged))
    return wanted


def choosable(connection: Connection) -> Choosable:
    """Everything that devices carry now."""
    live = devices.c.revoked_at.is_(None)
    count = func.count()

    def by(column: ColumnElement[str]) -> dict[str, int]:
        grouped = select(column, count).where(live, column != "").group_by(column).order_by(column)
        return {row[0]: row[1] for row in connection.execute(grouped)}

    tagged = and_(device_tags.c.tenant == devices.c.tenant, device_tags.c.device == devices.c.device)
    tag = device_tags.c.tag
    tags = select(tag, count).join(devices, tagged).where(live).group_by(tag).order_by(tag)
    phase = devices.c.phase
    phases = select(phase, count).where(live, phase.is_not(None)).group_by(phase).order_by(phase)
    return Choosable(
        everybody=connection.execute(select(count).select_from(devices).where(live)).scalar_one(),
        kinds=by(devices.c.kind),
        sites=by(devices.c.place),
        tags={row[0]: row[1] for row in connection.execute(tags)},
        phases={row[0]: row[1] for row in connection.execute(phases)},
    )


def tags_of(connection: Connection, tenant: str) -> dict[str, list[str]]:
    """The tags of every device that has one."""
    found: dict[str, list[str]] = {}
    wanted = select(device_tags.c.device, device_tags.c.tag).where(device_tags.c.tenant == tenant)
    for device, tag in connection.execute(wanted.order_by(device_tags.c.tag)):
        found.setdefault(device, []).append(tag)
    return found
