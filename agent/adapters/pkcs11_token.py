"""The device key in a PKCS#11 token (a secure element, a TPM behind tpm2-pkcs11, an HSM): it never leaves the token.

An AES-256 key, sensitive and not extractable, made in the token; it wraps subject keys by CKM_AES_KEY_WRAP (RFC 3394).
A copied disk opens nothing without the token. Rotation makes the next key beside it, under another label.

Tested with SoftHSM 2. A token that does not offer CKM_AES_KEY_WRAP is refused when it is opened.
"""

import threading
from pathlib import Path
from typing import Any, Final

from agent.errors import TechnicianNeededError, TemporaryError

LABEL: Final = "tingche-wrapping"
_NEXT: Final = f"{LABEL}-next"
_BITS: Final = 256


class TokenWrapping:
    """`agent.ports.WrappingKey` on a token.

    Args:
        module: the token's PKCS#11 library.
        token: its label.
        pin: of the user.
        create: make the key where there is none, at enrolment.

    Raises:
        TechnicianNeededError: library, module, token, PIN or key is missing or wrong; says which.
    """

    def __init__(self, module: Path, token: str, pin: str, *, create: bool = False) -> None:
        try:
            import pkcs11
        except ImportError:
            raise TechnicianNeededError(
                'The profile keeps the device key in a token (keys.store = "pkcs11"): install tingche[pkcs11].'
            ) from None
        self._pkcs11, self._token = pkcs11, token
        self._turn = threading.Lock()
        try:
            found = pkcs11.lib(str(module)).get_token(token_label=token)
            if pkcs11.Mechanism.AES_KEY_WRAP not in found.slot.get_mechanisms():
                raise TechnicianNeededError(f"The token {token!r} does not offer CKM_AES_KEY_WRAP: use another one.")
            try:
                self._session = found.open(rw=True, user_pin=pin)
            except pkcs11.UserAlreadyLoggedIn:  # a login is the process's, not the session's (PKCS #11 v2.40, 2.6.6)
                self._session = found.open(rw=True)
        except pkcs11.PKCS11Error as error:
            raise TechnicianNeededError(
                f"The token {token!r} behind {module} cannot be used ({type(error).__name__}). Check "
                f"keys.pkcs11_module, "
                "keys.pkcs11_token and the PIN in keys.pkcs11_pin_file."
            ) from None
        except RuntimeError:
            raise TechnicianNeededError(
                f"{module} is not a PKCS#11 library that loads. Check keys.pkcs11_module."
            ) from None
        self._next: Any = None
        self._current = self._open(create=create)

    def _open(self, *, create: bool) -> Any:
        current, following = self._find(LABEL), self._find(_NEXT)
        if current is None and following is not None:  # the power failed while the next one took its place
            following[self._pkcs11.Attribute.LABEL] = LABEL
            current, following = self._find(LABEL), None
        if current is None and create:
            current = self._make(LABEL)
        if current is None:
            raise TechnicianNeededError(
                f"The token {self._token!r} has no key {LABEL!r}: this device was enrolled with another token. "
                f"Bring it "
                "back, or move the state folder away and enrol again."
            )
        self._next = following
        return current

    def wrap(self, subject_key: bytes) -> bytes:
        """See `WrappingKey.wrap`."""
        attribute, kinds = self._pkcs11.Attribute, self._pkcs11
        with self._turn:
            try:
                passing = self._session.create_object(
                    {
                        attribute.CLASS: kinds.ObjectClass.SECRET_KEY,
                        attribute.KEY_TYPE: kinds.KeyType.GENERIC_SECRET,
                        attribute.VALUE: subject_key,
                        attribute.TOKEN: False,
                        attribute.EXTRACTABLE: True,
                        attribute.SENSITIVE: False,
                    }
                )
                try:
                    return bytes(
                        (self._next or self._current).wrap_key(passing, mechanism=kinds.Mechanism.AES_KEY_WRAP)
                    )
                finally:
                    passing.destroy()
            except self._pkcs11.PKCS11Error as error:
                raise self._failing(error) from None

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """See `WrappingKey.unwrap`."""
        attribute, kinds = self._pkcs11.Attribute, self._pkcs11
        template = {attribute.TOKEN: False, attribute.EXTRACTABLE: True, attribute.SENSITIVE: False}
        with self._turn:
            for key in (self._next, self._current):
                if key is None:
                    continue
                try:
                    passing = key.unwrap_key(
                        kinds.ObjectClass.SECRET_KEY,
                        kinds.KeyType.GENERIC_SECRET,
                        wrapped,
                        mechanism=kinds.Mechanism.AES_KEY_WRAP,
                        template=template,
                    )
                except (kinds.DeviceRemoved, kinds.SessionClosed, kinds.TokenNotPresent) as error:
                    raise self._failing(error) from None
                except kinds.PKCS11Error:  # tokens name a wrong key in many ways
                    continue
                try:
                    return bytes(passing[attribute.VALUE])
                finally:
                    passing.destroy()
        return None

    @property
    def rotating(self) -> bool:
        """See `WrappingKey.rotating`."""
        return self._next is not None

    def begin_rotation(self) -> None:
        """See `WrappingKey.begin_rotation`."""
        with self._turn:
            if self._next is None:
                try:
                    self._next = self._make(_NEXT)
                except self._pkcs11.PKCS11Error as error:
                    raise self._failing(error) from None

    def finish_rotation(self) -> None:
        """See `WrappingKey.finish_rotation`."""
        with self._turn:
            if self._next is None:
                return
            try:
                self._current.destroy()
                self._next[self._pkcs11.Attribute.LABEL] = LABEL
            except self._pkcs11.PKCS11Error as error:
                raise self._failing(error) from None
            self._current, self._next = self._next, None

    def close(self) -> None:
        """Log out."""
        self._session.close()

    def _find(self, label: str) -> Any:
        kinds = self._pkcs11
        wanted = {kinds.Attribute.CLASS: kinds.ObjectClass.SECRET_KEY, kinds.Attribute.LABEL: label}
        return next(iter(self._session.get_objects(wanted)), None)

    def _make(self, label: str) -> Any:
        kinds = self._pkcs11
        mechanisms = kinds.MechanismFlag
        return self._session.generate_key(
            kinds.KeyType.AES,
            _BITS,
            label=label,
            store=True,
            capabilities=mechanisms.WRAP | mechanisms.UNWRAP,
            template={kinds.Attribute.SENSITIVE: True, kinds.Attribute.EXTRACTABLE: False},
        )

    def _failing(self, error: Exception) -> TemporaryError:
        return TemporaryError(
            f"The token {self._token!r} does not answer ({type(error).__name__}). Nothing was recorded; check that "
            f"it is "
            "there, then try again."
        )
