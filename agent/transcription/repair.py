"""Mends words of the trade that an engine misheard as words that sound alike: 杀车 becomes 刹车.

The sentence is read as the cheapest chain of words (a shortest path): ordinary words cost what their frequency in
general text says, a term of the trade costs `TERM` and, where the heard characters differ from it, what their sounds
differ by. So a run is mended only where it is poor Chinese as it stands: 管理培训 keeps its 理培, like 理赔 by sound.

- A sentence without any sign of the trade asks for far better evidence: 电话一响 stays, 刹车一响 becomes 刹车异响.
- Numbers, and what follows "my name is" and the like, are never touched: they are the masker's.
- Nothing moves: a term has as many characters as what was heard, so offsets and word times stay true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from agent.feedback.transcript import Transcript, Word
from agent.transcription.lexicon import MISHEARD
from agent.transcription.pronunciation import CLOSE, NEAR, difference, syllables
from agent.transcription.script import chinese_script
from agent.transcription.vocabulary import LONGEST, TERM, UNKNOWN, costs, telling, terms_like, terms_partly_like

_STRANGE: Final = 6.0
"""What a mended term costs more in a sentence that shows no sign of the trade."""

_SHORT: Final = 2

_FUNCTION: Final = 7.5
"""Characters as frequent as this (不, 是, 把) hold a sentence together: an engine seldom invents them."""
_FUNCTION_HEARD: Final = 3.0
"""What it costs more to mend such a character away for a term of two characters."""
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤颜齐康施"
)

_NUMERALS: Final = "0-9零〇一二两三四五六七八九十百千万亿幺"
_NUMBER: Final = re.compile(f"[{_NUMERALS}]{{2,}}|(?!一)[{_NUMERALS}]")
_SPOKEN_DIGITS: Final = frozenset(
    ("ling", "yi", "yao", "er", "liang", "san", "si", "wu", "liu", "qi", "ba", "jiu", "dong", "guai", "gou")
)
_FEWEST_SPOKEN: Final = 4
"""This many characters in a row that sound like digits may be a number that was misheard."""
_PERSONAL: Final = re.compile(
    "(?:我(?:叫|姓|是)|名叫|名字[叫是]?|姓名[是]?|贵姓|免贵姓|联系人[是叫]?)[^，。,. ]{1,4}"
    "|(?:住在|家住|住址[是]?|地址[是在]?|微信号?[是]?|邮箱[是]?)[^，。,. ]{1,12}"
)
_NO_NAME: Final = re.compile(
    "我叫(?:了|的|过|拖车|救援)|我是(?:在|来|想|要|说|不|就|你|一|这|去|从|因|刚|昨|今|上|第|[^，。,. ]{0,3}的)"
)


@dataclass(frozen=True, slots=True)
class Repair:
    """One mended run."""

    start: int
    """First character, in the text before and after: the two have the same length."""
    end: int
    """One past the last character."""
    heard: str = field(repr=False)
    written: str = field(repr=False)
    cost: float = 0.0
    """How far the two are apart by sound: natural logarithms, 0.7 per character that sounds the same."""


def repair(transcript: Transcript) -> Transcript:
    """The same speech in one script, with misheard terms mended. Unmasked, as before; other languages pass unchanged.

    Words keep their times and their boundaries; their text follows the repair where they spell out the transcript's
    text in order, and stays as it was where they do not.
    """
    if transcript.language.partition("-")[0] != "zh":
        return transcript
    text = repaired_text(transcript.text)
    return replace(transcript, text=text, words=_respelled(transcript.words, transcript.text, text))


def repaired_text(heard: str) -> str:
    """A sentence in one script, mended. As long as what was heard."""
    text = chinese_script(heard)
    for found in find_repairs(text):
        text = text[: found.start] + found.written + text[found.end :]
    return text


def find_repairs(text: str) -> tuple[Repair, ...]:
    """What to mend in simplified text, in order."""
    locked = _locked(text)
    found = _cheapest(text, locked, strange=True)
    if _about_the_trade(text, found):
        found = _cheapest(text, locked, strange=False)
        mended = frozenset(i for r in found for i in range(r.start, r.end))
        found = (*found, *_misheard_words(text, locked | mended))
    return tuple(sorted(found, key=lambda r: r.start))


def _about_the_trade(text: str, found: tuple[Repair, ...]) -> bool:
    for repaired in found:
        text = text[: repaired.start] + repaired.written + text[repaired.end :]
    return any(text[i:j] in telling() for i in range(len(text)) for j in range(i + 2, min(i + LONGEST, len(text)) + 1))


def _misheard_words(text: str, locked: frozenset[int]) -> Iterator[Repair]:
    """Ordinary words that stand for a term where the sentence speaks of the right things."""
    for word, (term, company) in MISHEARD.items():
        if not any(other in text for other in company):
            continue
        cost = sum(difference(a, b) or 0.0 for a, b in zip(word, term, strict=True))
        for place in re.finditer(word, text):
            if locked.isdisjoint(range(*place.span())):
                yield Repair(*place.span(), word, term, cost)


def _cheapest(text: str, locked: frozenset[int], *, strange: bool) -> tuple[Repair, ...]:
    known = costs()
    term_cost = TERM + _STRANGE * strange
    best = [0.0] + [float("inf")] * len(text)
    came: list[tuple[int, Repair | None]] = [(0, None)] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            run = text[start:end]
            cost = known.get(run, UNKNOWN if len(run) == 1 else None)
            if cost is not None and best[start] + cost < best[end]:
                best[end], came[end] = best[start] + cost, (start, None)
            mended = _mended(run, start, locked)
            if strange and mended is not None and len(run) == _SHORT and mended.cost >= NEAR:
                continue
            if mended is not None and best[start] + term_cost + mended.cost < best[end]:
                best[end], came[end] = best[start] + term_cost + mended.cost, (start, mended)
    return _walked_back(came)


def _walked_back(came: list[tuple[int, Repair | None]]) -> tuple[Repair, ...]:
    found, end = [], len(came) - 1
    while end > 0:
        end, mended = came[end]
        if mended is not None:
            found.append(mended)
    return tuple(reversed(found))


def _mended(run: str, start: int, locked: frozenset[int]) -> Repair | None:
    """The term nearest by sound to a run of characters, unless the run is a word or touches what is locked."""
    if run in costs():
        return None
    candidates = []
    for term in (*terms_like(run), *terms_partly_like(run)):
        differing = [i for i, (heard, written) in enumerate(zip(run, term, strict=True)) if heard != written]
        if locked.isdisjoint(start + i for i in differing) and (cost := _cost(run, term, differing)) is not None:
            candidates.append(Repair(start, start + len(run), run, term, cost))
    return min(candidates, key=lambda c: (c.cost, c.written), default=None)


def _cost(run: str, term: str, differing: list[int]) -> float | None:
    """How far a run is from a term; None where the run is too good to be mended to it."""
    total = 0.0
    for i in differing:
        distance = difference(run[i], term[i])
        if distance is None or (distance == CLOSE and _rest(run, i) in costs()):
            return None
        total += distance
        if (len(run) == _SHORT or distance >= NEAR) and run[i] != "一" and costs().get(run[i], UNKNOWN) <= _FUNCTION:
            total += _FUNCTION_HEARD
        if distance >= NEAR and run[0] in _SURNAMES:
            return None
    return None if run[0] in _SURNAMES and term not in telling() else total


def _rest(run: str, i: int) -> str:
    """What stands beside an outer character: 充电 in 充电位, which is a word and a word, and no 充电费 misheard."""
    return run[1:] if i == 0 else run[:-1] if i == len(run) - 1 else ""


def _locked(text: str) -> frozenset[int]:
    """Places that belong to numbers, names and addresses."""
    places: set[int] = set()
    for number in _NUMBER.finditer(text):
        places.update(range(*number.span()))
    for person in _PERSONAL.finditer(text):
        if not _NO_NAME.match(text, person.start()):
            places.update(range(*person.span()))
    run: list[int] = []
    for i, character in enumerate([*text, ""]):
        if any(s.spelling in _SPOKEN_DIGITS for s in syllables(character)) or character.isdigit():
            run.append(i)
            continue
        if len(run) >= _FEWEST_SPOKEN:
            places.update(run)
        run = []
    return frozenset(places)


def _respelled(words: tuple[Word, ...], heard: str, written: str) -> tuple[Word, ...]:
    respelled, position = [], 0
    for word in words:
        start = heard.find(word.text, position)
        if start < 0:
            return words
        position = start + len(word.text)
        respelled.append(replace(word, text=written[start:position]))
    return tuple(respelled)
