"""Which keys of a device's profile its hub may change from afar, and what may stand there.

What is missing here stays with whoever stands before the device, on purpose:

- `anonymous_visits`, `masking.*`: they decide whose consent counts and what is covered;
- `kind`, `place`, `language`, `speech.models`, `speech.microphone`: what the device is, and what a trial has passed;
- `outbox.safety` and the other classes: which record makes way for which.

Nothing here asks for the store to be opened again.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

SiteTerm = Annotated[str, Field(pattern=r"^[\u4e00-\u9fffA-Za-z0-9]{2,12}$")]
Terms = Annotated[tuple[SiteTerm, ...], Field(max_length=50)]
SilenceS = Annotated[float, Field(ge=0.3, le=3)]
MaxSpeechS = Annotated[float, Field(gt=0, le=300)]
Share = Annotated[float, Field(ge=0, le=1)]
Window = Annotated[int, Field(ge=1, le=1000)]
QuietHoursText = Annotated[str, Field(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])?$")]
BytesPerDay = Annotated[int, Field(ge=0)]
MaxBytes = Annotated[int, Field(ge=1_000_000)]
MaxRows = Annotated[int, Field(ge=10)]
MaxAgeDays = Annotated[int, Field(ge=1, le=365)]

WAYS: Final = ("speak", "touch", "type", "phone")
"""The ways of giving feedback on a device's page, in the order in which it shows them by itself."""


def _each_once(ways: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(ways)) != len(ways):
        raise ValueError("a way is named twice")
    return ways


Ways = Annotated[
    tuple[Literal["speak", "touch", "type", "phone"], ...], Field(max_length=len(WAYS)), AfterValidator(_each_once)
]

REMOTE_KEYS: Final[Mapping[str, Any]] = {
    "speech.terms": Terms,
    "speech.silence_s": SilenceS,
    "speech.max_speech_s": MaxSpeechS,
    "speech.review_below": Share,
    "sync.window": Window,
    "sync.quiet_hours": QuietHoursText,
    "sync.bytes_per_day": BytesPerDay,
    "outbox.max_bytes": MaxBytes,
    "outbox.max_rows": MaxRows,
    "outbox.max_age_days": MaxAgeDays,
    "outbox.max_bytes_written_per_day": MaxBytes,
    "surface.ways": Ways,
}
"""Key, as in a profile with a dot before its section's key -> what may stand there."""

_SILENT: Final = ConfigDict(hide_input_in_errors=True)


def wrong_keys(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Every key that may not be changed from afar or does not fit, with why; never the value itself."""
    wrong = []
    for key, value in sorted(values.items()):
        if key not in REMOTE_KEYS:
            wrong.append(f"{key}: cannot be changed from afar")
            continue
        try:
            TypeAdapter(REMOTE_KEYS[key], config=_SILENT).validate_python(value)
        except ValidationError as error:
            first = error.errors(include_input=False)[0]
            wrong.append(f"{'.'.join((key, *map(str, first['loc'])))}: {first['msg']}")
    return tuple(wrong)
