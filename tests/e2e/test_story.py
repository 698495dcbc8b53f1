"""The demo's own story, as a test: what a stranger watches is what is checked."""

import pytest

from tests.e2e.processes import Processes
from tests.e2e.story import OFFLINE, ONLINE, Story

pytestmark = pytest.mark.speech


def test_the_demo_story_holds_from_speech_to_ticket_to_erasure(tmp_path, require_model):
    require_model("whisper-base")
    logs = tmp_path / "logs"
    logs.mkdir()
    processes = Processes(logs)
    told = []
    try:
        result = Story(tmp_path / "state", told.append, processes).play()
    finally:
        codes = processes.end_all()
    assert set(codes.values()) == {0}, f"every process ends cleanly: {codes}"
    assert len(result.told) == 8
    assert all(t.ticket_no for t in result.told)
    assert len({t.ticket_no for t in result.told}) == len(result.told)
    assert len([t for t in result.told if t.place == "head_unit"]) == len(ONLINE + OFFLINE)
    assert all(ledger["balanced"] for ledger in result.ledgers.values())
    assert result.ledgers["head_unit"]["accepted"] == len(ONLINE + OFFLINE)
    assert result.searched_files > 20
    story = "\n".join(told)
    for number in ("13700137019", "13600136028"):
        assert number not in story
        assert all(number not in log.read_text() for log in logs.iterdir())
