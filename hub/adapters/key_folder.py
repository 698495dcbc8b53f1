"""The hub's keys as files: made once, all together, and never silently made again.

    hub_seal.key     X25519, devices seal to it; older ones stay beside it as hub_seal-*.key and still open
    hub_sign.key     P-256, signs what goes down
    desk.key         X25519, the call-back desk's; may be under a passphrase, or kept elsewhere (`desk_key`)
    desk.pub         its public half, where it is
    voice.key        X25519, the reviewers': recordings are sealed to it; a hub from before them gets it once
    ca.key ca.pem    P-256, the hub's own certificate authority
    server.key .pem  TLS of the enrolment listener and of a broker beside it
    mqtt.key .pem    the hub as a client of an external broker, CN hub-intake
    claim.key        32 bytes, keys the hashes of claims
    masking-TENANT.key   32 bytes, keys the masking tokens of one tenant

A hub with new keys could not read its own devices any more: a missing file is an error, not a reason to make one.
"""

import os
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from agent.contract import sealing
from hub.adapters.certificate_authority import CertificateAuthority, make_authority, names_in
from hub.adapters.desk_key import open_key, public_half
from hub.adapters.state_folder import disk_error
from hub.errors import OperatorNeededError

SERVER_NAMES = ("localhost", "127.0.0.1")
"""What the server certificate always speaks for."""
RENEW_BEFORE = timedelta(days=30)
BROKER_CLIENT = "hub-intake"
"""The hub's user name at an external broker (its certificate's CN)."""

VOICE_KEY = "voice.key"
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class HubKeys:
    """Every secret of the hub."""

    folder: Path
    authority: CertificateAuthority = field(repr=False)
    seal: X25519PrivateKey = field(repr=False)
    """The one that devices are told to seal to."""
    opening: dict[str, X25519PrivateKey] = field(repr=False)
    """By key id: that one and its predecessors."""
    sign: ec.EllipticCurvePrivateKey = field(repr=False)
    desk: X25519PublicKey
    """The call-back desk's public half. The private one is not held here, see `desk_key`."""
    voice: X25519PublicKey | None
    """The reviewers' public half; None on a hub from before there were recordings, until it serves again."""
    claim: bytes = field(repr=False)
    masking: bytes = field(repr=False)

    @property
    def ca_file(self) -> Path:
        """The CA certificate as a file, for TLS libraries."""
        return self.folder / "ca.pem"

    def client_files(self) -> tuple[Path, Path]:
        """Certificate and key of the hub as an MQTT client."""
        return self.folder / "mqtt.pem", self.folder / "mqtt.key"

    @property
    def revocations_file(self) -> Path:
        """The list of revoked certificates, for a broker."""
        return self.folder / "revoked.crl"

    def write_revocations(self, revoked: Iterable[tuple[str, datetime]], now: datetime) -> None:
        """Write that list anew, whole or not at all. See `CertificateAuthority.revocation_list`."""
        fresh = self.revocations_file.with_suffix(".new")
        try:
            _write(fresh, self.authority.revocation_list(revoked, now))
            fresh.replace(self.revocations_file)
        except OSError as error:
            raise disk_error(error, self.folder) from None

    def server_files(self, names: Sequence[str], now: datetime) -> tuple[Path, Path]:
        """Certificate and key of the TLS listeners; the certificate is renewed for a new name or near its end."""
        certificate, key_file = self.folder / "server.pem", self.folder / "server.key"
        spoken_for, ends = names_in(_load_certificate(certificate))
        wanted = {*SERVER_NAMES, *names}
        if not wanted <= spoken_for or ends - now < RENEW_BEFORE:
            key = _load_ec(key_file)
            every = [*SERVER_NAMES, *sorted((wanted | spoken_for) - set(SERVER_NAMES))]
            fresh = certificate.with_suffix(".pem.new")
            _write(fresh, self.authority.certify_server(every, key.public_key(), now).encode())
            fresh.replace(certificate)
        return certificate, key_file


def open_keys(folder: Path, tenant: str, now: datetime) -> HubKeys:
    """The keys in `folder`, made on the very first start.

    Raises:
        OperatorNeededError: a file is missing, damaged, or readable by others; names it and the remedy.
    """
    if not folder.exists():
        _make(folder, tenant, now)
    return load_keys(folder, tenant)


def load_keys(folder: Path, tenant: str) -> HubKeys:
    """The keys in `folder`. Raises as `open_keys`."""
    certificate = _load_certificate(folder / "ca.pem")
    ca_key = _load_ec(folder / "ca.key")
    if certificate.public_key() != ca_key.public_key():
        raise OperatorNeededError(f"{folder}/ca.key does not belong to ca.pem. {_RESTORE}")
    seal = _load_x25519(folder / "hub_seal.key")
    olders = [_load_x25519(path) for path in sorted(folder.glob("hub_seal-*.key"))]
    return HubKeys(
        folder=folder,
        authority=CertificateAuthority(certificate, ca_key),
        seal=seal,
        opening={sealing.key_id(key.public_key()): key for key in [*olders, seal]},
        sign=_load_ec(folder / "hub_sign.key"),
        desk=public_half(folder),
        voice=open_key(folder / VOICE_KEY, None).public_key() if (folder / VOICE_KEY).exists() else None,
        claim=_read(folder / "claim.key"),
        masking=_read(folder / f"masking-{tenant}.key"),
    )


def add_voice_key(folder: Path) -> None:
    """Make the reviewers' key for a hub that never had one."""
    try:
        _write(folder / f"{VOICE_KEY}.new", _pem(X25519PrivateKey.generate()))
        (folder / f"{VOICE_KEY}.new").replace(folder / VOICE_KEY)
    except OSError as error:
        raise disk_error(error, folder) from None


_RESTORE = "Put back the whole folder keys/ from your backup: with other keys this hub cannot read its own devices."


def _make(folder: Path, tenant: str, now: datetime) -> None:
    """All files in a folder beside, then one rename: a start that was cut off leaves nothing half-made."""
    beside = folder.with_name(folder.name + ".new")
    try:
        if beside.exists():
            shutil.rmtree(beside)
        beside.mkdir(mode=0o700)
        for name in ("hub_seal", "desk", "voice"):
            _write(beside / f"{name}.key", _pem(X25519PrivateKey.generate()))
        pairs = {name: ec.generate_private_key(ec.SECP256R1()) for name in ("hub_sign", "ca", "server", "mqtt")}
        for name, key in pairs.items():
            _write(beside / f"{name}.key", _pem(key))
        authority = make_authority(pairs["ca"], now)
        server = authority.certify_server(SERVER_NAMES, pairs["server"].public_key(), now)
        client = authority.certify_client(BROKER_CLIENT, tenant, pairs["mqtt"].public_key(), now)
        for name, text in (("ca", authority.pem), ("server", server), ("mqtt", client)):
            _write(beside / f"{name}.pem", text.encode())
        for name in ("claim", f"masking-{tenant}"):
            _write(beside / f"{name}.key", secrets.token_bytes(32))
        beside.rename(folder)
    except OSError as error:
        raise disk_error(error, folder) from None


def _write(path: Path, raw: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _pem(key: X25519PrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_mode & _OTHERS:
            raise OperatorNeededError(f"{path} can be read by others. Run `chmod 600 {path}`.")
        return path.read_bytes()
    except FileNotFoundError:
        raise OperatorNeededError(f"{path} is missing. {_RESTORE}") from None
    except OSError as error:
        raise OperatorNeededError(f"{path} cannot be read ({error.strerror}). Give this user the right to.") from None


def _load_ec(path: Path) -> ec.EllipticCurvePrivateKey:
    key = _load(path)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise OperatorNeededError(f"{path} is not a P-256 key. {_RESTORE}")
    return key


def _load_x25519(path: Path) -> X25519PrivateKey:
    key = _load(path)
    if not isinstance(key, X25519PrivateKey):
        raise OperatorNeededError(f"{path} is not an X25519 key. {_RESTORE}")
    return key


def _load_certificate(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(_read(path))
    except ValueError:
        raise OperatorNeededError(f"{path} is damaged. {_RESTORE}") from None


def _load(path: Path) -> object:
    try:
        return load_pem_private_key(_read(path), None)
    except (ValueError, TypeError):
        raise OperatorNeededError(f"{path} is damaged. {_RESTORE}") from None
