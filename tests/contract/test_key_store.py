"""What every KeyStore promises about wrapping, blinding and rotating, on the real one and the fake."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from agent.adapters.kernel_keyring import KeyringWrapping
from agent.adapters.key_file import FileKeys
from agent.adapters.pkcs11_token import LABEL, TokenWrapping
from agent.adapters.sqlite_store import SqliteStore
from agent.enrolled import wrapping_key
from agent.errors import TechnicianNeededError
from agent.ports import NewEntry, Priority
from agent.profile import KeySettings, parse_profile
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "123456"


@pytest.fixture(scope="session")
def token(tmp_path_factory) -> str:
    """A SoftHSM token; its library reads its configuration once in a process."""
    if not MODULE.exists():
        if os.environ.get("CI"):
            pytest.fail("softhsm2 is missing: make debian")
        pytest.skip("softhsm2 from Debian is not installed: make debian")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    command = [
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "tingche-test",
        "--pin",
        PIN,
        "--so-pin",
        "87654321",
    ]
    subprocess.run(command, check=True, capture_output=True)
    return "tingche-test"


@pytest.fixture
def in_token(token):
    """Opens the device key in the token; each test begins with an empty one."""
    opened: list[TokenWrapping] = []

    def again(*, create: bool = False) -> TokenWrapping:
        opened.append(TokenWrapping(MODULE, token, PIN, create=create))
        return opened[-1]

    first = again(create=True)
    yield again
    for key in first._session.get_objects():
        key.destroy()
    for one in opened:
        one.close()


@pytest.fixture
def keyring_name():
    """A device key in the kernel's keyring, as the platform puts it there."""
    keyctl2 = pytest.importorskip("keyctl2")
    name = f"tingche:test-{os.urandom(6).hex()}"
    try:
        serial = keyctl2.add_key("user", name, os.urandom(32), keyctl2.KeySpec.USER_KEYRING)
        keyctl2.Key(keyctl2.KeySpec.USER_KEYRING).link(keyctl2.KeySpec.SESSION_KEYRING)
        keyctl2.Key(serial).read()
    except OSError as error:
        pytest.skip(f"this kernel keeps no keys for us ({error.strerror})")
    yield name
    with contextlib.suppress(OSError):
        keyctl2.Key(serial).revoke()


@pytest.fixture(params=["files", "memory", "token"])
def keys(request, tmp_path):
    if request.param == "memory":
        return MemoryKeys()
    wrapping = request.getfixturevalue("in_token")() if request.param == "token" else None
    return FileKeys.create(tmp_path / "keys", wrapping)


def test_a_rotation_keeps_what_was_wrapped_readable_until_it_is_finished_and_then_destroys_it(keys):
    subject_key, blinded = os.urandom(32), keys.blind("profile/mum")
    old = keys.wrap(subject_key)
    assert not keys.rotating
    keys.begin_rotation()
    assert keys.rotating
    new = keys.wrap(subject_key)
    assert new != old
    assert keys.unwrap(old) == keys.unwrap(new) == subject_key
    keys.finish_rotation()
    assert not keys.rotating
    assert keys.unwrap(new) == subject_key
    with pytest.raises(TechnicianNeededError):
        keys.unwrap(old)
    assert keys.blind("profile/mum") == blinded


def test_beginning_twice_goes_on_with_the_same_key_and_finishing_nothing_changes_nothing(keys):
    subject_key = os.urandom(32)
    keys.finish_rotation()
    keys.begin_rotation()
    new = keys.wrap(subject_key)
    keys.begin_rotation()
    keys.finish_rotation()
    keys.finish_rotation()
    assert keys.unwrap(new) == subject_key


def test_a_rotation_interrupted_at_any_step_is_finished_by_the_next_start(tmp_path):
    """The steps between two syncs: journal written, rows wrapped anew, old key overwritten, old key replaced."""
    life = tmp_path / "life"
    keys = FileKeys.create(life / "keys")
    store = SqliteStore(life / "agent.db", keys, Budget(), FakeClock())
    store.put(NewEntry("r1", "feedback", Priority.FEEDBACK, b"frame", START)).result()
    store.close()
    old_key = (life / "keys" / "wrapping.key").read_bytes()

    def cut(name: str) -> None:
        shutil.copytree(life, tmp_path / name)

    keys.begin_rotation()
    cut("journal written")
    store = SqliteStore(life / "agent.db", keys, Budget(), FakeClock())  # opening finishes it
    store.close()
    shutil.copytree(life, tmp_path / "rows wrapped anew")
    next_key = (life / "keys" / "wrapping.key").read_bytes()
    folder = tmp_path / "rows wrapped anew" / "keys"
    (folder / "wrapping.key.next").write_bytes(next_key)
    (folder / "wrapping.key").write_bytes(old_key)
    shutil.copytree(tmp_path / "rows wrapped anew", tmp_path / "old key overwritten")
    (tmp_path / "old key overwritten" / "keys" / "wrapping.key").write_bytes(bytes(32))
    cut("old key replaced")
    for name in ("journal written", "rows wrapped anew", "old key overwritten", "old key replaced"):
        again = FileKeys(tmp_path / name / "keys")
        store = SqliteStore(tmp_path / name / "agent.db", again, Budget(), FakeClock())
        assert store.recovered_from is None, name
        assert store.frame("r1") == b"frame", name
        store.close()
        assert not again.rotating, name
        files = {path.name: path.read_bytes() for path in (tmp_path / name / "keys").iterdir()}
        assert "wrapping.key.next" not in files, name
        assert old_key not in files.values(), name


def test_a_device_from_before_there_was_a_blinding_key_finds_its_people_after_a_rotation(tmp_path):
    keys = FileKeys.create(tmp_path / "keys")
    (tmp_path / "keys" / "blinding.key").unlink()
    keys = FileKeys.create(tmp_path / "keys")
    store = SqliteStore(tmp_path / "agent.db", keys, Budget(), FakeClock())
    subject = store.subject_for("mum").result()
    assert store.rotate_keys().result() == 2
    store.close()
    store = SqliteStore(tmp_path / "agent.db", FileKeys(tmp_path / "keys"), Budget(), FakeClock())
    assert store.find_subject("mum") == subject
    store.close()


# ---- where the device key can be -------------------------------------------------------------------------------------


def store_on(folder: Path, wrapping) -> SqliteStore:
    return SqliteStore(folder / "agent.db", FileKeys.create(folder / "keys", wrapping), Budget(), FakeClock())


def test_a_copied_disk_opens_nothing_without_the_token(in_token, tmp_path):
    store = store_on(tmp_path, in_token())
    store.put(NewEntry("r1", "feedback", Priority.FEEDBACK, b"frame", START)).result()
    store.close()
    assert not (tmp_path / "keys" / "wrapping.key").exists()
    again = store_on(tmp_path, in_token())
    assert again.frame("r1") == b"frame"
    again.close()
    with pytest.raises(TechnicianNeededError, match="another device key"):
        SqliteStore(tmp_path / "agent.db", FileKeys.create(tmp_path / "keys"), Budget(), FakeClock())


def test_the_device_key_never_leaves_the_token(in_token):
    import pkcs11

    key = in_token()._current
    assert key[pkcs11.Attribute.EXTRACTABLE] is False
    assert key[pkcs11.Attribute.SENSITIVE] is True
    with pytest.raises(pkcs11.AttributeSensitive):
        key[pkcs11.Attribute.VALUE]


def test_a_rotation_in_the_token_that_is_interrupted_goes_on_where_it_was(in_token):
    first = in_token()
    subject_key = os.urandom(32)
    old = first.wrap(subject_key)
    first.begin_rotation()
    new = first.wrap(subject_key)
    again = in_token()  # the power failed: two keys are in the token
    assert again.rotating
    assert again.unwrap(old) == again.unwrap(new) == subject_key
    again._current.destroy()  # and again, between destroying the old one and renaming the next
    last = in_token()
    assert not last.rotating
    assert (last.unwrap(new), last.unwrap(old)) == (subject_key, None)
    assert last._find(LABEL) is not None


def test_wrapping_by_token_is_the_same_standard_as_by_file(in_token):
    """RFC 3394: always the same 40 bytes, with an integrity check inside."""
    wrapping, subject_key = in_token(), os.urandom(32)
    wrapped = wrapping.wrap(subject_key)
    assert (len(wrapped), wrapping.wrap(subject_key)) == (40, wrapped)
    assert wrapping.unwrap(wrapped[:-1] + bytes([wrapped[-1] ^ 1])) is None
    assert wrapping.unwrap(b"") is None


@pytest.mark.parametrize(
    ("module", "label", "pin", "says"),
    [
        ("/no/such/library.so", "tingche-test", PIN, "pkcs11_module"),
        (str(MODULE), "another-token", PIN, "pkcs11_token"),
        (str(MODULE), "tingche-test", "000000", "PIN"),
    ],
)
def test_a_token_that_is_not_there_or_another_one_refuses_to_start(token, module, label, pin, says):
    with pytest.raises(TechnicianNeededError, match=says):
        TokenWrapping(Path(module), label, pin)


def test_a_token_without_our_key_is_another_devices(in_token):
    in_token()._current.destroy()
    with pytest.raises(TechnicianNeededError, match="enrolled with another token"):
        in_token()


def test_the_kernels_keyring_holds_the_device_key_and_revoking_it_closes_every_record(keyring_name, tmp_path):
    import keyctl2

    store = store_on(tmp_path, KeyringWrapping(keyring_name))
    store.put(NewEntry("r1", "feedback", Priority.FEEDBACK, b"frame", START)).result()
    store.close()
    on_disk = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    serial = keyctl2.search(keyctl2.KeySpec.USER_KEYRING, "user", keyring_name)
    assert keyctl2.Key(serial).read() not in on_disk
    again = store_on(tmp_path, KeyringWrapping(keyring_name))
    assert again.frame("r1") == b"frame"
    with pytest.raises(TechnicianNeededError, match="belongs to the platform"):
        again.rotate_keys()
    again.close()
    keyctl2.Key(serial).revoke()
    with pytest.raises(TechnicianNeededError, match="keyctl padd user"):
        KeyringWrapping(keyring_name)


def test_the_kernels_keyring_without_a_key_says_what_the_platform_has_to_do():
    pytest.importorskip("keyctl2")
    with pytest.raises(TechnicianNeededError, match="at every boot"):
        KeyringWrapping("tingche:nobody-put-this-here")


def test_an_unknown_place_for_the_device_key_refuses_to_start():
    with pytest.raises(TechnicianNeededError, match=r"keys\.store.*'file', 'keyring' or 'pkcs11'"):
        parse_profile({"kind": "head_unit", "keys": {"store": "drawer"}}, "test")


def test_the_profile_chooses_where_the_device_key_is(in_token, keyring_name, tmp_path):
    (tmp_path / "pin").write_text(PIN)
    chosen = KeySettings(store="pkcs11", pkcs11_token="tingche-test", pkcs11_pin_file=str(tmp_path / "pin"))
    by_token = wrapping_key(chosen)
    assert isinstance(by_token, TokenWrapping)
    by_token.close()
    assert isinstance(wrapping_key(KeySettings(store="keyring", keyring_name=keyring_name)), KeyringWrapping)
    assert wrapping_key(KeySettings()) is None
    with pytest.raises(TechnicianNeededError, match="pkcs11_pin_file"):
        wrapping_key(KeySettings(store="pkcs11", pkcs11_pin_file="/no/such/pin"))
