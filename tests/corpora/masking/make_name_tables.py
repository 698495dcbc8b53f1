"""Writes agent/masking/names/tables.py from the dictionary of the segmenter jieba (MIT licence).

Run it as `python -m tests.corpora.masking.make_name_tables DICT`, where DICT is jieba 0.42.1's dict.txt: word, count
and part of speech a line. Costs are negative natural logarithms, rounded to halves, so tables stay small and readable.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from agent.masking.names.surnames import COST

_TARGET = Path(__file__).parents[3] / "agent" / "masking" / "names" / "tables.py"
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_PERSON = frozenset({"nr", "nrt", "nrfg"})
_FEWEST = {2: 60, 3: 60, 4: 200}
"""Occurrences that a word of this many characters needs to be listed."""
_FEWEST_LIKE_A_NAME = 12
"""The same for words that begin with a surname: they are what names are confused with."""
_FEWEST_CHARACTER = 40
_COMMON_SURNAMES = 48
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
_WIDTH = 50
"""Characters a line: a Chinese one is two columns wide."""
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
    if kind in _PERSON and word[0] in COST:
        common = list(COST)[-_COMMON_SURNAMES:]
        return size == min(_FEWEST) and (
            word in _WORDS_MARKED_AS_NAMES or (word[0] not in common and count >= _FEWEST_PERSON)
        )
    return count >= (_FEWEST_LIKE_A_NAME if word[0] in COST and kind not in _PERSON else _FEWEST[size])


def _half(cost: float) -> float:
    return round(cost * 2) / 2


def _given(words: dict[str, tuple[int, str]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    first, second, only = Counter[str](), Counter[str](), Counter[str]()
    for word, (count, kind) in words.items():
        if kind in _PERSON and word[0] in COST and count < _FEWEST_PERSON:
            if len(word) == 3:
                first[word[1]] += 1
                second[word[2]] += 1
            elif len(word) == 2:
                only[word[1]] += 1
    return first, second, only


def _costs(counts: Counter[str], fewest: int) -> dict[float, str]:
    total = sum(counts.values())
    shares = {character: count / total for character, count in counts.items() if count >= fewest}
    for character in _CONTEMPORARY:
        shares[character] = shares.get(character, 0) + _ADDED_SHARE
    return _bucketed((-math.log(share), character) for character, share in shares.items())


def _bucketed(costs: Iterable[tuple[float, str]]) -> dict[float, str]:
    buckets: dict[float, list[str]] = defaultdict(list)
    for cost, word in costs:
        buckets[_half(cost)].append(word)
    return {cost: _joined(sorted(buckets[cost])) for cost in sorted(buckets)}


def _joined(words: list[str]) -> str:
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)


def _source(name: str, note: str, kind: str, buckets: dict[float, str]) -> str:
    lines = [f"{name}: Final[dict[float, str]] = {{"]
    for cost, characters in buckets.items():
        rows = [f'"{characters[at : at + _WIDTH]}"' for at in range(0, len(characters), _WIDTH)]
        lines += (
            [f"    {cost}: {rows[0]},"]
            if len(rows) == 1
            else [f"    {cost}: (", *(f"        {row}" for row in rows), "    ),"]
        )
    return "\n".join([*lines, "}", f'"""{note}"""', ""]).replace("dict[float, str]", kind)


def main(path: Path) -> None:
    """Write the tables."""
    words = _read(path)
    total = sum(count for count, _ in words.values())
    parts = [
        (
            '"""Costs of ordinary words and of given-name characters: negative natural logarithms of their share.\n\n'
            "Made by tests/corpora/masking/make_name_tables.py from the dictionary of jieba 0.42.1, Copyright "
            "(c) 2013 Sun\n"
            "Junyi, MIT licence: its text stands beside this file in LICENSE.jieba. Words stand "
            "between spaces.\n"
            '"""\n\nfrom typing import Final\n'
        )
    ]
    for size in (1, *_FEWEST):
        listed = (
            (-math.log(count / total) + _SURNAME_ALONE * (size == 1 and kind in _PERSON), word)
            for word, (count, kind) in words.items()
            if len(word) == size
            and count > 0
            and (count >= _FEWEST_CHARACTER if size == 1 else _is_word(word, count, kind))
        )
        name = ("SINGLE", "PAIRS", "TRIPLES", "QUADRUPLES")[size - 1]
        parts.append(_source(name, f"Words of {size} character(s), by cost.", "dict[float, str]", _bucketed(listed)))
    first, second, only = _given(words)
    for name, counts, note in (
        ("FIRST", first, "First of two given-name characters, by cost."),
        ("SECOND", second, "Second of two given-name characters, by cost."),
        ("ONLY", only, "The one character of a short given name, by cost."),
    ):
        parts.append(_source(name, note, "dict[float, str]", _costs(counts, 2)))
    _TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
