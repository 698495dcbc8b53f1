"""WeChat and QQ ids.

Anatomy: WeChat 6 to 20 letters, digits, _ and -, the first a letter; QQ 5 to 11 digits, the first not 0. Nothing in
them tells them from other codes, so the word beside decides: 微信, QQ, 加V in front, or 是我QQ behind.
Source: Tencent's rules for choosing a WeChat id (6-20 characters, letter first).
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.alphabet import SPOKEN
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues.lazy import Lazy

_CUE: Final = Lazy(
    r"(?:微信|威信|薇信|维信|V信|VX|WX|QQ|Q号|扣扣|企鹅号|企鹅|加我?[VQ]|(?<![A-Z])Q|抖音号?|快手号?|小红书号?|微博号?|钉钉号)"
    r"(?:同号|账号|帐号|号码|号|邮箱|昵称|小写的?|大写的?|字母|全拼|拼音|英文|搜索|添加|还是|应该|记1下|那边的|这边的|的话|ID|是|为|的|吧|就是|就|叫|我|你|她|他|搜|加|呢|啊|嗯|呃|嘛|呗|哈|哦|呀|那个|:|\"|-)*$"
)
_BEHIND: Final = Lazy(r"(?:这个)?(?:就)?是?我的?(?:微信|QQ)")
_NICKNAME: Final = Lazy(r"(?:号|ID)(?:是|为|:)*$")
_LONGEST: Final = 24
_SHORTEST: Final = 5
_SHORTEST_WORD: Final = 7
"""Letters alone: shorter ones are more often a product or an app."""


_MENTIONED: Final = Lazy(r"信|抖音|快手|小红书|微博|[QVWX]|扣|企鹅|号|ID")
_SAID_AGAIN: Final = Lazy(r"(?s)^.{0,6}(?:不对|不是|错了|应该是).{0,8}$")
_ADDED, _BARE = range(5, 12), range(8, 12)
"""Digits of a QQ number behind the letter Q: 加Q91837, Q3308127745."""
_MENTIONED_BEFORE: Final = Lazy("微信|QQ|加我|加[他她]|扣扣")
_NEAR: Final = 24
"""Characters between the word and a handle that nothing but _ tells from other codes."""
_UNDERLINE: Final = "(?:_|下划线|下横线|杠|横线)"
_WITH_WORD: Final = Lazy(
    rf"[A-Z](?: ?[A-Z0-9]){{1,15}} ?(?:[\u4e00-\u9fff]{{1,3}} ?{_UNDERLINE}|{_UNDERLINE} ?[\u4e00-\u9fff]{{1,3}}?)"
    r"(?:(?: ?[0-9零〇一二三四五六七八九幺]){1,6}|(?=$|[ ,。，]|你|发|加|可|就|麻烦|谢))"
)
"""tom下划线老八, wx_老张88: a word written in Chinese."""
_SPELT: Final = 6
"""Symbols of a handle whose letters are spelt out: 艾勒诶欧零七幺七."""
_GUESSED: Final = range(7, 12)
_MOST_GUESSES: Final = 2
_BRIDGE: Final = Lazy(r" *(?:_|下划线|下横线|杠|横线) *[\u4e00-\u9fff] *")
"""A word behind the underline that was heard for some letters: x i a o 下划线 鱼 八零二."""


def _across_words(reading: Reading) -> list[Run]:
    """The runs, joined where an underline and one Chinese character stand between, and the first has letters."""
    joined: list[Run] = []
    for run in reading.runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not last.symbols.isdigit()
            and len(last) <= _LONGEST
            and _BRIDGE.fullmatch(reading.text, last.end, run.start)
        ):
            joined[-1] = last.followed_by(run)
        else:
            joined.append(run)
    return joined


def _spelt_cue(reading: Reading, run: Run) -> int:
    """How many symbols at the start of the run are the word in front: QQ 905512378, 加v bluecar_2023."""
    if run.symbols.startswith("QQ") and len(run) > _SHORTEST + 1:
        return 2
    adds = reading.before(run.start, 2).endswith(("加", "加我"))
    if run.symbols[0] == "Q" and run.symbols[1:].isdigit() and len(run) - 1 in (_ADDED if adds else _BARE):
        return 1
    return next((len(cue) for cue in ("VX", "WX", "V") if adds and _is_group(run, cue)), 0)


def _is_group(run: Run, cue: str) -> bool:
    return run.symbols.startswith(cue) and len(run) > len(cue) and run.joints[len(cue)] == Joint.SPACE


class SocialId:
    """Type SOCIAL_ID."""

    name: Final = "social_id"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Runs beside the word, and the same once more behind 不对."""
        if not _MENTIONED.search(reading.text):
            return
        said: int | None = None
        runs = [part for run in _across_words(reading) for part in run.pieces(Joint.SOFT)]
        for run in runs:
            spelt = _spelt_cue(reading, run)
            piece = run.part(spelt, len(run)) if spelt else run
            size = piece.firm_length()
            value = piece.symbols[:size]
            if not _SHORTEST <= size <= _LONGEST or (value.isalpha() and size < _SHORTEST_WORD):
                continue
            again = said is not None and _SAID_AGAIN.search(reading.text[said : piece.start]) is not None
            evidence = "cue" if spelt else "said again" if again else self._evidence(reading, piece, size)
            if evidence:
                said = end = piece.ends[size - 1]
                yield Finding(piece.start, end, "SOCIAL_ID", value.lower(), 0.78, self.name, (evidence,))
        yield from self._spelt_or_mixed(reading)

    def _spelt_or_mixed(self, reading: Reading) -> Iterator[Finding]:
        """With a Chinese word inside, with letters spelt out, with a digit or two misheard."""
        for found in _WITH_WORD.finditer(reading.text):
            if _CUE.search(reading.before(found.start(), 14).translate(SPOKEN)):
                value = found[0].replace(" ", "").lower()
                yield Finding(*found.span(), "SOCIAL_ID", value, 0.8, self.name, ("cue", "a word in it"))
        for run in reading.guessed_runs:
            size = run.firm_length() if run.symbols[-1:].isdigit() else len(run)
            if not run.symbols.isdigit() and _SPELT <= size <= _LONGEST and self._evidence(reading, run, size) == "cue":
                yield Finding(
                    run.start,
                    run.ends[size - 1],
                    "SOCIAL_ID",
                    run.symbols[:size].lower(),
                    0.7,
                    self.name,
                    ("cue", "spelt"),
                )
        for run in reading.guessed_numbers:
            if len(run) in _GUESSED and sum(run.guesses) <= _MOST_GUESSES and self._evidence(reading, run, len(run)):
                why = ("cue", "guessed digits")
                yield Finding(run.start, run.end, "SOCIAL_ID", run.symbols, 0.7, self.name, why)

    @staticmethod
    def _evidence(reading: Reading, piece: Run, size: int) -> str:
        before = reading.before(piece.start, 14)
        if _CUE.search(before.translate(SPOKEN)):
            return "cue"
        if _BEHIND.match(reading.after(piece.ends[size - 1], 8)):
            return "cue behind"
        inside = reading.text[piece.start : piece.ends[size - 1]]
        if "_" in inside or "下划线" in inside:
            if _NICKNAME.search(before):
                return "a name with _ behind a cue"
            if _MENTIONED_BEFORE.search(reading.before(piece.start, _NEAR)):
                return "a name with _ where one is spoken of"
        return ""
