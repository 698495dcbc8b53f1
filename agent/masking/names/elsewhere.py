"""Names that are no Han surname and given name: of minorities, of other tongues sounded out, a given name alone."""

import re
from collections.abc import Collection, Iterator
from operator import add
from typing import Final

from agent.masking.names import certain, slots, transliteration
from agent.masking.names.candidate import ENOUGH_SAID_TWICE, Candidate
from agent.masking.names.context import Surroundings
from agent.masking.names.dictionary import is_word
from agent.masking.names.given_names import ALONE, COMMON, GIVEN
from agent.masking.names.lattice import Lattice
from agent.masking.names.places import UNLIKE, measured_or_place
from agent.masking.names.surnames import MINORITY_PARTS

_GIVEN_ALONE: Final = 8.5
"""What it costs that a given name stands without its surname."""
_ENOUGH_FOR_GIVEN: Final = 10.0
_ANNOUNCED: Final = 3.5
"""Weight of 叫, 我是, a label or a role in front."""
_ANNOUNCES: Final = 2.0
"""Weight of a word in front of which a name may begin."""
_JAPANESE: Final = (
    "(?:佐藤|铃木|高桥|田中|伊藤|渡边|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|斋藤|清水|山崎|池田|桥本"
    "|阿部|石川|山下|中岛|石井|小川|前田|冈田|长谷川|藤田|后藤|近藤|村上|远藤|青木|坂本|福田|太田|西村|藤井|金子|藤原|冈本"
    "|三浦|中野|中川|原田|松田|竹内|小野|田村)[\u4e00-\u9fff]{0,2}(?:[郎子美太介也人雄夫之树香奈惠代彦辉司平男治助一二三]"
    "|(?<=[\u4e00-\u9fff]{2})(?=先生|女士|小姐))"
)
_FOREIGN_TEXT: Final = (
    "大卫 约翰 约翰逊 迈克 迈克尔 杰克 汤姆 詹姆斯 彼得 保罗 露西 艾米 艾米丽 安娜 玛丽 玛丽亚 "
    "琳达 丽莎 凯文 杰森 罗伯特 威廉 乔治 亨利 查理 爱德华 艾伦 苏珊 海伦 珍妮 贝克 史密斯 "
    "布朗 琼斯 威尔逊 安德鲁 安东尼 本杰明 丹尼尔 杰瑞 杰西卡 凯瑟琳 伊丽莎白 劳拉 莉莉 露露 "
    "马丁 马修 尼克 奥利弗 彼特 瑞恩 萨拉 索菲亚 斯蒂芬 史蒂夫 史蒂文 托马斯 托尼 维多利亚 伊万 "
    "安东 谢尔盖 娜塔莎 卡尔 汉斯 皮埃尔 乔丹 泰勒 安德森 米勒 戴维斯 摩尔 克拉克 路易斯 李维 "
    "爱丽丝 凯特 凯莉 梅根 布鲁斯 哈里 杰夫 吉姆 鲍勃 比尔 戴维 阿里 穆罕默德 哈桑 艾哈迈德"
)
_FOREIGN: Final = "|".join(sorted(set(_FOREIGN_TEXT.split()), key=len, reverse=True))
_FOREIGN_NAME: Final = rf"(?:{_FOREIGN})[·・]?(?:{_FOREIGN}|[斯克尔特森曼顿登奇]{{1,2}}(?![\u4e00-\u9fff]))?"
_JAPANESE_SURNAMES: Final = _JAPANESE[len("(?:") : _JAPANESE.index(")")].split("|")
_FOREIGN_PAIRS: Final = frozenset(name[:2] for name in (*_FOREIGN_TEXT.split(), *_JAPANESE_SURNAMES))
_MINORITY_PAIRS: Final = frozenset(part[:2] for part in MINORITY_PARTS)
_ELSEWHERE: Final = ALONE | transliteration.SHORT | _MINORITY_PAIRS | _FOREIGN_PAIRS
"""How they begin. Asked before the patterns, which are long and then seldom compiled or run."""
_UNHEARD: Final = 9.0
"""Weight of a usual given name behind what is no surname we know, where a name must stand."""
_KNOWN_PART: Final = 40.0
"""More than a part by itself weighs: the whole name is masked, not its part."""
_SOUNDS_LIKE_NOBODY: Final = -8.0
_ASKED_AT_LEAST: Final = 3.0
"""What must stand around a name that is sounded out: brands and places are, too."""
_ENOUGH_SOUNDED_OUT: Final = 8.0
_THAT_DAY: Final = re.compile("[那这当前]天|过后|[以之前]后|之前|时[节候]|节|左右|期间|早上|晚上")
"""Behind a festival: 小满那天."""
_DOT: Final = re.compile("[·•・‧∙]")
_MINORITY_DOT: Final = re.compile(r"(?<![\u4e00-\u9fff])?[\u4e00-\u9fff]{2,8}(?:[·•・‧∙][\u4e00-\u9fff]{2,8}){1,2}")
_PART: Final = "|".join(MINORITY_PARTS)
_MINORITY: Final = rf"(?:{_PART})(?:(?:{_PART}){{1,3}}|[江汗罕])"
_MINORITY_PART: Final = rf"(?:{_PART})(?:{_PART}|[\u4e00-\u9fff]{{0,2}}?(?={_PART}))*"


def from_elsewhere(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Every such name; some overlap, and then the surest counts."""
    pairs = _ELSEWHERE.intersection(map(add, text, text[1:]))
    for given in pairs & ALONE:
        yield from _alone(text, around, given)
    if not pairs.isdisjoint(_MINORITY_PAIRS):
        yield from _minority(text, around)
    if not pairs.isdisjoint(_FOREIGN_PAIRS):
        yield from _foreign(text, around)
    yield from _short_or_unheard(text, pairs & transliteration.SHORT, pairs & COMMON | pairs & ALONE)
    yield from _sounded_out(text, around)
    for found in _MINORITY_DOT.finditer(text) if _DOT.search(text) else ():
        start, end = _dotted(text, found, around)
        yield Candidate(start, end, 300.0, text[start:end], ("dot between parts",))


def _alone(text: str, around: Surroundings, given: str) -> Iterator[Candidate]:
    """A given name without its surname, where only a person can stand."""
    for found in re.finditer(given, text):
        if _THAT_DAY.match(text, found.end()):
            continue
        before, behind = around.classes(*found.span())
        weight = slots.both(before, behind)
        if weight >= _ENOUGH_FOR_GIVEN:
            why = ("given name alone", slots.evidence(before, behind))
            yield Candidate(*found.span(), weight - _GIVEN_ALONE, given, why)


def _minority(text: str, around: Surroundings) -> Iterator[Candidate]:
    for found in re.finditer(_MINORITY, text):
        yield Candidate(*found.span(), 15.0, found[0], ("minority name parts",))
    for found in re.finditer(_MINORITY_PART, text):
        left, right, evidence = around.weigh(*found.span())
        if left + right >= ENOUGH_SAID_TWICE:
            yield Candidate(*found.span(), 30.0 + left, found[0], ("minority name parts", *evidence))


def _short_or_unheard(text: str, short: Collection[str], usual: Collection[str]) -> Iterator[Candidate]:
    """Where only a name can stand: two characters of another tongue, and a usual given name behind any character."""
    for given in short:
        for found in re.finditer(given, text):
            weight, why = certain.weight(text, *found.span())
            if weight:
                yield Candidate(*found.span(), weight, given, ("sounds out a name", why))
    for start, end in ((found.start() - 1, found.end()) for given in usual for found in re.finditer(given, text)):
        name = text[max(0, start) : end]
        asked = start >= 0 and certain.opens(text, start) and GIVEN.fullmatch(name[0]) and not is_word(name[:2])
        if asked and certain.weight(text, start, end)[0]:
            yield Candidate(start, end, _UNHEARD, name, ("usual given name", "only a name can stand here"))


def _sounded_out(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Names of other tongues by their characters, where no ordinary words are read and something asks for a name."""
    possible = list(transliteration.runs(text))
    if not possible:
        return
    lattice = Lattice(text, sorted({start for start, _, _ in possible}))
    for start, end, cost in possible:
        gain = lattice.gain(start, end, cost) - UNLIKE * measured_or_place(text, start, end)
        if gain < _SOUNDS_LIKE_NOBODY or text.endswith("斯坦", start, end):
            continue
        left, right, evidence = around.weigh(start, end)
        asked = max(left + right, slots.both(*around.classes(start, end)), certain.weight(text, start, end)[0])
        if asked >= _ASKED_AT_LEAST and gain + asked >= _ENOUGH_SOUNDED_OUT:
            known = _KNOWN_PART * (re.search(_MINORITY_PART, text[start:end]) is not None)
            yield Candidate(start, end, gain + asked + known, text[start:end], ("sounds out a name", *evidence))


def _foreign(text: str, around: Surroundings) -> Iterator[Candidate]:
    """Japanese and transliterated names, where the words in front announce somebody."""
    for pattern, why in ((_JAPANESE, "Japanese surname"), (_FOREIGN_NAME, "transliterated name")):
        for found in re.finditer(pattern, text):
            left, right, evidence = around.weigh(*found.span())
            if left >= _ANNOUNCED or (left and left + right >= ENOUGH_SAID_TWICE):
                yield Candidate(*found.span(), 12.0 + left, found[0], (why, *evidence))


def _dotted(text: str, found: re.Match[str], around: Surroundings) -> tuple[int, int]:
    """The name around a dot, without the words that run into it: 我是 in front, 护照 behind."""
    dot = text.find("·", found.start()) if "·" in found[0] else found.start() + 2
    begin = found.start()
    for start in range(begin, dot - 1):
        if around.weigh(start, len(text))[0] >= _ANNOUNCES:
            begin = start
    end = dot + 3
    while end < found.end() and (transliteration.is_pair(text[end - 1 : end + 1]) or not is_word(text[end : end + 2])):
        end += 1
    return begin, end
