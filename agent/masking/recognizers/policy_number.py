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
_LENGTHS: Final = range(9, 33)
_FEWEST_DIGITS: Final = 6


class PolicyNumber:
    """Type POLICY_NO."""

    name: Final = "policy_number"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Runs right behind the word."""
        for run in reading.runs:
            if len(run) < _LENGTHS.start or not _CUE.search(reading.before(run.start, 16)):
                continue
            piece = next(run.pieces())
            size = piece.firm_length()
            value = piece.symbols[:size]
            if size in _LENGTHS and sum(map(str.isdigit, value)) >= _FEWEST_DIGITS and not is_public(value):
                yield Finding(piece.start, piece.ends[size - 1], "POLICY_NO", value, 0.93, self.name, ("cue",))
