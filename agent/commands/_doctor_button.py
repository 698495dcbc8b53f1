"""`tingche-agent doctor button`: which key a button sends, for `button.key` of the profile."""

import queue
import time
from typing import Final

import click

from agent.adapters.key_device import KeyDevice
from agent.commands._client import json_option, print_json
from agent.errors import TechnicianNeededError

_LONGEST_WAIT_S: Final = 60


@click.command()
@click.argument("device", metavar="DEVICE")
@click.option(
    "--seconds",
    default=10.0,
    show_default=True,
    type=click.FloatRange(0.5, _LONGEST_WAIT_S),
    help="How long to wait for presses.",
)
@json_option
def button(device: str, seconds: float, as_json: bool) -> None:
    """Show the code of each key that DEVICE sends, and how long it was held. Press the button a few times.

    Ends with status 78 where nothing came: another device, or its wire. `ls -l /dev/input/by-path` names them.

    \b
    Example:
      tingche-agent doctor button /dev/input/by-path/platform-gpio-keys-event
    """
    told: queue.Queue[tuple[int, bool]] = queue.Queue()
    keys = KeyDevice(device, None, lambda code, down: told.put((code, down)))
    if not as_json:
        print(f"请按几下按钮，{seconds:.0f} 秒。Press the button a few times, {seconds:.0f} s.", flush=True)
    keys.start()
    try:
        presses = _show(told, time.monotonic() + seconds, as_json=as_json)
    finally:
        keys.close()
    if not presses:
        raise TechnicianNeededError(
            f"没有收到按键。No key came from {device}: try another one of /dev/input/by-path, or look after its wire."
        )


def _show(told: "queue.Queue[tuple[int, bool]]", ends_at: float, *, as_json: bool) -> int:
    presses, since = 0, {}
    while (left_s := ends_at - time.monotonic()) > 0:
        try:
            code, down = told.get(timeout=left_s)
        except queue.Empty:
            break
        if down:
            since[code] = time.monotonic()
            continue
        presses += 1
        held_ms = round(1000 * (time.monotonic() - since.pop(code)))
        if as_json:
            print_json({"event": "key", "code": code, "held_ms": held_ms})
        else:
            print(f"key = {code}    按了 held {held_ms} ms", flush=True)
    return presses
