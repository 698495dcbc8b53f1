"""What one thread has freed, another can use."""

import subprocess
import sys

GROWN = """
import re, sys, threading
from contextlib import suppress
from pathlib import Path

from agent.commands.run import run
from agent.errors import AgentError

def heap_kb():
    told = Path("/proc/self/smaps").read_text().partition("[heap]")[2]
    return int(re.search(r"Rss: +(\\d+)", told)[1])

if sys.argv[1:]:
    with suppress(AgentError):
        run.callback(Path(sys.argv[1]), None, None, None, False)
before = heap_kb()
kept = []
thread = threading.Thread(target=lambda: kept.extend(bytes(1000) for _ in range(4000)))
thread.start()
thread.join()
print(heap_kb() - before)
"""
"""Blocks of a thread, each too large for Python's own small ones, and by how much the main heap is larger for them;
after `tingche-agent run` on a device that is not enrolled, where a state folder is given."""


def grown_kb(*state):
    command = [sys.executable, "-c", GROWN, *state]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_thread_of_the_agent_allocates_from_the_heap_that_all_share(tmp_path):
    assert grown_kb(str(tmp_path)) > 3500
    assert grown_kb() < 1000
