"""Street addresses, from the first place word to the last unit.

Anatomy: province, city, district, street office; road and house number (号, 弄) or village and house number;
estate or building; 栋 or 号楼, 单元, room. A bare city, district, mall, motorway or charging station is nobody's: a
door is needed, a road with a number or a building with a unit or room, and a word around it that makes it an
address.
Source: GB/T 23705-2009 and DB-level rules for place-name addresses (administrative, street, door, room elements).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from agent.masking.alphabet import SPOKEN
from agent.masking.names.dictionary import is_word
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues.lazy import Lazy

_DIGIT: Final = "[0-9零〇一二三四五六七八九两幺]"
_COUNT: Final = "[0-9零〇一二三四五六七八九两幺百千十]{1,9}"
_NUMBER: Final = rf"(?:[A-Z]{{0,2}}{_DIGIT}{{1,5}}[A-Z]?(?:-{_DIGIT}{{1,5}}){{0,3}}|{_COUNT}|[A-Z]|[甲乙丙丁东西南北])"
_PUBLIC: Final = "(?![桩枪线口站机充位店地]|车(?![进开停也过])|门(?![前口外面]))"
"""号 of a charging post, an underground line or a station's exit is no door."""
_BUILDING_UNIT: Final = "(?:栋|幢|号楼|座|塔|#楼?)"
_UNIT: Final = rf"(?:号楼|号院|号{_PUBLIC}|弄|栋|幢|单元|座|塔|层|楼(?!梯)|室|房|户|院|区|期|巷|门|梯|组|村)"
_WORD: Final = r"[^\W_我你他她的了等是在有到去来就给让着过那这哪么都也还没]"
_NAMED: Final = (
    "(?:大厦|广场|小区|花园|家园|中心|公寓|新村|苑|城|园|国际|大楼|府|湾|庭|居|郡|里|社区|名邸|豪庭|雅居|嘉园|别墅"
    "|宿舍|家属院|SOHO)"
)
_ROAD: Final = (
    r"[\u4e00-\u9fff]{1,7}?[0-9]{0,2}(?:大道|大街|[湾港湖海江河山园城岛桥]道|街|路|巷|胡同|弄|新村|条|公路|[东南西北中环一二三四五六七八九十]道|(?<![知味地车通隧频渠管轨报难一跑赛街人])道(?=[0-9零〇一二三四五六七八九两幺百千十]{1,6}号))"
    r"(?:[东南西北中](?!路|街)段?)?(?:[一二三四五六七八九十]段)?"
)
_SIDE: Final = "(?:斜?对面|对过|隔壁|旁边?|后面|前面|楼下|尽头|路口|十字路口|交叉口|交口|交汇处)"
_ON_ROAD: Final = (
    rf"(?P<road>{_ROAD})(?:[\u4e00-\u9fff]{{2,8}}{_SIDE})?[甲乙丙丁副附]?{_COUNT}(?:-[0-9]{{1,3}})?"
    rf"(?:号{_PUBLIC}|弄|巷|农(?={_COUNT}号))"
)
_HOUSE: Final = (
    rf"(?:{_NUMBER}(?:号楼|栋|幢|座|楼(?![梯上下])|层|室|房间?|户|床)|楼上(?:{_NUMBER}(?:楼|层))?(?:{_DIGIT}{{3,4}}(?:室|房间?|户)?)?"
    rf"|第{_COUNT}[排家户]|{_COUNT}号门面)"
)
_DESCRIBED: Final = (
    rf"(?P<described>{_ROAD}(?:[和与跟、]{_ROAD})?[\u4e00-\u9fff]{{0,10}}?{_SIDE}(?:往?[东南西北]{{1,2}}走?{_COUNT}米(?:左右)?)?的?(?:那个|那家)?"
    rf"[\u4e00-\u9fff]{{0,14}}?{_HOUSE})"
)
_IN_VILLAGE: Final = (
    r"[\u4e00-\u9fff]{1,6}(?:村|屯|庄|寨|社区|[农林牧渔]场)"
    rf"(?:{_COUNT}(?:组|队|社|连|排)){{0,2}}{_COUNT}号(?!楼){_PUBLIC}"
)
_VILLAGE: Final = (
    rf"(?P<village>(?:[\u4e00-\u9fff]{{1,6}}(?:县|镇|乡|街道|市|区)){{1,3}}[\u4e00-\u9fff]{{1,5}}?(?:村|屯|庄(?!村))"
    rf"(?![街路巷]|[\u4e00-\u9fff]{{0,3}}(?:站|桩|路口))(?:{_COUNT}(?:组|队|社))?(?:{_COUNT}号(?!楼){_PUBLIC})?)"
)
_IN_BUILDING: Final = (
    rf"(?P<building>{_NUMBER}{_BUILDING_UNIT}(?:(?:{_NUMBER}(?:单元|门|梯|层|楼|室|房|号{_PUBLIC}))"
    rf"|{_DIGIT}{{3,4}}(?!{_DIGIT}|[号点块元度年]))"
    rf"|(?<![0-9A-Z-]){_DIGIT}{{1,3}}[-杠]{_DIGIT}{{1,2}}[-杠]{_DIGIT}{{3,4}}(?![0-9-]))"
)
_ESTATE: Final = (
    r"(?P<estate>[\u4e00-\u9fff](?:园|苑|里|小区|花园|社区|村|城|府|湾|庭|居|国际|期|区"
    r"|院)(?:[0-9A-Z一二三四五六七八九十]{1,2}区)?"
    rf"{_NUMBER}(?:号楼|栋|幢|#(?=楼|{_DIGIT})"
    rf"|楼(?:(?![梯上下]|{_DIGIT})|(?={_DIGIT}{{1,2}}(?:门|单元)|{_DIGIT}{{3,4}}(?!{_DIGIT}|[号点块元度年]))))"
    rf"|[\u4e00-\u9fff](?:公寓|新村|家园|花园|宿舍){_NUMBER}座)"
)
_LANE: Final = (
    r"(?P<lane>[\u4e00-\u9fff](?<![公这那哪家车店市城村院手夜])(?:里|坊|屯|庄|岗|坡|湾|桥|沟|台|营|寨|甲)"
    rf"{_COUNT}号(?![楼院]){_PUBLIC}"
    rf"|(?:村|屯|庄|寨|[农林牧渔]场){_COUNT}(?:组|队|社|连)|[院区村房]{_COUNT}排{_COUNT}号{_PUBLIC})"
)
_LABELLED: Final = (
    r"(?P<labelled>(?:地址|住址|家住|住在|我住|寄到|送到)(?:在|是|为|:)?[\u4e00-\u9fff]{2,8}"
    rf"{_NUMBER}(?:号楼|栋|幢|座))"
)
_ROOM: Final = (
    r"(?P<room>(?:大厦|中心|广场|公寓|小区|花园|家园|国际|大楼|SOHO)(?:[A-Z]{0,2}[0-9]{0,2}[座栋楼塔]?)?"
    rf"{_DIGIT}{{3,4}}(?:室|房|号{_PUBLIC}|(?![0-9点元块度万千公号])))"
)


@cache
def _anchor() -> re.Pattern[str]:
    """A door. Compiled when first needed: it takes as long as all other patterns together."""
    return re.compile(
        f"{_ON_ROAD}|{_DESCRIBED}|{_IN_VILLAGE}|{_VILLAGE}|{_IN_BUILDING}|{_ESTATE}|{_LABELLED}|{_LANE}|{_ROOM}"
    )


_ROOM_SAID: Final = (
    "(?:[一二三四五六七八九两]千)?[一二三四五六七八九]百(?:零?[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)?(?:室|房间?|户)?"
    "|[一二三四五六七八九两]千零?[一二三四五六七八九]?十?[一二三四五六七八九](?:室|房间?|户)?"
    "|[二三四]?十[一二三四五六七八九]?[零幺一二三四五六七八九]{2}(?:室|房间?|户)?"
)
"""A room as people say it: 两千一百零六, 二十六零一."""
_TAIL: Final = (
    rf"(?:附{_NUMBER}号?|之{_NUMBER}|第{_COUNT}[屯组队社排家户]|村?委会(?:[\u4e00-\u9fff]{{1,4}}组)?|[左右]手|平房|(?<=[楼层])[东西南北](?![\u4e00-\u9fff]?[门口侧面边部])"
    rf"|(?:TOWER|BLOCK|BUILDING|ROOM|RM|UNIT|APT|FLAT|FLOOR)[A-Z]?[0-9]{{1,4}}|[东南西北中]单元|[前后左右东南西北中]门|亭子间|办公室|{_COUNT}车间|地下(?:车库|车位)?[A-Z]?-?[0-9]{{1,4}}号?|[东南西北]户|[东南西北](?=[,，。\n]|$)"
    rf"|{_WORD}{{1,9}}?(?={_NUMBER}(?:号{_PUBLIC}|楼(?![梯上下])|层|室|房|床|户))|(?:院|楼)?{_NUMBER}{_UNIT}间?|{_NUMBER}床"
    rf"|(?:{_WORD}|有[色限]|之都|都(?=[市城会大])){{1,9}}?{_NAMED}(?={_NUMBER}{_UNIT}|{_NUMBER}(?:[、，,。\n]|$)|{_DIGIT}{{3,4}}(?!{_DIGIT}|[点块元度万千公])|{_ROOM_SAID}|[、，,。楼下里院前地\n]|$)"
    rf"|(?:{_WORD}|都(?=[市城会大])){{2,10}}?(?={_NUMBER}(?:{_BUILDING_UNIT}|单元|区[0-9A-Z]|期))"
    rf"|{_WORD}{{2,8}}?(?=[0-9]{{1,4}}-[0-9]{{1,4}}|{_COUNT}杠{_COUNT})"
    rf"|{_WORD}{{2,8}}?(?=[0-9]{{1,3}}-[A-Z][0-9])"
    rf"|楼?[0-9]{{1,4}}-[A-Z]?[0-9]{{1,4}}(?:-[0-9]{{1,4}})?(?:{_UNIT})?|{_COUNT}杠{_COUNT}|地下{_COUNT}[层楼]|[负][一二三123][层楼]|架空层|地下室|底商|门面房?|[东西南北村][头口侧]|第{_COUNT}[排家户])*"
    rf"(?:{_DIGIT}{{1,2}}[A-Z](?![0-9A-Z])|{_DIGIT}{{3,5}}(?!{_DIGIT}|[号点块元度年]|公里)(?:室|房间?|户)?|{_ROOM_SAID})?(?:楼上|院)?"
)


@cache
def _tail() -> re.Pattern[str]:
    """What follows a door up to the last unit. Compiled when first needed."""
    return re.compile(_TAIL)


_NOT_A_ROAD: Final = Lazy(
    r"(?:高速|[国省县乡]|[条这那的在上]|^)公路$|(?:线|电|半|铁|高架|绕|油|气|(?:^|[却冷热进出回排走的这漏查通换])水|网|思|套|走|带|修|问|高速|快速|(?<![一二三四五六七八九十])马)路$|(?:几"
    r"|多少|[这那]|第.|苗)条$|地道|味道|知道"
)
_CITIES: Final = (
    "北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    "|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏"
    "|新疆|香港|澳门|广州|深圳|杭州|南京|苏州|成都|武汉|西安|郑州|长沙|青岛|济南|大连|沈阳|哈尔滨|长春|合肥|福州"
    "|厦门|南昌|昆明|贵阳|南宁|海口|石家庄|太原|兰州"
    "|乌鲁木齐|呼和浩特|银川|西宁|宁波|温州|无锡|常州|东莞|佛山|珠海|中山|惠州|烟台|潍坊|徐州|南通|扬州|嘉兴|绍兴"
    "|金华|台州|泉州"
)
_CITY: Final = Lazy(rf"(?:{_CITIES})(?![东西南北中]?[路街]|[大小新东西南北]?[园苑村])")
_STOP: Final = Lazy(r"[0-9A-Z]{5,}|[A-Z]{2,}(?=[\u4e00-\u9fff])|[|,，。;；!！?？:：、\n()（）\"“”【】]")
_EDGE: Final = Lazy(
    r"老家|我家(?:住在?)?|现在在|就在|记一下|记下|送回|寄回|接回|地址(?:写的|登记的|填的|改成|改到)?|住址|家住|家里|家在|住在|寄到|送到|拖到|送车到|改成|改到|位于|上门|公司"
    r"|喺|单位|师傅|证明|东西|车停在?|登记|取车|上班|户口"
    r"|[在到住是址给的了我你他她把来去寄送从往为叫发收装]"
)
_INSIDE: Final = Lazy("(?:街道|[区县镇乡])$")
"""Right before an edge word these show that it is part of a name: 望江路街道在水一方."""
_CROSSING: Final = Lazy(
    r"[\u4e00-\u9fff]{2,20}(?:路|街|道)[\u4e00-\u9fff]{0,8}(?:交口|交叉口|交汇处|路口)"
    r"(?=[,，、 ](?:[\u4e00-\u9fff]{2,8})?$)"
)
_LONGEST_TAIL: Final = 60
"""Characters behind a door; without an end, a text of nothing but doors takes time with the square of its length."""
_LONGEST_LEAD: Final = 30
"""Characters of province, city and district before the road."""
_CUE: Final = Lazy(r"住|地址|家|送|寄|公司|单位|上班|店|接|拖|取|户|租|收|在|到|登记|来|上门|装")
_HOME: Final = Lazy(r"住|地址|家|送|寄|公司|单位|上门|收货|户")
_PLACE: Final = Lazy(r"[省市县镇乡州旗]|街道|(?<![小园社院务景货])区|^(?:" + _CITIES + ")(?![东南西北中]?[路街])")
_PUBLIC_PLACE: Final = Lazy(
    "的?[\u4e00-\u9fff]{0,6}?(?:充电|停车|服务区|门店|店|加油|网点|营业厅|站|桩|商场|广场|公园|地铁|学校|医院)"
)
_FILLERS: Final = Lazy("(?:嗯|呃|啊|那个|就是)+")
_PAUSES: Final = Lazy("[ 嗯呃]+|(?<=[号楼栋幢元院区])那个(?=[0-9零一二三四五六七八九十])")
"""Spaces, and what only shows that somebody thinks."""
_DWELLING: Final = Lazy("小区|花园|公寓|家园|新村|宿舍|家属院")
_OPEN: Final = Lazy("充电|停车场|加油|商场|服务区|[桩枪站]")
_ESTATE_ENDS: Final = Lazy(
    r"[\u4e00-\u9fff](?:[园苑庭府城湾居邸轩里郡墅]|小区|公馆|公寓|国际|新村|家属院|宿舍)(?:[0-9一二三四五六七八九十东南西北]+[期区])?$"
)
_BESIDE: Final = Lazy(r"旁|边上|附近|门口的桩|电梯|的?充电|的桩")


class Address:
    """Type ADDRESS."""

    name: Final = "address"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Addresses with a road and a number, or a building behind an address word."""
        text = reading.text
        if not _MAY_HAVE_DOOR.search(text):
            return
        places: list[int] | range = range(len(text))
        if _PAUSES.search(text):
            pauses = {place for found in _PAUSES.finditer(text) for place in range(*found.span())}
            places = [place for place in range(len(text)) if place not in pauses]
            text = "".join(text[place] for place in places)
        if not _HAS_DOOR.search(text):
            return
        reached = 0
        for anchor in _anchor().finditer(text):
            if anchor.start() < reached or _is_no_road(anchor):
                continue
            start = max(reached, _begin(text, anchor))
            fillers = _FILLERS.match(text, start, anchor.start() + 1)
            start = fillers.end() if fillers else start
            tail = _tail().match(text, anchor.end(), anchor.end() + _LONGEST_TAIL)
            end = tail.end() if tail else anchor.end()
            evidence = _evidence(text, start, end, anchor)
            if evidence:
                reached = end
                value = text[start:end].translate(SPOKEN)
                yield Finding(places[start], places[end - 1] + 1, "ADDRESS", value, 0.72, self.name, evidence)


_RURAL: Final = Lazy("[县镇乡]")
_LEVEL: Final = Lazy("[省市县镇乡]|街道")
_GROUPS: Final = ("组", "队", "社", "号")
_MAY_HAVE_DOOR: Final = Lazy(
    "[号村屯庄楼栋幢弄座塔期区室房层户门组队社排院巷床#]|[0-9]-[0-9]|杠|大厦|中心|广场|公寓|国际|花园|家园|SOHO"
)
_HAS_DOOR: Final = Lazy(
    rf"[0-9A-Z零〇一二三四五六七八九两幺百千十甲乙丙丁东西南北](?:号{_PUBLIC}|[弄栋幢楼座塔期区室房层户门组队社排院巷床农#]|单元|[-杠]{_DIGIT})"
    rf"|[县镇乡道市区][\u4e00-\u9fff]{{1,6}}[村屯庄]|楼上|(?:大厦|中心|广场|公寓|小区|花园|家园|国际|大楼|SOHO)[0-9A-Z座栋楼塔]{{0,4}}{_DIGIT}{{3}}"
)
"""Asked first, one behind the other, because they are quick."""


def _is_no_road(anchor: re.Match[str]) -> bool:
    return anchor["road"] is not None and _NOT_A_ROAD.search(anchor["road"]) is not None


def _evidence(text: str, start: int, end: int, anchor: re.Match[str]) -> tuple[str, ...]:
    """Why this is somebody's address; nothing where it may as well be a public place."""
    before = text[max(0, start - 8) : start]
    cue, home = _CUE.search(before) is not None, _HOME.search(before) is not None
    placed = _PLACE.search(text[start : anchor.end()]) is not None
    named = (*("cue",) * cue, *("district",) * placed)
    if anchor["village"]:
        rural = _RURAL.search(anchor[0]) is not None and len(_LEVEL.findall(anchor[0])) > 1
        whole = rural or anchor[0].endswith(_GROUPS)
        return ("village", *named) if whole or home else ()
    if anchor["lane"]:
        return ("lane and number", *named) if home or placed else ()
    if anchor["labelled"]:
        return ("address word and building",)
    if anchor["room"]:
        return ("building and room", *named) if placed or home else ()
    if anchor["described"]:
        public = _PUBLIC_PLACE.match(text, end) is not None or _OPEN.search(anchor[0]) is not None
        return ("road, way and house", *named) if home or placed or not public else ()
    if anchor["estate"]:
        beside = _BESIDE.match(text, end) is not None
        sure = cue or placed or end > anchor.end() + 1 or _DWELLING.search(anchor[0]) is not None
        return ("estate and building", *named) if sure and not beside else ()
    if anchor["building"]:
        estate = anchor.start() - start > 1 and "-" not in anchor[0] and not _BESIDE.match(text, end)
        estate |= _ESTATE_ENDS.search(text, start, anchor.start()) is not None
        return ("building and unit", *named) if placed or home or estate else ()
    public = not named and end <= anchor.end() + 1 and _PUBLIC_PLACE.match(text, end) is not None
    return () if public else ("road and number", *named)


def _begin(text: str, anchor: re.Match[str]) -> int:
    """Leftwards from the door to where its province, city, district or estate begins."""
    door = anchor.start() + (2 if anchor["road"] or anchor["described"] or anchor["estate"] else 0)
    if anchor["village"]:
        door = anchor.end() - 2  # province, city and county are part of what was found
    crossing = _CROSSING.search(text, max(0, door - _LONGEST_LEAD), max(0, anchor.start()))
    if crossing:
        door = crossing.end()
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, door - _LONGEST_LEAD), door)]
    earliest = stops[-1] if stops else max(0, door - _LONGEST_LEAD)
    begin = earliest
    last = door + 1 if anchor["described"] else anchor.end() - 2
    for edge in _EDGE.finditer(text, earliest, last):
        single = edge.end() - edge.start() == 1
        inside = single and (
            _INSIDE.search(text, earliest, edge.start()) is not None
            or is_word(text[edge.start() - 1 : edge.end()])
            or is_word(text[edge.start() : edge.end() + 1])
        )
        if not inside:
            begin = edge.end()
    for city in _CITY.finditer(text, earliest, door + 2):
        if city.start() in (earliest, begin) or _EDGE.search(text, city.start() - 1, city.start()):
            return city.start()
    return begin
