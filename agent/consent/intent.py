"""What a person says about their own data, heard on the device and never sent as feedback."""

import re

_ERASE = re.compile(
    r"(?:删除|删掉|清除|清空|抹掉|刪除|刪掉)(?:掉)?(?:我|我们|本人)?的?(?:所有|全部|一切)?的?"
    r"(?:数据|反馈|记录|信息|资料|录音|語音|數據|資料|記錄|反饋)"
    r"|(?:把)?我的?(?:所有|全部)?的?(?:数据|反馈|记录|信息|资料|數據|資料|記錄)(?:都|全部?)?(?:给我)?(?:删|刪|清)(?:除|掉|了|空)"
)
_SENTENCE_LIMIT = 24
"""A longer sentence is a complaint that mentions deleting ("删除记录的功能不好用…"), not a request."""


def asks_for_erasure(text: str) -> bool:
    """Whether this short sentence is "delete my data". It is confirmed with the person before anything is done."""
    plain = re.sub(r"[\s,，.。!！?？、]", "", text)
    return len(plain) <= _SENTENCE_LIMIT and _ERASE.search(plain) is not None
