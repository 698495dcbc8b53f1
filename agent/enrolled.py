"""What makes a folder an enrolled device: identity, keys and profile; made once by `provision`, read at each start."""

import json
import tomllib
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from agent.adapters.key_file import FileKeys, write_private
from agent.adapters.mqtt_transport import MqttSettings
from agent.adapters.state_folder import StateFolder
from agent.adapters.system_clock import SystemClock
from agent.errors import TechnicianNeededError
from agent.ports import WrappingKey
from agent.profile import DeviceProfile, KeySettings, find_data, load_profile, parse_profile
from agent.provisioning.claim import Claim
from agent.provisioning.identity import DeviceIdentity
from agent.version import VERSION
from agent.visiting.token import KEY_NAME, NO_RUN, Tokens

KEYS: Final = "keys"
"""Folder of the keys, in the state folder."""
DATABASE: Final = "agent.db"
"""The store's file, in the state folder."""
_IDENTITY, _PROFILE = "identity.json", "profile.toml"
_CERTIFICATE, _AUTHORITY = "device.pem", "hub_ca.pem"


def provision(state: Path, *, hub: str, claim: str, profile: str) -> DeviceIdentity:
    """Make this device known to a hub: keys and store are made here, the hub signs a certificate for a one-time claim.

    Running it again after a lost answer is safe: the same keys are used.

    Raises:
        AgentError: what is wrong and what to do; nothing half-done is left.
    """
    from agent.adapters.enrolment_client import enrol  # an HTTP client, which only enrolment needs
    from agent.adapters.sqlite_store import SqliteStore

    parsed, chosen = Claim.parse(claim), load_profile(profile)
    folder = StateFolder(state)
    try:
        if (state / _IDENTITY).exists():
            raise TechnicianNeededError(
                f"{state} is enrolled already, as {load_identity(state).device}. "
                "Use another --state folder, or move this one away first."
            )
        keys = FileKeys.create(state / KEYS, wrapping_key(chosen.keys, create=True))
        # Before the claim is spent: a disk that cannot keep a record is found out by the technician, not by a driver.
        SqliteStore(state / DATABASE, keys, chosen.outbox, SystemClock()).close()
        answer = enrol(
            hub,
            parsed,
            kind=chosen.kind,
            signing_request=keys.signing_request(),
            opening_public=keys.opening_public(),
            agent_version=VERSION,
        )
        identity = _identity({**answer.values, "kind": chosen.kind.value}, f"the answer of {hub}")
        keys.keep_masking_key(answer.masking_key)
        write_private(state / KEYS / _CERTIFICATE, answer.certificate_pem.encode())
        write_private(state / KEYS / _AUTHORITY, answer.authority_pem.encode())
        write_private(state / _PROFILE, _profile_text(profile))
        write_private(state / _IDENTITY, identity.model_dump_json(indent=1).encode())  # last: it says "enrolled"
    finally:
        folder.close()
    return identity


def load_identity(state: Path) -> DeviceIdentity:
    """Who this device is.

    Raises:
        TechnicianNeededError: it is not enrolled, or the file is damaged.
    """
    path = state / _IDENTITY
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TechnicianNeededError(
            f"{state} is not an enrolled device. Get a claim on the hub (tingche-hub claim --kind head_unit), "
            f"then run: tingche-agent provision --state {state} --hub URL --claim CODE"
        ) from None
    except (OSError, ValueError) as error:
        raise TechnicianNeededError(
            f"{path} cannot be read ({type(error).__name__}). Move the state folder away and enrol again."
        ) from None
    return _identity(values, str(path))


def enrolled_profile(state: Path) -> DeviceProfile:
    """The profile the device was enrolled with."""
    return load_profile(str(state / _PROFILE))


def fixed_phone_pages(profile: DeviceProfile) -> str | None:
    """Where what is printed leads to; None where phones find this device at no address that stays."""
    lan = profile.surface.lan
    scheme = "https" if lan is not None and lan.certificate else "http"
    return None if lan is None or not lan.port else f"{scheme}://{lan.host}:{lan.port}/"


def printed_codes(state: Path) -> tuple[str | None, Tokens]:
    """Where printed codes lead, and what makes them; None where no phone finds this device at a fixed address.

    Args:
        state: the state folder of an enrolled device, whether its agent runs or not.

    Raises:
        TechnicianNeededError: it is not enrolled, or its keys are not there.
    """
    profile = enrolled_profile(state)
    keys = FileKeys(state / KEYS, wrapping_key(profile.keys))
    return fixed_phone_pages(profile), Tokens(keys.blind(KEY_NAME), load_identity(state).device, NO_RUN)


def wrapping_key(settings: KeySettings, *, create: bool = False) -> WrappingKey | None:
    """The device key where the profile keeps it; None for a file beside the others.

    Args:
        settings: the profile's `keys` section.
        create: make it in the token where there is none, at enrolment.

    Raises:
        TechnicianNeededError: it is not there, and what to do.
    """
    if settings.store == "keyring":
        from agent.adapters.kernel_keyring import KeyringWrapping

        return KeyringWrapping(settings.keyring_name)
    if settings.store == "pkcs11":
        from agent.adapters.pkcs11_token import TokenWrapping

        try:
            pin = Path(settings.pkcs11_pin_file).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise TechnicianNeededError(
                f"The token's PIN cannot be read from {settings.pkcs11_pin_file or '(no file named)'}: name a file in "
                "keys.pkcs11_pin_file that this user may read."
            ) from None
        return TokenWrapping(Path(settings.pkcs11_module), settings.pkcs11_token, pin, create=create)
    return None


def _identity(values: object, place: str) -> DeviceIdentity:
    try:
        return DeviceIdentity.model_validate(values)
    except ValidationError as error:
        wrong = ", ".join(".".join(str(p) for p in e["loc"]) for e in error.errors(include_input=False))
        raise TechnicianNeededError(
            f"{place} is not a device identity (wrong: {wrong}). Move the state folder away and enrol again."
        ) from None


def _profile_text(name_or_path: str) -> bytes:
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = find_data("device_profiles") / f"{name_or_path}.toml"
    text = path.read_text(encoding="utf-8")
    parse_profile(tomllib.loads(text), str(path))
    return text.encode()


def mqtt_settings(identity: DeviceIdentity, state: Path) -> MqttSettings:
    """How this device reaches its broker, with the files that prove who it is."""
    keys = state / KEYS
    tls = identity.mqtt.tls
    return MqttSettings(
        host=identity.mqtt.host,
        port=identity.mqtt.port,
        tenant=identity.tenant,
        device=identity.device,
        ca_file=keys / _AUTHORITY if tls else None,
        cert_file=keys / _CERTIFICATE if tls else None,
        key_file=keys / "signing.key" if tls else None,
    )
