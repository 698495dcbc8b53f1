"""`tingche-agent replay`: what a device would have asked on a recorded drive."""

import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from agent.adapters import control_socket
from agent.adapters.replay_file import Recorded, read_replay
from agent.asking import Asking
from agent.commands._client import checked, json_option, never_asked, print_json
from agent.commands.questions import read_which
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.trigger import Happening
from agent.prompting.engine import Action, Ask, NotAsked, PromptEngine, TakeAway
from agent.prompting.history import Limits, Suppressed
from agent.prompting.wording import worded
from agent.signals.deriving import Deriving
from agent.signals.signal import Signal

_WAITS: Final = {
    Suppressed.MOVING: "停车后再问 waits until the car stands",
    Suppressed.SAFETY_FIRST: "先问安全问题 waits: what is about safety goes first",
}
"""Why a question leaves the screen of a replay; the other reasons need a person, who is not there."""


@click.command(short_help="What would have been asked on a recorded drive.")
@click.argument("drive", type=click.Path(path_type=Path))
@click.option("--questions", "which", default="head_unit", show_default=True, metavar="KIND|FILE", help="Rules to use.")
@click.option("--tag", "tags", multiple=True, help="Of the driver: new_driver, family, business, ... Repeatable.")
@click.option("--no-limit", is_flag=True, help="Leave out the limit of one question a day and two a week.")
@click.option(
    "--into",
    "state",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Play it into the running agent of this state folder, which asks on its own screen.",
)
@click.option("--speed", default=1.0, show_default=True, help="With --into: so many times as fast as it was recorded.")
@json_option
def replay(
    drive: Path, which: str, tags: tuple[str, ...], no_limit: bool, state: Path | None, speed: float, as_json: bool
) -> None:
    """Show what would have been asked on a recorded drive.

    DRIVE has JSON lines of vehicle signals and events, in order. What was due and not asked is shown with its reason.
    Nothing is recorded or sent. With --into the running agent hears it as if it happened now, with its own rules and
    limits; answers in the recording are left out, for a person answers there.

    \b
    tingche-agent replay drive.jsonl
    tingche-agent replay drive.jsonl --questions my_questions.toml --tag family --json
    tingche-agent replay drive.jsonl --into ./car --speed 10

    \b
    A line: {"at": "2026-03-01T08:00:00Z", "signal": "Vehicle.Speed", "value": 42.5}
        or: {"at": "2026-03-01T09:10:00Z", "event": "charging_done", "facts": {"minutes": 31}}
        or: {"at": "2026-03-01T09:10:20Z", "answer": ["slow"]}
    """
    if state is not None:
        _play_into(state, drive, speed, as_json=as_json)
        return
    limits = Limits(None, None) if no_limit else Limits()
    asking = Asking(Deriving(), PromptEngine([read_which(which)], tags=tags, limits=limits))
    lines, asked, refused = 0, 0, Counter[str]()
    for at, recorded in read_replay(drive):
        lines += 1
        for action in _play(asking, recorded, at):
            match action:
                case Ask(rule, happening, by_voice):
                    asked += 1
                    question = worded(rule.question_zh, happening.facts)
                    told = {"at": at.isoformat(), "ask": rule.rule_id, "by_voice": by_voice, "question": question}
                    _tell(
                        told, f"{at:%H:%M:%S}  {'🎤' if by_voice else '▢'} {question}  {rule.rule_id}", as_json=as_json
                    )
                case TakeAway(rule_id, reason):
                    told = {"at": at.isoformat(), "take_away": rule_id, "reason": reason.value}
                    _tell(told, f"{at:%H:%M:%S}  ↷ {rule_id} {_WAITS[reason]}", as_json=as_json)
                case NotAsked(rule_id, reason):
                    refused[reason.value] += 1
                    told = {"at": at.isoformat(), "not_asked": rule_id, "reason": reason.value}
                    _tell(told, f"{at:%H:%M:%S}  – {rule_id}: {reason.value}", as_json=as_json)
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(refused.items()))
    summary = (
        f"{lines} 行 lines, 提问 asked {asked}, 未问 not asked {refused.total()}{': ' + reasons if reasons else ''}"
    )
    _tell({"lines": lines, "asked": asked, "not_asked": dict(sorted(refused.items()))}, summary, as_json=as_json)


def _play(asking: Asking, recorded: Recorded, at: datetime) -> list[Action]:
    due = asking.tick(at)
    match recorded:
        case Signal():
            return [*due, *asking.signal(recorded)]
        case Happening():
            return [*due, *asking.happened(recorded, at)]
        case _:
            return [*due, *asking.person(recorded, at)]


def _play_into(state: Path, drive: Path, speed: float, *, as_json: bool) -> None:
    if speed <= 0:
        raise InputRefusedError("--speed is a number above 0: 10 plays ten times as fast.")
    lines, before = 0, None
    for at, recorded in read_replay(drive):
        if before is not None:
            time.sleep((at - before).total_seconds() / speed)
        before = at
        match recorded:
            case Signal(name, value):
                _send(state, {"do": "signal", "name": name, "value": value})
            case Happening(trigger, _, facts):
                (told,) = _send(state, {"do": "trigger", "trigger": trigger, "facts": dict(facts)})
                words = "▢ " + told["asks"]["zh"] if told["asks"] else "– " + trigger
                _tell({"trigger": trigger, **told}, words, as_json=as_json)
            case _:
                continue
        lines += 1
    _tell({"lines": lines}, f"{lines} 行已放给本机 lines played into the agent", as_json=as_json)


def _send(state: Path, request: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        return [checked(event) for event in control_socket.request(state, request, never_asked)]
    except ConnectionError:
        raise TechnicianNeededError(f"No agent runs in {state}. Start it: tingche-agent run --state {state}") from None


def _tell(told: dict[str, object], words: str, *, as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        print(words)
