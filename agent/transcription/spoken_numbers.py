"""Numbers that an engine printed as digits, written as they were said: 30% was 百分之三十, 200块 was 两百块.

Whisper prints digits, Vosk prints words, and both heard the same. What is kept is one form, the spoken one; `readable`
makes digits of it again for the eye.

- Only what can be read in one way: a percentage, two digits, or three and four digits with a unit behind them.
- Digits that belong to something longer stay: phone numbers and whatever stands beside other digits or Latin letters
  (P0171, M7, 138 0013, 8:30), years, hotlines, model names (标致3008). Telling those apart is the masker's work.
"""

import re
from dataclasses import replace
from typing import Final

from agent.feedback.transcript import Transcript, Word
from agent.transcription.numerals import Edit

_DIGITS: Final = "零一二三四五六七八九"
_BESIDE: Final = r"0-9A-Za-z零〇一二三四五六七八九十百千万亿幺两点"
"""Characters that make a number a part of something longer."""
_SEPARATOR: Final = r" ,，.．:：/\-—_、·@#*×+"
_NUMBER: Final = re.compile(
    rf"(?<![{_BESIDE}])(?<![{_BESIDE}][{_SEPARATOR}])(?<![{_BESIDE}][{_SEPARATOR}][{_SEPARATOR}])"
    rf"(?P<whole>\d{{1,4}})(?:\.(?P<part>\d{{1,2}}))?(?P<wan>万)?(?P<percent> ?[%％])?"
    rf"(?![{_BESIDE}])(?![{_SEPARATOR}]{{1,2}}[{_BESIDE}])"
)
_UNIT: Final = re.compile(
    "[多来余]?(?:块|元|公里|千米|米|厘米|毫米|英寸|寸|度|千瓦|瓦|伏|安|升|毫升|公斤|斤|吨|马力|牛|转|分贝|像素|小时|分钟|秒"
    "|天|个|岁|次|遍|趟|回|人|位|辆|台|件|份|张|条|家|迈|帧|万)"
)
_TWO_DIGITS: Final = re.compile(r"[1-9]\d")
_ROUND: Final = re.compile(r"[1-9]\d{1,2}0")
_HOTLINES: Final = frozenset({"110", "120", "400"})
_SPENT: Final = re.compile("[要花了付交收给省少多涨约满加]$")
_ENDS: Final = re.compile("[，。,.！!？?、的钱吧呢啊]|$")
"""A round number behind 要, 花了 and the like with nothing behind it is a sum: 要300。"""
_NOT_COUNTED: Final = re.compile("[年号路栋幢座室楼层弄巷院]")
"""Behind a number of two digits: years are said digit by digit, and places are the masker's."""


def as_spoken(transcript: Transcript) -> Transcript:
    """The same with such numbers in words. A word that holds a part of one takes in the others that do."""
    edits = number_edits(transcript.text)
    if not edits:
        return transcript
    return replace(
        transcript, text=apply_edits(transcript.text, edits), words=_respelled(transcript.words, transcript.text, edits)
    )


def number_edits(text: str) -> tuple[Edit, ...]:
    """What to replace, in order and without overlap."""
    found = ((match, _said(match, text)) for match in _NUMBER.finditer(text))
    return tuple(Edit(*match.span(), said) for match, said in found if said is not None)


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with every replacement made."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _said(match: re.Match[str], text: str) -> str | None:
    whole, part = match["whole"], match["part"]
    if len(whole) > 1 and whole[0] == "0":
        return None
    decimals = "" if part is None else "点" + "".join(_DIGITS[int(d)] for d in part)
    if match["wan"]:
        return counted(int(whole), of_a_unit=True) + decimals + "万"
    if match["percent"]:
        return "百分之" + ("百" if whole == "100" else counted(int(whole))) + decimals
    if _UNIT.match(text, match.end()) and (len(whole) > 1 or part is not None):
        return counted(int(whole), of_a_unit=True) + decimals
    if part is None and _TWO_DIGITS.fullmatch(whole) and not _NOT_COUNTED.match(text, match.end()):
        return counted(int(whole))
    if part is None and _ROUND.fullmatch(whole) and whole not in _HOTLINES and _is_sum(match, text):
        return counted(int(whole))
    return None


def _is_sum(match: re.Match[str], text: str) -> bool:
    return bool(_SPENT.search(text, 0, match.start()) and _ENDS.match(text, match.end()))


def counted(value: int, *, of_a_unit: bool = False) -> str:
    """A number below ten thousand as it is counted: 105 is 一百零五, 12 is 十二, 200块 is 两百块."""
    if value < len(_DIGITS):
        return "两" if of_a_unit and value == 2 else _DIGITS[value]  # noqa: PLR2004 - two has a word of its own
    said, skipped = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            two = digit == 2 and place >= 100  # noqa: PLR2004 - 两百, and 二十
            said += ("零" if skipped and said else "") + ("两" if two else _DIGITS[digit]) + name
        skipped = not digit
    return said.removeprefix("一") if said.startswith("一十") else said


def _respelled(words: tuple[Word, ...], text: str, edits: tuple[Edit, ...]) -> tuple[Word, ...]:
    """Words that spell the new text; as they were where they do not spell the old one."""
    places, at = [], 0
    for word in words:
        start = text.find(word.text, at)
        if start < 0:
            return words
        at = start + len(word.text)
        places.append((start, at))
    merged: list[tuple[int, int, Word]] = []
    for (start, end), word in zip(places, words, strict=True):
        held = next((e for e in edits if merged and e.start < merged[-1][1] and start < e.end), None)
        if held is None:
            merged.append((start, end, word))
            continue
        first, _, before = merged[-1]
        sure = [w.confidence for w in (before, word) if w.confidence is not None]
        both = Word(text[first:end], before.start_s, word.end_s, min(sure) if sure else None)
        merged[-1] = (first, end, both)
    return tuple(
        replace(
            word, text=apply_edits(text[:end], tuple(e for e in edits if start <= e.start and e.end <= end))[start:]
        )
        for start, end, word in merged
    )
