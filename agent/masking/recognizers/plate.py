"""Number plates of mainland China.

Anatomy: province character, a letter for the office, then five letters or digits; new-energy plates have six: D-group
or F-group letter (A-K) first with four digits last, or last behind five digits. 挂 学 警 港 澳 使 领 may be the last.
Spoken plates have · or spaces inside, digits as words, and sound-alikes for province (护 for 沪) and letter (西 for C).
Source: GA 36-2018, tables of province characters and serial numbers.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.alphabet import LETTER_OF, PROVINCES
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues.lazy import Lazy

_SERIAL: Final = 5
_NEW_ENERGY: Final = Lazy(r"[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK]")
_WHOLE: Final = Lazy(r"[A-HJ-NP-Z](?=[A-Z]*\d[A-Z]*\d)[A-HJ-NP-Z0-9]{5,6}")
_SUFFIX: Final = frozenset("挂学警港澳使领试超")
_TEMPORARY: Final = "临"
_A_MODEL: Final = Lazy(r"款|年款?|版|公里|KM|元")
"""Behind what only looks like a plate: 全新G6 2024款."""
_NOT_A_PROVINCE: Final = Lazy(r"[全最更崭创重翻刷换]新|[太很昂更真]贵|[乌漆]黑")
_SOUNDALIKE_PROVINCES: Final = {
    "京": "经惊精晶静景竞井敬",
    "沪": "护户互虎湖糊胡壶",
    "粤": "月越岳阅悦约跃",
    "皖": "晚碗玩完",
    "浙": "这着折哲者遮",
    "鲁": "路录炉卢露",
    "苏": "书输舒酥素",
    "川": "穿船传串",
    "渝": "鱼于雨余玉与",
    "津": "金斤今巾",
    "冀": "计记季寄",
    "豫": "预育遇",
    "湘": "香相乡箱想象像",
    "鄂": "饿恶厄额俄",
    "赣": "干感赶敢",
    "闽": "民敏",
    "陕": "闪",
    "辽": "聊料疗",
    "桂": "贵跪柜",
    "琼": "穷",
    "甘": "干肝",
    "宁": "您凝",
    "蒙": "梦猛",
    "晋": "进近尽劲",
    "云": "运晕",
    "吉": "级及集急",
    "黑": "嘿",
    "青": "清轻",
    "新": "心欣",
}
_PROVINCE_OF: Final = {sound: province for province, sounds in _SOUNDALIKE_PROVINCES.items() for sound in sounds}
_FEWEST_DIGITS: Final = 3
"""GA 36 allows at most two letters among the five."""
_ENOUGH_SURE: Final = 3
"""Serial symbols that must be sure where province or letter are guessed."""
_CANDIDATE: Final = Lazy(f"[{PROVINCES}{''.join(_PROVINCE_OF)}]")
_SPELT: Final = Lazy("|".join(sorted(map(re.escape, LETTER_OF), key=len, reverse=True)) + r"|[A-Z0-9]")
_SPECIAL: Final = Lazy(
    rf"[使领][ -]?\d{{3}}[ -]?\d{{3}}(?!\d)"  # embassy and consulate: the character and six digits
    rf"|(?<![A-Z])WJ[ -]?[{PROVINCES}][ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?[\dA-Z](?![\dA-Z])"  # armed police
    rf"|[{PROVINCES}][ -]?[A-Z][ -]?[学警挂临][ -]?\d(?:[ -]?\d){{3,4}}(?!\d)"  # 京A学1234, 京A临12345
    rf"|[军空海][ -]?[A-Z][ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d(?!\d)"  # armed forces
)
_OFFICE_SOUNDS: Final = {
    sound: letter
    for letter, sounds in {
        "A": "诶欸哎艾爱",
        "B": "币逼闭",
        "C": "洗喜吸",
        "D": "地第滴底帝低",
        "E": "伊医亿",
        "G": "机吉记级",
        "J": "姐节街",
        "K": "卡科",
        "N": "摁",
        "P": "批劈",
        "Q": "酷扣求",
        "T": "踢体",
        "U": "友有",
        "V": "威微",
    }.items()
    for sound in sounds
}
"""More syllables for the office letter, where a province stands in front; behind 车牌是 for the other letters too."""
_A_CAR: Final = Lazy("的?车主|[这那][台辆个]?车|我?的?[电油]?车|(?:是)?(?:绿牌|蓝牌|新能源)")
_NAMED: Final = r"(?:车[牌排派][后好]?|牌照|牌号|号牌|绿牌|蓝牌|车号)[号码]{0,2}(?:就是|是|为|:|呢|啊|嗯)?"
_ANNOUNCED: Final = Lazy(rf"{_NAMED}$")
_MISHEARD: Final = Lazy(rf"{_NAMED}(?!面|边|座|头|尾|后|前|多|什么|不|没|有|还|第|共|都|好像)([\u4e00-\u9fff]{{1,2}})$")
_PLATE_WORD: Final = Lazy("[牌排派]|车号")
"""In every name of a plate; asked first, because it is quick."""
_REMNANT: Final = Lazy(
    rf"{_NAMED}[、,， ]*(?!面|边|座|头|尾|后|前|多|什么|不|没|有|还|第|共|都|好像|被|是)([\u4e00-\u9fff])?[、,， ]*$"
)
_QUANTITY: Final = Lazy(r" ?(?:元|块|个|次|天|分|秒|小时|年|月|日|点|公里|千米|米|辆|台|张|条|人|家|%|度|万|千|百)")
_FEWEST_OF_REMNANT: Final = 3
"""车牌号、热612: what is left of a plate whose letters and other digits were not recognised at all."""
_GAP: Final = Lazy(r"[ \-]{0,3}")
_GAP_BEHIND_OFFICE: Final = Lazy(
    r"[ \-]{0,3}(?:(?:点|横杠|横线|杠|一杠|小点|间隔号|新能源的?|绿牌|后面是|后面|的)[ \-]{0,3})?"
)
"""京A点12345: the dot of the plate is read out, or the kind of plate named."""


_RESAID: Final = 0.94
"""More than the plate before the slip weighs: all of it is masked, the words between too."""


class Plate:
    """Type PLATE."""

    name: Final = "plate"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Plates whose province and letter are sure, then those that only sound right."""
        yield from self._special(reading)
        taken: set[int] = set()
        for run in reading.runs:
            if _FEWEST_OF_REMNANT <= len(run) < _SERIAL:
                yield from self._remnant(reading, run)
            province = _before(reading.shape, run.start) if len(run) >= _SERIAL else None
            if province is None:
                continue
            if run.symbols[0].isdigit():
                yield from self._without_letter(reading, province, run)
                yield from self._misheard(reading, run)
            elif reading.text[province] in PROVINCES:
                if _ANNOUNCED.search(reading.before(province)) or not _is_model(reading, province, run):
                    sure = list(self._sure(reading, province, run))
                    taken |= {province} if sure else set()
                    yield from sure
                else:
                    taken.add(province)
        yield from self._said_again(reading)
        for found in _CANDIDATE.finditer(reading.text):
            if found.start() not in taken:
                yield from self._heard(reading, found.start())

    def _said_again(self, reading: Reading) -> Iterator[Finding]:
        """吉B四四不对四幺M零七: a slip, and the rest said again."""
        for run in reading.repaired:
            province = _before(reading.shape, run.start)
            if province is not None and reading.text[province] in PROVINCES and _WHOLE.fullmatch(run.symbols):
                value = reading.text[province] + run.symbols
                yield Finding(province, run.end, "PLATE", value, _RESAID, self.name, ("province and letter", "repair"))

    def _sure(self, reading: Reading, province: int, run: Run) -> Iterator[Finding]:
        serial = _serial(run)
        if serial is None:
            return
        cue = cues.PLATE.search(reading.before(province)) is not None
        end = run.ends[serial]
        value = reading.text[province] + run.symbols[: serial + 1]
        gap = end + (reading.text[end : end + 1] == " ")
        behind = reading.text[gap : gap + 1]
        suffixed = (behind in _SUFFIX and serial == _SERIAL - 1) or (behind == _TEMPORARY and serial == _SERIAL)
        if serial < _SERIAL and not (cue or suffixed):
            return
        if suffixed:
            end, value = gap + 1, value + behind
        evidence = ("province and letter", *("cue",) * cue, *("new energy",) * (serial > _SERIAL))
        yield Finding(province, end, "PLATE", value, 0.86 + 0.06 * cue, self.name, evidence)

    def _without_letter(self, reading: Reading, province: int, run: Run) -> Iterator[Finding]:
        """车牌川1 73537: the letter was heard as a digit or not at all."""
        character = reading.text[province]
        known = character in PROVINCES or character in _PROVINCE_OF
        short = len(run) <= _SERIAL + 2 and max(run.joints) < Joint.SOFT
        if known and short and _ANNOUNCED.search(reading.before(province)):
            value = _PROVINCE_OF.get(character, character) + run.symbols
            yield Finding(province, run.end, "PLATE", value, 0.7, self.name, ("province", "cue", "no letter"))

    def _misheard(self, reading: Reading, run: Run) -> Iterator[Finding]:
        """车牌号约滴97299: five or six digits behind the word, with a syllable or two that can be anything."""
        digits = run.part(0, run.firm_length())
        if len(digits) in (_SERIAL, _SERIAL + 1) and digits.symbols.isdigit() and max(digits.joints) < Joint.SOFT:
            found = _MISHEARD.search(reading.before(run.start, 12))
            if found:
                start = run.start
                for _ in found[1]:
                    start = _before(reading.shape, start) or 0
                value = found[1] + digits.symbols
                yield Finding(
                    start, digits.end, "PLATE", value, 0.64, self.name, ("cue", "province and letter misheard")
                )

    def _remnant(self, reading: Reading, run: Run) -> Iterator[Finding]:
        """车牌号月9729: three or four digits right behind the word, with at most one syllable between."""
        before = reading.before(run.start, 12)
        found = _REMNANT.search(before) if _PLATE_WORD.search(before) else None
        if found and run.symbols.isdigit() and not _QUANTITY.match(reading.after(run.end)):
            start = run.start
            if found[1]:
                start = _before(reading.shape, start) or start
            value = (found[1] or "") + run.symbols
            yield Finding(start, run.end, "PLATE", value, 0.55, self.name, ("cue", "rest of a plate"))

    def _special(self, reading: Reading) -> Iterator[Finding]:
        for found in _SPECIAL.finditer(reading.shape):
            value = re.sub("[ -]", "", found[0])
            yield Finding(*found.span(), "PLATE", value, 0.8, self.name, ("embassy, consulate or armed police",))

    def _heard(self, reading: Reading, province: int) -> Iterator[Finding]:
        """A plate by sound: letters as syllables, digits as sound-alikes, the province as a homophone."""
        announced = _ANNOUNCED.search(reading.before(province, 10)) is not None
        symbols, places, sure = _spell(reading, province + 1, announced=announced)
        if len(symbols) <= _SERIAL or not symbols[0].isalpha():
            return
        character = reading.text[province]
        exact = character in PROVINCES
        cue = cues.PLATE.search(reading.before(province, 8)) is not None or (
            len(places) > _SERIAL and _A_CAR.match(reading.after(places[-1])) is not None
        )
        digits = sum(map(str.isdigit, symbols[1 : _SERIAL + 1]))
        if digits < _FEWEST_DIGITS + (not exact and not cue) or (
            not sure[0] and not exact and not (cue and sum(sure[1 : _SERIAL + 1]) >= _SERIAL - 1 - announced)
        ):
            return
        if (
            sum(sure[1:7]) < _ENOUGH_SURE + (not exact and not announced)
            or not (exact or cue or sure[0])
            or not (cue or exact or all(sure[:6]))
        ):
            return
        tail = symbols[1:7]
        count = len(tail) if _NEW_ENERGY.fullmatch(tail) and sure[-1] else _SERIAL
        value = (character if exact else _PROVINCE_OF[character]) + symbols[: count + 1]
        score = 0.66 + 0.08 * exact + 0.06 * cue
        yield Finding(province, places[count], "PLATE", value, score, self.name, ("sound-alikes", *("cue",) * cue))


def _is_model(reading: Reading, province: int, run: Run) -> bool:
    """全新G6 2024款: a word that ends like a province, and a model."""
    word = _NOT_A_PROVINCE.search(reading.before(province + 1, 2)) is not None
    return word or _A_MODEL.match(reading.after(run.end)) is not None


def _before(shape: str, start: int) -> int | None:
    """The place of the character before a run, over one separator."""
    place = start - 1
    while place >= max(0, start - 3) and shape[place] in " -.":
        place -= 1
    return place if place >= 0 else None


def _serial(run: Run) -> int | None:
    """Index of the last symbol of the serial, or None where this is no plate."""
    size = 1
    while size < min(len(run), 7) and run.joints[size] < Joint.SOFT:
        size += 1
    tail = run.symbols[1:size]
    if len(tail) < _SERIAL - 1 or sum(map(str.isdigit, tail[:_SERIAL])) < 1:
        return None
    if len(tail) == _SERIAL + 1 and len(run) == size and not run.weak[size - 1]:
        return len(tail)  # one symbol too many, as in D0716F: whatever it is, it belongs to this plate
    return len(tail) if _NEW_ENERGY.fullmatch(tail) else min(len(tail), _SERIAL)


def _spell(reading: Reading, start: int, *, announced: bool) -> tuple[str, list[int], list[bool]]:
    """Up to seven letters and digits from here on, by sound; where each ends; whether each is sure."""
    symbols, places, sure = "", [], []
    shape, guessed, place = reading.shape, reading.guessed_shape, start
    while len(symbols) < 7:  # noqa: PLR2004 - office letter and six
        gap = _GAP_BEHIND_OFFICE if len(symbols) == 1 else _GAP
        place = gap.match(shape, place).end()  # type: ignore[union-attr]  # matches the empty string
        found = _SPELT.match(shape, place) or (_SPELT.match(guessed, place) if symbols else None)
        if found is not None:
            symbol, end = LETTER_OF.get(found[0], found[0]), found.end()
        elif (announced or not symbols) and shape[place : place + 1] in _OFFICE_SOUNDS:
            symbol, end = _OFFICE_SOUNDS[shape[place]], place + 1
        else:
            break
        sure.append(shape[place] in _PLAIN)
        symbols += symbol
        place = end
        places.append(place)
    return symbols, places, sure


_PLAIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
