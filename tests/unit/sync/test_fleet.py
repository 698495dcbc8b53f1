"""A fleet that loses its broker at one moment does not return at one moment."""

import random
from collections import Counter

import pytest

from agent.profile import SyncSettings
from tests.fakes.sync_world import SyncWorld

FLEET = 1_000


def _busiest_second(settings: SyncSettings, outage_s: float) -> float:
    """Largest share of the fleet that tries to connect in one second once the broker is back."""
    per_second: Counter[int] = Counter()
    for seed in range(FLEET):
        world = SyncWorld(settings, random.Random(seed).random)  # noqa: S311 - repeatable chance, nothing secret
        world.start()
        world.advance(10 * settings.stable_after_s)
        world.lose_broker()
        world.advance(outage_s)
        world.broker_up = True
        back = world.now
        world.advance(2 * settings.backoff_max_s)
        assert world.connected
        per_second.update({int(moment - back) for moment in world.connects if moment >= back})
    return max(per_second.values()) / FLEET


@pytest.mark.parametrize("outage_s", [0.0, 5.0, 120.0, 3_600.0])
def test_at_most_five_percent_of_the_fleet_connect_in_any_second_after_a_broker_restart(outage_s):
    assert _busiest_second(SyncSettings(), outage_s) <= 0.05


def test_a_first_wait_of_one_second_would_bring_the_whole_fleet_at_once():
    assert _busiest_second(SyncSettings(backoff_first_s=1.0), 0.0) > 0.9
