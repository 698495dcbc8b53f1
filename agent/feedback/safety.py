"""Speech about driving safety: which words make a record urgent.

A false alarm costs the desk one early call; a miss costs a driver ten minutes that may matter. So the words are matched
generously, with the homophones that small offline models print (杀车有点意想 for 刹车有点异响).
"""

import re

_SUBJECTS = "[刹杀煞沙]车|制动|方向盘|转向|气囊|安全带|油门|轮胎|车轮|电池|高压|ABS|ESP|辅助驾驶|自动驾驶|车道保持"
_FAULTS = (
    "异响|意响|意想|一响|异样|失灵|失效|失控|没反应|没有反应|踩不|踩了没|变软|发软|软了|偏|卡住|卡死|打不动|抖|爆|鼓包"
    "|漏|冒烟|冒火|过热|过温|高温|发烫|弹不|没弹|松脱|松了|失去|断开|不回位|不灵|突然|误判|撞"
)
_ALONE = (
    "冒烟|起火|着火|自燃|爆胎|失控|突然加速|自己加速|刹不住|杀不住|煞不住|漏电|冒火|烧焦|焦味|焦糊|追尾|翻车"
    "|半路熄火|高速.{0,6}熄火|紧急救援|有人受伤|受伤了"
)
_SAFETY = re.compile(
    f"(?:{_ALONE})|(?:{_SUBJECTS}).{{0,12}}(?:{_FAULTS})|(?:{_FAULTS}).{{0,6}}(?:{_SUBJECTS})", re.IGNORECASE
)


def is_about_safety(text: str) -> bool:
    """Whether this text (masked or not) speaks of something that endangers driving."""
    return _SAFETY.search(text.replace(" ", "")) is not None
