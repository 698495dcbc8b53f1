"""The pages as a person starts them: `run --pages` as a process, and the car's own word through `cabin`."""

import urllib.request

import pytest
from click.testing import CliRunner

from agent.__main__ import cli
from agent.adapters.key_file import FileKeys
from agent.errors import TechnicianNeededError
from agent.surfaces.cabin import Cabin
from tests.e2e.processes import AGENT, Processes
from tests.fakes.device import HubKeys
from tests.fakes.touched_device import TouchedDevice


@pytest.fixture
def enrolled(tmp_path):
    """The state folder of a device whose profile has no pages."""
    state = tmp_path / "car"
    FileKeys.create(state / "keys").keep_masking_key(bytes(32))
    (state / "identity.json").write_text(HubKeys().identity().model_dump_json())
    (state / "profile.toml").write_text('kind = "head_unit"\n[speech]\nmodels = []\n')
    return state


def test_the_agent_serves_its_pages_where_it_says_and_none_unless_it_is_told(tmp_path, enrolled):
    processes = Processes(tmp_path)
    try:
        silent = processes.start("silent", [AGENT, "run", "--state", str(enrolled), "--json"])
        assert silent.ready["pages"] is None
        silent.stop()
        serving = processes.start("serving", [AGENT, "run", "--state", str(enrolled), "--pages", "0", "--json"])
        with urllib.request.urlopen(serving.ready["pages"], timeout=20) as page:  # noqa: S310 - our own server
            assert 'data-device="head"' in page.read().decode()
        assert serving.stop() == 0
    finally:
        processes.end_all()


def test_the_car_tells_its_pages_that_it_stands_and_that_it_is_night(tmp_path):
    device = TouchedDevice(tmp_path / "car")
    server = device.agent.listen()
    try:
        assert device.agent._cabin.now == Cabin(moving=True, night=False), "until the first word it counts as moving"
        told = CliRunner().invoke(cli, ["cabin", "--state", str(device.state), "--parked", "--night"])
        assert told.exit_code == 0, told.output
        assert device.agent._cabin.now == Cabin(moving=False, night=True)
    finally:
        server.close()
        device.close()


def test_without_a_running_agent_the_car_is_told_what_to_start(enrolled):
    told = CliRunner().invoke(cli, ["cabin", "--state", str(enrolled), "--moving"])
    assert isinstance(told.exception, TechnicianNeededError)
    assert "--pages" in str(told.exception)
