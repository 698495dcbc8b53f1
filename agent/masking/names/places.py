"""Measure words and places, which look like names: 这张卡, 武侯区, 阳澄湖服务区."""

import re
from typing import Final

UNLIKE: Final = 6.0
"""What a measure word (这张卡) or a place word (武侯区) costs."""
_MEASURED: Final = frozenset("这那每几哪各某两此该同整第半")
_DISTRICTS: Final = frozenset("区县镇乡街")
_PLACE_ENDS: Final = frozenset("村路巷弄市省站坝汇厦苑桥郡园府坑阁湾")
_PLACE_BEHIND: Final = re.compile(
    ".?(?:4S店|服务区|立交|高架|收费站|附近|大道|大街|景区|机场|互通|枢纽|隧道|出口|入口|国道|省道|水库|火车站|高铁站|停车场|广场"
    "|斯斯?坦|自治|共和国|联合旗)"
)


def measured_or_place(text: str, start: int, end: int) -> int:
    """How strongly a measure word in front or a place word at the end speaks against a name: 0, 1 or 2."""
    last, behind = text[end - 1], text[end : end + 1]
    if last in _DISTRICTS or behind in _DISTRICTS or _PLACE_BEHIND.match(text, end - 1):
        return 2
    measured = text[max(0, start - 1) : start] in _MEASURED and text[start - 2 : start - 1] != "们"  # 你们那刘洋
    return measured or last in _PLACE_ENDS or behind in _PLACE_ENDS
