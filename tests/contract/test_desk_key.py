import base64
import json
import os

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from agent.contract.sealing import open_contact, seal_contact
from hub.adapters.desk_key import is_protected, open_key, protect, public_half
from hub.errors import InputRefusedError, OperatorNeededError

PASSPHRASE = "四个词 correct horse battery"


@pytest.fixture
def folder(tmp_path):
    key = X25519PrivateKey.generate()
    file = tmp_path / "desk.key"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    file.chmod(0o600)
    return tmp_path


def test_a_plain_key_opens_without_a_passphrase_and_tells_its_public_half(folder):
    assert is_protected(folder / "desk.key") is False
    sealed = seal_contact("13800138000", public_half(folder))
    assert open_contact(sealed, open_key(folder / "desk.key", None)) == "13800138000"


def test_a_protected_key_opens_with_its_passphrase_and_with_nothing_else(folder):
    before = public_half(folder)
    raw = open_key(folder / "desk.key", None).private_bytes_raw()
    protect(folder, PASSPHRASE)
    assert is_protected(folder / "desk.key") is True
    assert public_half(folder) == before
    assert open_key(folder / "desk.key", PASSPHRASE).private_bytes_raw() == raw
    for wrong in (None, "", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(InputRefusedError):
            open_key(folder / "desk.key", wrong)
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    for form in (raw, base64.b64encode(raw), raw.hex().encode()):
        assert form not in kept
    assert [path.name for path in folder.iterdir() if path.stat().st_mode & 0o077] == []


def test_a_short_passphrase_or_a_second_one_changes_nothing(folder):
    before = (folder / "desk.key").read_bytes()
    with pytest.raises(InputRefusedError, match="12 characters"):
        protect(folder, "short")
    assert (folder / "desk.key").read_bytes() == before
    protect(folder, PASSPHRASE)
    sealed = (folder / "desk.key").read_bytes()
    with pytest.raises(InputRefusedError, match="already"):
        protect(folder, PASSPHRASE)
    assert (folder / "desk.key").read_bytes() == sealed


def test_a_hub_without_the_private_half_still_tells_devices_what_to_seal_to(folder):
    protect(folder, PASSPHRASE)
    public = public_half(folder)
    (folder / "desk.key").rename(folder / "stick.key")
    assert public_half(folder) == public
    assert is_protected(folder / "desk.key") is None
    sealed = seal_contact("13800138000", public)
    assert open_contact(sealed, open_key(folder / "stick.key", PASSPHRASE)) == "13800138000"


@pytest.mark.parametrize("change", ["nonce", "key", "salt"])
def test_a_changed_file_opens_nothing(folder, change):
    protect(folder, PASSPHRASE)
    file = folder / "desk.key"
    told = json.loads(file.read_text())
    raw = bytearray(base64.b64decode(told[change]))
    raw[0] ^= 1
    file.write_text(json.dumps(told | {change: base64.b64encode(raw).decode()}))
    with pytest.raises(InputRefusedError):
        open_key(file, PASSPHRASE)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'{"kdf": "scrypt"}', b"-----BEGIN", os.urandom(40)],
    ids=["empty", "brace", "no salt", "begin", "noise"],
)
def test_a_damaged_or_missing_file_is_named_with_the_remedy(folder, content):
    file = folder / "desk.key"
    file.write_bytes(content)
    with pytest.raises(OperatorNeededError, match=r"desk\.key"):
        open_key(file, PASSPHRASE)
    file.unlink()
    with pytest.raises(OperatorNeededError, match="missing"):
        open_key(file, PASSPHRASE)


def test_a_key_that_others_can_read_is_refused(folder):
    (folder / "desk.key").chmod(0o644)
    with pytest.raises(OperatorNeededError, match="chmod 600"):
        open_key(folder / "desk.key", None)
