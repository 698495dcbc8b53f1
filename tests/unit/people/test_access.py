import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.people import challenge, ranges
from hub.people.access import (
    CEREMONY_LASTS,
    IDLE_LIMIT,
    SESSION_LIMIT,
    Person,
    Session,
    code_key,
    form_token,
    is_name,
    make_code,
    token_key,
)
from hub.people.roles import Role
from hub.tickets.ticket import Department

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KEY = bytes(range(32))


def person(*roles, department=None, disabled_at=None):
    return Person("王丽", roles, department, NOW, disabled_at)


@pytest.mark.parametrize(
    ("idle", "age", "live"),
    [
        (timedelta(0), timedelta(0), True),
        (IDLE_LIMIT - timedelta(seconds=1), timedelta(hours=1), True),
        (IDLE_LIMIT, timedelta(hours=1), False),
        (timedelta(0), SESSION_LIMIT - timedelta(seconds=1), True),
        (timedelta(0), SESSION_LIMIT, False),
    ],
)
def test_a_session_ends_when_idle_and_after_a_shift(idle, age, live):
    session = Session(person(Role.REVIEWER), NOW - age, NOW - idle, "key")
    assert session.is_live(NOW) is live


def test_a_disabled_persons_session_opens_nothing():
    out = person(Role.ADMINISTRATOR, disabled_at=NOW)
    assert not Session(out, NOW, NOW, "key").is_live(NOW)
    assert out.may == frozenset()


@pytest.mark.parametrize(
    ("roles", "sees"),
    [
        ((Role.DEPARTMENT,), Department.CLAIMS),
        ((Role.DEPARTMENT, Role.REVIEWER), Department.CLAIMS),
        ((Role.DEPARTMENT, Role.SERVICE_DESK), None),
        ((Role.DEPARTMENT, Role.CALL_BACK), None),
    ],
)
def test_a_department_sees_its_own_tickets_unless_another_role_sees_all(roles, sees):
    assert person(*roles, department=Department.CLAIMS).confined_to is sees


def test_a_code_is_read_as_people_type_it_and_only_its_hash_is_kept():
    code = make_code(os.urandom)
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert code_key(typed) == code_key(code)
    assert code.replace("-", "") not in code_key(code)
    assert code_key(make_code(os.urandom)) != code_key(code)


@pytest.mark.parametrize("typed", ["", "A", "U" * 20, "0" * 19, "0" * 21])
def test_what_has_another_shape_is_no_code(typed):
    assert code_key(typed) is None


def test_the_form_token_gives_no_session_away():
    assert form_token("a") != form_token("b")
    assert token_key(form_token("a")) != token_key("a")


@pytest.mark.parametrize("name", ["王丽", "Li Na", "a.b-c", "王", "x" * 60])
def test_a_name_is_letters_and_little_else(name):
    assert is_name(name)


@pytest.mark.parametrize("name", ["", " 王", "王 ", "a:b", "account:root", "<b>", "x" * 61, "a\nb"])
def test_what_could_be_taken_for_something_else_in_the_log_is_no_name(name):
    assert not is_name(name)


def test_a_challenge_is_good_for_its_purpose_and_its_time():
    fresh = challenge.make(KEY, "sign_in", NOW, os.urandom)
    assert challenge.is_ours(KEY, "sign_in", fresh, NOW)
    assert challenge.is_ours(KEY, "sign_in", fresh, NOW + CEREMONY_LASTS - timedelta(seconds=1))
    assert not challenge.is_ours(KEY, "sign_in", fresh, NOW + CEREMONY_LASTS)
    assert not challenge.is_ours(KEY, "another", fresh, NOW)
    assert not challenge.is_ours(bytes(32), "sign_in", fresh, NOW)


@given(st.binary(max_size=80), st.integers(0, 55), st.integers(1, 255))
def test_no_other_bytes_are_a_challenge(raw, at, change):
    assert not challenge.is_ours(KEY, "sign_in", raw, NOW)
    fresh = bytearray(challenge.make(KEY, "sign_in", NOW, os.urandom))
    fresh[at] ^= change
    assert not challenge.is_ours(KEY, "sign_in", bytes(fresh), NOW)


@given(st.sets(st.integers(1, 40)))
def test_a_look_names_each_ticket_it_showed_and_no_other(numbers):
    what = ranges.said(f"T-{number:06d}" for number in numbers)
    assert {number for number in range(50) if ranges.covers(what, f"T-{number:06d}")} == numbers


def test_neighbours_are_said_as_a_range():
    assert ranges.said(["T-000003", "T-000001", "T-000002", "T-000009"]) == "T-000001–T-000003 T-000009"
