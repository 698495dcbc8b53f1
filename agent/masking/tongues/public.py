"""Which numbers told in Korean or English are nobody's: hotlines, amounts with a unit, counting, parts and errors."""

from typing import Final

from agent.masking.reading import Reading
from agent.masking.runs import Joint, Run
from agent.masking.tongues import english, korean

_COUNTING: Final = "123456789101112131415"


def is_nobodys(reading: Reading, run: Run) -> bool:
    """Whether this number stays readable by what Korean and English say about it. False in any other text."""
    if not (korean.TONGUE.spoken.search(reading.text) or english.LATIN.search(reading.text)):
        return False
    before, behind = reading.before(run.start, 16), reading.text[run.end : run.end + 12]
    if korean.TONGUE.spoken.search(reading.text):
        named = korean.OTHER_NUMBER.search(before) is not None
        hotline = korean.PUBLIC.fullmatch(run.symbols) is not None
        amount = korean.UNIT.match(behind) is not None and _is_one_amount(run)
        if named or hotline or amount:
            return True
    if english.OTHER_NUMBER.search(before):
        return True
    if english.UNIT.match(behind) and _is_one_amount(run):
        return True
    return is_counting(run) and not (korean.ANY_NUMBER.search(before) or english.PHONE.search(before))


def is_counting(run: Run) -> bool:
    """One two three four five six seven: someone counts, each figure by itself."""
    return all(joint != Joint.NONE for joint in run.joints[1:]) and _COUNTING.startswith(run.symbols)


def _is_one_amount(run: Run) -> bool:
    return len(run) <= 10 and max(run.joints) < Joint.FILLER and len(run.groups()) == 1  # noqa: PLR2004 - as of 元
