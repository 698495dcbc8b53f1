"""Diagnostic trouble codes as people and workshops write them (ISO 15031-6, SAE J2012).

Anatomy: a letter for the system (P powertrain, C chassis, B body, U network), a digit 0 to 3, three hexadecimal digits;
UDS adds a byte for the kind of failure. On the wire the letter and first digit are four bits: 0143 is P0143, 403123 is
C0031-23.
"""

import re
from typing import Final

_WRITTEN: Final = re.compile(r"[PCBU][0-3][0-9A-F]{3}(?:-[0-9A-F]{2})?")
_WIRE: Final = re.compile(r"(?:0X)?([0-9A-F]{4})([0-9A-F]{2})?")


def fault_code(text: str) -> str | None:
    """The code in its written form, or None for what is none: free text from a bus is never passed on."""
    upper = text.strip().upper()
    if _WRITTEN.fullmatch(upper):
        return upper
    wire = _WIRE.fullmatch(upper)
    if wire is None:
        return None
    number = int(wire[1], 16)
    written = f"{'PCBU'[number >> 14]}{number >> 12 & 3}{number & 0xFFF:03X}"
    return f"{written}-{wire[2]}" if wire[2] else written
