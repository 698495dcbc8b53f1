"""A real agent process beside a databroker: what the command line says of the car, and what is kept of it."""

import json
import subprocess

from agent.signals import signal as vss
from tests.e2e.processes import eventually
from tests.fakes.agent_process import AGENT, AgentProcess
from tests.fakes.databroker import Databroker

PURPOSES = ("--purpose", "improve_service", "--purpose", "attach_vehicle_state")


def readings(agent) -> list[str]:
    (told,) = agent.do("export", who="driver")
    return [one["name"] for one in told["stores"]["vehicle_state"]]


def kept(agent) -> list[dict]:
    (told,) = agent.do("export", who="driver")
    return [one["record"] for one in told["records"]]


def test_the_command_line_says_what_is_attached_and_leaves_it_out_when_told(tmp_path):
    broker = Databroker(vss.BATTERY_HOTTEST, vss.SPEED, vss.LATITUDE)
    profile = f'[vehicle]\ndatabroker = "127.0.0.1:{broker.port}"\nattach = ["{vss.BATTERY_HOTTEST}", "{vss.SPEED}"]\n'
    broker.put(vss.BATTERY_HOTTEST, float=38.5)
    broker.put(vss.SPEED, float=47.0)
    broker.put(vss.LATITUDE, double=31.2304)
    try:
        with AgentProcess(tmp_path, "head_unit", profile) as agent:
            agent.command("consent", "grant", *PURPOSES, "--period", "7d")
            eventually(lambda: len(readings(agent)) == 2, "both are told")
            said = agent.command("say", "--text", "空调不凉")
            assert "附车辆状态 Car  battery_temperature 38 ℃, speed 30-60 km/h" in said
            assert "附车辆状态" not in agent.command("say", "--text", "空调还是不凉", "--without-vehicle")
            with_car, without = kept(agent)
            assert [one["name"] for one in with_car["vehicle"]["readings"]] == ["battery_temperature", "speed"]
            assert without["vehicle"] is None
            assert "31.2" not in json.dumps(with_car)
            stores = {one["name"]: one for one in agent.do("stores")[0]["stores"]}
            assert stores["vehicle_state"]["kept"].startswith("60 s, and what each signal stands at")
            agent.command("consent", "withdraw", "--purpose", "attach_vehicle_state")
            assert readings(agent) == []
            assert [one["vehicle"] for one in kept(agent)] == [None]
    finally:
        broker.close()


def test_an_agent_whose_profile_names_a_place_does_not_start_and_says_why(tmp_path):
    AgentProcess(tmp_path, "head_unit", f'[vehicle]\nattach = ["{vss.LATITUDE}"]\n')
    done = subprocess.run(
        [*AGENT, "run", "--state", str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode not in {0, 1}
    assert "Vehicle.CurrentLocation.Latitude tells where the car is, and is never attached" in done.stderr
    assert "Traceback" not in done.stderr
