"""`tingche-agent run`: the agent itself."""

import json
import logging
import signal
import sys
import threading
from pathlib import Path

import click

from agent.commands._client import json_option, models_option, profile_option, state_option


@click.command(short_help="Run the agent: serve requests, forward what waits.")
@state_option
@profile_option
@models_option
@json_option
def run(state: Path, profile: str | None, models_root: Path | None, as_json: bool) -> None:
    """Run until SIGTERM or Ctrl-C. Whatever was acknowledged survives both, and a kill, and a power cut.

    While it runs, the other commands with the same --state talk to it.
    """
    from agent.runtime import Agent

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    with Agent(state, profile=profile, models_root=models_root) as agent:
        server = agent.listen()
        speech = agent.warm_up()
        if as_json:
            print(json.dumps({"event": "ready", "device": agent.identity.device, "speech": speech}), flush=True)
        else:
            print(f"听车 {agent.identity.kind} {agent.identity.device} 已就绪 ready")
            print(f"语音识别 speech: {speech}", flush=True)
        stop.wait()
        server.close()
