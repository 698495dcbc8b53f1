"""What is said aloud, when nothing is, and that the device is still while it listens."""

import time
from collections.abc import Callable, Iterator

import pytest

from agent.aloud import Aloud, Hushed, Telling
from agent.consent.grant import Permit
from agent.errors import TemporaryError
from agent.listening.endpointing import Event, NothingSaid
from agent.ports import Sound
from agent.prompting.wording import figures_only
from tests.fakes.loud import PlainVoice, WatchedLoudspeaker
from tests.fakes.voices import PERMIT

RECORDED = {
    "event": "recorded",
    "wording": "您反馈的问题已记录。",
    "wording_en": "Recorded.",
    "receipt_secret": "secret",
}


class Room:
    """A source that notes whether the loudspeaker plays while it is open."""

    notes: tuple[str, ...] = ("a note",)

    def __init__(self, loudspeaker: WatchedLoudspeaker, during: Callable[[], object] = lambda: None) -> None:
        self._loudspeaker = loudspeaker
        self._during = during
        self.heard_it: list[bool] = []

    def listen(self, permit: Permit) -> Iterator[Event]:
        for _ in range(5):
            self.heard_it.append(self._loudspeaker.playing)
            self._during()
            time.sleep(0.01)
        yield NothingSaid(0.05)


class Page:
    def __init__(self) -> None:
        self.told: list[dict[str, object]] = []

    def tell(self, event):
        self.told.append(event)

    def ask(self, question):
        return {"asked": question["event"]}

    def released(self):
        return True


@pytest.fixture
def loudspeaker():
    return WatchedLoudspeaker()


@pytest.fixture
def aloud(loudspeaker):
    made = Aloud(PlainVoice(), loudspeaker, wanted=lambda: True, language="zh-CN")
    yield made
    made.close()


def until(condition):
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_sentence_is_said_in_the_language_that_is_spoken_here(aloud, loudspeaker):
    aloud.say("本次充电体验如何？", "How was this charge?")
    until(lambda: loudspeaker.played == ["本次充电体验如何？"])
    aloud.language = "en"
    aloud.say("本次充电体验如何？", "How was this charge?")
    until(lambda: loudspeaker.played[1:] == ["How was this charge?"])


def test_nothing_is_said_while_a_microphone_is_open_and_what_was_being_said_ends_before_it_opens(aloud, loudspeaker):
    aloud.say("本次充电体验如何？", "")
    until(lambda: loudspeaker.playing)
    room = Room(loudspeaker, during=lambda: aloud.say("听到了。", ""))
    source = Hushed(room, aloud)
    assert list(source.listen(PERMIT)) == [NothingSaid(0.05)]
    assert room.heard_it == [False] * 5
    assert source.notes == ("a note",)
    assert (loudspeaker.cut_short, loudspeaker.played) == (["本次充电体验如何？"], [])
    aloud.say("已记录。", "")
    until(lambda: loudspeaker.played == ["已记录。"])


def test_a_source_that_fails_lets_the_device_speak_again(aloud, loudspeaker):
    def breaks():
        raise TemporaryError("unplugged")

    with pytest.raises(TemporaryError):
        list(Hushed(Room(loudspeaker, breaks), aloud).listen(PERMIT))
    aloud.say("请再说一遍。", "")
    until(lambda: loudspeaker.played == ["请再说一遍。"])


def test_a_newer_sentence_takes_the_place_of_an_older(aloud, loudspeaker):
    aloud.say("第一句。", "")
    until(lambda: loudspeaker.playing)
    aloud.say("第二句。", "")
    until(lambda: loudspeaker.played == ["第二句。"])
    assert loudspeaker.cut_short == ["第一句。"]


def test_who_wants_it_silent_hears_nothing_and_a_device_without_a_voice_says_nothing(loudspeaker):
    for voice, wanted in ((PlainVoice(), False), (None, True)):
        aloud = Aloud(voice, loudspeaker, wanted=lambda wanted=wanted: wanted, language="zh-CN")
        aloud.say("已记录。", "")
        aloud.close()
    assert loudspeaker.played == loudspeaker.cut_short == []


def test_without_a_loudspeaker_everything_else_goes_on_and_the_status_says_why(caplog):
    aloud = Aloud(PlainVoice(), WatchedLoudspeaker(TemporaryError("none")), wanted=lambda: True, language="zh-CN")
    for _ in range(3):
        aloud.say("已记录。", "")
        until(lambda: aloud.status() == {"on": True, "trouble": "none"})
    aloud.close()
    assert len([line for line in caplog.records if "aloud" in line.message]) == 1


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (RECORDED, ["您反馈的问题已记录。"]),
        ({"event": "not_kept", "reason": "nothing_said"}, ["没有听到，请再说一遍。"]),
        ({"event": "not_this_trip", "on": True}, ["好的，本次行程不打扰您。"]),
        ({"event": "erased"}, ["已按您的要求删除。"]),
        ({"event": "heard", "masked": "刹车有点异响", "readable": "刹车有点异响"}, []),
        ({"event": "partial", "masked": "刹车"}, []),
        ({"event": "export", "records": []}, []),
    ],
)
def test_only_sentences_of_ours_are_said_and_never_words_of_a_person(aloud, loudspeaker, event, said):
    page = Page()
    Telling(page, aloud, lambda: False).tell(event)
    time.sleep(0.02)
    until(lambda: not loudspeaker.playing)
    until(lambda: loudspeaker.played == said)
    assert page.told == [event]


def test_at_the_wheel_what_the_screen_would_ask_is_said_in_a_word_and_parked_it_is_not(aloud, loudspeaker):
    page = Page()
    assert Telling(page, aloud, lambda: False).ask({"event": "review", "call_back": None}) == {"asked": "review"}
    driving = Telling(page, aloud, lambda: True)
    driving.ask({"event": "review", "call_back": None})
    until(lambda: loudspeaker.played == ["听到了。"])
    driving.ask({"event": "ask_consent", "notice_zh": "……"})
    until(lambda: loudspeaker.played[1:] == ["请停车后同意，再说。"])


def test_a_question_with_anything_but_figures_in_it_is_not_said_aloud():
    assert figures_only("查勘员约 {eta_minutes} 分钟后到。", {"eta_minutes": 8})
    assert figures_only("本次充电体验如何？", {"part": "刹车"})
    assert not figures_only("{part}是什么声音？", {"part": "刹车"})


def test_a_sound_shows_nothing_of_itself():
    assert "pcm" not in repr(Sound(b"\1\2", 16_000))
