"""What one feedback weighs in a count or an average, by the way its person came in.

A sticker on a wall can be photographed and opened again and again, by anybody, from anywhere; a screen's code is
worth one feedback, and a face takes a body before the screen. The device lets a sticker in only a few times an hour,
which bounds how often one is misused, not by whom. So two that came by a sticker count as one other by default: a
campaign of stickers still shows, and no evening on a sofa outweighs a day at the charger. Nothing is left out: the
raw figure always stands beside.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from hub.errors import InputRefusedError

FILE: Final = "weights.toml"
ENTRIES: Final = ("face", "qr", "hub_qr", "work_order", "sticker")
"""Ways in that devices tell of, see `Context.entry`."""
DEFAULT: Final[Mapping[str, float]] = MappingProxyType({"sticker": 0.5})
"""By way in; 1 for every other."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by way in, each from 0 to 1."""

    by_entry: Mapping[str, float] = field(default_factory=lambda: DEFAULT)

    @classmethod
    def parse(cls, text: str) -> "Weights":
        """The defaults with what a file says instead.

        Raises:
            InputRefusedError: it names something else, or no weight; says which.
        """
        try:
            told = tomllib.loads(text).get("entry", {})
        except tomllib.TOMLDecodeError as error:
            raise InputRefusedError(f"{FILE} is no TOML: {error}.") from None
        for name, weight in told.items():
            if name not in ENTRIES:
                raise InputRefusedError(f"{FILE}: [entry] has no {name!r}. It knows {', '.join(ENTRIES)}.")
            if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1:
                raise InputRefusedError(f"{FILE}: {name} has to be a number from 0 to 1.")
        return cls({**DEFAULT, **told})

    def of(self, entry: str | None) -> float:
        """What a feedback that came in like this weighs."""
        return self.by_entry.get(entry or "", 1.0)


USUAL: Final = Weights()
"""Where no file says otherwise."""
