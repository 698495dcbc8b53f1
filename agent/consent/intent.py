"""What a person says about their own data, heard on the device and never sent as feedback."""

import re

_ERASE = re.compile(
    r"(?:删除|删掉|清除|清空|抹掉|刪除|刪掉)(?:掉)?(?:我|我们|本人)?的?(?:所有|全部|一切)?的?"
    r"(?:数据|反馈|记录|信息|资料|录音|語音|數據|資料|記錄|反饋)"
    r"|(?:把)?我的?(?:所有|全部)?的?(?:数据|反馈|记录|信息|资料|數據|資料|記錄)(?:都|全部?)?(?:给我)?(?:删|刪|清)(?:除|掉|了|空)"
)
_ERASE_KOREAN = re.compile(
    "(?:제|내|저의|나의|우리|모든|전부)?(?:데이터|데이타|정보|개인정보|기록|녹음|음성|피드백|자료|의견)(?:들)?(?:을|를|은|는|도)?(?:전부|모두|다|전체|싹)?"
    "(?:삭제|지워|지우고|없애|파기|폐기)(?:를|을)?(?:해|하고|주|부탁|요청|줘|원|바|싶|시켜|하|$)"
)
_ERASE_ENGLISH = re.compile(
    r"\b(?:delete|erase|remove|wipe|clear|get rid of|forget|destroy)\s+(?:all\s+)?(?:of\s+)?(?:my|our"
    r"|the data (?:about|on) me\b|everything about me\b)"
    r"(?:\s+(?:all|personal|own|voice|recorded|saved|stored))*\s*(?:data|information|info|records?|recordings?"
    r"|feedback|details|profile|history\b|voice)?",
    re.IGNORECASE,
)
_ENGLISH_OBJECT = re.compile(
    r"\b(?:data|information|info|records?|recordings?|feedback|details|voice|about me)\s*(?:right away|now"
    r"|please|today|all|at once|for me|immediately)*[.!?]*$",
    re.IGNORECASE,
)
_ENGLISH_QUESTION = re.compile(
    r"\b(?:why|did|didn'?t|don'?t|do not|never|cannot|can'?t|couldn'?t|after|when|accidentally|lost)\b", re.IGNORECASE
)
_KOREAN_QUESTION = re.compile("지우지|삭제하지|삭제되|지워졌|지워져|삭제됐|삭제했|않|말아|마세요|왜|안되|안돼")
_ENGLISH_WORDS = 12
_SENTENCE_LIMIT = 24
"""Characters, spaces apart. A longer sentence is a complaint that mentions deleting
("删除记录的功能不好用…"), not a request."""


def asks_for_erasure(text: str) -> bool:
    """Whether this short sentence is "delete my data". It is confirmed with the person before anything is done."""
    plain = re.sub(r"[\s,，.。!！?？、]", "", text)
    if len(plain) <= _SENTENCE_LIMIT and _ERASE.search(plain):
        return True
    return _asks_in_korean(plain) or _asks_in_english(text.strip())


def _asks_in_korean(plain: str) -> bool:
    short = len(plain) <= _SENTENCE_LIMIT
    return short and _ERASE_KOREAN.search(plain) is not None and not _KOREAN_QUESTION.search(plain)


def _asks_in_english(text: str) -> bool:
    if len(text.split()) > _ENGLISH_WORDS or _ENGLISH_QUESTION.search(text):
        return False
    return _ERASE_ENGLISH.search(text) is not None and _ENGLISH_OBJECT.search(text) is not None
