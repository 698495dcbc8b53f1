"""Nothing leaks beside the text: values planted in words, partials and keys are in no repr and no error."""

import copy
import pickle
import traceback
from dataclasses import asdict, fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript, TypedText, Word
from agent.hearing import Utterance
from agent.masking.call_back import CallBackNumber
from agent.masking.catalogue import RECOGNIZERS
from agent.masking.masker import Masker
from agent.masking.names.lattice import Lattice
from agent.masking.partial import PartialMasker
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Run
from agent.masking.word_times import masked_words, muted
from agent.ports import Partial
from agent.transcription.repair import repair

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
    number = masker.call_back_number(TypedText(f"打我电话13800138000，{transcript.text}"))
    made = [masker, result, result.spans, reading, runs, candidates, partials, PartialMasker(masker), times, number]
    mended = repair(transcript)
    heard = [
        mended,
        mended.transcript,
        Partial(transcript.text),
        Utterance(transcript, 60.0, 0.0, AudioClip(bytes(32))),
        AudioClip(transcript.text.encode()),
    ]
    return [
        transcript,
        transcript.words,
        TypedText(transcript.text),
        *made,
        Lattice(transcript.text, range(len(transcript.text))),
        *heard,
    ]


def canaries(values):
    """Which planted values stand in the repr of anything that hearing and masking make of them."""
    shown = "".join(f"{thing!r}{thing!s}" for thing in everything_made_of(planted_transcript(values, range(9))))
    return [value for value in values if value in shown]


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


@pytest.mark.parametrize(
    "kind",
    [Transcript, Word, TypedText, Finding, CallBackNumber, Reading, Run, Partial],
    ids=lambda kind: kind.__name__,
)
def test_the_canary_sings_when_one_repr_is_undone(kind, monkeypatch):
    assert canaries(PLANTED) == []

    def tells_all(thing):
        return f"{kind.__name__}({', '.join(str(getattr(thing, field.name)) for field in fields(thing))})"

    monkeypatch.setattr(kind, "__repr__", tells_all)
    assert canaries(PLANTED) != []


def test_every_text_field_of_the_unmasked_types_is_kept_out_of_repr():
    shown_on_purpose = {"engine", "model", "language", "audio_s", "confidence", "start_s", "end_s"}
    for kind in (Transcript, TypedText, Word):
        assert is_dataclass(kind)
        assert {field.name for field in fields(kind) if field.repr} <= shown_on_purpose
