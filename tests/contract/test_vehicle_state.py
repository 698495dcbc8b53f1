"""The agent as it runs, beside a databroker: listened to for the state of the car only as long as consent stands."""

import queue
import time

import pytest

from agent.adapters import vss_signals
from agent.errors import TechnicianNeededError
from agent.profile import load_profile, parse_profile
from agent.signals import signal as vss
from agent.vehicle_state import HOLDING, STORE
from tests.fakes.databroker import Databroker
from tests.fakes.device import Person
from tests.fakes.touched_device import TouchedDevice

PATIENCE_S = 15.0
BOTH = ["improve_service", "attach_vehicle_state"]
NAMED = f'attach = ["{vss.BATTERY_HOTTEST}", "{vss.ODOMETER}"]'


def eventually(what, why):
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if found := what():
            return found
        time.sleep(0.02)
    pytest.fail(why)


def do(device, what, **request):
    person = Person()
    device.agent._serve({"do": what, **request}, person)
    return person


def readings(device):
    subject = device.store.find_subject("driver")
    return [] if subject is None else [(one.name, one.last) for one in device.agent._vehicle.readings(subject)]


@pytest.fixture
def broker():
    opened = Databroker(vss.ODOMETER, vss.BATTERY_HOTTEST, vss.SPEED, vss.POWER)
    yield opened
    opened.close()


@pytest.fixture
def device(tmp_path, broker, monkeypatch):
    monkeypatch.setattr(vss_signals, "FIRST_WAIT_S", 0.05)
    lines = f'databroker = "127.0.0.1:{broker.port}"\nposition = false\n{NAMED}'
    made = TouchedDevice(tmp_path, sentences=None, vehicle=lines)
    yield made
    made.close()


def subscribed(broker):
    """How often each signal was asked for so far."""
    found = []
    while True:
        try:
            found.append(broker.subscribed.get(timeout=0.3))
        except queue.Empty:
            return found


def test_the_car_is_listened_to_for_its_state_when_consent_begins_and_no_longer_than_it_stands(device, broker):
    broker.put(vss.ODOMETER, float=45_678.0)
    broker.put(vss.BATTERY_HOTTEST, float=38.5)
    assert vss.ODOMETER not in subscribed(broker)
    do(device, "consent_grant", purposes=BOTH, period="7d")
    expected = [("battery_temperature", 38), ("odometer", 45_000)]
    eventually(lambda: readings(device) == expected, "what stood before is told as soon as somebody may know")
    do(device, "not_this_trip")
    assert device.agent._vehicle._listening is None
    broker.put(vss.BATTERY_HOTTEST, float=50.5)
    do(device, "not_this_trip", on=False)
    eventually(lambda: readings(device) == [("battery_temperature", 50), ("odometer", 45_000)], "it begins anew")
    do(device, "consent_withdraw", purposes=["attach_vehicle_state"])
    assert (readings(device), len(device.agent._vehicle._recent)) == ([], 0)
    assert device.agent._vehicle._listening is None


def test_a_databroker_that_goes_takes_what_it_told_along(device, broker):
    broker.put(vss.BATTERY_HOTTEST, float=38.5)
    do(device, "consent_grant", purposes=BOTH, period="7d")
    eventually(lambda: readings(device), "it is told")
    broker.close()
    eventually(lambda: not readings(device), "nobody knows whether it still holds")


def test_a_hundred_signals_write_not_one_byte(tmp_path):
    device = TouchedDevice(tmp_path, vehicle=NAMED)
    try:
        do(device, "consent_grant", purposes=BOTH, period="7d")
        before = {file.name: file.read_bytes() for file in tmp_path.glob("agent.db*")}
        for number in range(100):
            device.tells(vss.BATTERY_HOTTEST, 30.0 + number / 10)
        assert readings(device) == [("battery_temperature", 39)]
        assert {file.name: file.read_bytes() for file in tmp_path.glob("agent.db*")} == before
        assert sorted(file.name for file in tmp_path.iterdir() if "vehicle" in file.name) == []
    finally:
        device.close()


def test_it_stands_in_the_list_of_stores_is_told_and_is_erased(tmp_path):
    device = TouchedDevice(tmp_path, vehicle=NAMED)
    try:
        do(device, "consent_grant", purposes=BOTH, period="7d")
        device.tells(vss.BATTERY_HOTTEST, 38.5)
        assert HOLDING.as_values() in do(device, "stores").heard("stores")["stores"]
        (told,) = do(device, "export", who="driver").heard("export")["stores"][STORE]
        assert (told["name"], told["last"]) == ("battery_temperature", 38)
        done = do(device, "erase", who="driver").heard("erased")["stores"]
        assert {"store": STORE, "action": "emptied", "count": 1} in done
        assert len(device.agent._vehicle._recent) == 0
    finally:
        device.close()


# ---- the profile ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signal", "says"),
    [
        (vss.LATITUDE, "Vehicle.CurrentLocation.Latitude tells where the car is, and is never attached"),
        ("Vehicle.VehicleIdentification.VIN", "tells which car it is, and is never attached"),
        ("Vehicle.Driver.Identifier.Subject", "tells who drives, and is never attached"),
        ("Vehicle.Made.Up", "is not one of those that may be attached: Vehicle.Diagnostics.DTCList, "),
    ],
)
def test_a_profile_that_names_what_may_not_be_attached_is_refused_when_it_is_loaded(tmp_path, signal, says):
    file = tmp_path / "mine.toml"
    file.write_text(f'kind = "head_unit"\n[vehicle]\nattach = ["{vss.SPEED}", "{signal}"]\n')
    with pytest.raises(TechnicianNeededError, match=r"vehicle\.attach: ") as refused:
        load_profile(str(file))
    assert says in str(refused.value)
    assert str(file) in str(refused.value)


def test_where_visits_are_anonymous_there_is_no_car_to_attach():
    values = {"kind": "charger_kiosk", "anonymous_visits": True, "vehicle": {"attach": [vss.SPEED]}}
    with pytest.raises(TechnicianNeededError, match="there is no car of the person's own"):
        parse_profile(values, "kiosk.toml")


def test_the_shipped_head_unit_names_signals_and_the_others_none():
    assert len(load_profile("head_unit").vehicle.attach) == 6
    assert load_profile("charger_kiosk").vehicle.attach == load_profile("service_terminal").vehicle.attach == ()
