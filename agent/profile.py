"""DeviceProfile: the one manifest of a device, and its loader.

Every key has a default that is right for the device's kind; an unknown key or a wrong type is refused with its place.
What stands below a key describes it in the schema, too (`agent.profile_schema`).
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from agent.contract.messages import DeviceKind
from agent.contract.remote_profile import (
    WAYS,
    BytesPerDay,
    MaxAgeDays,
    MaxBytes,
    MaxRows,
    MaxSpeechS,
    QuietHoursText,
    Share,
    SilenceS,
    Terms,
    Ways,
    Window,
    wrong_keys,
)
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.signals.attachable import why_not

_PACKAGED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parent.parent


class _Section(BaseModel):
    # Every device keeps the compiled pattern of every key in memory. `\d` is each digit of Unicode, 40 KB wherever it
    # is written: `[0-9]`; and `max_length` takes the place of a long `{1,253}`.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class SpeechSettings(_Section):
    """How speech becomes text."""

    models: tuple[str, ...] = ("vosk-model-small-cn-0.22", "whisper-base")
    """Names in offline_models/catalogue.toml, in order of preference: the first that loads is used, of those that
    understand the language at hand. Empty: this device takes no speech."""
    max_memory_mb: Annotated[int, Field(ge=100)] | None = None
    """Resident memory above which the speech engine is replaced; empty: three times the model's size, and 300 MB."""
    microphone: str = ""
    """Part of the microphone's name, in any case; empty takes the system's default."""
    silence_s: SilenceS = 0.8
    """How long it must be quiet until a sentence counts as ended."""
    max_speech_s: MaxSpeechS = 60.0
    """Longest recording taken, in seconds. Longer input is cut there, and said so."""
    terms: Terms = ()
    """Words said at this site besides the trade's own, such as shop names and models: 2 to 12 Chinese characters,
    letters or digits each. Speech is expected to hold them, and what sounds like one of them is written as it."""
    review_below: Share = 0.3
    """Under this confidence a person is asked once to say it again, and a record that stays so is marked for review.
    At 0.3, three of five wrong hearings are caught, and one right one in fourteen is asked for again (whisper-base; at
    0.5: two of three, and one in six)."""


class MaskingSettings(_Section):
    """What counts as personal data."""

    recognizers: tuple[str, ...] = ()
    """Names of the recognisers to use; empty uses all of them. An unknown name refuses to start."""


class ClassSettings(_Section):
    """How much of one class may wait."""

    max_bytes: Annotated[int, Field(ge=10_000)]
    """Bytes, counted like `outbox.max_bytes`."""
    max_rows: Annotated[int, Field(ge=1)]
    """Most records waiting."""
    max_age_days: Annotated[int, Field(ge=1, le=365)]
    """A record that could not be sent for this long expires, counted."""
    when_full: Literal["refuse", "drop_oldest"]
    """`refuse`: the new one is not taken and nobody is thanked for it. `drop_oldest`: the oldest makes way, counted."""


class VoiceClassSettings(ClassSettings):
    """How much may wait of recordings, and never longer than people are told."""

    max_age_days: Annotated[int, Field(ge=1, le=30)]
    """A recording that could not be sent for this long expires, counted."""


class OutboxSettings(_Section):
    """How much may wait for the network, and for how long."""

    max_bytes: MaxBytes = 200_000_000
    """Bytes that may be kept, counting 512 for each record beside its content. Beyond it older records of lower
    priority are evicted and counted, and when there are none, new feedback is refused before the person is thanked."""
    max_rows: MaxRows = 50_000
    """Most records waiting."""
    max_age_days: MaxAgeDays = 90
    """A record that could not be sent for this long expires, counted, by the hub's time and never by a wall clock."""
    max_bytes_written_per_day: MaxBytes = 200_000_000
    """Flash wears out by writing: beyond this many bytes a day `status` warns, and the log does once."""
    safety: ClassSettings = ClassSettings(max_bytes=200_000_000, max_rows=50_000, max_age_days=90, when_full="refuse")
    """Feedback about driving safety. It evicts what is less urgent."""
    feedback: ClassSettings = ClassSettings(max_bytes=180_000_000, max_rows=45_000, max_age_days=90, when_full="refuse")
    """All other feedback."""
    answers: ClassSettings = ClassSettings(
        max_bytes=20_000_000, max_rows=5_000, max_age_days=30, when_full="drop_oldest"
    )
    """Answers to questions that the device asked."""
    reports: ClassSettings = ClassSettings(max_bytes=2_000_000, max_rows=500, max_age_days=14, when_full="drop_oldest")
    """What the device tells about itself: losses, health."""
    voice: VoiceClassSettings = VoiceClassSettings(
        max_bytes=20_000_000, max_rows=200, max_age_days=30, when_full="drop_oldest"
    )
    """Muted recordings for the reviewers, where people agreed. They go last, and only while `sync.bytes_per_day`
    is 0."""

    def cap(self, priority: int) -> ClassSettings | None:
        """The limits of a class of `agent.ports.Priority`; None for erasure and consent, which have none."""
        return (None, self.safety, self.feedback, self.answers, self.reports, self.voice)[priority]


class SyncSettings(_Section):
    """How the queue is sent."""

    window: Window = 200
    """Most records in flight without a receipt. The hub may ask for fewer."""
    receipt_timeout_s: Annotated[float, Field(gt=0)] = 30.0
    """A record without a receipt for this long is sent again."""
    backoff_first_s: Annotated[float, Field(gt=0)] = 40.0
    """Upper end of the first random wait before reconnecting; doubles from attempt to attempt. With 40 s at most 5 % of
    a fleet of a thousand comes back in the same second after its broker restarts (measured in tests/unit/sync)."""
    backoff_max_s: Annotated[float, Field(gt=0)] = 300.0
    """Upper end of the longest random wait before reconnecting."""
    stable_after_s: Annotated[float, Field(gt=0)] = 60.0
    """The back-off starts anew only after the link held for this long."""
    quiet_hours: QuietHoursText = ""
    """Local time, "22:30-06:00", in which only what is urgent (deletion, safety) is sent; empty: never."""
    bytes_per_day: BytesPerDay = 0
    """On a metered link: bytes of records a day, spread evenly; beyond it only what is urgent is sent, and no
    recording at all. 0: the link is not metered."""


PageOrigin = Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(:[0-9]{1,5})?$")]


class LanSettings(_Section):
    """Where phones on the device's own local network reach its phone pages, and nothing else of it."""

    host: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$", max_length=253)]
    """This device's address on that network, or the name that the certificate has and that phones resolve to it."""
    port: Annotated[int, Field(ge=0, le=65535)]
    """Where they are served; 0 takes any free port, and then nothing can be printed."""
    certificate: str = ""
    """PEM file of the certificate chain, of an authority that phones trust. Left out: only loopback is served."""
    key: str = ""
    """PEM file of its key, readable by the agent alone."""

    @model_validator(mode="after")
    def _never_plain(self) -> Self:
        """Plain http carries what people write in the open, and gives a phone's page no microphone."""
        if bool(self.certificate) != bool(self.key):
            raise ValueError("certificate and key belong together: name both")
        if not self.certificate and self.host not in {"127.0.0.1", "localhost"}:
            raise ValueError("phones are served with TLS alone: name certificate and key, or a host of loopback")
        return self


class SurfaceSettings(_Section):
    """The pages that a person touches on the device."""

    port: Annotated[int, Field(ge=0, le=65535)] | None = None
    """Where the pages are served, on loopback alone; empty: this device has no pages, and nothing of them is loaded. 0
    takes any free port."""
    languages: Annotated[tuple[Literal["zh-CN", "en"], ...], Field(min_length=1)] = ("zh-CN", "en")
    """What the pages can be switched to; `language` is what they begin with."""
    origins: tuple[PageOrigin, ...] = ()
    """Further addresses of the pages, for phones: of a proxy with TLS on this device. Requests under any other name are
    refused."""
    receipt_url: Annotated[str, Field(pattern=r"^(https://[^\s#]+)?$")] = ""
    """The hub's receipt page, for the QR code; the secret follows after `#`. Empty: the code holds it as text."""
    visit_url: Annotated[
        str, Field(pattern=r"^(https://[^\s#]+/|http://(localhost|127\.0\.0\.1):[0-9]+/[^\s#]*)?$")
    ] = ""
    """The hub's page for visitors (`https://HUB/v/`), for phones that cannot reach this device: where `lan` is off, the
    screen's code leads there. Plain http only on this machine. Empty: off."""
    lan: LanSettings | None = None
    """Phones on the local network; the screen shows the QR code that leads them there. Empty: off."""
    aloud: Literal["", "espeak-ng"] = ""
    """What says questions and "recorded" aloud: espeak-ng (from Debian), or nothing. Never anything of a person, never
    while a microphone is open; whoever sits in a car can turn it off for themselves."""
    ways: Ways = WAYS
    """In which order the page shows the ways of giving feedback: speak, touch, type, phone. Those left out follow."""
    idle_reset_s: Annotated[int, Field(ge=10, le=300)] = 30
    """Where visits are anonymous: without a touch or a word for so long, the page wipes itself."""
    opening_hours: QuietHoursText = ""
    """Local time, "08:30-18:00", in which customers come. A face that is touched half an hour before or after is kept
    and marked as perhaps the shop's own; empty: always open."""


class VehicleSettings(_Section):
    """What the vehicle tells, for questions at the right moment."""

    databroker: Annotated[str, Field(pattern=r"^(([a-z0-9.-]+|\[[0-9a-f:]+\]):[0-9]{1,5})?$")] = ""
    """HOST:PORT of the vehicle's KUKSA databroker (kuksa.val.v2, `tingche[vehicle]`); empty: vehicle signals are not
    listened to."""
    position: bool = False
    """Whether its position may be looked at, for one yes or no: has it left its usual area. What is kept for that are
    keyed marks of squares of 11 km; the position itself is neither kept nor sent."""
    attach: tuple[str, ...] = ()
    """Signals (COVESA VSS 6), from a closed list, whose coarse state stands beside what a driver says, where they
    agreed to that. Empty: none is kept in memory, and nobody is asked. What tells a place or a person is refused."""

    @field_validator("attach")
    @classmethod
    def _only_harmless(cls, signals: tuple[str, ...]) -> tuple[str, ...]:
        refused = [reason for reason in map(why_not, signals) if reason is not None]
        if refused:
            raise ValueError("; ".join(refused))
        return signals


class ChargingSettings(_Section):
    """What the charger tells, for questions at the right moment."""

    ocpp_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """Where the charger's controller mirrors its OCPP frames to, on loopback (`tingche[charging]`); empty: nowhere."""
    tcec_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """Where the operator's platform or controller posts copies of its T/CEC 102 notifications to, on loopback; empty:
    nowhere."""
    tcec_secrets: str = ""
    """For tcec_port: a TOML file, readable by the agent alone, with what was agreed with the operator: OperatorID,
    OperatorSecret, SigSecret, DataSecret and DataSecretIV."""
    tcec_connectors: tuple[Annotated[str, Field(min_length=1, max_length=64)], ...] = ()
    """For tcec_port: ConnectorID of the plugs at this device. Empty: all that is told is about them."""


class WorkOrderSettings(_Section):
    """How a repair shop's own system tells that a work order was closed."""

    folder: str = ""
    """A folder, which has to be there, into which it writes each closed order as JSON or CSV; empty: none."""
    keep_read: bool = False
    """Move what was read to `done/` in that folder, for thirty days, instead of deleting it."""
    webhook_secret: str = ""
    """File with the secret (`whsec_` and base64) by which it signs what it posts to `/hooks/work-order` of the pages;
    readable by the agent alone. Empty: nothing is served there."""


class ButtonSettings(_Section):
    """A button or knob of the car or the housing: pressed, the page listens, or a question waits for it."""

    device: Annotated[str, Field(pattern=r"^(/[^\s]+)?$")] = ""
    """Its input device, best below `/dev/input/by-path`; a wire on a GPIO becomes one by the kernel's `gpio-keys`.
    Empty: none."""
    key: Annotated[int, Field(ge=1, le=767)] = 582
    """Code of its key, as `tingche-agent doctor button` shows; 582 is KEY_VOICECOMMAND."""


class QuestionSettings(_Section):
    """How much may be asked of one person. Where visits are anonymous there is no limit: each is somebody else."""

    per_day: Annotated[int, Field(ge=0, le=50)] = 1
    """Questions within any 24 hours; what is about safety is not counted. 0: none but those."""
    per_week: Annotated[int, Field(ge=0, le=200)] = 2
    """Questions within any 7 days."""


class KeySettings(_Section):
    """Where the device key is that wraps everybody's keys."""

    store: Literal["file", "keyring", "pkcs11"] = "file"
    """file: `keys/wrapping.key` in the state folder. keyring: the Linux kernel's, where the platform puts it at every
    boot. pkcs11: a token, which it never leaves. A word that is none of these refuses to start."""
    keyring_name: Annotated[str, Field(pattern=r"^[a-z0-9:._-]+$", max_length=80)] = "tingche:wrapping"
    """For keyring: the description of the key, of type "user", 32 bytes."""
    pkcs11_module: str = "/usr/lib/softhsm/libsofthsm2.so"
    """For pkcs11: the token's library."""
    pkcs11_token: str = "tingche"  # noqa: S105 - a label
    """For pkcs11: the token's label."""
    pkcs11_pin_file: str = ""
    """For pkcs11: a file that holds the user's PIN, readable by the agent alone. The PIN never stands in a profile."""


class RetentionSettings(_Section):
    """How long what is done with stays on the device. What still waits is in `outbox`."""

    receipts_days: Annotated[int, Field(ge=1, le=365)] = 90
    """Receipt code and ticket number of a record that the hub has."""
    set_aside_days: Annotated[int, Field(ge=1, le=365)] = 90
    """A record that the hub rejected, or that the disk damaged."""
    consent_days: Annotated[int, Field(ge=1, le=3650)] = 1095
    """Proof of a consent, counted from its end. Three years: how long a person can complain (civil code, article
    188)."""
    deletions_days: Annotated[int, Field(ge=1, le=3650)] = 1095
    """What a deletion did, for its receipt. Holds nothing of what was deleted."""
    damaged_files_days: Annotated[int, Field(ge=1, le=365)] = 30
    """A damaged database that was set aside, for a technician."""


class DeviceProfile(_Section):
    """What this device is and how it behaves."""

    kind: DeviceKind
    """head_unit, charger_kiosk or service_terminal."""
    place: Annotated[str, Field(max_length=120)] = ""
    """Name of the site, as staff know it; empty for a car. Never an address of a person, never coordinates."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "zh-CN"
    """First language of the pages and of the speech."""
    anonymous_visits: bool = False
    """Each feedback is a visit of its own (kiosk, terminal) instead of a driver profile's (car)."""
    speech: SpeechSettings = SpeechSettings()
    masking: MaskingSettings = MaskingSettings()
    outbox: OutboxSettings = OutboxSettings()
    sync: SyncSettings = SyncSettings()
    surface: SurfaceSettings = SurfaceSettings()
    vehicle: VehicleSettings = VehicleSettings()
    charging: ChargingSettings = ChargingSettings()
    work_orders: WorkOrderSettings = WorkOrderSettings()
    button: ButtonSettings = ButtonSettings()
    questions: QuestionSettings = QuestionSettings()
    keys: KeySettings = KeySettings()
    retention: RetentionSettings = RetentionSettings()

    @model_validator(mode="after")
    def _state_of_whose_car(self) -> Self:
        if self.anonymous_visits and self.vehicle.attach:
            raise ValueError("vehicle.attach: where visits are anonymous there is no car of the person's own")
        return self


def overlaid(profile: DeviceProfile, values: Mapping[str, Any]) -> DeviceProfile:
    """The profile with what its hub has changed.

    Args:
        profile: the one that the device was enrolled with.
        values: key with its section, such as `speech.terms` -> value.

    Raises:
        InputRefusedError: a key that may not be changed from afar, or a value that does not fit; names every key.
    """
    if wrong := wrong_keys(values):
        raise InputRefusedError("; ".join(wrong))
    whole = profile.model_dump()
    for key, value in values.items():
        section, _, name = key.partition(".")
        whole[section][name] = value
    return DeviceProfile.model_validate(whole)


def find_data(name: str) -> Path:
    """A file or folder that ships with the project: from the installed package, or from the checkout.

    Raises:
        TechnicianNeededError: it is in neither.
    """
    for root in (_PACKAGED, _CHECKOUT):
        if (root / name).exists():
            return root / name
    raise TechnicianNeededError(f"{name} is missing from this installation: reinstall the package tingche.")


def shipped_profiles() -> list[str]:
    """Names of the profiles that ship with the project."""
    return sorted(p.stem for p in find_data("device_profiles").glob("*.toml"))


def load_profile(name_or_path: str) -> DeviceProfile:
    """A profile by its shipped name (head_unit) or by the path of a TOML file.

    Raises:
        TechnicianNeededError: no such profile, not TOML, or a key that does not fit; names the file and the key.
    """
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = find_data("device_profiles") / f"{name_or_path}.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(shipped_profiles())
        raise TechnicianNeededError(
            f"There is no profile {name_or_path!r}. Use one of: {known}; or the path of a .toml file."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TechnicianNeededError(f"Profile {path} cannot be read: {error}. Mend the file, or use another.") from None
    return parse_profile(values, str(path))


def parse_profile(values: dict[str, Any], place: str) -> DeviceProfile:
    """Check a profile's values.

    Raises:
        TechnicianNeededError: names every key that does not fit.
    """
    try:
        return DeviceProfile.model_validate(values)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors(include_input=False)
        )
        raise TechnicianNeededError(
            f"Profile {place} does not fit: {wrong}. device_profiles/README.md lists every key."
        ) from None
