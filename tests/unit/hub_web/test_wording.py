import string

import pytest

from agent.contract.messages import DeviceKind
from agent.feedback.own_taps import Doubt
from agent.feedback.quality import Perfunctory
from agent.visiting.token import Way
from hub.adapters.database.ticket_desk import NotMoved
from hub.people.audit_chain import Action, Fault
from hub.people.roles import Role
from hub.tickets.moves import NEXT
from hub.tickets.review import Objection
from hub.tickets.ticket import DeadlineKind, Department, Severity, Status
from hub.web.contacts_page import WHY
from hub.web.view import Show
from hub.web.wording import LANGUAGES, words_for

ZH, EN = (words_for(language) for language in LANGUAGES)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_everything_with_the_same_placeholders():
    assert set(ZH.texts) == set(EN.texts)
    differing = {k for k in ZH.texts if placeholders(ZH.texts[k]) != placeholders(EN.texts[k])}
    assert differing == {"moment", "moment.year"}  # Chinese counts its months, English names them
    assert [k for k in ZH.texts if not (ZH.texts[k].strip() and EN.texts[k].strip())] == []


def test_no_chinese_is_left_in_the_english_page():
    left = {k for k, text in EN.texts.items() if any("\u4e00" <= c <= "\u9fff" for c in text)}
    assert left == {"to_language"}  # it names the other language in that language's own words


@pytest.mark.parametrize(
    ("prefix", "kinds"),
    [
        ("severity", Severity),
        ("status", Status),
        ("department", Department),
        ("device", DeviceKind),
        ("limit", DeadlineKind),
        ("show", [s for s in Show if s is not Show.ALL]),
    ],
)
def test_every_value_a_ticket_can_have_has_its_words(prefix, kinds):
    for kind in kinds:
        assert f"{prefix}.{kind}" in ZH.texts


@pytest.mark.parametrize(
    ("prefix", "kinds"),
    [("action", Action), ("role", Role), ("review.wrong", Objection), ("audit", Fault), ("why", WHY)],
)
def test_everything_that_staff_do_and_are_has_its_words(prefix, kinds):
    joint = "_" if prefix == "review.wrong" else "."
    assert [kind for kind in kinds if f"{prefix}{joint}{kind}" not in ZH.texts] == []
    assert [role for role in Role if f"role.{role}.may" not in ZH.texts] == []


def test_an_unknown_language_is_answered_in_chinese():
    assert words_for("xx").language == "zh-CN"
    assert words_for(None).language == "zh-CN"


def test_a_missing_key_is_an_error_not_an_empty_place():
    with pytest.raises(KeyError):
        ZH("no.such.key")


@pytest.mark.parametrize("reason", [*Perfunctory, *Doubt, "repeated"])
def test_every_mark_that_a_device_sets_is_told_and_explained(reason):
    for language in LANGUAGES:
        words = words_for(language)
        assert words(f"mark.{reason}")
        assert words(f"mark_why.{reason}")


def test_every_way_in_and_every_step_of_a_ticket_has_its_words():
    for language in LANGUAGES:
        words = words_for(language)
        assert all(words(f"entry.{way}") for way in ("face", *Way))
        assert all(words(f"move.{after}") for nexts in NEXT.values() for after in nexts)
        assert all(words(f"move.wrong_{why}") for why in NotMoved)
