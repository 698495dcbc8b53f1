"""Policy, claim and accident-report numbers of insurers.

Anatomy: no common one; 10 to 26 letters and digits, often a letter prefix, the year and a region. So the word in front
decides: 保单, 报案, 赔案, 案件, 理赔, or a kind of insurance followed by 单号.
Source: none is published; the length covers the numbers insurers print on policies.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.hotlines import is_public
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_CUE: Final = re.compile(
    r"(?:保单|报案|赔案|案件|立案|理赔|批单|保险单|投保单|险的?单号|保险合同)"
    r"(?:编号|号码|单号|号|是|为|的|写的|我念一下|念一下|我看一下|刚才|那个|这个|啊|嗯|呃|:|#|-)*$"
)
_LOOSE: Final = re.compile(
    r"(?:保单|报案|赔案|案件|立案|理赔|批单|投保单|保险合同|案号|保险单?号)"
    r"[^,。;!?A-Z0-9卡机话证车]{0,12}(?:整[个号]|全号|完整)?(?:是|为|的|:|#| )*$"
)
"""The word in the same clause, no other kind of number between."""
_INSURERS: Final = re.compile(r"[A-Z]{2,6}\d{10,}[A-Z]?")
"""Prefix, year, region and serial as insurers print them: PDZA20244403..., enough in a text on insurance."""
_INSURANCE: Final = re.compile("保单|保险|报案|理赔|赔案|案号|案件|出险|定损")
_OTHERS: Final = re.compile(r"1[3-9]\d{9}|\d{17}[\dX]|62\d{14,17}")
"""Mobile numbers, resident ids and bank cards have recognisers of their own."""
_LENGTHS: Final = range(9, 33)
_FEWEST_DIGITS: Final = 6


class PolicyNumber:
    """Type POLICY_NO."""

    name: Final = "policy_number"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Runs right behind the word."""
        for run in reading.runs:
            if len(run) < _LENGTHS.start:
                continue
            piece = next(run.pieces())
            before = reading.before(run.start, 20)
            sure = _CUE.search(before) is not None
            insurers = _INSURERS.fullmatch(piece.symbols) is not None and _INSURANCE.search(reading.text) is not None
            loose = insurers or (_LOOSE.search(before) is not None and not _OTHERS.fullmatch(piece.symbols))
            if not (sure or loose):
                continue
            size = piece.firm_length()
            value = piece.symbols[:size]
            if size in _LENGTHS and sum(map(str.isdigit, value)) >= _FEWEST_DIGITS and not is_public(value):
                score, why = (
                    (0.93, "cue") if sure else (0.92, "an insurer's form") if insurers else (0.7, "word in the clause")
                )
                yield Finding(piece.start, piece.ends[size - 1], "POLICY_NO", value, score, self.name, (why,))
