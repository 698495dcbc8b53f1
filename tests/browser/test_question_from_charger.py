"""A kiosk from one end to the other: a real agent process, the charger's own frames, a real browser, the store."""

import json

import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

from tests.fakes.agent_process import AgentProcess
from tests.fakes.loopback_port import free_port

pytestmark = pytest.mark.browser

START = [
    2,
    "1",
    "StartTransaction",
    {"connectorId": 1, "idTag": "LOYALTY-4711", "meterStart": 0, "timestamp": "2026-03-01T08:00:00Z"},
]
STOP = [2, "2", "StopTransaction", {"transactionId": 7, "meterStop": 30000, "timestamp": "2026-03-01T08:40:00Z"}]


def test_a_charge_ends_and_the_kiosk_asks_drills_down_thanks_and_has_one_record(tmp_path, look):
    port = free_port()
    profile = f"[surface]\nport = 0\n[charging]\nocpp_port = {port}\n"
    with AgentProcess(tmp_path, "charger_kiosk", profile) as agent:
        window = look(agent.ready["pages"], 1080, 1920, link_may_break=True, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        window.wait_for_timeout(500)
        with connect(f"ws://127.0.0.1:{port}", subprotocols=["ocpp1.6"]) as charger:
            charger.send(json.dumps(START))
            charger.send(json.dumps(STOP))
            expect(window.locator("#app.question h1")).to_contain_text("本次充电体验如何？")
        window.get_by_role("button", name="慢").click()
        window.get_by_role("button", name="充电速度").click()
        expect(window.locator("#app.thanks")).to_be_visible()
        status = json.loads(agent.command("status", "--json"))
        assert status["ledger"]["accepted"] == 1
        assert status["queue"]["by_priority"] == {"answer": 1}
        assert status["questions"]["asked"] == {"answered": 1}
    assert b"LOYALTY" not in b"".join(file.read_bytes() for file in tmp_path.glob("agent.db*"))
