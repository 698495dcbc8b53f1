"""A real agent process is told what happened by a charger, a vehicle and a technician, and asks."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest
from websockets.sync.client import connect

from agent.signals import signal as vss
from tests.contract.test_tcec102_tap import BILLED, PLATE, SECRETS, Platform
from tests.e2e.processes import eventually
from tests.fakes.agent_process import AGENT, AgentProcess
from tests.fakes.databroker import Databroker
from tests.fakes.loopback_port import free_port

ENDED = {
    "eventType": "Ended",
    "timestamp": "2020-03-01T08:20:00Z",
    "triggerReason": "EVDeparted",
    "seqNo": 3,
    "transactionInfo": {"transactionId": "T-1", "stoppedReason": "EVDisconnected"},
    "idToken": {"idToken": "LOYALTY-4711", "type": "ISO14443"},
}


def test_a_technician_raises_a_question_and_status_counts_what_became_of_it(tmp_path):
    with AgentProcess(tmp_path, "head_unit") as agent:
        agent.command("cabin", "--parked")
        told = agent.command("trigger", "charging_done", "--fact", "kwh=30")
        assert "本次充电体验如何" in told
        assert "支付麻烦" in told
        assert "day_is_full" not in told
        agent.do("leave", question=agent.asks()["number"])
        assert "claim" not in json.dumps(agent.asks())
        assert "after_claim (day_is_full)" in agent.command("trigger", "claim_closed")
        questions = json.loads(agent.command("status", "--json"))["questions"]
        assert questions == {"asked": {"dismissed": 1}, "not_asked": {"day_is_full": 1}, "now": None}
        assert "day_is_full 1" in agent.command("status")


def test_the_end_of_a_charge_told_by_the_charger_is_a_question_whatever_its_clock_says(tmp_path):
    port = free_port()
    with AgentProcess(tmp_path, "charger_kiosk", f"[charging]\nocpp_port = {port}\n") as agent:
        with connect(f"ws://127.0.0.1:{port}", subprotocols=["ocpp2.0.1"]) as charger:
            charger.send(json.dumps([2, "9", "TransactionEvent", ENDED]))
            question = eventually(agent.asks, "a question")
        assert (question["rule"], [one["zh"] for one in question["answers"]]) == ("charge", ["快", "慢", "支付麻烦"])
        assert b"LOYALTY-4711" not in b"".join(file.read_bytes() for file in tmp_path.glob("agent.db*"))


def test_the_end_of_a_charge_told_by_the_operators_platform_is_a_question(tmp_path):
    port, agreed = free_port(), tmp_path / "tcec.toml"
    agreed.write_text(SECRETS)
    agreed.chmod(0o600)
    profile = f'[charging]\ntcec_port = {port}\ntcec_secrets = "{agreed}"\n'
    with AgentProcess(tmp_path, "charger_kiosk", profile) as agent:
        platform = Platform(port)
        assert platform.tell("notification_charge_order_info", BILLED)[0] == 0
        assert agent.asks()["rule"] == "charge"
        platform.post("notification_charge_order_info", platform.sealed(BILLED, Seq="0002") | {"Seq": "0003"})
        assert "tcec102: ended 1, refused 1" in agent.command("status")
        platform.http.close()
    files = b"".join(file.read_bytes() for file in (*tmp_path.glob("agent.db*"), tmp_path / "log"))
    assert PLATE.encode() not in files
    assert BILLED["StartChargeSeq"].encode() not in files


@pytest.mark.parametrize(("mode", "said"), [(0o644, "chmod 600"), (None, "charging.tcec_secrets")])
def test_a_secret_that_others_can_read_or_that_is_not_there_refuses_to_start(tmp_path, mode, said):
    agreed = tmp_path / "tcec.toml"
    if mode is not None:
        agreed.write_text(SECRETS)
        agreed.chmod(mode)
    agent = AgentProcess(tmp_path, "charger_kiosk", f'[charging]\ntcec_port = 9\ntcec_secrets = "{agreed}"\n')
    ended = subprocess.run(
        [*AGENT, "run", "--state", str(agent.state)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode != 0
    assert said in ended.stderr
    assert "1234567890abcdef" not in ended.stdout + ended.stderr


def test_a_vehicle_that_moves_is_asked_by_voice_alone_and_not_on_a_quiet_trip(tmp_path):
    broker = Databroker(vss.SPEED, vss.BATTERY_HOTTEST)
    try:
        with AgentProcess(tmp_path, "head_unit", f'[vehicle]\ndatabroker = "127.0.0.1:{broker.port}"\n') as agent:
            broker.put(vss.SPEED, float=0.0)
            eventually(lambda: "after_claim" in agent.command("trigger", "claim_closed") or agent.asks(), "parked")
            assert agent.asks()["rule"] == "after_claim"
            broker.put(vss.SPEED, float=50.0)
            eventually(lambda: agent.asks() is None, "the text leaves the screen of a vehicle that moves")
            broker.put(vss.BATTERY_HOTTEST, float=70.0)
            question = eventually(agent.asks, "a question about safety")
            assert question["rule"] == "battery_hot"
            agent.do("leave", question=question["number"])
            agent.command("consent", "not-this-trip")
            assert "not_this_trip" in agent.command("trigger", "charging_done")
    finally:
        broker.close()


def test_not_this_trip_is_over_when_the_ignition_is_switched_off(tmp_path):
    broker = Databroker(vss.POWER)
    try:
        with AgentProcess(tmp_path, "head_unit", f'[vehicle]\ndatabroker = "127.0.0.1:{broker.port}"\n') as agent:
            broker.subscribed.get(timeout=30)
            broker.put(vss.POWER, string="ON")
            agent.command("consent", "not-this-trip")
            assert "not_this_trip" in agent.command("trigger", "charging_done")
            broker.put(vss.POWER, string="OFF")
            eventually(lambda: "not this trip" not in agent.command("status"), "the trip is over")
            assert "本次充电体验如何" in agent.command("trigger", "charging_done")
    finally:
        broker.close()


def test_a_recording_is_played_into_the_running_agent_which_asks_by_its_own_rules(tmp_path):
    drive = tmp_path / "drive.jsonl"
    lines = [
        {"at": "2026-03-01T08:00:00Z", "signal": vss.SPEED, "value": 50.0},
        {"at": "2026-03-01T08:00:20Z", "signal": vss.BATTERY_HOTTEST, "value": 70.0},
        {"at": "2026-03-01T08:00:21Z", "answer": ["yes"]},
        {"at": "2026-03-01T08:00:40Z", "event": "claim_closed", "facts": {"days": 3}},
    ]
    drive.write_text("".join(json.dumps(line) + "\n" for line in lines))
    state = tmp_path / "car"
    with AgentProcess(state, "head_unit") as agent:
        told = agent.command("replay", str(drive), "--into", str(state), "--speed", "100", state=False)
        assert "电池过热，需要紧急救援吗？" in told
        assert "3 行" in told
        assert agent.asks()["rule"] == "battery_hot", "safety first; the other waits until the car stands"


def test_of_a_position_that_may_be_looked_at_only_marks_are_kept_and_they_go_with_anybodys_data(tmp_path):
    broker = Databroker(vss.SPEED, vss.LATITUDE, vss.LONGITUDE)
    profile = f'[vehicle]\ndatabroker = "127.0.0.1:{broker.port}"\nposition = true\n'
    try:
        with AgentProcess(tmp_path, "head_unit", profile) as agent:
            broker.put(vss.LATITUDE, double=31.2304)
            broker.put(vss.LONGITUDE, double=121.4737)

            def marks():
                with closing(sqlite3.connect(tmp_path / "agent.db")) as db:
                    return db.execute("SELECT mark, day FROM visited_squares").fetchall()

            ((mark, _day),) = eventually(marks, "the square is marked")
            assert len(mark) == 16
            broker.put(vss.LATITUDE, double=31.2305)
        files = b"".join(file.read_bytes() for file in tmp_path.glob("agent.db*"))
        assert b"31.23" not in files
        assert b"121.47" not in files
        with AgentProcess(tmp_path, "head_unit", profile, enrolled=True) as agent:
            agent.command("consent", "stores")
            agent.do("consent_grant", subject="driver", purposes=["improve_service"], period="7d")
            agent.do("erase", who="driver", everything=True)
            eventually(lambda: not marks(), "the marks go with anybody's data")
    finally:
        broker.close()
