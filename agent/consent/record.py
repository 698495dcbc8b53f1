"""A person's consent as a history: append-only records, each signed by the device key and chained to the one before.

Shaped after ISO/IEC TS 27560:2023 (consent record information structure), with terms of the W3C Data Privacy Vocabulary
(https://w3id.org/dpv, version 2) where it has them. A grant that its history does not confirm is no consent.

- A record that was changed, moved or taken out of the middle breaks the chain: all grants of that subject are void, and
  the person is asked again. The next record begins a new chain.
- Cutting off the end is not seen by the chain itself: the hub was told of standing grants and of every withdrawal.
"""

import base64
import hashlib
import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from agent.consent.grant import ConsentGrant, Purpose

_CONTEXT: Final = b"tingche/v1/consent-record\0"
_LENGTH: Final = struct.Struct(">H")


class ConsentEvent(StrEnum):
    """What happened to a consent."""

    GIVEN = "given"
    RENEWED = "renewed"
    """Given again while an equal one still stood."""
    USED = "used"
    """A `once` grant was spent on its record."""
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    UNDER_14 = "under_14"
    """The subject was said to be under 14: from now on only a guardian's grants count."""


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """One event, with the terms it is about."""

    record_id: str
    subject: str
    """The PII principal: a pseudonym."""
    number: int
    """Its place in the subject's history, from 1."""
    previous: str
    """SHA-256 of the record before it, hexadecimal; empty where a chain begins."""
    event: ConsentEvent
    at: datetime
    """By trusted time."""
    grant_id: str
    """Empty for what is about the subject, not about a grant."""
    purposes: frozenset[Purpose]
    """Granted, or for a withdrawal those that were withdrawn."""
    controller: str
    notice_hash: str
    how: str
    given_by: str
    period: str
    given_at: str
    """As it was told."""
    boot: int
    """With `monotonic`, the moment on the device's own clock, which a changed wall clock does not move."""
    monotonic: float

    @property
    def terms(self) -> tuple[object, ...]:
        """What a kept grant has to agree with."""
        told = (self.notice_hash, self.how, self.given_by, self.period, self.given_at, self.boot, self.monotonic)
        return (self.grant_id, self.subject, self.purposes, self.controller, *told)


def signed(record: ConsentRecord, key: ec.EllipticCurvePrivateKey) -> bytes:
    """The record as it is kept: length of the signature, the signature (ECDSA P-256, SHA-256), canonical JSON."""
    plain = _CANONICAL.encode(_values(record)).encode()
    signature = key.sign(_CONTEXT + plain, ec.ECDSA(hashes.SHA256()))
    return _LENGTH.pack(len(signature)) + signature + plain


def believed(raw: bytes, key: ec.EllipticCurvePublicKey) -> ConsentRecord | None:
    """The record, or None when it was not signed by this key or is no record. Never raises."""
    try:
        (length,) = _LENGTH.unpack_from(raw)
        signature, plain = raw[_LENGTH.size : _LENGTH.size + length], raw[_LENGTH.size + length :]
        key.verify(signature, _CONTEXT + plain, ec.ECDSA(hashes.SHA256()))
        values = json.loads(plain)
        return ConsentRecord(
            **{
                **values,
                "event": ConsentEvent(values["event"]),
                "at": datetime.fromisoformat(values["at"]),
                "purposes": frozenset(map(Purpose, values["purposes"])),
            }
        )
    except (InvalidSignature, struct.error, ValueError, TypeError, KeyError):
        return None


def link_to(raw: bytes) -> str:
    """What the next record says of this one."""
    return hashlib.sha256(raw).hexdigest()


@dataclass(frozen=True, slots=True)
class History:
    """What a subject's records say, as far as they hold together."""

    records: tuple[ConsentRecord, ...]
    """The chain that stands at the end; empty where it is broken."""
    whole: bool
    """Whether the next record can be linked to the last one."""
    last_link: str
    next_number: int
    under_14: bool
    """Said by any record that is signed, in the chain or before it."""

    def confirms(self, grant_terms: tuple[object, ...], withdrawn: frozenset[Purpose]) -> bool:
        """Whether a kept grant is what its records say: its terms, and nothing less withdrawn."""
        mine = [record for record in self.records if record.grant_id == grant_terms[0]]
        given = [r for r in mine if r.event in {ConsentEvent.GIVEN, ConsentEvent.RENEWED}]
        told_off = frozenset(p for r in mine if r.event is ConsentEvent.WITHDRAWN for p in r.purposes)
        return len(given) == 1 and given[0].terms == grant_terms and told_off == withdrawn

    def used(self, grant_id: str) -> bool:
        """Whether a `once` grant was spent."""
        return any(r.grant_id == grant_id and r.event is ConsentEvent.USED for r in self.records)


def history_of(rows: Iterable[tuple[int, bytes | None]], subject: str, key: ec.EllipticCurvePublicKey) -> History:
    """Read a subject's records in order.

    Args:
        rows: number and kept bytes; None where they could not even be opened.
        subject: whose they have to be.
        key: the device's public key.
    """
    chain: list[ConsentRecord] = []
    whole, link, number, under_14 = True, "", 0, False
    for place, (number, raw) in enumerate(rows):
        record = None if raw is None else believed(raw, key)
        if record is None or raw is None or record.subject != subject or record.number != number:
            chain, whole, link = [], False, ""
            continue
        under_14 = under_14 or record.event is ConsentEvent.UNDER_14
        begins = not record.previous or place == 0  # older ones may have been kept long enough
        follows = whole and record.previous == link
        if begins or follows:
            chain = [record] if begins and not follows else [*chain, record]
            whole, link = True, link_to(raw)
        else:
            chain, whole, link = [], False, ""
    return History(tuple(chain), whole, link, number + 1, under_14)


def as_json_ld(record: ConsentRecord) -> dict[str, Any]:
    """The record for a person or another system, in JSON-LD with terms of DPV and of ISO/IEC TS 27560's structure."""
    ended_by = {} if record.period == "" else {"dpv:hasDuration": record.period}
    return {
        "@context": {"dpv": "https://w3id.org/dpv#", "dct": "http://purl.org/dc/terms/", "tingche": "urn:tingche:"},
        "@type": "dpv:ConsentRecord",
        "@id": f"urn:uuid:{record.record_id}",
        "tingche:schema": "ISO/IEC TS 27560:2023",
        "dct:created": record.at.isoformat(),
        "dpv:hasDataSubject": f"tingche:{record.subject}",
        "dpv:hasDataController": record.controller,
        "dpv:hasLegalBasis": "dpv:Consent",
        "dpv:hasPurpose": [{"@id": f"tingche:{p.value}", "@type": _PURPOSE_TERMS[p]} for p in sorted(record.purposes)],
        "dpv:hasConsentStatus": _STATUS_TERMS[record.event],
        "dpv:hasNotice": {"@id": f"tingche:notice-{record.notice_hash[:12]}", "tingche:sha256": record.notice_hash},
        "dpv:hasIndicationMethod": record.how,
        "tingche:givenBy": record.given_by,
        "tingche:grant": record.grant_id,
        "tingche:number": record.number,
        "tingche:previous": record.previous,
        **ended_by,
    }


def terms_of(grant: ConsentGrant, given_at: str, boot: int, monotonic: float) -> tuple[object, ...]:
    """What `ConsentRecord.terms` of its first record has to be."""
    told = (grant.notice_hash, grant.how, grant.given_by, grant.period.value, given_at, boot, monotonic)
    return (grant.grant_id, grant.subject, grant.purposes, grant.controller, *told)


def _values(record: ConsentRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in ConsentRecord.__slots__}
    return {
        **values,
        "event": record.event.value,
        "at": record.at.isoformat(),
        "purposes": sorted(p.value for p in record.purposes),
    }


def signature_of(raw: bytes) -> str:
    """The signature of a kept record, base64, for an export."""
    (length,) = _LENGTH.unpack_from(raw)
    return base64.b64encode(raw[_LENGTH.size : _LENGTH.size + length]).decode()


_CANONICAL: Final = json.JSONEncoder(separators=(",", ":"), sort_keys=True, ensure_ascii=False)
_STATUS_TERMS: Final = {
    ConsentEvent.GIVEN: "dpv:ConsentGiven",
    ConsentEvent.RENEWED: "dpv:RenewedConsentGiven",
    ConsentEvent.USED: "tingche:ConsentUsed",  # DPV has no word for a consent that one record used up
    ConsentEvent.WITHDRAWN: "dpv:ConsentWithdrawn",
    ConsentEvent.EXPIRED: "dpv:ConsentExpired",
    ConsentEvent.UNDER_14: "tingche:UnderFourteenDeclared",
}
_PURPOSE_TERMS: Final = {
    Purpose.IMPROVE_SERVICE: "dpv:ImproveExistingProductsAndServices",
    Purpose.CALL_BACK: "dpv:CommunicationForCustomerCare",
    Purpose.KEEP_VOICE_FOR_REVIEW: "dpv:InternalResourceOptimisation",
    Purpose.ATTACH_VEHICLE_STATE: "dpv:ImproveExistingProductsAndServices",
    Purpose.CO_CREATE: "dpv:ResearchAndDevelopment",
}
