"""Names in Latin letters: an English given name, a pinyin surname, capitals behind a word that announces somebody."""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.names.surnames import is_english_given, is_pinyin
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_LATIN: Final = re.compile(r"(?<![A-Z0-9_.@-])[A-Z]{2,12}(?: [A-Z]{2,14}){0,3}(?![A-Z0-9_.@-])")
_BRANDS: Final = frozenset(
    [
        "LAND",
        "RANGE",
        "MODEL",
        "TESLA",
        "MERCEDES",
        "ASTON",
        "ROLLS",
        "ALFA",
        "APPLE",
        "GREAT",
        "LYNK",
        "BYD",
        "SMART",
        "AMG",
        "PLUS",
    ]
)
_LATIN_CUE: Final = re.compile(
    r"(?:叫|客服|顾问|销售|经理|前台|同事|朋友|老板|店长|英文名|名字|姓名|[件系货保驶案诉理请]人|客户|我是|本人|乘客|车主|外籍|司机|拼音)(?:是|叫|为|:|写的"
    r"|就)*[ ]*$"
)


def latin_names(reading: Reading, recogniser: str) -> Iterator[Finding]:
    """Every such name.

    Args:
        reading: the folded text.
        recogniser: who is said to have found it.
    """
    for found in _LATIN.finditer(reading.text):
        words = found[0].split(" ")
        start = found.start()
        while not is_english_given(words[0]) and any(map(is_english_given, words[1:-1])):
            start += len(words.pop(0)) + 1  # owner is Emma Lindqvist
        cue = _LATIN_CUE.search(reading.text[max(0, start - 12) : start]) is not None
        given, last = is_english_given(words[0]), words[-1]
        capitals = reading.original[slice(*reading.span(start, found.end()))].istitle()
        full = given and len(words) > 1 and (capitals or is_pinyin(last))
        pinyin = is_pinyin(words[0]) and len(words) > 1 and (cue or capitals)
        foreign = cue and capitals and len(words) > 1 and not _BRANDS & set(words)
        if full or foreign or (cue and (given or pinyin)):
            evidence = ("English given name",) * given + ("pinyin surname",) * pinyin + ("cue",) * cue
            yield Finding(start, found.end(), "NAME", " ".join(words), 0.62 + 0.06 * cue, recogniser, evidence)
