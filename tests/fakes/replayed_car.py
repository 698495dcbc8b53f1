"""A recorded day played to a whole device with somebody in it who talks: real store, questions, consent, sealing."""

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from agent.adapters.replay_file import read_replay
from agent.adapters.sqlite_store import SqliteStore
from agent.answering import Answering
from agent.feedback.trigger import Happening
from agent.profile import find_data
from agent.prompting.history import Limits
from agent.prompting.shipped import read_questions
from agent.questioning import Questioning
from agent.signals.attachable import ATTACHABLE
from agent.signals.signal import Signal
from agent.signals.usual_area import UsualArea
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device, Person
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.fakes.recorded_day import DAY

HOME = (31.230416, 121.473701)


class ReplayedCar:
    """One car and its driver, who has agreed to everything that can be agreed to.

    Args:
        folder: for the store.
        sentences: what the engine hears, one for each time somebody speaks.
    """

    def __init__(self, folder: Path, *sentences: str) -> None:
        self.clock, keys = FakeClock(DAY - timedelta(minutes=1)), MemoryKeys()
        self.path = folder / "store.db"
        self.store = SqliteStore(self.path, keys, Budget(), self.clock)
        self.device = Device(self.store, *sentences, keys=keys, clock=self.clock, attach=tuple(ATTACHABLE))
        area = UsualArea(bytes(32), self.store.visited())
        for days in (3, 2, 1):
            area.outside(*HOME, (DAY - timedelta(days=days)).date())
        file = find_data("device_profiles") / "questions" / "head_unit.toml"
        self.questions = Questioning(
            own=read_questions(file.read_text(encoding="utf-8"), file.name),
            store=self.store,
            clock=self.clock,
            limits=Limits(None, None, rests=False),
            usual_area=area,
        )
        self.answering = Answering(
            self.questions,
            self.device.requests,
            self.store,
            knows_drivers=True,
            visit_scene="spontaneous",
            heard=self.device.vehicle.heard,
        )
        self.asked: list[str] = []
        purposes = ["improve_service", "call_back", "attach_vehicle_state", "co_create"]
        self.device.do("consent_grant", purposes=purposes, period="90d")
        self.road = Road(self.device)

    def play(self, lines: Iterable[str], talks_at: Iterable[int]) -> None:
        """The day, line by line. Every question is answered with its first answer; at these minutes somebody talks."""
        drive = self.path.with_suffix(".jsonl")
        drive.write_text("\n".join(lines), encoding="utf-8")
        waiting = sorted(talks_at)
        for at, recorded in read_replay(drive):
            self.clock.advance((at - self.clock.now()).total_seconds())
            while waiting and at >= DAY + timedelta(minutes=waiting[0]):
                waiting.pop(0)
                self.device.say(contact="13800138000")
            self.questions.tick()
            match recorded:
                case Signal(name, value):
                    self._do("signal", name=name, value=list(value) if isinstance(value, tuple) else value)
                case Happening(trigger, _, facts):
                    self._do("trigger", trigger=trigger, facts=dict(facts))
            self._answer()

    def leaves(self) -> list[tuple[str, Any]]:
        """(topic, decoded payload) of everything that is handed to the wire, opened with the hub's keys."""
        self.device.do("consent_withdraw", purposes=["co_create"])
        self.road.connect()
        self.road.wait(10)
        return [
            (topic, json.loads(self.device.hub.open(frame, self.device.keys).model_dump_json()))
            for _, topic, frame in self.road.transport.published
        ]

    def close(self) -> None:
        self.store.close()

    def _answer(self) -> None:
        question = self.questions.question
        if question is None:
            return
        self.asked.append(question.rule.rule_id)
        answers = question.rule.answers
        if answers:
            touched = {"touch": True, "agreed": True, "answer": answers[0].answer_id}
            self._do("answer", question=question.number, **touched)
        else:
            self._do("leave", question=question.number, touch=True, agreed=True)

    def _do(self, what: str, **request: Any) -> None:
        self.answering.serve({"do": what, **request}, Person())
