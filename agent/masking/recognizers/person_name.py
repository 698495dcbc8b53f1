"""Personal names: Han, compound, minority and English, announced or standing alone.

Anatomy: a surname (one character, or two in compound ones) and one or two given-name characters; names of
minorities in transliterated parts, often with ·; English given name and surname. A place is a name where
the text reads better with one there than as ordinary words, by the tables of `agent.masking.names`, and by the words
around it: 高峰 is rush hour unless somebody is called that.
Source: Ministry of Public Security, national name report 2021 (surnames); word and character counts of jieba 0.42.1.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from operator import add
from typing import Final

from agent.masking.alphabet import SPOKEN
from agent.masking.names import certain, frames, slots, spelling, transliteration
from agent.masking.names.context import MOST, Surroundings
from agent.masking.names.given_names import ALONE, COMMON
from agent.masking.names.groups import is_busy, is_firm, is_group
from agent.masking.names.lattice import Lattice, is_word, name_cost
from agent.masking.names.slot_words import Back
from agent.masking.names.surnames import COMPOUND, COST, ENGLISH_GIVEN, MINORITY_PARTS, PINYIN_SURNAMES
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_ENOUGH: Final = 1.2
"""Gain and context together, in nats: about three to one for a name."""
_LIKE_ANOTHER: Final = 3.0
"""Weight of standing in a text with a name of the same surname and length: 曹雪莹不是曹雪盈."""
_IN_A_LIST: Final = 11.0
"""Weight of standing beside a name in a list."""
_SEVERAL: Final = re.compile("[2-9二两三四五几][个位名人]|都|分别")
_JOINS: Final = frozenset("、和与跟及/")
_ABOUT_NAMES: Final = 4.0
"""Weight of a text that says 真名 or 人名."""
_UNLIKE: Final = 6.0
"""What a measure word (这张卡) or a place word (武侯区) costs."""
_MEASURED: Final = frozenset("这那每几哪各某两此该同整第半")
_CITY_ENDS: Final = frozenset("州省县市京")
_DISTRICTS: Final = frozenset("区县镇乡街")
_PLACE_ENDS: Final = frozenset("村路巷弄市省站坝汇厦苑桥郡园府坑阁湾")
_PLACE_BEHIND: Final = re.compile(
    ".?(?:4S店|服务区|立交|高架|收费站|附近|大道|大街|景区|机场|互通|枢纽|隧道|出口|入口|国道|省道|水库|火车站|高铁站|停车场|广场"
    "|斯斯?坦|自治|共和国|联合旗)"
)
_FUNCTION_WORDS: Final = frozenset("和向从都与由车满应达过还")
_AS_FUNCTION_WORD: Final = 3.0
"""What it costs that a surname is a conjunction, an adverb or 车 far more often."""
_ENOUGH_CONTEXT_FOR_A_WORD: Final = 4.0
"""高峰, 黎明: what is an ordinary word as well needs this much from its context."""
_ONE_MORE: Final = 0.9
"""What each further name costs, so that one long name is not read as two short ones."""
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
_GIVEN_ALONE: Final = 8.5
"""What it costs that a given name stands without its surname."""
_ENOUGH_FOR_GIVEN: Final = 10.0
_TOLD_SURNAME: Final = 9.0
"""Weight of a text that tells the surname: 我姓季 季节."""
_ENOUGH_SAID_TWICE: Final = 6.0
"""A name as sure as this is one wherever it stands in the text."""
_FIRST: Final[dict[str, list[str]]] = {}
for _surname in (*COMPOUND.split("|"), *COST):
    _FIRST.setdefault(_surname[0], []).append(_surname)
"""Surnames by their first character, compound ones first."""
_SURNAME: Final = re.compile(f"[{''.join(_FIRST)}](?=[\u4e00-\u9fff])")
_MOST_SAID_AGAIN: Final = 20
"""Names of one text that are looked for once more; nobody speaks of more people."""
_NEVER_GIVEN: Final = frozenset(
    "零〇幺二四六八的是了我你他她它您们这那说没吗呢吧啊嘛被把很都还已给跟让叫找谁哪吃也么怎挂不太最就要会只每比从因所得着过对却又再端款寄该错费,。"
)
_GIVEN: Final = re.compile(f"(?:(?!(?!得[水志胜福利财])[{''.join(sorted(_NEVER_GIVEN))}])[\u4e00-\u9fff])+")
_NEVER_ONLY: Final = frozenset("上下内外前后间次号卡费险期率价量额款度点面边头车站")
"""After a surname alone these make another word: 单上, 张卡."""
_SPELT_LETTER: Final = re.compile("艾[特弗斯克尔姆勒尺福]")
_ANNOUNCED: Final = 3.5
"""Weight of 叫, 我是, a label or a role in front."""
_ANNOUNCES: Final = 2.0
"""Weight of a word in front of which a name may begin."""
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
_HAN, _STRETCH = re.compile("[\u4e00-\u9fff]"), re.compile("[\u4e00-\u9fff]+")
_LETTERS_A_PAUSE: Final = 4
"""Characters between two spaces; with fewer, recognition put a space behind every word."""
_PAUSE: Final = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_THAT_DAY: Final = re.compile("[那这当前]天|过后|[以之前]后|之前|时[节候]|节|左右|期间|早上|晚上")
"""Behind a festival: 小满那天."""
_DOT: Final = re.compile("[·•・‧∙]")
_MINORITY_DOT: Final = re.compile(r"(?<![\u4e00-\u9fff])?[\u4e00-\u9fff]{2,8}(?:[·•・‧∙][\u4e00-\u9fff]{2,8}){1,2}")
_PART: Final = "|".join(MINORITY_PARTS)
_MINORITY: Final = rf"(?:{_PART})(?:(?:{_PART}){{1,3}}|[江汗罕])"
_MINORITY_PART: Final = rf"(?:{_PART})(?:{_PART}|[\u4e00-\u9fff]{{0,2}}?(?={_PART}))*"
_LATIN: Final = re.compile(r"(?<![A-Z0-9_.@-])[A-Z]{2,12}(?: [A-Z]{2,14}){0,3}(?![A-Z0-9_.@-])")
_BRANDS: Final = frozenset(
    [
        "LAND",
        "RANGE",
        "MODEL",
        "TESLA",
        "MERCEDES",
        "ASTON",
        "ROLLS",
        "ALFA",
        "APPLE",
        "GREAT",
        "LYNK",
        "BYD",
        "SMART",
        "AMG",
        "PLUS",
    ]
)
_LATIN_CUE: Final = re.compile(
    r"(?:叫|客服|顾问|销售|经理|前台|同事|朋友|老板|店长|英文名|名字|姓名|[件系货保驶案诉理请]人|客户|我是|本人|乘客|车主|外籍|司机|拼音)(?:是|叫|为|:|写的"
    r"|就)*[ ]*$"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    total: float
    value: str = field(repr=False)
    evidence: tuple[str, ...] = ()

    def overlaps(self, other: "_Candidate") -> bool:
        return self.start < other.end and other.start < self.end


class PersonName:
    """Type NAME."""

    name: Final = "person_name"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Names, places where a known name is said again, and names that are spelt out character by character."""
        text, places = _without_spaces(reading.text)
        around = Surroundings(text, reading.shape if text is reading.text else text.translate(SPOKEN))
        names = _settled([*_han(text, around), *_from_elsewhere(text, around)])
        names = _settled([*names, *_said_again(text, names)])
        for found in _settled([*names, *_spelt_out(text, names)]):
            score = max(0.5, min(0.7, 0.5 + 0.02 * found.total))
            start, end = places[found.start], places[found.end - 1] + 1
            yield Finding(start, end, "NAME", found.value, score, self.name, found.evidence)
        yield from self._latin(reading)

    def _latin(self, reading: Reading) -> Iterator[Finding]:
        for found in _LATIN.finditer(reading.text):
            words = found[0].split(" ")
            start = found.start()
            while words[0] not in ENGLISH_GIVEN and not ENGLISH_GIVEN.isdisjoint(words[1:-1]):
                start += len(words.pop(0)) + 1  # owner is Emma Lindqvist
            cue = _LATIN_CUE.search(reading.text[max(0, start - 12) : start]) is not None
            given, last = words[0] in ENGLISH_GIVEN, words[-1]
            capitals = reading.original[slice(*reading.span(start, found.end()))].istitle()
            full = given and len(words) > 1 and (capitals or last in PINYIN_SURNAMES)
            pinyin = words[0] in PINYIN_SURNAMES and len(words) > 1 and (cue or capitals)
            foreign = cue and capitals and len(words) > 1 and not _BRANDS & set(words)
            if full or foreign or (cue and (given or pinyin)):
                evidence = ("English given name",) * given + ("pinyin surname",) * pinyin + ("cue",) * cue
                yield Finding(start, found.end(), "NAME", " ".join(words), 0.62 + 0.06 * cue, self.name, evidence)


def _without_spaces(text: str) -> tuple[str, list[int] | range]:
    """The text without spaces, each place mapped back; where spaces are a speaker's pauses they become commas."""
    if " " not in text:
        return text, range(len(text))
    if len(_HAN.findall(text)) >= _LETTERS_A_PAUSE * len(_STRETCH.findall(text)):
        text = _PAUSE.sub(",", text)
    return text.replace(" ", ""), [place for place, character in enumerate(text) if character != " "]


def _han(text: str, around: Surroundings) -> Iterator[_Candidate]:
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
    doubtful: list[tuple[str, _Candidate]] = []
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
    text: str, around: Surroundings, candidate: _Candidate, begins: set[int], ends: set[int], *, together: bool
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


def _is_between(around: Surroundings, candidate: _Candidate, begins: set[int], ends: set[int]) -> bool:
    """Whether a name begins or ends right where this one ends or begins, and its other end is one too."""
    if is_word(candidate.value) and candidate.value not in ALONE:
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
        for surname in _FIRST[found[0]]:
            after = start + len(surname)
            if len(surname) == 1 or text.startswith(surname, start):
                if _TITLES.match(text, after):
                    continue
                for end in (after + 1, after + 2):
                    if end <= size and _may_be_name(text[start:end], len(surname)):
                        yield surname, start, end


def _measured_or_place(text: str, start: int, end: int) -> int:
    """How strongly a measure word in front or a place word at the end speaks against a name: 0, 1 or 2."""
    if {text[end - 1], text[end : end + 1]} & _DISTRICTS or _PLACE_BEHIND.match(text, end - 1):
        return 2
    measured = text[max(0, start - 1) : start] in _MEASURED and text[start - 2 : start - 1] != "们"  # 你们那刘洋
    return measured or bool({text[end - 1], text[end : end + 1]} & _PLACE_ENDS)


def _may_be_name(name: str, surname: int) -> bool:
    given = name[surname:]
    return (
        bool(given) and (_GIVEN.fullmatch(given) is not None or name in _FOUR_AND_SIX) and not _TITLES.fullmatch(given)
    )


def _judged(
    text: str, around: Surroundings, lattice: Lattice, possible: tuple[str, int, int], extra: float
) -> tuple[_Candidate | None, bool]:
    """The candidate of this surname, start and end, and whether it is a name; None where nothing can make it one."""
    surname, start, end = possible
    name = text[start:end]
    cost = name_cost(surname, name[len(surname) :])
    gain = lattice.gain(start, end, cost)
    word = is_word(name) or name in _NO_NAME
    if cost < certain.DEAREST and not is_firm(name) and (word or surname not in _FUNCTION_WORDS):
        weight, why = certain.weight(text, start, end)
        must = weight >= certain.MUST
        if weight and gain > (_RATHER_WORDS[must] if not word else _USUAL_WORD[must]):
            total = weight + (0.0 if word and must else max(_WORD_AT_MOST, gain))
            return _Candidate(start, end, total, name, ("surname and given name", why)), True
    gain += extra - _AS_FUNCTION_WORD * (surname in _FUNCTION_WORDS)
    gain -= _UNLIKE * _measured_or_place(text, start, end)
    if gain <= -MOST or name in _NO_NAME or name[len(surname) :] in _NEVER_ONLY:
        return None, False
    return _in_context(text, around, start, end, (gain, cost))


def _in_context(
    text: str, around: Surroundings, start: int, end: int, worth: tuple[float, float]
) -> tuple[_Candidate | None, bool]:
    """The candidate with what stands around it, and whether that is enough; None where no other name can help it."""
    gain, cost = worth
    left, right, evidence = around.weigh(start, end)
    name = text[start:end]
    word = is_word(name)
    if spelling.behind(text, end, name)[2]:
        right, evidence = right + _SPELT_BEHIND, (*evidence, "spelt out")
    total, frame = gain + left + right, 0.0
    if total < _ENOUGH_SAID_TWICE and total >= _ENOUGH - frames.most(text, start, end, word=word):
        frame, why = frames.weight(text, start, end, left)
        if frame:
            total, right, evidence = total + frame, right + frame, (*evidence, why)
    least = _HOPELESS if word else _ENOUGH - _MOST_FOR_NO_WORD
    if least < gain and total < _ENOUGH_SAID_TWICE and _may_fill(name, cost):
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
    return _Candidate(start, end, total, name, ("surname and given name", *evidence)), enough


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


def _from_elsewhere(text: str, around: Surroundings) -> Iterator[_Candidate]:
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
        yield _Candidate(start, end, 300.0, text[start:end], ("dot between parts",))


def _alone(text: str, around: Surroundings, given: str) -> Iterator[_Candidate]:
    """A given name without its surname, where only a person can stand."""
    for found in re.finditer(given, text):
        if _THAT_DAY.match(text, found.end()):
            continue
        before, behind = around.classes(*found.span())
        weight = slots.both(before, behind)
        if weight >= _ENOUGH_FOR_GIVEN:
            why = ("given name alone", slots.evidence(before, behind))
            yield _Candidate(*found.span(), weight - _GIVEN_ALONE, given, why)


def _minority(text: str, around: Surroundings) -> Iterator[_Candidate]:
    for found in re.finditer(_MINORITY, text):
        yield _Candidate(*found.span(), 15.0, found[0], ("minority name parts",))
    for found in re.finditer(_MINORITY_PART, text):
        left, right, evidence = around.weigh(*found.span())
        if left + right >= _ENOUGH_SAID_TWICE:
            yield _Candidate(*found.span(), 30.0 + left, found[0], ("minority name parts", *evidence))


def _short_or_unheard(text: str, short: Collection[str], usual: Collection[str]) -> Iterator[_Candidate]:
    """Where only a name can stand: two characters of another tongue, and a usual given name behind any character."""
    for given in short:
        for found in re.finditer(given, text):
            weight, why = certain.weight(text, *found.span())
            if weight:
                yield _Candidate(*found.span(), weight, given, ("sounds out a name", why))
    for start, end in ((found.start() - 1, found.end()) for given in usual for found in re.finditer(given, text)):
        name = text[max(0, start) : end]
        asked = start >= 0 and certain.opens(text, start) and _GIVEN.fullmatch(name[0]) and not is_word(name[:2])
        if asked and certain.weight(text, start, end)[0]:
            yield _Candidate(start, end, _UNHEARD, name, ("usual given name", "only a name can stand here"))


def _sounded_out(text: str, around: Surroundings) -> Iterator[_Candidate]:
    """Names of other tongues by their characters, where no ordinary words are read and something asks for a name."""
    possible = list(transliteration.runs(text))
    if not possible:
        return
    lattice = Lattice(text, sorted({start for start, _, _ in possible}))
    for start, end, cost in possible:
        gain = lattice.gain(start, end, cost) - _UNLIKE * _measured_or_place(text, start, end)
        if gain < _SOUNDS_LIKE_NOBODY or text.endswith("斯坦", start, end):
            continue
        left, right, evidence = around.weigh(start, end)
        asked = max(left + right, slots.both(*around.classes(start, end)), certain.weight(text, start, end)[0])
        if asked >= _ASKED_AT_LEAST and gain + asked >= _ENOUGH_SOUNDED_OUT:
            known = _KNOWN_PART * (re.search(_MINORITY_PART, text[start:end]) is not None)
            yield _Candidate(start, end, gain + asked + known, text[start:end], ("sounds out a name", *evidence))


def _foreign(text: str, around: Surroundings) -> Iterator[_Candidate]:
    """Japanese and transliterated names, where the words in front announce somebody."""
    for pattern, why in ((_JAPANESE, "Japanese surname"), (_FOREIGN_NAME, "transliterated name")):
        for found in re.finditer(pattern, text):
            left, right, evidence = around.weigh(*found.span())
            if left >= _ANNOUNCED or (left and left + right >= _ENOUGH_SAID_TWICE):
                yield _Candidate(*found.span(), 12.0 + left, found[0], (why, *evidence))


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


def _settled(candidates: list[_Candidate]) -> list[_Candidate]:
    """Those that do not overlap and are the surest together, in order: 邹凯, 鲁大海 and not 邹凯鲁, 大海."""
    if len(candidates) < 2:  # noqa: PLR2004 - nothing to choose from
        return [found for found in candidates if found.total > _ONE_MORE]
    ordered = sorted(candidates, key=lambda found: found.end)
    ends = [found.end for found in ordered]
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for k, found in enumerate(ordered):
        before = bisect_right(ends, found.start, hi=k)
        with_it = best[before][0] + found.total - _ONE_MORE
        best.append((with_it, before, True) if with_it > best[k][0] else (best[k][0], k, False))
    kept, k = [], len(ordered)
    while k:
        _, before, taken = best[k]
        if taken:
            kept.append(ordered[k - 1])
        k = before
    return kept[::-1]


def _said_again(text: str, names: list[_Candidate]) -> Iterator[_Candidate]:
    sure = {name.value: name.total for name in names if name.total >= _ENOUGH_SAID_TWICE}
    for value, total in list(sure.items())[:_MOST_SAID_AGAIN]:
        if text.count(value) > 1:
            for again in re.finditer(re.escape(value), text):
                yield _Candidate(*again.span(), total, value, ("said before",))


def _spelt_out(text: str, names: list[_Candidate]) -> Iterator[_Candidate]:
    for name in names:
        start, end, clauses = spelling.behind(text, name.end, name.value)
        if clauses:
            yield _Candidate(start, end, 30.0, text[start:end], ("spelt out behind a name",))
    for start, end in spelling.alone(text):
        yield _Candidate(start, end, 29.0, text[start:end], ("spelt out",))
