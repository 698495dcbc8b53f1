"""The signed token in a QR code: made offline by a device, for itself, and checked by it again.

Forty-five bytes, 60 characters of base64url, big-endian:

    1  way        how the visitor comes in: q shown on the screen, w printed for a work order, s printed sticker
    8  device     SHA-256 of the device's pseudonym: another device's code is told apart from an altered one
    4  run        which start of the agent showed it; zero on paper
    12 nonce      random: what makes it usable once, or a sticker countable
    4  ends       seconds: of this run's monotonic clock on the screen, since 1970 on paper
    16 HMAC-SHA256 over all of that, its first 128 bits, under a key derived from the device's own

A code on the screen names its run and ends by the monotonic clock, so no wall clock decides, and after a restart every
earlier one is refused: nothing has to be written down for it, and a visitor scans once more. Paper outlives restarts.
"""

import base64
import binascii
import hashlib
import hmac
import struct
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

SHOWN_S: Final = 60
"""How long a code stands on the screen."""
TO_OPEN_S: Final = 2 * SHOWN_S
"""How long it opens the page: who scanned it in its last second still has a phone to unlock."""
TO_FINISH_S: Final = 15 * 60
"""How long a visit lasts once it is open."""
ORDER_DAYS: Final = 14
"""How long a work order's code opens: people look at the paper again at home."""
NONCE_BYTES: Final = 12
RUN_BYTES: Final = 4
NO_RUN: Final = bytes(RUN_BYTES)

_HEAD: Final = struct.Struct(">c8s4s12sI")
_MAC_BYTES: Final = 16
_CHARS: Final = 60
_KEY_CONTEXT: Final = b"tingche/v1/visit-token\0"
_ORDER_CONTEXT: Final = b"tingche/v1/visit-order\0"
_DEVICE_CONTEXT: Final = b"tingche/v1/visit-device\0"
KEY_NAME: Final = "\0tingche/v1/visit-token"
"""What the key store blinds to derive the key from. Begins with a character that no driver profile's name has."""


class Way(StrEnum):
    """How a visitor came in. The value is what a record says in its `entry`."""

    QR = "qr"
    """A code on the screen: one use, two minutes."""
    WORK_ORDER = "work_order"
    """A code on the paper of one work order: one use, days."""
    STICKER = "sticker"
    """A code on a wall: anybody, again and again, from anywhere once it was photographed; it weighs less."""


class TokenRefusal(StrEnum):
    """Why a code opens nothing. Expected: whoever scanned it is told, and shown the way to their receipt."""

    ALTERED = "altered"
    FOREIGN = "foreign"
    EXPIRED = "expired"
    USED = "used"


@dataclass(frozen=True, slots=True)
class VisitToken:
    """What a code says, after its signature was checked."""

    way: Way
    nonce: bytes = field(repr=False)
    ends: int
    """Seconds, by the clock of its way."""


class Tokens:
    """Makes and reads the codes of one device.

    Args:
        secret: the device's own secret for this purpose: `KeyStore.blind(KEY_NAME)`.
        device: the device's pseudonym.
        run: four bytes that name this start of the agent.
    """

    def __init__(self, secret: str, device: str, run: bytes) -> None:
        self._key = hashlib.sha256(_KEY_CONTEXT + secret.encode()).digest()
        self._device = hashlib.sha256(_DEVICE_CONTEXT + device.encode()).digest()[:8]
        self._run = run

    def of_order(self, number: str, ends: int) -> str:
        """The code of one work order: the same use however often it is printed, so that it opens once for all of them.

        Args:
            number: of the order; it is not in the code, and cannot be read out of it.
            ends: seconds since 1970.
        """
        nonce = hmac.digest(self._key, _ORDER_CONTEXT + number.encode(), "sha256")[:NONCE_BYTES]
        return self.make(Way.WORK_ORDER, nonce, ends)

    def make(self, way: Way, nonce: bytes, ends: int) -> str:
        """A code's 60 characters.

        Args:
            way: on the screen, or on which paper.
            nonce: 12 random bytes.
            ends: seconds, by the clock of its way.
        """
        run = self._run if way is Way.QR else NO_RUN
        head = _HEAD.pack(_LETTERS[way], self._device, run, nonce, ends)
        return base64.urlsafe_b64encode(head + self._signed(head)).decode()

    def read(self, text: str, *, monotonic_s: float, unix_s: float) -> VisitToken | TokenRefusal:
        """What a code says, or why it opens nothing. The signature is compared in constant time, before all else.

        Args:
            text: what was scanned.
            monotonic_s: now, for codes on the screen.
            unix_s: now, for codes on paper.
        """
        raw = _bytes_of(text)
        if raw is None:
            return TokenRefusal.ALTERED
        head, signed = raw[: _HEAD.size], raw[_HEAD.size :]
        genuine = hmac.compare_digest(signed, self._signed(head))
        letter, device, run, nonce, ends = _HEAD.unpack(head)
        if not genuine:  # signed elsewhere, or changed: which, only its own words can say
            return TokenRefusal.FOREIGN if device != self._device and letter in _WAYS else TokenRefusal.ALTERED
        way = _WAYS[letter]
        now = monotonic_s if way is Way.QR else unix_s
        if now >= ends or (way is Way.QR and run != self._run):
            return TokenRefusal.EXPIRED
        return VisitToken(way, nonce, ends)

    def _signed(self, head: bytes) -> bytes:
        return hmac.digest(self._key, head, "sha256")[:_MAC_BYTES]


_LETTERS: Final = {Way.QR: b"q", Way.WORK_ORDER: b"w", Way.STICKER: b"s"}
_WAYS: Final = {letter: way for way, letter in _LETTERS.items()}


def _bytes_of(text: str) -> bytes | None:
    """45 bytes out of exactly 60 characters of base64url: one spelling for each token."""
    try:
        raw = base64.b64decode(text.encode("ascii"), altchars=b"-_", validate=True) if len(text) == _CHARS else None
    except (binascii.Error, ValueError):
        return None
    return raw if raw is not None and len(raw) == _HEAD.size + _MAC_BYTES else None
