"""The hub's own certificate authority: P-256, for devices, for the hub's listeners and for the hub as an MQTT client.

- CA: 10 years, signs certificates and revocation lists only, and no further authority.
- Revocation list: 30 days, because a broker that holds an expired one locks every device out (seen with mosquitto).
- Leaf: 825 days, digitalSignature, and either clientAuth (CN is the pseudonym) or serverAuth (with its names).
"""

import ipaddress
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CA_LIFETIME = timedelta(days=3652)
LEAF_LIFETIME = timedelta(days=825)
REVOCATIONS_LIFETIME = timedelta(days=30)
CLOCK_SKEW = timedelta(minutes=10)
"""Certificates begin this much before they are made, because a device's clock may be behind."""


class CertificateAuthority:
    """Signs with the CA's key."""

    def __init__(self, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        self.certificate = certificate
        self._key = key

    @property
    def pem(self) -> str:
        """The CA certificate."""
        return self.certificate.public_bytes(Encoding.PEM).decode()

    @property
    def der(self) -> bytes:
        """The CA certificate, as it is fingerprinted."""
        return self.certificate.public_bytes(Encoding.DER)

    def certify_client(self, name: str, tenant: str, key: ec.EllipticCurvePublicKey, now: datetime) -> str:
        """A client certificate, PEM. A broker reads the CN as the MQTT user name."""
        return self._leaf(name, tenant, key, now, purpose=ExtendedKeyUsageOID.CLIENT_AUTH)

    def certify_server(self, names: Sequence[str], key: ec.EllipticCurvePublicKey, now: datetime) -> str:
        """A server certificate, PEM, for these host names and IP addresses."""
        alternatives = x509.SubjectAlternativeName([_general_name(name) for name in names])
        return self._leaf(names[0], None, key, now, purpose=ExtendedKeyUsageOID.SERVER_AUTH, alternatives=alternatives)

    def revocation_list(self, revoked: Iterable[tuple[str, datetime]], now: datetime) -> bytes:
        """Which client certificates are not to be accepted any more, PEM, for a broker.

        Args:
            revoked: (certificate as PEM, when it was revoked).
            now: in UTC.
        """
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(now - CLOCK_SKEW)
            .next_update(now + REVOCATIONS_LIFETIME)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
            .add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
        )
        for pem, at in revoked:
            serial = x509.load_pem_x509_certificate(pem.encode()).serial_number
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(at).build()
            builder = builder.add_revoked_certificate(entry)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)

    def _leaf(
        self,
        name: str,
        tenant: str | None,
        key: ec.EllipticCurvePublicKey,
        now: datetime,
        *,
        purpose: x509.ObjectIdentifier,
        alternatives: x509.SubjectAlternativeName | None = None,
    ) -> str:
        subject = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
        if tenant is not None:
            subject.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, tenant))
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name(subject))
            .issuer_name(self.certificate.subject)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - CLOCK_SKEW)
            .not_valid_after(now + LEAF_LIFETIME)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(signs_certificates=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        if alternatives is not None:
            builder = builder.add_extension(alternatives, critical=False)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM).decode()


def make_authority(key: ec.EllipticCurvePrivateKey, now: datetime) -> CertificateAuthority:
    """A new authority with this key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tingche hub authority")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCK_SKEW)
        .not_valid_after(now + CA_LIFETIME)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return CertificateAuthority(certificate, key)


def names_in(certificate: x509.Certificate) -> tuple[set[str], datetime]:
    """The names a server certificate speaks for, and when it ends."""
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    found = {*names.get_values_for_type(x509.DNSName), *(str(ip) for ip in names.get_values_for_type(x509.IPAddress))}
    return found, certificate.not_valid_after_utc


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
