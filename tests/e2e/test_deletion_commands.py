"""A person's data by commands on a device of its own: given, exported, erased, proven; no file is unaccounted for."""

import json
import os
import subprocess

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.adapters.key_file import FileKeys
from agent.adapters.state_files import FILES
from tests.e2e.processes import AGENT
from tests.fakes.device import HubKeys


def run(*command: str, status: int = 0) -> str:
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False, timeout=120)
    assert done.returncode == status, done.stderr
    return done.stdout


def test_a_person_gives_takes_along_deletes_and_can_prove_it(tmp_path):
    state, hub = tmp_path / "car", HubKeys()
    keys = FileKeys.create(state / "keys")
    keys.keep_masking_key(bytes(32))
    (state / "identity.json").write_text(hub.identity().model_dump_json())
    (state / "profile.toml").write_text('kind = "head_unit"\n')
    for name, key in (("device", keys.signing_key()), ("hub", hub.sign)):
        pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (tmp_path / f"{name}.pem").write_bytes(pem)
    run(AGENT, "consent", "switch", "improve_service", "on", "--period", "90d", "--state", str(state))
    run(AGENT, "rate", "2", "--state", str(state))
    run(AGENT, "export", "driver", "--zip", str(tmp_path / "mine.zip"), "--state", str(state))
    assert (tmp_path / "mine.zip").stat().st_size > 0
    assert FILES.unknown(state) == [], "every file of a device that lived is in the registry"
    erased = json.loads(run(AGENT, "erase", "driver", "--yes", "--state", str(state), "--json"))
    assert erased["wal_truncated"]
    receipt = tmp_path / "deletion.json"
    run(AGENT, "receipt", erased["erasure_id"], "--out", str(receipt), "--state", str(state))
    told = run(
        *(AGENT, "verify-receipt", str(receipt), "--json"),
        *("--device-key", str(tmp_path / "device.pem"), "--hub-key", str(tmp_path / "hub.pem")),
        status=3,
    )
    assert json.loads(told)["verdict"] == "hub_waiting"
    assert FILES.unknown(state) == []
