import pytest

from hub.people.reasons import MAX_CHARS, reason


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("回访", "回访"),
        ("  answer:  客户 要求 ", "answer: 客户 要求"),
        ("T-001212 的回访", "T-001212 的回访"),
        ("12 月 3 日约好", "12 月 3 日约好"),
        ("x" * MAX_CHARS, "x" * MAX_CHARS),
    ],
)
def test_a_reason_is_kept_as_it_was_typed(typed, kept):
    assert reason(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "x", "x" * (MAX_CHARS + 1), "打 13800138000", "打 138 0013 8000", "打 １３８００１３８０００"),
        *("打一三八零零一三八零零零", "幺三八零零幺三八零零零", "010-8888-9999"),
    ],
)
def test_a_reason_that_says_nothing_or_holds_a_number_of_somebody_is_refused(typed):
    assert reason(typed) is None
