"""What is left of a process that crashes in the middle of a sentence: no message, no core dump."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = "幺三九一二三四五六七八"
_CRASHING = """
import sys, threading, types
import click
import agent.__main__ as command_line

module = types.ModuleType("crashing")

@click.command()
def crash():
    {body}

module.crash = crash
sys.modules["crashing"] = module
command_line.COMMANDS["crash"] = ("crashing", "crash")
sys.argv = ["tingche-agent", "crash"]
command_line.main()
"""
_RAISE = f'raise RuntimeError("decoder state: {PLANTED}")'


def _crash(body: str, folder: Path) -> subprocess.CompletedProcess[str]:
    def allow_dumps() -> None:
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    return subprocess.run(
        [sys.executable, "-c", _CRASHING.format(body=body)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=folder,
        preexec_fn=allow_dumps,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize(
    "body",
    [
        _RAISE,
        f"try:\n        {_RAISE}\n    except RuntimeError as error:\n        raise ValueError(str(error)) from error",
        f"def work():\n        {_RAISE}\n    t = threading.Thread(target=work)\n    t.start(), t.join()\n    {_RAISE}",
        f"class Late:\n        def __del__(self):\n            {_RAISE}\n    Late()\n    sys.exit(1)",
    ],
    ids=["in the command", "with a cause", "in a thread", "in a destructor"],
)
def test_an_error_that_nobody_expected_is_told_by_kind_and_place_alone(body, tmp_path):
    result = _crash(body, tmp_path)
    assert result.returncode != 0
    assert "unexpected" in result.stderr
    assert "Error" in result.stderr
    assert 'File "' in result.stderr
    assert PLANTED not in result.stdout + result.stderr.replace(_RAISE, "")


def test_a_process_that_is_killed_by_a_signal_leaves_no_core_dump(tmp_path):
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this machine allows no core dump at all: ulimit -H -c")
    body = (
        f"said = '{PLANTED}'\n    print(__import__('resource').getrlimit(4), flush=True)\n    __import__('os').abort()"
    )
    result = _crash(body, tmp_path)
    assert result.returncode < 0
    assert result.stdout.strip() == "(1, 1)"
    assert list(tmp_path.iterdir()) == []
