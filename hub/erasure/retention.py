"""Pure: how long what is kept for which purpose, and when a ticket's content or contact has to go.

- A feedback stays as long as the longest of the purposes that it was given for; a contact as long as a call-back,
  the state of the car no longer than the words beside it.
- The file STATE/retention.toml can shorten or lengthen each, within what was told to people.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from hub.errors import InputRefusedError

FILE: Final = "retention.toml"
CALL_BACK: Final = "call_back"
KEPT_VOICE: Final = "keep_voice_for_review"
VEHICLE_STATE: Final = "attach_vehicle_state"
DEFAULT_DAYS: Final[Mapping[str, int]] = MappingProxyType(
    {
        CALL_BACK: 30,
        "after_closing": 7,
        "improve_service": 365,
        VEHICLE_STATE: 365,
        KEPT_VOICE: 30,
        "co_create": 730,
        "answers": 90,
        "claims": 30,
    }
)
"""Days by purpose; `after_closing` for a contact whose ticket is closed, `answers` for devices that never fetched them,
`claims` after their end."""
_LEAST, _MOST = 1, 3650
_MOST_OF = MappingProxyType({KEPT_VOICE: 30})
"""What the notice says, which people agreed to."""
_OTHER_PURPOSE = "improve_service"


@dataclass(frozen=True, slots=True)
class Retention:
    """Days by purpose."""

    days: Mapping[str, int] = field(default_factory=lambda: DEFAULT_DAYS)

    @classmethod
    def parse(cls, text: str) -> "Retention":
        """The defaults with what a file says instead.

        Raises:
            InputRefusedError: it names something else, or no number of days; says which.
        """
        try:
            told = tomllib.loads(text).get("days", {})
        except tomllib.TOMLDecodeError as error:
            raise InputRefusedError(f"{FILE} is no TOML: {error}.") from None
        for name, days in told.items():
            if name not in DEFAULT_DAYS:
                raise InputRefusedError(f"{FILE}: [days] has no {name!r}. It knows {', '.join(DEFAULT_DAYS)}.")
            if not isinstance(days, int) or not _LEAST <= days <= _MOST_OF.get(name, _MOST):
                most = _MOST_OF.get(name, _MOST)
                raise InputRefusedError(f"{FILE}: {name} has to be whole days from {_LEAST} to {most}.")
        return cls({**DEFAULT_DAYS, **told})

    def content_until(self, received_at: datetime, purposes: Collection[str]) -> datetime:
        """When a feedback's content goes."""
        known = [self.days[one] for one in purposes if one in self.days and one not in {CALL_BACK, VEHICLE_STATE}]
        return received_at + timedelta(days=max(known, default=self.days[_OTHER_PURPOSE]))

    def contact_until(self, received_at: datetime) -> datetime:
        """When a contact goes, at the latest: sooner where its ticket is closed."""
        return received_at + timedelta(days=self.days[CALL_BACK])

    def before(self, name: str, now: datetime) -> datetime:
        """Older than this goes."""
        return now - timedelta(days=self.days[name])

    @property
    def shortest(self) -> int:
        """Days before which no ticket needs a look."""
        return min(days for name, days in self.days.items() if name not in ("after_closing", "answers", "claims"))
