"""Which catalogue this device goes by: the newest of the one in the package and one that was brought on a stick.

- Only a catalogue signed by a release key that this version trusts is taken, from wherever it comes.
- Never an older one than the device has had: a catalogue has a serial number, and a lower one is not taken.
- One that was brought is kept in the models folder and checked again at every start. If it is damaged there, or its key
  is trusted no more, the one in the package is used.
"""

import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from agent.adapters.model_store.catalogue import Catalogue, parse_catalogue
from agent.adapters.model_store.signature import signature_file, signed_by, trusted_keys
from agent.errors import TechnicianNeededError

_log = logging.getLogger(__name__)

_MOST_BYTES = 4_000_000
_KEPT = ".catalogue"


@dataclass(frozen=True, slots=True)
class TrustedCatalogue:
    """A catalogue whose signature was checked."""

    catalogue: Catalogue
    place: Path
    signer: str
    """Id of the key."""
    raw: bytes
    signatures: str


def newest_catalogue(shipped: Path, models: Path) -> TrustedCatalogue:
    """The catalogue with the highest serial.

    Args:
        shipped: the package's catalogue.toml; its signature and release_keys.pem are beside it.
        models: the models folder, where one that was brought is kept.

    Raises:
        TechnicianNeededError: the package's own catalogue cannot be used; says what to do.
    """
    keys = trusted_keys(shipped.with_name("release_keys.pem"))
    best = read_trusted(
        shipped,
        keys,
        "Reinstall the package tingche. Whoever changed the catalogue signs it: see offline_models/README.md.",
    )
    for kept in (models / _KEPT).glob("*.toml"):
        try:
            other = read_trusted(kept, keys, f"Delete {kept}, or bring a newer one.")
        except TechnicianNeededError as error:
            _log.warning("%s Until then the package's catalogue is used.", error)
        else:
            best = max(best, other, key=lambda c: c.catalogue.serial)
    return best


def bring_catalogue(brought: Path, shipped: Path, current: TrustedCatalogue, models: Path) -> TrustedCatalogue:
    """Read a catalogue that was brought, and keep it if it is newer than the current one.

    Raises:
        TechnicianNeededError: it is not signed by a trusted key, or does not fit this version; says what to do.
        OSError: the models folder cannot be written.
    """
    keys = trusted_keys(shipped.with_name("release_keys.pem"))
    found = read_trusted(
        brought,
        keys,
        f"Copy catalogue.toml and catalogue.toml.sig from one release of tingche, or delete {brought} to go by the "
        "catalogue that this device has.",
    )
    if found.catalogue.serial > current.catalogue.serial:
        _keep(found, models / _KEPT)
    return found


def read_trusted(path: Path, keys: Mapping[str, Ed25519PublicKey], remedy: str) -> TrustedCatalogue:
    """Read a catalogue and check its signature, before anything in it is looked at.

    Raises:
        TechnicianNeededError: unreadable, not signed by one of the keys, or does not fit; ends with `remedy`.
    """
    try:
        raw = _read(path)
        signatures = _read(signature_file(path)).decode("ascii", "replace")
    except OSError as error:
        raise TechnicianNeededError(f"Model catalogue {error.filename}: {error.strerror}. {remedy}") from None
    signer = signed_by(raw, signatures, keys)
    if signer is None:
        raise TechnicianNeededError(
            f"Model catalogue {path} is not signed by a key that this device trusts ({', '.join(keys)}). {remedy}"
        )
    return TrustedCatalogue(parse_catalogue(raw, f"{path}", remedy), path, signer, raw, signatures)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _keep(found: TrustedCatalogue, folder: Path) -> None:
    """Signature first: a power cut in between leaves no catalogue without one."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{found.catalogue.serial}.toml"
    for path, content in ((signature_file(kept), found.signatures.encode("ascii", "replace")), (kept, found.raw)):
        new = path.with_name(path.name + ".new")
        with new.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        new.replace(path)
    for old in folder.glob("*.toml"):
        if old != kept:
            with suppress(OSError):
                old.unlink()
                signature_file(old).unlink(missing_ok=True)
