"""The wire to the broker."""

from typing import Protocol


class TransportListener(Protocol):
    """Called from the transport's own thread; must only enqueue."""

    def connected(self, *, session_present: bool) -> None:
        """The broker took us."""
        ...

    def disconnected(self, reason: str) -> None:
        """The link is gone."""
        ...

    def arrived(self, topic: str, payload: bytes) -> None:
        """A message came down."""
        ...

    def handed_over(self, message_id: str) -> None:
        """The broker acknowledged (PUBACK). Says that the link works, and frees nothing: only a receipt does."""
        ...


class Transport(Protocol):
    """A thin wire to the broker. Keeps nothing and retries nothing: the sync engine does."""

    def connect(self, listener: TransportListener) -> None:
        """Start one attempt; the listener hears how it went.

        Raises:
            TechnicianNeededError: this link must not be used (plaintext beyond loopback, missing certificate).
        """
        ...

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        """Hand one frame to the wire at QoS 1. False when the link is not up."""
        ...

    def disconnect(self) -> None:
        """Leave cleanly."""
        ...
