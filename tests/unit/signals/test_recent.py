"""The minute that is kept in memory: coarse, never longer, never more than there is room for."""

import random
from datetime import UTC, datetime

import pytest

from agent.signals import signal as vss
from agent.signals.attachable import ATTACHABLE
from agent.signals.recent import MOST_BYTES, MOST_CHANGES, WINDOW_S, RecentSignals
from agent.signals.signal import Signal

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ALL = tuple(ATTACHABLE)


def told(recent: RecentSignals, *values: tuple[float, str, object]) -> RecentSignals:
    for now_s, name, value in values:
        recent.take(Signal(name, value, AT), now_s)
    return recent


def one(recent: RecentSignals, now_s: float):
    (reading,) = recent.readings(now_s)
    return reading


def test_last_least_and_most_of_the_last_minute_are_told_coarse():
    recent = told(
        RecentSignals(ALL),
        (0.0, vss.BATTERY_HOTTEST, 36.7),
        (10.0, vss.BATTERY_HOTTEST, 41.2),
        (20.0, vss.BATTERY_HOTTEST, 38.9),
    )
    reading = one(recent, 22.5)
    assert (reading.name, reading.unit, reading.last, reading.least, reading.most) == (
        "battery_temperature",
        "℃",
        38,
        36,
        41,
    )
    assert reading.told_s_ago == 2


def test_what_is_older_than_a_minute_is_gone_and_what_holds_since_then_still_counts():
    recent = told(
        RecentSignals(ALL),
        (0.0, vss.BATTERY_HOTTEST, 70.0),
        (5.0, vss.BATTERY_HOTTEST, 40.0),
        (80.0, vss.BATTERY_HOTTEST, 44.0),
    )
    assert (one(recent, 81.0).least, one(recent, 81.0).most) == (40, 44)  # 40 held until 80; 70 ended at 5
    assert (one(recent, 200.0).least, one(recent, 200.0).most) == (44, 44)
    assert len(recent) == 1


def test_a_signal_that_is_not_named_is_not_looked_at():
    recent = told(RecentSignals((vss.SPEED,)), (0.0, vss.BATTERY_HOTTEST, 40.0), (0.0, vss.LATITUDE, 31.2304))
    assert (recent.readings(1.0), len(recent)) == ((), 0)


@pytest.mark.parametrize("signal", [vss.LATITUDE, vss.LONGITUDE, vss.ACCELERATION])
def test_one_that_may_not_be_attached_is_not_kept_whatever_it_is_asked_for(signal):
    recent = told(RecentSignals((signal,)), (0.0, signal, 31.2304))
    assert (recent.readings(1.0), len(recent)) == ((), 0)


def test_an_older_name_of_the_specification_means_the_same():
    recent = told(RecentSignals(ALL), (0.0, "Vehicle.OBD.DTCList", ("P0A80",)))
    assert one(recent, 1.0).codes == ("P0A80",)


def test_the_finer_value_is_nowhere_in_memory():
    recent = told(RecentSignals(ALL), (0.0, vss.ODOMETER, 45_678.9), (1.0, vss.SPEED, 83.7))
    kept = [change.value for change in recent._ring] + list(recent._held.values())
    kept += [value for value, _ in recent._now.values()]
    assert sorted(set(kept)) == [60, 45_000]


def test_a_bus_gone_wild_fills_neither_count_nor_bytes():
    recent, chance = RecentSignals(ALL), random.Random(1)  # noqa: S311 - no secret
    for step in range(5_000):
        codes = tuple(f"P{chance.randrange(4)}{chance.randrange(0xFFF):03X}" for _ in range(20))
        told(recent, (step / 1000, vss.FAULT_CODES, codes), (step / 1000, vss.SPEED, chance.uniform(0, 200)))
        assert len(recent) <= MOST_CHANGES + len(ALL)
        assert recent.size <= MOST_BYTES + 9 * 400
    assert len(recent.readings(5.0)) == 2


def test_wiping_leaves_nothing_and_says_of_how_many_signals():
    recent = told(RecentSignals(ALL), (0.0, vss.SPEED, 50.0), (1.0, vss.SPEED, 90.0), (2.0, vss.CHARGE_LEVEL, 50.0))
    assert recent.wipe() == 2
    assert (recent.readings(3.0), len(recent), recent.size, recent.wipe()) == ((), 0, 0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_any_story_is_told_as_by_somebody_who_remembers_everything(seed):
    chance, recent = random.Random(seed), RecentSignals(ALL)  # noqa: S311 - no secret
    heard: list[tuple[float, int]] = []
    now_s = 0.0
    for _ in range(300):
        now_s += chance.choice([0.01, 1.0, 7.0, 59.99, 60.0, 61.0])
        celsius = chance.uniform(20, 60)
        told(recent, (now_s, vss.BATTERY_HOTTEST, celsius))
        heard.append((now_s, int(celsius // 1)))
        looked_s = now_s + chance.choice([0.0, 0.5, 30.0, 90.0])
        now_s = looked_s
        within = [value for at, value in heard if at > looked_s - WINDOW_S]
        held = [value for at, value in heard if at <= looked_s - WINDOW_S][-1:]
        reading = one(recent, looked_s)
        assert (reading.last, reading.least, reading.most) == (heard[-1][1], min(within + held), max(within + held))
