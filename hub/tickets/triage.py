r"""Who answers a feedback and how urgent it is, from its masked words, its rating and where it was given.

- Rules are tables, read top to bottom; the first that fits decides.
- Chinese words are looked for as they stand, because `\b` finds nothing inside running Chinese; Latin ones stand alone,
  so that "app" is not found in "happy".
- The device's own safety flag is never overruled.
"""

import re
from typing import NamedTuple

from agent.contract.messages import DeviceKind, Feedback
from hub.tickets.ticket import Department, Severity

BAD_RATING = 2
"""1 very bad, 2 bad: a person is unhappy enough to be answered early."""
GOOD_RATING = 4
"""4 good, 5 very good."""


class Triage(NamedTuple):
    """What the rules say of one feedback."""

    severity: Severity
    department: Department


def triage(feedback: Feedback) -> Triage:
    """Sort one feedback. Never fails: what fits no rule goes to the service desk."""
    touched = "；".join(answer.answer for answer in feedback.answers)
    text = (feedback.text.text if feedback.text else touched).lower()
    return Triage(_severity(feedback, text), _department(feedback, text))


def _words(*words: str) -> re.Pattern[str]:
    """A pattern for any of these words; a Latin word ending in * may go on."""
    return re.compile("|".join(_latin(w) if w[0].isascii() else re.escape(w) for w in words))


def _latin(word: str) -> str:
    end = "" if word.endswith("*") else r"(?![a-z0-9])"
    return rf"(?<![a-z0-9]){re.escape(word.rstrip('*'))}{end}"


_SAFETY_WORDS = _words(
    *("刹车", "制动", "失控", "起火", "着火", "冒烟", "自燃", "爆胎", "方向盘抖", "转向失灵", "气囊", "漏电", "触电"),
    *("突然加速", "电池过热", "热失控", "brake*", "on fire", "smok*", "airbag*", "lost control", "overheat*"),
)
_URGENT_WORDS = _words(
    *("投诉", "太差", "气死", "退保", "维权", "曝光", "抛锚", "动不了", "被困", "事故", "撞", "救援", "拖车"),
    *("complain*", "terrible", "stranded", "accident*", "unacceptable"),
)
_PRAISE_WORDS = _words("谢谢", "感谢", "满意", "很好", "不错", "点赞", "thank*", "great", "excellent")
_COMPLAINT_WORDS = _words("不满意", "不太满意", "不好", "不太好", "not great", "no thanks")

_BY_WORDS: tuple[tuple[Department, re.Pattern[str]], ...] = (
    (
        Department.ROADSIDE,
        _words(
            *("救援", "拖车", "抛锚", "被困", "动不了", "搭电", "爆胎", "起火", "着火", "冒烟", "自燃"),
            *("roadside", "tow", "towed", "towing", "stranded", "on fire", "smok*"),
        ),
    ),
    (
        Department.CLAIMS,
        _words(
            *("理赔", "定损", "查勘", "出险", "事故", "赔付", "代步车"),
            *("claim", "claims", "surveyor*", "accident*"),
        ),
    ),
    (
        Department.UNDERWRITING,
        _words("保费", "续保", "投保", "保单", "退保", "承保", "premium*", "renewal*", "policy"),
    ),
    (Department.CHARGING, _words("充电", "充不", "快充", "慢充", "扫码", "桩", "充满", "charg*", "plug*")),
    (
        Department.REPAIR,
        _words(
            *("维修", "修理", "保养", "首保", "技师", "配件", "刹车", "制动", "异响", "故障灯", "发动机", "空调"),
            *("电池", "续航", "轮胎", "方向盘", "4s", "repair*", "workshop*", "brake*", "noise*", "battery"),
        ),
    ),
    (
        Department.PRODUCT,
        _words(
            *("导航", "车机", "屏幕", "语音助手", "辅助驾驶", "升级", "软件"),
            *("app", "screen*", "navigation", "software"),
        ),
    ),
)
_BY_SCENE = {
    "charging_done": Department.CHARGING,
    "repair_done": Department.REPAIR,
    "first_service_done": Department.REPAIR,
    "accident": Department.CLAIMS,
    "surveyor_on_way": Department.CLAIMS,
    "surveyor_on_site": Department.CLAIMS,
    "claim_closed": Department.CLAIMS,
    "rescue_done": Department.ROADSIDE,
    "battery_hot": Department.ROADSIDE,
    "renewal": Department.UNDERWRITING,
}
_BY_KIND = {
    DeviceKind.CHARGER_KIOSK: Department.CHARGING,
    DeviceKind.SERVICE_TERMINAL: Department.REPAIR,
    DeviceKind.HEAD_UNIT: Department.SERVICE_DESK,
}


def _severity(feedback: Feedback, text: str) -> Severity:
    if feedback.safety or _SAFETY_WORDS.search(text):
        return Severity.SAFETY
    if (feedback.rating is not None and feedback.rating <= BAD_RATING) or _URGENT_WORDS.search(text):
        return Severity.HIGH
    if feedback.rating is not None and feedback.rating >= GOOD_RATING:
        return Severity.LOW
    if feedback.rating is None and _PRAISE_WORDS.search(text) and not _COMPLAINT_WORDS.search(text):
        return Severity.LOW
    return Severity.MEDIUM


def _department(feedback: Feedback, text: str) -> Department:
    for department, words in _BY_WORDS:
        if words.search(text):
            return department
    if feedback.safety:  # no word that the desk knows, often a misheard one: whoever can be on the road first
        return Department.ROADSIDE
    by_scene = _BY_SCENE.get(feedback.context.scene)
    return by_scene or _BY_KIND[feedback.context.device_kind]
