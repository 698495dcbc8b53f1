"""`tingche-agent keys rotate` on a device of its own: the old key is gone, and what it protected is readable."""

import json
import os
import subprocess

from agent.adapters.key_file import FileKeys
from tests.e2e.processes import AGENT
from tests.fakes.device import HubKeys


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, env=os.environ, check=True, timeout=120)


def test_keys_rotate_replaces_the_device_key_and_people_find_what_they_left(tmp_path):
    state = tmp_path / "car"
    FileKeys.create(state / "keys").keep_masking_key(bytes(32))
    (state / "identity.json").write_text(HubKeys().identity().model_dump_json())
    (state / "profile.toml").write_text('kind = "head_unit"\n')
    run(AGENT, "rate", "3", "--state", str(state), "--agree")
    before = (state / "keys" / "wrapping.key").read_bytes()
    told = json.loads(run(AGENT, "keys", "rotate", "--state", str(state), "--json").stdout)
    assert told == {"event": "keys_rotated", "rewrapped": 2}
    assert "设备密钥已更换" in run(AGENT, "keys", "rotate", "--state", str(state)).stdout
    keys = {path.name: path.read_bytes() for path in (state / "keys").iterdir()}
    assert before not in keys.values()
    assert "wrapping.key.next" not in keys
    (record,) = json.loads(run(AGENT, "export", "driver", "--state", str(state), "--json").stdout)["records"]
    assert record["record"]["rating"] == 3
    status = json.loads(run(AGENT, "status", "--state", str(state), "--json").stdout)
    assert status["ledger"]["balanced"]
    assert status["losses"] == []
    assert status["flash"]["written_today"] >= 0
    assert "Example" in run(AGENT, "keys", "rotate", "--help").stdout
