"""Message <-> CloudEvents 1.0 structured JSON bytes (https://github.com/cloudevents/spec, JSON event format).

The `type` attribute carries the kind and the major version: `cn.tingche.feedback.v1`. An unknown major version or
kind is refused by name; unknown fields inside `data` survive.
"""

import json
import re
from datetime import UTC, datetime

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from agent.contract.kinds import MESSAGES
from agent.contract.messages import Message
from agent.contract.refusal import RefusalReason, RefusedMessageError

MAJOR_VERSION = 1
MAX_MESSAGE_BYTES = 64 * 1024
"""Largest encoded message. A record of 4000 Chinese characters with 200 spans needs about 40 KB."""

_TYPE = re.compile(r"^cn\.tingche\.([a-z_]{1,32})\.v([0-9]{1,4})$")


def encode(message: Message, *, message_id: str, source: str, time: datetime) -> bytes:
    """The message as UTF-8 JSON.

    Args:
        message: what to encode.
        message_id: UUIDv7, the idempotency key.
        source: who says it, `/tenants/{tenant}/devices/{device}` or `/tenants/{tenant}/hub`.
        time: when, with its zone.

    Raises:
        RefusedMessageError: larger than `MAX_MESSAGE_BYTES` (OVERSIZE).
    """
    event = {
        "specversion": "1.0",
        "id": message_id,
        "source": source,
        "type": f"cn.tingche.{message.kind}.v{MAJOR_VERSION}",
        "time": time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "data": message.model_dump(mode="json"),
    }
    raw = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
    if len(raw) > MAX_MESSAGE_BYTES:
        raise RefusedMessageError(RefusalReason.OVERSIZE, f"{len(raw)} bytes, at most {MAX_MESSAGE_BYTES}")
    return raw


def decode(raw: bytes) -> tuple[str, Message]:
    """The message id and the message in `raw`.

    Raises:
        RefusedMessageError: whatever is wrong with the bytes, with its reason; never another exception.
    """
    if len(raw) > MAX_MESSAGE_BYTES:
        raise RefusedMessageError(RefusalReason.OVERSIZE, f"{len(raw)} bytes, at most {MAX_MESSAGE_BYTES}")
    try:
        event = from_json(raw, cache_strings="none")  # as in a message itself
    except ValueError:  # also what is nested too deep, and half a surrogate pair
        raise RefusedMessageError(RefusalReason.MALFORMED, "not JSON in UTF-8") from None
    if not isinstance(event, dict) or event.get("specversion") != "1.0":
        raise RefusedMessageError(RefusalReason.MALFORMED, "not a CloudEvents 1.0 event")
    event_type, event_id = event.get("type"), event.get("id")
    match = _TYPE.fullmatch(event_type) if isinstance(event_type, str) else None
    if match is None or not isinstance(event_id, str):
        raise RefusedMessageError(RefusalReason.MALFORMED, "type or id is missing or not ours")
    if int(match[2]) != MAJOR_VERSION:
        raise RefusedMessageError(RefusalReason.UNKNOWN_VERSION, f"{match[1]} version {match[2]}")
    model = MESSAGES.get(match[1])
    if model is None:
        raise RefusedMessageError(RefusalReason.UNKNOWN_KIND, match[1])
    try:
        return event_id, model.model_validate_json(to_json(event.get("data")))
    except ValidationError as error:
        places = ", ".join(".".join(str(p) for p in e["loc"][:4]) for e in error.errors(include_input=False)[:5])
        raise RefusedMessageError(RefusalReason.MALFORMED, f"{match[1]} does not fit at: {places}") from None
