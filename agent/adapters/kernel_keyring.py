"""The device key in the Linux kernel's keyring: never on this device's disk, gone with the power.

The kernel keeps it in memory alone, so something outside has to bring it at every boot: the platform unseals it (from a
TPM, from encrypted credentials) and adds it to the user keyring of the agent's user before the agent starts:

    keyctl padd user tingche:wrapping @u < KEY        # 32 bytes

It is read for each wrapping and kept nowhere: whoever revokes it in the keyring makes every record here unreadable at
once. Because the platform owns it, only the platform can replace it.
"""

import contextlib
from typing import Final

from cryptography.hazmat.primitives import keywrap

from agent.errors import TechnicianNeededError

NAME: Final = "tingche:wrapping"
_BYTES: Final = 32


class KeyringWrapping:
    """`agent.ports.WrappingKey` on the kernel's keyring.

    Args:
        name: the description of the key, of type "user".

    Raises:
        TechnicianNeededError: the library, the keyring or the key is missing; says what to do.
    """

    def __init__(self, name: str = NAME) -> None:
        try:
            import keyctl2
        except ImportError:
            raise TechnicianNeededError(
                'The profile keeps the device key in the kernel keyring (keys.store = "keyring"): install '
                "tingche[keyring]."
            ) from None
        self._keyctl, self._name = keyctl2, name
        spec = keyctl2.KeySpec
        with contextlib.suppress(OSError):  # a service's own session keyring may not hold the user's yet
            keyctl2.Key(spec.USER_KEYRING).link(spec.SESSION_KEYRING)
        self._read()

    def wrap(self, subject_key: bytes) -> bytes:
        """See `WrappingKey.wrap`."""
        return keywrap.aes_key_wrap(self._read(), subject_key)

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """See `WrappingKey.unwrap`."""
        key = self._read()
        with contextlib.suppress(keywrap.InvalidUnwrap, ValueError):
            return keywrap.aes_key_unwrap(key, wrapped)
        return None

    @property
    def rotating(self) -> bool:
        """See `WrappingKey.rotating`."""
        return False

    def begin_rotation(self) -> None:
        """Refuses: the platform owns this key.

        Raises:
            TechnicianNeededError: always.
        """
        raise TechnicianNeededError(
            f"The device key is in the kernel keyring ({self._name}) and belongs to the platform: it cannot be "
            "replaced from here."
        )

    def finish_rotation(self) -> None:
        """See `WrappingKey.finish_rotation`. There is none."""

    def _read(self) -> bytes:
        ring = self._keyctl.KeySpec.USER_KEYRING
        try:
            key = bytes(self._keyctl.Key(self._keyctl.search(ring, "user", self._name)).read())
        except OSError as error:
            raise TechnicianNeededError(
                f"The kernel keyring has no key {self._name!r} for this user ({error.strerror}). The platform has to "
                f"add it at every boot, before the agent starts: keyctl padd user {self._name} @u < KEY"
            ) from None
        if len(key) != _BYTES:
            raise TechnicianNeededError(
                f"The key {self._name!r} in the kernel keyring has {len(key)} bytes, not {_BYTES}: add the right one."
            )
        return key
