"""Which tokens were used, for as long as they could be used again.

Bounded twice: a nonce goes when its token has ended, and where more than `most` are kept nobody new comes in until one
has ended. Forgetting one early would open the door twice; turning somebody away for a minute does not.
"""

from collections.abc import Iterable
from typing import Final

MOST_USED: Final = 10_000
"""Of 12 bytes each. A device shows thirty codes a minute at most, so it keeps sixty of the screen's at a time."""


class UsedNonces:
    """Nonces that were used, with the second in which each token ends. Not safe from several threads.

    Args:
        kept: from an earlier run.
        most: how many are kept.
    """

    def __init__(self, kept: Iterable[tuple[bytes, int]] = (), most: int = MOST_USED) -> None:
        self._ends = dict(kept)
        self._most = most

    def use(self, nonce: bytes, ends: int, now: float) -> bool:
        """Use a nonce: True for the first who does, False for everybody after, and where no more can be kept."""
        if nonce in self._ends:
            return False
        if len(self._ends) >= self._most:
            self._ends = {nonce: end for nonce, end in self._ends.items() if end > now}
        if len(self._ends) >= self._most:
            return False
        self._ends[nonce] = ends
        return True

    def release(self, nonce: bytes) -> None:
        """What was used could not be written down: it was not used."""
        self._ends.pop(nonce, None)

    def living(self, now: float) -> dict[bytes, int]:
        """Those whose tokens have not ended."""
        return {nonce: end for nonce, end in self._ends.items() if end > now}
