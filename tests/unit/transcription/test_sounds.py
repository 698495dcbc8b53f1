"""Which characters sound alike, and how far apart they are."""

import pytest

from agent.transcription.pronunciation import CLOSE, NEAR, OTHER_TONE, SAME, difference, syllables


@pytest.mark.parametrize(
    ("heard", "written", "cost"),
    [
        ("刹", "刹", 0.0),
        ("A", "A", 0.0),
        ("杀", "刹", SAME),
        ("想", "响", SAME),
        ("一", "异", OTHER_TONE),
        ("复", "付", SAME),
        ("早", "找", NEAR),
        ("四", "是", NEAR),
        ("南", "蓝", NEAR),
        ("当", "担", NEAR),
        ("陈", "程", NEAR),
        ("今", "京", NEAR),
        ("飞", "黑", NEAR),
        ("算", "损", CLOSE),
        ("刹", "电", None),
        ("七", "机", None),
        ("刹", "A", None),
    ],
)
def test_distance_follows_the_syllable_then_the_tone(heard, written, cost):
    assert difference(heard, written) == cost
    assert difference(written, heard) == cost


def test_rare_readings_do_not_make_strangers_alike():
    assert [s.spelling for s in syllables("车")] == ["che"]


@pytest.mark.parametrize(("character", "spellings"), [("行", {"hang", "xing"}), ("重", {"chong", "zhong"})])
def test_usual_readings_are_all_known(character, spellings):
    assert {s.spelling for s in syllables(character)} >= spellings
