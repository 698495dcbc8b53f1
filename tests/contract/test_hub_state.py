"""The hub's state folder on a real disk: keys, lock, addresses, and what happens when one of them is not right."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509

from agent.contract import sealing
from hub.adapters.certificate_authority import LEAF_LIFETIME, names_in
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.fleet_store import FleetStore
from hub.adapters.key_folder import load_keys, open_keys
from hub.adapters.state_folder import StateFolder, StateLock
from hub.errors import OperatorNeededError
from hub.runtime import with_voice_key

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FILES = (
    *("ca.key", "ca.pem", "claim.key", "desk.key", "hub_seal.key", "hub_sign.key", "masking-demo.key"),
    *("mqtt.key", "mqtt.pem", "server.key", "server.pem", "voice.key"),
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "keys"


def test_keys_are_made_once_and_for_the_owner_alone(folder):
    first = open_keys(folder, "demo", NOW)
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    again = open_keys(folder, "demo", NOW)
    assert again.seal.public_key() == first.seal.public_key()
    assert again.masking == first.masking


def test_a_start_that_was_cut_off_leaves_no_half_made_keys(folder):
    beside = folder.with_name("keys.new")
    beside.mkdir()
    (beside / "ca.key").write_bytes(b"half")
    assert open_keys(folder, "demo", NOW).authority.certificate
    assert not beside.exists()


@pytest.mark.parametrize("name", ["ca.key", "ca.pem", "hub_seal.key", "hub_sign.key", "desk.key", "claim.key"])
def test_a_missing_key_is_named_and_never_made_anew(folder, name):
    open_keys(folder, "demo", NOW)
    (folder / name).unlink()
    with pytest.raises(OperatorNeededError, match=name):
        open_keys(folder, "demo", NOW)
    assert not (folder / name).exists()


def test_a_hub_from_before_recordings_gets_the_reviewers_key_once_and_never_another(folder, tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    fleet = FleetStore(database)
    open_keys(folder, "demo", NOW)
    (folder / "voice.key").unlink()
    old = load_keys(folder, "demo")
    assert old.voice is None
    keys = with_voice_key(fleet, old, "demo")
    assert keys.voice == with_voice_key(fleet, load_keys(folder, "demo"), "demo").voice is not None
    assert stat.S_IMODE((folder / "voice.key").stat().st_mode) == 0o600
    (folder / "voice.key").write_bytes((folder / "desk.key").read_bytes())
    with pytest.raises(OperatorNeededError, match=r"voice\.key"):
        with_voice_key(fleet, load_keys(folder, "demo"), "demo")
    (folder / "voice.key").unlink()
    with pytest.raises(OperatorNeededError, match=r"voice\.key"):
        with_voice_key(fleet, load_keys(folder, "demo"), "demo")
    assert not (folder / "voice.key").exists()
    database.close()


@pytest.mark.parametrize("name", ["ca.key", "hub_seal.key", "hub_sign.key", "desk.key", "ca.pem", "voice.key"])
def test_a_damaged_key_is_named(folder, name):
    open_keys(folder, "demo", NOW)
    (folder / name).write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    with pytest.raises(OperatorNeededError, match=name):
        open_keys(folder, "demo", NOW)


def test_a_key_of_another_sort_or_another_authority_is_refused(folder, tmp_path):
    open_keys(folder, "demo", NOW)
    open_keys(tmp_path / "other", "demo", NOW)
    (folder / "desk.key").write_bytes((folder / "ca.key").read_bytes())
    with pytest.raises(OperatorNeededError, match=r"desk\.key is not an X25519"):
        load_keys(folder, "demo")
    (folder / "ca.key").write_bytes((tmp_path / "other" / "ca.key").read_bytes())
    with pytest.raises(OperatorNeededError, match=r"ca\.key does not belong"):
        load_keys(folder, "demo")


def test_a_key_that_others_can_read_is_refused_with_the_remedy(folder):
    open_keys(folder, "demo", NOW)
    (folder / "desk.key").chmod(0o644)
    with pytest.raises(OperatorNeededError, match="chmod 600"):
        load_keys(folder, "demo")


def test_an_older_sealing_key_beside_the_new_one_still_opens(folder):
    old = open_keys(folder, "demo", NOW)
    (folder / "hub_seal.key").rename(folder / "hub_seal-2026-03.key")
    (folder / "desk.key").rename(folder / "hub_seal.key")
    (folder / "desk.key").write_bytes((folder / "hub_seal.key").read_bytes())
    (folder / "desk.key").chmod(0o600)
    rotated = load_keys(folder, "demo")
    assert set(rotated.opening) == {
        sealing.key_id(old.seal.public_key()),
        sealing.key_id(rotated.seal.public_key()),
    }
    assert rotated.seal.public_key() != old.seal.public_key()


def test_the_server_certificate_is_renewed_for_a_new_name_and_near_its_end(folder):
    keys = open_keys(folder, "demo", NOW)
    certificate, _ = keys.server_files((), NOW)
    first = certificate.read_bytes()
    assert names_in(x509.load_pem_x509_certificate(first))[0] == {"localhost", "127.0.0.1"}
    keys.server_files(("hub.example", "10.0.0.5"), NOW)
    second = certificate.read_bytes()
    assert names_in(x509.load_pem_x509_certificate(second))[0] == {"localhost", "127.0.0.1", "hub.example", "10.0.0.5"}
    keys.server_files((), NOW)
    assert certificate.read_bytes() == second
    keys.server_files((), NOW + LEAF_LIFETIME - timedelta(days=10))
    renewed = x509.load_pem_x509_certificate(certificate.read_bytes())
    assert renewed.not_valid_after_utc > NOW + LEAF_LIFETIME + timedelta(days=800)
    renewed.verify_directly_issued_by(keys.authority.certificate)


def test_one_process_per_state_folder_and_the_error_names_the_other(tmp_path):
    state = StateFolder(tmp_path)
    with StateLock(state):
        with pytest.raises(OperatorNeededError, match=f"process {os.getpid()}"), StateLock(state):
            pass
        with StateLock(state, "broker"):
            pass
    with StateLock(state):
        pass


def test_addresses_are_there_while_published_and_gone_afterwards(tmp_path):
    state = StateFolder(tmp_path)
    assert state.addresses() is None
    state.publish({"http": "http://127.0.0.1:1"})
    assert state.addresses() == {"http": "http://127.0.0.1:1"}
    state.unpublish()
    assert state.addresses() is None


def test_a_folder_that_is_not_there_or_not_a_folder_is_named_with_a_remedy(tmp_path):
    with pytest.raises(OperatorNeededError, match="tingche-hub serve --state"):
        StateFolder(tmp_path / "nothing").require()
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorNeededError, match="cannot be written"):
        StateFolder(tmp_path / "file" / "state").create()
