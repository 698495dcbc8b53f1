"""Nothing leaks beside the text: values planted in words, partials and keys are in no repr and no error."""

import copy
import pickle
import traceback
from dataclasses import asdict, fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.feedback.transcript import Transcript, TypedText, Word
from agent.masking.catalogue import RECOGNIZERS
from agent.masking.masker import Masker
from agent.masking.names.lattice import Lattice
from agent.masking.partial import PartialMasker
from agent.masking.reading import Reading
from agent.masking.word_times import masked_words, muted

PLANTED = (
    "13800138000",
    "幺三八零零幺三八零零零",
    "沪AD12345",
    "11010519491231002X",
    "6222020200012345670",
    "李建国",
    "chen.yi@163.com",
    "wx_lijing_88",
    "LSVAM4184C2184532",
)
KEY = b"the tenant's own key"


def planted_transcript(values, seconds):
    words = tuple(Word(value, start, start + 0.5, 0.5) for value, start in zip(values, seconds, strict=False))
    return Transcript("微信 " + " 微信 ".join(values), words, "vosk", "small-cn", "zh", 60.0, 0.5)


def everything_made_of(transcript):
    """Every object that masking makes of a transcript on its way."""
    masker = Masker(KEY)
    result = masker.mask(transcript)
    reading = Reading(transcript.text)
    partials = masker.partials()
    partials.cover(transcript.text)
    runs = [*reading.runs, *reading.guessed_runs, *reading.numbers, *reading.repaired, *reading.scattered]
    candidates = [finding for recognizer in RECOGNIZERS.values() for finding in recognizer.find(reading)]
    times = (masked_words(transcript, result.spans), muted(transcript, result.spans))
    made = [masker, result, result.spans, reading, runs, candidates, partials, PartialMasker(masker), times]
    return [transcript, transcript.words, TypedText(transcript.text), *made, Lattice(transcript.text)]


@given(
    st.lists(st.sampled_from(PLANTED), min_size=1, max_size=5, unique=True),
    st.lists(st.floats(0, 50), min_size=5, max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_no_planted_value_is_in_any_repr(values, seconds):
    shown = "".join(f"{thing!r}{thing!s}" for thing in everything_made_of(planted_transcript(values, seconds)))
    assert not [value for value in values if value in shown]
    assert KEY.decode() not in shown


@given(st.lists(st.sampled_from(PLANTED), min_size=1, max_size=5, unique=True))
@settings(max_examples=60, deadline=None)
def test_no_planted_value_is_left_in_what_is_shown_and_kept(values):
    transcript = planted_transcript(values, range(5))
    masker = Masker(KEY)
    result = masker.mask(transcript)
    kept = "".join(
        (result.text, *(str(asdict(span)) for span in result.spans), masker.partials().cover(transcript.text))
    )
    assert not [value for value in values if value in kept]


@pytest.mark.parametrize(
    "break_it",
    [
        pickle.dumps,
        copy.deepcopy,
        lambda transcript: Masker(KEY).mask(transcript.words),
        lambda transcript: Masker(KEY).mask(transcript).spans[99],
        lambda transcript: masked_words(transcript, transcript.words),
        lambda transcript: Masker(KEY).find(transcript),
    ],
    ids=["pickle", "deep copy", "words as text", "no such span", "words as spans", "transcript as text"],
)
def test_no_exception_carries_a_planted_value(break_it):
    transcript = planted_transcript(PLANTED, range(9))
    with pytest.raises((TypeError, AttributeError, IndexError)) as failure:
        break_it(transcript)
    shown = "".join(traceback.format_exception(failure.value)) + repr(failure.value)
    assert not [value for value in PLANTED if value in shown]


def test_every_text_field_of_the_unmasked_types_is_kept_out_of_repr():
    shown_on_purpose = {"engine", "model", "language", "audio_s", "confidence", "start_s", "end_s"}
    for kind in (Transcript, TypedText, Word):
        assert is_dataclass(kind)
        assert {field.name for field in fields(kind) if field.repr} <= shown_on_purpose
