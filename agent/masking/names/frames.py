"""Places in a sentence that only a person fills: 让 _ 给我回个电话, 转告 _, 他 …, 尊敬的 _ 女士.

What stands on both sides counts together here, because together it outweighs that a name is an ordinary word (向阳,
祁连山). Firms and groups of people stand in the same places, so their words get nothing.
"""

from typing import Final

from agent.masking.names.groups import is_group
from agent.masking.tongues.lazy import Lazy

_CERTAIN, _STRONG, _FIRM, _ACTS, _SLIGHT = 16.0, 13.0, 11.0, 8.5, 5.0
MOST: Final = _CERTAIN
"""No frame weighs more."""
_MOST_FOR_NO_WORD: Final = 4.0
"""The most for what is no word by itself: it may as well be the end of one and the beginning of another."""
_ROLE: Final = 4.5
"""What kin, staff and labels in front weigh at least."""
_LABEL, _ANNOUNCED = 5.0, 8.0
"""What a label, and 我叫 or a label with 是, weigh at least."""
_STARTS: Final = frozenset(",。;!?\n(、:")

_AGAIN: Final = Lazy("[,、]?(?:让|叫|请|麻烦|问|因为|说)?(?<!其)[他她](?!们|人)")
_SPEAKS: Final = Lazy(
    "(?:说|称|问|反映|反馈|投诉|来电|表示|答应|承诺|要求|告诉|通知)(?!明|电话|过程|单|热线|渠道|[书平])"
)
_TO_US: Final = Lazy("[给跟帮找][我你您咱他她]|回个?电话?|打个?电话|刚才|刚刚|昨天|今天|上午|下午")
_DOES: Final = Lazy(
    "签(?:的|了|收|字|合同)|聊|谈|办的|办理|转(?:的|了|过|账)|接(?:的|待)|负责|继承|约|陪|上门|确认|同意|批准|点赞|联系|检查|帮忙|全程|逃逸|负全责|改(?:了|成)|弄(?:坏|丢)|骗|骂|拉黑|[打发](?:了|过)|就是|代(?:为|办|签|领)|处理|跟进"
    "|开(?:走|出|回|去|了|着|到|过|的)|拿(?:走|去|了)|[买卖修换弄装订定约]的|借|把|将|亲|推荐|介绍|保管|本人|一声"
)
_COMES: Final = Lazy(
    "来|到(?:前台|店|场|柜台|现场)|过来|过去|去(?:取|接|拿|办)|尽快|赶紧|马上|接(?:电话|一下)|回(?:来|个|电|复|话|店)"
)
_THEN: Final = Lazy(r"了?(?:[,。;!?)]|$)|就说|一声|代")
_TITLE: Final = Lazy("先生|女士|小姐|同志|师傅|经理|主任|主管|老师|店长|顾问|大哥|大姐|阿姨|教练|技师")
_BELONGS: Final = Lazy("的?名下|的(?:家属|爱人|老公|老婆|丈夫|妻子|儿子|女儿|父亲|母亲)")
_PRESENT: Final = Lazy("在吗|在不在|在店|在么|还在|就是")
_PARTICLE: Final = Lazy("的|吧")
_HELLO: Final = Lazy(
    "[,:]?[您你][好的]|是[我他她你咱]们?的?(?:女儿|儿子|老公|老婆|爱人|丈夫|妻子|爸|妈|哥|姐|弟|妹|同事|朋友|邻居)"
)
_ANNOUNCED_ENDS: Final = Lazy(r"[,。;、!?()/\n]|$|[吧啊呀呢吗哈](?!的)|电话|手机|车牌|身份证|卡号|名下|\d")
_ANYTHING: Final = Lazy("")
_FIELD: Final = tuple(
    label + mark
    for label in (
        *(
            "人",
            "员",
            "工",
            "姓名",
            "户名",
            "车主",
            "司机",
            "乘客",
            "顾问",
            "接待",
            "经办",
            "技师",
            "师傅",
            "经理",
            "店长",
        ),
        *("主管", "签字", "签名", "署名", "机主", "业主", "客户", "销售", "客服", "复核", "审核", "跟进"),
    )
    for mark in ":("
)
_FIELD_ENDS: Final = Lazy(
    r"[,。;、()/|\n]|$|电话|手机|联系|车牌|身份证|[\u4e00-\u9fff]{2,4}:|\d",
)

_TOLD: Final = (
    *("转告", "告诉", "转给", "借给", "交给", "转交", "卖给", "委托", "授权", "谢谢", "感谢", "表扬", "联系", "认识"),
    *("过户给", "发给", "打给", "电话给", "幸亏", "多亏", "多亏了", "辛苦", "通知", "安排", "指派", "再派", "转接"),
    *("转告一下", "告诉一下", "联系一下", "找一下", "表扬一下", "问一下", "感谢一下", "找下", "联系下", "问下"),
)
_ASKED: Final = ("让", "叫", "请", "喊", "催", "派", "麻烦", "等")
_DEALT_WITH: Final = ("跟", "和", "与", "给", "被", "由", "找", "问", "向", "替", "帮", "是", "托", "经")
_FRAMES: Final = (
    (_TOLD, ((_AGAIN, _CERTAIN), (_TO_US, _STRONG), (_DOES, _STRONG), (_THEN, _FIRM)), "told or thanked"),
    (("@",), ((_ANYTHING, _CERTAIN),), "written to"),
    (_ASKED, ((_COMES, _STRONG), (_TO_US, _STRONG), (_AGAIN, _STRONG), (_DOES, _STRONG)), "asked to do"),
    (_DEALT_WITH, ((_AGAIN, _STRONG), (_DOES, _STRONG), (_SPEAKS, _FIRM), (_TO_US, _FIRM)), "dealt with"),
    (("在", "是", "挂", "到"), ((_BELONGS, _FIRM),), "somebody's"),
    (("请问", "找", "问下"), ((_PRESENT, _FIRM),), "asked for"),
    (("有个叫", "个叫", "的叫"), ((_PARTICLE, _STRONG),), "called"),
    (("尊敬的", "亲爱的"), ((_TITLE, _FIRM), (_THEN, _FIRM)), "esteemed"),
)
"""What stands in front; what stands behind, with the weight of both together; the evidence's name."""


def most(text: str, start: int, end: int, *, word: bool) -> float:
    """The most that `weight` can give here, known without looking at the words around."""
    return MOST if word or text[end : end + 1] == text[start] else _MOST_FOR_NO_WORD


def weight(text: str, start: int, end: int, left: float, *, word: bool) -> tuple[float, str]:
    """Weight of both sides of [start, end) together as a natural log, and the evidence's name; 0 where nothing fits.

    Args:
        text: without spaces.
        start: where the name would begin.
        end: where it would end.
        left: what the words in front weigh by themselves.
        word: whether the name is an ordinary word as well.
    """
    if is_group(text[start:end]):
        return 0.0, ""
    if text[end : end + 1] == text[start] and _TITLE.match(text, end + 1):
        return _STRONG, "surname and title behind"
    first = start == 0 or text[start - 1] in _STARTS
    both, why = _opening(text, start, end) if first else _inside(text, start, end, left, word=word)
    return (both if word else min(both, _MOST_FOR_NO_WORD)), why


def _opening(text: str, start: int, end: int) -> tuple[float, str]:
    if _HELLO.match(text, end):
        return _STRONG, "greeted"
    if text.endswith(_FIELD, 0, start) and _FIELD_ENDS.match(text, end):
        return _STRONG, "field of a form"
    return (_SLIGHT, "speaks") if _SPEAKS.match(text, end) else (0.0, "")


def _inside(text: str, start: int, end: int, left: float, *, word: bool) -> tuple[float, str]:
    for fronts, behind, why in _FRAMES:
        if text.endswith(fronts, 0, start):
            for pattern, both in behind:
                if pattern.match(text, end):
                    return both, why
    if left >= _LABEL and word and _ANNOUNCED_ENDS.match(text, end):
        return (_STRONG if left >= _ANNOUNCED else _FIRM), "announced"
    if left >= _ROLE and any(behind.match(text, end) for behind in (_SPEAKS, _DOES, _AGAIN, _TO_US)):
        return _ACTS, "role and verb"
    return 0.0, ""
