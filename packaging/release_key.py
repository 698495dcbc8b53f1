"""The release key of the model catalogue: make one, outside of the repository, and sign with it.

    make release-key KEY=~/.config/tingche/release_key.pem       # once, or when a key was lost; add REPLACE=1 then
    make sign-catalogue KEY=~/.config/tingche/release_key.pem    # after every change of offline_models/catalogue.toml

offline_models/README.md says who needs this and when.
"""

import argparse
import os
import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from agent.adapters.model_store.catalogue import parse_catalogue
from agent.adapters.model_store.signature import key_id, sign, signature_file, signed_by, trusted_keys

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "offline_models" / "catalogue.toml"
_SERIAL = re.compile(rb"^serial = (\d+)$", re.MULTILINE)
_SIGNED = re.compile(r"^# serial (\d+)$", re.MULTILINE)


def make(path: Path, keys: Path, *, replace: bool) -> str:
    """Make a private key, unless there is one, and let the package trust it. Its id.

    Raises:
        SystemExit: the private key would lie in the repository.
    """
    path = path.expanduser().absolute()
    if path.resolve().is_relative_to(ROOT):
        sys.exit(f"{path} is inside the repository: a private key belongs elsewhere, e.g. ~/.config/tingche/")
    if not path.exists():
        private = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(private)
    public = _private_key(path).public_key()
    known = {} if replace or not keys.exists() else trusted_keys(keys)
    known[key_id(public)] = public
    blocks = [k.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode() for k in known.values()]
    keys.write_text("".join(f"{name}\n{block}" for name, block in zip(known, blocks, strict=True)), encoding="ascii")
    return key_id(public)


def sign_catalogue(path: Path, catalogue: Path) -> int:
    """Sign a catalogue with the key in `path`; raises its serial when it was changed since it was signed. The serial.

    Raises:
        SystemExit: the package does not trust this key.
    """
    key = _private_key(path.expanduser())
    trusted = trusted_keys(catalogue.with_name("release_keys.pem"))
    name = key_id(key.public_key())
    if name not in trusted:
        sys.exit(f"The package does not trust this key ({name}): run `make release-key KEY={path}` first.")
    raw, beside = catalogue.read_bytes(), signature_file(catalogue)
    signatures = beside.read_text(encoding="ascii") if beside.exists() else ""
    if beside.exists() and signed_by(raw, signatures, trusted) is None:
        signed = max(map(int, _SIGNED.findall(signatures)), default=0)  # also out of two, in a merge
        serial = parse_catalogue(raw, str(catalogue), "Mend it first.").serial
        raw = _SERIAL.sub(b"serial = %d" % max(serial, signed + 1), raw, count=1)
        catalogue.write_bytes(raw)
        signatures = ""  # of what it was before
    serial = parse_catalogue(raw, str(catalogue), "Mend it first.").serial
    others = [line for line in signatures.splitlines() if not line.startswith(("#", name))]
    beside.write_text("\n".join([f"# serial {serial}", *others, sign(raw, key)]), encoding="ascii")
    return serial


def _private_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        sys.exit(f"{path} cannot be used as a release key: {error}")
    if not isinstance(key, Ed25519PrivateKey):
        sys.exit(f"{path} is no Ed25519 key.")
    return key


def main() -> None:
    """Make a key or sign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["make", "sign"])
    parser.add_argument("key", type=Path, help="file of the private key, outside of the repository")
    parser.add_argument("--replace", action="store_true", help="trust only this key from now on")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    options = parser.parse_args()
    if options.do == "make":
        name = make(options.key, options.catalogue.with_name("release_keys.pem"), replace=options.replace)
        print(f"{options.key} is the release key {name}; {options.catalogue.parent / 'release_keys.pem'} trusts it.")
    else:
        serial = sign_catalogue(options.key, options.catalogue)
        print(f"{options.catalogue} is signed, serial {serial}: commit it together with its .sig file.")


if __name__ == "__main__":
    main()
