"""What one thread has freed, another can use."""

import subprocess
import sys

GROWN = """
import re, sys, threading
from pathlib import Path

from agent.commands._arena import share_one_arena

def heap_kb():
    told = Path("/proc/self/smaps").read_text().partition("[heap]")[2]
    return int(re.search(r"Rss: +(\\d+)", told)[1])

if sys.argv[1] == "shared":
    share_one_arena()
before = heap_kb()
kept = []
thread = threading.Thread(target=lambda: kept.extend(bytes(1000) for _ in range(4000)))
thread.start()
thread.join()
print(heap_kb() - before)
"""
"""Blocks of a thread, each too large for Python's own small ones, and by how much the main heap is larger for them."""


def grown_kb(how):
    return int(subprocess.run([sys.executable, "-c", GROWN, how], capture_output=True, text=True, check=True).stdout)


def test_a_thread_allocates_from_the_heap_that_all_share():
    assert grown_kb("shared") > 3500
    assert grown_kb("apart") < 1000
