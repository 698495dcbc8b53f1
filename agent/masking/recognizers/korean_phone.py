"""Phone numbers of Korea, written or told, and any number told in Korean behind a word for one.

Anatomy: mobile 01[016789] and seven or eight digits; fixed 02 or 0[3-6]x, internet 070, personal 050x, each with
seven or eight; +82 replaces the 0. Behind 전화, 번호, 연락처 any seven to twelve digits. Vosk often mishears
digits: there a stretch that mostly sounds like digits counts too.
Source: MSIT telecommunications numbering rules (전기통신번호관리세칙), 2021, articles 4 to 11.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.public import is_nobodys

_MOBILE: Final = Lazy(r"(?:(?:00)?820?|0)(1[016789]\d{7,8})")
_FIXED: Final = Lazy(r"(?:(?:00)?820?|0)((?:2|[3-6]\d|70|50\d)\d{7,8})")
_HAN: Final = Lazy("[一-鿿]")
_ANY: Final = range(7, 13)
_SHORTEST: Final = 7

_ALIKE: Final = "건검콩겅걸몽꽁위율열읽길의니리산삶싸억어없역유윽질실발파할고굿연렁령"
"""Syllables that the Korean Vosk model printed where a digit was said, or that differ from one in a single sound."""
_LIKE_DIGIT: Final = Lazy(rf"[공영빵일이삼사오육륙칠팔구{_ALIKE}0-9]")
_SURE: Final = Lazy(r"[공영빵일삼육륙칠팔0-9]")
"""Digit syllables that are seldom anything else."""
_CUE: Final = Lazy("(?:전화 ?번호|핸드폰 ?번호|휴대폰 ?번호|연락처|전화|핸드폰|휴대폰)(?: ?(?:는|은|가|이))?(?= |$)")
_WORD: Final = Lazy(r"[^ ]+")
_LONGEST_HEARD: Final = 60
_FEWEST_LIKE, _FEWEST_SURE, _MOST_SYLLABLES = 7, 3, 16
_ENDING: Final = Lazy("(?:입니다|이에요|예요|이요|로|으로|인데).*")


class KoreanPhone:
    """Type PHONE."""

    name: Final = "korean_phone"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Numbers of the Korean plan, and those behind a cue."""
        international = "82" in reading.text and "+82" in reading.text.replace(" ", "")
        english_text = not _HAN.search(reading.text) and english.PHONE.search(reading.text)
        if not (international or english_text or korean.TONGUE.spoken.search(reading.text) or reading.told):
            return
        for run in [*reading.told_pieces, *reading.runs]:
            if len(run) >= _SHORTEST:
                for digits in run.digits():
                    if len(digits) >= _SHORTEST:
                        yield from self._in(reading, digits)
        if korean.TONGUE.spoken.search(reading.text):
            yield from self._heard(reading)

    def _in(self, reading: Reading, run: Run) -> Iterator[Finding]:
        known = False
        for part in [run] if max(run.joints) < Joint.SOFT else [run, *run.pieces()]:
            found = _MOBILE.fullmatch(part.symbols) or _FIXED.fullmatch(part.symbols) or self._begun(part)
            if found:
                known = True
                yield self._finding(reading, part.part(*found.span()), f"0{found[1]}", 0.96, "Korean plan")
        korea = korean.TONGUE.spoken.search(reading.text) is not None
        cue = korea and korean.PHONE.search(reading.before(run.start, 14)) is not None
        announced = korea and korean.ANY_NUMBER.search(reading.before(run.start, 14)) is not None
        if not known and not cue and announced and not is_nobodys(reading, run):
            yield Finding(run.start, run.end, "NUM", run.symbols, 0.45, self.name, ("cue",))
        if not known and cue and len(run) in _ANY and not is_nobodys(reading, run):
            yield self._finding(reading, run, run.symbols, 0.71, "cue")

    @staticmethod
    def _begun(part: Run) -> re.Match[str] | None:
        """A mobile number at a place where one may begin."""
        starts = set(part.group_starts())
        begun = (f for f in _MOBILE.finditer(part.symbols) if f.start() in starts or f.end() == len(part))
        return next(begun, None)

    def _finding(self, reading: Reading, run: Run, value: str, score: float, why: str) -> Finding:
        start, end = run.start, run.end
        if reading.text[max(0, start - 1) : start] in ("+", "("):
            start -= 1
        return Finding(start, end, "PHONE", value, score, self.name, (why,))

    def _heard(self, reading: Reading) -> Iterator[Finding]:
        """What Vosk makes of a number behind a cue: 전화번호 는 검 위건 이 니산 [4] 억 육 [7] 발의 입니다."""
        text = reading.text
        for cue in _CUE.finditer(text):
            first = last = reached = None
            like = sure = syllables = 0
            for word in _WORD.finditer(text, cue.end(), min(len(text), cue.end() + _LONGEST_HEARD)):
                spoken = _ENDING.sub("", word[0]).strip("[],.")
                matched = len(_LIKE_DIGIT.findall(spoken))
                syllables += len(spoken)
                like, sure = like + matched, sure + len(_SURE.findall(spoken))
                if syllables > _MOST_SYLLABLES:
                    break
                if spoken and matched * 2 >= len(spoken):
                    first = word.start() if first is None else first
                    last = word.start() + word[0].index(spoken) + len(spoken)
                    last += text[last : last + 1] == "]"
                    if _is_heard(like, sure, syllables):
                        reached = last
            if first is not None and reached is not None:
                value = korean.shape(text[first:reached])
                yield Finding(first, reached, "PHONE", value, 0.5, self.name, ("cue", "misheard digits"))


def _is_heard(like: int, sure: int, syllables: int) -> bool:
    """Whether these syllables are a number: two thirds like digits with sure ones, four fifths without."""
    return like >= _FEWEST_LIKE and (like * 5 >= syllables * 4 or (sure >= _FEWEST_SURE and like * 3 >= syllables * 2))
