"""No coordinate leaves a device: the contract has no room for one, and a whole recorded day sends none."""

import json
import math
from datetime import datetime, timedelta

import pytest

from agent.contract.kinds import MESSAGES, UP_MESSAGES
from agent.signals import signal as vss
from agent.signals.attachable import ATTACHABLE
from tests.builders import one_of_each
from tests.fakes.coordinates import FLOATS, PLACE, fields, places_in
from tests.fakes.recorded_day import DAY, LINES, recorded_day
from tests.fakes.replayed_car import HOME, ReplayedCar

PLACES = (vss.LATITUDE, vss.LONGITUDE)
TALKS_AT = (5, 45, 70, 100, 126)


def where(minute):
    """Around home, and 60 km away for half an hour."""
    away = 0.55 if 60 <= minute <= 95 else 0.0
    return HOME[0] + away + 0.013 * math.sin(7 * minute), HOME[1] + away + 0.017 * math.cos(7 * minute)


def the_day():
    """The recorded day, with a real track in the place of its noise, and the coordinates of that."""
    lines, planted = [], []
    for line in recorded_day():
        told = json.loads(line)
        if told.get("signal") in PLACES:
            minute = (datetime.fromisoformat(told["at"]) - DAY) / timedelta(minutes=1)
            told["value"] = round(where(minute)[PLACES.index(told["signal"])], 6)
            planted.append(told["value"])
        lines.append(json.dumps(told))
    return lines, planted


def test_no_field_of_any_message_is_named_after_a_place_or_a_car():
    named = [f"{model}.{name}" for model, name, _ in fields(MESSAGES.values()) if PLACE.search(name)]
    assert named == []


def test_every_number_with_a_fraction_is_one_of_those_that_were_argued_for():
    found = {f"{model}.{name}" for model, name, types in fields(MESSAGES.values()) if float in types}
    assert found == FLOATS


def test_nothing_that_a_device_sends_takes_any_value_at_all():
    """No free-form dictionary, list or JSON value, in which anything could travel."""
    loose = {"Any", "JsonValue", "dict", "object"}
    sent = fields(UP_MESSAGES.values())
    found = [
        f"{model}.{name}" for model, name, types in sent if loose & {getattr(t, "__name__", str(t)) for t in types}
    ]
    assert found == []


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_a_coordinate_that_is_planted_anywhere_in_a_message_is_found(kind):
    """What the captures below rest on."""
    whole = json.loads(one_of_each()[kind].model_dump_json())
    if kind in UP_MESSAGES:
        assert places_in(whole, HOME) == []
    for name in whole:
        planted = places_in(whole | {name: HOME[0]}, HOME) + places_in(whole | {name: f"在 {HOME[1]} 附近"}, HOME)
        assert len(planted) >= 2, name
    assert places_in(whole | {"latitude": 31}, ()) == ["latitude: its name"]


@pytest.fixture(scope="module")
def car(tmp_path_factory):
    played = ReplayedCar(tmp_path_factory.mktemp("day"), *["空调 不凉"] * len(TALKS_AT))
    lines, _ = the_day()
    played.play(lines, TALKS_AT)
    yield played
    played.close()


def test_a_day_with_its_whole_track_sends_no_coordinate(car):
    lines, planted = the_day()
    assert len(lines) == LINES
    assert len({*planted}) > 1_000
    sent = car.leaves()
    feedback = [payload for topic, payload in sent if topic.endswith("/feedback")]
    assert {payload["source"] for payload in feedback} == {"voice", "touch"}
    assert {topic.rpartition("/")[2] for topic, _ in sent} >= {"feedback", "consent"}
    spoken = [payload for payload in feedback if payload["source"] == "voice"]
    assert len(spoken) == len(TALKS_AT)
    names = {reading["name"] for payload in spoken for reading in payload["vehicle"]["readings"]}
    assert names >= {"speed", "battery_temperature", "charge_level", "fault_codes"}
    assert names <= {one.name for one in ATTACHABLE.values()}
    assert [(topic, found) for topic, payload in sent if (found := places_in(payload, planted))] == []


def test_the_day_raises_exactly_its_questions(car):
    assert car.asked == ["harsh_braking", "left_usual_area", "charge", "battery_hot", "fault_code"]


def test_that_it_left_its_usual_area_is_a_yes_and_tells_no_more(car):
    told = [one for _, one in car.leaves() if one.get("context", {}).get("scene") == "left_usual_area"]
    assert len(told) == 1
    (answer,) = told[0]["answers"]
    assert answer["rule_id"] == "left_usual_area"
    assert (told[0]["vehicle"], told[0]["text"], told[0]["context"]["place"]) == (None, None, "")


def test_what_the_day_leaves_on_the_disk_holds_no_coordinate_either(car):
    _, planted = the_day()
    files = b"".join(file.read_bytes() for file in car.path.parent.glob("store.db*"))
    assert len(files) > 10_000
    assert [value for value in planted if f"{value:.4f}".encode() in files] == []
    assert [name for name in (b"Latitude", b"CurrentLocation") if name in files] == []
