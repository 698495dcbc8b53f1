"""A regular expression compiled when first needed: a device that hears Mandarin alone starts no slower."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = 2**31 - 1
"""Beyond any text."""


class Lazy:
    """The methods of `re.Pattern` that masking uses, with the same arguments and results.

    The first call of each puts the compiled pattern's own method in its place.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __repr__(self) -> str:
        return f"Lazy({len(self.pattern)} characters)"

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The first match anywhere."""
        own = self.__dict__["search"] = re.compile(self.pattern).search
        return own(text, start, end)

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The match at this place."""
        own = self.__dict__["match"] = re.compile(self.pattern).match
        return own(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The match of the whole stretch."""
        own = self.__dict__["fullmatch"] = re.compile(self.pattern).fullmatch
        return own(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        own = self.__dict__["finditer"] = re.compile(self.pattern).finditer
        return own(text, start, end)

    def findall(self, text: str) -> list[str]:
        """The text of every match; for patterns without groups."""
        own = self.__dict__["findall"] = re.compile(self.pattern).findall
        return own(text)

    def sub(self, by: str, text: str) -> str:
        """The text with every match replaced."""
        own = self.__dict__["sub"] = re.compile(self.pattern).sub
        return own(by, text)
