"""A number that was left to be called on is told apart from one that only happens to be said."""

import pickle

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker

MASKER = Masker(b"call back")


def offer(text):
    return MASKER.call_back_number(TypedText(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("空调不凉，打我电话13800138000", "13800138000"),
        ("联系我，13800138000", "13800138000"),
        ("你回我一个电话幺三八零零幺三八零零零", "13800138000"),
        ("充 电 桩 坏 了 打 我 手 机 幺 三 八 零 零 幺 三 八 零 零 零", "13800138000"),
        ("幺三八零零幺三八零零零麻烦回电", "13800138000"),
        ("手机13800138000，请尽快联系我", "13800138000"),
        ("我的电话是一三八 零零一三 八零零零", "13800138000"),
        ("我手机号13800138000", "13800138000"),
        ("联系电话：010-82339900", "01082339900"),
        ("打我办公室座机62558873", "62558873"),
        ("找不到我就打我老公的手机13900139000", "13900139000"),
        ("别打13800138000了，打我这个号13900139000", "13900139000"),
        ("我电话13800138000，别记错了", "13800138000"),
        ("Call me 13800138000", "13800138000"),
    ],
)
def test_a_number_left_for_a_call_is_offered(text, number):
    found = offer(text)
    assert found is not None
    assert found.number == number
    assert found.start in {span.start for span in MASKER.mask(TypedText(text)).spans}


@pytest.mark.parametrize(
    "text",
    [
        "空调不凉",
        "车牌京A12345，联系我",
        "他的电话是13800138000",
        "对方手机13800138000，撞了就跑",
        "不要再打13800138000",
        "别给我打13800138000这个号",
        "我打了13800138000没人接",
        "13800138000打不通",
        "我绑定的手机是13800138000，收不到验证码",
        "我的手机13800138000登录不了",
        "身份证110105198503120012，请联系我",
        "打95518没人接",
    ],
)
def test_other_numbers_are_not(text):
    assert offer(text) is None


def test_the_number_is_in_no_repr_and_cannot_be_pickled():
    found = offer("打我电话13800138000")
    assert "138" not in repr(found)
    with pytest.raises(TypeError, match="memory"):
        pickle.dumps(found)
