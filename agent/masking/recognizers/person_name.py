"""Personal names: Han, compound, minority and English, announced or standing alone.

Anatomy: a surname (one character, or two in compound ones) and one or two given-name characters; names of
minorities in transliterated parts, often with ·; English given name and surname. A place is a name where
the text reads better with one there than as ordinary words, by the tables of `agent.masking.names`, and by the words
around it: 高峰 is rush hour unless somebody is called that.
Source: Ministry of Public Security, national name report 2021 (surnames); word and character counts of jieba 0.42.1.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from agent.masking.alphabet import SPOKEN
from agent.masking.names import certain, frames, slots, spelling
from agent.masking.names.candidate import ENOUGH_SAID_TWICE, Candidate, settled
from agent.masking.names.context import MOST, Surroundings
from agent.masking.names.dictionary import is_word
from agent.masking.names.elsewhere import from_elsewhere
from agent.masking.names.given_names import GIVEN
from agent.masking.names.groups import is_busy, is_firm, is_group
from agent.masking.names.known_names import stands_alone
from agent.masking.names.latin import latin_names
from agent.masking.names.lattice import Lattice, name_cost
from agent.masking.names.places import UNLIKE, measured_or_place
from agent.masking.names.slot_words import Back
from agent.masking.names.surnames import COMPOUND, SURNAMES
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues.lazy import Lazy

_ENOUGH: Final = 1.2
"""Gain and context together, in nats: about three to one for a name."""
_LIKE_ANOTHER: Final = 3.0
"""Weight of standing in a text with a name of the same surname and length: 曹雪莹不是曹雪盈."""
_IN_A_LIST: Final = 11.0
"""Weight of standing beside a name in a list."""
_SEVERAL: Final = Lazy("[2-9二两三四五几][个位名人]|都|分别")
_JOINS: Final = frozenset("、和与跟及/")
_ABOUT_NAMES: Final = 4.0
"""Weight of a text that says 真名 or 人名."""
_CITY_ENDS: Final = frozenset("州省县市京")
_FUNCTION_WORDS: Final = frozenset("和向从都与由车满应达过还")
_AS_FUNCTION_WORD: Final = 3.0
"""What it costs that a surname is a conjunction, an adverb or 车 far more often."""
_ENOUGH_CONTEXT_FOR_A_WORD: Final = 4.0
"""高峰, 黎明: what is an ordinary word as well needs this much from its context."""
_SPELT_BEHIND: Final = 6.0
_WORD_AT_MOST, _USUAL = -8.6, 21.5
"""An ordinary word of usual name characters (高峰) speaks against a person by this much at most, where one stands."""
_RATHER_WORDS: Final = (-12.0, -16.0)
"""Gain of what is rather the end of one word and another one (来处理); then where a name must stand."""
_USUAL_WORD: Final = (-11.0, -99.0)
"""Gain of a word that is met too often to be a name (关系); where a name must stand, any word is one."""
_ANNOUNCED_AT_LEAST: Final = 5.0
"""Weight in front that verbs and adverbs need: 叫, a label."""
_AFTER: Final = frozenset("后时里中前再地")
"""Behind a word these go on with the sentence: 客户许可后."""
_HOPELESS: Final = -17.0
"""No place makes up for more."""
_LEAST_FOR_NO_WORD, _MOST_FOR_NO_WORD = 9.0, 10.0
_DEAREST: Final = 27.0
"""A name of less usual characters than this costs is not read into a place."""
_TOLD_SURNAME: Final = 9.0
"""Weight of a text that tells the surname: 我姓季 季节."""
_COMPOUND: Final = {
    first: (*group, *(first if first in SURNAMES else ()))
    for first, group in groupby(sorted({*COMPOUND.split("|")}), key=lambda surname: surname[0])
}
"""By first character, where compound surnames begin with it: these, and the character if it is a surname too."""
_SURNAME: Final = re.compile(f"[{SURNAMES}{''.join(_COMPOUND)}](?=[\u4e00-\u9fff])")
_MOST_SAID_AGAIN: Final = 20
"""Names of one text that are looked for once more; nobody speaks of more people."""
_NEVER_ONLY: Final = frozenset("上下内外前后间次号卡费险期率价量额款度点面边头车站")
"""After a surname alone these make another word: 单上, 张卡."""
_SPELT_LETTER: Final = re.compile("艾[特弗斯克尔姆勒尺福]")
_NO_NAME_TEXT: Final = (
    "和平 和谐 和气 "
    "代驾 代步 安全 安静 安装 方便 方向 方式 高级 高速 马上 常常 常用 常见 单子 单写 单位 白色 白写 黄色 黄牌 黄灯 "
    "金额 金牌 温度 万一 万达 时候 全部 全是 于是 何必 向前 向后 平安 成都 左右 左前 左后 明明 路上 路边 项目 周末 "
    "周一 周二 周三 周四 周五 周六 周日 余额 应该 任何 费用 关于 后来 水温 车主 车位 车间 许多 高压 高温 高配 施工 "
    "单独 连续 严重 强制 空调 平时 平均 时间 金色 谢谢 解决 别人 成功 成本 花钱 计费 管理 管家 查询 查勘 查看 计算 "
    "包括 包赔 那个 支付 房子 房东 马路 白天 黑色 石油 江苏 云南 贵州 广东 河南 河北 湖南 湖北 山东 敬礼 山西 陕西 "
    "甘肃 青海 海南 安徽 祝福 申请 燕窝 符合"
)
_FOUR_AND_SIX: Final = frozenset(["李四", "赵四", "赵六", "王六", "王二", "陈二", "张二", "刘二"])
"""Names whose given name is a digit that no other name has."""
_NO_NAME: Final = frozenset(_NO_NAME_TEXT.split())
"""Words that nobody is called by."""
_TITLES: Final = re.compile(
    "先生|女士|小姐|同志|师傅|经理|主任|主管|老师|总监|医生|大夫|警官|店长|站长|队长|顾问|专员|大哥|大姐|阿姨|叔叔|律师"
    "|教练|技师"
)
"""王先生 identifies nobody."""
_HAN, _STRETCH = Lazy("[\u4e00-\u9fff]"), Lazy("[\u4e00-\u9fff]+")
_LETTERS_A_PAUSE: Final = 4
"""Characters between two spaces; with fewer, recognition put a space behind every word."""
_PAUSE: Final = Lazy("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


class PersonName:
    """Type NAME."""

    name: Final = "person_name"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Names, places where a known name is said again, and names that are spelt out character by character."""
        text, places = _without_spaces(reading.text)
        around = Surroundings(text, reading.shape if text is reading.text else text.translate(SPOKEN))
        names = settled([*_han(text, around), *from_elsewhere(text, around)])
        names = settled([*names, *_said_again(text, names)])
        for found in settled([*names, *_spelt_out(text, names)]):
            score = max(0.5, min(0.7, 0.5 + 0.02 * found.total))
            start, end = places[found.start], places[found.end - 1] + 1
            yield Finding(start, end, "NAME", found.value, score, self.name, found.evidence)
        yield from latin_names(reading, self.name)


def _without_spaces(text: str) -> tuple[str, list[int] | range]:
    """The text without spaces, each place mapped back; where spaces are a speaker's pauses they become commas."""
    if " " not in text:
        return text, range(len(text))
    if len(_HAN.findall(text)) >= _LETTERS_A_PAUSE * len(_STRETCH.findall(text)):
        text = _PAUSE.sub(",", text)
    return text.replace(" ", ""), [place for place, character in enumerate(text) if character != " "]


def _han(text: str, around: Surroundings) -> Iterator[Candidate]:
    spelt = {place for start, end in spelling.surnames(text) for place in range(start, end)}
    possible = list(_possible(text, spelt))
    if not possible:
        return
    lattice = Lattice(text, [start for _, start, _ in possible])
    about_names = _ABOUT_NAMES * ("真名" in text or "人名" in text)
    told = (
        {text[at.end()] for at in re.finditer("姓(?!名|氏|什么|啥)", text) if at.end() < len(text)}
        if "姓" in text
        else ()
    )
    doubtful: list[tuple[str, Candidate]] = []
    sure: set[tuple[str, int]] = set()
    begins: set[int] = set()
    ends: set[int] = set()
    for surname, start, end in possible:
        extra = about_names + _TOLD_SURNAME * (surname in told and text[start - 1 : start] != "姓")
        candidate, enough = _judged(text, around, lattice, (surname, start, end), extra)
        if candidate is not None and enough:
            sure.add((surname, end - start))
            begins.add(start)
            ends.add(end)
            yield candidate
        elif candidate is not None:
            doubtful.append((surname, candidate))
    if not sure:
        return
    together = _SEVERAL.search(text) is not None
    for surname, candidate in (*doubtful, *reversed(doubtful)):
        alike = _LIKE_ANOTHER * ((surname, len(candidate.value)) in sure)
        beside = _IN_A_LIST * _is_listed(text, around, candidate, begins, ends, together=together)
        total = candidate.total + alike + beside
        if (alike or beside) and total >= _ENOUGH:
            begins.add(candidate.start)
            ends.add(candidate.end)
            evidence = ("like another name here",) * bool(alike) + ("in a list of names",) * bool(beside)
            yield replace(candidate, total=total, evidence=(*candidate.evidence, *evidence))


def _is_listed(
    text: str, around: Surroundings, candidate: Candidate, begins: set[int], ends: set[int], *, together: bool
) -> bool:
    """Whether a sure name stands beside it with nothing but a conjunction between: 周文彬、乐山.

    Where the text speaks of several people there may be nothing at all between: 于洋于海.
    """
    if is_firm(candidate.value):
        return False
    if together and _is_between(around, candidate, begins, ends):
        return True
    if not all(around.weigh(candidate.start, candidate.end)[:2]):
        return False
    neighbours = (text[candidate.start - 1 : candidate.start], text[candidate.end : candidate.end + 1])
    if "、" not in neighbours and is_group(candidate.value):
        return False
    if text[candidate.start - 1 : candidate.start] in _JOINS and candidate.start - 1 in ends:
        return True
    return text[candidate.end : candidate.end + 1] in _JOINS and candidate.end + 1 in begins


def _is_between(around: Surroundings, candidate: Candidate, begins: set[int], ends: set[int]) -> bool:
    """Whether a name begins or ends right where this one ends or begins, and its other end is one too."""
    if is_word(candidate.value) and not stands_alone(candidate.value):
        return False
    left, right, _ = around.weigh(candidate.start, candidate.end)
    if candidate.end in begins:
        return bool(left) or candidate.start in ends
    return candidate.start in ends and bool(right)


def _possible(text: str, spelt: set[int]) -> Iterator[tuple[str, int, int]]:
    """Surname, start and end of everything that begins with a surname and may go on as a name."""
    size = len(text)
    for found in _SURNAME.finditer(text):
        start = found.start()
        if start in spelt or _SPELT_LETTER.match(text, start):
            continue
        for surname in _COMPOUND.get(found[0], found[0]):
            after = start + len(surname)
            if len(surname) == 1 or text.startswith(surname, start):
                if _TITLES.match(text, after):
                    continue
                for end in (after + 1, after + 2):
                    if end <= size and _may_be_name(text[start:end], len(surname)):
                        yield surname, start, end


def _may_be_name(name: str, surname: int) -> bool:
    given = name[surname:]
    return bool(given) and (GIVEN.fullmatch(given) is not None or name in _FOUR_AND_SIX)


def _judged(
    text: str, around: Surroundings, lattice: Lattice, possible: tuple[str, int, int], extra: float
) -> tuple[Candidate | None, bool]:
    """The candidate of this surname, start and end, and whether it is a name; None where nothing can make it one."""
    surname, start, end = possible
    name = text[start:end]
    cost = name_cost(surname, name[len(surname) :])
    gain = lattice.gain(start, end, cost)
    if cost < certain.DEAREST and not is_firm(name) and (surname not in _FUNCTION_WORDS or _is_read_as_word(name)):
        weight, why = certain.weight(text, start, end)
        if weight:
            must, word = weight >= certain.MUST, _is_read_as_word(name)
            if gain > (_USUAL_WORD[must] if word else _RATHER_WORDS[must]):
                total = weight + (0.0 if word and must else max(_WORD_AT_MOST, gain))
                return Candidate(start, end, total, name, ("surname and given name", why)), True
    gain += extra - _AS_FUNCTION_WORD * (surname in _FUNCTION_WORDS)
    gain -= UNLIKE * measured_or_place(text, start, end)
    if gain <= -MOST or name in _NO_NAME or name[len(surname) :] in _NEVER_ONLY:
        return None, False
    return _in_context(text, around, start, end, (gain, cost))


def _is_read_as_word(name: str) -> bool:
    return name in _NO_NAME or is_word(name)


def _in_context(
    text: str, around: Surroundings, start: int, end: int, worth: tuple[float, float]
) -> tuple[Candidate | None, bool]:
    """The candidate with what stands around it, and whether that is enough; None where no other name can help it."""
    gain, cost = worth
    left, right, evidence = around.weigh(start, end)
    name = text[start:end]
    word = is_word(name)
    if spelling.behind(text, end, name)[2]:
        right, evidence = right + _SPELT_BEHIND, (*evidence, "spelt out")
    total, frame = gain + left + right, 0.0
    if total < ENOUGH_SAID_TWICE and total >= _ENOUGH - frames.most(text, start, end, word=word):
        frame, why = frames.weight(text, start, end, left, word=word)
        if frame:
            total, right, evidence = total + frame, right + frame, (*evidence, why)
    least = _HOPELESS if word else _ENOUGH - _MOST_FOR_NO_WORD
    if least < gain and total < ENOUGH_SAID_TWICE and _may_fill(name, cost):
        before, behind = around.classes(start, end)
        titled = behind >= Back.CALLED_SIR and name[-1] == name[0]  # 水清水师傅 is 水清, 水师傅
        slot = 0.0 if titled else slots.both(before, behind)
        if not word:
            slot = min(slot, _MOST_FOR_NO_WORD) if slot >= _LEAST_FOR_NO_WORD else 0.0
        placed = (max(gain, _WORD_AT_MOST) if word and cost < _USUAL else gain) + slot
        if slot > left + right and placed > total:
            total, left, right, evidence = placed, slot, 0.0, (*evidence, slots.evidence(before, behind))
    if total < _ENOUGH - _LIKE_ANOTHER - _IN_A_LIST:
        return None, False
    if word and not frame and left < _ANNOUNCED_AT_LEAST and is_busy(name):
        return None, False
    enough = total >= _ENOUGH and (left + right >= _ENOUGH_CONTEXT_FOR_A_WORD or not word)
    return Candidate(start, end, total, name, ("surname and given name", *evidence)), enough


def _may_fill(name: str, cost: float) -> bool:
    """Whether a person may be called so, where a person is meant: no firm, no verb, no word with its next one."""
    pair = name[:2]
    return (
        cost < _DEAREST
        and name[-1] not in _CITY_ENDS
        and not is_firm(name)
        and not is_busy(pair)
        and (len(name) == len(pair) or (pair not in _NO_NAME and not (name[-1] in _AFTER and is_word(pair))))
    )


def _said_again(text: str, names: list[Candidate]) -> Iterator[Candidate]:
    sure = {name.value: name.total for name in names if name.total >= ENOUGH_SAID_TWICE}
    for value, total in list(sure.items())[:_MOST_SAID_AGAIN]:
        if text.count(value) > 1:
            for again in re.finditer(re.escape(value), text):
                yield Candidate(*again.span(), total, value, ("said before",))


def _spelt_out(text: str, names: list[Candidate]) -> Iterator[Candidate]:
    for name in names:
        start, end, clauses = spelling.behind(text, name.end, name.value)
        if clauses:
            yield Candidate(start, end, 30.0, text[start:end], ("spelt out behind a name",))
    for start, end in spelling.alone(text):
        yield Candidate(start, end, 29.0, text[start:end], ("spelt out",))
