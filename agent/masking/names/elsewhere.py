"""Names that are no Han surname and given name: of minorities, of other tongues sounded out, a given name alone."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from agent.masking.names import certain, slots, transliteration
from agent.masking.names.candidate import ENOUGH_SAID_TWICE, Candidate
from agent.masking.names.context import Surroundings
from agent.masking.names.dictionary import is_word
from agent.masking.names.foreign_names import FOREIGN_NAME, JAPANESE_NAME
from agent.masking.names.given_names import GIVEN
from agent.masking.names.known_names import ALONE, COMMON, FOREIGN, KNOWN, MINORITY, SHORT
from agent.masking.names.lattice import Lattice
from agent.masking.names.places import UNLIKE, measured_or_place
from agent.masking.names.surnames import MINORITY_PARTS
from agent.masking.tongues.lazy import Lazy

_GIVEN_ALONE: Final = 8.5
"""What it costs that a given name stands without its surname."""
_ENOUGH_FOR_GIVEN: Final = 10.0
_ANNOUNCED: Final = 3.5
"""Weight of 叫, 我是, a label or a role in front."""
_ANNOUNCES: Final = 2.0
"""Weight of a word in front of which a name may begin."""
_UNHEARD: Final = 9.0
"""Weight of a usual given name behind what is no surname we know, where a name must stand."""
_KNOWN_PART: Final = 40.0
"""More than a part by itself weighs: the whole name is masked, not its part."""
_SOUNDS_LIKE_NOBODY: Final = -8.0
_ASKED_AT_LEAST: Final = 3.0
"""What must stand around a name that is sounded out: brands and places are, too."""
_ENOUGH_SOUNDED_OUT: Final = 8.0
_THAT_DAY: Final = Lazy("[那这当前]天|过后|[以之前]后|之前|时[节候]|节|左右|期间|早上|晚上")
"""Behind a festival: 小满那天."""
_DOT: Final = re.compile("[·•・‧∙]")
_MINORITY_DOT: Final = Lazy(r"(?<![\u4e00-\u9fff])?[\u4e00-\u9fff]{2,8}(?:[·•・‧∙][\u4e00-\u9fff]{2,8}){1,2}")
_MINORITY: Final = rf"(?:{MINORITY_PARTS})(?:(?:{MINORITY_PARTS}){{1,3}}|[江汗罕])"
_MINORITY_PART: Final = rf"(?:{MINORITY_PARTS})(?:{MINORITY_PARTS}|[\u4e00-\u9fff]{{0,2}}?(?={MINORITY_PARTS}))*"


def from_elsewhere(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Every such name; some overlap, and then the surest counts."""
    # The patterns are long: they are compiled and run only where a name may begin.
    pairs = {pair: known for pair, known in KNOWN.within(text).items() if known != COMMON}
    for pair, known in pairs.items():
        if known & ALONE:
            yield from _alone(text, around, pair)
    if any(known & MINORITY for known in pairs.values()):
        yield from _minority(text, around)
    if any(known & FOREIGN for known in pairs.values()):
        yield from _foreign(text, around)
    short = [pair for pair, known in pairs.items() if known & SHORT]
    yield from _short_or_unheard(text, short, [pair for pair, known in pairs.items() if known & (COMMON | ALONE)])
    yield from _sounded_out(text, around)
    for found in _MINORITY_DOT.finditer(text) if _DOT.search(text) else ():
        start, end = _dotted(text, found, around)
        yield Candidate(start, end, 300.0, text[start:end], ("dot between parts",))


def _alone(text: str, around: Surroundings, given: str) -> Iterator[Candidate]:
    """A given name without its surname, where only a person can stand."""
    for found in re.finditer(given, text):
        if _THAT_DAY.match(text, found.end()):
            continue
        before, behind = around.classes(*found.span())
        weight = slots.both(before, behind)
        if weight >= _ENOUGH_FOR_GIVEN:
            why = ("given name alone", slots.evidence(before, behind))
            yield Candidate(*found.span(), weight - _GIVEN_ALONE, given, why)


def _minority(text: str, around: Surroundings) -> Iterator[Candidate]:
    for found in re.finditer(_MINORITY, text):
        yield Candidate(*found.span(), 15.0, found[0], ("minority name parts",))
    for found in re.finditer(_MINORITY_PART, text):
        left, right, evidence = around.weigh(*found.span())
        if left + right >= ENOUGH_SAID_TWICE:
            yield Candidate(*found.span(), 30.0 + left, found[0], ("minority name parts", *evidence))


def _short_or_unheard(text: str, short: Collection[str], usual: Collection[str]) -> Iterator[Candidate]:
    """Where only a name can stand: two characters of another tongue, and a usual given name behind any character."""
    for given in short:
        for found in re.finditer(given, text):
            weight, why = certain.weight(text, *found.span())
            if weight:
                yield Candidate(*found.span(), weight, given, ("sounds out a name", why))
    for start, end in ((found.start() - 1, found.end()) for given in usual for found in re.finditer(given, text)):
        name = text[max(0, start) : end]
        asked = start >= 0 and certain.opens(text, start) and GIVEN.fullmatch(name[0]) and not is_word(name[:2])
        if asked and certain.weight(text, start, end)[0]:
            yield Candidate(start, end, _UNHEARD, name, ("usual given name", "only a name can stand here"))


def _sounded_out(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Names of other tongues by their characters, where no ordinary words are read and something asks for a name."""
    possible = list(transliteration.runs(text))
    if not possible:
        return
    lattice = Lattice(text, sorted({start for start, _, _ in possible}))
    for start, end, cost in possible:
        gain = lattice.gain(start, end, cost) - UNLIKE * measured_or_place(text, start, end)
        if gain < _SOUNDS_LIKE_NOBODY or text.endswith("斯坦", start, end):
            continue
        left, right, evidence = around.weigh(start, end)
        asked = max(left + right, slots.both(*around.classes(start, end)), certain.weight(text, start, end)[0])
        if asked >= _ASKED_AT_LEAST and gain + asked >= _ENOUGH_SOUNDED_OUT:
            known = _KNOWN_PART * (re.search(_MINORITY_PART, text[start:end]) is not None)
            yield Candidate(start, end, gain + asked + known, text[start:end], ("sounds out a name", *evidence))


def _foreign(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Japanese and transliterated names, where the words in front announce somebody."""
    for pattern, why in ((JAPANESE_NAME, "Japanese surname"), (FOREIGN_NAME, "transliterated name")):
        for found in re.finditer(pattern, text):
            left, right, evidence = around.weigh(*found.span())
            if left >= _ANNOUNCED or (left and left + right >= ENOUGH_SAID_TWICE):
                yield Candidate(*found.span(), 12.0 + left, found[0], (why, *evidence))


def _dotted(text: str, found: re.Match[str], around: Surroundings) -> tuple[int, int]:
    """The name around a dot, without the words that run into it: 我是 in front, 护照 behind."""
    dot = text.find("·", found.start()) if "·" in found[0] else found.start() + 2
    begin = found.start()
    for start in range(begin, dot - 1):
        if around.weigh(start, len(text))[0] >= _ANNOUNCES:
            begin = start
    end = dot + 3
    while end < found.end() and (transliteration.is_pair(text[end - 1 : end + 1]) or not is_word(text[end : end + 2])):
        end += 1
    return begin, end
