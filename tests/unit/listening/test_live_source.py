"""One sentence out of a live stream."""

import pytest

from agent.errors import TemporaryError
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import Ending, EndpointingRules, Heard, Mode, NothingSaid, SpeechEnded, SpeechStarted
from agent.listening.live_source import NOTHING_SAID_NOTE, LiveSource, listen
from agent.listening.sound import ClipStream, SourceLost
from tests.fakes.voices import PERMIT, LoudDetector, ScriptedStream, quiet, recorded, voice

RULES = EndpointingRules()


def _source(stream: ScriptedStream, **how) -> LiveSource:
    return LiveSource(lambda _: stream, LoudDetector, RULES, **how)


def test_a_sentence_becomes_one_clip_and_the_source_is_closed():
    stream = ScriptedStream(quiet(20) + voice(30) + quiet(60))
    source = _source(stream)
    clip = recorded(source)
    assert 30 * 0.032 < clip.duration_s < 30 * 0.032 + 0.6
    assert stream.closed
    assert source.notes == ()
    assert stream.given < 110  # it stopped listening at the end of the sentence


def test_silence_becomes_an_empty_clip_with_a_note_so_that_no_engine_hears_it():
    source = _source(ScriptedStream(quiet(300)))
    assert not recorded(source).pcm
    assert source.notes == (NOTHING_SAID_NOTE,)


def test_the_page_is_told_every_event_as_it_happens():
    shown = list(_source(ScriptedStream(voice(30) + quiet(60))).listen(PERMIT))
    assert isinstance(shown[0], Heard)
    assert any(isinstance(e, SpeechStarted) for e in shown)
    assert isinstance(shown[-1], SpeechEnded)


def test_letting_go_ends_a_held_sentence_without_waiting_for_silence():
    stream = ScriptedStream(voice(500))
    clip = recorded(_source(stream, mode=Mode.HOLD, released=lambda: stream.given >= 40))
    assert stream.given == 40
    assert clip.duration_s == pytest.approx(40 * 0.032)


def test_letting_go_while_the_microphone_is_away_ends_too():
    stream = ScriptedStream([SourceLost(2.0 + i / 10) for i in range(30)])
    source = _source(stream, mode=Mode.HOLD, released=lambda: stream.given >= 3)
    assert not recorded(source).pcm
    assert stream.given == 3


def test_a_microphone_that_comes_back_before_the_sentence_is_simply_used():
    away = [SourceLost(2.0 + i / 10) for i in range(30)]
    source = _source(ScriptedStream([*quiet(5), *away, *voice(30), *quiet(60)]))
    assert recorded(source).duration_s > 30 * 0.032
    assert source.notes == ("the microphone was lost on the way",)


def test_a_microphone_that_stays_away_is_told_and_the_source_is_closed():
    stream = ScriptedStream([SourceLost(2.0 + i / 10) for i in range(100)])
    with pytest.raises(TemporaryError, match="Ratings and typed text still work"):
        recorded(_source(stream))
    assert stream.closed


def test_a_microphone_lost_in_the_middle_of_a_sentence_keeps_what_was_said():
    events = list(listen(ScriptedStream([*voice(30), SourceLost(2.1), *voice(30)]), LoudDetector(), RULES, Mode.TAP))
    assert isinstance(events[-1], SpeechEnded)
    assert events[-1].why is Ending.INPUT_ENDED
    assert events[-1].clip.duration_s == pytest.approx(30 * 0.032)


def test_a_file_that_ends_in_the_middle_of_a_word_keeps_the_word():
    assert recorded(_source(ScriptedStream(quiet(5) + voice(20)))).duration_s == pytest.approx(25 * 0.032)


def test_the_detector_forgets_the_sentence_before():
    detector = LoudDetector()
    for _ in range(2):
        list(listen(ScriptedStream(voice(5)), detector, RULES, Mode.TAP))
    assert detector.resets == 2


def test_several_sentences_come_out_of_one_open_stream():
    stream = ClipStream(AudioClip(b"".join(b.pcm for b in (quiet(10) + voice(20) + quiet(40)) * 3)))
    last = [list(listen(stream, LoudDetector(), RULES, Mode.TAP))[-1] for _ in range(4)]
    assert [type(e) for e in last] == [SpeechEnded, SpeechEnded, SpeechEnded, NothingSaid]


def test_what_was_lost_on_a_busy_device_is_said():
    source = _source(ScriptedStream(voice(30) + quiet(60), dropped_s=0.64))
    recorded(source)
    assert source.notes == ("0.6 s of sound were lost: this device was too busy",)


def test_talking_past_the_limit_is_said():
    source = LiveSource(lambda _: ScriptedStream(voice(100)), LoudDetector, EndpointingRules(max_speech_s=1.0))
    assert recorded(source).duration_s <= 1.0
    assert source.notes == ("only the first 1 s were taken",)
