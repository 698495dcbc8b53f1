"""The exact words a person agrees to. Changing a character changes the hash, and asks everyone again.

One notice for each set of purposes, with one paragraph for each of them: what is collected, what for, how long, who
sees it. A person is shown what their switches ask for and nothing else, and a grant is bound to exactly that.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from agent.consent.grant import ConsentGrant, Purpose
from agent.contract.visitor_letters import NOTICE_EN, NOTICE_ZH

FACE: Final = "face"
"""How a grant was given by touching a face beside `TOUCH_NOTICE`."""
ANSWER: Final = "answer"
"""How a grant was given by touching an answer beside `ANSWER_NOTICE`."""
LETTER: Final = "letter"
"""How a grant was given by handing a letter to the hub's page, below `LETTER_NOTICE`."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in both languages; both are shown, so both are hashed."""

    zh: str
    en: str

    @property
    def hash(self) -> str:
        """SHA-256 over both texts, hexadecimal."""
        return hashlib.sha256(f"{self.zh}\0{self.en}".encode()).hexdigest()

    @property
    def id(self) -> str:
        """What a record calls it: short, and different for every wording."""
        return f"tingche-notice-{self.hash[:12]}"


@dataclass(frozen=True, slots=True)
class PurposeText:
    """A purpose in words: its switch, and its paragraph."""

    label_zh: str
    label_en: str
    zh: str
    en: str


PURPOSE_TEXTS: Final[dict[Purpose, PurposeText]] = {
    Purpose.IMPROVE_SERVICE: PurposeText(
        "改进服务",
        "Improve the service",
        "【改进服务】收集：您按下说话时的声音，在本机转成文字并遮盖个人信息；您键入的文字；您的评分。用途：处理您反馈的问题，"
        "改进车辆、充电、维修和保险服务。保存：声音不保存、不上传；遮盖后的文字发出前最多在本机保存 90 "
        "天，发出后本机只留回执。"
        "谁能看到：保险服务台。",
        "[Improve the service] Collected: what you say while you hold the button, turned into text and masked on this "
        "device; what you type; your rating. For: dealing with what you report, and improving car, charging, repair "
        "and "
        "insurance services. Kept: your voice is neither kept nor uploaded; masked text stays on this device for 90 "
        "days "
        "at most until it is sent, afterwards only its receipt. Seen by: the insurer's service desk.",
    ),
    Purpose.CALL_BACK: PurposeText(
        "回电",
        "Call me back",
        "【回电】收集：您留下的联系方式。用途：只为这条反馈联系您。保存：在本机加密，发出后不留；服务台办结后删除。谁能看到：只有回电人员。",
        "[Call me back] Collected: the contact you leave. For: contacting you about this feedback alone. Kept: "
        "encrypted "
        "on this device until it is sent; the desk deletes it when the case is closed. Seen by: the call-back staff "
        "only.",
    ),
    Purpose.KEEP_VOICE_FOR_REVIEW: PurposeText(
        "保留声音供复核",
        "Keep my voice for review",
        "【保留声音供复核】声音属于敏感个人信息，单独征得您的同意。收集：您说话的录音，个人信息处已静音。用途：由人复核听错的话。"
        "保存：最多 30 天。谁能看到：复核人员。不同意不影响其他功能。",
        "[Keep my voice for review] Voice is sensitive personal information and is agreed to on its own. Collected: "
        "the "
        "recording of what you say, muted wherever it is personal. For: people reviewing what was misheard. Kept: 30 "
        "days at most. Heard by: the reviewers. Refusing changes nothing else.",
    ),
    Purpose.ATTACH_VEHICLE_STATE: PurposeText(
        "附上车辆状态",
        "Attach the state of the car",
        "【附上车辆状态】收集：您反馈前一分钟的故障码、电池温度、电量、充电状态和功率、车速区间、电源状态、取整到千公里的里程，"
        "以本车有的为准，每项只取最后、最低、最高值；不含位置和车架号。用途：查找故障原因。保存：只在内存里留最近一分钟的变化和"
        "各项当前值，不写入存储；附上的与该条反馈保存一样久。发送前给您看，点一下就能去掉。谁能看到：保险服务台。",
        "[Attach the state of the car] Collected: fault codes, battery temperature, state of charge, charging and its "
        "power, speed range, power state and mileage in thousands of km in the minute before the feedback, as far as "
        "this car tells them, and of each the last, lowest and highest value alone; no location, no VIN. For: finding "
        "the cause. Kept: the changes of the last minute and the present values in memory, never on disk; what is "
        "attached as long as that feedback. You see it before it is sent, and one touch takes it off. Seen by: the "
        "insurer's service desk.",
    ),
    Purpose.CO_CREATE: PurposeText(
        "参与共创",
        "Take part in co-creation",
        "【参与共创】收集：您对共创问题的回答。用途：一起改进产品。保存：最多 1 年。谁能看到：产品团队。",
        "[Take part in co-creation] Collected: your answers to co-creation questions. For: improving products "
        "together. "
        "Kept: 1 year at most. Seen by: the product team.",
    ),
}
"""Every purpose, in the order of its switch. All switches stand at off."""

_NO_SELLING: Final = Notice("我们不会因反馈内容向您推销保险。", "What you say is never used to sell you insurance.")
CLOSING: Final = (
    _NO_SELLING,
    Notice(
        "您可以随时查看、撤回、删除，也可以拒绝；拒绝不影响用车，也不影响点表情评分。不收集位置轨迹。"
        "未满 14 周岁请由监护人同意。",
        "You can view, withdraw and delete at any time, or refuse; refusing changes nothing about the car, nor about "
        "rating by touch. No location track. Under 14, a guardian must agree.",
    ),
)
"""Ends every notice."""

TOUCH_NOTICE: Final = Notice(
    zh="点一下表情，即同意把这一次评分（1 到 "
    "5）匿名发给保险服务台，用于改进服务。不含文字、声音和身份；发出前最多在本机保存 90 天。"
    f"凭回执可以查看和删除。{_NO_SELLING.zh}未满 14 周岁请由监护人来点。",
    en="By touching a face you agree that this one rating (1 to 5) is sent to the insurer's service desk, "
    "anonymously, to "
    "improve the service. No words, no voice, no identity; kept on this device for 90 days at most until it is "
    "sent. Your "
    f"receipt shows and deletes it. {_NO_SELLING.en} Under 14, let a guardian touch.",
)
"""Stands beside the faces; touching one is the whole consent to that one rating."""

ANSWER_NOTICE: Final = Notice(
    zh="点一个答案，即同意把这次的问题和您选的答案匿名发给保险服务台，用于改进服务。不含声音和身份；"
    f"发出前最多在本机保存 90 天。凭回执可以查看和删除。{_NO_SELLING.zh}未满 14 周岁请由监护人来点。",
    en="By touching an answer you agree that this question and the answers you choose are sent to the insurer's "
    "service desk, anonymously, to improve the service. No voice, no identity; kept on this device for 90 days at most "
    f"until it is sent. Your receipt shows and deletes it. {_NO_SELLING.en} Under 14, let a guardian touch.",
)
"""Stands beside the answers of a question; touching one is the whole consent to that one conversation."""

TOUCH_NOTICES: Final = {FACE: TOUCH_NOTICE, ANSWER: ANSWER_NOTICE}
"""How a grant was given by one touch -> the notice that stood beside it."""

LETTER_NOTICE: Final = Notice(zh=NOTICE_ZH, en=NOTICE_EN)
"""Stands above the button of the hub's page for visitors; it speaks of words as well."""

GUARDIAN_NOTICE: Final = Notice(
    zh="使用者未满 14 周岁：请由其监护人阅读并同意。监护人可以随时撤回和删除。",
    en="The user is under 14: their guardian reads and agrees. The guardian can withdraw and delete at any time.",
)
"""Stands above the notice where a guardian agrees."""


@lru_cache(maxsize=64)
def notice_for(purposes: frozenset[Purpose], *, by_guardian: bool = False) -> Notice:
    """What is shown for exactly these purposes.

    Args:
        purposes: at least one.
        by_guardian: a guardian agrees for somebody under 14.
    """
    chosen = [Notice(text.zh, text.en) for purpose, text in PURPOSE_TEXTS.items() if purpose in purposes]
    parts = [*([GUARDIAN_NOTICE] if by_guardian else []), *chosen, *CLOSING]
    return Notice("\n".join(part.zh for part in parts), "\n".join(part.en for part in parts))


def notice_given(how: str) -> Notice | None:
    """The notice that stands where a grant is given so; None where the switches decide."""
    return LETTER_NOTICE if how == LETTER else TOUCH_NOTICES.get(how)


def is_current(grant: ConsentGrant) -> bool:
    """Whether the grant was given on the very words that this release shows for what it grants.

    One that was given by touching a face or an answer carries that and nothing else.
    """
    if grant.how in TOUCH_NOTICES:
        return False
    if grant.how == LETTER:
        return grant.notice_hash == LETTER_NOTICE.hash
    return grant.notice_hash == notice_for(grant.purposes, by_guardian=grant.by_guardian).hash


def is_current_for_a_touch(grant: ConsentGrant) -> bool:
    """The same, for a rating or an answer without words: the notice beside what is touched is enough."""
    beside = TOUCH_NOTICES.get(grant.how)
    return is_current(grant) or (beside is not None and grant.notice_hash == beside.hash)


NOTICE: Final = notice_for(frozenset({Purpose.IMPROVE_SERVICE}))
"""What is shown before any feedback in words."""
