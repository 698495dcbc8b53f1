"""T/CEC 102.4: what operators' platforms tell each other about charging: signed, enciphered, answered in the same form.

    {"OperatorID", "Data": base64 of AES-128-CBC, "TimeStamp": yyyyMMddHHmmss, "Seq": "0001", "Sig"}
    {"Ret", "Msg", "Data", "Sig"}

Sig is HMAC-MD5 in capitals over OperatorID, Data, TimeStamp and Seq, or over Ret, Msg and Data (appendix C). It is
checked before anything is deciphered (appendix B). The standard chose MD5; as a MAC, HMAC-MD5 is not broken.
"""

import base64
import binascii
import hmac
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import IntEnum
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

from agent.errors import InputRefusedError

_BLOCK_BITS: Final = 128
_FIELDS: Final = ("OperatorID", "Data", "TimeStamp", "Seq", "Sig")
_CHINA: Final = timezone(timedelta(hours=8))


class Ret(IntEnum):
    """What an answer says (102.4, table of return values)."""

    OK = 0
    WRONG_SIGNATURE = 4001
    WRONG_PARAMETERS = 4003
    """One of the five is missing, or is not what it should be."""
    WRONG_CONTENT = 4004
    """What was enciphered lacks what the interface asks for."""


MESSAGES: Final = {
    Ret.OK: "",
    Ret.WRONG_SIGNATURE: "签名错误",
    Ret.WRONG_PARAMETERS: "POST参数不合法，需要OperatorID、Data、TimeStamp、Seq、Sig",
    Ret.WRONG_CONTENT: "业务参数不合法",
}


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the operator and this device agreed on."""

    operator_id: str
    """Of the platform that tells."""
    operator_secret: str = field(repr=False)
    """What it asks for a token with."""
    sig_secret: bytes = field(repr=False)
    data_secret: bytes = field(repr=False)
    """16 bytes."""
    data_secret_iv: bytes = field(repr=False)
    """16 bytes."""


def read_secrets(text: str) -> Secrets:
    """The file in which a site keeps what was agreed: TOML, with the standard's own names.

    Raises:
        InputRefusedError: names the key that is missing or does not fit; never a value.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise InputRefusedError('not TOML: write each key as NAME = "value"') from None
    for name in ("OperatorID", "OperatorSecret", "SigSecret", "DataSecret", "DataSecretIV"):
        value = values.get(name)
        if not isinstance(value, str) or not value.isascii() or not value:
            raise InputRefusedError(f"{name} is missing, or is no text")
        if name.startswith("Data") and len(value) != _BLOCK_BITS // 8:
            raise InputRefusedError(f"{name} has {len(value)} characters: AES-128 takes 16")
    return Secrets(
        operator_id=values["OperatorID"],
        operator_secret=values["OperatorSecret"],
        sig_secret=values["SigSecret"].encode(),
        data_secret=values["DataSecret"].encode(),
        data_secret_iv=values["DataSecretIV"].encode(),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A notification, signed by who should have."""

    data: Mapping[str, Any] = field(repr=False)
    at: datetime | None
    """When it was sent; None where it does not say so in the standard's form."""


class Exchange:
    """Opens what one platform sends, and seals what it is answered.

    Args:
        secrets: agreed with it.
    """

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def open(self, body: bytes) -> Told | Ret:
        """What a request says, or why it is refused.

        Args:
            body: JSON, as it came.
        """
        try:
            said = json.loads(body)
        except ValueError:
            return Ret.WRONG_PARAMETERS
        if not isinstance(said, dict) or not all(isinstance(said.get(name), str) for name in _FIELDS):
            return Ret.WRONG_PARAMETERS
        ours = self.signature(said["OperatorID"], said["Data"], said["TimeStamp"], said["Seq"])
        genuine = hmac.compare_digest(ours.encode(), said["Sig"].encode())
        if not genuine or said["OperatorID"] != self._secrets.operator_id:
            return Ret.WRONG_SIGNATURE
        try:
            data = json.loads(self._decipher(said["Data"]))
        except ValueError:
            return Ret.WRONG_CONTENT
        return Told(data, _sent_at(said["TimeStamp"])) if isinstance(data, dict) else Ret.WRONG_CONTENT

    def answer(self, ret: Ret, data: Mapping[str, Any]) -> dict[str, Any]:
        """What a request is answered."""
        message, enciphered = MESSAGES[ret], self.encipher(json.dumps(data, ensure_ascii=False).encode())
        return {
            "Ret": int(ret),
            "Msg": message,
            "Data": enciphered,
            "Sig": self.signature(str(int(ret)), message, enciphered),
        }

    def signature(self, *parts: str) -> str:
        """Thirty-two hexadecimal digits in capitals, over the parts as they stand."""
        return hmac.digest(self._secrets.sig_secret, "".join(parts).encode(), "md5").hex().upper()

    def encipher(self, plain: bytes) -> str:
        """base64 of AES-128-CBC, padded as PKCS#7."""
        padder, encryptor = PKCS7(_BLOCK_BITS).padder(), self._cipher().encryptor()
        return base64.b64encode(
            encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
        ).decode()

    def _decipher(self, enciphered: str) -> bytes:
        """Raises ValueError where it is not what `encipher` makes."""
        try:
            raw = base64.b64decode(enciphered, validate=True)
        except binascii.Error as error:
            raise ValueError("not base64") from error
        unpadder, decryptor = PKCS7(_BLOCK_BITS).unpadder(), self._cipher().decryptor()
        return unpadder.update(decryptor.update(raw) + decryptor.finalize()) + unpadder.finalize()

    def _cipher(self) -> Cipher[CBC]:
        return Cipher(AES(self._secrets.data_secret), CBC(self._secrets.data_secret_iv))


def _sent_at(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=_CHINA)
    except ValueError:
        return None
