"""A text folded to one form, each place mapped back."""

from typing import Final

from agent.masking.alphabet import FOLD
from agent.masking.tongues.lazy import Lazy


def fold(original: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its characters comes from, or None where the places are the same."""
    folded = original.translate(FOLD)
    places = None
    if len(folded) != len(original):
        places = [place for place, character in enumerate(original) for _ in character.translate(FOLD)]
    if _is_spaced_out(folded):
        kept = [match.start() for match in _NOT_BESIDE_HAN.finditer(folded)]
        places = [place if places is None else places[place] for place in kept]
        folded = "".join(folded[place] for place in kept)
    return folded, places


def _is_spaced_out(folded: str) -> bool:
    """Whether recognition put a space behind every character, so that spaces say nothing: 然 后 双 六 点 康 姆."""
    if folded.count(" ") < _FEWEST_SPACED or _WORD_OF_TWO.search(folded):
        return False
    return _SPACED.search(folded) is not None


_FEWEST_SPACED: Final = 6
_HAN: Final = "\u4e00-\u9fff〇○"
_WORD_OF_TWO: Final = Lazy(f"[{_HAN}]{{2}}")
_SPACED: Final = Lazy(rf"[{_HAN}](?: +[{_HAN}]){{3}}")
_NOT_BESIDE_HAN: Final = Lazy(rf"[^ ]|(?<![{_HAN} ]) +(?![{_HAN} ])")
