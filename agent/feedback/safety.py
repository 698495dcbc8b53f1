"""Speech about driving safety: which words make a record urgent.

A false alarm costs the desk one early call; a miss costs a driver ten minutes that may matter. So the words are matched
generously, with the homophones that small offline models print (杀车有点意想 for 刹车有点异响).
Korean is matched without spaces too, since recognition splits it anywhere; English by whole words.
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
_KOREAN = re.compile(
    "연기|불이?(?:났|나고|붙|나요|나는)|화재|폭발|타는냄새|탄내|탄냄새|급발진|급가속|혼자가속|저절로가속|멈추지않|안멈|안서요|미끄러졌"
    "|펑크|터졌|터질|감전|누전|스파크|불꽃|다쳤|다친|부상|사고가났|사고났|추돌|전복|시동이?(?:갑자기)?꺼"
    "|(?:브레이크|제동|핸들|조향|에어백|안전벨트|타이어|바퀴|엑셀|액셀|가속페달|페달|배터리|고전압|자율주행|차선유지|스티어링)"
    ".{0,12}(?:안들|안돼|안되|안먹|안잡|안듣|안터|안펴|안움직|고장|먹통|밀려|밀리|밟아도|푹|뻑뻑|떨려|떨림|흔들|잠겼|잠겨|잠김|새고|새요|과열"
    "|뜨거|부풀|빠졌|빠질|풀렸|풀려|이상한소리|소리가|소음|끼익|경고|말을안|갑자기)"
)
_ENGLISH = re.compile(
    r"(?<!no )\bsmok(?:e|es|ing)\b(?! (?:area|zone|sign|room|(?:smell )?from (?:a )?cigarette))|\b(?:on"
    r"|catch(?:es|ing)?|caught) fire\b|\bflames?\b|\bexplo(?:de|ded|sion)"
    r"|\bburn(?:ing|t) (?:smell|plastic|rubber)|\bsmell(?:s|ed)? (?:of |like )?(?:something )?burn"
    r"|\b(?:sudden(?:ly)?|by itself|on its own|unintended)\b.{0,20}\baccelerat|\baccelerat.{0,20}\b(?:by itself"
    r"|on its own|suddenly)"
    r"|\b(?:won'?t|can'?t|cannot|couldn'?t|didn'?t|doesn'?t|not) (?:be able to )?(?:stop|brake|steer)\b"
    r"|\bblow ?out\b|\bblew out\b"
    r"|\bburst\b|\b(?:flat tyre|flat tire)\b|\belectric shock|\bcrash(?:ed)?\b(?=.{0,20}\b(?:car|road|highway"
    r"|into)\b)|\b(?:injured|hurt)\b"
    r"|\bstall(?:ed|s|ing)?\b.{0,24}\b(?:highway|motorway|freeway|road|traffic|driving)"
    r"|\b(?:brakes?|braking|steering|airbags?|seat ?belts?|tyres?|tires?|wheels?|accelerator|throttle|pedal"
    r"|battery|high voltage|autopilot"
    r"|lane (?:keeping|assist))\b.{0,30}\b(?:fail(?:s|ed|ing|ure)?|not work(?:ing)?|(?:do|does|did)(?:n'?t"
    r"| not) (?:work|respond|hold|grip)"
    r"|(?:isn'?t|aren'?t|wasn'?t) work|stopped working|gone|soft|spongy|stuck|lock(?:ed|s)?(?: up)?|leak(?:s|ed"
    r"|ing)?|overheat\w*|hot|swollen"
    r"|bulg\w+|vibrat\w+|shak(?:es|ing|y)|loose|came off|fell off|noise|squeal\w*|squeak\w*|grind\w*|warning"
    r"|suddenly|pulls?)\b"
    r"|\b(?:no|lost|without) (?:the )?(?:brakes?|steering|power steering)\b",
    re.IGNORECASE,
)


def is_about_safety(text: str) -> bool:
    """Whether this text (masked or not) speaks of something that endangers driving."""
    joined = text.replace(" ", "")
    return bool(_SAFETY.search(joined) or _KOREAN.search(joined) or _ENGLISH.search(text.replace("’", "'")))
