"""Korean names, by the words around them.

Anatomy: a surname of one syllable (a few have two) and one or two syllables given, seldom more. Behind 이름은 or 성함은
whatever stands there is a name; behind 저는, or in front of 씨, it has to begin with a surname and not be a word.
Source: Statistics Korea, population census 2015, surnames with more than 10,000 bearers.
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues import korean
from agent.masking.tongues.lazy import Lazy

_SURNAME: Final = (
    "(?:남궁|황보|제갈|선우|독고|사공|서문"
    "|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반라왕금옥육인맹제모탁국어은편용])"
)
_ENDING: Final = (
    "(?: ?(?:입니다|이라고|라고|이라|이에요|예요|이예요|이고요?|이구요?|이요|인데요?|이며|씨|님|으로|로 |임니다)"
    "|[,.!?\n]|$)"
)
_ANNOUNCED: Final = Lazy(
    r"(?:이름|성함|성명|예금주|고객명|운전자명|신청인|계약자)(?: ?(?:은|는|이|가|란에))?+[ :,]*(?:제가 |저는 )?"
    rf"(?P<name>[가-힣](?: ?[가-힣]){{1,3}}?){_ENDING}"
)
_MYSELF: Final = Lazy(
    rf"(?:^|[ ,.])(?:저는|전|나는|제가|여기는?) (?P<name>{_SURNAME} ?[가-힣] ?[가-힣])"
    " ?(?:입니다|이라고|라고|이에요|예요|이예요|인데요?|이고요?)"
)
_CALLED: Final = Lazy(
    rf"(?<![가-힣])(?P<name>{_SURNAME} ?[가-힣] ?[가-힣]?)"
    " ?(?:씨|군|양)(?:가|는|께서|한테|에게|의|랑|도|를|와|이)?(?![가-힣])"
)
_TITLED: Final = Lazy(
    rf"(?<![가-힣])(?P<name>{_SURNAME} ?[가-힣] ?[가-힣])"
    " ?(?:과장|대리|기사|부장|팀장|사장|실장|주임|정비사|상담사|상담원|매니저|고객)(?:님|이|은|가|에게|께서|한테)"
)
_SELF_CALLED: Final = Lazy(
    rf"(?<![가-힣])(?P<name>{_SURNAME} ?[가-힣] ?[가-힣]) ?(?:이라고|라고) ?(?:합니다|해요|하는데요?|하고요)"
)
_NO_NAME: Final = Lazy(
    "한국인|이용자|고객님?|운전자|정비사|신규|주부|차주|기사|여성|여자|남자|남성|지금|이번|오늘|정말|전기|안전|서비스|장거리|고장|이상|문제"
    "|무엇|뭐|모르|없|있|몰라|아닙|아니|같|잘못|바뀌|누구|어떻|변경|어려|주민|소비자|사용자|구매자|공무원|선생|사장|이사|외국인|서울|부산"
    "|전혀|아저|날|글|솜|마음|아가|정도|정상|그대로|똑같|주행|도착|현대|기아|보험|오래"
)


class KoreanName:
    """Type NAME."""

    name: Final = "korean_name"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Names that are announced, and surnames with a title."""
        text = reading.text
        if not korean.TONGUE.spoken.search(text):
            return
        for pattern, why, score in (
            (_ANNOUNCED, "announced", 0.7),
            (_MYSELF, "저는", 0.66),
            (_SELF_CALLED, "라고 합니다", 0.66),
            (_CALLED, "씨", 0.64),
            (_TITLED, "title", 0.64),
        ):
            for found in pattern.finditer(text):
                value = found["name"].replace(" ", "")
                if not _NO_NAME.match(value):
                    start, end = found.span("name")
                    end -= len(found["name"]) - len(found["name"].rstrip())
                    yield Finding(start, end, "NAME", value, score, self.name, (why,))
