"""The code on a kiosk's screen for phones that reach the hub alone: signed here, so that the hub can check it."""

import threading
from typing import Any, Final

from agent.contract.identifiers import RandomBytes
from agent.contract.visitor_letters import NONCE_BYTES, make_code
from agent.ports import KeyStore
from agent.provisioning.identity import DeviceIdentity
from agent.surfaces.entrance import EntranceClock
from agent.surfaces.qr import qr
from agent.visiting.token import TO_OPEN_S

Event = dict[str, Any]
_NAME: Final = "v"
SHOWN_S: Final = 20
"""How long a code stands on the screen. Only the hub hears that one was used: whoever comes next does not wait long."""


class HubCodes:
    """Codes that end by the wall clock, the hub's where it was heard. Safe from several threads.

    Args:
        page: the hub's page for visitors, ending with a slash.
        identity: whose device this is.
        keys: sign.
        clock: both clocks.
        random_bytes: for nonces.
    """

    def __init__(
        self, page: str, *, identity: DeviceIdentity, keys: KeyStore, clock: EntranceClock, random_bytes: RandomBytes
    ) -> None:
        self._page = page
        self._identity = identity
        self._keys = keys
        self._clock = clock
        self._random_bytes = random_bytes
        self._lock = threading.Lock()
        self._address, self._until = "", 0.0

    def shown(self) -> Event:
        """What the screen shows: another code every 20 s. What stands behind `#` no browser sends."""
        with self._lock:
            now = self._clock.monotonic()
            if now >= self._until:
                ends = int(self._clock.now().timestamp()) + TO_OPEN_S
                code = make_code(
                    self._keys.signing_key(),
                    self._identity.tenant,
                    self._identity.device,
                    self._random_bytes(NONCE_BYTES),
                    ends,
                )
                self._address, self._until = f"{self._page}#{_NAME}={code}", now + SHOWN_S
            left_s = max(1, int(self._until - now))
            return {"leads_to": "feedback", "address": self._address, "qr": qr(self._address), "left_s": left_s}
