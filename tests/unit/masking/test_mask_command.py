"""`tingche-agent mask`: a line out for each line in, and nothing of a bad line."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from agent.commands.mask import mask
from agent.errors import InputRefusedError, TechnicianNeededError


def run(*arguments, lines=b""):
    return CliRunner().invoke(mask, list(arguments), input=lines)


def answers(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_gets_one_answer_with_places_in_the_given_text():
    lines = [{"id": "a", "text": "打幺三八零零幺三八零零零"}, {"id": 2, "text": "没事"}]
    result = run(lines="\n".join(json.dumps(line) for line in lines).encode())
    first, second = answers(result)
    assert (first["id"], first["masked"]) == ("a", "打[PHONE]")
    assert [(span["start"], span["end"], span["type"]) for span in first["spans"]] == [(1, 12, "PHONE")]
    assert second == {"id": 2, "masked": "没事", "spans": []}
    assert result.exit_code == 0


def test_bad_lines_are_named_in_their_place_and_the_rest_is_masked():
    good = json.dumps({"id": "ok", "text": "车牌京A12345"}).encode()
    bad = [b"13800138000", b'{"id": 7}', b"\xff\xfe13800138000", b'{"id": 8, "text": 5}', b"", b"[" * 100_000]
    result = run(lines=b"\n".join([*bad, good]) + b"\n")
    found = answers(result)
    assert len(found) == 7
    assert [answer["id"] for answer in found] == [None, 7, None, 8, None, None, "ok"]
    assert all(answer["error"].startswith(f"line {number}: ") for number, answer in enumerate(found[:-1], 1))
    assert found[-1]["masked"] == "车牌[PLATE]"
    assert "13800138000" not in result.output
    assert isinstance(result.exception, InputRefusedError)


def test_half_a_surrogate_pair_is_answered():
    result = run(lines=b'{"id": 1, "text": "\\ud800 13800138000"}\n')
    assert answers(result)[0]["masked"] == "\ud800 [PHONE]"


def test_a_person_sees_the_masked_text_and_what_was_masked():
    result = run("打13800138000")
    assert result.stdout.splitlines() == ["打[PHONE]", "  手机号 PHONE (mobile number)  1-12"]


def test_explain_names_recogniser_evidence_and_score_but_never_the_value():
    shown = run("--explain", "卡号6222020200012345670").stdout
    assert "bank_card" in shown
    assert "Luhn" in shown
    assert "0." in shown
    assert "6222" not in shown
    line = json.loads(run("--explain", "--json", "打13800138000").stdout)
    assert line["spans"][0]["recognizer"] == "mobile_phone"


def test_the_same_key_file_gives_the_same_token(tmp_path):
    key = tmp_path / "key"
    key.write_bytes(b"k" * 32)
    tokens = {
        json.loads(run("--json", "--key-file", str(key), text).stdout)["spans"][0]["token"]
        for text in ("13800138000", "幺三八零零幺三八零零零")
    }
    assert len(tokens) == 1
    assert json.loads(run("--json", "13800138000").stdout)["spans"][0]["token"] not in tokens


@pytest.mark.parametrize("content", [None, b"short"])
def test_an_unusable_key_file_is_refused_by_name(tmp_path, content):
    key = tmp_path / "key"
    if content is not None:
        key.write_bytes(content)
    result = run("--key-file", str(key), "text")
    assert isinstance(result.exception, TechnicianNeededError)
    assert str(key) in str(result.exception)


def test_help_teaches_with_an_example():
    shown = run("--help").stdout
    assert "tingche-agent mask" in shown
    assert "  我手机[PHONE]\n" in shown


def test_masking_needs_neither_numpy_nor_pydantic():
    program = "import sys, agent.masking.masker; print([name for name in ('numpy', 'pydantic') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
