"""The oracle: mints what people say, remembers what was acknowledged, and judges what the hub has at the end.

- Conservation: what was acknowledged is one ticket, what was only asked for is one or none, and nothing else is there.
- The ledger is exact: every record accepted on the device is receipted, and is a ticket.
- Liveness: all this holds a bounded time after the last fault.
"""

import threading
from collections import Counter

from agent.errors import AgentError
from tests.e2e.processes import eventually
from tests.fakes.line import Line

PATIENCE_S = 90.0
"""After the last fault. A record that was sent the moment before it waits for its receipt, is sent again, and so on."""


class Oracle:
    """Watches one device."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.asked: list[str] = []
        self.acknowledged: list[str] = []

    def say(self, count: int = 1) -> None:
        """Somebody rates, some times. The agent may be killed meanwhile: then it has not acknowledged."""
        for _ in range(count):
            scene = f"oracle-{len(self.asked):06d}"
            self.asked.append(scene)
            try:
                events = self._line.ask(do="rate", rating=3, scene=scene, agreed=True)
            except (AgentError, OSError):  # OSError: the connection broke, or nobody listens
                continue
            if any(event["event"] == "recorded" for event in events):
                self.acknowledged.append(scene)

    def say_beside(self, count: int = 1) -> threading.Thread:
        """The same, beside what else happens."""
        speaking = threading.Thread(target=self.say, args=(count,))
        speaking.start()
        return speaking

    def judge(self) -> None:
        """Everything must be in order by now, or soon."""
        eventually(self._settled, f"everything acknowledged has its ticket and receipt: {self._missing()}", PATIENCE_S)
        tickets = Counter(self.tickets())
        assert [scene for scene in self.acknowledged if tickets[scene] != 1] == []
        assert [scene for scene, count in tickets.items() if count > 1] == []
        assert set(tickets) <= set(self.asked)
        ledger = self._line.status()["ledger"]
        assert ledger["balanced"]
        assert ledger["accepted"] == ledger["receipted"] == sum(tickets.values())

    def tickets(self) -> list[str]:
        """What the hub has, by the oracle's names."""
        return [scene for (scene,) in self._line.query("SELECT scene FROM tickets")]

    def _settled(self) -> bool:
        return self._line.status()["ledger"]["pending"] == 0 and not self._missing()

    def _missing(self) -> list[str]:
        return sorted(set(self.acknowledged) - set(self.tickets()))
