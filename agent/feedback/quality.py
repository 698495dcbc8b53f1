"""Whether a reply says anything: perfunctory and repeated ones are marked, with the reason, and never dropped.

- Short is not perfunctory: 慢, 太贵 and 支付麻烦 say what is wrong. 还行 and 没有 do not.
- A reply is compared by a keyed fingerprint of its masked words, in memory alone: nothing is kept of what was said, and
  an erasure forgets the fingerprints of its subject.
"""

import hashlib
import hmac
import re
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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


_SIGNS: Final = re.compile(r"[\W_]+")
_SOUNDS: Final = re.compile(
    r"^(?:嗯|啊|呃|额|哦|噢|喂|那个|这个|就是|然后|哈|呵)+|(?:吧|啊|呢|嘛|呀|哈|哦|了|的|咯|啦|喽)+$"
)
_NOD: Final = (
    "无|没|没有|没什么|没啥|没意见|没有意见|没想法|没有了|没什么好说|没什么要说|暂无|暂时没有|没有建议|没建议|无意见|无建议"
    "|好|很好|挺好|都好|还好|蛮好|好好|非常好|不错|挺不错|很不错|可以|还可以|都可以|挺可以|行|还行|都行|凑合|一般|一般般|就那样|就这样"
    "|老样子|差不多|正常|都正常|满意|很满意|挺满意|非常满意|都满意|随便|不知道|不清楚|不懂|说不上来|不好说|忘|没感觉|没注意|同上|如题"
    "|知道|收到|是|对|嗯|哦|谢谢|多谢|辛苦|再见|拜拜|ok|okay|okk|fine|good|nice|yes|no|none|nothing|na|test|测试|试试|试一下|666|6|111|1|赞|棒"
)
_NODS: Final = re.compile(rf"(?:(?:{_NOD})(?:吧|啊|呢|嘛|呀|哈|哦|了|的|都|也|就|挺|还|真)*){{1,3}}", re.IGNORECASE)
_REPEATED: Final = re.compile(r"(.{1,3}?)\1{3,}")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "abcdefghijklmnopqrstuvwxyz")
_ROW: Final = 4
"""Neighbouring keys in a row that nobody types on purpose."""


def perfunctory(text: str, question: str = "") -> Perfunctory | None:
    """Why this reply says nothing, or None where it says something.

    Args:
        text: masked. A label such as [PHONE] says something.
        question: what was asked, where something was.
    """
    if "[" in text:
        return None
    plain = _SIGNS.sub("", text).lower()
    bare = _SOUNDS.sub("", plain)
    if _REPEATED.fullmatch(plain) or _is_a_row_of_keys(bare):
        return Perfunctory.TYPED_AT_RANDOM
    if not bare:
        return Perfunctory.EMPTY
    if question and bare in _SIGNS.sub("", question).lower() and len(bare) > len(question) // 2:
        return Perfunctory.THE_QUESTION_ITSELF
    return Perfunctory.NO_MORE_THAN_A_NOD if _NODS.fullmatch(plain) or _NODS.fullmatch(bare) else None


def _is_a_row_of_keys(text: str) -> bool:
    rows = [*_ROWS, *(row[::-1] for row in _ROWS)]
    return len(text) >= _ROW and any(text in row * 2 for row in rows)


# ---- said before ---------------------------------------------------------------------------------------------------

REMEMBERED: Final = timedelta(days=7)
ALIKE: Final = 0.8
"""Share of character pairs that two replies have in common, from which on the second repeats the first."""
_SHORTEST: Final = 6
"""Characters. Two people may well both say 太慢了."""
_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class _Seen:
    subject: str
    at: datetime
    pairs: frozenset[bytes] = field(repr=False)


class Recent:
    """The last replies on one device, by fingerprint.

    Args:
        key: random, made at each start: fingerprints mean nothing elsewhere or afterwards.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._seen: deque[_Seen] = deque(maxlen=_MOST)

    def repeats(self, subject: str, text: str, now: datetime) -> bool:
        """Whether this was said here within the last days, by anybody; remembers it."""
        plain = _SIGNS.sub("", text)
        if len(plain) < _SHORTEST:
            return False
        pairs = frozenset(self._mark(plain[at : at + 2]) for at in range(len(plain) - 1))
        known = any(_overlap(pairs, one.pairs) >= ALIKE for one in tuple(self._seen) if now - one.at < REMEMBERED)
        self._seen.append(_Seen(subject, now, pairs))
        return known

    def forget(self, subject: str) -> None:
        """All fingerprints of a subject that was erased."""
        self._seen = deque((one for one in tuple(self._seen) if one.subject != subject), maxlen=_MOST)

    def _mark(self, pair: str) -> bytes:
        return hmac.new(self._key, pair.encode(), hashlib.sha256).digest()[:8]


def _overlap(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    return len(one & other) / len(one | other)
