"""What the agent and its speech worker say to each other: length-prefixed frames over two pipes, version 2.

A frame, in both directions, integers little-endian and unsigned:

    length     4 bytes   of all that follows
    kind       1 byte
    utterance  4 bytes   which utterance it belongs to; 0 for none
    body       the rest

    to the worker     O  open         {"language", "hints"}: an utterance begins; it ends one that was not finished
                      A  audio        16-bit PCM, 16 kHz, mono, a piece of any length
                      E  end          the person has finished
                      X  forget       nobody waits for this utterance any more
    from the worker   H  hello        {"protocol", "engine", "model", "capabilities"}, once, when the model is loaded
                      P  partial      {"text"}
                      F  final        {"text", "words", "language", "confidence"}
                                      each word: [text, start_s, end_s, confidence]
                      R  error        {"who", "message"}: who has to act, and words that are safe to show; in place of a
                                      hello it says why the model cannot be loaded

- An utterance is answered by any number of P, already while audio comes, and after E by one F or R. Bodies from the
  worker are JSON in UTF-8; nothing is ever unpickled, so a worker gone wild can say nonsense and cannot run code in
  the agent.
- The agent ends a worker by closing its input.
- Answers to an utterance that nobody waits for any more carry its number and are passed over.
- Whatever does not fit is a `GarbageError`, which holds no byte of it: it may be what a person said.
"""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.errors import AgentError, InputRefusedError, TechnicianNeededError, TemporaryError
from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, Partial

VERSION = 2

OPEN, AUDIO, END, FORGET = b"O", b"A", b"E", b"X"
HELLO, PARTIAL, FINAL, ERROR = b"H", b"P", b"F", b"R"

MAX_BODY_BYTES = 4 * 1024 * 1024
"""To the worker: a piece of speech, two minutes of it."""
MAX_ANSWER_BYTES = 4 * 1024 * 1024
"""Words of five minutes take about 200 kB."""

_HEAD = struct.Struct("<IcI")
_LENGTH_BYTES = 4
_AFTER_LENGTH = _HEAD.size - _LENGTH_BYTES
_ERRORS: dict[str, type[AgentError]] = {
    "technician": TechnicianNeededError,
    "temporary": TemporaryError,
    "input": InputRefusedError,
}


class GarbageError(Exception):
    """The other side does not speak this protocol."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message as it came."""

    kind: bytes
    utterance: int
    body: bytes = field(repr=False)


class FrameReader:
    """Bytes in any portions in, whole frames out.

    Args:
        max_body_bytes: a frame that announces more is garbage, found out before it is collected.
    """

    def __init__(self, max_body_bytes: int) -> None:
        self._max_length = max_body_bytes + _AFTER_LENGTH
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Every frame that is complete now.

        Raises:
            GarbageError: a length that no frame can have.
        """
        self._buffer += data
        while len(self._buffer) >= _HEAD.size:
            length, kind, utterance = _HEAD.unpack_from(self._buffer)
            if not _AFTER_LENGTH <= length <= self._max_length:
                raise GarbageError(f"a frame of {length} bytes")
            end = _LENGTH_BYTES + length
            if len(self._buffer) < end:
                return
            body = bytes(memoryview(self._buffer)[_HEAD.size : end])
            del self._buffer[:end]
            yield Frame(kind, utterance, body)


def encode(kind: bytes, utterance: int, body: bytes = b"") -> bytes:
    """One frame."""
    return _HEAD.pack(_AFTER_LENGTH + len(body), kind, utterance) + body


def encode_open(utterance: int, language: str, hints: Sequence[str]) -> bytes:
    """An utterance begins."""
    return _encoded(OPEN, utterance, {"language": language, "hints": list(hints)})


def decode_open(frame: Frame) -> tuple[str, list[str]]:
    """Language and hints.

    Raises:
        GarbageError: it is none.
    """
    opened = _decoded(frame, OPEN, _Open)
    return opened.language, opened.hints


def encode_hello(engine: str, model: str, capabilities: Capabilities) -> bytes:
    """The worker is ready."""
    can = {f.name: getattr(capabilities, f.name) for f in fields(Capabilities)}
    return _encoded(HELLO, 0, {"protocol": VERSION, "engine": engine, "model": model, "capabilities": can})


def encode_heard(utterance: int, heard: Partial | Transcript) -> bytes:
    """What an engine yielded."""
    if isinstance(heard, Partial):
        return _encoded(PARTIAL, utterance, {"text": heard.text})
    words = [[w.text, w.start_s, w.end_s, w.confidence] for w in heard.words]
    values = {"text": heard.text, "words": words, "language": heard.language, "confidence": heard.confidence}
    return _encoded(FINAL, utterance, values)


def encode_error(utterance: int, error: AgentError) -> bytes:
    """A failure that the worker understood. Its message is safe to show, as every AgentError's is."""
    who = next((w for w, kind in _ERRORS.items() if isinstance(error, kind)), "technician")
    return _encoded(ERROR, utterance, {"who": who, "message": str(error)})


class _Body(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        hide_input_in_errors=True,
        allow_inf_nan=False,
        cache_strings="none",  # what somebody said, not masked yet, would stay in memory after it is dealt with
    )


_Share = Annotated[float, Field(ge=0, le=1 + 1e-6)]  # a sum of 32-bit probabilities may exceed 1 by its rounding
_Seconds = Annotated[float, Field(ge=0)]


class _Open(_Body):
    language: Annotated[str, Field(max_length=40)]
    hints: list[str]


class _Version(_Body):
    model_config = ConfigDict(extra="ignore")

    protocol: int


class Hello(_Body):
    """The worker is ready."""

    protocol: int
    engine: Annotated[str, Field(max_length=40)]
    model: Annotated[str, Field(max_length=120)]
    capabilities: Capabilities


class _Partial(_Body):
    text: str


class _Final(_Body):
    text: str
    words: list[tuple[str, _Seconds, _Seconds, _Share | None]]
    language: Annotated[str, Field(max_length=40)]
    confidence: _Share | None


class _Error(_Body):
    who: Literal["technician", "temporary", "input"]
    message: Annotated[str, Field(max_length=2_000)]


_B = TypeVar("_B", bound=_Body)


def decode_hello(frame: Frame) -> Hello:
    """The worker's first frame.

    Raises:
        GarbageError: it is none.
        AgentError: the worker says why it cannot load its model, or it is of another version.
    """
    if frame.kind == ERROR:
        raise decode_error(frame)
    if _decoded(frame, HELLO, _Version).protocol != VERSION:
        raise TechnicianNeededError("The agent was updated while it ran: restart the agent.")
    return _decoded(frame, HELLO, Hello)


def decode_heard(frame: Frame, *, engine: str, model: str, audio_s: float) -> Partial | Transcript:
    """What an engine yielded, made anew on this side.

    Raises:
        GarbageError: neither a partial, nor a final, nor an error.
        AgentError: the engine's own failure.
    """
    if frame.kind == ERROR:
        raise decode_error(frame)
    if frame.kind == PARTIAL:
        return Partial(_decoded(frame, PARTIAL, _Partial).text)
    final = _decoded(frame, FINAL, _Final)
    return Transcript(
        text=final.text,
        words=tuple(Word(*word) for word in final.words),
        engine=engine,
        model=model,
        language=final.language,
        audio_s=audio_s,
        confidence=final.confidence,
    )


def decode_error(frame: Frame) -> AgentError:
    """The worker's failure, as the class that it had there.

    Raises:
        GarbageError: it is none.
    """
    error = _decoded(frame, ERROR, _Error)
    return _ERRORS[error.who](error.message)


def _encoded(kind: bytes, utterance: int, values: Mapping[str, object]) -> bytes:
    return encode(kind, utterance, json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())


def _decoded(frame: Frame, kind: bytes, body: type[_B]) -> _B:
    if frame.kind != kind:
        raise GarbageError("a frame of an unexpected kind")
    try:
        return body.model_validate_json(frame.body)
    except ValidationError:
        raise GarbageError("a frame that does not hold what its kind says") from None
