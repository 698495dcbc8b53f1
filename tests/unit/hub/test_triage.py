"""Who answers, and how urgent it is: tables of sentences."""

import pytest

from agent.contract.messages import Answer, Context, DeviceKind, MaskedText
from hub.tickets.ticket import Department, Severity
from hub.tickets.triage import triage
from tests.builders import feedback

HEAD_UNIT, KIOSK, TERMINAL = DeviceKind.HEAD_UNIT, DeviceKind.CHARGER_KIOSK, DeviceKind.SERVICE_TERMINAL


def said(text, rating=None, kind=HEAD_UNIT, scene="spontaneous", *, safety=False, answers=()):
    return triage(
        feedback(
            text=MaskedText(text=text) if text else None,
            rating=rating,
            safety=safety,
            answers=answers,
            context=Context(device_kind=kind, scene=scene),
        )
    )


@pytest.mark.parametrize(
    ("text", "rating", "severity"),
    [
        ("今天刹车有点异响", None, Severity.SAFETY),
        ("今天刹车有点异响", 5, Severity.SAFETY),
        ("充电的时候冒烟了", None, Severity.SAFETY),
        ("The brakes make a noise", None, Severity.SAFETY),
        ("车在高架上抛锚了", None, Severity.HIGH),
        ("我要投诉", None, Severity.HIGH),
        ("支付二维码扫不出来", 2, Severity.HIGH),
        ("", 1, Severity.HIGH),
        ("", 3, Severity.MEDIUM),
        ("支付二维码扫不出来", None, Severity.MEDIUM),
        ("充电速度不太满意", None, Severity.MEDIUM),
        ("服务很好", None, Severity.LOW),
        ("", 4, Severity.LOW),
        ("", 5, Severity.LOW),
    ],
)
def test_severity_comes_from_words_and_rating(text, rating, severity):
    assert said(text, rating).severity is severity


def test_a_safety_sentence_without_a_known_word_goes_to_whoever_is_on_the_road_first():
    assert said("杀车突然失灵了", safety=True).department is Department.ROADSIDE
    assert said("刹车有点异响", safety=True).department is Department.REPAIR


def test_the_device_safety_flag_is_never_overruled():
    assert said("一切都很好", 5, safety=True).severity is Severity.SAFETY


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("需要拖车", Department.ROADSIDE),
        ("充电桩起火了", Department.ROADSIDE),
        ("理赔进度太慢", Department.CLAIMS),
        ("查勘员态度不好", Department.CLAIMS),
        ("今年保费涨得不合理", Department.UNDERWRITING),
        ("快充变成慢充了", Department.CHARGING),
        ("保养等了一个多小时", Department.REPAIR),
        ("今天刹车有点异响", Department.REPAIR),
        ("导航总是卡", Department.PRODUCT),
        ("the app is slow", Department.PRODUCT),
        ("towards the mall, happy", Department.SERVICE_DESK),
        ("没什么想说的", Department.SERVICE_DESK),
    ],
)
def test_the_department_comes_from_words(text, department):
    assert said(text).department is department


@pytest.mark.parametrize(
    ("kind", "scene", "department"),
    [
        (KIOSK, "spontaneous", Department.CHARGING),
        (TERMINAL, "spontaneous", Department.REPAIR),
        (HEAD_UNIT, "spontaneous", Department.SERVICE_DESK),
        (HEAD_UNIT, "accident", Department.CLAIMS),
        (HEAD_UNIT, "charging_done", Department.CHARGING),
        (TERMINAL, "a scene of the future", Department.REPAIR),
    ],
)
def test_without_telling_words_scene_and_device_decide(kind, scene, department):
    assert said("", 3, kind, scene).department is department


def test_a_touched_answer_counts_as_if_it_had_been_said():
    touched = (Answer(rule_id="charge", question="本次充电体验如何？", answer_id="payment", answer="没人管，要投诉"),)
    assert said(None, answers=touched, scene="claim_closed") == said("没人管，要投诉", scene="claim_closed")
    assert said(None, scene="claim_closed").department is Department.CLAIMS
