"""The broker of the fault tests: whatever kills it, and whenever, one runs or none."""

import threading
from pathlib import Path

from tests.fakes.mosquitto import Mosquitto


def running(folder: Path) -> list[str]:
    """Brokers with their configuration in this folder, by what started them."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:  # it has just ended
            continue
        found += [command] if str(folder) in command else []
    return found


def test_one_that_is_killed_in_the_middle_of_its_start_leaves_no_other_behind(tmp_path):
    broker = Mosquitto(tmp_path)
    broker.start()
    for _ in range(5):
        broker.kill()
        killer = threading.Thread(target=broker.kill)
        killer.start()
        broker.start()
        killer.join()
        broker.start()
        broker.start()
        assert len(running(tmp_path)) == 1
    broker.close()
    assert running(tmp_path) == []
