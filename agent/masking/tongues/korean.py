"""Korean: digits as words, with what stands between them.

- Digits are Sino-Korean syllables (공 일 이 삼), native words as said on the phone (하나 둘) or figures. The
  Korean Vosk model prints some of them in brackets: [5] [12].
- Nearly every digit syllable is an ordinary word or part of one too, so only long runs count, or those behind a cue.
"""

from typing import Final

from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.tongue import Tongue

_DIGITS: Final = {
    "0": "공영빵",
    "1": "일",
    "2": "이",
    "3": "삼",
    "4": "사",
    "5": "오",
    "6": "육륙",
    "7": "칠",
    "8": "팔",
    "9": "구",
}
_TABLE: Final = {ord(spoken): digit for digit, many in _DIGITS.items() for spoken in many}
_NATIVE: Final = {
    "제로": "0",
    "하나": "1",
    "둘": "2",
    "셋": "3",
    "넷": "4",
    "다섯": "5",
    "여섯": "6",
    "일곱": "7",
    "여덟": "8",
    "아홉": "9",
}


def shape(text: str) -> str:
    """The text with every digit syllable as 0-9; same length, same places."""
    return text.translate(_TABLE)


_HYPHENS: Final = "다시|대시|대쉬|하이픈|작대기|짝대기|빼기|슬래시"
_REPAIRS: Final = "아니다|아니요|아니|아뇨|잘못|정정"
_FILLERS: Final = (
    "그리고|그다음에|그다음|다음에|다음은|다음|국에|이고요|이고|이구요|에다가|에다|에서|에|의|은|는|국|번|고|음+|어+|아+|그게|그|저기"
    "|저|뭐지|뭐더라|앞자리|가운데|중간|뒷자리|뒤|끝자리|끝|마지막|자리|숫자로|숫자"
)
_BEHIND_QUANTITY: Final = r"(?=[\] \d십백천만억,.]|원|킬|키|미터|퍼|프로|년|월|번|회|대|명|분|초|시|도|개|여|정도|$)"
TONGUE: Final = Tongue(
    script=Lazy("[가-힣]"),
    spoken=Lazy("[가-힣]"),
    shape=shape,
    tokens=Lazy(
        rf"(?P<quantity>(?<!\d{{5}})(?:\d\]? ?)?[십백천만억]{_BEHIND_QUANTITY})"
        rf"|(?P<word>{shape('|'.join(_NATIVE))})"
        r"|(?P<digit>\[?\d\]?)"
        rf"|(?P<hyphen>[-_/()~]|{shape(_HYPHENS)})"
        r"|(?P<space>(?:[ \]]|\[(?!\d))+)"
        r"|(?P<soft>[,.、\n])"
        rf"|(?P<repair>{_REPAIRS})"
        rf"|(?P<filler>{shape(_FILLERS)})"
    ),
    values={shape(word): digit for word, digit in _NATIVE.items()},
    times={},
    unsure_end=Lazy(
        "이(?:에요|예요|요|고|구|야|라|니|며|랑|거|지|든|나|죠|었|잖|네|쪽|번|제|런|렇|건|게|걸|따|상|용|미)"
        "|구(?:요|나|입|매|간)|오(?:세|셔|셨|전|후|늘|면|류|래)|사(?:용|람|장|고|실|진|항|서)|일(?:단|요|거|걸|텐|까)"
        "|영(?:업|상)|공(?:장|기|항|업)|팔(?:아|려|았)|삼(?:성)"
    ),
)

PHONE: Final = Lazy(
    "전화|(?<!계좌)(?<!주민)(?<!등록)(?<!면허)(?<!카드)(?<!차량)(?<!여권)(?<!주문)(?<!차)번호|연락|핸드폰|휴대폰|폰|문자|콜백"
    "|TEL|PHONE|MOBILE|CALL"
)
ANY_NUMBER: Final = Lazy("전화|번호|연락|핸드폰|휴대폰|계좌|카드")
OTHER_NUMBER: Final = Lazy(
    "(?:부품|모델|제품|오류|에러|고장|품번|버전|상품|소프트웨어|시리얼|충전기)(?:번호|코드|명)?(?:은|는|이|가|:|이런|요)*$"
)
"""Parts, errors and versions: nobody's number."""
PUBLIC: Final = Lazy(r"1[568]\d{6}|080\d{7}|11[0-9]|12[0-9]|13[0-9]{1,2}")
"""Source: MSIT telecommunications numbering rules (전기통신번호관리세칙): 15xx, 16xx, 18xx nationwide,
080 free, 1xx public."""
UNIT: Final = Lazy(r" ?(?:원|킬로|키로|KM|미터|퍼센트|프로|%|년|시간|도|번째|볼트|와트|달러|위안)")
ENDS: Final = Lazy(r"[.!?\n]|(?:원|킬로|키로|퍼센트|프로|시|분|년|월|일에|만|천|백|십)")
"""Between two pieces of digits: these are not of one number."""
