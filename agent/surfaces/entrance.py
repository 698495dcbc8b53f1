"""The door for phones: which code the screen shows, and which of those that are scanned open a visit.

- A code on the screen is used up in memory: it names this start of the agent, so a later one refuses it unseen.
- A work order's code is on disk as used before its visit opens: it outlives restarts, and there are few of them.
- A sticker opens again and again, a few times an hour each.
"""

import json
import threading
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from agent.adapters.key_file import write_private
from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError, TemporaryError
from agent.surfaces.guard import PerAddress
from agent.visiting.once import UsedNonces
from agent.visiting.token import (
    NONCE_BYTES,
    RUN_BYTES,
    SHOWN_S,
    TO_OPEN_S,
    TokenRefusal,
    Tokens,
    VisitToken,
    Way,
)

USED_FILE: Final = "used_codes.json"
STICKER_OPENINGS: Final = 20
"""In an hour, of one sticker: more than cars that charge at one place, less than somebody at home has patience for."""
_AN_HOUR_S: Final = 3600.0
BUSY: Final = "busy"
"""A sticker that was opened too often in this hour."""


class EntranceClock(Protocol):
    """The two clocks that codes end by."""

    def now(self) -> datetime:
        """The time of day, the hub's where it was heard."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...


class Entrance:
    """One device's door. Safe from several threads.

    Args:
        secret: `KeyStore.blind(KEY_NAME)`.
        device: the device's pseudonym.
        state: its folder, where used codes of paper are kept.
        clock: both clocks.
        random_bytes: for nonces.

    Raises:
        TechnicianNeededError: the file of used codes cannot be read; what was used is not guessed.
    """

    def __init__(
        self, *, secret: str, device: str, state: Path, clock: EntranceClock, random_bytes: RandomBytes
    ) -> None:
        self._tokens = Tokens(secret, device, random_bytes(RUN_BYTES))
        self._file = state / USED_FILE
        self._clock = clock
        self._random_bytes = random_bytes
        self._lock = threading.Lock()
        self._of_screen, self._of_paper = UsedNonces(), UsedNonces(_kept(self._file))
        self._stickers = PerAddress(STICKER_OPENINGS, _AN_HOUR_S, clock.monotonic)
        self._shown, self._shown_nonce, self._shown_until = "", b"", 0.0
        self.opened = 0
        """Visits that codes opened since the start. The screen changes its code when this does."""

    def code(self) -> tuple[str, int]:
        """What the screen shows, and for how many seconds yet: another each minute, and at once when it was used."""
        with self._lock:
            now = self._clock.monotonic()
            if now >= self._shown_until:
                self._shown_nonce = self._random_bytes(NONCE_BYTES)
                self._shown = self._tokens.make(Way.QR, self._shown_nonce, int(now) + TO_OPEN_S)
                self._shown_until = now + SHOWN_S
            return self._shown, max(1, int(self._shown_until - now))

    def enter(self, scanned: str) -> Way | TokenRefusal | str:
        """Open a visit by a code: which way, or why not. Of all who try one code for one use, one gets in.

        Raises:
            TemporaryError: the disk refused; the code was not used.
        """
        monotonic_s, unix_s = self._clock.monotonic(), self._clock.now().timestamp()
        token = self._tokens.read(scanned, monotonic_s=monotonic_s, unix_s=unix_s)
        if isinstance(token, TokenRefusal):
            return token
        with self._lock:
            refused = self._use(token, monotonic_s, unix_s)
            if refused is None:
                self.opened += 1
        return refused or token.way

    def _use(self, token: VisitToken, monotonic_s: float, unix_s: float) -> TokenRefusal | str | None:
        match token.way:
            case Way.QR:
                if not self._of_screen.use(token.nonce, token.ends, monotonic_s):
                    return TokenRefusal.USED
                if token.nonce == self._shown_nonce:
                    self._shown_until = 0.0
            case Way.WORK_ORDER:
                if not self._of_paper.use(token.nonce, token.ends, unix_s):
                    return TokenRefusal.USED
                self._write_down(token, unix_s)
            case Way.STICKER:
                return BUSY if self._stickers.take(token.nonce.hex()) else None
        return None

    def _write_down(self, token: VisitToken, unix_s: float) -> None:
        kept = {nonce.hex(): ends for nonce, ends in self._of_paper.living(unix_s).items()}
        try:
            write_private(self._file, json.dumps(kept).encode())
        except TemporaryError:
            self._of_paper.release(token.nonce)
            raise


def _kept(file: Path) -> list[tuple[bytes, int]]:
    try:
        return [(bytes.fromhex(nonce), int(ends)) for nonce, ends in json.loads(file.read_bytes()).items()]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise TechnicianNeededError(
            f"{file} cannot be read ({type(error).__name__}), so nobody knows which work-order codes were used. Delete "
            "it, and print new codes for the work orders that are still open."
        ) from None
