import pytest

from agent.errors import TechnicianNeededError
from agent.profile import (
    DeviceProfile,
    find_data,
    load_profile,
    parse_profile,
    profile_schema,
    shipped_profiles,
)


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
        "write it again: python -c 'from agent.profile import *; print(profile_schema(), end=str())'"
    )
    described = (folder / "README.md").read_text(encoding="utf-8")
    for name, field in DeviceProfile.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        for key in [name] if inner is None else [f"{name}.{k}" for k in inner]:
            assert f"| `{key}` |" in described
