"""Where a sentence may hold a number, a name or an address: the repair leaves these places to the masker."""

import re
from typing import Final

from agent.transcription.pronunciation import syllables

SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤颜齐康施"
)
"""Characters that may begin a person's name."""

_NUMERALS: Final = "0-9零〇一二两三四五六七八九十百千万亿幺"
_NUMBER: Final = re.compile(f"[{_NUMERALS}]{{2,}}|(?!一)[{_NUMERALS}]")
_SPOKEN_DIGITS: Final = frozenset(
    ("ling", "yi", "yao", "er", "liang", "san", "si", "wu", "liu", "qi", "ba", "jiu", "dong", "guai", "gou")
)
_FEWEST_SPOKEN: Final = 4
"""This many characters in a row that sound like digits may be a number that was misheard."""
_PERSONAL: Final = re.compile(
    "(?:我(?:叫|姓|是)|名叫|名字[叫是]?|姓名[是]?|贵姓|免贵姓|联系人[是叫]?)[^，。,. ]{1,4}"
    "|(?:住在|家住|住址[是]?|地址[是在]?|微信号?[是]?|邮箱[是]?)[^，。,. ]{1,12}"
)
_PLATE: Final = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Za-z](?![A-Za-z])[^，。]{0,8}"
)
_NO_NAME: Final = re.compile(
    "我叫(?:了|的|过|拖车|救援)|我是(?:在|来|想|要|说|不|就|你|一|这|去|从|因|刚|昨|今|上|第|[^，。,. ]{0,3}的)"
)


def may_be_in_a_name(text: str, start: int) -> bool:
    """Whether what begins here may be the given name of a person: one of the two characters before is a surname."""
    return any(character in SURNAMES for character in text[max(0, start - 2) : start])


def personal_places(text: str) -> frozenset[int]:
    """Places that belong to numbers, names and addresses."""
    places: set[int] = set()
    for pattern in (_NUMBER, _PLATE):
        for found in pattern.finditer(text):
            places.update(range(*found.span()))
    for person in _PERSONAL.finditer(text):
        if not _NO_NAME.match(text, person.start()):
            places.update(range(*person.span()))
    run: list[int] = []
    for i, character in enumerate([*text, ""]):
        if any(s.spelling in _SPOKEN_DIGITS for s in syllables(character)) or character.isdigit():
            run.append(i)
            continue
        if len(run) >= _FEWEST_SPOKEN:
            places.update(run)
        run = []
    return frozenset(places)
