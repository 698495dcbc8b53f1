"""A recorded day: 10,000 signals raise exactly the questions that they should, and no others."""

import json
import re

import pytest
from click.testing import CliRunner

from agent.commands.replay import replay
from agent.errors import InputRefusedError
from tests.fakes.recorded_day import LINES, recorded_day

LIMITED = [
    ("06:50", "harsh_braking", "by touch or voice"),
    ("06:51", "child_seat", "other_audience"),
    ("07:32", "charge", "day_is_full"),
    ("07:50", "battery_hot", "by voice"),
    ("08:00", "fault_code", "day_is_full"),
    ("08:07", "child_seat", "other_audience"),
]


def played(tmp_path, lines, *options: str) -> list[dict]:
    file = tmp_path / "drive.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(replay, [str(file), "--json", *options], catch_exceptions=False)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.output.splitlines()]


def story(told: list[dict]) -> list[tuple[str, str, str]]:
    """Minute, rule and what became of it."""
    lines = []
    for one in told:
        how = one.get("reason") or ("by voice" if one.get("by_voice") else "by touch or voice")
        rule = one.get("ask") or one.get("not_asked") or one["take_away"]
        lines.append((one["at"][11:16], rule, "taken away" if "take_away" in one else how))
    return lines


@pytest.mark.parametrize("seed", range(3))
def test_a_day_of_10_000_signals_raises_exactly_its_questions(tmp_path, seed):
    *told, summary = played(tmp_path, recorded_day(seed))
    assert summary == {"lines": LINES, "asked": 2, "not_asked": {"day_is_full": 2, "other_audience": 2}}
    assert story(told) == LIMITED


def test_without_limits_every_question_of_the_day_is_asked_in_its_moment(tmp_path):
    *told, _ = played(tmp_path, recorded_day(), "--no-limit")
    assert story(told) == [
        ("06:50", "harsh_braking", "by touch or voice"),
        ("06:51", "child_seat", "other_audience"),
        ("07:32", "charge", "by touch or voice"),
        ("07:33", "charge_why", "by touch or voice"),
        ("07:50", "battery_hot", "by voice"),
        ("08:06", "fault_code", "by touch or voice"),
        ("08:07", "child_seat", "other_audience"),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "drive.jsonl:1: needs"),
        ('{"at": "2026-03-01T08:00:00", "signal": "Vehicle.Speed", "value": 1}', "`at` needs its zone"),
        ('{"at": "2026-03-01T08:00:00Z", "event": "moon_rises"}', "no event is called 'moon_rises'"),
        ('{"at": "2026-03-01T08:00:00Z", "signal": "Vehicle.Speed"}', "drive.jsonl:1: needs"),
        ('["a list"]', "drive.jsonl:1: needs"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_by_its_number(tmp_path, line, says):
    with pytest.raises(InputRefusedError, match=re.escape(says)):
        played(tmp_path, [line])


def test_lines_out_of_order_are_refused(tmp_path):
    lines = recorded_day()[:3]
    with pytest.raises(InputRefusedError, match=r"drive\.jsonl:4: earlier than the line before it"):
        played(tmp_path, [*lines, '{"at": "2026-03-01T08:00:00Z", "dismiss": true}'])
