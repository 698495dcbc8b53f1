"""The intake as a process of its own: listener, intake and answers share no interpreter with the pages.

    hub -> us      one line of JSON, `IntakeSettings`; then standard input stays open, and its end asks us to stop
    us  -> hub     one line: "up" once the broker granted the subscription, "away" when it does not answer yet

A hub that is killed closes standard input too: we end the batch at hand and leave. Nothing is lost when we are killed
ourselves, since only a receipt frees a record on its device.
"""

import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path

from hub.adapters.database.answer_store import AnswerStore
from hub.adapters.database.intake_store import IntakeStore
from hub.adapters.database.push_store import PushStore
from hub.adapters.intake_processes import AWAY, UP, IntakeSettings
from hub.adapters.mqtt_listener import MqttListener, TlsFiles
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.commands.options import log_to_stderr
from hub.fleet.broker_address import BrokerAddress
from hub.pushing.worker import PushWorker
from hub.runtime import Hub, open_hub, utc_now
from hub.workers import AnswerWorker, IntakeWorker

_BROKER_WAIT_S = 5.0
"""How long "ready" waits for the subscription: what devices send before it gets no receipt until they send again."""
_GC_OBJECTS = 20_000
"""Objects made before Python looks for cycles, instead of 700: a batch makes many, and none in cycles (measured: a
sixth of the time for a record)."""
_SWITCH_S = 0.001
"""How soon a thread that read from the network gets its turn beside one that computes; Python's own is 5 ms."""


def main() -> None:
    """Work until standard input ends."""
    for number in (signal.SIGINT, signal.SIGTERM):  # Ctrl-C reaches the whole group; the hub decides when to stop
        signal.signal(number, signal.SIG_IGN)
    settings = IntakeSettings(**json.loads(sys.stdin.readline()))
    log_to_stderr()
    sys.setswitchinterval(_SWITCH_S)
    gc.freeze()
    gc.set_threshold(_GC_OBJECTS)
    with open_hub(Path(settings.state), settings.database) as hub:
        _run(hub, settings)


def _run(hub: Hub, settings: IntakeSettings) -> None:
    """On the way back: no new frames, then the batch at hand, then the answers."""
    address = BrokerAddress(settings.host, settings.port, settings.tls)
    tls = TlsFiles(hub.keys.ca_file, *hub.keys.client_files()) if address.tls else None
    wake, stopping = threading.Event(), threading.Event()
    listener = MqttListener(address, tls, wake.set, shared=settings.workers > 1)
    queue = AnswerStore(hub.database, settings.worker, settings.workers)
    answers = AnswerWorker(listener, queue, hub.keys.sign, utc_now, wake)
    journal = TombstoneJournal(hub.state.tombstones_file)
    store = IntakeStore(hub.database, settings.worker, journal.append)
    intake = IntakeWorker(listener, store, hub.keys.opening.get, utc_now, wake.set)
    pushes = PushWorker(listener, PushStore(hub.database, os.urandom), hub.keys.sign, utc_now)
    runs = {"intake": intake.run, "answers": answers.run}
    if settings.worker == 0:  # one for all processes: each copy is sent once
        runs["pushes"] = pushes.run
    threads = [threading.Thread(target=run, args=(stopping,), name=name, daemon=True) for name, run in runs.items()]
    for thread in threads:
        thread.start()
    listener.start()
    sys.stdout.write(f"{UP if listener.wait_until_up(_BROKER_WAIT_S) else AWAY}\n")
    sys.stdout.flush()
    sys.stdin.read()
    stopping.set()
    wake.set()
    for thread in threads:
        thread.join()
    listener.stop()


if __name__ == "__main__":
    main()
