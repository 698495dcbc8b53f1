"""What looks for a place in the contract and in what leaves a device."""

import json
import re
import types
import typing
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

PLACE: Final = re.compile(
    r"(^|_)(lat|lon|lng|latitude|longitude|altitude|elevation|heading|bearing|coord\w*|gps|gnss|geo\w*|position\w*|"
    r"location\w*|where|waypoint\w*|track\w*|route\w*|street|city|province|address|vin|plate)($|_)"
)
"""A field's name that tells where somebody is, or which car it is."""
FLOATS: Final = {
    "SpeechFacts.audio_s",
    "SpeechFacts.confidence",
    "MendedWord.cost",
    "Answer.confidence",
    "Voice.audio_s",
    "Voice.muted_s",
}
"""Every number of the contract that may have a fraction. A coordinate needs one, so each new one is argued here."""
_DIGITS: Final = 5  # of a coordinate, 31.230: about 100 m


def fields(models: typing.Iterable[type[BaseModel]]) -> Iterator[tuple[str, str, list[type]]]:
    """(model, field, every plain type in it) of these models and all that they hold."""
    waiting, seen = list(models), set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            found = list(_types(field.annotation))
            waiting += [one for one in found if isinstance(one, type) and issubclass(one, BaseModel)]
            yield model.__name__, name, found


def places_in(payload: Any, planted: typing.Iterable[float]) -> list[str]:
    """Where a payload tells a place: a field's name, a number with a fraction that may not be there, planted digits.

    Args:
        payload: decoded JSON.
        planted: coordinates that were told to the device.
    """
    marks = {f"{abs(value):.10f}"[: _DIGITS + 1] for value in planted}
    found = []
    for path, value in _leaves(payload, ()):
        field = next((part for part in reversed(path) if isinstance(part, str)), "")
        place = "/".join(map(str, path))
        if PLACE.search(field):
            found.append(f"{place}: its name")
        if isinstance(value, float) and field not in {name.partition(".")[2] for name in FLOATS}:
            found.append(f"{place}: a fraction")
        if any(mark in json.dumps(value) for mark in marks):
            found.append(f"{place}: planted digits")
    return found


def _leaves(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    else:
        yield path, value


def _types(annotation: Any) -> Iterator[Any]:
    origin = typing.get_origin(annotation)
    if origin is None:
        yield annotation
    elif origin is typing.Annotated:
        yield from _types(typing.get_args(annotation)[0])
    elif origin is typing.Literal:
        yield str
    else:
        if origin not in {typing.Union, types.UnionType, tuple}:
            yield origin
        for inner in typing.get_args(annotation):
            yield from _types(inner)
