"""Beyond loopback everything is mutual TLS: the shipped broker configuration, real mosquitto, enrolment over https."""

import json
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.processes import AGENT, HUB, Processes, eventually
from tests.fakes.loopback_port import free_port, wait_for_listener
from tests.fakes.mosquitto import mosquitto_program

PACKAGING = Path(__file__).parent.parent.parent / "packaging" / "mosquitto"

pytestmark = pytest.mark.broker


@pytest.fixture
def processes(tmp_path):
    started = Processes(tmp_path)
    yield started
    started.end_all()


@pytest.fixture
def broker(tmp_path):
    """Starts the shipped configuration once the hub has made its certificates."""
    running = []

    def start(hub_state: Path, port: int) -> subprocess.Popen[bytes]:
        for name in ("mosquitto.conf", "mosquitto.acl"):
            text = (PACKAGING / name).read_text(encoding="utf-8")
            text = text.replace("HUB_STATE", str(hub_state)).replace("PORT\n", f"{port} 127.0.0.1\n")
            (hub_state / name).write_text(text.replace("TENANT", "demo"), encoding="utf-8")
        configuration = hub_state / "mosquitto.conf"
        with configuration.open("a", encoding="utf-8") as file:
            file.write("user root\n")  # pytest's folders are closed to the user that mosquitto changes to
        process = subprocess.Popen([mosquitto_program(), "-c", str(configuration)], stderr=subprocess.DEVNULL)
        running.append(process)
        assert wait_for_listener(port, lambda: process.poll() is None)
        return process

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=10)


def test_a_rating_becomes_a_ticket_over_mutual_tls_from_enrolment_to_receipt(tmp_path, processes, broker):
    hub_state, car = tmp_path / "hub", tmp_path / "car"
    port = free_port()
    options = ["--broker", f"mqtts://127.0.0.1:{port}", "--http-port", "0", "--enrol-listen", "127.0.0.1:0", "--json"]
    hub = processes.start("hub", [HUB, "serve", "--state", str(hub_state), *options])
    broker(hub_state, port)
    claim = processes.run([HUB, "claim", "--state", str(hub_state), "--kind", "head_unit", "--json"])[0]["claim"]
    assert hub.ready["enrol"].startswith("https://")
    processes.run([AGENT, "provision", "--state", str(car), "--hub", hub.ready["enrol"], "--claim", claim, "--json"])
    assert json.loads((car / "identity.json").read_text())["mqtt"] == {"host": "127.0.0.1", "port": port, "tls": True}
    processes.start("agent", [AGENT, "run", "--state", str(car), "--json"])
    events = processes.run([AGENT, "rate", "2", "--state", str(car), "--agree", "--wait", "30", "--json"])
    assert [e["event"] for e in events] == ["recorded", "ticket"]


def test_a_device_with_another_authoritys_certificate_gets_no_link_and_keeps_everything(tmp_path, processes, broker):
    hub_state, other_state, car = tmp_path / "hub", tmp_path / "other", tmp_path / "car"
    ports = {hub_state: free_port(), other_state: free_port()}
    hubs = {}
    for state, port in ports.items():
        options = ["--broker", f"mqtts://127.0.0.1:{port}", "--http-port", "0", "--enrol-listen", "127.0.0.1:0"]
        hubs[state] = processes.start(state.name, [HUB, "serve", "--state", str(state), *options, "--json"])
    broker(hub_state, ports[hub_state])
    claim = processes.run([HUB, "claim", "--state", str(other_state), "--kind", "head_unit", "--json"])[0]["claim"]
    enrol_at = hubs[other_state].ready["enrol"]
    processes.run([AGENT, "provision", "--state", str(car), "--hub", enrol_at, "--claim", claim, "--json"])
    identity = json.loads((car / "identity.json").read_text())
    identity["mqtt"]["port"] = ports[hub_state]
    (car / "identity.json").write_text(json.dumps(identity))
    shutil.copy(hub_state / "keys" / "ca.pem", car / "keys" / "hub_ca.pem")  # it trusts the broker; the broker not it
    processes.start("agent", [AGENT, "run", "--state", str(car), "--json"])
    processes.run([AGENT, "rate", "2", "--state", str(car), "--agree", "--json"])

    def refused():
        status = processes.run([AGENT, "status", "--state", str(car), "--json"])[0]
        return status if status["link"]["detail"] and not status["link"]["connected"] else None

    status = eventually(refused, "the device hears that the broker does not take it")
    assert status["queue"]["waiting"] == 1
    assert status["ledger"]["balanced"]


def test_a_claim_is_never_sent_to_a_hub_that_is_not_its_own(tmp_path, processes):
    hubs = {}
    for name in ("mine", "other"):
        options = ["--http-port", "0", "--mqtt-port", "0", "--enrol-listen", "127.0.0.1:0", "--json"]
        hubs[name] = processes.start(name, [HUB, "serve", "--state", str(tmp_path / name), *options])
    claim = processes.run([HUB, "claim", "--state", str(tmp_path / "mine"), "--kind", "head_unit", "--json"])[0][
        "claim"
    ]
    result = subprocess.run(
        [AGENT, "provision", "--state", str(tmp_path / "car"), "--hub", hubs["other"].ready["enrol"], "--claim", claim],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 78
    assert "not the one that made this claim" in result.stderr
    assert not (tmp_path / "car" / "identity.json").exists()


def test_a_revoked_device_is_refused_by_the_broker_and_keeps_what_it_has(tmp_path, processes, broker):
    hub_state, cars = tmp_path / "hub", [tmp_path / "stolen", tmp_path / "other"]
    port = free_port()
    options = ["--broker", f"mqtts://127.0.0.1:{port}", "--http-port", "0", "--enrol-listen", "127.0.0.1:0", "--json"]
    hub = processes.start("hub", [HUB, "serve", "--state", str(hub_state), *options])
    mosquitto = broker(hub_state, port)
    for car in cars:
        claim = processes.run([HUB, "claim", "--state", str(hub_state), "--kind", "head_unit", "--json"])[0]["claim"]
        told = ["--hub", hub.ready["enrol"], "--claim", claim]
        processes.run([AGENT, "provision", "--state", str(car), *told, "--json"])
    stolen = json.loads((cars[0] / "identity.json").read_text())["device"]
    processes.run([HUB, "revoke", stolen, "--state", str(hub_state), "--json"])
    mosquitto.send_signal(signal.SIGHUP)
    for car in cars:
        processes.start(car.name, [AGENT, "run", "--state", str(car), "--json"])
        processes.run([AGENT, "rate", "2", "--state", str(car), "--agree", "--json"])

    def status(car: Path) -> dict[str, Any]:
        return processes.run([AGENT, "status", "--state", str(car), "--json"])[0]

    eventually(lambda: status(cars[1])["ledger"]["receipted"] == 1, "the other device is served as before")
    eventually(lambda: status(cars[0])["link"]["detail"], "the revoked device has tried and failed")
    assert status(cars[0])["link"]["connected"] is False
    assert status(cars[0])["ledger"]["pending"] == 1
