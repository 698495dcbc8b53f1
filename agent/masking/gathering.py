"""Gathers the digits and letters of a folded text into runs, in one pass and without backtracking."""

import re
from typing import Final

from agent.masking.alphabet import GUESS, LETTER_OF, SPOKEN, WEAK_DIGITS
from agent.masking.runs import Joint, Run
from agent.masking.tongues.lazy import Lazy

_FILLERS: Final = (
    "(?:最后|前面?|后面?|中间)[2-8]位(?:数字?)?(?:就?是)?|那个|这个|就是说|就是|然后|接着|接下来|再来|后面是|后面|中间是|中间|最后是|最后|前面是|后边是|后边|什么来着"
    "|等1下|等等"
    "|打头|开头|结尾|后头"
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
SURE: Final = re.compile(_TOKENS)
COUNTED: Final = Lazy(_TOKENS.replace(r"(?![\d个])", "(?!个)"))
"""Here a digit behind ten is its unit, whatever follows: 一百三十八 七一零..."""
BY_SOUND: Final = Lazy(rf"(?P<spelt>{_SYLLABLES})|{_TOKENS}")
JOINT: Final = {
    "hyphen": Joint.HYPHEN,
    "space": Joint.SPACE,
    "soft": Joint.SOFT,
    "repair": Joint.REPAIR,
    "filler": Joint.FILLER,
    "one": Joint.FILLER,  # 一个零 is a zero; 一个幺三八... begins the second of two numbers
}
_LONGEST_GAP: Final = 16
"""Folded characters between two symbols of one number; more is another sentence."""
_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class RunBuilder:
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
        """The open run is whole."""
        if self._symbols:
            self.runs.append(
                Run("".join(self._symbols), self._starts, self._ends, self._joints, self._guesses, self._weak)
            )
            self._open()

    def join(self, joint: Joint, end: int) -> None:
        """What stands before the next symbol, up to a place; too much of it ends the run."""
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


def gather(text: str, shape: str, tokens: re.Pattern[str] | Lazy, *, counted: bool = False) -> list[Run]:
    """Every run in the text.

    Args:
        text: folded.
        shape: the same with spoken digits as figures.
        tokens: SURE, or BY_SOUND for sound-alikes too.
        counted: quantities become figures (一百三十八); else they part runs.
    """
    builder = RunBuilder(text, shape)
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
            builder.join(JOINT[kind or ""], end)
    builder.close()
    return builder.runs
