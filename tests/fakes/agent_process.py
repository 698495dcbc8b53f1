"""A real `tingche-agent run` on a device that was enrolled with nobody: everything of it but a network."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from agent.adapters import control_socket
from agent.adapters.key_file import FileKeys
from agent.contract.messages import DeviceKind
from tests.fakes.device import HubKeys

AGENT = (sys.executable, "-m", "agent")


class AgentProcess:
    """Use as a context manager.

    Args:
        state: its folder.
        kind: head_unit, charger_kiosk or service_terminal.
        profile: more lines of its profile, as TOML.
        enrolled: the folder is from before: everything is as it was.
    """

    def __init__(self, state: Path, kind: str, profile: str = "", *, enrolled: bool = False) -> None:
        self.state, self.hub = state, HubKeys()
        if enrolled:
            return
        FileKeys.create(state / "keys").keep_masking_key(bytes(range(32)))
        identity = self.hub.identity().model_copy(update={"kind": DeviceKind(kind)})
        (state / "identity.json").write_text(identity.model_dump_json())
        anonymous = str(kind != "head_unit").lower()
        head = f'kind = "{kind}"\nanonymous_visits = {anonymous}\n[speech]\nmodels = []\n'
        (state / "profile.toml").write_text(head + profile)

    def __enter__(self) -> Self:
        with (self.state / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*AGENT, "run", "--state", str(self.state), "--json"], stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, (self.state / "log").read_text()
        self.ready: dict[str, Any] = json.loads(line)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        assert self.process.wait(30) == 0
        assert self.process.stdout is not None
        self.process.stdout.close()

    def do(self, what: str, **request: Any) -> list[dict[str, Any]]:
        """One request over the control socket, and its events; questions are answered with nothing."""
        return list(control_socket.request(self.state, {"do": what, **request}, lambda _: {}))

    def asks(self) -> dict[str, Any] | None:
        """The question that stands there now."""
        (told,) = self.do("question")
        return told["asks"]

    def command(self, *arguments: str, state: bool = True) -> str:
        """A command, mostly with this device's state, which has to succeed; what it printed."""
        named = ["--state", str(self.state)] if state else []
        done = subprocess.run([*AGENT, *arguments, *named], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
