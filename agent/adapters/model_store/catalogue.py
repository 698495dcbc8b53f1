"""The catalogue: which models there are, what their bytes must be, and where they can come from."""

import tomllib
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from agent.errors import TechnicianNeededError

_SENSE_VOICE = frozenset({"zh", "yue", "en", "ja", "ko"})
"""What its makers trained it on."""
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def safe_member(path: str) -> str:
    """A relative path with forward slashes that stays below where it is put.

    Raises:
        ValueError: absolute, with a backslash, a drive, an empty, `.` or `..` part.
    """
    parts = path.split("/")
    if "\\" in path or ":" in path or "\0" in path or any(p in {"", ".", ".."} for p in parts):
        raise ValueError("not a plain relative path")
    return str(PurePosixPath(*parts))


def safe_url(url: str) -> str:
    """An https address; plain http only to this very machine.

    Raises:
        ValueError: another scheme, or http to somewhere else.
    """
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url
    raise ValueError("only https addresses are taken")


_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Member = Annotated[str, AfterValidator(safe_member)]
_Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]
_Bytes = Annotated[int, Field(ge=0)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ModelFile(_Value):
    """One file of an installed model."""

    path: _Member
    """Below the model's folder, forward slashes."""
    bytes: _Bytes
    sha256: _Sha256


class Archive(_Value):
    """A zip that pins the model as a whole, where its files have no checksums of their own."""

    name: _Name
    """File name, for a copy that is brought on a stick."""
    bytes: _Bytes
    sha256: _Sha256
    unpacked_bytes: _Bytes
    """Upper bound; a zip that unpacks to more is refused."""
    strip: _Member
    """The folder inside the zip that becomes the model's folder."""


class HttpsSource(_Value):
    """A web address: of the archive, or of each file where it holds {path}."""

    kind: Literal["https"]
    url: Annotated[str, AfterValidator(safe_url)]


class PackageSource(_Value):
    """Python packages that ship the same bytes."""

    kind: Literal["package"]
    packages: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+==[A-Za-z0-9.]+$")], ...], Field(min_length=1)
    ]
    """name==version."""
    download_bytes: _Bytes
    """Size of all packages together."""
    prefix: str
    """What stands before a file's path inside the package."""
    joined: dict[str, tuple[str, ...]] = {}
    """Files that are cut in parts: path -> members, in the order they are joined."""


class Entry(_Value):
    """One model."""

    name: _Name
    engine: Literal["vosk", "whisper", "sherpa"]
    architecture: Literal["sense_voice", "paraformer", "streaming_zipformer"] | None = None
    """Which of sherpa's recognisers reads the files; for sherpa only."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    about: str
    licence: str
    """SPDX name."""
    licence_from: str
    """Where the licence is stated."""
    max_error_rate: Annotated[float, Field(gt=0, lt=1)] = 0.5
    """Most wrong characters per spoken one, over the golden clips of its language, to be taken into use."""
    files: tuple[ModelFile, ...] = ()
    archive: Archive | None = None
    source: Annotated[
        tuple[Annotated[HttpsSource | PackageSource, Field(discriminator="kind")], ...], Field(min_length=1)
    ]
    """Tried in this order."""

    @model_validator(mode="after")
    def _pinned_one_way(self) -> "Entry":
        if bool(self.files) == (self.archive is not None):
            raise ValueError("needs either files or an archive")
        return self

    @model_validator(mode="after")
    def _architecture_of_sherpa(self) -> "Entry":
        if (self.engine == "sherpa") != (self.architecture is not None):
            raise ValueError("architecture belongs to the engine sherpa, which needs it")
        return self

    def understands(self, language: str) -> bool:
        """Whether the model hears this language, such as "en". Whisper hears a hundred, unless made for one."""
        if self.architecture == "sense_voice":
            return language in _SENSE_VOICE
        multilingual = self.engine == "whisper" and not self.name.endswith(".en")
        return multilingual or language == self.language

    @property
    def unpacked_bytes(self) -> int:
        """Size on disk once installed; an upper bound for an archive."""
        return self.archive.unpacked_bytes if self.archive else sum(f.bytes for f in self.files)

    @property
    def download_bytes(self) -> int:
        """What is fetched, by the source that is tried first."""
        first = self.source[0]
        if isinstance(first, PackageSource):
            return first.download_bytes
        return self.archive.bytes if self.archive else self.unpacked_bytes


class Catalogue(_Value):
    """All models, in the order they are shown."""

    version: Literal[1]
    serial: Annotated[int, Field(ge=1)]
    """Grows with every change; a device never goes back to a lower one."""
    model: Annotated[tuple[Entry, ...], Field(min_length=1)]


def parse_catalogue(raw: bytes, place: str, remedy: str) -> Catalogue:
    """The catalogue in a TOML file's bytes.

    Raises:
        TechnicianNeededError: not TOML, or a key that does not fit; names the place and the key, ends with `remedy`.
    """
    try:
        values: dict[str, Any] = tomllib.loads(raw.decode())
        return Catalogue.model_validate(values)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors(include_input=False)
        )
        raise TechnicianNeededError(
            f"Model catalogue {place} does not fit this version of tingche: {wrong}. {remedy}"
        ) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TechnicianNeededError(f"Model catalogue {place} cannot be read: {error}. {remedy}") from None
