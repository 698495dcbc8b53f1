"""What the hub's command line refuses at start, with one clear line and no traceback."""

import re
import socket

import pytest

from tests.fakes.hub_process import HubProcess, run_hub

PORTS = ("--http-port", "0", "--mqtt-port", "0")


def refused(*arguments, status):
    done = run_hub(*arguments)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("tingche-hub: ")
    return last


@pytest.fixture
def taken_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield str(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("--mqtt-host", "0.0.0.0"), 78, "cannot check client certificates"),  # noqa: S104 - refused is the point
        (("--http-host", "0.0.0.0"), 78, "--page-url"),  # noqa: S104 - as above
        (("--page-url", "http://desk.example.com"), 65, "--page-url has to be https"),
        (("--page-url", "https://10.0.0.5"), 65, "a host name"),
        (("--broker", "mqtt://10.0.0.5:1883"), 65, "in the clear"),
        (("--broker", "somewhere"), 65, "HOST:PORT"),
        (("--enrol-listen", "8461"), 65, "HOST:PORT"),
        (("--database", "nonsense"), 78, "postgresql"),
    ],
)
def test_what_would_be_unsafe_or_means_nothing_is_refused_with_its_reason(tmp_path, arguments, status, reason):
    said = refused("serve", "--state", str(tmp_path / "hub"), *PORTS, *arguments, status=status)
    assert reason in said


def test_a_broker_apart_is_refused_elsewhere_than_on_loopback_too(tmp_path):
    said = refused("broker", "--state", str(tmp_path), "--host", "192.0.2.1", status=78)
    assert "cannot check client certificates" in said


@pytest.mark.parametrize("option", ["--http-port", "--mqtt-port"])
def test_an_occupied_port_is_named_with_the_option_that_changes_it(tmp_path, taken_port, option):
    ports = {"--http-port": "0", "--mqtt-port": "0", option: taken_port}
    pairs = [word for pair in ports.items() for word in pair]
    said = refused("serve", "--state", str(tmp_path / "hub"), *pairs, status=78)
    assert taken_port in said
    assert option in said


def test_a_second_hub_on_one_state_folder_is_told_who_holds_it(tmp_path):
    state = str(tmp_path / "hub")
    with HubProcess("serve", "--state", state, *PORTS, log=tmp_path / "hub.log") as hub:
        said = refused("serve", "--state", state, *PORTS, status=78)
        assert f"process {hub.ready['pid']}" in said
    said = refused("serve", "--state", state, *PORTS, "--tenant", "another", status=65)
    assert "belongs to tenant demo" in said


@pytest.mark.parametrize("command", [("tickets",), ("devices",), ("erasures",), ("claim", "--kind", "head_unit")])
def test_without_a_hub_every_command_says_how_to_start_one(tmp_path, command):
    for state in (tmp_path, tmp_path / "nothing"):
        said = refused(*command, "--state", str(state), status=78)
        assert "tingche-hub serve --state" in said


def test_keys_of_another_hub_are_noticed_before_a_device_is_turned_away(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        with HubProcess("serve", "--state", str(folder), *PORTS, log=tmp_path / "hub.log") as hub:
            assert hub.stop() == 0
    (folders[0] / "keys").rename(tmp_path / "away")
    assert "missing" in refused("serve", "--state", str(folders[0]), *PORTS, status=78)
    (folders[1] / "keys").rename(folders[0] / "keys")
    said = refused("serve", "--state", str(folders[0]), *PORTS, status=78)
    assert "does not belong" in said
    assert "does not belong" in refused("claim", "--kind", "head_unit", "--state", str(folders[0]), status=78)


def test_the_state_folder_may_not_be_a_file(tmp_path):
    (tmp_path / "file").write_text("")
    said = refused("serve", "--state", str(tmp_path / "file" / "hub"), *PORTS, status=78)
    assert "cannot be written" in said


@pytest.mark.parametrize(
    "command",
    [
        "serve",
        "broker",
        "claim",
        "people list",
        "audit verify",
        "tickets",
        "contact",
        "devices",
        "revoke",
        "erasures",
        "refusals",
    ],
)
def test_every_command_explains_itself(command):
    done = run_hub(*command.split(), "--help")
    assert done.returncode == 0
    assert re.search(r"--state DIRECTORY\s+The hub's state folder", done.stdout)
