"""Whether a reply says anything: perfunctory ones are marked, with the reason, and never dropped.

- Short is not perfunctory: 慢, 太贵 and 支付麻烦 say what is wrong. 还行 and 没有 do not, unless a closed question was
  asked.
- What it is worth, and what it misses: `make bench-quality`.
"""

import re
from enum import StrEnum
from typing import Final


class Perfunctory(StrEnum):
    """Why a reply says nothing."""

    EMPTY = "empty"
    """Nothing but signs and sounds of thinking."""
    TYPED_AT_RANDOM = "typed_at_random"
    """啊啊啊啊, 123456, asdfgh."""
    NO_MORE_THAN_A_NOD = "no_more_than_a_nod"
    """还行, 没有, 都可以: it would answer any question."""
    THE_QUESTION_ITSELF = "the_question_itself"
    OFF_TOPIC = "off_topic"
    """打开空调, 吃了吗: said to the car's assistant, or to nobody."""


_SIGNS: Final = re.compile(r"[\W_]+")
_CLOSED: Final = re.compile(r"吗|是否|能否|可否|有没有|(.)不\1")
_CHOICE: Final = "还是"
_ASKS: Final = re.compile(r"如何|怎么|怎样|是否|哪|什么|几|吗")
_ECHO: Final = 0.7
"""Share of a reply's character pairs that stand in the question, from which on it only says the question again."""
_SHORTEST_ECHO: Final = 4
"""Characters. 充电 may be meant as an answer."""


def perfunctory(text: str, question: str = "") -> Perfunctory | None:
    """Why this reply says nothing, or None where it says something.

    Args:
        text: masked. A label such as [PHONE] says something.
        question: what was asked, where something was. 没有 and 好 answer a closed one.
    """
    if "[" in text:
        return None
    from agent.feedback import nothing_said, random_keys  # only where somebody said something
    from agent.feedback.traditional import simplified

    clauses = [clause for clause in _SIGNS.split(simplified(text).lower()) if clause]
    plain = "".join(clauses)
    closed = _CLOSED.search(question) is not None or _CHOICE in question
    if not plain:
        return Perfunctory.EMPTY
    one_piece = len(clauses) == 1 or max(map(len, clauses)) == 1
    if one_piece and (random_keys.is_random(plain) or _is_one_nod_over_and_over(plain)):
        return Perfunctory.TYPED_AT_RANDOM
    if closed and _ASSENT.fullmatch(plain):
        return None
    if nothing_said.is_sound(plain) or nothing_said.is_of_a_film(plain):
        return Perfunctory.EMPTY
    if nothing_said.is_for_somebody_else(plain):
        return Perfunctory.OFF_TOPIC
    if nothing_said.is_nod(plain) or all(nothing_said.is_nod(one) or nothing_said.is_sound(one) for one in clauses):
        answers = closed and not nothing_said.is_refusal(plain)
        return None if answers else Perfunctory.NO_MORE_THAN_A_NOD
    if question and _is_echo(plain, _SIGNS.sub("", question).lower()):
        return Perfunctory.THE_QUESTION_ITSELF
    return None


_ASSENT: Final = re.compile(r"[嗯对是好行]+[的啊呀]*")
_OVER_AND_OVER: Final = re.compile(r"(.{1,3}?)\1{3,}")


def _is_one_nod_over_and_over(text: str) -> bool:
    from agent.feedback.nothing_said import is_nod, is_sound

    return _OVER_AND_OVER.fullmatch(text) is not None and (is_nod(text) or is_sound(text))


def _is_echo(text: str, question: str) -> bool:
    """Whether it is the question again, or a piece of it that answers nothing."""
    if _ASKS.search(text) is None and (len(text) < _SHORTEST_ECHO or _CHOICE in question):
        return False
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    return bool(pairs) and sum(pair in question for pair in pairs) >= _ECHO * len(pairs)
