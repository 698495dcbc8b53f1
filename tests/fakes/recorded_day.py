"""A day of one car as a recorder would write it: 10,000 lines, and what happens in them at which minute."""

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from agent.signals import signal as vss

DAY: Final = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
LINES: Final = 10_000


def recorded_day(seed: int = 1) -> list[str]:
    """JSON lines, in order. The car commutes, brakes hard three times, charges, gets hot, reports a fault, comes home.

    Everything else is noise that must raise nothing: values that tremble, signals nobody knows, positions.
    """
    chance = random.Random(seed)  # noqa: S311 - a reproducible day, not a secret
    lines: list[tuple[datetime, dict[str, Any]]] = []

    def put(minute: float, name: str, value: object) -> None:
        lines.append((DAY + timedelta(minutes=minute), {"signal": name, "value": value}))

    put(0, vss.POWER, "ON")
    put(0, vss.FAULT_CODES, ["P0456"])
    put(0, vss.CHARGE_LIMIT, 80)
    for second in range(0, 50 * 60, 2):  # 06:00 to 06:50 on the road
        minute = second / 60
        put(minute, vss.SPEED, round(chance.uniform(30, 90), 1))
        put(minute, vss.ACCELERATION, round(chance.uniform(-2.9, 2.6), 2))
    for minute in (10.02, 20.02, 30.02):
        for step, value in enumerate((-6.5, -6.2, -3.3, -6.6, -1.0)):  # one braking each, however it trembles
            put(minute + 0.002 * step, vss.ACCELERATION, value)
    put(50.1, vss.SPEED, 0.0)
    put(50.3, vss.SPEED, 0.0)
    lines.append((DAY + timedelta(minutes=50.8), {"answer": ["traffic"]}))
    put(51, vss.POWER, "OFF")
    put(51.5, vss.IS_CHARGING, True)
    for second in range(0, 40 * 60, 3):  # a charge of 40 minutes that stops at 62 %
        put(52 + second / 60, vss.CHARGE_LEVEL, round(40 + 22 * second / 2400, 1))
    put(92, vss.IS_CHARGING, False)
    lines.append((DAY + timedelta(minutes=93), {"answer": ["slow"]}))
    lines.append((DAY + timedelta(minutes=93.5), {"answer": ["speed"]}))
    put(95, vss.POWER, "ON")
    for second in range(30 * 60):
        put(96 + second / 60, vss.SPEED, round(chance.uniform(20, 110), 1))
        put(96 + second / 60, vss.BATTERY_HOTTEST, 58.0 if second % 2 else 54.0)  # warm, never hot
    put(110.005, vss.BATTERY_HOTTEST, 63.0)
    put(110.01, vss.BATTERY_HOTTEST, 59.0)
    put(110.015, vss.BATTERY_HOTTEST, 64.0)  # the same heat, not another one
    lines.append((DAY + timedelta(minutes=110.2), {"answer": ["no"]}))
    put(120, vss.FAULT_CODES, ["P0456", "P0A80"])
    put(126.1, vss.SPEED, 0.0)
    put(126.3, vss.SPEED, 0.0)
    put(127, vss.POWER, "OFF")
    while len(lines) < LINES:
        name = chance.choice(
            [vss.LATITUDE, vss.LONGITUDE, "Vehicle.Cabin.Infotainment.Media.Volume", "Vehicle.New.Signal"]
        )
        put(chance.uniform(0, 127), name, chance.choice([31.2, 121.5, 7, "loud", True]))
    lines.sort(key=lambda line: line[0])
    return [json.dumps({"at": at.isoformat(), **what}) for at, what in lines]
