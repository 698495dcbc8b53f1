"""Codes to print: a page that any printer takes, codes that the device they were made for opens."""

import json
import secrets
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from agent.adapters.key_file import FileKeys
from agent.adapters.system_clock import SystemClock
from agent.commands.sticker import sticker
from agent.enrolled import load_identity
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.surfaces.entrance import Entrance
from agent.surfaces.qr import qr
from agent.visiting.token import KEY_NAME, Way
from tests.fakes.touched_device import TouchedDevice

FIXED = 'lan = {host = "127.0.0.1", port = 8471}'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def state(tmp_path):
    """The folder of a device whose phones have a fixed address; nothing of it runs."""
    TouchedDevice(tmp_path, "charger_kiosk", None).close()
    profile = tmp_path / "profile.toml"
    profile.write_text(profile.read_text().replace("[vehicle]", f"{FIXED}\n[vehicle]"))
    return tmp_path


def printed(state, *options):
    """What the command prints; what it refuses is raised."""
    return CliRunner().invoke(sticker, ["--state", str(state), *options], catch_exceptions=False).output


def codes(state, *options):
    events = [json.loads(line) for line in printed(state, *options, "--json").splitlines()]
    assert all(event["address"].startswith("http://127.0.0.1:8471/#t=") for event in events)
    return [event["address"].partition("#t=")[2] for event in events]


def door(state):
    """The device's own, as after any start."""
    return Entrance(
        secret=FileKeys(state / "keys").blind(KEY_NAME),
        device=load_identity(state).device,
        state=state,
        clock=SystemClock(),
        random_bytes=secrets.token_bytes,
    )


def test_every_sticker_opens_on_the_device_again_and_again_and_is_one_of_its_own(state):
    made = codes(state, "--place", "3 号枪", "--count", "3")
    assert len(set(made)) == 3
    assert [door(state).enter(code) for code in made + made] == [Way.STICKER] * 6


def test_a_work_orders_code_opens_once(state):
    (code,) = codes(state, "--work-order", "WO-7")
    assert [door(state).enter(code) for _ in range(2)] == [Way.WORK_ORDER, "used"]


def test_a_work_order_that_is_printed_again_opens_once_for_all_of_its_papers(state):
    first, again = (codes(state, "--work-order", "WO-7", *days)[0] for days in ([], ["--days", "20"]))
    (other,) = codes(state, "--work-order", "WO-8")
    assert first != again, "it opens longer"
    assert [door(state).enter(code) for code in (again, first, other)] == [Way.WORK_ORDER, "used", Way.WORK_ORDER]


def test_what_was_printed_stays_good_when_the_device_key_is_rotated(state):
    (code,) = codes(state, "--place", "大厅")
    keys = FileKeys(state / "keys")
    keys.begin_rotation()
    keys.finish_rotation()
    assert door(state).enter(code) is Way.STICKER


def test_the_page_holds_a_drawn_code_the_label_and_the_last_day_for_each(state):
    out = state / "page.svg"
    assert "valid until" in printed(state, "--place", "<3 号枪 & 出口>", "--count", "9", "--out", str(out))
    page = ET.fromstring(out.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert len(page.findall(f"{SVG}g")) == 9
    assert page.attrib["width"] == "210mm"
    words = [text.text for text in page.iter(f"{SVG}text")]
    assert words.count("<3 号枪 & 出口>") == 9
    drawn = {path.attrib["d"] for path in page.iter(f"{SVG}path")}
    assert len(drawn) == 9
    assert all(len(one) > len(qr("short")["path"]) for one in drawn)


@pytest.mark.parametrize("options", [[], ["--place", "a", "--work-order", "b"], ["--work-order", "b", "--count", "2"]])
def test_what_cannot_be_meant_is_refused_in_words(state, options):
    with pytest.raises(InputRefusedError, match=r"--place|--count"):
        printed(state, *options)


@pytest.mark.parametrize("lan", ["", 'lan = {host = "127.0.0.1", port = 0}'])
def test_without_a_fixed_address_nothing_is_printed_that_would_lead_nowhere(state, lan):
    profile = state / "profile.toml"
    profile.write_text(profile.read_text().replace(FIXED, lan))
    with pytest.raises(TechnicianNeededError, match=r"surface\.lan"):
        printed(state, "--place", "a")
