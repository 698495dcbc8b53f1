"""Closed work orders: what is read of them, what is refused and by which name, and how little is remembered."""

import json
from datetime import date, datetime, timedelta

import pytest

from agent.errors import InputRefusedError
from agent.signals.work_orders import LATEST, REMEMBERED, ClosedOrder, OrderKind, Told, is_late, read_csv, read_json

DAY = date(2026, 3, 1)
PLATE, OWNER = "沪A12345", "王小明"
ORDER = {"order": "WO-7", "kind": "repair", "shop": "星河湾店", "bay": "3"}


def test_an_order_is_read_from_json_alone_or_in_a_list_and_nothing_else_of_it():
    full = ORDER | {
        "vehicle": PLATE,
        "wait_minutes": 75,
        "new_energy": True,
        "closed_at": "2026-03-01T10:20:00+08:00",
        "owner": OWNER,
        "phone": "13800138000",
    }
    for raw in (json.dumps(full), json.dumps([full])):
        (order,) = read_json(raw.encode())
        facts = {"kind": "repair", "first_service": False, "shop": "星河湾店", "bay": "3"}
        assert order.facts(None) == facts | {"wait_minutes": 75, "new_energy": True}
        assert order.facts(3)["repairs_in_a_row"] == 3
        assert PLATE not in repr(order)
        assert "WO-7" not in repr(order)
        assert OWNER not in str([getattr(order, name) for name in ClosedOrder.__slots__])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_spreadsheets_csv_is_read_with_chinese_names_in_either_encoding(encoding):
    lines = (
        "工单号,类型,门店,工位,等候分钟,新能源,车主",
        "WO-7,维修,星河湾店,3,75,是,王小明",
        "WO-8,首保,星河湾店,,,否,",
    )
    text = "".join(f"{line}\r\n" for line in lines)
    first, second = read_csv(text.encode(encoding))
    assert first.facts(None)["wait_minutes"] == 75
    assert (second.kind, second.bay, second.wait_minutes, second.new_energy) == (
        OrderKind.FIRST_SERVICE,
        "",
        None,
        False,
    )
    assert second.facts(None)["first_service"] is True


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"order": None}, "order is missing"),
        ({"kind": None}, "kind is missing"),
        ({"kind": "wash"}, "kind: one of repair"),
        ({"kind": ["repair"]}, "kind: one of repair"),
        ({"order": ""}, "order: 1 to 64"),
        ({"order": "x" * 65}, "order: 1 to 64"),
        ({"order": True}, "order: a text"),
        ({"order": "a\nb"}, "order: 1 to 64"),
        ({"shop": {"name": OWNER}}, "shop: a text"),
        ({"wait_minutes": -5}, "wait_minutes: a whole number"),
        ({"wait_minutes": 1.5}, "wait_minutes: a whole number"),
        ({"wait_minutes": True}, "wait_minutes: a whole number"),
        ({"wait_minutes": "９"}, "wait_minutes: a whole number"),
        ({"new_energy": "perhaps"}, "new_energy: true or false"),
        ({"closed_at": "yesterday"}, "closed_at: a moment with its zone"),
        ({"closed_at": "2026-03-01T10:20:00"}, "closed_at: a moment with its zone"),
    ],
)
def test_what_does_not_fit_is_refused_by_place_and_name_and_never_by_value(change, named):
    told = [ORDER | {"order": "WO-1"}, ORDER | {"vehicle": PLATE} | change]
    with pytest.raises(InputRefusedError, match=named) as refused:
        read_json(json.dumps(told).encode())
    assert "第 2 个 order 2" in str(refused.value)
    for secret in (PLATE, OWNER, "perhaps", "yesterday"):
        assert secret not in str(refused.value)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b"[]", b"7", b'[{"order": 1}, 2]', b"[" + b"{}," * 200 + b"{}]"]
)
def test_what_is_no_order_is_refused(raw):
    with pytest.raises(InputRefusedError):
        read_json(raw)


@pytest.mark.parametrize("raw", [b"", b"order,kind\n", b"\x81\xff\xff", b'order,kind\n"WO-7,repair\n', b"a,b\n1,2\n"])
def test_what_is_no_table_of_orders_is_refused(raw):
    with pytest.raises(InputRefusedError):
        read_csv(raw)


def order(number="WO-7", **more) -> ClosedOrder:
    return ClosedOrder(number, more.pop("kind", OrderKind.REPAIR), **{"shop": "A", "vehicle": PLATE, **more})


def test_an_order_is_known_once_it_was_told_also_after_a_restart():
    told = Told(b"key")
    assert not told.knows(order())
    told.close(order(), DAY)
    again = Told(b"key", json.loads(json.dumps(told.kept)))
    assert again.knows(order(vehicle=None, shop="B"))
    assert not again.knows(order("WO-8"))
    assert not Told(b"another", told.kept).knows(order())


def test_repairs_in_a_row_are_counted_by_vehicle_and_shop():
    told = Told(b"key")
    counted = [
        told.close(order("1"), DAY),
        told.close(order("2", vehicle="沪a 12345"), DAY),
        told.close(order("3", kind=OrderKind.MAINTENANCE), DAY),
        told.close(order("4", shop="B"), DAY),
        told.close(order("5", vehicle=None), DAY),
        told.close(order("6", repairs_in_a_row=7), DAY),
        told.close(order("7"), DAY + timedelta(days=60)),
        told.close(order("8"), DAY + timedelta(days=60) + REMEMBERED + timedelta(days=1)),
    ]
    assert counted == [1, 2, None, 1, None, 7, 3, 1]


def test_nothing_that_is_kept_names_an_order_or_a_vehicle_and_it_is_forgotten_in_time():
    told = Told(b"key")
    for number in range(3):
        told.close(order(f"WO-{number}"), DAY)
    kept = json.dumps(told.kept)
    assert "WO-" not in kept
    assert "12345" not in kept
    assert told.forget_vehicles() == 1
    assert told.kept["repairs"] == {}
    told.close(order("later"), DAY + REMEMBERED + timedelta(days=1))
    assert len(told.kept["orders"]) == 1


def test_an_order_that_was_closed_long_ago_is_late_and_one_that_does_not_say_is_not():
    now = datetime.fromisoformat("2026-03-01T12:00:00+08:00")
    assert is_late(order(closed_at=now - LATEST - timedelta(seconds=1)), now)
    assert not is_late(order(closed_at=now - LATEST), now)
    assert not is_late(order(), now)
