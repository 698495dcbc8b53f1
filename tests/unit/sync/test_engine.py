"""The engine's rules, one promise a test, in simulated time."""

from itertools import pairwise

import pytest

from agent.profile import SyncSettings
from agent.sync import actions, events
from agent.sync.engine import (
    CONNECT_TIMEOUT_S,
    FIRST_CREDIT,
    HALF_OPEN_TIMEOUTS,
    MAX_UNANSWERED_BYTES,
    PARKING_SLOTS,
    URGENT_SLOTS,
    SyncEngine,
)
from agent.sync.entry import QueuedEntry
from tests.fakes.sync_world import FRAME_BYTES, SyncWorld

SETTINGS = SyncSettings(window=5, receipt_timeout_s=30.0, backoff_first_s=1.0, backoff_max_s=300.0, stable_after_s=60.0)


@pytest.fixture
def world():
    world = SyncWorld(SETTINGS)
    world.start()
    assert world.connected
    return world


# ---- the window ----------------------------------------------------------------------------------------------------


def test_everything_that_waits_is_sent_and_settled_in_order(world):
    made = world.put(50)
    assert world.sent_ids == made
    assert world.pending == {}


def test_window_is_filled_and_not_exceeded_without_receipts(world):
    world.hub_up = False
    made = world.put(50)
    assert world.sent_ids == made[: SETTINGS.window]


def test_puback_frees_nothing(world):
    world.broker_answers = False
    made = world.put(10)
    for record_id in made[:5]:
        world.send(events.HandedOver((record_id,)))
    assert world.sent_ids == made[:5]


def test_receipt_frees_one_slot(world):
    world.hub_up = False
    made = world.put(10)
    world.settle([made[2]])
    assert world.sent_ids == made[:6]


def test_a_new_link_starts_with_few_records_until_the_hub_has_spoken():
    world = SyncWorld(SyncSettings(window=100))
    world.start()
    world.hub_up = False
    made = world.put(200)
    assert world.sent_ids == made[:FIRST_CREDIT]
    world.settle([made[0]])
    assert len(world.in_flight) > 75


def test_credit_of_the_hub_narrows_the_window_and_its_silence_about_it_opens_it_again(world):
    world.hub_up = False
    made = world.put(20)
    world.settle([made[0]], credit=2)
    assert world.sent_ids == made[:5]
    world.settle(made[1:4], credit=2)
    assert world.sent_ids == made[:6]
    world.settle([made[4]])
    assert world.sent_ids == made[:10]


def test_other_settings_hold_from_the_next_send_on_and_nothing_in_flight_is_dropped(world):
    world.hub_up = False
    made = world.put(20)
    world.engine.use(SETTINGS.model_copy(update={"window": 2}))
    world.settle(made[:3])
    assert world.sent_ids == made[:5]
    world.settle([made[3]])
    assert world.sent_ids == made[:6]
    world.engine.use(SETTINGS)
    world.settle([made[4]])
    assert world.sent_ids == made[:10]
    assert world.in_flight == set(made[5:10])


def test_a_link_that_is_metered_from_afar_holds_back_what_can_wait_and_is_free_again_when_told_so(world):
    world.engine.use(SETTINGS.model_copy(update={"bytes_per_day": 24 * FRAME_BYTES}))
    made = world.put(5)
    assert world.sent_ids == made[:1]
    world.engine.use(SETTINGS)
    world.send(events.OutboxTouched())
    assert world.sent_ids == made


def test_credit_neither_exceeds_the_window_nor_stops_the_device(world):
    world.hub_up = False
    made = world.put(20)
    world.settle([made[0]], credit=50)
    assert len(world.in_flight) == SETTINGS.window
    world.settle(made[1:6], credit=0)
    assert len(world.in_flight) == 1


def test_urgent_entries_go_whatever_the_credit(world):
    world.hub_up = False
    made = world.put(5)
    world.settle([made[0]], credit=1)
    assert world.put(1, priority=1) == world.sent_ids[-1:]


def test_queue_is_read_for_many_entries_at_a_time_and_not_for_each_receipt():
    world = SyncWorld(SyncSettings(window=100))
    world.start()
    world.hub_up = False
    made = world.put(500)
    world.settle([made[0]])
    reads = world.reads
    for record_id in made[1:61]:
        world.settle([record_id])
    assert world.reads - reads <= 3
    assert len(world.in_flight) > 70


def test_late_receipt_after_reboot_forgets_the_entry(world):
    world.hub_up = False
    made = world.put(2)
    world.reboot()
    world.settle([made[0]])
    published = len(world.published)
    world.advance(3_600)
    assert made[0] not in world.sent_ids[published:]
    assert made[1] in world.sent_ids[published:]


def test_receipt_that_overtakes_a_running_read_is_not_published_again():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    engine.handle(events.Started(), 0.0)
    assert actions.LookAtQueue(engine.queue_limit) in engine.handle(events.LinkUp(session_present=True), 0.0)
    engine.handle(events.Settled(("a",)), 0.1)
    stale = (QueuedEntry("a", "feedback", 2, 100), QueuedEntry("b", "feedback", 2, 100))
    acts = engine.handle(events.QueueChanged(stale), 0.2)
    assert [a for a in acts if isinstance(a, actions.Publish)] == [actions.Publish("b", "feedback")]


def test_reading_the_queue_is_asked_for_last_so_that_it_may_be_answered_on_the_spot():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    engine.handle(events.Started(), 0.0)
    acts = engine.handle(events.LinkUp(session_present=True), 0.0)
    assert acts == [actions.WakeAt(SETTINGS.receipt_timeout_s), actions.LookAtQueue(engine.queue_limit)]


def test_change_during_a_read_is_looked_at_afterwards():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    engine.handle(events.Started(), 0.0)
    engine.handle(events.LinkUp(session_present=True), 0.0)
    assert engine.handle(events.OutboxTouched(), 0.1) == []
    assert actions.LookAtQueue(engine.queue_limit) in engine.handle(events.QueueChanged(()), 0.2)


def test_read_that_is_never_answered_is_asked_for_again():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    engine.handle(events.Started(), 0.0)
    engine.handle(events.LinkUp(session_present=True), 0.0)
    acts = engine.handle(events.Tick(), SETTINGS.receipt_timeout_s)
    assert actions.LookAtQueue(engine.queue_limit) in acts


# ---- urgency -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("priority", [0, 1])
def test_urgent_record_overtakes_a_full_window_of_backlog(world, priority):
    world.hub_up = False
    world.put(100)
    (urgent,) = world.put(1, priority=priority)
    assert world.sent_ids[-1] == urgent


def test_most_urgent_goes_first_after_an_outage(world):
    world.lose_broker()
    reports, feedback = world.put(3, priority=3), world.put(3, priority=2)
    safety, erasure = world.put(2, priority=1), world.put(1, priority=0)
    world.broker_up = True
    world.advance(600)
    assert world.sent_ids == [*erasure, *safety, *feedback, *reports]


def test_urgent_records_have_their_own_limit(world):
    world.hub_up = False
    world.put(100)
    world.put(50, priority=1)
    assert len(world.in_flight) == SETTINGS.window + URGENT_SLOTS


# ---- sending again -------------------------------------------------------------------------------------------------


def test_entry_without_receipt_goes_again_after_the_timeout_although_the_broker_has_it(world):
    world.hub_up = False
    (record,) = world.put()
    world.advance(SETTINGS.receipt_timeout_s - 0.1)
    assert world.sent_ids == [record]
    world.advance(0.1)
    assert world.sent_ids == [record, record]


def test_intervals_grow_while_only_the_hub_is_away_and_the_link_is_left_alone(world):
    world.hub_up = False
    world.put()
    world.advance(24 * 3_600)
    moments = [moment for moment, _ in world.published]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps[0] == SETTINGS.receipt_timeout_s
    assert max(gaps) <= SETTINGS.backoff_max_s
    assert gaps[5:] == sorted(gaps[5:])
    assert gaps[-1] > 5 * gaps[0]
    assert world.disconnects == []
    assert len(world.connects) == 1


def test_first_word_of_a_returned_hub_brings_the_rest_soon(world):
    world.hub_up = False
    made = world.put(3)
    world.advance(3_600)
    world.parked_by_broker.clear()
    world.hub_up = True
    world.settle([made[0]])
    world.advance(SETTINGS.receipt_timeout_s)
    assert world.pending == {}


def test_entry_that_a_busy_hub_ignores_is_repeated_ever_more_rarely(world):
    world.hub_up = False
    (ignored,) = world.put()
    for _ in range(360):
        world.settle(world.put())
        world.advance(10)
    assert world.sent_ids.count(ignored) < 3_600 / SETTINGS.receipt_timeout_s / 4


def test_everything_in_flight_goes_again_in_order_after_a_reconnect(world):
    world.hub_up = False
    made = world.put(5)
    world.lose_broker()
    world.broker_up = world.hub_up = True
    world.advance(10)
    assert world.sent_ids == [*made, *made]
    assert world.pending == {}


def test_reboot_rebuilds_everything_from_the_outbox(world):
    world.hub_up = False
    world.put(8)
    world.hub_up = True
    world.reboot()
    assert world.pending == {}


def test_nothing_is_repeated_on_one_connection_before_the_broker_answered(world):
    world.broker_answers = False
    world.put(3)
    world.advance(HALF_OPEN_TIMEOUTS * SETTINGS.receipt_timeout_s - 1)
    assert len(world.published) == 3


def test_slow_link_is_not_given_more_bytes_than_it_can_carry_between_two_pings(world):
    world.broker_answers = False
    size = MAX_UNANSWERED_BYTES // 2
    made = world.put(4, size=size)
    assert world.sent_ids == made[:2]
    world.send(events.HandedOver((made[0],)))
    assert world.sent_ids == made[:3]


def test_repeating_keeps_to_the_same_byte_budget(world):
    world.hub_up = False
    size = MAX_UNANSWERED_BYTES // 2
    made = world.put(4, size=size)
    world.broker_answers = False
    world.advance(SETTINGS.receipt_timeout_s)
    assert world.sent_ids == [*made, *made[:2]]
    world.send(events.HandedOver((made[0],)))
    assert world.sent_ids == [*made, *made[:3]]


def test_most_urgent_is_repeated_first(world):
    world.hub_up = False
    feedback, safety = world.put(2, priority=2), world.put(1, priority=1)
    world.advance(SETTINGS.receipt_timeout_s)
    assert world.sent_ids[3:] == [*safety, *feedback]


def test_word_of_a_returned_hub_repeats_nothing_that_the_broker_has_not_answered(world):
    world.hub_up = False
    (old,) = world.put()
    world.advance(3_600)
    world.broker_answers = False
    (new,) = world.put()
    world.settle([old])
    world.advance(2 * SETTINGS.receipt_timeout_s)
    assert world.sent_ids.count(new) == 1


def test_frame_larger_than_the_byte_budget_still_goes_alone(world):
    made = world.put(2, size=2 * MAX_UNANSWERED_BYTES)
    assert world.sent_ids == made


# ---- what disappears -----------------------------------------------------------------------------------------------


def test_nothing_is_published_after_erasure(world):
    world.hub_up = False
    made = world.put(5)
    world.erase(made[:3])
    before = len(world.published)
    world.advance(3_600)
    assert set(world.sent_ids[before:]) == set(made[3:])


def test_erased_entries_give_their_slots_to_others(world):
    world.hub_up = False
    made = world.put(8)
    world.erase(made[:5])
    assert world.sent_ids == made


def test_erasure_is_seen_although_the_list_is_cut_short(world):
    world.hub_up = False
    made = world.put(200)
    world.erase(made[:5])
    assert world.sent_ids == made[:10]


@pytest.mark.parametrize("shown", [0, 3])
def test_entries_in_flight_hidden_by_urgent_ones_are_not_taken_for_erased(world, shown):
    world.hub_up = False
    made = world.put(SETTINGS.window)
    urgent = world.put(world.engine.queue_limit - shown, priority=1)
    world.settle(urgent)
    assert [record_id for record_id in world.sent_ids if record_id in made] == made


# ---- what cannot be sent -------------------------------------------------------------------------------------------


def test_failing_publishes_do_not_loop(world):
    world.link_works = False
    engine_calls = []
    world.put(500)
    original = world.engine.handle
    world.engine.handle = lambda event, now: engine_calls.append(event) or original(event, now)
    world.advance(120)
    assert len(engine_calls) < 250
    assert world.published == []


def test_entry_that_cannot_be_sent_does_not_hold_up_the_others():
    world = SyncWorld(SETTINGS)
    world.start()
    world.link_works = False
    poison = world.put(SETTINGS.window)
    world.link_works = True
    others = world.put(10)
    assert world.sent_ids == others
    assert set(world.pending) == set(poison)


def test_set_aside_entry_is_tried_again_later(world):
    world.link_works = False
    (record,) = world.put()
    world.link_works = True
    world.advance(SETTINGS.receipt_timeout_s)
    assert world.sent_ids == [record]


def test_each_set_aside_entry_is_tried_again_in_its_time(world):
    world.link_works = False
    early = world.put()
    world.advance(10)
    late = world.put()
    world.link_works = True
    world.advance(SETTINGS.receipt_timeout_s)
    assert world.sent_ids == [*early, *late]


def test_more_poison_than_parking_slots_neither_loops_nor_drops_the_link(world):
    world.link_works = False
    world.put(2 * PARKING_SLOTS)
    world.advance(3_600)
    assert world.disconnects == []
    world.link_works = True
    world.advance(2 * SETTINGS.backoff_max_s)
    assert world.pending == {}


# ---- the link ------------------------------------------------------------------------------------------------------


def test_start_connects_at_once():
    world = SyncWorld(SETTINGS)
    world.start()
    assert world.connects == [world.now]


def test_waits_between_failing_attempts_double_up_to_the_longest():
    world = SyncWorld(SETTINGS, random=lambda: 0.999)
    world.broker_up = False
    world.start()
    world.advance(7_200)
    gaps = [later - earlier for earlier, later in pairwise(world.connects)]
    assert gaps[:4] == pytest.approx([1, 2, 4, 8], rel=0.01)
    assert gaps[-1] == pytest.approx(300, rel=0.01)


def test_broker_that_kicks_right_after_taking_us_is_backed_off_from():
    world = SyncWorld(SETTINGS, random=lambda: 0.999)
    world.start()
    for _ in range(10):
        world.lose_broker()
        world.broker_up = True
        while not world.connected:
            world.advance(1)
    gaps = [later - earlier for earlier, later in pairwise(world.connects)]
    assert gaps[-1] > 250


@pytest.mark.parametrize(("held_s", "first_again"), [(59.0, False), (60.0, True)])
def test_backoff_starts_anew_only_after_a_stable_link(held_s, first_again):
    world = SyncWorld(SETTINGS, random=lambda: 0.999)
    world.broker_up = False
    world.start()
    world.advance(100)
    world.broker_up = True
    while not world.connected:
        world.advance(1)
    world.advance(held_s - (world.now - world.connects[-1]))
    lost = world.now
    world.lose_broker()
    world.broker_up = True
    world.advance(600)
    assert (world.connects[-1] - lost < 1.0) is first_again


def test_attempt_that_nobody_reports_on_is_given_up_and_tried_again():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    assert engine.handle(events.Started(), 0.0) == [actions.Connect(), actions.WakeAt(CONNECT_TIMEOUT_S)]
    assert isinstance(engine.handle(events.Tick(), CONNECT_TIMEOUT_S)[0], actions.Disconnect)
    assert actions.Connect() in engine.handle(events.Tick(), CONNECT_TIMEOUT_S + SETTINGS.backoff_first_s)


def test_half_open_link_is_dropped_and_tried_again(world):
    world.broker_answers = False
    world.put(3)
    world.advance(HALF_OPEN_TIMEOUTS * SETTINGS.receipt_timeout_s)
    assert len(world.disconnects) == 1
    world.broker_answers = True
    world.advance(10)
    assert world.pending == {}


def test_half_open_link_that_stays_so_is_not_thrashed(world):
    world.broker_answers = False
    world.put(1)
    world.advance(24 * 3_600)
    long_gaps = 24 * 3_600 / (SETTINGS.backoff_max_s / 2 + HALF_OPEN_TIMEOUTS * SETTINGS.receipt_timeout_s)
    assert len(world.connects) < long_gaps + 12


def test_idle_link_is_left_alone(world):
    before = world.largest_burst
    world.advance(30 * 24 * 3_600)
    assert world.disconnects == []
    assert world.largest_burst == before


def test_late_word_about_a_link_we_dropped_changes_nothing(world):
    world.broker_answers = False
    world.put(1)
    world.advance(HALF_OPEN_TIMEOUTS * SETTINGS.receipt_timeout_s)
    assert world.engine.handle(events.LinkDown("late"), world.now) == []
    assert world.engine.handle(events.LinkUp(session_present=True), world.now) == []


def test_network_that_appears_is_used_at_once():
    world = SyncWorld(SETTINGS, random=lambda: 0.999)
    world.broker_up = False
    world.start()
    world.advance(3_600)
    world.broker_up = True
    world.start()
    assert world.connected


def test_nothing_happens_before_the_start():
    engine = SyncEngine(SETTINGS, lambda: 0.5)
    waiting = (QueuedEntry("a", "feedback", 2, 100),)
    for event in (events.OutboxTouched(), events.QueueChanged(waiting), events.Tick(), events.Settled(("a",))):
        assert engine.handle(event, 5.0) == []


def test_superfluous_ticks_cause_nothing(world):
    world.hub_up = False
    world.put(3)
    for _ in range(100):
        assert world.engine.handle(events.Tick(), world.now) == []


# ---- quiet hours and metered links -----------------------------------------------------------------------------------


def test_in_quiet_hours_only_urgent_entries_go_and_the_rest_follows_when_they_end(world):
    world.send(events.QuietHours(quiet=True))
    feedback, safety = world.put(3), world.put(1, priority=1)
    world.advance(3_600)
    assert world.sent_ids == safety
    world.send(events.QuietHours(quiet=False))
    assert world.sent_ids == [*safety, *feedback]


def test_in_quiet_hours_nothing_is_repeated_that_can_wait(world):
    world.hub_up = False
    made = world.put(3)
    world.send(events.QuietHours(quiet=True))
    world.advance(6 * 3_600)
    assert world.sent_ids == made
    world.send(events.QuietHours(quiet=False))
    world.return_hub()
    world.advance(3_600)
    assert world.pending == {}


def test_recordings_go_last_and_never_over_a_metered_link():
    world = SyncWorld(SyncSettings(bytes_per_day=10**9))
    world.start()
    voice, feedback = world.put(1, priority=5), world.put(1)
    world.advance(24 * 3_600)
    assert world.sent_ids == feedback
    world.engine.use(SyncSettings())
    world.send(events.OutboxTouched())
    assert world.sent_ids == [*feedback, *voice]


def test_a_recording_waits_for_the_receipt_of_its_record(world):
    world.hub_up = False
    feedback, voice = world.put(1), world.put(1, priority=5)
    world.advance(600)
    assert set(world.sent_ids) == set(feedback)
    world.return_hub()
    world.advance(3_600)
    assert world.pending == {}
    assert world.sent_ids[-1:] == voice


def test_a_metered_link_carries_no_more_than_its_bytes_and_urgent_entries_all_the_same():
    day, size = 24 * FRAME_BYTES, FRAME_BYTES
    world = SyncWorld(SyncSettings(bytes_per_day=day))
    world.start()
    world.put(100, size=size)
    assert len(world.sent_ids) == 1
    safety = world.put(1, priority=1)
    assert world.sent_ids[-1:] == safety
    world.advance(24 * 3_600)
    assert 23 <= len(world.sent_ids) <= 26
    world.advance(4 * 24 * 3_600)
    assert world.pending == {}
