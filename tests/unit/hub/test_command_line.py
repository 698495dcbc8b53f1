"""What the command line knows without loading anything."""

import subprocess
import sys

from agent.contract.messages import DeviceKind
from hub.commands.claim import KINDS


def test_claim_offers_every_kind_of_device_of_the_contract():
    assert list(KINDS) == [kind.value for kind in DeviceKind]


def test_help_loads_no_database_no_broker_and_no_web_server():
    program = (
        "import sys, hub.__main__ as m\n"
        "sys.argv = ['tingche-hub', '--help']\n"
        "try:\n    m.main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'sqlalchemy', 'paho', 'starlette', 'uvicorn', 'pydantic', 'cryptography', 'iotcore'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == "[]"
    assert "claim" in done.stdout
