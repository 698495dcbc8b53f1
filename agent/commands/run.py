"""`tingche-agent run`: the agent itself."""

import json
import logging
import signal
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import click

from agent.commands._arena import share_one_arena
from agent.commands._client import json_option, models_option, profile_option, state_option


@click.command(short_help="Run the agent: serve requests, forward what waits.")
@state_option
@profile_option
@models_option
@click.option(
    "--pages",
    "pages_port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Serve the pages on this port of loopback, whatever the profile says; 0 takes any free one.",
)
@json_option
def run(state: Path, profile: str | None, models_root: Path | None, pages_port: int | None, as_json: bool) -> None:
    """Run until SIGTERM or Ctrl-C. Whatever was acknowledged survives both, and a kill, and a power cut.

    While it runs, the other commands with the same --state talk to it.

    \b
    Example:
      tingche-agent run --state ./car --pages 8470
    """
    share_one_arena()
    from agent.runtime import Agent

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    with Agent(state, profile=profile, models_root=models_root) as agent, ExitStack() as opened:
        opened.callback(agent.listen().close)
        pages = agent.open_pages(pages_port)
        if pages is not None:
            opened.callback(pages.close)
        agent.begin_asking()
        speech = agent.warm_up()
        where = None if pages is None else pages.url
        if as_json:
            ready = {"event": "ready", "device": agent.identity.device, "speech": speech, "pages": where}
            print(json.dumps(ready), flush=True)
        else:
            print(f"听车 {agent.identity.kind} {agent.identity.device} 已就绪 ready")
            if where is not None:
                print(f"页面 pages: {where}")
            print(f"语音识别 speech: {speech}", flush=True)
        stop.wait()
