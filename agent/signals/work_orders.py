"""A repair shop's closed work orders, as its own system writes them: JSON or CSV. What is not named here is not read.

    {"order": "WO-7", "kind": "repair", "shop": "星河湾店", "bay": "3", "wait_minutes": 75, "new_energy": true}
    工单号,类型,门店,工位,等候分钟
    WO-7,维修,星河湾店,3,75

Neither the order's number nor the vehicle is kept: keyed marks of them say whether this order was told before, and how
many repairs in a row this vehicle has had at this shop.
"""

import csv
import hashlib
import hmac
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from agent.errors import InputRefusedError
from agent.feedback.trigger import Fact

MOST_ORDERS: Final = 100
"""In one file or message."""
REMEMBERED: Final = timedelta(days=90)
"""An order that is told again after that counts as new; a repair after that is not in a row with the one before."""
MOST_REMEMBERED: Final = 20_000
LATEST: Final = timedelta(hours=2)
"""An order that was closed longer ago asks nobody: whoever stands there now has another one."""
_MARK_BYTES: Final = 8
_LONGEST: Final = 64


class OrderKind(StrEnum):
    """What was done."""

    REPAIR = "repair"
    FIRST_SERVICE = "first_service"
    MAINTENANCE = "maintenance"
    ACCIDENT = "accident"
    RECALL = "recall"
    OTHER = "other"


_KINDS: Final = {kind.value: kind for kind in OrderKind} | {
    "维修": OrderKind.REPAIR,
    "首保": OrderKind.FIRST_SERVICE,
    "保养": OrderKind.MAINTENANCE,
    "事故": OrderKind.ACCIDENT,
    "召回": OrderKind.RECALL,
    "其他": OrderKind.OTHER,
}
NAMES: Final = {
    "order": "工单号",
    "kind": "类型",
    "shop": "门店",
    "bay": "工位",
    "vehicle": "车辆",
    "wait_minutes": "等候分钟",
    "new_energy": "新能源",
    "repairs_in_a_row": "连续维修",
    "closed_at": "关闭时间",
}
"""Each field, and what a Chinese file calls it."""
_TRUTHS: Final = {
    "true": True,
    "yes": True,
    "1": True,
    "是": True,
    "false": False,
    "no": False,
    "0": False,
    "否": False,
}


@dataclass(frozen=True, slots=True)
class ClosedOrder:
    """One order, with nothing in it of who came."""

    number: str = field(repr=False)
    """Kept nowhere: only its mark."""
    kind: OrderKind
    shop: str = ""
    bay: str = ""
    vehicle: str | None = field(default=None, repr=False)
    """Whatever is the same for the same vehicle; kept nowhere, only its mark."""
    wait_minutes: int | None = None
    new_energy: bool | None = None
    repairs_in_a_row: int | None = None
    """As the shop's system counts them; then nothing is counted here."""
    closed_at: datetime | None = None

    def facts(self, in_a_row: int | None) -> dict[str, Fact]:
        """What questions depend on."""
        known: dict[str, Fact | None] = {
            "kind": self.kind.value,
            "first_service": self.kind is OrderKind.FIRST_SERVICE,
            "shop": self.shop or None,
            "bay": self.bay or None,
            "wait_minutes": self.wait_minutes,
            "new_energy": self.new_energy,
            "repairs_in_a_row": in_a_row,
        }
        return {name: value for name, value in known.items() if value is not None}


# ---- reading -------------------------------------------------------------------------------------------------------


def read_json(raw: bytes) -> tuple[ClosedOrder, ...]:
    """One order, or a list of them.

    Raises:
        InputRefusedError: names the place and the field, never a value.
    """
    try:
        told = json.loads(raw)
    except ValueError:
        raise InputRefusedError("不是 JSON，或没写完。Not JSON, or only a part of it.") from None
    return _orders(told if isinstance(told, list) else [told], "第 {} 个 order {}")


def read_csv(raw: bytes) -> tuple[ClosedOrder, ...]:
    """A header and one order in each line, in UTF-8 or GB 18030, as spreadsheets write it.

    Raises:
        InputRefusedError: names the line and the field, never a value.
    """
    try:
        text = _text(raw)
        rows = [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        raise InputRefusedError("不是 CSV：要 UTF-8 或 GB18030。Not CSV in UTF-8 or GB 18030.") from None
    known = {chinese: name for name, chinese in NAMES.items()}
    named = [{known.get(str(key).strip(), str(key).strip()): value for key, value in row.items()} for row in rows]
    filled = [{name: value for name, value in row.items() if value not in {None, ""}} for row in named]
    return _orders(filled, "第 {} 行 line {}", first=2)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _orders(told: list[Any], place: str, first: int = 1) -> tuple[ClosedOrder, ...]:
    if not 1 <= len(told) <= MOST_ORDERS:
        raise InputRefusedError(f"要 1 到 {MOST_ORDERS} 个工单。It needs 1 to {MOST_ORDERS} orders.")
    orders = []
    for number, one in enumerate(told, first):
        try:
            orders.append(_order(one))
        except InputRefusedError as error:
            raise InputRefusedError(f"{place.format(number, number)}: {error}") from None
    return tuple(orders)


def _order(told: object) -> ClosedOrder:
    if not isinstance(told, Mapping):
        raise InputRefusedError("要写成 {名: 值}。It is no object with names and values.")
    number = _read(told, "order", _words)
    kind = _read(told, "kind", _kind)
    if number is None or kind is None:
        missing = "order" if number is None else "kind"
        raise InputRefusedError(f"缺少 {missing}（{NAMES[missing]}）。{missing} is missing.")
    return ClosedOrder(
        number,
        kind,
        shop=_read(told, "shop", _words) or "",
        bay=_read(told, "bay", _words) or "",
        vehicle=_read(told, "vehicle", _words),
        wait_minutes=_read(told, "wait_minutes", _count),
        new_energy=_read(told, "new_energy", _truth),
        repairs_in_a_row=_read(told, "repairs_in_a_row", _count),
        closed_at=_read(told, "closed_at", _moment),
    )


def _read(told: Mapping[str, Any], name: str, how: Callable[[Any], Any]) -> Any:
    value = told.get(name)
    if value is None:
        return None
    try:
        return how(value)
    except ValueError as error:
        raise InputRefusedError(f"{name}（{NAMES[name]}）不对：{_WANTED[how]}。{name}: {error}") from None


def _words(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("a text is needed")  # noqa: TRY004 - one family of failures for one field
    text = str(value).strip()
    if not 1 <= len(text) <= _LONGEST or not text.isprintable():
        raise ValueError(f"1 to {_LONGEST} printable characters are needed")
    return text


def _kind(value: Any) -> OrderKind:
    if not isinstance(value, str) or value.strip() not in _KINDS:
        raise ValueError(f"one of {', '.join(OrderKind)} is needed")
    return _KINDS[value.strip()]


def _count(value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 5:  # noqa: PLR2004 - a day has 1440 minutes
        raise ValueError("a whole number is needed")
    return int(text)


def _truth(value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in _TRUTHS:
        raise ValueError("true or false is needed")
    return _TRUTHS[text]


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value).strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError("a moment with its zone is needed, such as 2026-03-01T10:20:00+08:00")
    return moment


_WANTED: Final[dict[Callable[[Any], Any], str]] = {
    _words: f"要 1 到 {_LONGEST} 个字",
    _kind: f"要 {'、'.join(name for name in _KINDS if not name.isascii())} 之一",
    _count: "要整数",
    _truth: "要 是 或 否",
    _moment: "要带时区的时间",
}


# ---- what was told before ------------------------------------------------------------------------------------------


class Told:
    """Marks of the orders that were told, and of the vehicles that came for repairs. Not thread-safe.

    Args:
        key: of the device; marks made with another one mean nothing.
        kept: what `kept` gave before.
    """

    def __init__(self, key: bytes, kept: Mapping[str, Any] | None = None) -> None:
        self._key = key
        kept = {} if kept is None else kept
        self._orders = {str(mark): date.fromisoformat(day) for mark, day in kept.get("orders", {}).items()}
        self._repairs = {
            str(mark): (int(count), date.fromisoformat(day)) for mark, (count, day) in kept.get("repairs", {}).items()
        }

    @property
    def kept(self) -> dict[str, Any]:
        """What to keep, as JSON values: marks and days."""
        return {
            "orders": {mark: day.isoformat() for mark, day in self._orders.items()},
            "repairs": {mark: [count, day.isoformat()] for mark, (count, day) in self._repairs.items()},
        }

    def knows(self, order: ClosedOrder) -> bool:
        """Whether it was told before."""
        return self._mark("order", order.number) in self._orders

    def close(self, order: ClosedOrder, today: date) -> int | None:
        """Remember it; how many repairs in a row this is for its vehicle at its shop, None where nobody can know."""
        self._forget_before(today - REMEMBERED)
        self._orders[self._mark("order", order.number)] = today
        while len(self._orders) > MOST_REMEMBERED:
            del self._orders[next(iter(self._orders))]
        if order.repairs_in_a_row is not None or order.vehicle is None or order.kind is not OrderKind.REPAIR:
            return order.repairs_in_a_row
        mark = self._mark("repair", f"{order.shop}\0{order.vehicle.replace(' ', '').upper()}")
        count = self._repairs.pop(mark, (0, today))[0] + 1
        self._repairs[mark] = (count, today)
        while len(self._repairs) > MOST_REMEMBERED:
            del self._repairs[next(iter(self._repairs))]
        return count

    def forget_vehicles(self) -> int:
        """Nobody came before; how many were forgotten."""
        forgotten = len(self._repairs)
        self._repairs.clear()
        return forgotten

    def _mark(self, what: str, name: str) -> str:
        return hmac.new(self._key, f"{what}\0{name}".encode(), hashlib.sha256).digest()[:_MARK_BYTES].hex()

    def _forget_before(self, day: date) -> None:
        self._orders = {mark: at for mark, at in self._orders.items() if at >= day}
        self._repairs = {mark: (count, at) for mark, (count, at) in self._repairs.items() if at >= day}


def is_late(order: ClosedOrder, told_at: datetime) -> bool:
    """Whether whoever had this order has long left."""
    return order.closed_at is not None and told_at - order.closed_at > LATEST
