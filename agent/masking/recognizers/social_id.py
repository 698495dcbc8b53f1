"""WeChat and QQ ids.

Anatomy: WeChat 6 to 20 letters, digits, _ and -, the first a letter; QQ 5 to 11 digits, the first not 0. Nothing in
them tells them from other codes, so the word beside decides: 微信, QQ, 加V in front, or 是我QQ behind.
Source: Tencent's rules for choosing a WeChat id (6-20 characters, letter first).
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading, Run
from agent.masking.recognizer import Finding

_CUE: Final = re.compile(
    r"(?:微信|威信|薇信|V信|VX|WX|QQ|企鹅号|加我?V)"
    r"(?:账号|号码|号|那边的|这边的|的话|ID|是|为|的|吧|就是|就|叫|我|你|搜|加|呢|啊|嗯|呃|:|\"|-)*$"
)
_BEHIND: Final = re.compile(r"(?:这个)?(?:就)?是?我的?(?:微信|QQ)")
_NICKNAME: Final = re.compile(r"(?:号|ID)(?:是|为|:)*$")
_LONGEST: Final = 24
_SHORTEST: Final = 5
_SHORTEST_WORD: Final = 7
"""Letters alone: shorter ones are more often a product or an app."""


class SocialId:
    """Type SOCIAL_ID."""

    name: Final = "social_id"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Runs beside the word."""
        for run in reading.runs:
            piece = next(run.pieces())
            spelt = piece.symbols.startswith("QQ") and len(piece) > _SHORTEST + 1
            if spelt:
                piece = piece.part(2, len(piece))
            size = piece.firm_length()
            value = piece.symbols[:size]
            if not _SHORTEST <= size <= _LONGEST or (value.isalpha() and size < _SHORTEST_WORD):
                continue
            evidence = "cue" if spelt else self._evidence(reading, piece, size)
            if evidence:
                end = piece.ends[size - 1]
                yield Finding(piece.start, end, "SOCIAL_ID", value.lower(), 0.78, self.name, (evidence,))

    @staticmethod
    def _evidence(reading: Reading, piece: Run, size: int) -> str:
        before = reading.before(piece.start, 14)
        if _CUE.search(before):
            return "cue"
        if _BEHIND.match(reading.after(piece.ends[size - 1], 8)):
            return "cue behind"
        signs = "_" in reading.text[piece.start : piece.ends[size - 1]]
        return "a name with _ behind a cue" if signs and _NICKNAME.search(before) else ""
