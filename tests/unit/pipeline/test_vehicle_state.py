"""The state of the car beside a feedback: only with consent, only what was shown, and gone when consent is."""

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.contract.messages import Feedback
from agent.said import together
from agent.signals import signal as vss
from agent.signals.signal import Signal
from agent.vehicle_state import HOLDING, STORE
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device, Person
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget, MemoryStore

ATTACH = (vss.FAULT_CODES, vss.BATTERY_HOTTEST, vss.SPEED)
BOTH = ["improve_service", "attach_vehicle_state"]
TOLD = {vss.FAULT_CODES: ("P0A80",), vss.BATTERY_HOTTEST: 38.9, vss.SPEED: 47.0, vss.LATITUDE: 31.2304}
SENTENCES = ("空调 不凉",) * 4


@pytest.fixture(params=["memory", "sqlite"])
def car(request, tmp_path):
    clock, keys = FakeClock(), MemoryKeys()
    if request.param == "memory":
        yield Device(MemoryStore(), *SENTENCES, attach=ATTACH, clock=clock, keys=keys)
        return
    store = SqliteStore(tmp_path / "store.db", keys, Budget(), clock)
    yield Device(store, *SENTENCES, attach=ATTACH, clock=clock, keys=keys)
    store.close()


def drives(car: Device, **values: object) -> None:
    """The vehicle tells what it always tells, or this."""
    for name, value in (values or TOLD).items():
        car.vehicle.heard(Signal(name, value, car.clock.now()))


def agrees(car: Device, *purposes: str, period: str = "90d") -> None:
    car.do("consent_grant", purposes=list(purposes or BOTH), period=period)


def held(car: Device) -> int:
    return len(car.vehicle._recent)


def records(car: Device) -> list[Feedback]:
    return [one for one in car.waiting() if isinstance(one, Feedback)]


def attached(car: Device) -> list[str]:
    (record,) = records(car)
    return [] if record.vehicle is None else [one.name for one in record.vehicle.readings]


class Reviewing(Person):
    """Sees what would be sent, and does something before it is."""

    def __init__(self, before_sending=lambda: None, **answer):
        super().__init__()
        self._before, self._answer = before_sending, {"yes": True, **answer}

    def ask(self, question):
        if question["event"] == "review":
            self._before()
            return self._answer
        return super().ask(question)


def test_with_consent_what_was_shown_is_what_is_sealed_and_rests_on_its_own_grant(car):
    agrees(car)
    drives(car)
    shown = car.say(Reviewing(), review=True).heard("heard")["vehicle"]
    (record,) = records(car)
    assert [one.model_dump(mode="json") for one in record.vehicle.readings] == shown
    assert [(one["name"], one["last"], one["codes"]) for one in shown] == [
        ("fault_codes", None, ["P0A80"]),
        ("battery_temperature", 38, []),
        ("speed", 30, []),
    ]
    assert record.vehicle.consent.purposes == ("attach_vehicle_state", "improve_service")
    (entry,) = [e for e in car.do("export", who="driver").heard("export")["records"] if e["record"]]
    assert entry["record"]["vehicle"]["readings"] == shown


@pytest.mark.parametrize("purposes", [("improve_service",), ("improve_service", "call_back", "co_create")])
def test_without_its_consent_nothing_is_kept_in_memory_and_nothing_attached(car, purposes):
    drives(car)
    agrees(car, *purposes)
    drives(car)
    assert held(car) == 0
    assert car.say().heard("heard")["vehicle"] == []
    assert attached(car) == []


def test_consent_to_it_alone_takes_no_words_and_attaches_nothing(car):
    agrees(car, "attach_vehicle_state")
    drives(car)
    assert held(car) == 0
    assert car.say().heard("not_kept")["reason"] == "no_consent"


def test_its_switch_agrees_to_a_feedback_too_for_there_is_nothing_to_attach_it_to_without(car):
    car.do("consent_switch", purpose="attach_vehicle_state", on=True, period="7d")
    drives(car)
    car.say()
    assert len(attached(car)) == 3


def test_what_the_car_told_before_the_grant_is_never_used(car):
    agrees(car, "improve_service")
    drives(car)
    agrees(car)
    car.say()
    assert attached(car) == []


def test_one_touch_takes_it_off_before_it_is_sent(car):
    agrees(car)
    drives(car)
    person = car.say(Reviewing(vehicle=False), review=True)
    assert len(person.heard("heard")["vehicle"]) == 3
    assert attached(car) == []


def test_a_touch_on_a_face_has_no_preview_and_carries_none(car):
    agrees(car)
    drives(car)
    car.do("rate", rating=2)
    assert attached(car) == []


def test_withdrawn_while_the_preview_stands_the_words_go_without_it(car):
    agrees(car, "improve_service")
    agrees(car)
    drives(car)
    car.say(Reviewing(lambda: car.do("consent_withdraw", purposes=["attach_vehicle_state"])), review=True)
    assert attached(car) == []
    assert held(car) == 0


@pytest.mark.parametrize(
    "ends",
    [
        lambda car: car.do("consent_withdraw", purposes=["attach_vehicle_state"]),
        lambda car: car.do("consent_withdraw"),
        lambda car: car.do("not_this_trip"),
        lambda car: car.do("consent_under_14"),
        lambda car: car.do("erase", who="driver"),
        lambda car: (car.clock.advance(90 * 86_400), car.vehicle.look_again()),
        lambda car: car.vehicle.close(),
        lambda car: car.vehicle.lost(),
    ],
    ids=["withdrawn", "all withdrawn", "not this trip", "under 14", "erased", "expired", "closed", "bus lost"],
)
def test_whatever_ends_consent_or_the_bus_wipes_what_is_in_memory(car, ends):
    agrees(car)
    drives(car)
    assert held(car) == 3
    ends(car)
    assert held(car) == 0


def test_a_grant_for_one_feedback_ends_with_it(car):
    agrees(car, period="once")
    drives(car)
    car.say()
    assert len(attached(car)) == 3
    car.vehicle.look_again()
    assert held(car) == 0


def test_a_grant_for_one_feedback_is_spent_by_the_record_that_carries_the_car_whatever_else_stands(car):
    agrees(car, period="once")
    car.clock.advance(1)
    agrees(car, "improve_service")
    drives(car)
    car.say()
    (record,) = records(car)
    assert record.vehicle.consent == record.consent
    drives(car)
    car.say()
    assert [one.vehicle is None for one in records(car)] == [False, True]


def test_with_a_number_for_a_call_back_the_car_is_attached_all_the_same(car):
    agrees(car)
    drives(car)
    car.say(contact="13800138000", agreed=True)
    (record,) = records(car)
    assert record.contact is not None
    assert record.vehicle.consent.purposes == ("attach_vehicle_state", "improve_service")
    assert "call_back" in record.consent.purposes


def test_turning_it_off_takes_unsent_records_that_carry_it_and_leaves_the_others(car):
    agrees(car, "improve_service")
    car.say()
    agrees(car)
    drives(car)
    car.say()
    assert [one.vehicle is not None for one in records(car)] == [False, True]
    gone = car.do("consent_withdraw", purposes=["attach_vehicle_state"]).heard("withdrawn")
    assert gone["unsent_records_purged"] == 1
    assert [one.vehicle for one in records(car)] == [None]
    assert car.store.ledger().balanced


def test_turning_off_another_purpose_leaves_what_carries_the_car(car):
    agrees(car, *BOTH, "co_create")
    drives(car)
    car.say()
    assert car.do("consent_withdraw", purposes=["co_create"]).heard("withdrawn")["unsent_records_purged"] == 0
    assert len(attached(car)) == 3


def test_the_state_of_one_drivers_car_stands_beside_nobody_elses_words(car):
    agrees(car)
    drives(car)
    car.do("consent_grant", subject="mum", purposes=BOTH, period="90d")
    assert car.say(subject="mum").heard("heard")["vehicle"] == []
    assert attached(car) == []


def test_erased_with_its_record_and_told_with_everything_the_device_has(car):
    agrees(car)
    drives(car)
    code = car.say().heard("recorded")["receipt_code"]
    stores = car.do("export", who="driver").heard("export")["stores"]
    assert [one["name"] for one in stores[STORE]] == ["fault_codes", "battery_temperature", "speed"]
    assert STORE not in car.do("export", who=code).heard("export")["stores"]
    car.do("erase", who=code)
    assert records(car) == []
    assert HOLDING.personal
    assert HOLDING.name == STORE


def test_a_profile_that_names_no_signal_keeps_none_whatever_is_agreed_to():
    car = Device(MemoryStore(), *SENTENCES)
    agrees(car)
    drives(car)
    assert held(car) == 0
    assert car.say().heard("heard")["vehicle"] == []


def test_what_stands_beside_two_sentences_of_one_conversation_is_what_was_shown_last(car):
    agrees(car)
    drives(car)
    first = car.pipeline.permit(car.store.find_subject("driver"))
    said = [car.pipeline.hear(first, car.room, car.engine, lambda _: None) for _ in range(2)]
    assert together(said[0], said[1]).vehicle == said[1].vehicle
    assert len(said[1].vehicle) == 3
