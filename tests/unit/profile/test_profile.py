import json
import re

import pytest

from agent.contract.kinds import MESSAGES
from agent.contract.remote_profile import REMOTE_KEYS, wrong_keys
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.profile import (
    DeviceProfile,
    find_data,
    load_profile,
    overlaid,
    parse_profile,
    shipped_profiles,
)
from agent.profile_schema import profile_schema


def test_every_shipped_profile_loads():
    assert shipped_profiles() == ["charger_kiosk", "head_unit", "service_terminal"]
    for name in shipped_profiles():
        assert load_profile(name).kind == name


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"kind": "head_unit", "colour": "red"}, "colour"),
        ({"kind": "spaceship"}, "kind"),
        ({}, "kind"),
        ({"kind": "head_unit", "sync": {"window": "many"}}, "sync.window"),
        ({"kind": "head_unit", "sync": {"window": 0}}, "sync.window"),
        ({"kind": "head_unit", "speech": {"terms": ["店"]}}, "speech.terms"),
        ({"kind": "head_unit", "speech": {"terms": ["蓝鲸 超充"]}}, "speech.terms"),
        ({"kind": "head_unit", "speech": {"models": "whisper-base"}}, "speech.models"),
        ({"kind": "head_unit", "outbox": {"max_bytes": -1}}, "outbox.max_bytes"),
        ({"kind": "head_unit", "sync": {"quiet_hours": "22:3０-06:00"}}, "sync.quiet_hours"),
        ({"kind": "head_unit", "vehicle": {"databroker": "localhost:５５５５５"}}, "vehicle.databroker"),
        ({"kind": "head_unit", "surface": {"origins": ["https://kiosk.local:８４４３"]}}, "surface.origins"),
        ({"kind": "head_unit", "surface": {"visit_url": "http://localhost:８４６０/v/"}}, "surface.visit_url"),
        ({"kind": "head_unit", "surface": {"lan": {"host": "a" * 254, "port": 8471}}}, "surface.lan.host"),
        ({"kind": "head_unit", "keys": {"keyring_name": "k" * 81}}, "keys.keyring_name"),
    ],
)
def test_a_key_that_does_not_fit_is_named(values, place):
    with pytest.raises(TechnicianNeededError, match=place):
        parse_profile(values, "test.toml")


def test_an_unknown_profile_lists_the_known_ones():
    with pytest.raises(TechnicianNeededError, match="charger_kiosk, head_unit, service_terminal"):
        load_profile("spaceship")


def test_the_committed_schema_and_key_table_are_current():
    folder = find_data("device_profiles")
    assert (folder / "schema.json").read_text(encoding="utf-8") == profile_schema(), (
        "write it again: python -c 'from agent.profile_schema import *; print(profile_schema(), end=str())'"
    )
    described = (folder / "README.md").read_text(encoding="utf-8")
    for name, field in DeviceProfile.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        for key in [name] if inner is None else [f"{name}.{k}" for k in inner]:
            assert f"| `{key}` |" in described


@pytest.mark.parametrize("model", [DeviceProfile, *MESSAGES.values()], ids=lambda model: model.__name__)
def test_no_pattern_stands_for_digits_or_letters_of_every_script(model):
    patterns = re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(model.model_json_schema()))
    assert not [pattern for pattern in patterns if re.search(r"\\[dDwW]", pattern)]


@pytest.mark.parametrize("kind", ["charger_kiosk", "head_unit", "service_terminal"])
def test_every_key_that_can_be_changed_from_afar_is_one_of_the_profile_and_means_the_same(kind):
    profile = load_profile(kind)
    for key in REMOTE_KEYS:
        section, _, name = key.partition(".")
        as_it_is = getattr(getattr(profile, section), name)
        assert overlaid(profile, {key: list(as_it_is) if isinstance(as_it_is, tuple) else as_it_is}) == profile


@pytest.mark.parametrize(
    "key", ["anonymous_visits", "kind", "masking.recognizers", "speech.models", "outbox.safety", "sync.backoff_first_s"]
)
def test_what_decides_consent_masking_or_what_the_device_is_cannot_be_changed_from_afar(key):
    with pytest.raises(InputRefusedError, match=f"{key}: cannot be changed from afar"):
        overlaid(load_profile("head_unit"), {key: True})


@pytest.mark.parametrize("ways", [["touch", "touch"], ["shout"], "touch", ["speak", "touch", "type", "phone", "speak"]])
def test_an_order_of_ways_names_each_known_way_once(ways):
    (wrong,) = wrong_keys({"surface.ways": ways})
    assert wrong.startswith("surface.ways")
    assert wrong_keys({"surface.ways": ["phone", "touch"]}) == ()
