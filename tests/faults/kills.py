"""SIGKILL of agent, broker and hub at every step of a record's way: `python -m tests.faults.kills --kills 300`.

A step is a packet on one of the two links, just before or just after it passed. Whoever is to die dies then, comes
back, and the next step is chosen. At the end the oracle judges.
"""

import argparse
import itertools
import random
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.fakes.line import Line
from tests.fakes.mqtt_network import Direction, Packet, Passing
from tests.faults.oracle import Oracle

PROFILE = """kind = "head_unit"
[sync]
receipt_timeout_s = 1.0
backoff_first_s = 0.3
backoff_max_s = 1.0
"""
FIRES_WITHIN_S = 15.0

Victim = Literal["agent", "broker", "hub"]


@dataclass(frozen=True)
class Step:
    """Who dies, and when."""

    victim: Victim
    link: Literal["device", "hub"]
    direction: Direction
    packet: Packet
    moment: Literal["before", "after"]

    def __str__(self) -> str:
        return f"{self.victim} dies {self.moment} {self.packet.name} {self.direction} on the {self.link}'s link"


ROAD: tuple[tuple[Direction, Packet], ...] = (
    ("up", Packet.CONNECT),
    ("down", Packet.CONNACK),
    ("up", Packet.SUBSCRIBE),
    ("down", Packet.SUBACK),
    ("up", Packet.PUBLISH),
    ("down", Packet.PUBACK),
    ("down", Packet.PUBLISH),
    ("up", Packet.PUBACK),
)
STEPS = tuple(
    Step(victim, link, direction, packet, moment)
    for victim, link, (direction, packet), moment in itertools.product(
        ("agent", "broker", "hub"), ("device", "hub"), ROAD, ("before", "after")
    )
)


class Killer:
    """Kills along the line, and brings back."""

    def __init__(self, line: Line, oracle: Oracle) -> None:
        self._line = line
        self._oracle = oracle
        self.fired = 0

    def kill_at(self, step: Step, records: int = 2) -> bool:
        """Let the step come while somebody speaks, and kill; whether the step came. All run again afterwards."""
        done, first = threading.Event(), threading.Lock()
        network = self._line.device_network if step.link == "device" else self._line.hub_network

        def strike(passing: Passing) -> bool:
            if (passing.direction, passing.type) != (step.direction, step.packet) or not first.acquire(blocking=False):
                return False
            self._kill(step.victim)
            done.set()
            return True

        def rule(passing: Passing) -> int:
            sender = {"up": "agent" if step.link == "device" else "hub", "down": "broker"}[passing.direction]
            struck = strike(passing)
            return 0 if struck and step.victim == sender else 1  # the dead have not said it

        if step.moment == "before":
            network.rule = rule
        else:
            network.after = strike
        if step.packet in (Packet.CONNECT, Packet.CONNACK, Packet.SUBSCRIBE, Packet.SUBACK):
            self._line.broker.kill()  # both come back to a broker that has forgotten them
            self._line.broker.start()
        speaking = self._oracle.say_beside(records)
        came = done.wait(FIRES_WITHIN_S)
        if not came and first.acquire(blocking=False):
            self._kill(step.victim)
        network.heal()
        speaking.join()
        self._revive(step.victim)
        self.fired += came
        return came

    def _kill(self, victim: Victim) -> None:
        if victim == "broker":
            self._line.broker.kill()
        else:
            {"agent": self._line.agent, "hub": self._line.hub}[victim].kill()

    def _revive(self, victim: Victim) -> None:
        line = self._line
        if victim == "broker":
            line.broker.start()
            return
        line.processes.running.remove({"agent": line.agent, "hub": line.hub}[victim])
        if victim == "agent":
            line.start_agent()
        else:
            line.start_hub()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 - repeatable chance, nothing secret
    rounds = chosen.kills // len(STEPS) + 1
    steps = [step for _ in range(rounds) for step in chance.sample(STEPS, len(STEPS))]
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="kills-") as folder,
        Line(Path(folder), PROFILE, networks=True).running() as line,
    ):
        line.start_agent()
        oracle = Oracle(line)
        killer = Killer(line, oracle)
        for number, step in enumerate(steps[: chosen.kills], 1):
            came = killer.kill_at(step)
            print(f"{number:4} {step}{'' if came else ' (did not come; killed all the same)'}", flush=True)
        oracle.judge()
        print(
            f"{chosen.kills} kills in {time.monotonic() - started:.0f} s, {killer.fired} at their step: "
            f"{len(oracle.asked)} asked, {len(oracle.acknowledged)} acknowledged, {len(oracle.tickets())} tickets; "
            f"0 lost, 0 doubled, ledger exact"
        )


if __name__ == "__main__":
    main()
