"""English: digits as words, doubled and tripled, letters of the spelling alphabet, and what stands between them."""

from typing import Final

from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.tongue import Tongue

_UNITS: Final = {
    "ONE": "1",
    "TWO": "2",
    "THREE": "3",
    "FOUR": "4",
    "FIVE": "5",
    "SIX": "6",
    "SEVEN": "7",
    "EIGHT": "8",
    "NINE": "9",
    "NINER": "9",
}
_ZERO: Final = {"ZERO": "0", "OH": "0", "O": "0", "NOUGHT": "0", "NAUGHT": "0", "NIL": "0"}
_TEENS: Final = {
    word: str(10 + k)
    for k, word in enumerate(
        ["TEN", "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN"]
    )
}
_TENS: Final = {
    word: str(k)
    for k, word in enumerate(["TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"], start=2)
}
_SPELLING: Final = [
    "ALPHA",
    "ALFA",
    "BRAVO",
    "CHARLIE",
    "DELTA",
    "ECHO",
    "FOXTROT",
    "GOLF",
    "HOTEL",
    "INDIA",
    "JULIET",
    "JULIETT",
    "KILO",
    "LIMA",
    "MIKE",
    "NOVEMBER",
    "OSCAR",
    "PAPA",
    "QUEBEC",
    "ROMEO",
    "SIERRA",
    "TANGO",
    "UNIFORM",
    "VICTOR",
    "WHISKEY",
    "XRAY",
    "YANKEE",
    "ZULU",
]
_LETTERS: Final = {word: word[0] for word in _SPELLING}
_ALIKE: Final = {"TO": "2", "TOO": "2", "FOR": "4", "FOUR'S": "4", "WON": "1", "ATE": "8", "TREE": "3", "FREE": "3"}
"""What recognition prints for a digit; counts only between two digits."""
DIGIT_WORDS: Final = {**_UNITS, **_ZERO}
WORDS: Final = (*_UNITS, *_ZERO, *_TEENS, *_TENS, "DOUBLE", "TRIPLE")
"""What a number can begin with; a growing text may end within one."""
_PLURALS: Final = {f"{word}S": digit for word, digit in DIGIT_WORDS.items() if word != "SIX"} | {
    "SIXES": "6",
    "ZEROES": "0",
}


def _any(words: dict[str, str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")(?![A-Z])"


_TIMES: Final = {"DOUBLE": 2, "TRIPLE": 3, "TREBLE": 3, "QUADRUPLE": 4, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_FILLERS: Final = (
    "UH+|UM+|ER+|ERM|HMM+|AH|AND THEN|AND|THEN|LIKE|YOU KNOW|LET ME SEE"
    "|FOLLOWED BY|AGAIN|AREA CODE|THAT IS|THAT'S|IT'S|SPACE"
)
_REPAIRS: Final = "SORRY|NO WAIT|WAIT|NO|I MEAN|CORRECTION|ACTUALLY"
_DIGIT: Final = _any(DIGIT_WORDS)
LATIN: Final = Lazy(r"[A-Z]{2}")
"""Where any of this can matter."""
TONGUE: Final = Tongue(
    script=LATIN,
    spoken=Lazy(f"(?<![A-Z])(?:{_DIGIT}|{_any(_TEENS | _TENS)}|DOUBLE|TRIPLE)"),
    shape=str,
    tokens=Lazy(
        r"(?P<quantity>(?<![A-Z])(?:HUNDRED|THOUSAND|MILLION|BILLION|POINT|PERCENT)(?![A-Z]))"
        rf"|(?<![A-Z])(?P<repeat>(?:DOUBLE|TRIPLE|TREBLE|QUADRUPLE)[ -]+(?:{_DIGIT}|\d)"
        rf"|(?:TWO|THREE|FOUR|FIVE)[ -]+{_any(_PLURALS)})"
        rf"|(?<![A-Z])(?P<word>(?:{'|'.join(_TENS)})[ -](?:{_any(_UNITS)})|{_any(DIGIT_WORDS | _TEENS | _TENS)})"
        rf"|(?<![A-Z])(?P<alike>{_any(_ALIKE)})(?=[ -]+(?:{_DIGIT}|DOUBLE|TRIPLE|\d))"
        r"|(?P<digit>\d)"
        rf"|(?<![A-Z'])(?P<letter>{_any(_LETTERS)}|[A-Z](?![A-Z']))"
        r"|(?P<hyphen>[-_/()]|(?<![A-Z])(?:DASH|HYPHEN)(?![A-Z]))"
        r"|(?P<space> +)"
        r"|(?P<soft>\.\.\.|[,.、\n])"
        rf"|(?<![A-Z])(?P<repair>(?:{_REPAIRS})(?![A-Z']))"
        rf"|(?<![A-Z])(?P<filler>(?:{_FILLERS})(?![A-Z']))"
    ),
    values={
        **{f"{ten}{joint}{unit}": a + b for ten, a in _TENS.items() for unit, b in _UNITS.items() for joint in " -"},
        **{ten: f"{digit}0" for ten, digit in _TENS.items()},
        **_TEENS,
        **_PLURALS,
        **DIGIT_WORDS,
        **_LETTERS,
        **_ALIKE,
    },
    times=_TIMES,
    unsure_end=Lazy(r"ONE(?= +(?:OF|THAT|WHO|THING|TIME|MORE|WEEK|DAY|HOUR)(?![A-Z]))"),
)

COMPOUND: Final = Lazy(_any(_TEENS | _TENS))
"""Two digits in a word: years and amounts are said so more often than numbers."""
PHONE: Final = Lazy(r"PHONE|NUMBER|MOBILE|CELL|CALL|TELEPHONE|RING|TEXT|REACH|CONTACT|TEL(?![A-Z])|LANDLINE")
OTHER_NUMBER: Final = Lazy(
    r"(?:PART|ERROR|FAULT|MODEL|VERSION|SERIAL|SOFTWARE|FIRMWARE|PRODUCT|CHARGER|STATION)(?:NUMBER|CODE|NO)?"
    r"(?:IS|WAS|:|THE)*$"
)
UNIT: Final = Lazy(
    r" ?(?:DOLLARS?|YUAN|WON|EUROS?|POUNDS|KILOMET|MILES?|KM|METERS?|PERCENT"
    r"|%|HOURS?|MINUTES?|VOLTS?|WATTS?|RPM|DEGREES)"
)
ENDS: Final = Lazy(r"[!?\n]|\. |DOLLAR|YUAN|KILOM|MILES|PERCENT|MINUTE|HOUR|HUNDRED|THOUSAND|POINT")
