"""Which catalogue a device goes by: only a signed one, and never an older one than it has had."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.adapters.model_store import ModelStore
from agent.adapters.model_store.signature import key_id, signature_file, trusted_keys
from agent.adapters.model_store.stick import Stick
from agent.errors import TechnicianNeededError
from tests.fakes.signed_catalogue import RELEASE_KEY, public_pem, write_signed

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "offline_models" / "catalogue.toml"


def _text(serial: int, *names: str) -> str:
    models = "".join(
        f'[[model]]\nname = "{name}"\nengine = "vosk"\nlanguage = "zh"\nabout = "-"\nlicence = "MIT"\n'
        f'licence_from = "-"\nfiles = [{{ path = "f", bytes = 1, sha256 = "{"0" * 64}" }}]\n'
        '[[model.source]]\nkind = "https"\nurl = "https://models.example/{path}"\n'
        for name in names
    )
    return f"version = 1\nserial = {serial}\n{models}"


@pytest.fixture
def shipped(tmp_path):
    return write_signed(tmp_path / "package" / "catalogue.toml", _text(5, "old"))


def _stick(tmp_path: Path, serial: int, *names: str, key: Ed25519PrivateKey = RELEASE_KEY) -> Stick:
    return Stick(write_signed(tmp_path / "stick" / "catalogue.toml", _text(serial, *names), key).parent)


def _names(store: ModelStore) -> list[str]:
    return [status.entry.name for status in store.list()]


# ---- what we ship ------------------------------------------------------------------------------------------------


def test_the_shipped_catalogue_is_signed_by_a_shipped_key(tmp_path):
    store = ModelStore(tmp_path, SHIPPED)
    assert store.catalogue.signer in trusted_keys(SHIPPED.with_name("release_keys.pem"))


def test_no_private_key_is_in_the_repository():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.split(b"\0")
    private = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{20}")
    for name in filter(None, tracked):
        assert not private.search((ROOT / name.decode()).read_bytes()), name


# ---- signature ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 40, -2])
def test_one_changed_byte_is_refused_with_what_to_do(tmp_path, shipped, place):
    raw = bytearray(shipped.read_bytes())
    raw[place] ^= 1
    shipped.write_bytes(raw)
    with pytest.raises(TechnicianNeededError, match=r"not signed by a key that this device trusts.*Reinstall"):
        ModelStore(tmp_path / "models", shipped)


@pytest.mark.parametrize(
    "signature",
    ["", "rubbish", "# serial 5\n", f"{key_id(RELEASE_KEY.public_key())} !!!\n"],
    ids=["empty", "rubbish", "no signature", "no base64"],
)
def test_a_catalogue_without_a_good_signature_is_refused(tmp_path, shipped, signature):
    signature_file(shipped).write_text(signature)
    with pytest.raises(TechnicianNeededError, match="not signed"):
        ModelStore(tmp_path / "models", shipped)


def test_a_missing_signature_names_the_file(tmp_path, shipped):
    signature_file(shipped).unlink()
    with pytest.raises(TechnicianNeededError, match=r"catalogue\.toml\.sig: No such file.*Reinstall"):
        ModelStore(tmp_path / "models", shipped)


def test_a_signature_by_a_stranger_is_refused_even_under_a_trusted_name(tmp_path, shipped):
    stranger = Ed25519PrivateKey.generate()
    write_signed(shipped, shipped.read_text(), stranger, trusted=public_pem(RELEASE_KEY))
    beside = signature_file(shipped)
    beside.write_text(beside.read_text() + f"{key_id(RELEASE_KEY.public_key())} {beside.read_text().split()[1]}\n")
    with pytest.raises(TechnicianNeededError, match="not signed"):
        ModelStore(tmp_path / "models", shipped)


def test_one_of_several_trusted_keys_is_enough(tmp_path, shipped):
    new = Ed25519PrivateKey.generate()
    for signers in ((new,), (RELEASE_KEY,), (Ed25519PrivateKey.generate(), new)):
        write_signed(shipped, shipped.read_text(), *signers, trusted=public_pem(RELEASE_KEY, new))
        assert _names(ModelStore(tmp_path / "models", shipped)) == ["old"]


def test_a_package_without_a_key_is_refused(tmp_path, shipped):
    shipped.with_name("release_keys.pem").write_text("no key here")
    with pytest.raises(TechnicianNeededError, match="no Ed25519 key"):
        ModelStore(tmp_path / "models", shipped)


# ---- brought on a stick ------------------------------------------------------------------------------------------


def test_a_newer_signed_catalogue_is_taken_and_outlives_a_restart(tmp_path, shipped):
    store = ModelStore(tmp_path / "models", shipped)
    assert store.bring_catalogue(_stick(tmp_path, 6, "old", "new")) == "newer"
    assert _names(store) == _names(ModelStore(tmp_path / "models", shipped)) == ["old", "new"]


@pytest.mark.parametrize(("serial", "said"), [(1, "older"), (5, "older"), (7, "same")])
def test_a_catalogue_no_newer_than_the_one_trusted_is_not_taken(tmp_path, shipped, serial, said):
    store = ModelStore(tmp_path / "models", shipped)
    assert store.bring_catalogue(_stick(tmp_path, 7, "seventh")) == "newer"
    assert store.bring_catalogue(_stick(tmp_path, serial, "older")) == said
    assert _names(store) == _names(ModelStore(tmp_path / "models", shipped)) == ["seventh"]


def test_an_unsigned_catalogue_on_a_stick_is_refused_and_nothing_is_kept(tmp_path, shipped):
    store = ModelStore(tmp_path / "models", shipped)
    stick = _stick(tmp_path, 9, "evil", key=Ed25519PrivateKey.generate())
    with pytest.raises(TechnicianNeededError, match=r"stick/catalogue\.toml is not signed.*Copy .*, or delete"):
        store.bring_catalogue(stick)
    assert _names(store) == ["old"]
    assert not (tmp_path / "models").exists()


def test_a_signed_catalogue_for_another_version_says_so(tmp_path, shipped):
    store = ModelStore(tmp_path / "models", shipped)
    stick = _stick(tmp_path, 9, "new")
    write_signed(stick.folder / "catalogue.toml", _text(9, "new").replace('"vosk"', '"of the future"'))
    with pytest.raises(TechnicianNeededError, match="does not fit this version of tingche"):
        store.bring_catalogue(stick)


def test_a_stick_without_a_catalogue_changes_nothing(tmp_path, shipped):
    (tmp_path / "stick").mkdir()
    assert ModelStore(tmp_path / "models", shipped).bring_catalogue(Stick(tmp_path / "stick")) == "none"


def test_a_newer_package_goes_before_what_was_brought(tmp_path, shipped):
    ModelStore(tmp_path / "models", shipped).bring_catalogue(_stick(tmp_path, 6, "brought"))
    write_signed(shipped, _text(8, "newest"))
    assert _names(ModelStore(tmp_path / "models", shipped)) == ["newest"]


def test_what_was_brought_is_not_used_once_it_is_damaged_and_the_log_says_so(tmp_path, shipped, caplog):
    ModelStore(tmp_path / "models", shipped).bring_catalogue(_stick(tmp_path, 6, "brought"))
    (kept,) = (tmp_path / "models" / ".catalogue").glob("*.toml")
    kept.write_bytes(kept.read_bytes() + b"\n")
    assert _names(ModelStore(tmp_path / "models", shipped)) == ["old"]
    assert "not signed" in caplog.text


def test_what_was_brought_is_not_used_once_its_key_is_trusted_no_more(tmp_path, shipped):
    ModelStore(tmp_path / "models", shipped).bring_catalogue(_stick(tmp_path, 6, "brought"))
    write_signed(shipped, _text(5, "old"), Ed25519PrivateKey.generate())
    assert _names(ModelStore(tmp_path / "models", shipped)) == ["old"]


# ---- the maintainer's tool ---------------------------------------------------------------------------------------


def _tool(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "packaging" / "release_key.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_a_maintainer_makes_a_key_signs_and_after_a_change_signs_again(tmp_path):
    key, catalogue = tmp_path / "home" / "release_key.pem", tmp_path / "package" / "catalogue.toml"
    catalogue.parent.mkdir()
    catalogue.write_text(_text(1, "first"))
    assert _tool("make", key, "--catalogue", catalogue).returncode == 0
    assert key.stat().st_mode & 0o777 == 0o600
    assert _tool("sign", key, "--catalogue", catalogue).returncode == 0
    assert ModelStore(tmp_path / "models", catalogue).catalogue.catalogue.serial == 1
    catalogue.write_text(_text(1, "first", "second"))
    assert "serial 2" in _tool("sign", key, "--catalogue", catalogue).stdout
    assert _names(ModelStore(tmp_path / "models", catalogue)) == ["first", "second"]


def test_a_lost_key_is_replaced_in_one_step(tmp_path, shipped):
    key = tmp_path / "release_key.pem"
    _tool("make", key, "--replace", "--catalogue", shipped)
    _tool("sign", key, "--catalogue", shipped)
    assert len(trusted_keys(shipped.with_name("release_keys.pem"))) == 1
    assert ModelStore(tmp_path / "models", shipped).catalogue.signer != key_id(RELEASE_KEY.public_key())


def test_a_key_inside_the_repository_is_refused():
    ended = _tool("make", ROOT / "release_key.pem")
    assert ended.returncode == 1
    assert "inside the repository" in ended.stderr
    assert not (ROOT / "release_key.pem").exists()


def test_a_key_that_the_package_does_not_trust_does_not_sign(tmp_path, shipped):
    _tool("make", tmp_path / "other.pem", "--catalogue", tmp_path / "catalogue.toml")
    before = signature_file(shipped).read_bytes()
    ended = _tool("sign", tmp_path / "other.pem", "--catalogue", shipped)
    assert (ended.returncode, signature_file(shipped).read_bytes()) == (1, before)
    assert "make release-key" in ended.stderr
