"""Public service numbers: they belong to nobody and stay readable."""

import re
from typing import Final

_PUBLIC: Final = re.compile(
    r"9[56]\d{3,4}"  # 95xxx and 96xxx(x): nationwide and provincial service numbers
    r"|100\d{2}"  # 10000, 10010, 10086: carriers
    r"|11[0-9]|12[0-2]|111\d{2}|12\d{3}"  # 110, 119, 120, 122; 11185; 12315, 12328, 12378, 12345, 12123, 12306
    r"|[48]00\d{7}"  # 400 and 800 lines
    r"|1010\d{4}"
)
"""Source: MIIT numbering plan for telecommunication networks (电信网编号计划, 2017), short numbers."""


def is_public(digits: str) -> bool:
    """Whether these digits, whole, are a hotline or short service number."""
    return _PUBLIC.fullmatch(digits) is not None
