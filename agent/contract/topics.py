"""MQTT topics: `tingche/v1/{tenant}/{device}/up|down/{channel}`. The only place that spells them."""

import re
from dataclasses import dataclass
from typing import Literal

PREFIX = "tingche/v1"
UP_FILTER = f"{PREFIX}/+/+/up/#"
"""What the hub subscribes to."""

UP_CHANNELS = {
    "feedback": "feedback",
    "voice": "voice",
    "erasure": "erasure",
    "consent": "consent",
    "loss": "loss",
    "acknowledgement": "ack",
}
"""Message kind -> channel, device to hub."""
DOWN_CHANNELS = {
    "receipt": "receipt",
    "rejection": "receipt",
    "erasure_receipt": "erasure",
    "erasure_order": "erasure",
    "profile": "profile",
    "prompts": "prompt",
    "ticket_news": "ticket",
    "letter": "letter",
}
"""Message kind -> channel, hub to device."""

_TOPIC = re.compile(r"^tingche/v1/([0-9a-z][0-9a-z-]{0,62})/([0-9a-z][0-9a-z-]{7,63})/(up|down)/([a-z]{1,16})$")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic taken apart."""

    tenant: str
    device: str
    direction: Literal["up", "down"]
    channel: str

    def __str__(self) -> str:
        return f"{PREFIX}/{self.tenant}/{self.device}/{self.direction}/{self.channel}"

    @classmethod
    def parse(cls, text: str) -> "Topic | None":
        """The topic's parts, or None when it is not one of ours."""
        match = _TOPIC.fullmatch(text)
        if match is None:
            return None
        direction: Literal["up", "down"] = "up" if match[3] == "up" else "down"
        return cls(match[1], match[2], direction, match[4])


def up(tenant: str, device: str, kind: str) -> str:
    """Where a device publishes a message of this kind."""
    return str(Topic(tenant, device, "up", UP_CHANNELS[kind]))


def down(tenant: str, device: str, kind: str) -> str:
    """Where the hub publishes a message of this kind for one device."""
    return str(Topic(tenant, device, "down", DOWN_CHANNELS[kind]))


def down_filter(tenant: str, device: str) -> str:
    """What a device subscribes to."""
    return f"{PREFIX}/{tenant}/{device}/down/#"


def status(tenant: str, device: str) -> str:
    """Where a device's presence stands (its last will)."""
    return f"{PREFIX}/{tenant}/{device}/status"
