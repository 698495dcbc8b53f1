"""E-mail addresses, written and spoken.

Anatomy: local part of at most 64 characters, @, labels of letters, digits and hyphens joined by dots, the last one a
known top-level domain where it is spoken. Spoken: 艾特 or at or 圈a for @, 点 for the dot, 下划线 and 杠 for _ and -.
Source: RFC 5321 section 4.5.3.1 (lengths), RFC 5322 section 3.4.1 (dot-atom).
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues.lazy import Lazy

_HOUSE: Final = "QQ|SINA|OUTLOOK|GMAIL|HOTMAIL|FOXMAIL|SOHU|YEAH|ICLOUD|YAHOO|[0-9]{3}"
_AT: Final = Lazy(
    rf"@|[艾爱哎] ?[特他她它]|A圈|(?<![A-Z])AT(?![A-Z])|圈 ?A(?={_HOUSE})|圈 ?A(?![A-Z])|小老鼠"
    rf"|A ?T(?= ?(?:[0-9]|Q ?Q|S ?I ?N ?A|G ?M ?A ?I ?L|O ?U ?T ?L))"
)
_DOT: Final = r"\.|点|DOT(?![A-Z])"
_LABEL: Final = r"[A-Z0-9](?:[A-Z0-9-]| (?=[A-Z0-9 -])){0,62}"
_HOUSES: Final = {
    "扣扣": "qq",
    "新浪": "sina",
    "搜狐": "sohu",
    "雅虎": "yahoo",
    "谷歌": "gmail",
    "网易": "163",
    "微软": "outlook",
}
"""Mail houses by their Chinese names."""
_COM: Final = "酷姆|康幕|康母|康姆|康木|抗母|抗姆|空姆|靠姆|靠母|扛姆"
_TOP: Final = rf"C ?O ?M|C ?N|N ?E ?T|O ?R ?G|E ?D ?U|G ?O ?V|[A-Z]{{2,18}}|{_COM}|康(?![\u4e00-\u9fff])"
_KNOWN: Final = r"Q ?Q|1 ?6 ?3|1 ?2 ?6|1 ?3 ?9|1 ?8 ?9|GMAIL|SINA|FOXMAIL|OUTLOOK|HOTMAIL|SOHU|YEAH|ICLOUD|YAHOO"
_DOMAIN: Final = Lazy(
    rf" {{0,2}}(?:(?:{_LABEL}|{'|'.join(_HOUSES)}) ?(?:{_DOT}) ?){{1,4}}(?:{_TOP})(?![A-Z])"
    rf"| {{0,2}}(?:{_KNOWN}) ?(?:C ?O ?M|C ?N|N ?E ?T|{_COM})(?![A-Z])"
)
_LOCAL_WORDS: Final = ("下划线", "小数点", "横线", "横杠", "减号", "点", "杠")
_LOCAL_CHARACTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_LONGEST_LOCAL: Final = 96
"""Folded characters of a spoken local part: 64 letters and room for spaces and words."""
_STOP: Final = Lazy(
    r"(?<![A-Z])(?:IS|MY|E?-?MAIL|ADDRESS|IT'?S|IT|TO|ME|AT|THE|OR|AND|SEND|WRITE|CONTACT|REACH|PLEASE|IN|ON|YES|WAS)$"
)
"""English words in front of an address told in English."""
_WORDS: Final = {
    "下划线": "_",
    "小数点": ".",
    "横线": "-",
    "横杠": "-",
    "减号": "-",
    "点": ".",
    "杠": "-",
    "DOT": ".",
    **_HOUSES,
    **dict.fromkeys(_COM.split("|"), "com"),
    "点康": ".com",
}


class Email:
    """Type EMAIL."""

    name: Final = "email"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Addresses around every @ or word for it."""
        shape = reading.shape
        for at in _AT.finditer(shape):
            # 要六三 is 163 only where a domain has to be
            domain = _DOMAIN.match(shape, at.end()) or _DOMAIN.match(reading.guessed_shape, at.end())
            if domain is None:
                continue
            start = _local_start(shape, at.start())
            if start is None:
                continue
            written = at[0] == "@"
            value = _written(shape[start : at.start()]) + "@" + _written(domain[0])
            evidence = ("@",) if written else ("spoken @",)
            yield Finding(start, domain.end(), "EMAIL", value, 0.97 if written else 0.93, self.name, evidence)


def _local_start(shape: str, end: int) -> int | None:
    """Where the local part that ends here begins: back over letters, digits and the words for signs."""
    place, first, limit = end, None, max(0, end - _LONGEST_LOCAL)
    written = end > 0 and shape[end - 1] != " " and shape[end : end + 1] == "@"
    while place > limit:
        character = shape[place - 1]
        if character in _LOCAL_CHARACTERS:
            place -= 1
            first = place
        elif character == " " and not written:
            if _STOP.search(shape, max(0, place - 10), place - 1):
                break
            place -= 1
        else:
            word = next((word for word in _LOCAL_WORDS if shape.startswith(word, place - len(word))), None)
            if word is None or place - len(word) < limit:
                break
            place -= len(word)
    return first


def _written(spoken: str) -> str:
    for word, sign in _WORDS.items():
        spoken = spoken.replace(word, sign)
    return spoken.replace(" ", "").lower()
