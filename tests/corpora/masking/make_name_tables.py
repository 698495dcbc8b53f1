"""Writes agent/masking/names/tables.py from the dictionary of the segmenter jieba (MIT licence).

Run it as `python -m tests.corpora.masking.make_name_tables DICT`, where DICT is the dict.txt in the source package of
jieba 0.42.1 (`pip download --no-deps --no-binary :all: jieba==0.42.1`): word, count and part of speech a line. Costs
are negative natural logarithms, rounded to halves. Run it too after a change of `DOMAIN_WORDS` or `GIVEN_WORDS`, whose
words are put among the others with costs of their own.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase

from agent.masking.names.domain_words import DOMAIN_COST, DOMAIN_WORDS
from agent.masking.names.given_names import GIVEN_WORDS
from agent.masking.names.surnames import BY_BEARERS

_TARGET = Path(__file__).parents[3] / "agent" / "masking" / "names" / "tables.py"
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_PERSON = frozenset({"nr", "nrt", "nrfg"})
_FEWEST = {2: 60, 3: 60, 4: 200}
"""Occurrences that a word of this many characters needs to be listed."""
_FEWEST_LIKE_A_NAME = 12
"""The same for words that begin with a surname: they are what names are confused with."""
_FEWEST_CHARACTER = 40
_SURNAMES = frozenset(BY_BEARERS)
"""Those of the national report: the rarer ones that masking knows begin ordinary words far more often."""
_COMMON_SURNAMES = frozenset(BY_BEARERS[:48])
_FEWEST_PERSON = 100
_WORDS_MARKED_AS_NAMES_TEXT = (
    "高峰 王朝 高潮 胡同 胡子 周转 许可 高明 张大 胡说 徐徐 张开 张贴 张嘴 张口 林木 林子 杨柳 林立 高三 胡闹 "
    "高悬 高耸 胡涂 周旋 张家 李子 高昂 高超 胡椒 张罗 高雅 高坡 张扬 高喊 周全 林肯 周详 高强 高通 谢谢 马匹 "
    "马来 马尾 马达 马背 马克 马虎 马鞍 胡人 谢恩 高招 高升 高薪 张望 罗盘 高清 高攀 高阶 高塔 高扬 高僧 陈述 "
    "陈列 陈旧 陈设 陈规 余光 余晖 余裕 何曾 何干 何谓 许诺 宋体 宋词 唐诗 唐人 唐突 曾孙 曾祖 田园 田野 马儿 "
    "马甲 马扎 马镫 马驹 马群 马刀 马鞭 胡桃 胡来 胡吹 胡言 胡杨 胡琴 马屁 马夫 马棚 苏醒 苏铁 叶子 叶柄 叶脉 "
    "程序 丁香 于今 林海 林荫 柳树 董事 蒋介石 杜绝 杜撰 杜鹃 彭湃 肖像 田七 田地 田家 田间 田径 朱红 朱砂 "
    "梁柱 梁山 郭外 谢幕 谢世 张榜 张量 张北 王子 王府 王宫 王国 王冠 王道 王法 王权 王牌 王后 王妃 孙子 孙女 "
    "孙儿 吴江 徐州 余姚 余杭 宋江 罗田 林芝 林区 高陵 高平"
)
_WORDS_MARKED_AS_NAMES = frozenset(_WORDS_MARKED_AS_NAMES_TEXT.split())
_WIDTH = 110
"""Columns a line, where a Chinese character is two wide."""
_GIVEN_WORD_COST = 13.0
"""Words that are given names at least as often, where a surname stands in front."""
_CHEAPEST = 4.0
_SURNAME_ALONE = 2.0
"""Surnames by themselves are counted mostly from names, so they are rarer as words than the counts say."""
_ADDED_SHARE = 0.004
_CONTEMPORARY = (
    "梓涵轩宇欣怡浩然子一诺思雨佳琪诗博文昊睿泽雅婷嘉豪俊杰晨曦语彤萱妍馨瑶霖煜泓铭皓瑾玥艺可心晓东建国志强伟芳敏静丽娟艳勇军磊洋涛超"
    "明霞平刚桂英玉兰秀珍春梅红霞海燕雪莹凯鹏飞翔龙凤云峰林森波斌彬辉宁楠琳璐璇倩颖慧洁莉萍玲娜薇露菲媛娇婉清雯蕾悦乐天成立新永"
    "晶岚喆旭昕昱晗琦珂珊珍瑞瑜璇瑾芸芷若茜莎荷莲菁葳蓉蔚蓓诺谦迪遥逸郁钰铮锐锋锦霏霄靖韵颜飒骏骥鸣鹤黛然煊烨炜焱熠灿炎沛沐涵淇淼渊渝溪滢潇澜"
    "灏泉泰洲津浦希帆帅康彦彬彪征德恒恺惠愉慕慷承捷政敬斐昌昭晋晖晟晴晶景智暄曼朗朔柯柔桐梅梦楚楷榕槿欢歆毅民汐池沁牧宽宸容尧屹岑岳峥崇川"
)
"""Characters in many names given since 1990, which the dictionary's older names lack."""


def _read(path: Path) -> dict[str, tuple[int, str]]:
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {word: (int(count), kind) for word, count, kind in rows if _CHINESE.fullmatch(word)}


def _is_word(word: str, count: int, kind: str) -> bool:
    size = len(word)
    if size not in _FEWEST:
        return False
    if kind in _PERSON and word[0] in _SURNAMES:
        return size == min(_FEWEST) and (
            word in _WORDS_MARKED_AS_NAMES or (word[0] not in _COMMON_SURNAMES and count >= _FEWEST_PERSON)
        )
    return count >= (_FEWEST_LIKE_A_NAME if word[0] in _SURNAMES and kind not in _PERSON else _FEWEST[size])


def _half(cost: float) -> float:
    return round(cost * 2) / 2


def _given(words: dict[str, tuple[int, str]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    first, second, only = Counter[str](), Counter[str](), Counter[str]()
    for word, (count, kind) in words.items():
        if kind in _PERSON and word[0] in _SURNAMES and count < _FEWEST_PERSON:
            if len(word) == 3:
                first[word[1]] += 1
                second[word[2]] += 1
            elif len(word) == 2:
                only[word[1]] += 1
    return first, second, only


def _costs(counts: Counter[str], fewest: int) -> dict[str, float]:
    total = sum(counts.values())
    shares = {character: count / total for character, count in counts.items() if count >= fewest}
    for character in _CONTEMPORARY:
        shares[character] = shares.get(character, 0) + _ADDED_SHARE
    return {character: _half(-math.log(share)) for character, share in shares.items()}


def _word_costs(words: dict[str, tuple[int, str]]) -> dict[str, float]:
    total = sum(count for count, _ in words.values())
    costs = {
        word: _half(-math.log(count / total) + _SURNAME_ALONE * (len(word) == 1 and kind in _PERSON))
        for word, (count, kind) in words.items()
        if (count >= _FEWEST_CHARACTER if len(word) == 1 else _is_word(word, count, kind))
    }
    for word in GIVEN_WORDS.split():
        costs[word] = max(_GIVEN_WORD_COST, costs.get(word, 0.0))
    for word in DOMAIN_WORDS.split():
        costs[word] = min(DOMAIN_COST, costs.get(word, DOMAIN_COST))
    return costs


def _letter(cost: float | None) -> str:
    return "_" if cost is None else ascii_lowercase[round(2 * (cost - _CHEAPEST))]


def _pair_letter(cost: float | None, begins: bool) -> str:
    return _letter(cost) if not begins else "*" if cost is None else _letter(cost).upper()


def _lines(entries: Iterator[str]) -> str:
    """One row; where it is long it goes on in lines that begin with a space."""
    line, width, lines = "", 0, []
    for entry in entries:
        columns = sum(1 + (not character.isascii()) for character in entry)
        if width + columns > _WIDTH:
            lines.append(line)
            line, width = " ", 1
            entry = entry.lstrip()  # noqa: PLW2901 - the space that parts words stands at the line's beginning now
        line += entry
        width += columns
    return "".join(f"{whole}\n" for whole in (*lines, line))


def pair_rows(words: Mapping[str, float], given: tuple[Mapping[str, float], ...]) -> str:
    """The rows of `PAIRS`.

    Args:
        words: costs by word.
        given: costs by character as the first, the second and the only one of a given name.
    """
    begins = {word[:2] for word in words if len(word) > 2}
    pairs = sorted(begins | {word for word in words if len(word) == 2})
    seconds = {first: [pair[1] for pair in group] for first, group in groupby(pairs, key=lambda pair: pair[0])}
    characters = sorted(seconds.keys() | {word for word in words if len(word) == 1} | set().union(*given))
    rows = []
    for first in characters:
        head = first + "".join(_letter(costs.get(first)) for costs in (words, *given))
        behind = seconds.get(first, [])
        entries = (second + _pair_letter(words.get(first + second), first + second in begins) for second in behind)
        rows.append(_lines(iter([head + " " * bool(behind), *entries])))
    return "".join(rows)


def longer_rows(words: Mapping[str, float]) -> str:
    """The rows of `LONGER`.

    Args:
        words: costs by word.
    """
    longer = sorted(word for word in words if len(word) > 2)
    return "".join(
        _lines(iter([first, *(f" {word[1:]}{_letter(words[word])}" for word in group)]))
        for first, group in groupby(longer, key=lambda word: word[0])
    )


_SOURCE = '''"""Costs of ordinary words and of given-name characters: negative natural logarithms of their share.

Made by tests/corpora/masking/make_name_tables.py from the dictionary of jieba 0.42.1, Copyright (c) 2013 Sun
Junyi, MIT licence: its text stands beside this file in LICENSE.jieba.

Each character that a word begins with has a row, in code point order; a line that begins with a space goes on with the
row above. A letter stands for a cost: a is 4.0, b is 4.5, and so on to y, which is 16.0. The rows are searched as they
lie, by `agent.masking.names.dictionary`.
"""

from typing import Final

PAIRS: Final = """\\
{pairs}"""
"""Of each character four costs, and the words of two characters that begin with it.

- The costs: as a word; as the first, as the second, as the only character of a given name. A low line stands for none.
- Then each second character and the cost of the two, in code point order: a capital where they begin longer words too,
  a star where they are no word and only begin longer ones.
"""

LONGER: Final = """\\
{longer}"""
"""Of each character the words of three characters or more that begin with it: a space, the rest and the cost."""
'''


def main(path: Path) -> None:
    """Write the tables."""
    words = _read(path)
    costs = _word_costs(words)
    first, second, only = (_costs(counts, 2) for counts in _given(words))
    source = _SOURCE.format(pairs=pair_rows(costs, (first, second, only)), longer=longer_rows(costs))
    _TARGET.write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
