"""A challenge to a passkey that the hub recognises without having kept it: whoever asks makes it write nothing.

nonce 16 bytes | end, seconds since 1970, 8 bytes | HMAC-SHA-256 over both and the purpose, 32 bytes
"""

import hashlib
import hmac
from datetime import datetime

from agent.contract.identifiers import RandomBytes
from hub.people.access import CEREMONY_LASTS

_NONCE, _END, _MAC = 16, 8, 32


def make(key: bytes, purpose: str, now: datetime, random_bytes: RandomBytes) -> bytes:
    """A fresh challenge, 56 bytes.

    Args:
        key: a secret of the hub.
        purpose: what the answer will be good for, and for nothing else.
        now: in UTC.
        random_bytes: for the nonce.
    """
    end = int((now + CEREMONY_LASTS).timestamp()).to_bytes(_END, "big")
    head = random_bytes(_NONCE) + end
    return head + _mac(key, purpose, head)


def is_ours(key: bytes, purpose: str, challenge: bytes, now: datetime) -> bool:
    """Whether this hub made it, for this purpose, and its time has not ended. That it is used once, storage sees to."""
    head, mac = challenge[: _NONCE + _END], challenge[_NONCE + _END :]
    if len(mac) != _MAC or not hmac.compare_digest(mac, _mac(key, purpose, head)):
        return False
    return now.timestamp() < int.from_bytes(head[_NONCE:], "big")


def _mac(key: bytes, purpose: str, head: bytes) -> bytes:
    return hmac.new(key, b"tingche/v1/challenge\0" + purpose.encode() + b"\0" + head, hashlib.sha256).digest()
