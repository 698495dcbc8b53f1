"""thingsboard-gateway's SQLite storage, driven as its gateway drives it. In an environment of its own (see sync.py).

`accept` puts messages in as a connector does; `count` counts what is on disk; `drain` sends packs as its sending loop
does (a pack, every publish acknowledged, then the pack is deleted).
"""

import json
import logging
import resource
import signal
import sqlite3
import sys
import threading
import time
from pathlib import Path

logging.Logger.trace = lambda *_args, **_options: None  # the gateway adds this level when it starts


def open_storage(folder):
    from thingsboard_gateway.storage.sqlite.sqlite_event_storage import SQLiteEventStorage

    return SQLiteEventStorage({"data_file_path": f"{folder}/data/"}, logging.getLogger("storage"), threading.Event())


def count(folder):
    files = list(Path(folder).rglob("*.db"))
    if not files:
        return 0
    total = 0
    for file in files:
        db = sqlite3.connect(file)
        total += db.execute("SELECT count(*) FROM messages").fetchone()[0]
        db.close()
    return total


def written():
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


def accept(folder, records, size, limit_mb, pause_ms=0):
    storage = open_storage(folder)
    if limit_mb:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_mb << 20, limit_mb << 20))
    message, before, started, accepted = "x" * size, written(), time.perf_counter(), 0
    for number in range(records):
        if storage.put(message):
            accepted += 1
        if number % 100 == 99:
            print(json.dumps({"accepted": accepted}), flush=True)
            time.sleep(pause_ms / 1000)
    said_yes = time.perf_counter() - started
    deadline = time.perf_counter() + (5 if limit_mb else 60)
    while count(folder) < accepted and time.perf_counter() < deadline:
        time.sleep(0.02)
    stored = time.perf_counter() - started
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report = {"said_yes_s": said_yes, "stored_s": stored, "rss_mb": rss, "written": written() - before}
    print(json.dumps({"accepted": accepted, **report}), flush=True)


def accept_singly(folder, records, size):
    """One after the other, each when the last one is on disk."""
    storage = open_storage(folder)
    db = sqlite3.connect(next(Path(folder).rglob("*.db")))
    started = time.perf_counter()
    for number in range(records):
        storage.put("x" * size)
        while db.execute("SELECT count(*) FROM messages").fetchone()[0] <= number:
            time.sleep(0.0002)
    print(json.dumps({"seconds": time.perf_counter() - started}), flush=True)


def drain(folder, records, port):
    import paho.mqtt.client as mqtt

    storage = open_storage(folder)
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
    client.max_inflight_messages_set(100)
    client.connect("127.0.0.1", port)
    client.loop_start()
    sent = 0
    while sent < records:
        pack = storage.get_event_pack()
        if not pack:
            time.sleep(0.01)
            continue
        infos = [client.publish("v1/gateway/telemetry", message, qos=1) for message in pack]
        for info in infos:
            info.wait_for_publish(30)
        storage.event_pack_processing_done()
        sent += len(pack)
    print(json.dumps({"rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}), flush=True)
    client.disconnect()


if __name__ == "__main__":
    what, folder, *numbers = sys.argv[1:]
    numbers = [int(number) for number in numbers]
    if what == "count":
        print(json.dumps({"stored": count(folder)}), flush=True)
    else:
        {"accept": accept, "accept_singly": accept_singly, "drain": drain}[what](folder, *numbers)
    sys.stdout.flush()
    sys.stderr.flush()
    import os

    os._exit(0)  # its threads have no end of their own
