"""One owner of a device's questions on a real store: at the right moment, one at a time, and no limit forgotten."""

from datetime import timedelta

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.sqlite_store.asked import KEPT
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract.directives import DirectiveOutcome, PromptSet
from agent.errors import InputRefusedError
from agent.ports import Directive, NewEntry, Priority
from agent.profile import find_data
from agent.prompting.history import Asked, Ended, Limits
from agent.prompting.shipped import read_questions
from agent.questioning import AT_THE_WHEEL_S, PARKED_S, Questioning
from agent.signals import signal as vss
from agent.signals.signal import Signal
from tests.builders import prompt_set
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget


class Device:
    """A store and its questions; both can be opened anew."""

    def __init__(self, folder, kind="head_unit", limits=None):
        self.clock, self._path, self._keys = FakeClock(), folder / "store.db", MemoryKeys()
        file = find_data("device_profiles") / "questions" / f"{kind}.toml"
        self._own = read_questions(file.read_text(encoding="utf-8"), file.name)
        self._limits = limits or Limits()
        self.moves, self.alone, self.store, self.driver = [], [], None, None
        self.open()

    def open(self):
        if self.store is not None:
            self.store.close()
        self.store = SqliteStore(self._path, self._keys, Budget(), self.clock)
        self.questions = Questioning(
            own=self._own,
            store=self.store,
            clock=self.clock,
            limits=self._limits,
            tags=lambda: frozenset() if self.driver is None else self.store.tags(self.driver),
            moves=self.moves.append,
            quiet_over=lambda: self.store.pause(on=False),
            left_alone=self.alone.append,
        )
        self.questions.moving(yes=False)

    def ask(self, trigger="charging_done", **facts):
        refused = self.questions.happened(trigger, facts)
        return [one.reason.value for one in refused]

    @property
    def asks(self):
        return None if self.questions.question is None else self.questions.question.rule.rule_id

    def push(self, prompts):
        kept = Directive(
            PromptSet.kind,
            prompts.set_id,
            prompts.version,
            prompts.model_dump_json().encode(),
            None,
            prompts.expires_at,
        )
        answer = NewEntry(f"ack-{prompts.version}", "acknowledgement", Priority.REPORT, b"", START)
        assert self.store.take_directive(kept, lambda _: answer).result().outcome is DirectiveOutcome.APPLIED
        self.questions.rules_changed()

    def passes(self, seconds):
        self.clock.advance(seconds)
        self.questions.tick()


@pytest.fixture
def device(tmp_path):
    made = Device(tmp_path)
    yield made
    made.store.close()


def test_an_answer_leads_to_its_follow_up_in_the_same_conversation_and_then_it_is_over(device):
    device.ask(kwh=30)
    first = device.questions.question
    assert (first.rule.rule_id, first.zh, first.scene) == ("charge", "本次充电体验如何？", "charging_done")
    assert device.questions.answer(first.number, ("slow",))
    second = device.questions.question
    assert (second.rule.rule_id, second.conversation) == ("charge_why", first.conversation)
    assert not device.questions.answer(first.number, ("fast",)), "a late touch is not taken for the next question's"
    assert device.questions.answer(second.number, ("speed",))
    assert device.asks is None
    assert [(one.rule_id, one.ended) for one in device.store.asked()] == [("charge", Ended.ANSWERED)]


@pytest.mark.parametrize(("moving", "patience"), [(True, AT_THE_WHEEL_S), (False, PARKED_S)])
def test_a_question_that_nobody_reacts_to_is_over_and_rests(device, moving, patience):
    device.questions.moving(yes=moving)
    device.ask()
    device.passes(patience - 1)
    assert device.asks == "charge"
    device.passes(1)
    assert device.asks is None
    assert device.alone == [1]
    device.passes(3 * 86400)
    assert device.ask() == ["dismissed"]


def test_a_question_waits_for_who_is_answering_it(device):
    device.ask()
    with device.questions.hold(device.questions.question.number):
        device.passes(10 * PARKED_S)
        assert device.asks == "charge"
    device.passes(PARKED_S - 1)
    assert device.asks == "charge"


def test_one_question_at_a_time_and_the_second_comes_when_the_first_is_over(tmp_path):
    device = Device(tmp_path, limits=Limits(None, None))
    device.ask()
    device.ask("claim_closed", days=3)
    assert device.asks == "charge"
    device.questions.leave(device.questions.question.number)
    assert device.asks == "after_claim"
    assert device.questions.question.conversation == 2, "an answer to it is no answer of the first one's record"
    device.store.close()


def test_no_limit_is_forgotten_by_a_restart(device):
    device.ask()
    device.questions.leave(device.questions.question.number)
    device.open()
    assert device.ask("claim_closed") == ["day_is_full"]
    assert device.questions.status() == {"asked": {"dismissed": 1}, "not_asked": {"day_is_full": 1}, "now": None}


def test_what_was_asked_is_forgotten_after_its_time_and_a_wrong_clock_forbids_nothing(device):
    device.store.remember_asked(Asked("old", START - KEPT - timedelta(days=1), Ended.ANSWERED)).result()
    device.store.remember_asked(Asked("ahead", START + timedelta(days=900), Ended.ANSWERED)).result()
    device.store.remember_asked(Asked("charge", START, Ended.ANSWERED)).result()
    device.store.expire().result()
    assert [one.rule_id for one in device.store.asked()] == ["charge"]
    rows = device.store._reader.execute("SELECT rule_id FROM questions_asked ORDER BY seq").fetchall()
    assert rows == [("ahead",), ("charge",)]


def test_a_pushed_set_is_asked_at_once_and_replaces_by_rule_id(device):
    (rule, then) = prompt_set().rules
    mine = rule.model_copy(update={"rule_id": "charge", "conditions": (), "audience": (), "valid_until": None})
    device.push(prompt_set(rules=(mine, then)))
    device.ask()
    assert device.questions.question.zh == "这次充电顺利吗？"


def test_not_on_this_trip_takes_the_question_away_and_asks_nothing(device):
    device.ask()
    device.questions.quiet(yes=True)
    assert device.asks is None
    assert device.ask("claim_closed") == ["not_this_trip"]


def test_not_on_this_trip_ends_with_the_ignition_also_where_the_bus_was_gone_meanwhile(device):
    for lost in (False, True):
        device.questions.signal(Signal(vss.POWER, "ON", device.clock.now()))
        device.store.pause(on=True).result()
        device.questions.quiet(yes=True)
        device.questions.moving(yes=False)
        assert device.ask("claim_closed") == ["not_this_trip"]
        if lost:
            device.questions.signals_lost()
        device.questions.signal(Signal(vss.POWER, "OFF", device.clock.now()))
        assert not device.store.paused(), "durable, so that a restart on the next trip asks again"
        assert "not_this_trip" not in device.ask("claim_closed")
        if device.questions.question is not None:
            device.questions.leave(device.questions.question.number)


def test_where_pages_show_questions_none_counts_before_a_page_shows_it(device):
    device.questions.pages_show()
    device.ask()
    device.passes(10 * PARKED_S)
    assert device.asks == "charge", "nobody was there to refuse it"
    assert not device.questions.in_sight
    assert not device.questions.seen(99)
    assert device.questions.seen(device.questions.question.number)
    device.passes(PARKED_S - 1)
    device.questions.seen(device.questions.question.number)
    assert device.asks == "charge"
    device.passes(1)
    assert device.asks is None, "shown twice, it has its time once"
    assert [(one.rule_id, one.ended) for one in device.store.asked()] == [("charge", Ended.UNANSWERED)]


def test_what_no_page_showed_in_its_time_is_counted_and_was_not_asked(device):
    device.questions.pages_show()
    device.ask()
    device.passes(device.questions.question.rule.ask_within_s)
    assert device.asks is None
    assert device.questions.status() == {"asked": {}, "not_asked": {"not_seen": 1}, "now": None}
    assert device.ask() == []


def test_safety_interrupts_what_is_on_the_screen_which_comes_back_under_another_number(device):
    device.ask()
    first = device.questions.question
    device.ask("battery_hot", temperature_c=70)
    assert device.asks == "battery_hot"
    assert device.alone == [first.conversation]
    assert device.questions.answer(device.questions.question.number, ("no",))
    assert device.asks == "charge"
    assert device.questions.question.number > first.number


def test_an_answer_that_safety_overtook_is_not_asked_for_again(device):
    device.ask()
    first = device.questions.question
    device.ask("battery_hot", temperature_c=70)
    assert not device.questions.answer(first.number, ("fast",))
    assert device.questions.leave(device.questions.question.number)
    assert device.asks is None
    assert {one.rule_id: one.ended for one in device.store.asked()}["charge"] is Ended.ANSWERED


def test_signals_move_and_stop_the_vehicle_also_by_time_alone(device):
    for kmh in (40.0, 0.0):
        device.questions.signal(Signal(vss.SPEED, kmh, device.clock.now()))
    device.passes(2)
    assert device.moves[-1] is True
    device.passes(1)
    assert device.moves[-1] is False
    device.questions.signals_lost()
    assert device.moves[-1] is True


def test_text_is_hidden_while_moving_and_comes_back_when_the_car_stands(device):
    device.ask("claim_closed")
    assert device.asks == "after_claim"
    device.questions.moving(yes=True)
    assert device.asks is None
    device.questions.moving(yes=False)
    assert device.asks == "after_claim"


def test_an_event_that_no_device_knows_is_refused_by_name(device):
    with pytest.raises(InputRefusedError, match="charging_done"):
        device.ask("charging_finished")
    with pytest.raises(InputRefusedError, match="kwh, minutes"):
        device.ask(colour="red")


def test_what_a_driver_said_of_themselves_decides_what_is_asked_and_goes_with_them(device):
    device.driver = device.store.subject_for("driver").result()
    assert device.ask("trip_ended", minutes=20) == ["other_audience"]
    device.store.set_tags(device.driver, frozenset({"family", "new_driver"})).result()
    device.open()
    assert device.ask("trip_ended", minutes=20) == []
    assert device.asks == "child_seat"
    assert device.store.export(device.driver)["personal_tags"] == [{"tag": "family"}, {"tag": "new_driver"}]
    body = device.store._reader.execute("SELECT body FROM personal_tags").fetchone()[0]
    assert b"family" not in body
    device.store.erase(device.driver, None, lambda _: ("e1", b"notice"), START).result()
    assert device.store.tags(device.driver) == frozenset()
    assert device.store._reader.execute("SELECT count(*) FROM personal_tags").fetchone() == (0,)


def test_erasing_one_record_keeps_what_a_driver_said_of_themselves_under_the_new_key(device):
    driver = device.store.subject_for("driver").result()
    grant = ConsentGrant("g1", driver, frozenset({Purpose.IMPROVE_SERVICE}), "ab" * 32, "touch", Period.WEEK, START)
    device.store.add_grant(grant).result()
    entry = NewEntry(
        "r1", "feedback", Priority.FEEDBACK, b"frame", START, driver, "g1", "TC-AAAA-AAAA", "5e" * 32, b"{}"
    )
    assert device.store.put(entry).result() is None
    device.store.set_tags(driver, frozenset({"business"})).result()
    device.store.erase(driver, "r1", lambda _: ("e1", b"notice"), START).result()
    assert device.store.tags(driver) == {"business"}
