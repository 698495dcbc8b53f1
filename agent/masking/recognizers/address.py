"""Street addresses, from the first place word to the last unit.

Anatomy: province, city, district; road and house number (号, 弄); estate or building; 栋 or 号楼, 单元, room. A bare
city, district or motorway is nobody's: a road with a number is needed, or a building number behind an address word.
Source: GB/T 23705-2009 and DB-level rules for place-name addresses (administrative, street, door, room elements).
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.alphabet import SPOKEN
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_DIGIT: Final = "[0-9零〇一二三四五六七八九两幺]"
_NUMBER: Final = rf"(?:[A-Z]?{_DIGIT}{{1,5}}[A-Z]?(?:-{_DIGIT}{{1,5}}){{0,3}}|[A-Z]|[甲乙丙丁东西南北])"
_SPOKEN: Final = r"(?:[0-9零〇一二三四五六七八九两幺百千十]{1,9})"
_UNIT: Final = r"(?:号楼|号院|号|弄|栋|幢|单元|座|层|楼|室|房|院|区|巷|门)"
_BUILDING: Final = r"[\u4e00-\u9fff]{2,8}?(?:大厦|广场|小区|花园|家园|中心|公寓|新村|苑|城|园)"
_NAMED: Final = rf"[\u4e00-\u9fff]{{2,8}}?(?=[A-Z]座|{_SPOKEN}(?:栋|幢|号楼|单元|座)|[0-9]{{1,4}}-[0-9]{{1,4}})"
_ROAD: Final = (
    r"[\u4e00-\u9fff]{1,6}?[0-9]{0,2}(?:大道|大街|街|路|巷|胡同|弄|新村|[东南西北中一二三四五六七八九十]道)"
    r"(?:[东南西北中]段?)?"
)
_ANCHOR: Final = re.compile(
    rf"{_ROAD}{_SPOKEN}(?:号|弄|巷)"
    rf"|[\u4e00-\u9fff](?:园|苑|小区|花园|社区|村|城|府|湾|庭|居)(?:[0-9一二三四五六七八九十]{{1,2}}区)?"
    rf"(?:{_NUMBER}|{_SPOKEN})(?:号楼|栋|幢)"
)
_TAIL: Final = re.compile(
    rf"(?:院|楼)?(?:(?:{_NUMBER}|{_SPOKEN}){_UNIT}|{_BUILDING}(?={_NUMBER}|{_SPOKEN}{_UNIT}|[楼下,。里院前]|$)|{_NAMED}"
    r"|[0-9]{1,4}-[0-9]{1,4})*"
    rf"(?:{_DIGIT}{{3,5}}(?![号点块元度年]|公里))?"
)
_NOT_A_ROAD: Final = re.compile(
    r"(?:线|电|半|公|铁|高架|绕|油|气|水|网|思|套|走|带|修|问|高速|快速|(?<![一二三四五六七八九十])马)路$"
)
_BOUNDARY: Final = re.compile(
    r"[^\u4e00-\u9fff]|[在到住是址给的了我你他她把来去寄送从往为叫发]|和(?!平)|地址|证明|家里|公司|单位|师傅|东西|车停"
)
_LONGEST_LEAD: Final = 24
"""Characters of province, city and district before the road."""
_CUE: Final = re.compile(r"住|地址|家|送|寄|公司|单位|上班|店|接|拖|取|户|租|收|在|到|登记")
_PLACE: Final = re.compile(r"[省市县镇乡州]|(?<![小园社院])区")


class Address:
    """Type ADDRESS."""

    name: Final = "address"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Addresses with a road and a number, or a building behind an address word."""
        if not ("号" in reading.text or "栋" in reading.text or "幢" in reading.text or "弄" in reading.text):
            return
        places = [place for place, character in enumerate(reading.text) if character != " "]
        text = reading.text.replace(" ", "")
        reached = 0
        for anchor in _ANCHOR.finditer(text):
            if anchor.start() < reached:
                continue
            start = max(reached, _begin(text, anchor.start(), anchor.end()))
            tail = _TAIL.match(text, anchor.end())
            end = tail.end() if tail else anchor.end()
            road = re.search(_ROAD, anchor[0])
            if road and _NOT_A_ROAD.search(road[0]):
                continue
            cue = _CUE.search(text[max(0, start - 8) : start]) is not None
            placed = _PLACE.search(text[start : anchor.end()]) is not None
            if cue or placed or end > anchor.end() + 1:
                reached = end
                value = text[start:end].translate(SPOKEN)
                evidence = ("road and number", *("cue",) * cue, *("district",) * placed)
                yield Finding(places[start], places[end - 1] + 1, "ADDRESS", value, 0.72, self.name, evidence)


def _begin(text: str, start: int, end: int) -> int:
    """Leftwards from the road to where its province, city or district begins."""
    earliest = max(0, start - _LONGEST_LEAD)
    begin = earliest
    for boundary in _BOUNDARY.finditer(text, earliest, end):
        if boundary.end() <= start or (boundary.end() < end - 2 and not boundary[0].isascii()):
            begin = boundary.end()
    return begin
