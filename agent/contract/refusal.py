"""Why a message was refused: one typed reason per kind of wrong, so that refusals can be counted."""

from enum import StrEnum


class RefusalReason(StrEnum):
    """Every way in which bytes can fail to be a message. The values are stable: they are stored and counted."""

    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    OVERSIZE = "oversize"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_KIND = "unknown_kind"
    WRONG_PLACE = "wrong_place"
    """The header names another device, tenant or kind than the topic it arrived on."""
    UNKNOWN_SENDER = "unknown_sender"
    REVOKED_SENDER = "revoked_sender"
    BAD_SIGNATURE = "bad_signature"
    UNKNOWN_KEY = "unknown_key"
    """Sealed to a key that the receiver does not hold."""
    CANNOT_OPEN = "cannot_open"
    """The seal is broken: wrong key, changed header or changed bytes."""


class RefusedMessageError(ValueError):
    """These bytes are not a message we take. Carries the reason and a text without any content of the message."""

    def __init__(self, reason: RefusalReason, detail: str) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail
