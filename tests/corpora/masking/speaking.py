"""Random valid values of every type, said or written in random ways, in random sentences.

`sentences(seed, count)` gives labelled sentences without end of variety: what a rule learnt by heart from the written
corpora does not know. Everything is invented; checksums are right where a kind of number has one.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tests.corpora.masking.corpus import Sentence

_ONE: Final = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_YAO: Final = {**_ONE, "1": "幺"}
_RADIO: Final = {**_YAO, "0": "洞", "7": "拐", "9": "勾", "2": "两"}
_SOUNDS: Final = dict(
    zip("0123456789", ("林灵", "要腰药", "儿而", "山", "四", "五", "六", "气期", "吧巴", "就酒"), strict=True)
)
_SOUNDS_OF_LETTERS: Final = {"A": "诶", "B": "必", "C": "西", "D": "弟", "E": "易", "K": "开", "T": "踢"}
_SOUNDS_OF_PROVINCES: Final = dict(zip("京沪粤浙苏鲁川渝豫湘鄂", "经户月遮酥路穿鱼预香饿", strict=True))
_FILLERS: Final = ("嗯", "呃", "那个", "然后", "啊", "这个")
_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "洪舒穆温施牛葛岳齐庄严柳樊兰殷倪章鲁俞翁柴焦裴甄房冉华宁丛佟盛游苗费"
)
_GIVEN_TEXT: Final = (
    "子涵 梓萱 浩宇 宇航 欣妍 诗琪 雨桐 佳怡 嘉懿 俊熙 明轩 思远 晓峰 志国 建平 国栋 永强 "
    "海燕 丽娟 秀兰 玉梅 桂荣 凤英 淑珍 红霞 文静 雅琴 晨曦 若曦 一帆 天佑 鸿飞 家豪 振华 "
    "卫东 立群 少华 春生 德福 金凤 玉珍 翠兰 巧玲 小龙 大勇 学文 世杰 瑞霖 艺馨 可馨 梦洁 "
    "婉莹 紫薇 景行 知远 沐阳 承泽 奕辰 伟 静 敏 磊 洋 艳 勇 杰 娟 涛 霞 鹏 辉 玲 莉 斌 "
    "宁 琳 凯 旭 晶 倩 颖 雪 婷 昊 喆 岚 薇 璐 琪 瑶"
)
_GIVEN: Final = _GIVEN_TEXT.split()
_ROADS_TEXT: Final = (
    "人民 中山 解放 建设 长江 学府 科苑 滨江 文化 紫荆 桂花 金沙 仙岳 汉江 民族 迎宾 龙翔 东风 北苑 湖滨"
)
_ROADS: Final = _ROADS_TEXT.split()
_ESTATES_TEXT: Final = (
    "阳光花园 碧水湾 锦绣江南 金色家园 翠湖名邸 东方新城 丽景苑 万科城 书香门第 龙湖天街 和谐家园 香榭里"
)
_ESTATES: Final = _ESTATES_TEXT.split()
_DISTRICTS_TEXT: Final = "朝阳区 浦东新区 天河区 武侯区 西湖区 雁塔区 江宁区 福田区 渝北区 洪山区 市南区 思明区"
_DISTRICTS: Final = _DISTRICTS_TEXT.split()
_CITIES_TEXT: Final = "北京市 上海市 广州市 成都市 杭州市 西安市 南京市 深圳市 重庆市 武汉市 青岛市 厦门市"
_CITIES: Final = _CITIES_TEXT.split()

_CARRIERS: Final = """
PHONE	我电话{}
PHONE	手机号是{}你记一下
PHONE	打{}找我
PHONE	有事拨{}就行
PHONE	{}这个号码能打通
PHONE	回个电话给我{}谢谢
PHONE	联系方式{}
PHONE	注册的手机{}收不到短信
PHONE	充电枪拔不出来了我手机{}快点派人
LANDLINE	家里座机{}
LANDLINE	办公室电话{}白天打
ID_CARD	身份证号{}
ID_CARD	我身份证{}你查一下保单
ID_CARD	驾驶证号码是{}
BANK_CARD	银行卡号{}
BANK_CARD	赔款打到卡号{}上
BANK_CARD	退款退到这张卡{}建设银行的
PLATE	车牌{}
PLATE	我的车牌号是{}
PLATE	{}这台车刹车响
PLATE	有个车{}占着充电位
VIN	车架号{}
VIN	车架号是{}你查查召回
EMAIL	邮箱{}
EMAIL	发票发到{}
SOCIAL_ID	微信号{}
SOCIAL_ID	加我微信{}发照片
SOCIAL_ID	QQ号是{}
POLICY_NO	保单号{}
POLICY_NO	报案号是{}没人联系我
PASSPORT	护照号{}
PASSPORT	我护照是{}
GPS	我的坐标{}
GPS	定位{}救援车开不到
DOB	我的生日是{}
DOB	出生日期{}
DOB	我{}生的
NAME	我叫{}
NAME	我是{}
NAME	我是{}上周做的保养
NAME	车主叫{}
NAME	你好我叫{}我想问一下理赔
NAME	姓名{}
NAME	联系人{}
NAME	我找{}师傅
NAME	服务顾问{}态度很好
NAME	查勘员{}一直不接电话
NAME	给我打电话的那个叫{}
NAME	我老公{}开的车
NAME	投诉{}服务态度差
NAME	是{}给我办的
NAME	让{}给我回电话
NAME	麻烦转告{}一声车修好了
NAME	感谢{}帮我充上了电
NAME	{}答应我免费洗车
NAME	{}说下午就能修好
NAME	上次是{}接待的
NAME	车是{}名下的
NAME	找一下{}
NAME	经办人是{}
NAME	报案人{}
NAME	司机{}没有责任
ADDRESS	我住{}
ADDRESS	地址{}
ADDRESS	地址是{}你们派人来
ADDRESS	送到{}
ADDRESS	我家在{}
ADDRESS	拖车到{}来
ADDRESS	安装地址{}
ADDRESS	寄到{}
ADDRESS	车停在{}楼下
"""


@dataclass(frozen=True)
class _Chance:
    """Draws from one seeded source."""

    random: random.Random

    def digits(self, count: int, first: str = "0123456789") -> str:
        return self.random.choice(first) + "".join(self.random.choice("0123456789") for _ in range(count - 1))

    def one(self, choices: str | tuple[str, ...] | list[str]) -> str:
        return self.random.choice(choices)


def sentences(seed: int, count: int) -> Iterator[Sentence]:
    """Labelled sentences, every carrier in turn."""
    chance = _Chance(random.Random(seed))  # noqa: S311 - invented data, not secrets
    carriers = [line.split("\t") for line in _CARRIERS.strip().splitlines()]
    for number in range(count):
        kind, carrier = carriers[number % len(carriers)]
        spoken = chance.random.random() < _SPOKEN_SHARE
        value = _VALUES[kind](chance, spoken)
        before, behind = carrier.split("{}")
        if spoken and chance.random.random() < _SPACED_SHARE:
            before, value, behind = (" ".join(part.replace(" ", "")) for part in (before, value, behind))
            before, behind = f"{before} ", f" {behind}"
        start, end = len(before), len(before) + len(value)
        style = "spoken" if spoken else "written"
        yield Sentence(f"f{number:05}", before + value + behind, style, ((start, end, kind),))


_SPOKEN_SHARE: Final = 0.7
_SPACED_SHARE: Final = 0.15
"""Recognition that puts a space behind every character."""


def _say(chance: _Chance, symbols: str, *, sounds: bool = True) -> str:
    """One of the ways recognition prints what was spoken."""
    ways = ["yao", "one", "arabic", "spaced", "grouped", "filler", "repeat", "mixed", *["sound"] * sounds, "radio"]
    way = chance.one(ways)
    table = {"one": _ONE, "radio": _RADIO}.get(way, _YAO)
    said = [table.get(symbol, symbol) for symbol in symbols]
    if way == "arabic":
        return symbols
    if way == "spaced":
        return " ".join(said)
    if way == "grouped":
        size = chance.random.choice([3, 4])
        return " ".join("".join(said[at : at + size]) for at in range(0, len(said), size))
    if way == "filler":
        at = chance.random.randrange(2, len(said) - 2)
        return "".join([*said[:at], chance.one(_FILLERS), *said[at:]])
    if way == "repeat":
        return _with_repeats(symbols, said)
    if way == "mixed":
        at = chance.random.randrange(2, len(said) - 2)
        return symbols[:at] + "".join(said[at:])
    if way == "sound":
        at = chance.random.randrange(1, len(said))
        said[at] = chance.one(_SOUNDS[symbols[at]]) if symbols[at].isdigit() else said[at]
    return "".join(said)


def _with_repeats(symbols: str, said: list[str]) -> str:
    """三个八 for 888 and 双六 for 66, once."""
    for at in range(1, len(symbols) - 2):
        for size in (3, 2):
            if symbols[at].isdigit() and symbols[at : at + size] == symbols[at] * size:
                times = "三个" if size > len("66") else "双"
                return "".join([*said[:at], times + said[at], *said[at + size :]])
    return "".join(said)


def _write(chance: _Chance, symbols: str) -> str:
    joint = chance.one(["", "", " ", "-"])
    if not joint:
        return symbols
    first = 3 if len(symbols) == len("13800138000") else 4
    return joint.join([symbols[:first], *(symbols[at : at + 4] for at in range(first, len(symbols), 4))])


def _number(make: Callable[[_Chance], str]) -> Callable[[_Chance, bool], str]:
    def value(chance: _Chance, spoken: bool) -> str:
        symbols = make(chance)
        return _say(chance, symbols) if spoken else _write(chance, symbols)

    return value


def _resident_id(chance: _Chance) -> str:
    born = (
        f"{chance.random.randrange(1950, 2006)}{chance.random.randrange(1, 13):02}{chance.random.randrange(1, 29):02}"
    )
    body = chance.one(["110105", "310115", "440305", "510107", "330106", "420106"]) + born + chance.digits(3)
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def _bank_card(chance: _Chance) -> str:
    body = chance.one(["622202", "621700", "622848", "621483"]) + chance.digits(chance.random.choice([9, 12]))
    doubled = [int(d) * (2 - k % 2) for k, d in enumerate(reversed(body))]
    return body + str(-sum(d - 9 * (d > 9) for d in doubled) % 10)


_VIN_VALUES: Final = {
    **{str(digit): digit for digit in range(10)},
    **dict(
        zip(
            "ABCDEFGHJKLMNPRSTUVWXYZ",
            (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
            strict=True,
        )
    ),
}


def _vin(chance: _Chance) -> str:
    body = [*chance.one(["LSVAM418", "LGXC16DF", "LRWYGCEK", "LBV8A940"]), "0", *"C2", *chance.digits(6)]
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    check = sum(_VIN_VALUES[symbol] * weight for symbol, weight in zip(body, weights, strict=True)) % 11
    body[8] = "X" if check == len("0123456789") else str(check)
    return "".join(body)


def _plate(chance: _Chance, spoken: bool) -> str:
    province, letter = chance.one("京沪粤浙苏鲁川渝豫湘鄂"), chance.one("ABCDEK")
    serial = chance.one([chance.digits(5), "D" + chance.digits(5), chance.digits(2) + "K" + chance.digits(2)])
    if not spoken:
        return province + letter + chance.one(["", "·", " "]) + serial
    misheard = chance.random.random()
    if misheard < 0.2:
        province = _SOUNDS_OF_PROVINCES[province]
    elif misheard < 0.4:
        letter = _SOUNDS_OF_LETTERS[letter]
    joint = chance.one(["", " "])
    return province + letter + joint + joint.join(_YAO.get(symbol, symbol) for symbol in serial)


def _email(chance: _Chance, spoken: bool) -> str:
    name = chance.one(["liwei", "chen_yu", "zhang.san", "wangfang"]) + chance.digits(3)
    host, end = chance.one(["qq", "163", "outlook", "sina"]), chance.one(["com", "cn"])
    if not spoken:
        return f"{name}@{host}.{end}"
    said = name.translate({ord("_"): "下划线", ord("."): "点", **{ord(d): _YAO[d] for d in "0123456789"}})
    return said + chance.one(["艾特", " at ", "圈a"]) + host + "点" + end


def _social_id(chance: _Chance, spoken: bool) -> str:
    if chance.random.random() < 0.5:
        number = chance.digits(9, "123456789")
        return _say(chance, number) if spoken else number
    word = chance.one(["wx", "lily", "tom", "xiaoyu", "zhou"])
    tail = chance.digits(5)
    return f"{' '.join(word)} {''.join(_YAO[d] for d in tail)}" if spoken else f"{word}_{tail}"


def _passport(chance: _Chance) -> str:
    return chance.one(["E", "EA", "EK", "G"]) + chance.digits(8)


def _policy(chance: _Chance) -> str:
    return chance.one(["PDZA", "AHAZ", "", ""]) + "2025" + chance.digits(12)


def _coordinates(chance: _Chance, spoken: bool) -> str:
    latitude, longitude = f"3{chance.digits(1)}.{chance.digits(6)}", f"12{chance.digits(1, '01')}.{chance.digits(6)}"
    if not spoken:
        return f"{latitude},{longitude}"
    whole = f"三十{_ONE[latitude[1]]}" if latitude[1] != "0" else "三十"
    eastern = f"一百二十{_ONE[longitude[2]]}" if longitude[2] != "0" else "一百二十"
    fractions = ["".join(_ONE[d] for d in number.split(".")[1]) for number in (latitude, longitude)]
    return f"{whole}点{fractions[0]} {eastern}点{fractions[1]}"


def _birth_date(chance: _Chance, spoken: bool) -> str:
    year, month, day = (
        chance.random.randrange(1950, 2006),
        chance.random.randrange(1, 13),
        chance.random.randrange(1, 29),
    )
    if not spoken:
        return chance.one([f"{year}年{month}月{day}日", f"{year}-{month:02}-{day:02}", f"{year}/{month}/{day}"])
    said = "".join(_ONE[d] for d in str(year)[chance.random.choice([0, 2]) :])
    return f"{said}年{_counted(month)}月{_counted(day)}{chance.one('号日')}"


def _counted(number: int) -> str:
    """Twenty-one as people count it: 二十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _ONE[str(tens)]) + "十" * bool(tens) + (_ONE[str(ones)] if ones else "")


def _name(chance: _Chance, spoken: bool) -> str:
    return chance.one(_SURNAMES) + chance.one(_GIVEN)


def _address(chance: _Chance, spoken: bool) -> str:
    place = chance.one(["", "", chance.one(_DISTRICTS), chance.one(_CITIES) + chance.one(_DISTRICTS)])
    road, house = chance.one(_ROADS) + chance.one(["路", "街", "大道"]), chance.random.randrange(1, 999)
    building, unit, room = (
        chance.random.randrange(1, 30),
        chance.random.randrange(1, 5),
        chance.random.randrange(101, 2505),
    )

    def said(number: int, *, room: bool = False) -> str:
        if not spoken:
            return str(number)
        return "".join(_YAO[d] for d in str(number)) if room or number > 99 else _counted(number)

    block = said(building) + chance.one(["号楼", "栋", "幢"])
    door = f"{block}{said(unit)}单元{said(room, room=True)}{chance.one(['', '室'])}"
    return place + chance.one(
        [
            f"{road}{said(house)}号",
            f"{road}{said(house)}号{door}",
            f"{road}{said(house)}弄{said(building)}号{said(room, room=True)}室",
            f"{road}{said(house)}号{chance.one(_ESTATES)}{door}",
            f"{chance.one(_ESTATES)}{door}",
        ]
    )


_VALUES: Final[dict[str, Callable[[_Chance, bool], str]]] = {
    "PHONE": _number(lambda chance: "1" + chance.digits(10, "35789")),
    "LANDLINE": _number(lambda chance: chance.one(["010", "021", "0571", "0755"]) + chance.digits(8, "2568")),
    "ID_CARD": _number(_resident_id),
    "BANK_CARD": _number(_bank_card),
    "PLATE": _plate,
    "VIN": lambda chance, spoken: _say(chance, _vin(chance), sounds=False) if spoken else _vin(chance),
    "EMAIL": _email,
    "SOCIAL_ID": _social_id,
    "POLICY_NO": lambda chance, spoken: _say(chance, _policy(chance), sounds=False) if spoken else _policy(chance),
    "PASSPORT": lambda chance, spoken: _say(chance, _passport(chance), sounds=False) if spoken else _passport(chance),
    "GPS": _coordinates,
    "DOB": _birth_date,
    "NAME": _name,
    "ADDRESS": _address,
}


_ALIKE: Final = (
    "的地得",
    "在再",
    "他她它",
    "是事",
    "要药",
    "就旧",
    "八吧",
    "里李",
    "和何",
    "关官",
    "于余",
    "冲充",
    "号好",
    "有友",
    "多都",
)
_MISHEARD: Final = {character: group for group in _ALIKE for character in group}


def mutated(text: str, seed: int) -> str:
    """Ordinary speech as recognition spoils it: one or two characters lost, doubled or misheard, or spaces between."""
    chance = random.Random(f"{seed}{text}")  # noqa: S311 - not a secret
    characters = list(text)
    for _ in range(chance.randrange(1, 3)):
        at = chance.choice([k for k, character in enumerate(characters) if character])
        way = chance.choice(["lose", "double", "mishear", "filler"])
        if way == "mishear":
            places = [k for k, character in enumerate(characters) if character in _MISHEARD] or [at]
            at = chance.choice(places)
            characters[at] = chance.choice(_MISHEARD.get(characters[at], characters[at]))
        else:
            spoilt = {"lose": "", "double": characters[at] * 2, "filler": chance.choice(_FILLERS) + characters[at]}
            characters[at] = spoilt[way]
    joint = " " if chance.random() < _SPACED_SHARE else ""
    return joint.join(character for character in characters if character)
