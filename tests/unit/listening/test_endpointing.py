"""Where a sentence begins and ends. Blocks are 32 ms; each is told from the others by its samples."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.feedback.audio import AudioClip
from agent.listening.endpointing import (
    Ending,
    Endpointer,
    EndpointingRules,
    Event,
    Heard,
    Mode,
    NothingSaid,
    SpeechEnded,
    SpeechGoesOn,
    SpeechStarted,
)
from tests.fakes.voices import numbered, numbers

BLOCK_S = 0.032
RULES = EndpointingRules()
N, Y = 0.05, 0.9  # nobody speaks; somebody does


def _run(voices: list[float], rules: EndpointingRules = RULES, mode: Mode = Mode.TAP) -> tuple[Endpointer, list[Event]]:
    endpointer = Endpointer(rules, mode)
    events = [e for i, voice in enumerate(voices) for e in endpointer.feed(voice, numbered(i))]
    return endpointer, events


def _passed(events: list[Event]) -> list[int]:
    return [n for e in events if isinstance(e, SpeechStarted | SpeechGoesOn) for n in numbers(e.pcm)]


def _ended(events: list[Event]) -> SpeechEnded:
    (end,) = [e for e in events if isinstance(e, SpeechEnded)]
    return end


def test_every_block_moves_the_meter():
    _, events = _run([N] * 5 + [Y] * 5)
    assert [e.voice for e in events if isinstance(e, Heard)] == [N] * 5 + [Y] * 5


def test_the_clip_is_the_speech_with_300_ms_before_and_250_ms_after():
    _, events = _run([N] * 40 + [Y] * 30 + [N] * 40)
    heard = numbers(_ended(events).clip)
    assert heard == list(range(heard[0], heard[-1] + 1))
    assert 0.3 <= (40 - heard[0]) * BLOCK_S < 0.3 + BLOCK_S
    assert 0.25 - BLOCK_S < (heard[-1] - 69) * BLOCK_S <= 0.25


def test_the_clip_says_where_it_begins_so_that_word_times_can_be_moved_there():
    _, events = _run([N] * 40 + [Y] * 30 + [N] * 40)
    end = _ended(events)
    assert end.begins_s == pytest.approx(numbers(end.clip)[0] * BLOCK_S)
    (start,) = [e for e in events if isinstance(e, SpeechStarted)]
    assert start.at_s == pytest.approx(40 * BLOCK_S)


def test_a_file_can_keep_every_pause():
    rules = replace(RULES, max_pause_s=RULES.max_speech_s)
    endpointer, _ = _run([Y] * 20 + [N] * 300 + [Y] * 20, rules, Mode.HOLD)
    (end,) = endpointer.finish()
    assert isinstance(end, SpeechEnded)
    assert numbers(end.clip) == list(range(340))


def test_what_streams_out_is_exactly_the_clip():
    _, events = _run([N] * 20 + [Y] * 10 + [N] * 20 + [Y] * 10 + [N] * 30)
    assert _passed(events) == numbers(_ended(events).clip)


def test_speech_in_the_first_block_loses_nothing():
    _, events = _run([Y] * 20 + [N] * 30)
    assert numbers(_ended(events).clip)[0] == 0


@pytest.mark.parametrize("silence_s", [0.6, 0.8, 0.9])
def test_the_sentence_is_over_after_the_silence_asked_for(silence_s):
    _, events = _run([Y] * 20 + [N] * 60, replace(RULES, silence_s=silence_s))
    assert silence_s <= _ended(events).silent_for_s < silence_s + BLOCK_S
    assert _ended(events).why is Ending.SILENCE


def test_a_pause_shorter_than_the_silence_is_part_of_the_sentence():
    _, events = _run([Y] * 20 + [N] * 20 + [Y] * 20 + [N] * 30)
    heard = numbers(_ended(events).clip)
    assert heard[0] == 0
    assert set(range(60)) <= set(heard)


def test_after_the_end_nothing_comes_any_more():
    endpointer, events = _run([Y] * 20 + [N] * 30)
    assert isinstance(events[-1], SpeechEnded)
    assert endpointer.over
    assert not list(endpointer.feed(Y, numbered(99)))
    assert not list(endpointer.release())


@pytest.mark.parametrize("noise", [[Y], [Y] * 5, [Y, Y, *[N] * 10] * 10, [Y, Y, Y, N, N, Y, *[N] * 10] * 6])
def test_a_knock_a_click_or_a_cough_is_no_beginning(noise):
    _, events = _run([N] * 10 + noise + [N] * 20)
    assert {type(e) for e in events} == {Heard}


def test_one_short_answer_is_heard():
    _, events = _run([N] * 10 + [Y] * 8 + [N] * 30)
    assert set(range(10, 18)) <= set(numbers(_ended(events).clip))


def test_a_weak_voice_does_not_begin_but_goes_on():
    weak = 0.4
    _, events = _run([weak] * 60)
    assert {type(e) for e in events} == {Heard}
    _, events = _run([Y] * 20 + [weak] * 60 + [N] * 30)
    assert set(range(80)) <= set(numbers(_ended(events).clip))


def test_tapped_and_nobody_spoke_ends_by_itself_with_nothing():
    _, events = _run([N] * 400)
    assert isinstance(events[-1], NothingSaid)
    assert events[-1].waited_s == pytest.approx(RULES.nothing_said_after_s, abs=BLOCK_S)


def test_a_sentence_that_begins_at_the_last_moment_is_still_heard():
    _, events = _run([N] * 249 + [Y] * 20 + [N] * 30)
    assert _ended(events).clip.duration_s > 20 * BLOCK_S


def test_holding_waits_for_ever_and_letting_go_of_silence_gives_nothing():
    endpointer, events = _run([N] * 1_000, mode=Mode.HOLD)
    assert {type(e) for e in events} == {Heard}
    assert [type(e) for e in endpointer.release()] == [NothingSaid]


def test_holding_survives_any_pause_and_letting_go_ends_at_once():
    endpointer, events = _run([Y] * 20 + [N] * 100 + [Y] * 20, mode=Mode.HOLD)
    assert not endpointer.over
    (end,) = endpointer.release()
    assert isinstance(end, SpeechEnded)
    assert end.why is Ending.RELEASED
    assert numbers(end.clip) == _passed(events)


def test_a_long_pause_while_holding_is_shortened_to_its_edges():
    endpointer, _ = _run([Y] * 20 + [N] * 300 + [Y] * 20, mode=Mode.HOLD)
    (end,) = endpointer.release()
    assert isinstance(end, SpeechEnded)
    assert end.clip.duration_s < 40 * BLOCK_S + RULES.tail_s + RULES.preroll_s + 2 * BLOCK_S
    assert set(range(20)) | set(range(320, 340)) <= set(numbers(end.clip))


def test_letting_go_in_the_middle_of_a_word_keeps_the_word():
    endpointer, _ = _run([N] * 10 + [Y] * 20, mode=Mode.HOLD)
    (end,) = endpointer.release()
    assert isinstance(end, SpeechEnded)
    assert numbers(end.clip)[-1] == 29


@pytest.mark.parametrize("mode", Mode)
def test_whoever_talks_on_and_on_is_stopped_at_the_limit_and_keeps_what_was_said(mode):
    _, events = _run([Y] * 2_000, mode=mode)
    end = _ended(events)
    assert end.why is Ending.TOO_LONG
    assert RULES.max_speech_s - BLOCK_S <= end.clip.duration_s <= RULES.max_speech_s


def test_a_microphone_that_is_lost_gives_what_was_said_until_then():
    endpointer, _ = _run([N] * 10 + [Y] * 20)
    (end,) = endpointer.finish()
    assert isinstance(end, SpeechEnded)
    assert end.why is Ending.INPUT_ENDED


def test_no_sound_stands_in_a_repr():
    _, events = _run([Y] * 20 + [N] * 30)
    assert all(len(repr(e)) < 200 and "\\x" not in repr(e) for e in events)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stay_above": 0.6},
        {"start_above": 1.0},
        {"silence_s": 0.1},
        {"min_speech_s": 60.0},
        {"max_pause_s": 0.3},
        {"preroll_s": -0.1},
    ],
)
def test_rules_that_cannot_work_are_refused(wrong):
    with pytest.raises(ValueError, match="must"):
        EndpointingRules(**wrong)


@settings(deadline=None)  # a busy machine is not a wrong clip
@given(
    voices=st.lists(st.tuples(st.sampled_from([N, 0.4, Y]), st.integers(1, 40)), max_size=30),
    mode=st.sampled_from(Mode),
    max_speech_s=st.sampled_from([1.0, 45.0]),
)
def test_whatever_comes_only_sound_near_a_voice_passes_in_order_and_within_the_limit(voices, mode, max_speech_s):
    rules = replace(RULES, max_speech_s=max_speech_s)
    probabilities = [p for p, length in voices for _ in range(length)]
    endpointer, events = _run(probabilities, rules, mode)
    events += endpointer.finish()
    ends = [e for e in events if isinstance(e, SpeechEnded | NothingSaid)]
    assert len(ends) == 1
    clip = ends[0].clip if isinstance(ends[0], SpeechEnded) else AudioClip(b"")
    assert numbers(clip) == _passed(events) == sorted(set(numbers(clip)))
    assert clip.duration_s <= max_speech_s
    reach = round(rules.max_pause_s / BLOCK_S)  # no passed block is further from a voice than half of a kept pause
    for number in numbers(clip):
        assert any(p > N for p in probabilities[max(0, number - reach) : number + reach])
