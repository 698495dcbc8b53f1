"""Mends words of the trade that an engine misheard as words that sound alike: 杀车 becomes 刹车.

The sentence is read as the cheapest chain of words (a shortest path): ordinary words cost what their frequency in
general text says, a term of the trade costs `TERM` and, where the heard characters differ from it, what their sounds
differ by. So a run is mended only where it is poor Chinese as it stands: 管理培训 keeps its 理培, like 理赔 by sound.

- A sentence without any sign of the trade asks for far better evidence: 电话一响 stays, 刹车一响 becomes 刹车异响.
- Numbers, and what follows "my name is" and the like, are never touched: they are the masker's.
- Nothing moves: a term has as many characters as what was heard, so offsets and word times stay true.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from agent.feedback.transcript import Transcript, Word
from agent.transcription.lexicon import MISHEARD
from agent.transcription.personal_places import SURNAMES, may_be_in_a_name, personal_places
from agent.transcription.pronunciation import CLOSE, FAR, NEAR, OTHER_TONE, difference
from agent.transcription.repairs import Repair, Repaired
from agent.transcription.script import chinese_script
from agent.transcription.vocabulary import TERM, UNKNOWN, Vocabulary, vocabulary

_STRANGE: Final = 6.0
"""What a mended term costs more in a sentence that shows no sign of the trade."""

_SHORT: Final = 2
_LONG: Final = 3

_FUNCTION: Final = 7.5
"""Characters as frequent as this (不, 是, 把) hold a sentence together: an engine seldom invents them."""
_FUNCTION_HEARD: Final = 4.0
"""What it costs more to mend such a character away for a term of two characters."""
_TORN: Final = 4.0
"""What a repair costs more that takes a part of a term that was heard right."""
_RARE: Final = 11.0
"""Words of two characters that cost more than this are often made up of what was misheard."""
_EVERYDAY_HEARD: Final = 2.0
"""What it costs more to mend to a word of two characters that everyday talk uses as well."""


def repair(transcript: Transcript, terms: tuple[str, ...] = ()) -> Repaired:
    """The same speech in one script, with misheard terms mended. Other languages pass unchanged.

    Words keep their times and their boundaries; their text follows the repair where they spell out the transcript's
    text in order, and stays as it was where they do not.

    Args:
        transcript: as an engine heard it.
        terms: words of the site besides the trade's own, each a term to mend to.
    """
    if transcript.language.partition("-")[0] != "zh":
        return Repaired(transcript)
    simplified = chinese_script(transcript.text)
    repairs = find_repairs(simplified, terms)
    text = _applied(simplified, repairs)
    words = _respelled(transcript.words, transcript.text, text)
    return Repaired(replace(transcript, text=text, words=words), repairs)


def repaired_text(heard: str, terms: tuple[str, ...] = ()) -> str:
    """A sentence in one script, mended. As long as what was heard."""
    text = chinese_script(heard)
    return _applied(text, find_repairs(text, terms))


def find_repairs(text: str, terms: tuple[str, ...] = ()) -> tuple[Repair, ...]:
    """What to mend in simplified text, in order."""
    known = vocabulary(terms)
    options = tuple(_options(text, known, personal_places(text)))
    found = _cheapest(text, known, (o for o in options if _is_strong(o, known)), _STRANGE)
    if _signs(_applied(text, found), known):
        found = _cheapest(text, known, options, 0.0)
        mended = frozenset(i for r in found for i in range(r.start, r.end))
        found = (*found, *_misheard_words(text, _applied(text, found), personal_places(text) | mended))
    return tuple(sorted(found, key=lambda r: r.start))


def signs_of_the_trade(heard: str, terms: tuple[str, ...] = ()) -> frozenset[str]:
    """The terms in a sentence, mended where needed, that show that it is about the trade."""
    return _signs(repaired_text(heard, terms), vocabulary(terms))


def _is_strong(option: Repair, known: Vocabulary) -> bool:
    """Whether a repair may stand where nothing else shows that the sentence is about the trade."""
    if len(option.heard) == _SHORT and option.heard[0] in SURNAMES:
        return False
    limit = CLOSE if len(option.heard) > _LONG else NEAR
    worst = max(difference(h, w) or 0.0 for h, w in zip(option.heard, option.written, strict=True))
    return option.written in known.strong and (worst < limit or (len(option.heard) > _SHORT and worst <= limit))


def _applied(text: str, repairs: Iterable[Repair]) -> str:
    for found in repairs:
        text = text[: found.start] + found.written + text[found.end :]
    return text


def _signs(text: str, known: Vocabulary) -> frozenset[str]:
    runs = (text[i:j] for i in range(len(text)) for j in range(i + _SHORT, min(i + known.longest, len(text)) + 1))
    return known.telling.intersection(runs)


def _misheard_words(text: str, mended: str, locked: frozenset[int]) -> Iterator[Repair]:
    """Ordinary words that stand for a term where the sentence, mended so far, speaks of the right things."""
    for word, (term, company) in MISHEARD.items():
        if word not in text or not any(other in mended for other in company):
            continue
        cost = sum(difference(a, b) or 0.0 for a, b in zip(word, term, strict=True))
        for place in re.finditer(word, text):
            if locked.isdisjoint(range(*place.span())):
                yield Repair(*place.span(), word, term, cost)


def _options(text: str, known: Vocabulary, locked: frozenset[int]) -> Iterator[Repair]:
    """The nearest term for each run of characters that is no word and touches nothing locked."""
    for start in range(len(text)):
        for end in range(start + _SHORT, min(start + known.longest, len(text)) + 1):
            run = text[start:end]
            if not run[-1].isalnum():
                break
            if run in known.costs or (nearest := _nearest(text, start, end, known, locked)) is None:
                continue
            if end - start == _SHORT and nearest.cost > OTHER_TONE and may_be_in_a_name(text, start):
                continue
            torn = _tears_a_term(text, start, end, known)
            yield replace(nearest, cost=nearest.cost + _TORN) if torn else nearest


def _tears_a_term(text: str, start: int, end: int, known: Vocabulary) -> bool:
    """Whether a run begins or ends inside a term that was heard right: 片磨 in 刹车片磨."""
    return any(
        text[i:j] in known.terms
        for edge in (start, end)
        for i in range(max(0, edge - known.longest), edge)
        for j in range(edge + 1, min(len(text), i + known.longest) + 1)
        if j - i > _SHORT and not (start <= i and j <= end)
    )


def _tears_a_word(text: str, start: int, length: int, differing: list[int], known: Vocabulary) -> bool:
    """Whether a character to be mended makes a word with its neighbour outside the run: 满 in 特别满意, no 特别慢."""
    end = start + length
    return (0 in differing and start > 0 and text[start - 1 : start + 1] in known.costs) or (
        length - 1 in differing and end < len(text) and text[end - 1 : end + 1] in known.costs
    )


def _nearest(text: str, start: int, end: int, known: Vocabulary, locked: frozenset[int]) -> Repair | None:
    run, candidates = text[start:end], []
    for term in known.terms_like(run):
        differing = [i for i, (heard, written) in enumerate(zip(run, term, strict=True)) if heard != written]
        if locked.isdisjoint(start + i for i in differing) and (cost := _cost(run, term, differing, known)) is not None:
            cost += _TORN if _tears_a_word(text, start, len(run), differing, known) else 0.0
            candidates.append(Repair(start, start + len(run), run, term, cost))
    return min(candidates, key=lambda c: (c.cost, c.written), default=None)


def _cheapest(text: str, known: Vocabulary, options: Iterable[Repair], strange: float) -> tuple[Repair, ...]:
    """The repairs on the cheapest way through the text; `strange` is what each of them costs besides."""
    by_start: dict[int, list[Repair]] = {}
    for option in options:
        by_start.setdefault(option.start, []).append(option)
    best = [0.0] + [float("inf")] * len(text)
    came: list[tuple[int, Repair | None]] = [(0, None)] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + known.longest, len(text)) + 1):
            cost = known.costs.get(text[start:end], UNKNOWN if end == start + 1 else None)
            if cost is not None and best[start] + cost < best[end]:
                best[end], came[end] = best[start] + cost, (start, None)
        for option in by_start.get(start, ()):
            cost = best[start] + TERM + strange + option.cost
            if len(option.heard) == _SHORT and option.written not in known.telling:
                cost += _EVERYDAY_HEARD
            if cost < best[option.end]:
                best[option.end], came[option.end] = cost, (start, option)
    return _walked_back(came)


def _walked_back(came: list[tuple[int, Repair | None]]) -> tuple[Repair, ...]:
    found, end = [], len(came) - 1
    while end > 0:
        end, mended = came[end]
        if mended is not None:
            found.append(mended)
    return tuple(reversed(found))


def _cost(run: str, term: str, differing: list[int], known: Vocabulary) -> float | None:
    """How far a run is from a term; None where the run is too good to be mended to it."""
    total = 0.0
    for i in differing:
        distance = difference(run[i], term[i])
        if distance is None or (distance >= CLOSE and not _may_be_far(run, i, distance, known)):
            return None
        total += distance
        if (
            (len(run) == _SHORT or distance >= NEAR)
            and run[i] != "一"
            and known.costs.get(run[i], UNKNOWN) <= _FUNCTION
        ):
            total += _FUNCTION_HEARD
        if distance >= NEAR and run[0] in SURNAMES:
            return None
    return None if run[0] in SURNAMES and term not in known.telling else total


def _may_be_far(run: str, i: int, distance: float, known: Vocabulary) -> bool:
    """Whether a character may be so far from the term's: not where the run is good Chinese with it."""
    if _rest(run, i) in known.costs or _reads_well(run, known):
        return False
    if distance < FAR:
        return True
    covering = (run[start:end] for start in range(i + 1) for end in range(max(i + 1, start + _SHORT), len(run) + 1))
    return (
        len(run) > _LONG
        and known.costs.get(run[i], UNKNOWN) > _FUNCTION
        and all(known.costs.get(word, UNKNOWN) > (_RARE if len(word) == _SHORT else UNKNOWN - 1) for word in covering)
    )


def _reads_well(run: str, known: Vocabulary) -> bool:
    """Whether a run is made of words of two characters and more, and of the most frequent single ones: 供电时间."""
    reached = {0}
    for end in range(1, len(run) + 1):
        if any(
            run[start:end] in known.costs and (end - start > 1 or known.costs[run[start:end]] <= _FUNCTION)
            for start in reached
        ):
            reached.add(end)
    return len(run) in reached


def _rest(run: str, i: int) -> str:
    """What stands beside an outer character: 充电 in 充电位, which is a word and a word, and no 充电费 misheard."""
    return run[1:] if i == 0 else run[:-1] if i == len(run) - 1 else ""


def _respelled(words: tuple[Word, ...], heard: str, written: str) -> tuple[Word, ...]:
    respelled, position = [], 0
    for word in words:
        start = heard.find(word.text, position)
        if start < 0:
            return words
        position = start + len(word.text)
        respelled.append(replace(word, text=written[start:position]))
    return tuple(respelled)
