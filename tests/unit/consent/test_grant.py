from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest

from agent.consent.grant import (
    GUARDIAN,
    ONCE_WINDOW,
    ConsentGrant,
    NoConsent,
    Period,
    Permit,
    Purpose,
    check,
    stands_alone,
)
from agent.consent.intent import asks_for_erasure
from agent.consent.notice import (
    FACE,
    NOTICE,
    TOUCH_NOTICE,
    Notice,
    is_current,
    is_current_for_a_touch,
    notice_for,
)
from tests.builders import T0, record_id

COLLECT = frozenset({Purpose.IMPROVE_SERVICE})
GRANT = ConsentGrant(record_id(1), "s-0123456789abcdef", COLLECT, NOTICE.hash, "touch", Period.WEEK, T0)


def ask(*grants, purposes=COLLECT, after=timedelta(hours=1), **how):
    return check(grants, purposes=purposes, is_current=is_current, now=T0 + after, **how)


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
    assert ask(replace(GRANT, notice_hash=changed.hash)) is NoConsent.NOTICE_CHANGED
    more = COLLECT | {Purpose.CALL_BACK}
    assert ask(replace(GRANT, purposes=more), purposes=more) is NoConsent.NOTICE_CHANGED, "it was never shown for this"


def test_one_switch_turned_off_leaves_the_others():
    purposes = COLLECT | {Purpose.CALL_BACK}
    both = replace(GRANT, purposes=purposes, notice_hash=notice_for(purposes).hash)
    off = replace(both, withdrawn=frozenset({Purpose.CALL_BACK}))
    assert isinstance(ask(both, purposes=purposes), Permit)
    assert ask(off, purposes=purposes) is NoConsent.WITHDRAWN
    assert isinstance(ask(off), Permit)
    assert off.standing == COLLECT


def test_under_14_only_a_guardians_grant_counts():
    by_guardian = replace(
        GRANT, given_by=GUARDIAN, notice_hash=notice_for(COLLECT, by_guardian=True).hash, grant_id=record_id(2)
    )
    assert ask(GRANT, guardian_only=True) is NoConsent.GUARDIAN_NEEDED
    assert ask(guardian_only=True) is NoConsent.GUARDIAN_NEEDED
    assert ask(GRANT, by_guardian, guardian_only=True) == Permit(by_guardian, COLLECT)


def test_voice_is_agreed_to_with_nothing_beside_it():
    voice = Purpose.KEEP_VOICE_FOR_REVIEW
    assert stands_alone(frozenset({voice}))
    assert stands_alone(COLLECT | {Purpose.CALL_BACK})
    assert not stands_alone(COLLECT | {voice})
    assert not stands_alone(frozenset())


def test_touching_a_face_is_consent_to_that_rating_and_to_nothing_in_words():
    touched = replace(GRANT, how=FACE, notice_hash=TOUCH_NOTICE.hash, period=Period.ONCE)
    assert ask(touched) is NoConsent.NOTICE_CHANGED
    permit = check((touched,), purposes=COLLECT, is_current=is_current_for_a_touch, now=T0)
    assert permit == Permit(touched, COLLECT)


@pytest.mark.parametrize("notice", [*(notice_for(frozenset({p})) for p in Purpose), TOUCH_NOTICE])
def test_every_notice_says_what_for_how_long_who_sees_it_and_that_nothing_is_sold(notice):
    assert "我们不会因反馈内容向您推销保险" in notice.zh
    assert "never used to sell you insurance" in notice.en
    assert "14" in notice.zh
    assert "14" in notice.en
    if notice is not TOUCH_NOTICE:
        assert all(word in notice.zh for word in ("收集：", "用途：", "保存：", "撤回", "删除", "拒绝"))
        assert all(word in notice.en for word in ("Collected:", "For:", "Kept:", "withdraw", "delete", "refuse"))
        assert "谁能看到：" in notice.zh


def test_every_set_of_purposes_has_a_notice_of_its_own():
    sets = [frozenset(chosen) for size in range(1, 6) for chosen in combinations(Purpose, size)]
    hashes = {notice_for(s, by_guardian=guardian).hash for s in sets for guardian in (False, True)}
    assert len(hashes) == 2 * len(sets)


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
