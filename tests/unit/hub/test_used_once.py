"""What is good for one use is remembered for longer than it is valid."""

from datetime import timedelta

from hub.adapters.database.used_once import REMEMBERED
from hub.people.access import CEREMONY_LASTS
from hub.web.visit_page import LONGEST_CODE_S


def test_whatever_is_good_for_one_use_is_remembered_for_longer_than_it_is_valid():
    assert max(2 * CEREMONY_LASTS, timedelta(seconds=LONGEST_CODE_S)) < REMEMBERED
