"""E-mail addresses told in Korean or English words.

Anatomy: as of `email`; Korean says 골뱅이 for @, 점 or 닷 for the dot and the mail house by its Korean name; English
says "at" and "dot". A local part told in words goes back to the last word that cannot belong to it.
Source: RFC 5321 section 4.5.3.1 (lengths).
"""

from collections.abc import Callable, Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues import korean
from agent.masking.tongues.lazy import Lazy

_KOREAN_AT: Final = Lazy(" ?(?:골뱅이|골뱅|앳|에트) ?")
_HOUSES: Final = "네이버|지메일|쥐메일|다음|한메일|한 메일|카카오|핫메일|아웃룩|네이트|야후|구글|[A-Z0-9가-힣]{1,20}"
_KOREAN_DOMAIN: Final = Lazy(
    rf"(?:{_HOUSES}) ?"
    r"(?:(?:점|쩜|닷|도트|\.) ?(?:컴|콤|넷|네트|씨오 ?점 ?케이알|케이알"
    r"|COM|NET|CO\.KR|KR|ORG)|닷컴|닷넷)(?: ?(?:점|닷) ?케이알)?"
    "|네이버|지메일|한메일"
)
_KOREAN_STOP: Final = Lazy(
    "(?:메일|주소|이메일|번호|연락처|제|저|저의|보내|그리고|메일은|주소는|주소가|메일이|이메일은)(?:은|는|이|가|로|을)?$"
)
_ENGLISH_AT: Final = Lazy(r" (?:AT|@) ")
_ENGLISH_DOMAIN: Final = Lazy(r"(?:THE )?[A-Z0-9]{1,30}(?: ?(?:DOT|\.|DASH|HYPHEN) ?[A-Z0-9]{1,20}){1,4}(?![A-Z0-9])")
_ENGLISH_STOP: Final = frozenset(
    [
        "IS",
        "MY",
        "EMAIL",
        "E-MAIL",
        "MAIL",
        "ADDRESS",
        "ITS",
        "IT'S",
        "IT",
        "TO",
        "ME",
        "AT",
        "THE",
        "OR",
        "AND",
        "SEND",
        "WRITE",
        "CONTACT",
        "REACH",
        "PLEASE",
        "IN",
        "CAR",
        "ON",
        "YES",
        "WAS",
        "ARE",
    ]
)
_TOP: Final = Lazy(r"(?:DOT|\.) ?(?:COM|NET|ORG|EDU|CN|KR|UK|CO|IO|DE|GOV|INFO|ME|JP|HK|TW)$")
_LONGEST_LOCAL: Final = 64
_MOST_WORDS: Final = 14


class ToldEmail:
    """Type EMAIL."""

    name: Final = "told_email"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Addresses around every word for @."""
        text = reading.text
        if korean.TONGUE.spoken.search(text):
            for at in _KOREAN_AT.finditer(text):
                domain = _KOREAN_DOMAIN.match(text, at.end())
                end = domain.end() if domain else at.end() - (text[at.end() - 1] == " ")
                yield self._finding(text, _start(text, at.start(), _is_korean_stop), end)
        if " DOT " in text or "." in text:
            for at in _ENGLISH_AT.finditer(text):
                domain = _ENGLISH_DOMAIN.match(text, at.end())
                if domain and _TOP.search(domain[0]):
                    start = _start(text, at.start(), _is_english_stop)
                    if start < at.start():
                        yield self._finding(text, start, domain.end())

    def _finding(self, text: str, start: int, end: int) -> Finding:
        value = text[start:end].replace(" ", "").lower()
        return Finding(start, end, "EMAIL", value, 0.98, self.name, ("spoken @",))


def _start(text: str, end: int, is_stop: Callable[[str], bool]) -> int:
    """Where the local part that ends here begins: back over words until one cannot belong to it."""
    begin = place = end
    for _ in range(_MOST_WORDS):
        space = text.rfind(" ", max(0, end - _LONGEST_LOCAL), place)
        word = text[space + 1 : place] if space >= 0 else text[max(0, end - _LONGEST_LOCAL) : place]
        if is_stop(word):
            break
        begin = place - len(word)
        if space < 0:
            break
        place = space
    return begin


def _is_korean_stop(word: str) -> bool:
    return not word or _KOREAN_STOP.search(word) is not None or word[-1] in ",:?!"


def _is_english_stop(word: str) -> bool:
    return not word or word in _ENGLISH_STOP or word[-1] in ",:;?!" or not word.isascii()
