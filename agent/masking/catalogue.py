"""Recognisers by name, and what happens where their findings overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from agent.errors import TechnicianNeededError
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding, Recognizer
from agent.masking.recognizers.address import Address
from agent.masking.recognizers.bank_card import BankCard
from agent.masking.recognizers.birth_date import BirthDate
from agent.masking.recognizers.coordinates import Coordinates
from agent.masking.recognizers.email import Email
from agent.masking.recognizers.english_name import EnglishName
from agent.masking.recognizers.english_phone import EnglishPhone
from agent.masking.recognizers.english_plate import EnglishPlate
from agent.masking.recognizers.korean_name import KoreanName
from agent.masking.recognizers.korean_phone import KoreanPhone
from agent.masking.recognizers.korean_plate import KoreanPlate
from agent.masking.recognizers.korean_resident_id import KoreanResidentId
from agent.masking.recognizers.landline import Landline
from agent.masking.recognizers.long_number import LongNumber
from agent.masking.recognizers.mobile_phone import MobilePhone
from agent.masking.recognizers.passport import Passport
from agent.masking.recognizers.person_name import PersonName
from agent.masking.recognizers.plate import Plate
from agent.masking.recognizers.policy_number import PolicyNumber
from agent.masking.recognizers.resident_id import ResidentId
from agent.masking.recognizers.social_id import SocialId
from agent.masking.recognizers.told_email import ToldEmail
from agent.masking.recognizers.vin import Vin
from agent.masking.tongues.lazy import Lazy

RECOGNIZERS: Final[dict[str, Recognizer]] = {
    recognizer.name: recognizer
    for recognizer in (
        MobilePhone(),
        Landline(),
        ResidentId(),
        Passport(),
        BankCard(),
        Plate(),
        Vin(),
        Email(),
        SocialId(),
        PolicyNumber(),
        Coordinates(),
        BirthDate(),
        PersonName(),
        Address(),
        KoreanPhone(),
        KoreanPlate(),
        KoreanResidentId(),
        KoreanName(),
        EnglishPhone(),
        EnglishPlate(),
        EnglishName(),
        ToldEmail(),
        LongNumber(),
    )
}
"""Every recogniser there is, by name. To add one, write its module and put it here."""

DEFAULT: Final = tuple(RECOGNIZERS)
"""What runs where a profile names nothing."""

LABELS: Final = {
    "PHONE": ("手机号", "mobile number"),
    "LANDLINE": ("座机号", "landline number"),
    "ID_CARD": ("身份证号", "resident id"),
    "BANK_CARD": ("银行卡号", "bank card"),
    "PLATE": ("车牌号", "number plate"),
    "VIN": ("车架号", "vehicle identification number"),
    "EMAIL": ("电子邮箱", "e-mail address"),
    "PASSPORT": ("护照号", "passport"),
    "SOCIAL_ID": ("微信或QQ号", "WeChat or QQ id"),
    "POLICY_NO": ("保单或报案号", "policy or claim number"),
    "GPS": ("坐标", "coordinates"),
    "DOB": ("出生日期", "date of birth"),
    "NAME": ("姓名", "personal name"),
    "ADDRESS": ("地址", "street address"),
    "NUM": ("长号码", "long number"),
}
"""How each type is called, in Chinese and in English."""

_WORTH_COVERING: Final = 4
"""Symbols; a shorter rest beside a masked number identifies nobody, unless it hangs on to it."""


def choose(names: Sequence[str] | None) -> tuple[Recognizer, ...]:
    """The recognisers of these names, in catalogue order; None for the default set.

    Raises:
        TechnicianNeededError: a name is unknown; the message lists the known ones.
    """
    wanted = DEFAULT if names is None else names
    unknown = sorted(set(wanted) - set(RECOGNIZERS))
    if unknown:
        raise TechnicianNeededError(
            f"unknown recogniser {', '.join(unknown)}; known are {', '.join(RECOGNIZERS)}. Correct the profile."
        )
    return tuple(recognizer for name, recognizer in RECOGNIZERS.items() if name in set(wanted))


def settle(reading: Reading, candidates: Iterable[Finding]) -> list[Finding]:
    """Findings that do not overlap, in order: higher score first, then the longer one.

    What a loser covers beyond the winners stays covered where it still holds part of a number.
    """
    covered = bytearray(len(reading.text))
    settled: list[Finding] = []
    candidates = _parted(reading, list(candidates))
    for finding in sorted(candidates, key=lambda found: (-found.score, found.start - found.end, found.start)):
        for start, end in _free(covered, finding.start, finding.end):
            whole = (start, end) == (finding.start, finding.end)
            kept = finding if whole else _rest(reading, covered, finding, start, end)
            if kept is not None:
                covered[kept.start : kept.end] = b"\x01" * (kept.end - kept.start)
                neighbour = None if whole else _touched(settled, kept)
                if neighbour is None:
                    settled.append(kept)
                else:
                    settled[neighbour] = _grown(settled[neighbour], kept)
    settled.sort(key=lambda found: found.start)
    return settled


def _parted(reading: Reading, candidates: list[Finding]) -> list[Finding]:
    """The same, where an address that begins with somebody's name begins behind it: 景小虎南岗区哈西大街901号."""
    names = {found.start: found for found in candidates if found.type == "NAME"}
    if not names or not any(found.type == "ADDRESS" for found in candidates):
        return candidates
    parted = []
    for found in candidates:
        name = names.get(found.start) if found.type == "ADDRESS" else None
        if name is not None and _ADMINISTERED.match(reading.text, name.end):
            value = reading.shape[name.end : found.end]
            start = found.end - len(value.lstrip())
            parted.append(replace(found, start=start, value=value.replace(" ", "")))
        else:
            parted.append(found)
    return parted


_ADMINISTERED: Final = Lazy("家?(?: *[\u4e00-\u9fff]){2,4} *[省市区县]")
"""Behind a name this begins an address; anything else may be the rest of a road that begins as a name does."""


def _touched(settled: list[Finding], rest: Finding) -> int | None:
    """Which finding a rest hangs on to without a gap: 138001380001 is one place, with one digit too many."""
    return next((k for k, found in enumerate(settled) if rest.start == found.end or rest.end == found.start), None)


def _grown(found: Finding, rest: Finding) -> Finding:
    start, end = min(found.start, rest.start), max(found.end, rest.end)
    value = found.value + rest.value if found.end == rest.start else rest.value + found.value
    return replace(found, start=start, end=end, value=value, evidence=(*found.evidence, "more digits beside it"))


def _free(covered: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of [start, end) that nothing covers yet."""
    free = []
    while start < end:
        start = covered.find(0, start, end)
        if start < 0:
            break
        taken = covered.find(1, start, end)
        taken = end if taken < 0 else taken
        free.append((start, taken))
        start = taken
    return free


def _rest(reading: Reading, covered: bytearray, loser: Finding, start: int, end: int) -> Finding | None:
    """What remains of an overlapped finding, trimmed to its symbols; None where it is not worth covering."""
    symbols = [place for place in range(start, end) if reading.shape[place] in _SYMBOLS]
    if not symbols:
        return None
    if loser.type == "ADDRESS":
        symbols = list(range(start, end))
    first, last = symbols[0], symbols[-1] + 1
    few = len(symbols) < _WORTH_COVERING
    if few and loser.type in _TOLD_IN_SYMBOLS and not reading.continues(first, last):
        first = start if start > loser.start else first  # "138…0, 1": what stands between is a part of the number
        last = end if end < loser.end else last
    hangs_on = (first > 0 and covered[first - 1]) or covered[last : last + 1] == b"\x01"
    if few and not (hangs_on and not reading.continues(first, last)):
        return None
    value = "".join(reading.shape[place] for place in symbols)
    return replace(loser, start=first, end=last, value=value, evidence=(*loser.evidence, "rest of an overlap"))


_TOLD_IN_SYMBOLS: Final = frozenset({"NUM", "PHONE", "LANDLINE", "BANK_CARD", "ID_CARD"})
_SYMBOLS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
