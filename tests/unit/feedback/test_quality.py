"""Replies that say nothing: marked with a reason, never dropped."""

import pytest

from agent.feedback.quality import Perfunctory, perfunctory
from tests.benchmarks.quality import WANTED_F1, figures, repeated
from tests.corpora.quality import corpus


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Perfunctory.EMPTY),
        ("……", Perfunctory.EMPTY),
        ("嗯，那个", Perfunctory.EMPTY),
        ("啊啊啊啊啊", Perfunctory.TYPED_AT_RANDOM),
        ("asdfgh", Perfunctory.TYPED_AT_RANDOM),
        ("123456", Perfunctory.TYPED_AT_RANDOM),
        ("好的好的好的好的", Perfunctory.TYPED_AT_RANDOM),
        ("没有", Perfunctory.NO_MORE_THAN_A_NOD),
        ("还行吧。", Perfunctory.NO_MORE_THAN_A_NOD),
        ("嗯嗯，挺好的", Perfunctory.NO_MORE_THAN_A_NOD),
        ("都可以，没意见", Perfunctory.NO_MORE_THAN_A_NOD),
        ("OK", Perfunctory.NO_MORE_THAN_A_NOD),
        ("本次充电体验", Perfunctory.THE_QUESTION_ITSELF),
    ],
)
def test_what_says_nothing_is_marked_with_its_reason(text, reason):
    assert perfunctory(text, "本次充电体验如何？") is reason


@pytest.mark.parametrize(
    "text",
    [
        "慢",
        "太贵",
        "支付麻烦",
        "刹车响",
        "没修好",
        "不好",
        "好贵",
        "没有充电枪",
        "还行就是有点慢",
        "可以再快点",
        "电话[PHONE]",
        "一般，等了半小时",
        "111号桩坏了",
    ],
)
def test_a_short_reply_that_says_something_is_not_marked(text):
    assert perfunctory(text, "本次充电体验如何？") is None


@pytest.mark.parametrize("text", ["没有", "不用", "好", "嗯", "是的", "不清楚", "还行"])
def test_a_closed_question_is_answered_by_a_nod(text):
    assert perfunctory(text, "是否需要协助联系维修厂？") is None
    assert perfunctory(text, "您有什么建议？") is not None


def test_to_whom_everything_is_the_same_answers_no_question():
    assert perfunctory("随便", "希望去4S店维修还是合作维修厂？") is Perfunctory.NO_MORE_THAN_A_NOD
    assert perfunctory("合作维修厂", "希望去4S店维修还是合作维修厂？") is None


@pytest.mark.parametrize("text", ["打开空调", "导航回家", "放首歌", "今天天气怎么样", "吃了吗"])
def test_what_is_said_to_the_assistant_is_off_topic(text):
    assert perfunctory(text) is Perfunctory.OFF_TOPIC


@pytest.mark.parametrize("text", ["打开空调没反应", "导航回家绕路了", "打电话没人接", "空调", "声音大"])
def test_what_is_told_about_the_car_is_on_topic(text):
    assert perfunctory(text) is None


def test_a_sentence_that_can_be_cut_in_many_ways_is_judged_at_once():
    assert perfunctory("就是" * 14 + "坏") is None
    assert perfunctory("那个就是" * 7 + "坏") is None


def test_the_labelled_replies_and_pairs_that_were_held_back_are_judged_well():
    replies = [one for one in corpus.replies() if one.held_back]
    pairs = [one for one in corpus.pairs() if one.held_back]
    words = figures((r.label != corpus.TELLS, perfunctory(r.text, r.question) is not None) for r in replies)
    again = figures((p.same, repeated(p)) for p in pairs)
    assert min(words.f1, again.f1) >= WANTED_F1


def test_words_that_nobody_foresaw_are_hardly_ever_marked_wrongly():
    fresh = corpus.replies(corpus.FRESH_REPLIES)
    words = figures((r.label != corpus.TELLS, perfunctory(r.text, r.question) is not None) for r in fresh)
    assert words.precision >= 0.97


def test_the_labelled_sets_are_as_large_as_their_readme_says():
    texts = [(r.question, r.text) for r in corpus.replies()]
    assert len(texts) == len(set(texts)) == 874
    assert len(corpus.pairs()) == 129
    third = sum(corpus.held_back(f"{question}\n{text}") for question, text in texts) / len(texts)
    assert 0.28 < third < 0.38
