"""Character error rate, counted the same way everywhere.

Both texts are brought to one form first: NFKC, lower case, traditional to simplified, digits to Chinese numerals,
幺 to 一, 两 to 二, and everything dropped but Chinese characters, letters and digits.
"""

import unicodedata
from collections.abc import Iterable

_NUMERALS = dict(zip("0123456789", "零一二三四五六七八九", strict=True)) | {"幺": "一", "两": "二", "〇": "零"}
_SIMPLIFIED = dict(
    zip(
        "請這個車電話號碼聯繫樂廣產協會時間維師傅講說還沒點響慢見開關歡來語識別種規進門後頭題讓對過應該現長場學發動機剎異"
        "處理賠報數據刪證實際錢買賣飛馬鳥魚風雲農業藥醫衛術東車軟聽寫讀書經濟國際體驗氣溫總統計劃圍環境顯變製詞幕係為與於",
        "请这个车电话号码联系乐广产协会时间维师傅讲说还没点响慢见开关欢来语识别种规进门后头题让对过应该现长场学发动机刹异"
        "处理赔报数据删证实际钱买卖飞马鸟鱼风云农业药医卫术东车软听写读书经济国际体验气温总统计划围环境显变制词幕系为与于",
        strict=True,
    )
)
"""The traditional forms that whisper prints for short Mandarin clips; not a dictionary."""


def normalised(text: str) -> str:
    """A text as it is compared."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(_SIMPLIFIED.get(c, _NUMERALS.get(c, c)) for c in folded if c.isalnum())


def edit_distance(wanted: str, got: str) -> int:
    """Least number of characters to insert, delete or replace."""
    row = list(range(len(got) + 1))
    for i, expected in enumerate(wanted, 1):
        previous, row[0] = row[0], i
        for j, actual in enumerate(got, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (expected != actual))
    return row[-1]


def character_error_rate(pairs: Iterable[tuple[str, str]]) -> float:
    """Errors per character over (spoken, recognised) pairs: 0.1 is one wrong character in ten."""
    errors = characters = 0
    for spoken, recognised in pairs:
        wanted = normalised(spoken)
        errors += edit_distance(wanted, normalised(recognised))
        characters += len(wanted)
    return errors / characters if characters else 0.0
