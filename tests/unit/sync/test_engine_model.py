"""The engine against random histories: puts, receipts, erasures, outages, reboots, silence."""

import random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agent.profile import SyncSettings
from agent.sync.engine import PARKING_SLOTS, URGENT_SLOTS
from tests.fakes.sync_world import SyncWorld

WINDOW = 4
SYNC = SyncSettings(window=WINDOW, receipt_timeout_s=30.0, backoff_first_s=1.0, backoff_max_s=120.0)


class EngineModel(RuleBasedStateMachine):
    """`SyncWorld` asserts the window, the link and the outbox at each publish; here stand history and liveness."""

    @initialize(seed=st.integers(0, 2**16))
    def begin(self, seed):
        self.world = SyncWorld(SYNC, random.Random(seed).random)  # noqa: S311 - repeatable chance, nothing secret
        self.world.start()

    @rule(count=st.integers(1, 60), priority=st.integers(0, 3), size=st.sampled_from([300, 40_000]))
    def put(self, count, priority, size):
        self.world.put(count, priority=priority, size=size)

    @rule(share=st.floats(0, 1))
    def erase(self, share):
        ids = sorted(self.world.pending)
        self.world.erase(ids[: int(share * len(ids))])

    @rule(share=st.floats(0, 1))
    def settle_some(self, share):
        flying = sorted(self.world.in_flight)
        self.world.settle(flying[: int(share * len(flying))])

    @rule(seconds=st.floats(0.1, 600))
    def wait(self, seconds):
        self.world.advance(seconds)

    @rule()
    def lose_broker(self):
        self.world.lose_broker()

    @rule()
    def return_broker(self):
        self.world.broker_up = True

    @rule(up=st.booleans())
    def move_hub(self, up):
        if up:
            self.world.return_hub()
        else:
            self.world.hub_up = False

    @rule(answers=st.booleans())
    def half_open(self, answers):
        self.world.broker_answers = answers

    @rule(works=st.booleans())
    def break_publish(self, works):
        self.world.link_works = works

    @rule()
    def reboot(self):
        self.world.reboot()

    @invariant()
    def no_event_causes_a_storm(self):
        assert self.world.largest_burst <= WINDOW + URGENT_SLOTS + PARKING_SLOTS + 3

    def teardown(self):
        """Once everybody is well again, everything arrives."""
        world = self.world
        world.broker_up = world.broker_answers = world.link_works = True
        world.return_hub()
        world.advance(4 * SYNC.backoff_max_s + 10 * SYNC.receipt_timeout_s)
        assert world.pending == {}


TestEngineModel = EngineModel.TestCase
TestEngineModel.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
