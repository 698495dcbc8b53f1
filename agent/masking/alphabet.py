"""What one character can stand for when a number is written or spoken in Mandarin.

- `FOLD` is sure: it only changes how a character is written (full-width, case, traditional form).
- `SPOKEN` is sure inside a number: 幺 is 1 there, and recognisers look at numbers only.
- `GUESS` is not sure: speech recognition prints 要 for 幺. A guess counts only where the whole shape fits.
"""

import unicodedata
from typing import Final

_TRADITIONAL: Final = str.maketrans(
    "兩貳參陸個雙點萬億電話號碼機車證銀郵滬粵魯蘇遼贛閩陝瓊貴雲寧龍報賠險單護聯繫對錯後戶這裡裏說給請撥傳"
    "學領駕駛檔發動備編產條訂貨帳賬開銷緯經東導準確誕歲齡寫網頁張陳劉楊趙黃吳孫馬鄭謝許鄧馮蕭葉鐘鍾聖門"
    "從國際於實應該員體檢維爾諾達類別區縣鎮鄉莊園廠樓層棟",
    "两贰叁陆个双点万亿电话号码机车证银邮沪粤鲁苏辽赣闽陕琼贵云宁龙报赔险单护联系对错后户这里里说给请拨传"
    "学领驾驶档发动备编产条订货账账开销纬经东导准确诞岁龄写网页张陈刘杨赵黄吴孙马郑谢许邓冯萧叶钟钟圣门"
    "从国际于实应该员体检维尔诺达类别区县镇乡庄园厂楼层栋",
)
"""The traditional characters that occur in digits, provinces and cue words; names and prose stay as they are."""

_INVISIBLE: Final = frozenset({"Cf", "Cc", "Mn", "Zs", "Zl", "Zp"})
"""Unicode categories that hide between digits: zero-width, controls, variation selectors, odd spaces."""


def _fold(code_point: int) -> str:
    character = chr(code_point)
    folded = unicodedata.normalize("NFKC", character)
    if folded.isascii():
        return folded.upper() if folded.isprintable() or folded == "\n" else " "
    if len(folded) == 1:
        value = unicodedata.decimal(folded, None)
        if value is not None:
            return str(value)
        if unicodedata.category(folded) in _INVISIBLE:
            return " "
    return folded.translate(_TRADITIONAL)


class _FoldTable(dict[int, int | str]):
    """Filled as characters are met; `str.translate` asks it once per new character.

    Most are their own folded form and stand as their code point, which takes a third of what a string does.
    """

    def __missing__(self, code_point: int) -> int | str:
        folded = _fold(code_point)
        kept = self[code_point] = code_point if folded == chr(code_point) else folded
        return kept


FOLD: Final = _FoldTable()
"""Unicode NFKC per character, ASCII upper case, any script's decimal digits to 0-9, invisible ones to a space."""

_DIGITS: Final = {
    "0": "零〇○洞",
    "1": "一幺吆壹",
    "2": "二两贰",
    "3": "三叁",
    "4": "四肆",
    "5": "五伍",
    "6": "六陆",
    "7": "七柒拐",
    "8": "八捌",
    "9": "九玖勾",
    "X": "叉",
    "-": "—–‐‑‒―−·•・",
}
SPOKEN: Final = {ord(spoken): digit for digit, many in _DIGITS.items() for spoken in many}
"""Spoken digits (幺 and the radio operators' 洞拐勾 too), 叉 for an id's X, and everything that works as a hyphen."""

WEAK_DIGITS: Final = frozenset("洞拐勾两陆伍叉")
"""As often a word or a name as a digit: at a number's edge they belong to it only if its length asks for them."""

_SOUNDALIKES: Final = {
    "0": "林灵铃领另令玲凌龄菱邻岭",
    "1": "要腰妖夭邀药依医衣伊耀",
    "2": "儿而尔耳饿俩",
    "3": "山散伞",
    "4": "死似寺司斯思丝私",
    "5": "吴吾午屋无武物舞悟",
    "6": "流刘留柳溜碌",
    "7": "期起其妻齐气器欺漆奇骑棋旗",
    "8": "吧爸巴把霸拔扒",
    "9": "就酒久旧救究舅",
}
GUESS: Final = SPOKEN | {ord(guess): digit for digit, many in _SOUNDALIKES.items() for guess in many}
"""SPOKEN and the characters that speech recognition prints for a digit that sounds alike."""

PROVINCES: Final = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
"""GA 36-2018, table of province abbreviations on vehicle plates."""

_LETTERS: Final = {
    "A": "阿 诶",
    "B": "必 比 毕",
    "C": "西 希",
    "D": "德 迪 弟",
    "E": "易 意",
    "F": "艾弗 艾福 爱福",
    "G": "鸡 寄",
    "H": "艾尺 爱吃",
    "J": "杰",
    "K": "凯 开",
    "L": "艾尔 艾勒",
    "M": "艾姆 爱慕",
    "N": "恩",
    "O": "欧",
    "P": "屁 皮",
    "R": "阿尔",
    "S": "艾斯 爱思",
    "T": "替 提",
    "U": "优",
    "V": "维 威",
    "W": "达不溜 大不溜 达不留",
    "X": "艾克斯 叉",
    "Y": "歪 外",
    "Z": "贼德",
}
LETTER_OF: Final = {sound: letter for letter, sounds in _LETTERS.items() for sound in sounds.split()}
"""Syllables that speech recognition prints for a letter that is spelt out, and the letter."""
