"""How long what is kept."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.erasure.retention import DEFAULT_DAYS, Retention
from hub.errors import InputRefusedError

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_a_feedback_stays_as_long_as_its_longest_purpose_and_a_contact_as_long_as_a_call_back():
    policy = Retention.parse("[days]\nimprove_service = 10\nco_create = 20\ncall_back = 5\n")
    days = {purposes: (policy.content_until(NOW, purposes) - NOW).days for purposes in ((), ("improve_service",))}
    assert days == {(): 10, ("improve_service",): 10}
    assert policy.content_until(NOW, ("co_create", "improve_service", "call_back")) == NOW + timedelta(days=20)
    assert policy.content_until(NOW, ("call_back", "of_the_future")) == NOW + timedelta(days=10)
    assert policy.contact_until(NOW) == NOW + timedelta(days=5)
    assert policy.shortest == 5


def test_what_a_file_does_not_say_stays_as_it_is():
    assert Retention.parse("").days == DEFAULT_DAYS
    assert Retention.parse("[days]\nclaims = 7").days == {**DEFAULT_DAYS, "claims": 7}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[days]\nfor_ever = 3", "for_ever"),
        ("[days]\ncall_back = 0", "call_back"),
        ("[days]\ncall_back = 3651", "call_back"),
        ("[days]\ncall_back = 'soon'", "call_back"),
        ("[days", "TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_says_where(text, said):
    with pytest.raises(InputRefusedError, match=said):
        Retention.parse(text)
