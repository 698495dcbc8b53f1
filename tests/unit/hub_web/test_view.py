from dataclasses import replace
from datetime import timedelta

import pytest

from agent.contract.messages import Answer, QualityMark, Span
from hub.tickets.ticket import DeadlineKind, Severity, Status
from hub.web.view import (
    Order,
    Question,
    Show,
    late_words,
    pieces,
    select,
    ticket_json,
    ticket_view,
    tiles,
    tombstone_view,
)
from hub.web.wording import words_for
from tests.fakes.ticket_book import NOW, a_busy_book, a_ticket, a_tombstone

ZH, EN = words_for("zh-CN"), words_for("en")


def span(start, end, kind="PHONE"):
    return Span(start=start, end=end, type=kind, token="0a1b2c3d")


def said(found):
    return [("▣" if p.masked else "") + p.text for p in found]


# ---- masked places ----


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("PHONE", "手机号"),
        ("LANDLINE", "座机"),
        ("PLATE", "车牌"),
        ("ID_CARD", "身份证号"),
        ("BANK_CARD", "银行卡"),
        ("VIN", "车架号"),
        ("EMAIL", "邮箱"),
        ("NUM", "号码"),
        ("FROM_THE_FUTURE", "已遮盖"),
    ],
)
def test_a_masked_place_becomes_a_labelled_piece(kind, label):
    text = f"打[{kind}]吧"
    assert said(pieces(text, [span(1, len(text) - 1, kind)], ZH)) == ["打", "▣" + label, "吧"]


def test_brackets_a_person_said_themself_are_not_a_masked_place():
    assert said(pieces("按钮上写着[PHONE]", [], ZH)) == ["按钮上写着[PHONE]"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([span(0, 2), span(2, 4, "PLATE")], ["▣手机号", "▣车牌", "ef"]),
        ([span(2, 4, "PLATE"), span(0, 2)], ["▣手机号", "▣车牌", "ef"]),
        ([span(0, 4), span(1, 3, "PLATE")], ["▣手机号", "ef"]),
        ([span(0, 3), span(2, 5, "PLATE")], ["▣手机号", "def"]),
        ([span(4, 99)], ["abcdef"]),
        ([span(3, 3)], ["abcdef"]),
        ([span(0, 6)], ["▣手机号"]),
    ],
)
def test_odd_spans_lose_no_text(spans, expected):
    assert said(pieces("abcdef", spans, ZH)) == expected


# ---- rows ----


def test_an_erased_ticket_shows_number_and_time_whatever_is_still_stored():
    stored = replace(a_ticket(7, "车牌{PLATE}", rating=1, place="城西店"), status=Status.ERASED)
    row = ticket_view(stored, NOW, ZH)
    assert row.erased
    assert (row.number, row.ago) == ("T-000007", "5 分钟前")
    assert (row.pieces, row.rating, row.place, row.limits, row.facts) == ((), None, "", (), ())
    assert set(ticket_json(stored)) == {"number", "status", "received_at"}


def test_the_next_limit_comes_first_with_its_urgency_and_share():
    limits = (DeadlineKind.SAFETY, DeadlineKind.PROMISED, DeadlineKind.OUTER)
    row = ticket_view(a_ticket(1, minutes_ago=4, limits=limits), NOW, ZH)
    assert [(x.limit, x.left, x.urgency, x.elapsed) for x in row.limits] == [
        ("安全 10 分钟", "6 分 0 秒", "soon", 40),
        ("承诺 24 小时", "23 小时 56 分", "calm", 0),
        ("最晚 48 小时", "1 天 23 小时", "calm", 0),
    ]


def test_what_was_asked_and_answered_reads_in_words_with_how_sure_it_is():
    asked = (
        Answer(rule_id="charge", question="本次充电体验如何？", answer_id="slow", answer="慢", confidence=0.95),
        Answer(rule_id="charge_why", question="主要是哪方面？", answer_id="speed", answer="充电速度"),
        Answer(rule_id="more", question="还有吗？"),
    )
    marks = (QualityMark(mark="perfunctory", reason="no_more_than_a_nod"), QualityMark(mark="from_the_future"))
    ticket = replace(a_ticket(1, None, scene="charging_done"), answers=asked, marks=marks)
    shown = ticket_view(ticket, NOW, ZH)
    assert shown.answers == (
        ("本次充电体验如何？", "慢", "语音，匹配 95%"),
        ("主要是哪方面？", "充电速度", "触屏"),
        ("还有吗？", "原话见上", ""),
    )
    assert shown.marks == (
        ("敷衍回复", "回答什么问题都行，没说到具体的事"),
        ("from_the_future", "设备比服务台新，这里还没有说明"),
    )
    assert ticket_view(replace(ticket, status=Status.ERASED), NOW, ZH).answers == ()


def test_a_closed_ticket_has_no_limit_running():
    assert ticket_view(a_ticket(1, status=Status.CLOSED), NOW, ZH).limits == ()


@pytest.mark.parametrize(("rating", "word"), [(1, "很差"), (2, "较差"), (3, "一般"), (4, "满意"), (5, "很满意")])
def test_a_rating_is_said_in_words(rating, word):
    assert ticket_view(a_ticket(1, None, rating=rating), NOW, ZH).rating_words == word


@pytest.mark.parametrize(
    ("offline", "came_after", "said_late"),
    [
        (True, timedelta(hours=6, minutes=8), "离线 6 小时后送达"),
        (True, timedelta(days=3), "离线 3 天后送达"),
        (True, timedelta(days=9000), "离线后送达"),
        (True, timedelta(hours=-5), "离线后送达"),
        (True, timedelta(seconds=20), "离线后送达"),
        (False, timedelta(seconds=20), ""),
        (False, timedelta(minutes=25), "25 分钟后送达"),
        (False, timedelta(days=9000), ""),
        (False, timedelta(hours=-5), ""),
    ],
)
def test_lateness_is_said_only_as_far_as_the_device_clock_can_be_believed(offline, came_after, said_late):
    assert late_words(a_ticket(1, offline=offline, came_after=came_after), ZH) == said_late


@pytest.mark.parametrize(
    ("came_after", "doubted"), [(timedelta(days=9000), True), (timedelta(hours=-5), True), (timedelta(hours=6), False)]
)
def test_an_impossible_device_clock_is_called_that(came_after, doubted):
    facts = dict(ticket_view(a_ticket(1, came_after=came_after), NOW, ZH).facts)
    assert ("不可信" in facts["说于"]) is doubted


def test_a_row_changes_its_revision_with_its_words_and_not_with_time():
    ticket = a_ticket(1)
    first = ticket_view(ticket, NOW, ZH).rev
    assert ticket_view(ticket, NOW + timedelta(hours=1), ZH).rev == first
    assert ticket_view(replace(ticket, status=Status.CLOSED), NOW, ZH).rev != first
    assert ticket_view(ticket, NOW, EN).rev != first


# ---- choosing ----


def numbers(question, words=ZH):
    return [int(t.number[2:]) for t in select(a_busy_book().tickets(), question, NOW, words)]


def test_newest_first_is_the_default():
    found = numbers(Question())
    assert found[:3] == [1212, 1211, 1210]
    assert len(found) == 12


def test_least_time_left_puts_overdue_first_and_settled_tickets_last():
    found = numbers(Question(order=Order.LEFT))
    assert found[:4] == [1209, 1201, 1212, 1203]
    assert set(found[-2:]) == {1207, 1202}


@pytest.mark.parametrize("show", [s for s in Show if s is not Show.ALL])
def test_every_tile_counts_exactly_what_it_shows(show):
    book = a_busy_book()
    tile = next(t for t in tiles(book.counts(NOW), ZH) if t.show is show)
    assert tile.count == len(numbers(Question(show=show))) > 0


def test_a_tile_without_tickets_has_no_alarm_colour():
    counts = replace(a_busy_book().counts(NOW), overdue=0)
    assert [t.tone for t in tiles(counts, ZH) if t.show is Show.OVERDUE] == [""]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("T-001205", [1205]),
        ("t-1205", [1205]),
        ("1205", [1205]),
        ("TC-9M05-7BXD", [1205]),
        ("tc9mo57bxd", [1205]),
        ("刹车", [1212, 1209]),
        ("刹车 车架号", [1209]),
        ("手机号", [1212]),
        ("银泰", [1211]),
        ("承保", [1203]),
        ("[PHONE]", []),
        ("没有这个词", []),
    ],
)
def test_search_finds_numbers_codes_words_and_places(search, found):
    assert numbers(Question(search=search)) == found


def test_search_speaks_the_language_of_the_page():
    assert numbers(Question(search="mobile"), EN) == [1212]


def test_an_erased_ticket_is_found_by_its_number_alone():
    stored = replace(a_ticket(7, "刹车", severity=Severity.SAFETY), status=Status.ERASED)
    assert select([stored], Question(search="刹车"), NOW, ZH) == []
    assert select([stored], Question(search="T-7"), NOW, ZH) == [stored]


def test_a_search_is_in_no_repr():
    assert "13800138000" not in repr(Question(search="13800138000"))


# ---- erasures and machines ----


def test_a_tombstone_says_when_and_how_many_and_when_nothing_was_found():
    assert tombstone_view(a_tombstone(1), NOW, ZH).tickets == "1 张"
    assert tombstone_view(a_tombstone(1, tickets_erased=0), NOW, ZH).tickets == "没有找到工单"
    assert tombstone_view(a_tombstone(1), NOW, ZH).done == "11 月 21 日 14:32:11"


def test_the_machine_view_carries_no_subject_and_no_token():
    flat = repr(ticket_json(a_ticket(1, "打{PHONE}")))
    assert "subject" not in flat
    assert "0a1b2c3d4e5f6071" not in flat
