from dataclasses import replace
from datetime import timedelta

import pytest

from agent.consent.grant import (
    ONCE_WINDOW,
    ConsentGrant,
    NoConsent,
    Period,
    Permit,
    Purpose,
    check,
)
from agent.consent.intent import asks_for_erasure
from agent.consent.notice import NOTICE, Notice
from tests.builders import T0, record_id

COLLECT = frozenset({Purpose.IMPROVE_SERVICE})
GRANT = ConsentGrant(record_id(1), "s-0123456789abcdef", COLLECT, NOTICE.hash, "touch", Period.WEEK, T0)


def ask(*grants, purposes=COLLECT, notice_hash=NOTICE.hash, after=timedelta(hours=1)):
    return check(grants, purposes=purposes, notice_hash=notice_hash, now=T0 + after)


def test_default_is_no_collection():
    assert ask() is NoConsent.NEVER_GIVEN


def test_live_grant_permits_its_purpose_and_no_other():
    assert ask(GRANT) == Permit(GRANT, COLLECT)
    assert ask(GRANT, purposes=frozenset({Purpose.CALL_BACK})) is NoConsent.OTHER_PURPOSE
    assert ask(GRANT, purposes=COLLECT | {Purpose.CALL_BACK}) is NoConsent.OTHER_PURPOSE


@pytest.mark.parametrize(
    ("period", "lasts"),
    [
        (Period.WEEK, timedelta(days=7)),
        (Period.QUARTER, timedelta(days=90)),
        (Period.YEAR, timedelta(days=365)),
        (Period.ONCE, ONCE_WINDOW),
    ],
)
def test_every_period_ends_by_itself(period, lasts):
    grant = replace(GRANT, period=period)
    assert isinstance(ask(grant, after=lasts - timedelta(seconds=1)), Permit)
    assert ask(grant, after=lasts) is NoConsent.EXPIRED


def test_permanent_cannot_be_written():
    with pytest.raises(ValueError, match="permanent"):
        Period("permanent")


def test_withdrawal_ends_collecting():
    withdrawn = replace(GRANT, withdrawn_at=T0 + timedelta(minutes=1))
    assert ask(withdrawn) is NoConsent.WITHDRAWN


def test_a_used_once_grant_permits_nothing_more():
    assert ask(replace(GRANT, period=Period.ONCE, used_at=T0)) is NoConsent.USED


def test_a_changed_notice_asks_again():
    changed = Notice(NOTICE.zh + "。", NOTICE.en)
    assert ask(GRANT, notice_hash=changed.hash) is NoConsent.NOTICE_CHANGED


def test_a_new_grant_counts_after_an_old_withdrawal():
    withdrawn = replace(GRANT, withdrawn_at=T0)
    fresh = replace(GRANT, grant_id=record_id(2), given_at=T0 + timedelta(minutes=5))
    assert ask(withdrawn, fresh) == Permit(fresh, COLLECT)


@pytest.mark.parametrize(
    "said",
    [
        "删除我的数据",
        "我要删除我的数据。",
        "请把我的反馈都删掉",
        "帮我清除我的记录",
        "刪除我的資料",
        "把我的信息删了",
        "제 데이터 삭제해 주세요",
        "제 데이터를 지워 주세요",
        "제 데이타 삭제 해 주세요",
        "내 정보 다 지워줘",
        "개인정보 삭제 부탁드립니다",
        "delete my data",
        "Please delete my data.",
        "I want you to delete all of my recordings",
        "erase all my personal information",
        "delete everything about me",
    ],
)
def test_short_requests_to_delete_are_understood(said):
    assert asks_for_erasure(said)


@pytest.mark.parametrize(
    "said",
    [
        "今天刹车有点异响",
        "你们的应用删除充电记录之后积分也没有了，客服让我重新绑定我的数据线，太折腾了",
        "数据线坏了",
        "不小心删了导航记录",
        "데이터 삭제가 안 돼요",
        "내비 기록이 지워졌어요",
        "제 데이터 삭제하지 마세요",
        "왜 제 기록을 삭제했어요",
        "don't delete my data",
        "Why did you delete my feedback?",
        "the app deleted my charging records and nobody helped",
        "delete my charging card from the app please",
        "remove my old tyres please",
    ],
)
def test_complaints_are_not_requests_to_delete(said):
    assert not asks_for_erasure(said)
