"""A text as recognisers read it: folded to one form, with the numbers in it gathered, each place mapped back.

- One pass and no backtracking: time grows with the length of the text, whatever is in it.
- `Reading.span` maps every place of the folded text to a half-open range of the original.
- A reading is unmasked text: its repr shows nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from typing import Final

from agent.masking.alphabet import FOLD, GUESS, LETTER_OF, SPOKEN, WEAK_DIGITS
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.tongue import Tongue


class Joint(IntEnum):
    """What stands between two symbols of a run. Greater parts more."""

    NONE = 0
    SPACE = 1
    HYPHEN = 2
    FILLER = 3
    """嗯, 那个: the speaker thinks, and the number goes on."""
    SOFT = 4
    """A comma, dot or line break: the number goes on only if the whole then has a known shape."""
    REPAIR = 5
    """不对, 不是: what came before may be void."""


_LONGEST_TAIL: Final = 8
"""Weak symbols that may end a number; with more of them they are its digits."""


@dataclass(frozen=True, slots=True)
class Run:
    """Digits and letters that belong together, with what stood between them left out."""

    symbols: str = field(repr=False)
    """0-9 and A-Z."""
    starts: list[int] = field(repr=False)
    """Where each symbol begins in the folded text; both symbols of 双六 begin at 双."""
    ends: list[int] = field(repr=False)
    joints: list[int] = field(repr=False)
    """The `Joint` before each symbol; the first is NONE."""
    guesses: list[bool] = field(repr=False)
    """Which symbols are only sound-alikes."""
    weak: list[bool] = field(repr=False)
    """Which symbols may belong to the word around them instead: the 一 of 一直."""

    def __len__(self) -> int:
        return len(self.symbols)

    @property
    def start(self) -> int:
        """First place in the folded text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """One past the last place in the folded text."""
        return self.ends[-1]

    def part(self, first: int, last: int) -> "Run":
        """Symbols first up to, not including, last."""
        joints = self.joints[first:last]
        if joints:
            joints[0] = Joint.NONE
        return Run(
            self.symbols[first:last],
            self.starts[first:last],
            self.ends[first:last],
            joints,
            self.guesses[first:last],
            self.weak[first:last],
        )

    def followed_by(self, other: "Run") -> "Run":
        """This run and a later one as one, with a filler between them."""
        joints = [*self.joints, Joint.FILLER, *other.joints[1:]]
        return Run(
            self.symbols + other.symbols,
            self.starts + other.starts,
            self.ends + other.ends,
            joints,
            self.guesses + other.guesses,
            self.weak + other.weak,
        )

    def pieces(self, joint: Joint = Joint.SOFT) -> Iterator["Run"]:
        """The run, cut at every joint that parts at least as much as this one."""
        cuts = [k for k, found in enumerate(self.joints) if found >= joint]
        if not cuts:
            yield self
            return
        for first, last in zip([0, *cuts], [*cuts, len(self)], strict=True):
            yield self.part(first, last)

    def digits(self) -> Iterator["Run"]:
        """Every stretch of digits in the run."""
        if self.symbols.isdigit():
            yield self
        else:
            yield from (self.part(*found.span()) for found in _DIGITS.finditer(self.symbols))

    def group_starts(self) -> list[int]:
        """Where a new number may begin: the start, and after a joint that is not mere letter-spacing (1 3 8 0 ...)."""
        joints, size = self.joints, len(self.symbols)
        grouped = (
            k
            for k in range(1, size)
            if joints[k]
            and (joints[k] >= Joint.FILLER or (k > 1 and not joints[k - 1]) or (k + 1 < size and not joints[k + 1]))
        )
        return [0, *grouped]

    def groups(self) -> list[str]:
        """The symbols, cut at every joint: 138 0013 8000 is three groups."""
        cuts = [0, *(k for k, joint in enumerate(self.joints) if joint), len(self)]
        return [self.symbols[a:b] for a, b in pairwise(cuts)]

    def firm_length(self) -> int:
        """Length without the weak symbols at the end."""
        size = len(self)
        shortest = max(0, size - _LONGEST_TAIL)
        while size > shortest and self.weak[size - 1]:
            size -= 1
        return size


_FILLERS: Final = (
    "那个|这个|就是说|就是|然后|接着|接下来|再来|后面是|后面|中间是|中间|最后是|最后|前面是|后边是|后边|什么来着"
    "|等1下|等等"
    "|(?:最后|前面?|后面?|中间)[2-8]位(?:数字?)?|打头|开头|结尾|后头"
    r"|对[吧了的啊]?(?= ?\d)|没错|是吧|好了吗|听清了吗"
    "|大写的?|小写的?|字母|数字|嗯|恩|呃|啊|额|哦|噢|唔|哎|诶|唉|咳|呢|嘛|哈|是"
)
_REPAIRS: Final = "不对不对|不对|不是|错了|说错了|弄错了|更正|应该是|改成|重新说|重来"
_WORD_ONE: Final = "直下定样起般会些次天遍点切块共旦边面种台辆条家位张名份层致向趟年月号并律早晚路大栋期"
"""After these 一 is usually part of a word: 一直, 一下, 一定."""

_TOKENS: Final = (
    # 三千八百, 二十三, 10万: a quantity. Behind five digits 万 is a word (万一), and the digits stay a number.
    r"(?P<quantity>(?<!\d{5})\d?[十百千万亿](?:[十百千万亿]|0?\d[十百千万亿])*(?:0?\d(?![\d个]))?)"
    r"|(?P<repeat>[2-9]个[\dX]|双\d)"
    r"|(?P<one>1个(?=\d))"
    r"|(?P<digit>\d(?:\d(?![个十百千万亿]))*)"
    r"|(?P<letter>[A-Z]+)"
    r"|(?P<hyphen>(?:[-_)]|下划线|下横线|杠|横线|横杠|减号)[ _-]*)"
    r"|(?P<space> +)"
    r"|(?P<soft>[,、.\n])"
    rf"|(?P<repair>{_REPAIRS})"
    r"|(?P<named>(?:大写的?|小写的?|(?:就是|是)?[\u4e00-\u9fff]{2}(?:的|那个))[A-Z](?![A-Z]))"
    rf"|(?P<filler>{_FILLERS})"
)
_SPELT: Final = {sound.translate(GUESS): letter for sound, letter in LETTER_OF.items() if sound != "叉"}
_SYLLABLES: Final = "|".join(sorted(_SPELT, key=len, reverse=True))
_SURE: Final = re.compile(_TOKENS)
_BY_SOUND: Final = re.compile(rf"(?P<spelt>{_SYLLABLES})|{_TOKENS}")
_JOINT: Final = {
    "hyphen": Joint.HYPHEN,
    "space": Joint.SPACE,
    "soft": Joint.SOFT,
    "repair": Joint.REPAIR,
    "filler": Joint.FILLER,
    "one": Joint.FILLER,  # 一个零 is a zero; 一个幺三八... begins the second of two numbers
}
_LONGEST_GAP: Final = 16
"""Folded characters between two symbols of one number; more is another sentence."""
_LONGEST_REPAIRED: Final = 40
"""Symbols in a run with a slip of the tongue; longer ones are not one number."""
_MOST_RESAID: Final = 6
_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_HAS_SYMBOL: Final = re.compile("[0-9A-Z]")
_COUNTED: Final = re.compile(r"[十百千]\d? ?\d{3}|\d{3} ?\d?[十百千]")
_ALIKE: Final = "(?:[" + "".join(chr(code) for code in GUESS if code not in SPOKEN) + f"]|{'|'.join(LETTER_OF)})"
_GUESSED: Final = re.compile(f"[0-9A-Z] ?{_ALIKE}|{_ALIKE} ?[0-9A-Z]")
"""A sound-alike next to a symbol; anywhere else 要 and 就 are words."""


class _RunBuilder:
    """Collects symbols until something ends the run."""

    def __init__(self, text: str, shape: str) -> None:
        self._text, self._shape = text, shape
        self.runs: list[Run] = []
        self._open()

    def _open(self) -> None:
        self._symbols: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._joints: list[int] = []
        self._guesses: list[bool] = []
        self._weak: list[bool] = []
        self._joint = Joint.NONE

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return not self._symbols

    @property
    def size(self) -> int:
        """Symbols in the open run."""
        return len(self._starts)

    def close(self) -> None:
        if self._symbols:
            self.runs.append(
                Run("".join(self._symbols), self._starts, self._ends, self._joints, self._guesses, self._weak)
            )
            self._open()

    def join(self, joint: Joint, end: int) -> None:
        if self._symbols:
            self._joint = max(self._joint, joint)
            if end - self._ends[-1] > _LONGEST_GAP:
                self.close()

    def add(self, symbols: str, start: int, end: int) -> None:
        """One or several symbols that one place of the text stands for."""
        count = len(symbols)
        guessed, weak = self._traits(end)
        self._symbols.append(symbols)
        self._starts += [start] * count
        self._ends += [end] * count
        self._joints += [self._joint, *[Joint.NONE] * (count - 1)]
        self._guesses += [guessed] * count
        self._weak += [weak] * count
        self._joint = Joint.NONE

    def said_last(self, symbol: str) -> bool:
        """Whether this is the open run's last symbol."""
        return bool(self._symbols) and self._symbols[-1].endswith(symbol)

    def add_each(self, symbols: str, start: int, end: int) -> None:
        """Symbols that stand one behind the other, each in a place of its own."""
        count = end - start
        self._symbols.append(symbols)
        self._starts += range(start, end)
        self._ends += range(start + 1, end + 1)
        self._joints += [self._joint, *[Joint.NONE] * (count - 1)]
        self._joint = Joint.NONE
        if self._text[start:end].isascii() and self._text[end : end + 1] != "个":
            self._guesses += [False] * count
            self._weak += [False] * count
            return
        for place in range(start + 1, end + 1):
            guessed, weak = self._traits(place)
            self._guesses.append(guessed)
            self._weak.append(weak)

    def _traits(self, end: int) -> tuple[bool, bool]:
        """Whether the symbol that ends here is a guess, and whether it may belong to the word around it."""
        character, following = self._text[end - 1], self._text[end : end + 1]
        guessed = character in _GUESSES
        weak = (
            guessed
            or character in WEAK_DIGITS
            or following == "个"
            or (character == "一" and following != "" and following in _WORD_ONE)
        )
        return guessed, weak


_GUESSES: Final = frozenset(sound[-1] for sound in LETTER_OF if sound != "叉") | frozenset(
    chr(code) for code in GUESS if code not in SPOKEN
)
"""Characters that are a symbol by their sound only."""
_TIMES: Final = {"双": 2, **{str(n): n for n in range(2, 10)}}


def _figures(quantity: str) -> str:
    """1百3十8 is 138, 1千2 is 1200 as people say it; nothing for tens of thousands, which are no part of a number."""
    total, digit, unit = 0, 0, 0
    for character in quantity:
        if character in _UNITS:
            unit = _UNITS[character]
            total += (digit or 1) * unit
            digit = 0
        elif not character.isdigit():
            return ""
        else:
            digit = int(character)
            unit = 10 if character == "0" else unit
    return str(total + digit * max(1, unit // 10))


_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def _gather(text: str, shape: str, tokens: re.Pattern[str], *, counted: bool = False) -> list[Run]:
    builder = _RunBuilder(text, shape)
    reached = 0
    for token in tokens.finditer(shape):
        start, end = token.span()
        kind = token.lastgroup
        figures = _figures(token.group()) if counted and kind == "quantity" else ""
        if start != reached or (kind == "quantity" and not figures):
            builder.close()
        reached = end
        if kind in ("digit", "letter"):
            builder.add_each(token.group(), start, end)
        elif figures:
            builder.add(figures, start, end)
        elif kind == "spelt":
            builder.add(_SPELT[token.group()], start, end)
        elif kind == "repeat":
            builder.add(shape[end - 1] * _TIMES[shape[start]], start, end)
        elif kind == "named" and builder.said_last(shape[end - 1]):
            builder.join(Joint.FILLER, end)  # S 苏州那个S: the same letter, said again
        elif kind == "named":
            builder.join(Joint.FILLER, end)
            builder.add(shape[end - 1], end - 1, end)  # 大写L, 上海的S
        elif kind != "quantity":
            builder.join(_JOINT[kind or ""], end)
    builder.close()
    return builder.runs


_TONGUES: Final = (korean.TONGUE, english.TONGUE)
_ENOUGH_FOR_HUNDRED: Final = 4
"""Digits in front of "hundred" that make it two zeros of a number."""
_SHORTEST_TOLD: Final = 7
"""Symbols; in a shorter run words that are also digits are rather words."""
_SYMBOLS_PER_FILLER: Final = 4
"""A run with more fillers is rather prose of words that are digits too."""
_IN_WORDS: Final = Lazy(r"[가-힣\[]|[A-Z]{2}")


def _gather_told(text: str, tongue: Tongue) -> list[Run]:
    """Every run of digits said in this language, short ones too."""
    shape = tongue.shape(text)
    builder = _RunBuilder(text, shape)
    reached = 0
    for token in tongue.tokens.finditer(shape):
        start, end = token.span()
        kind, said = token.lastgroup or "", token.group().strip("[]")
        hundred = said == "HUNDRED" and builder.size >= _ENOUGH_FOR_HUNDRED
        if start != reached or (kind == "quantity" and not hundred) or (kind == "alike" and builder.is_empty):
            builder.close()
        reached = end
        if hundred:
            builder.add("00", start, end)  # oh seven seven double oh nine hundred
        elif kind in ("digit", "letter", "word", "alike"):
            builder.add(tongue.values.get(said, said), start, end)
        elif kind == "repeat":
            times, _, digit = re.sub(" *- *| +", " ", said).partition(" ")
            builder.add(tongue.values.get(digit, digit) * tongue.times[times], start, end)
        elif kind != "quantity":
            builder.join(_JOINT[kind], end)
    builder.close()
    return [_without_unsure_end(text, run, tongue) for run in builder.runs]


_MOBILE_START, _MOBILE_LENGTH = "01", 11


def _without_unsure_end(text: str, run: Run, tongue: Tongue) -> Run:
    """The run without a last digit that begins the next word, unless a mobile number needs it."""
    last = len(run) - 1
    needed = run.symbols.startswith(_MOBILE_START) and len(run) == _MOBILE_LENGTH
    unsure = tongue.unsure_end is not None and tongue.unsure_end.match(text, run.starts[last]) is not None
    return run.part(0, last) if unsure and last and not needed else run


def _is_long(text: str, run: Run) -> bool:
    fillers = sum(joint == Joint.FILLER for joint in run.joints)
    return (
        len(run) >= _SHORTEST_TOLD
        and (fillers * _SYMBOLS_PER_FILLER <= len(run) or not _may_be_prose(text, run))
        and _IN_WORDS.search(text, run.start, run.end) is not None
        and not _is_of_amounts(text, run)
    )


def _may_be_prose(text: str, run: Run) -> bool:
    """Whether fillers speak against a number: in Korean they are particles too, unless a word for a number is near."""
    hangul = korean.TONGUE.spoken.search(text, run.start, run.end) is not None
    return hangul and not korean.ANY_NUMBER.search(text, max(0, run.start - 24), run.start)


def _is_of_amounts(text: str, run: Run) -> bool:
    """Nineteen ninety nine and twenty twenty five: mostly teens and tens, and no word for a phone in front."""
    compounds = sum(english.COMPOUND.match(text, start) is not None for start in run.starts)
    return compounds * 2 > len(run) and not english.PHONE.search(text, max(0, run.start - 24), run.start)


def _fold(original: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its characters comes from, or None where the places are the same."""
    folded = original.translate(FOLD)
    places = None
    if len(folded) != len(original):
        places = [place for place, character in enumerate(original) for _ in FOLD[ord(character)]]
    if _is_spaced_out(folded):
        kept = [match.start() for match in _NOT_BESIDE_HAN.finditer(folded)]
        places = [place if places is None else places[place] for place in kept]
        folded = "".join(folded[place] for place in kept)
    return folded, places


def _is_spaced_out(folded: str) -> bool:
    """Whether recognition put a space behind every character, so that spaces say nothing: 然 后 双 六 点 康 姆."""
    if folded.count(" ") < _FEWEST_SPACED or _WORD_OF_TWO.search(folded):
        return False
    return _SPACED.search(folded) is not None


_FEWEST_SPACED: Final = 6
_HAN: Final = "\u4e00-\u9fff〇○"
_WORD_OF_TWO: Final = re.compile(f"[{_HAN}]{{2}}")
_SPACED: Final = re.compile(rf"[{_HAN}](?: +[{_HAN}]){{3}}")
_NOT_BESIDE_HAN: Final = re.compile(rf"[^ ]|(?<![{_HAN} ]) +(?![{_HAN} ])")


def _meant(run: Run, repair: int) -> Iterator[Run]:
    for kept in range(repair, max(0, repair - _MOST_RESAID - 1), -1):
        yield Run(
            run.symbols[:kept] + run.symbols[repair:],
            run.starts[:kept] + run.starts[repair:],
            run.ends[:kept] + run.ends[repair:],
            run.joints[:kept] + run.joints[repair:],
            run.guesses[:kept] + run.guesses[repair:],
            run.weak[:kept] + run.weak[repair:],
        )


_LONGEST_ASIDE: Final = 12
_MOST_PARTS: Final = 4
_SHORTEST_WHOLE: Final = 11
_WHOLE: Final = frozenset({11, 15, 16, 17, 18, 19})
"""Digits of a mobile number, an id and bank cards."""
_ENDS_NUMBER: Final = re.compile(
    r"[。;!?\n]|^ ?(?:[点块元年月度分%℃米台个号位次天倍人条]|公里|毫|千)|手机|电话|身份|卡|微信|QQ|车牌|号码|还有|另"
)
"""What parts two numbers for good: a sentence's end, a unit, the name of another number."""


def _joined_over_asides(text: str, numbers: list[Run]) -> Iterator[Run]:
    parts = [number for number in numbers if len(number) >= _SHORTEST_PART]
    for first, begin in enumerate(parts):
        joined = begin
        for part in parts[first + 1 : first + _MOST_PARTS]:
            gap = text[joined.end : part.start]
            if len(gap) > _LONGEST_ASIDE or _ENDS_NUMBER.search(gap):
                break
            joined = joined.followed_by(part)
            if len(joined) in _WHOLE:
                yield joined


_SHORTEST_PART: Final = 2
_CONTINUES: Final = re.compile(
    r"[十百千万亿点个号月年天块元次楼栋度台辆位岁分折成倍米人条张家种件部层代期公小S]"
    r"|[直下定样起般会些遍切共旦边面致向趟律早晚路]"
)
"""Words that take a number in front of them or that 一 is part of."""
_LONE_WORDS: Final = frozenset(WEAK_DIGITS)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True)
class Reading:
    """One text, read for masking. Places are indices into `text`, the folded form, until `span` maps them back."""

    original: str = field(repr=False)

    @cached_property
    def _folded(self) -> tuple[str, list[int] | None]:
        return _fold(self.original)

    @property
    def text(self) -> str:
        """The folded text: NFKC, upper case, simplified where it matters. Spoken digits are still characters."""
        return self._folded[0]

    @cached_property
    def shape(self) -> str:
        """`text` with every spoken digit as 0-9; same length, same places."""
        return self.text.translate(SPOKEN)

    @cached_property
    def guessed_shape(self) -> str:
        """`shape` with sound-alikes as digits too."""
        return self.text.translate(GUESS)

    @cached_property
    def told_pieces(self) -> list[Run]:
        """Every run of digits in Korean or English words, short ones too; most of these are ordinary words."""
        text = self.text
        spoken = (tongue for tongue in _TONGUES if tongue.script.search(text) and tongue.spoken.search(text))
        return [run for tongue in spoken for run in _gather_told(text, tongue)]

    @cached_property
    def told(self) -> list[Run]:
        """Those of `told_pieces` that are long enough to be a number."""
        return [run for run in self.told_pieces if _is_long(self.text, run)]

    @cached_property
    def _gathered(self) -> list[Run]:
        return _gather(self.text, self.shape, _SURE) if _HAS_SYMBOL.search(self.shape) else []

    @cached_property
    def counted(self) -> list[Run]:
        """Numbers of which a part is said as a quantity: 一百三十八 零零一三 八零零零."""
        if not _COUNTED.search(self.shape):
            return []
        return [digits for run in _gather(self.text, self.shape, _SURE, counted=True) for digits in run.digits()]

    @cached_property
    def runs(self) -> list[Run]:
        """Every run of digits and letters that is sure: what is told in other languages, then the rest in order."""
        return [*self.told, *self._gathered]

    @cached_property
    def guessed_runs(self) -> list[Run]:
        """Runs read once more with sound-alikes as digits; only those that contain one."""
        if not _HAS_SYMBOL.search(self.shape) or not _GUESSED.search(self.shape):
            return []
        return [run for run in _gather(self.text, self.guessed_shape, _BY_SOUND) if any(run.guesses) and len(run) > 1]

    @cached_property
    def numbers(self) -> list[Run]:
        """Every stretch of digits in `runs`."""
        return [digits for run in self.runs for digits in run.digits()]

    @cached_property
    def guessed_numbers(self) -> list[Run]:
        """Every stretch of digits in `guessed_runs` that holds a guess."""
        return [digits for run in self.guessed_runs for digits in run.digits() if any(digits.guesses)]

    def continues(self, start: int, end: int) -> bool:
        """Whether these few digits behind a number begin the next words instead: 四S店, 一直, 八点."""
        return _CONTINUES.match(self.text, end) is not None or self.text[start:end] in _LONE_WORDS

    @cached_property
    def repaired(self) -> list[Run]:
        """Numbers with a slip in the middle, each way it can have been meant.

        137 00 不对 00 90 55 66 says 00 again: symbols before the repair are dropped until the whole has a known length.
        """
        return [
            meant
            for run in self.runs
            if Joint.REPAIR in run.joints and len(run) <= _LONGEST_REPAIRED
            for k, joint in enumerate(run.joints)
            if joint == Joint.REPAIR
            for meant in _meant(run, k)
        ]

    @cached_property
    def scattered(self) -> list[Run]:
        """Numbers in two to four parts with other words between: 幺三八零零你记一下幺三八零零零. Only whole lengths."""
        numbers = [digits for run in self._gathered for digits in run.digits()]
        if sum(map(len, numbers)) < _SHORTEST_WHOLE:
            return []
        return list(_joined_over_asides(self.text, numbers))

    def before(self, place: int, size: int = 12) -> str:
        """Up to `size` characters before a place, spaces left out."""
        return self.text[max(0, place - 2 * size) : place].replace(" ", "")[-size:]

    def after(self, place: int, size: int = 6) -> str:
        """Up to `size` characters from a place on, spaces left out."""
        return self.text[place : place + 2 * size].replace(" ", "")[:size]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that the folded places [start, end) came from."""
        places: Mapping[int, int] | list[int] | None = self._folded[1]
        if places is None:
            return start, end
        return places[start], places[end - 1] + 1
