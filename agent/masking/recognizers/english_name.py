"""Personal names behind an English word for one: my name is, this is, I'm, Mr.

Anatomy: one to three words. Behind "my name is" any word is a name unless it cannot be one; behind "I'm" and
"this is" it has to be a known given name, or two capitalised words. Recognition may print no capitals at all.
Source: the project's own list of given names; Debrett's forms of address for the titles.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.names.surnames import is_english_given
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues import english
from agent.masking.tongues.lazy import Lazy

_WORD: Final = r"[A-Z][A-Z'-]*"
_SURE: Final = Lazy(
    r"(?<![A-Z])(?:(?:MY|HIS|HER|(?:HUSBAND|WIFE)'S|FULL|(?:OWNER|DRIVER)'S|"
    r"LAST|FIRST|FAMILY|SUR) ?NAME(?:'S| IS| WAS)?[ :]"
    r"|NAME:"
    r"|NAME IS |NAMED |(?:UNDER|IN) THE NAME(?: OF)? |PEOPLE CALL ME |YOU CAN CALL ME |(?:MR|MRS|MS|MISS|DR)\.? )"
    rf" *(?:UH |UM |IS )*(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
)
_LIKELY: Final = Lazy(
    r"(?<![A-Z'])(?:I'M|I AM|THIS IS|IT'S|SPEAKING WITH|SPOKE (?:TO|WITH)|ASK FOR|REGARDS,?|NAME'S|CALLED) "
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
)
_STOP_TEXT: Final = (
    "A AN AND ARE AS AT BUT BY CALL CALLING CAN CORRECT DO FOR FROM HAS HAVE HE HERE HERSELF I IF IN IS "
    "IT MISSING MISSPELLED MY NO NOT OF ON OR OUT PLEASE SHE SHOWN SO SPELLED SPELT STILL THANK THANKS "
    "THAT THE THEY THIS TO UNKNOWN WAS WE WHEN WHO WILL WITH WRONG WRITTEN YOU YOUR NUMBER PHONE EMAIL "
    "CAR ADDRESS LICENSE PLATE SPEAKING REALLY VERY GOING ALREADY ALSO JUST AFTER BEFORE BECAUSE BEING "
    "DISPLAYED DIFFERENT WHAT WHERE WHICH DRIVING OWNER THERE TOO NOW ABOUT INCORRECT CHANGED LISTED "
    "DISAPPOINTED HAPPY SORRY GREAT GOOD BAD TERRIBLE CUSTOMER SERVICE MADAM SIR "
)
_STOP: Final = frozenset(_STOP_TEXT.split())
_VERBS: Final = ("MAY", "MARK", "ROSE")
"""Given names that are verbs too."""


class EnglishName:
    """Type NAME."""

    name: Final = "english_name"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Names behind a cue."""
        if not english.LATIN.search(reading.text):
            return
        for found in _SURE.finditer(reading.text):
            yield from self._name(reading, found, sure=True)
        for found in _LIKELY.finditer(reading.text):
            yield from self._name(reading, found, sure=False)

    def _name(self, reading: Reading, found: re.Match[str], *, sure: bool) -> Iterator[Finding]:
        start = end = found.start("name")
        words: list[str] = []
        for word in found["name"].split(" "):
            if word in _STOP or (
                words and self._capitals(reading, start, end) != self._capitals(reading, end + 1, end + 1 + len(word))
            ):
                break
            end = end + len(word) + bool(words)
            words.append(word)
        if not words:
            return
        capitals = self._capitals(reading, start, end)
        lower = reading.original[slice(*reading.span(start, end))].islower()
        if (
            sure
            or (is_english_given(words[0]) and words[0] not in _VERBS and (capitals or lower))
            or (capitals and len(words) > 1)
        ):
            if not sure and lower:
                end = start + len(" ".join(words[:2]))
            end -= 2 * reading.text[start:end].endswith("'S")
            yield Finding(start, end, "NAME", reading.text[start:end], 0.66, self.name, ("cue",))

    @staticmethod
    def _capitals(reading: Reading, start: int, end: int) -> bool:
        return all(word[:1].isupper() for word in reading.original[slice(*reading.span(start, end))].split())
