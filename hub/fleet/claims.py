"""Pure: the one-time code that a technician types to enrol a device, and the brake on guessing it.

    K7M2Q-9XTRA-AAAA-BBBB-CCCC-DDDD
    `---------´ `------------------´
     50 random   80 bits of the SHA-256 of the hub's CA certificate: the device recognises the hub by it, so that the
     bits        first contact needs no certificate that was installed before

- Single use, with an end. Only a keyed hash is stored: the database alone does not give codes away.
- Five wrong tries a minute from one address, then wait. An answer never says which character was wrong.
"""

import hashlib
import hmac
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime

from agent.contract.identifiers import CROCKFORD, RandomBytes, crockford, fold_code
from agent.contract.messages import DeviceKind

MAX_WRONG_TRIES = 5
"""Wrong codes from one address within `TRY_WINDOW_S`."""
TRY_WINDOW_S = 60.0

_CODE_CHARS = 10
_FINGERPRINT_CHARS = 16
_CODE_BYTES = 7  # 56 bits, of which 50 are used
_CONTEXT = b"tingche/v1/claim\0"
_MAX_ADDRESSES = 4096


@dataclass(frozen=True, slots=True)
class ClaimCode:
    """A code as it is typed."""

    secret: str = field(repr=False)
    """10 Crockford base32 characters."""
    fingerprint: str | None
    """16 characters of the CA's fingerprint; None when only the first part was typed."""

    @classmethod
    def make(cls, random_bytes: RandomBytes, ca_der: bytes) -> "ClaimCode":
        """A fresh code for the hub with this CA certificate (DER)."""
        return cls(crockford(random_bytes(_CODE_BYTES), _CODE_CHARS), ca_fingerprint(ca_der))

    @classmethod
    def parse(cls, typed: str) -> "ClaimCode | None":
        """What was typed, with case, separators and O/I/L forgiven; None when it has another shape."""
        plain = fold_code(typed)
        if len(plain) not in (_CODE_CHARS, _CODE_CHARS + _FINGERPRINT_CHARS) or any(c not in CROCKFORD for c in plain):
            return None
        return cls(plain[:_CODE_CHARS], plain[_CODE_CHARS:] or None)

    @property
    def text(self) -> str:
        """As it is shown: two groups of five, then four groups of four."""
        groups = [self.secret[:5], self.secret[5:]]
        if self.fingerprint:
            groups += [self.fingerprint[at : at + 4] for at in range(0, _FINGERPRINT_CHARS, 4)]
        return "-".join(groups)

    def hashed(self, hub_key: bytes) -> str:
        """What the database keeps: HMAC-SHA-256 under a key of the hub, 64 hexadecimal characters."""
        return hmac.new(hub_key, _CONTEXT + self.secret.encode(), hashlib.sha256).hexdigest()


def ca_fingerprint(ca_der: bytes) -> str:
    """The first 80 bits of SHA-256 over the CA certificate's DER, as 16 Crockford base32 characters."""
    return crockford(hashlib.sha256(ca_der).digest(), _FINGERPRINT_CHARS)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it stands in the database."""

    tenant: str
    kind: DeviceKind
    place: str
    expires_at: datetime
    used_by_key: str | None = None
    """Key id of the device key that used it."""
    device: str | None = None
    """The pseudonym that was given then."""


class WrongTries:
    """Counts wrong codes per address, in memory: a restart forgives them, which 50 random bits can bear."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()

    def wait_s(self, address: str, now: float) -> float:
        """How long this address has to wait before its next try, in seconds; 0 for not at all.

        Args:
            address: who asks.
            now: monotonic seconds.
        """
        tries = self._tries.get(address, deque())
        while tries and tries[0] <= now - TRY_WINDOW_S:
            tries.popleft()
        return tries[0] + TRY_WINDOW_S - now if len(tries) >= MAX_WRONG_TRIES else 0.0

    def count(self, address: str, now: float) -> None:
        """One more wrong try."""
        self._tries.setdefault(address, deque(maxlen=MAX_WRONG_TRIES)).append(now)
        self._tries.move_to_end(address)
        while len(self._tries) > _MAX_ADDRESSES:
            self._tries.popitem(last=False)
