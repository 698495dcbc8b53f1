"""Places in a sentence that only a person fills: 师傅 _ 说, 找 _ 拿钥匙, _ 的手机号, 店里的 _ 给我.

What stands in front is of one class, what stands behind of another; a table says how much both together speak for a
name, as a natural log. It matters where the name is an ordinary word too (高远, 黎明): its own cost is then high, and
only a place that no thing fills makes it a name.
"""

from typing import Final

from agent.masking.names.slot_words import ADVERBS, BACKS, FRONTS, NO_VERBS, Back, Front
from agent.masking.tongues.lazy import Lazy

_TABLE: Final = {
    #               nothing end particle does acts says owns he greeted sir title
    Front.NOTHING: (0, 0, 0, 0, 0, 3, 9, 0, 0, 6, 12),
    Front.START: (0, 0, 0, 2, 10, 11, 13, 10, 13, 13, 18),
    Front.OF: (0, 3, 2, 6, 12, 13, 12, 12, 12, 13, 18),
    Front.THAT: (0, 4, 3, 6, 11, 12, 11, 11, 11, 13, 18),
    Front.IS: (0, 7, 7, 5, 10, 11, 12, 11, 12, 13, 18),
    Front.WITH: (3, 8, 7, 8, 12, 13, 13, 13, 12, 13, 18),
    Front.TO: (5, 13, 11, 12, 14, 14, 14, 15, 14, 16, 18),
    Front.ROLE: (5, 12, 11, 11, 14, 14, 14, 15, 14, 16, 18),
    Front.CALLED: (6, 14, 14, 12, 15, 15, 15, 15, 15, 16, 18),
}
"""Weight of both sides together."""

_FRONTS: Final[dict[str, Front]] = {word: front for front, words in FRONTS.items() for word in words.split()}
_LONGEST_FRONT: Final = max(map(len, _FRONTS))
_CLAUSE: Final = frozenset(",。;!?\n(、:—-_|/\"'“”")
_FIELD: Final = frozenset(":(|")
"""What stands between the label of a form and its value."""

_BACKS: Final[dict[str, Back]] = {word: back for back, words in BACKS.items() for word in words.split()}
_LONGEST_BACK: Final = max(map(len, _BACKS))
_NUMBER: Final = Lazy("[,、:;/(|-]{0,2}(?:[0-9零一二三四五六七八九幺两]-?){7}")
_ENDS: Final = frozenset(",。;!?\n)、:—-/|\"'”")
_DAYS: Final = frozenset("天年早儿")
_NO_VERB: Final = tuple(NO_VERBS.split())
_ADVERBS: Final = frozenset(ADVERBS.split())
_LONGEST_ADVERB: Final = max(map(len, _ADVERBS))
_WHERE: Final = Lazy("在[\u4e00-\u9fff]{1,4}?[里上中内时前后场店]")
"""在电话里, 在群里: where somebody does it."""
_LONGEST_LABEL: Final = 5
_LABEL: Final = Lazy("(?![有没别让其叫找请给使等帮])[\u4e00-\u9fff]{1,4}[人主]")
"""寄存人, 卡主: the whole clause so far names a part that somebody plays."""
_MOST_ADVERBS: Final = 3


def _told_just_before(text: str, start: int) -> bool:
    """我姓季 季节: the surname by itself, and then the name."""
    surname = start - 1 - (text[start - 1] == ",")
    return surname > 0 and text[surname] == text[start] and text[surname - 1] == "姓"


def _fills_clause(text: str, end: int) -> bool:
    begin = next((at for at in range(end - 1, max(0, end - 6) - 1, -1) if text[at] in _CLAUSE), -1)
    return (begin >= 0 or end <= _LONGEST_LABEL) and _LABEL.fullmatch(text, begin + 1, end) is not None


def _word_in_front(text: str, start: int) -> Front:
    for size in range(min(_LONGEST_FRONT, start), 0, -1):
        found = _FRONTS.get(text[start - size : start])
        if found is not None:
            return found
    return Front.NOTHING


def _by_last_character(text: str, start: int) -> Front:
    last = text[start - 1]
    if last == "—" or text.endswith("--", 0, start):
        return Front.CALLED
    if last in _CLAUSE:
        role = last in _FIELD and start > 1 and _word_in_front(text, start - 1) >= Front.ROLE
        return Front.CALLED if role else Front.START
    if last in "人主" and _fills_clause(text, start):
        return Front.CALLED
    if last == "员":
        return Front.ROLE
    if last in "我俺" and (start == 1 or text[start - 2] in _CLAUSE):
        return Front.CALLED
    if last.isdigit() and text.rfind("工号", max(0, start - 8), start) >= 0:
        return Front.ROLE
    return Front.NOTHING


def front(text: str, start: int) -> Front:
    """The class of what stands right before this place."""
    if start == 0:
        return Front.START
    if _told_just_before(text, start):
        return Front.CALLED
    word = _word_in_front(text, start)
    if word == Front.WITH and text[start - 1] == "叫" and _word_in_front(text, start - 1) == Front.ROLE:
        return Front.CALLED
    if word:
        return word
    return _by_last_character(text, start)


def _behind_adverbs(text: str, end: int) -> int:
    for _ in range(_MOST_ADVERBS):
        if where := _WHERE.match(text, end):
            end = where.end()
            continue
        for size in range(min(_LONGEST_ADVERB, len(text) - end), 0, -1):
            if text[end : end + size] in _ADVERBS:
                end += size
                break
        else:
            break
    return end


def back(text: str, end: int) -> Back:
    """The class of what stands right behind this place: 才把报告给我 is what one does, whatever adverbs go before."""
    direct = _back(text, end)
    behind = _behind_adverbs(text, end)
    if behind > end and direct < Back.ACTS:
        verb = _back(text, behind)
        if verb in (Back.ACTS, Back.SAYS):
            return verb
    return direct


def _back(text: str, end: int) -> Back:
    following = text[end : end + _LONGEST_BACK]
    if _NUMBER.match(text, end):
        return Back.OWNS
    if not following or following[0] in _ENDS:
        return Back.END
    if following.startswith(_NO_VERB) or (following.startswith("说明") and following[2:3] not in _DAYS):
        return Back.NOTHING
    for size in range(len(following), 0, -1):
        found = _BACKS.get(following[:size])
        if found is not None:
            return found
    return Back.NOTHING


def both(before: Front, behind: Back) -> float:
    """Weight of these two classes together as a natural log."""
    return float(_TABLE[before][behind])


def evidence(before: Front, behind: Back) -> str:
    """Both classes in words."""
    return f"{before.name.lower()} and {behind.name.lower()}"
