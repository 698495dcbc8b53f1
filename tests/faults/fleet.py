"""A fleet loses its broker: `python -m tests.faults.fleet --devices 1000`. Real mosquitto, real hub, real sync engines.

The broker dies, every device gets a backlog, the broker returns. Then at most 5 % of the fleet connects in any second,
and every record becomes one ticket.
"""

import argparse
import base64
import json
import os
import random
import resource
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.contract.messages import DeviceKind
from hub.adapters.database.fleet_store import EnrolledDevice, FleetStore
from hub.fleet.claims import Claim
from hub.fleet.enrolment import read_request
from hub.runtime import open_hub, utc_now
from tests.builders import feedback
from tests.fakes.field_device import FieldDevice, new_id
from tests.fakes.light_fleet import Fleet
from tests.fakes.line import Line

MOST_IN_A_SECOND = 0.05
RECORDS_EACH = 3
OUTAGE_S = 5.0
EVERYTHING_WITHIN_S = 180.0


def enrol(state: Path, count: int) -> list[FieldDevice]:
    """So many devices, straight into the hub's database; the road over HTTP has its own tests."""
    devices = []
    with open_hub(state, None) as hub:
        store = FleetStore(hub.database)
        sign = hub.keys.sign.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
        seal = base64.b64encode(hub.keys.seal.public_key().public_bytes_raw()).decode()
        for number in range(count):
            device = FieldDevice()
            code = f"fleet-{number}"
            claim = Claim(hub.tenant, DeviceKind.CHARGER_KIOSK, "12号站", utc_now() + timedelta(hours=1))
            store.add_claim(code, claim, utc_now())
            request = read_request(json.dumps(device.request("0123456789")).encode())
            enrolled = store.enrol(code, request, lambda _tenant, name: f"none for {name}", utc_now(), os.urandom)
            assert isinstance(enrolled, EnrolledDevice)
            device.identity = {"tenant": hub.tenant, "device": enrolled.device}
            device.identity |= {"hub_seal_key": seal, "hub_sign_key_pem": sign}
            devices.append(device)
    return devices


def play(folder: Path, count: int, seed: int) -> None:
    """The whole story; raises AssertionError where it does not go as promised."""
    chance = random.Random(seed).random  # noqa: S311 - repeatable chance, nothing secret
    with Line(folder).running() as line:
        devices = enrol(line.hub_state, count)
        fleet = Fleet(devices, line.broker.port, chance)
        try:
            for device in fleet.devices:
                device.start()
            assert fleet.run_until(lambda: all(device.up for device in fleet.devices), 60), "not all came up"
            line.broker.kill()
            fleet.run_until(lambda: not any(device.up for device in fleet.devices), 10)
            for device in fleet.devices:
                said = [feedback(record_id=new_id()) for _ in range(RECORDS_EACH)]
                device.put({one.record_id: device.device.frame(one) for one in said})
            fleet.run_until(lambda: False, OUTAGE_S)
            line.broker.start()
            back = time.monotonic()
            arrived = fleet.run_until(lambda: not any(device.pending for device in fleet.devices), EVERYTHING_WITHIN_S)
            took = time.monotonic() - back
            assert arrived, f"{sum(len(device.pending) for device in fleet.devices)} records have no receipt"
        finally:
            fleet.close()
        per_second = Counter(int(at - back) for device in fleet.devices for at in device.connects if at >= back)
        busiest = max(per_second.values()) / count
        made, distinct = line.query("SELECT count(*), count(DISTINCT record_id) FROM tickets")[0]
        print(
            f"{count} devices, {made} tickets for {count * RECORDS_EACH} records, all receipted {took:.0f} s after the "
            f"broker returned; busiest second: {busiest:.1%} of the fleet connect"
        )
        assert made == distinct == count * RECORDS_EACH
        assert busiest <= MOST_IN_A_SECOND


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--devices", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # the broker inherits it
    with tempfile.TemporaryDirectory(prefix="fleet-") as folder:
        play(Path(folder), chosen.devices, chosen.seed)


if __name__ == "__main__":
    main()
