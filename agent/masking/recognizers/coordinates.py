"""Geographic coordinates.

Anatomy: decimal degrees with three or more places, latitude 3-54 and longitude 73-136 in and around China, as a pair in
either order or singly behind 北纬, 东经, 经度, 纬度, lat, lng; or degrees, minutes and seconds.
Source: ISO 6709:2022 (representation); GB/T 16831 adopts it.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues.lazy import Lazy

_DEGREES: Final = r"(?:1?\d{1,2}|(?:\d ){1,2}\d|[1-9]?百?零?0?[1-9]?十?\d?)"
_NOT_INSIDE: Final = r"(?<![\d.])"
_DECIMAL: Final = rf"[NSEW]? ?{_DEGREES} ?(?:[.]|点)(?: ?\d(?!百|十)){{3,9}}(?![\d.][^百十]) ?[°度]? ?[NSEW]?"
_PAIR: Final = Lazy(rf"{_NOT_INSIDE}({_DECIMAL})(?:(?:[ ,、/]|逗号){{1,3}}|(?=[1-9]?[百十]))({_DECIMAL})")
_AROUND: Final = r"(?:[东西]经|[南北]纬|经度|纬度|LAT|LNG|LON)[是为:= ]{0,3}"
_OTHER: Final = Lazy(rf"[ ,、]{{0,2}}(?:然后|和|跟|再|还有|接着|那个|后面){{1,2}}是? ?({_DECIMAL})")
_COUNT: Final = r"[\d十百 ]{1,6}"
_SINGLE: Final = Lazy(
    rf"{_AROUND}({_DECIMAL}|{_DEGREES} ?(?:[.]|点) ?\d(?: ?\d){{0,8}} ?[度°]?|{_COUNT}度{_COUNT}分(?:{_COUNT}秒)?)"
)
_ARC: Final = r"\d{1,3}°\d{1,2}['′]\d{1,2}(?:\.\d{1,4})?(?:″|′′|\"|'')? ?[NSEW北南东西]?"
_ARC_PAIR: Final = Lazy(rf"{_ARC}(?:[ ,]{{1,2}}{_ARC})?")
_DECIMALS: Final = Lazy(r"[\d十百] ?(?:[.点]|度) ?[\d十百]")
"""Asked first, because it is quick."""
_EXACT: Final = 4
"""Decimal places that nothing but a coordinate has; fewer need a word or a letter beside them."""
_CUE: Final = Lazy(r"[NSEW]|坐标|定位|位置|经纬|GPS|点位|入口|导航|发个|在")
_LATITUDE: Final = range(3, 55)
_LONGITUDE: Final = range(73, 137)


class Coordinates:
    """Type GPS."""

    name: Final = "coordinates"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Pairs that lie in and around China, and single ones behind their word."""
        shape = reading.shape
        if _DECIMALS.search(shape):
            for found in _PAIR.finditer(shape):
                degrees = sorted(map(_whole_degrees, found.groups()))
                exact = all(len(re.sub(r"^.*[.点]|\D", "", number)) >= _EXACT for number in found.groups())
                cue = exact or _CUE.search(found[0] + reading.before(found.start())) is not None
                if cue and degrees[0] in _LATITUDE and degrees[1] in _LONGITUDE:
                    yield self._finding(shape, *found.span(), 0.9, "pair in range")
            for found in _SINGLE.finditer(shape):
                yield self._finding(shape, *found.span(1), 0.92, "cue")
                if other := _OTHER.match(shape, found.end()):
                    yield self._finding(shape, *other.span(1), 0.91, "behind the first of a pair")
        if "°" in shape:
            for found in _ARC_PAIR.finditer(shape):
                yield self._finding(shape, *found.span(), 0.9, "degrees and minutes")

    def _finding(self, shape: str, start: int, end: int, score: float, why: str) -> Finding:
        value = shape[start:end].replace(" ", "").replace("点", ".")
        return Finding(start, end, "GPS", value, score, self.name, (why,))


def _whole_degrees(spoken: str) -> int:
    """31 of 31.2304, of N31.2304 and of 3十1点2304; -1 where there is none."""
    whole = re.split(r"[.点]", spoken)[0].replace(" ", "").strip("NSEW")
    if whole.isdigit():
        return int(whole)
    found = re.fullmatch(r"(?:(\d)百)?0?(?:(\d?)(十))?(\d?)", whole)
    if found is None:
        return -1
    hundreds, tens, ten, ones = found.groups()
    return int(hundreds or 0) * 100 + (int(tens or 1) * 10 if ten else 0) + int(ones or 0)
