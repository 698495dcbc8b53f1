"""Masking while somebody speaks: each partial result is covered before anyone sees it.

- A number, plate, name or address that is still growing at the end is covered before it is complete.
- Monotone: a character that was covered stays covered in every later partial, as long as the engine keeps it. Where
  the engine rewrites a stretch of which anything was covered, the whole new stretch is covered, since no character of
  it can be told apart from what was hidden.
- So a hotline or a price may stay covered until the utterance ends; the final text is masked afresh.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from agent.masking import cues
from agent.masking.alphabet import PROVINCES
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues import growing
from agent.masking.tongues.lazy import Lazy

GROWING: Final = "[…]"
"""Stands for what is covered and has no label yet."""
_SHORTEST: Final = 3
_SHORTEST_ANNOUNCED: Final = 1
"""Digits at the end that are covered because more may follow; behind 电话 and the like the first one already is."""
_ANNOUNCED: Final = Lazy(
    "|".join(cue.pattern for cue in (cues.PHONE, cues.ID_CARD, cues.CARD, cues.VIN))
    + r"|微信|扣扣|QQ|邮箱|邮件|护照|通行证|保单|报案|赔案|车牌|牌照|坐标|经度|纬度|北纬|东经|生日|出生"
)
_CUE_WITHIN: Final = 10
_UNFINISHED: Final = Lazy(r"[ ,，、嗯呃啊额那个然后是]*")
_NAME_BEGINS: Final = Lazy(
    r"(?:我叫|名叫|姓名|名字|户名|联系人|收件人|投诉人|报案人|老公叫|老婆叫|爱人叫|司机叫)(?:就?是|叫|为|写"
    r"|:)?(?P<name>[\u4e00-\u9fff]{1,3})$"
)
_ADDRESS_BEGINS: Final = Lazy(r"(?:家住|我住|住在|家在|地址是?|送到|寄到|拖到)(?P<name>[\u4e00-\u9fffA-Z0-9]{1,40})$")

Place = tuple[int, int]
"""First and one past the last character."""


class _Finder(Protocol):
    def find(self, text: str) -> list[Finding]: ...


class PartialMasker:
    """Covers the partial results of one utterance, in the order in which they arrive. Not shared between threads.

    Args:
        finder: finds what is complete; a `Masker`.
    """

    def __init__(self, finder: _Finder) -> None:
        self._finder = finder
        self._seen = ""
        self._places: list[Place] = []

    def __repr__(self) -> str:
        return f"PartialMasker({len(self._places)} covered)"

    @property
    def places(self) -> tuple[Place, ...]:
        """What is covered in the partial seen last: in order, without overlap."""
        return tuple(self._places)

    def cover(self, partial: str) -> str:
        """The partial result with what is found, what is growing and what was covered before replaced by labels."""
        findings = self._finder.find(partial)
        found = [(finding.start, finding.end) for finding in findings]
        self._places = _united([*found, *_growing(partial), *_carried(self._seen, partial, self._places)])
        self._seen = partial
        return _labelled(partial, self._places, findings)


def _united(places: Iterable[Place]) -> list[Place]:
    united: list[Place] = []
    for start, end in sorted(places):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif start < end:
            united.append((start, end))
    return united


def _carried(old: str, new: str, places: Sequence[Place]) -> list[Place]:
    """Where in the new text lies what was covered in the old one."""
    if not places:
        return []
    shorter = min(len(old), len(new))
    head = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    tail = next((k for k in range(shorter - head) if old[-1 - k] != new[-1 - k]), shorter - head)
    shift = len(new) - len(old)
    carried = []
    for start, end in places:
        if start < head:
            carried.append((start, min(end, head)))
        if end > len(old) - tail:
            carried.append((max(start, len(old) - tail) + shift, end + shift))
        if start < len(old) - tail and end > head:
            carried.append((head, len(new) - tail))
    return carried


def _growing(partial: str) -> list[Place]:
    """What at the end of a partial may become somebody's: the last number, plate, name or address so far."""
    reading = Reading(partial)
    places = []
    for begins in (_NAME_BEGINS, _ADDRESS_BEGINS):
        if begun := begins.search(reading.text.replace(" ", "")):
            size, start = len(begun["name"]), len(reading.text)
            while size:
                start -= 1
                size -= reading.text[start] != " "
            places.append((reading.span(start, len(reading.text))[0], len(partial)))
    if reading.runs and _UNFINISHED.fullmatch(reading.text, reading.runs[-1].end):
        last = _last_number(reading, reading.runs[-1])
        if last is not None:
            places.append((reading.span(last, len(reading.text))[0], len(partial)))
    told = growing.begins(reading)
    if told is not None:
        places.append((reading.span(told, len(reading.text))[0], len(partial)))
    return places


def _last_number(reading: Reading, run: Run) -> int | None:
    """Where the number that ends the text begins, or None where it is too short to be one."""
    piece = list(run.pieces(Joint.REPAIR))[-1]
    before = reading.before(piece.start, _CUE_WITHIN)
    announced = _ANNOUNCED.search(before) is not None
    plate = before[-1:] != "" and before[-1] in PROVINCES and piece.symbols[0].isalpha()
    digits = sum(map(str.isdigit, piece.symbols))
    if not (plate or len(piece) >= (_SHORTEST_ANNOUNCED if announced else _SHORTEST)):
        return None
    if not (plate or announced) and digits < _SHORTEST:
        return None
    return reading.text.rindex(before[-1], 0, piece.start) if plate else piece.start


def _labelled(text: str, places: Sequence[Place], findings: Sequence[Finding]) -> str:
    parts: list[str] = []
    reached = 0
    for start, end in places:
        label = next((f"[{found.type}]" for found in findings if start <= found.start and found.end <= end), GROWING)
        parts += (text[reached:start], label)
        reached = end
    return "".join([*parts, text[reached:]])
