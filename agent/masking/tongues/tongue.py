"""What the reading has to know of a language to gather the numbers said in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from agent.masking.tongues.lazy import Lazy


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `tokens` runs over `shape(text)`, which has the length and places of the folded text."""

    script: Lazy
    """Cheap, and found wherever the language is written; anything else costs nothing."""
    spoken: Lazy
    """Found in the folded text where a number may be told."""
    shape: Callable[[str], str]
    tokens: Lazy
    """Named groups: digit, word, repeat, quantity, alike, letter, and the joints
    hyphen, space, soft, repair, filler."""
    values: Mapping[str, str] = field(repr=False)
    """Symbols of each number word; of a repeat the words are looked up one by one."""
    times: Mapping[str, int]
    """How often the word in front of a digit repeats it: DOUBLE is 2."""
    unsure_end: Lazy | None
    """Matches at the last digit of a run where it begins the next word instead: 이 of 이에요."""
