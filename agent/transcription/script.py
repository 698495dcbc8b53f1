"""One way of writing: simplified characters, and full-width punctuation between Chinese ones. Lengths never change."""

import re
from typing import Final

from agent.feedback.traditional import simplified

_CHINESE: Final = "\u3400-\u9fff"
_MARK: Final = re.compile(
    f"(?<=[{_CHINESE}0-9A-Za-z％%])[,?!:;](?=[{_CHINESE}]|$)|(?<=[{_CHINESE}])[,.?!:;](?=[{_CHINESE}0-9A-Za-z]|$)"
)
_FULL_WIDTH: Final = {",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；"}


def chinese_script(text: str) -> str:
    """Traditional characters made simplified, ASCII punctuation beside Chinese made full-width, one for one."""
    return _MARK.sub(lambda mark: _FULL_WIDTH[mark[0]], simplified(text))
