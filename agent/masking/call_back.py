"""Whether a masked number was said to be called on: 打我电话138…, 联系我, 回电.

- Decided by the words around it, as people leave a number: a wish to be called, or "my number is …".
- Somebody else's number (他的电话), one that was called in vain (打了…没人接), one nobody should call any more (别再打)
  and one that only names an account (绑定的手机…收不到验证码) are not offers.
- The number itself stays in memory: it can be sealed for the call-back desk when the person says yes, and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NoReturn

from agent.masking.recognizer import Finding
from agent.masking.tongues.lazy import Lazy

_BEFORE, _BEHIND = 18, 12
"""Characters, spaces apart, that may hold the wish."""
_DIALLED: Final = Lazy(r"1[3-9]\d{9}|0?[1-9]\d{6,10}")
_LONGEST_LOCAL: Final = 8
"""Digits; a longer landline has an area code, whose trunk 0 has to be dialled."""

_FAMILY = "家里?|办公室|公司|老公|老婆|媳妇|爱人|爸|妈|儿子|女儿|儿|闺女"
_TO = rf"(?:我们?|俺|咱|本人|这个?|此|下面|到|给我|一下|个|{_FAMILY})*的?(?:微信|电话|手机|号码?|座机|固话)*"
_WISH_BEFORE: Final = Lazy(
    rf"(?i)(?:(?:打|拨|呼|联系|回拨?|回复|通知|找|致电){_TO}"
    r"|回电|来电|回访|电话联系|联系(?:电话|方式|号码|手机)|(?:打|回|来)个?电话|callback|call(?:me)?)"
    r"(?:[^。!?！？;；]{0,4}?)$",
)
_WISH_BEHIND: Final = Lazy(
    r"(?i)[^。!?！？;；]{0,8}?(?:回电|回我|回个?电话|回拨|打我|打给我|打这个|打过来|打就行|给我[打回]|联系我?|找我|通知我|call)",
)
_MINE: Final = Lazy(
    r"(?:我|俺|本人)(?:们|家里?|办公室|公司)?的?(?:手机|电话|座机|联系)*(?:号码?|方式)*(?:是|为|[:：,，])*$"
)
_NOT_MINE: Final = Lazy(
    r"(?:[他她]们?|对方|客服|师傅|经理|站长|店员|人家|骗子|骚扰)[^,，。]{0,2}?的?(?:手机|电话|座机|号)+码?(?:是|为|[:：])*$"
)
_REFUSED: Final = Lazy(
    r"(?:不要|别|勿|不用|不必|甭)再?(?:给我|往|乱|总|老|骚扰)?(?:打|拨|联系|发|回|呼|找)[^,，。]{0,6}$"
)
_IN_VAIN: Final = Lazy(r"(?:打|拨打?|联系|回|找)[了过][^,，。]{0,6}$|打不通[^,，。]{0,4}$")
_IN_VAIN_BEHIND: Final = Lazy(r"[^,，。]{0,4}?(?:没人接|无人接|打不通|不接|空号|停机|占线|关机|骚扰)")
_ACCOUNT: Final = Lazy(r"绑定|注册|登[录陆]|充值|验证码|收不到|换号|注销|解绑|实名")


@dataclass(frozen=True, slots=True)
class CallBackNumber:
    """A number somebody left to be called on. Never stored, logged or sent as it is: seal it, or drop it."""

    type: str
    """PHONE or LANDLINE."""
    start: int
    """First character in the original text; the masked span with the same start is its place."""
    number: str = field(repr=False)
    """Digits as they are dialled."""

    def __reduce__(self) -> NoReturn:
        raise TypeError("a number to call back stays in memory: it cannot be pickled")


def offered(text: str, findings: Iterable[Finding]) -> CallBackNumber | None:
    """The number in this text that was meant for a call-back; the last one where there are several."""
    offer = None
    for finding in findings:
        if finding.type in ("PHONE", "LANDLINE") and _DIALLED.fullmatch(finding.value):
            before = "".join(text[: finding.start].split())[-_BEFORE:]
            behind = "".join(text[finding.end :].split())[:_BEHIND]
            if _is_meant(before, behind):
                offer = CallBackNumber(finding.type, finding.start, _dialled(finding))
    return offer


def _is_meant(before: str, behind: str) -> bool:
    if _NOT_MINE.search(before) or _REFUSED.search(before) or _IN_VAIN.search(before) or _IN_VAIN_BEHIND.match(behind):
        return False
    if _WISH_BEFORE.search(before) or _WISH_BEHIND.match(behind):
        return True
    return _MINE.search(before) is not None and not _ACCOUNT.search(before + behind)


def _dialled(finding: Finding) -> str:
    lacks_trunk = finding.type == "LANDLINE" and len(finding.value) > _LONGEST_LOCAL and finding.value[0] != "0"
    return f"0{finding.value}" if lacks_trunk else finding.value
