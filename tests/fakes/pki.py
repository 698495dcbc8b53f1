"""A certificate authority for tests: P-256 certificates for brokers, the hub and devices, written as PEM files."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID


@dataclass(frozen=True, slots=True)
class Credentials:
    """A certificate and its key on disk."""

    cert_file: Path
    key_file: Path


class Authority:
    """Issues certificates that live for a day.

    Args:
        folder: where the PEM files go.
        name: the authority's common name, and the start of its files' names.
    """

    def __init__(self, folder: Path, name: str = "test-authority") -> None:
        self._folder = folder
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.ca_file = folder / f"{name}.pem"
        certificate = (
            _builder(self._name, self._name, self._key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_key_usage(authority=True), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.ca_file.write_bytes(certificate.public_bytes(Encoding.PEM))

    def server(self, *names: str) -> Credentials:
        """A certificate for a broker under these host names or addresses."""
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        return self._issue(names[0], usage, x509.SubjectAlternativeName([_general_name(name) for name in names]))

    def client(self, common_name: str) -> Credentials:
        """A certificate for a device, or for the hub."""
        return self._issue(common_name, x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), None)

    def _issue(
        self, common_name: str, usage: x509.ExtendedKeyUsage, names: x509.SubjectAlternativeName | None
    ) -> Credentials:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
        builder = (
            _builder(subject, self._name, key)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(authority=False), critical=True)
            .add_extension(usage, critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        if names is not None:
            builder = builder.add_extension(names, critical=False)
        stem = f"{common_name}-{key.public_key().public_numbers().x % 10**8}"
        credentials = Credentials(self._folder / f"{stem}.pem", self._folder / f"{stem}.key")
        certificate = builder.sign(self._key, hashes.SHA256())
        credentials.cert_file.write_bytes(certificate.public_bytes(Encoding.PEM))
        credentials.key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return credentials


def _builder(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=1))
    )


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
