"""Whether a reply was given on this device before, word for word or with small edits: marked, and never dropped.

- A small edit is a particle, a word more or less, another order, 两 for 2, 没 for 没有. Another number, another
  denial or one word put for another (插 for 拔) makes it a report of its own, however alike the rest is: three
  customers may well tell of the same charger.
- Replies are compared by keyed fingerprints, in memory alone: nothing is kept of what was said, and an erasure forgets
  the fingerprints of its subject.
"""

import hashlib
import hmac
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

REMEMBERED: Final = timedelta(days=7)
_SHORTEST: Final = 6
"""Characters. Two people may well both say 太慢了; and in so few that are left of a reply every one counts."""
_MOST: Final = 200
_ALIKE: Final = 0.5
"""Share of character pairs that both have; another order of three clauses leaves so many."""
_MORE: Final = 0.15
"""Share of a reply's characters that the other may have more."""
_PUT_FOR: Final = 12
"""Characters of a reply from which on one may be another, misheard or mistyped. In a shorter one it is the point."""

_SIGNS: Final = re.compile(r"[\W_]+")
_LIGHT: Final = re.compile(
    r"之后|以后|的时候|时候|[了啊呢吧呀哦嘛啦的地得着到很也都就还又再有点是这那些个真挺太我时要]"
)
"""What comes and goes without a change of sense."""
_DENIES: Final = re.compile(r"[不没无别未]")
_NO_NUMBER: Final = re.compile(r"一(?:[直样般点下起定旦些律边共切向]|会儿)|万一|十分|千万|统一|唯一")
_PERCENT: Final = re.compile(r"(\d+)\s*%")
_NUMBER: Final = re.compile(
    r"百分之[0-9零一二两三四五六七八九十百]+|[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千万]+"
)
_NO_DIGITS: Final = str.maketrans("", "", "一万十千")
_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_OPPOSED: Final = re.compile(r"[高低大小多少前后左右插拔进出快慢好坏冷热暖开关早晚长短新旧内外轻重增减涨降升收付买卖]")


@dataclass(frozen=True, slots=True)
class _Print:
    """What is compared."""

    facts: bytes = field(repr=False)
    """Mark of the numbers, denials and opposed words: a difference in them is a different report."""
    chars: Counter[bytes] = field(repr=False)
    pairs: frozenset[bytes] = field(repr=False)

    def repeats(self, other: "_Print") -> bool:
        """Whether both say the same."""
        if self.facts != other.facts:
            return False
        mine, theirs = (self.chars - other.chars).total(), (other.chars - self.chars).total()
        size = min(self.chars.total(), other.chars.total())
        if mine and theirs:
            edited = mine == theirs == 1 and size >= _PUT_FOR
        else:
            edited = mine + theirs <= (max(1, round(_MORE * size)) if size >= _SHORTEST else 0)
        return edited and len(self.pairs & other.pairs) >= _ALIKE * len(self.pairs | other.pairs)


@dataclass(frozen=True, slots=True)
class _Seen:
    subject: str
    at: datetime
    print: _Print


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
        if len(_SIGNS.sub("", text)) < _SHORTEST:
            return False
        made = self._print(text)
        known = any(made.repeats(one.print) for one in tuple(self._seen) if now - one.at < REMEMBERED)
        self._seen.append(_Seen(subject, now, made))
        return known

    def forget(self, subject: str) -> None:
        """All fingerprints of a subject that was erased."""
        self._seen = deque((one for one in tuple(self._seen) if one.subject != subject), maxlen=_MOST)

    def _print(self, text: str) -> _Print:
        from agent.feedback.traditional import simplified  # only where somebody said something

        plain = _SIGNS.sub("", simplified(_PERCENT.sub(r"百分之\1", text)).lower())
        plain = _NO_NUMBER.sub(
            lambda found: found[0].translate(_NO_DIGITS),
            plain.replace("千瓦", "kw").replace("礼拜", "周").replace("星期", "周"),
        )
        numbers = sorted(_value(found) for found in _NUMBER.findall(plain))
        words = _NUMBER.sub("", plain).replace("钟头", "小时")
        told = [*numbers, str(len(_DENIES.findall(words))), *sorted(_OPPOSED.findall(words))]
        bare = _LIGHT.sub("", words.replace("没有", "没"))
        pairs = frozenset(self._mark(bare[at : at + 2]) for at in range(len(bare) - 1))
        return _Print(self._mark("\0".join(told)), Counter(self._mark(char) for char in bare), pairs)

    def _mark(self, text: str) -> bytes:
        return hmac.new(self._key, text.encode(), hashlib.sha256).digest()[:8]


def _value(number: str) -> str:
    """`两百`, `200` and `二百` as one."""
    plain = number.removeprefix("百分之")
    if plain[0].isascii():
        return plain
    if not set(plain) & set(_UNITS):
        return "".join(str(_DIGITS[char]) for char in plain)
    total = part = 0
    for char in plain:
        if char in _UNITS:
            total += (part or 1) * _UNITS[char]
            part = 0
        else:
            part = _DIGITS[char]
    return str(total + part)
