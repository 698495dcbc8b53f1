"""Names that are spelt out so that the listener gets the characters right: 弓长张, 春晓的晓, 三个水的淼, 草字头范.

A clause is a word, 的 and a character of that word, or a surname by the parts it is written with.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.names.dictionary import is_word

_SURNAMES: Final = (
    "弓长张|木子李|立早章|耳东陈|口天吴|双木林|古月胡|言午许|双人徐|草头黄|大肚黄|走肖赵|木易杨|干勾于|文刀刘"
    "|卯金刀刘|三横一竖王|三横王|三划王|水工江"
    "|西早谭|言身寸谢|身寸谢|禾呈程|曲日曹|美女姜|女良娘|人可何|口木呆|三点水的?沈|双口吕|两口吕|马字旁冯"
    "|两点水冯|草字头的?[范蒋蔡董苏萧薛葛莫]|草头[范蒋蔡董苏萧薛葛莫]"
    "|耳朵陈|耳朵旁的?[陈邓郑郭邱邹]|禾木旁的?[程秦]|单人旁的?[何任付傅侯]|三点水的?[汪江沈潘温洪汤]"
    "|走之旁的?[边连迟]|土字旁的?[坤]|王字旁的?[玲琳琪瑶琴珍]"
)
_FIXED: Final = re.compile(_SURNAMES)
_LINK: Final = re.compile(r"(?:[,、。]|啊|嗯|呃|呢|哈|就是|那个|然后|是|对)*")
_OF: Final = re.compile("的那?个?|那个")
"""三个牛的犇, 三个牛那个犇."""
_LONGEST_LINK: Final = 5
_LONGEST_WORD: Final = 5
_MAY_SPELL: Final = re.compile(rf"的|那个|{_SURNAMES}")
"""Nothing is spelt without one of these; asked first, because it is quick."""
_ENOUGH_ALONE: Final = 2
"""Clauses in a row that spell a name where none has been said."""


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def _clause(text: str, start: int, name: str) -> int | None:
    """Where the clause that begins here ends. With a name known, its characters are enough: 三个水的淼."""
    if fixed := _FIXED.match(text, start):
        return fixed.end()
    for size in range(1, _LONGEST_WORD + 1):
        link = _OF.match(text, start + size)
        if link is None:
            continue
        of = link.end()
        word, spelt = text[start : start + size], text[of : of + 1]
        if not spelt or not _is_chinese(word + spelt) or "的" in word or word.startswith("不是"):
            return None
        if link[0] == "那个" and (spelt not in name or text.startswith(name, of)):
            return None  # 梁山那个卢俊义 says who, not how it is written
        if spelt in name or (size > 1 and spelt in word):
            both = text[of : of + 2]
            return of + (2 if len(both) > 1 and both in word and both in name else 1)
        return None
    return None


def surnames(text: str) -> Iterator[tuple[int, int]]:
    """Where a surname is spelt by its parts: 弓长张."""
    return (found.span() for found in _FIXED.finditer(text))


def chain(text: str, start: int, name: str = "") -> tuple[int, int]:
    """Where the clauses that follow each other from here on end, and how many they are."""
    end, count, place = start, 0, start
    while (found := _clause(text, place, name)) is not None:
        if found < len(text) and is_word(text[found - 1 : found + 1]) and _clause(text, found, name) is None:
            break  # 图标上方的标签: 标 begins the next word
        end, count = found, count + 1
        link = _LINK.match(text, end)
        place = link.end() if link and link.end() - end <= _LONGEST_LINK else end
    return end, count


def behind(text: str, end: int, name: str) -> tuple[int, int, int]:
    """The clauses behind a name that ends here: first place, end, and how many."""
    if not _MAY_SPELL.search(text, end, end + _LONGEST_LINK + _LONGEST_WORD + 2):
        return end, end, 0
    link = _LINK.match(text, end)
    start = link.end() if link and link.end() - end <= _LONGEST_LINK else end
    last, count = chain(text, start, name)
    return start, last, count


def alone(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that spell a name although none was said: two or more clauses in a row."""
    reached = 0
    for of in re.finditer("的", text):
        spelt = text[of.end() : of.end() + 1]
        place = text.rfind(spelt, max(reached, of.start() - _LONGEST_WORD + 1), of.start()) if spelt else -1
        if place < 0 or of.start() < reached:
            continue
        for start in range(max(reached, place - 2), place + 1):
            end, count = chain(text, start)
            if count >= _ENOUGH_ALONE and end > of.end():
                fixed = [
                    found for found in _FIXED.finditer(text, max(reached, start - 6), start) if found.end() == start
                ]
                yield fixed[0].start() if fixed else start, end
                reached = end
                break
