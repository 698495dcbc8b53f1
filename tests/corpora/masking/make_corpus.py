"""Writes the JSON-lines files from sentences.txt, from patterns filled with invented values, and from apart.txt.

Run it as `python -m tests.corpora.masking.make_corpus`. The same input gives the same files; a third of the sentences,
by a hash of the text, is held back.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.corpora.masking.corpus import (
    APART_DEVELOPMENT,
    APART_HELD_BACK,
    DEVELOPMENT,
    FOLDER,
    FRESH,
    HELD_BACK,
    LOOKED_AT,
    Sentence,
    marked_up,
)

_SEED = 20251103
_PER_PATTERN = 4
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_GIVEN_TEXT = (
    "志明 晓东 建华 桂芳 秀珍 国平 雅婷 子轩 梓涵 浩然 思琪 欣怡 雨桐 俊峰 海涛 立新 玉兰 春梅 永刚 文斌 佳怡 "
    "诗涵 宇轩 嘉豪 明辉 丽萍 淑芬 德胜 振宇 美玲 小军 晓雯 泽宇 一诺 伟 芳 磊 静 敏 强 军 洋 艳 勇 杰 娟 涛 "
    "超 霞 鹏 燕 辉 刚 玲 飞 莉 斌 宁 琳 凯"
)
_GIVEN = _GIVEN_TEXT.split()
_SPOKEN = dict(zip("0123456789", "零幺二三四五六七八九", strict=True))
_PLAIN = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_SOUNDS = {
    "0": "零林",
    "1": "要腰幺",
    "2": "二儿",
    "3": "三山",
    "4": "四",
    "5": "五吴",
    "6": "六流",
    "7": "七期",
    "8": "八吧",
    "9": "九就",
}
_PATTERNS = """
spoken	你好我叫{N}我想问下保单的事
spoken	我是{N}前两天在你们这充电被扣了两次钱
spoken	车是我老公{N}的名字
spoken	{N}给我开的单子你问他去
spoken	我找一下{N}他电话是{P}
spoken	联系人{N}电话{P}
spoken	手机号{P}有事打这个
spoken	我的电话{P}啊别记错了
spoken	那你记一下{P}
spoken	给这个号回电话{P}行不行
spoken	绑定的手机是{P}收不到验证码
spoken	身份证是{I}你查查看
spoken	我报身份证号{I}
spoken	卡号是{B}赔款打这里
spoken	银行卡{B}建设银行的
spoken	车牌{L}停在充电位上
spoken	{L}这个车一直占着桩
spoken	我开的{L}刚做完保养
spoken	我的车牌号是{L}续保多少钱
spoken	家里座机{F}白天有人
spoken	QQ号是{Q}你加一下
written	客户{N}来电，要求退还押金，手机{P}。
written	姓名：{N}，电话：{P}，车牌：{L}
written	{N}，{P}，要求回电。
written	投诉人{N}称充电桩多扣费。
written	你们店的{N}承诺三天修好，现在一周了。
written	感谢{N}师傅连夜抢修。
written	身份证{I}无法实名。
written	退款到{B}，谢谢。
written	{L}漏油，请安排拖车。
written	手机{P}，晚上联系。
written	座机{F}无人接听。
written	QQ{Q}，请加我。
"""


class _Values:
    """Invented values as people write and say them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def _digits(self, count: int) -> str:
        return "".join(self._chance.choice("0123456789") for _ in range(count))

    def _say(self, number: str) -> str:
        """One of the ways speech recognition prints a number."""
        way = self._chance.choice(["plain", "one", "spaced", "grouped", "filler", "double", "arabic", "mixed", "sound"])
        spoken = [(_PLAIN if way == "one" else _SPOKEN).get(digit, digit) for digit in number]
        if way == "arabic":
            return number
        if way == "spaced":
            return " ".join(spoken)
        if way == "grouped":
            return " ".join("".join(spoken[at : at + 4]) for at in range(0, len(spoken), 4))
        if way == "filler":
            at = self._chance.randrange(3, len(spoken) - 3)
            return "".join([*spoken[:at], self._chance.choice(["嗯", "那个", "呃", "然后"]), *spoken[at:]])
        if way == "double":
            for at in range(2, len(number) - 1):
                if number[at] == number[at + 1]:
                    return "".join([*spoken[:at], "双", spoken[at], *spoken[at + 2 :]])
        if way == "mixed":
            at = self._chance.randrange(3, len(number) - 3)
            return number[:at] + "".join(spoken[at:])
        if way == "sound":
            at = self._chance.randrange(1, len(number))
            return "".join([*spoken[:at], self._chance.choice(_SOUNDS.get(number[at], number[at])), *spoken[at + 1 :]])
        return "".join(spoken)

    def _write(self, number: str) -> str:
        way = self._chance.choice(["plain", "plain", "spaced", "hyphen"])
        if way == "plain":
            return number
        joint = " " if way == "spaced" else "-"
        first = 3 if len(number) == 11 else 4
        return joint.join([number[:first], *(number[at : at + 4] for at in range(first, len(number), 4))])

    def value(self, kind: str, spoken: bool) -> tuple[str, str]:
        """Type and text for a pattern's letter."""
        chance = self._chance
        if kind == "N":
            return "NAME", chance.choice(_FAMILY) + chance.choice(_GIVEN)
        if kind == "L":
            province, letter = chance.choice("京沪粤浙苏鲁川渝鄂湘皖闽"), chance.choice("ABCDEFGH")
            serial = chance.choice([self._digits(5), "D" + self._digits(5), self._digits(2) + "K" + self._digits(2)])
            if spoken:
                return "PLATE", province + letter + chance.choice(["", " "]) + "".join(
                    _SPOKEN.get(s, s) for s in serial
                )
            return "PLATE", province + letter + chance.choice(["", "·", " "]) + serial
        number = {
            "P": lambda: "1" + chance.choice("35789") + self._digits(9),
            "I": lambda: (
                chance.choice(["110105", "320506", "440103", "510107"])
                + f"{chance.randrange(1955, 2005)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
                + self._digits(4)
            ),
            "B": lambda: "62" + self._digits(chance.choice([14, 17])),
            "F": lambda: chance.choice(["010", "021", "0571", "0755"]) + chance.choice("2568") + self._digits(7),
            "Q": lambda: chance.choice("23456789") + self._digits(chance.choice([7, 8, 9])),
        }[kind]()
        names = {"P": "PHONE", "I": "ID_CARD", "B": "BANK_CARD", "F": "LANDLINE", "Q": "SOCIAL_ID"}
        return names[kind], self._say(number) if spoken else self._write(number)


def generated() -> Iterator[str]:
    """Marked-up lines: every pattern, filled several times."""
    values = _Values(random.Random(_SEED))  # noqa: S311 - invented data, not secrets
    for pattern in _PATTERNS.strip().splitlines():
        for _ in range(_PER_PATTERN):
            line = pattern
            for kind in "NPIBLFQ":
                while f"{{{kind}}}" in line:
                    label, text = values.value(kind, pattern.startswith("spoken"))
                    line = line.replace(f"{{{kind}}}", f"{{{label}|{text}}}", 1)
            yield line


def is_held_back(text: str) -> bool:
    """Whether a sentence is for judging and not for tuning."""
    return hashlib.sha256(text.encode()).digest()[0] % 3 == 0


def _line(sentence: Sentence) -> str:
    given: dict = {"id": sentence.id, "text": sentence.text, "style": sentence.style}
    given["entities"] = [{"start": start, "end": end, "type": kind} for start, end, kind in sentence.entities]
    given["optional"] = [{"start": start, "end": end} for start, end in sentence.optional]
    return json.dumps(given, ensure_ascii=False)


def files() -> dict[Path, str]:
    """What all the files have to hold."""
    return {
        **_in_two("sentences.txt", generated(), DEVELOPMENT, HELD_BACK),
        **_in_two("apart.txt", (), APART_DEVELOPMENT, APART_HELD_BACK),
        FRESH: "".join(_line(sentence) + "\n" for sentence in marked_up(_source("fresh.txt"))),
        LOOKED_AT: "".join(_line(sentence) + "\n" for sentence in marked_up(_source("looked_at.txt"))),
    }


def _source(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def _in_two(source: str, more: Iterable[str], development: Path, held_back: Path) -> dict[Path, str]:
    sentences = list(marked_up([*_source(source), *more]))
    return {
        path: "".join(_line(sentence) + "\n" for sentence in sentences if is_held_back(sentence.text) == held)
        for path, held in ((development, False), (held_back, True))
    }


if __name__ == "__main__":
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
