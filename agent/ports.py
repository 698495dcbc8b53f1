"""What the pipeline needs from the outside world, as Protocols. Adapters implement them; fakes pass the same suites."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Literal, Protocol, TypeVar, runtime_checkable

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from agent.consent.grant import ConsentGrant, Permit, Purpose
from agent.consent.holding import StoreDone
from agent.consent.record import ConsentRecord
from agent.contract.directives import DirectiveOutcome
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript
from agent.listening.endpointing import Event
from agent.listening.sound import AudioStream, SourceLost
from agent.prompting.history import Asked

_FEED_BYTES = SAMPLE_RATE_HZ * 2 // 5
"""0.2 s: as much as a streaming engine hears at once."""

# ---- time and chance -------------------------------------------------------------------------------------------


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Wall-clock time in UTC. Can jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow, while the device is on."""
        ...

    def boot_id(self) -> str:
        """What tells this boot of the device from every other; `monotonic` is comparable within it."""
        ...


# ---- speech ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Partial:
    """Words so far; may still change. Unmasked: mask before showing."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine with its model can do. Declared, never guessed."""

    streaming: bool
    """Gives partials while a person speaks; otherwise it hears the whole utterance at the end."""
    hot_words: bool
    """Hints steer what it hears."""
    latin_letters: bool
    """Can print A to Z: a plate letter is heard as a letter."""
    word_times: bool
    """Its transcripts have words with times: what is masked can be muted."""
    calibrated_confidence: bool
    """Its confidence is the share of such transcripts that are right (agent/transcription/confidence.py)."""


class SpeechSession(Protocol):
    """One utterance on its way. Used from one thread."""

    def feed(self, pcm: bytes) -> Partial | None:
        """More speech (16-bit mono PCM at 16 kHz, any length); the words so far where they changed.

        An engine in a worker process never waits here: what it has not heard yet stays with the session.
        """
        ...

    def finish(self) -> Iterator[Partial | Transcript]:
        """The person has ended: any number of partials, then exactly one Transcript. Silence is empty text.

        Raises:
            TemporaryError: nothing was recognised; the next utterance gets a fresh engine.
            TechnicianNeededError: the engine is broken and stays so.
            InputRefusedError: longer than any engine takes.
        """
        ...

    def close(self) -> None:
        """Forget what was said. Again, or after `finish`, is harmless."""
        ...


class SpeechEngine(Protocol):
    """Turns speech into text, one utterance at a time."""

    @property
    def name(self) -> str:
        """vosk, whisper, sherpa."""
        ...

    @property
    def model(self) -> str:
        """The model's name in the catalogue."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:
        """Begin an utterance.

        Args:
            language: such as "zh" or "en"; empty takes the model's own. Only multilingual models listen to it.
            hints: words to expect at this place besides the trade's own, such as the shop's name.

        Raises:
            TechnicianNeededError: the engine is closed or broken.
        """
        ...

    def transcribe(
        self, clip: AudioClip, *, language: str = "", hints: Sequence[str] = ()
    ) -> Iterator[Partial | Transcript]:
        """A whole clip through one session; see `HearsClips`."""
        ...

    def close(self) -> None:
        """Free the model."""
        ...


class HearsClips:
    """What every engine inherits: a whole clip through one session."""

    def transcribe(
        self: SpeechEngine, clip: AudioClip, *, language: str = "", hints: Sequence[str] = ()
    ) -> Iterator[Partial | Transcript]:
        """Partials, then the Transcript, as `SpeechSession.finish` gives it.

        Raises:
            AgentError: as `open` and `SpeechSession.finish` do.
        """
        session = self.open(language=language, hints=hints)
        try:
            for start in range(0, len(clip.pcm), _FEED_BYTES):
                if (partial := session.feed(clip.pcm[start : start + _FEED_BYTES])) is not None:
                    yield partial
            yield from session.finish()
        finally:
            session.close()


class AudioSource(Protocol):
    """Where speech comes from: a microphone, a file, a pipe, a phone. Opening asks for a permit."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was converted, cut or missing in the last utterance, for people."""
        ...

    def listen(self, permit: Permit) -> Iterator[Event | SourceLost]:
        """One utterance as it happens: levels, speech that a voice detector passed, last SpeechEnded or NothingSaid.

        Raises:
            TypeError: `permit` is no permit: nothing was opened.
            InputRefusedError: the audio cannot be used; says why and what to do.
            TemporaryError: the microphone was lost.
            TechnicianNeededError: there is no microphone, or no voice detector.
        """
        ...


@runtime_checkable
class Ears(Protocol):
    """Sound that comes from elsewhere, such as a phone: opened for a permit, like a microphone."""

    def open(self, permit: Permit) -> AudioStream:
        """Start to listen.

        Raises:
            TypeError: `permit` is no permit.
        """
        ...


# ---- what is said aloud ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sound:
    """A sentence as sound."""

    pcm: bytes = field(repr=False)
    """16-bit little-endian, mono."""
    rate_hz: int


class Voice(Protocol):
    """Turns a sentence of the device's own into sound, offline."""

    def spoken(self, words: str, language: str) -> Sound:
        """The sentence as sound.

        Args:
            words: what to say.
            language: such as "zh-CN" or "en".

        Raises:
            TechnicianNeededError: it is not installed.
            TemporaryError: it did not answer.
        """
        ...


class Loudspeaker(Protocol):
    """Plays one sound at a time."""

    def play(self, sound: Sound, stopped: Callable[[], bool]) -> None:
        """Play it to its end, or until `stopped` says so: it is silent 0.1 s later, when this returns.

        Raises:
            TechnicianNeededError: the system has no way to play.
            TemporaryError: there is no loudspeaker, or another program has it.
        """
        ...


# ---- keys ------------------------------------------------------------------------------------------------------


class KeyStore(Protocol):
    """Holds the device's long-lived secrets. File today; TPM or PKCS#11 can stand behind the same calls."""

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        """The device's P-256 identity."""
        ...

    def opening_key(self, key_id: str) -> X25519PrivateKey | None:
        """The key that frames to this device are sealed to, by key id."""
        ...

    def wrap(self, subject_key: bytes) -> bytes:
        """A 32-byte subject key, wrapped by the device key (AES key wrap, RFC 3394)."""
        ...

    def unwrap(self, wrapped: bytes) -> bytes:
        """The subject key again.

        Raises:
            TechnicianNeededError: wrapped by another device key.
        """
        ...

    def blind(self, alias: str) -> str:
        """A keyed hash of a local name (a driver profile, a receipt code): 64 hexadecimal characters.

        Rotating the device key does not change it.
        """
        ...

    @property
    def rotating(self) -> bool:
        """Whether a rotation was begun and not finished: by this process, or before a power cut."""
        ...

    def begin_rotation(self) -> None:
        """Make the next device key, durably, beside the present one. `wrap` uses it from now on, `unwrap` takes both.

        Raises:
            TemporaryError: the disk refused; nothing has changed.
        """
        ...

    def finish_rotation(self) -> None:
        """The next device key takes the place of the present one, which is destroyed."""
        ...


class WrappingKey(Protocol):
    """The device key that wraps subject keys: in a file, in the kernel's keyring, or in a token."""

    def wrap(self, subject_key: bytes) -> bytes:
        """32 bytes, wrapped (AES key wrap, RFC 3394): 40 bytes, always the same for the same key."""
        ...

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """The 32 bytes again; None when another key wrapped them, or they were changed."""
        ...

    @property
    def rotating(self) -> bool:
        """As `KeyStore.rotating`."""
        ...

    def begin_rotation(self) -> None:
        """As `KeyStore.begin_rotation`.

        Raises:
            TemporaryError: nothing has changed.
            TechnicianNeededError: this key cannot be replaced from here.
        """
        ...

    def finish_rotation(self) -> None:
        """As `KeyStore.finish_rotation`."""
        ...


# ---- the durable store -----------------------------------------------------------------------------------------


class Priority(IntEnum):
    """Class of an entry. Lower goes first, and is evicted last."""

    ERASURE = 0
    """What a person decided about their data. Neither evicted nor expired."""
    SAFETY = 1
    FEEDBACK = 2
    ANSWER = 3
    """Answers to questions that the device asked."""
    REPORT = 4
    """What the device tells about itself."""
    VOICE = 5
    """Recordings for the reviewers: large, and only over a link that is not metered."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A finished record on its way into the outbox."""

    record_id: str
    kind: str
    """Message kind: feedback or loss. Erasure notices are made inside `OutboxStore.erase`."""
    priority: Priority
    frame: bytes = field(repr=False)
    """Sealed and signed; never changes again."""
    recorded_at: datetime
    subject: str | None = None
    grant_id: str | None = None
    """Needed when there is a subject: the store refuses the entry if this grant is not live any more."""
    receipt_code: str | None = None
    receipt_verifier: str | None = None
    readable: bytes | None = field(default=None, repr=False)
    """The masked record as JSON, kept under the subject's key for "what you have of me"."""
    about: str | None = None
    """The record that this belongs to: the store refuses the entry (SUBJECT_ERASED) where that is not here any more."""


class StoreRefusal(IntEnum):
    """Why the store did not take an entry. An expected outcome, not a failure."""

    CONSENT_GONE = 1
    SUBJECT_ERASED = 2
    FULL = 3
    """The disk or the profile's budget is full and nothing of lower priority can be evicted."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """What waits to be sent, without its bytes."""

    record_id: str
    kind: str
    priority: Priority
    size: int
    """Bytes of the frame."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of one class waits to be sent."""

    rows: int
    bytes: int
    """What it takes of the outbox's budget."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The hub's word on one entry."""

    record_id: str
    outcome: Literal["receipted", "quarantined", "erased"]
    ticket_no: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every record ever accepted, by what became of it. `balanced` holds at any time."""

    accepted: int = 0
    receipted: int = 0
    expired: int = 0
    evicted: int = 0
    erased: int = 0
    quarantined: int = 0
    pending: int = 0

    @property
    def balanced(self) -> bool:
        """Accepted = receipted + expired + evicted + erased + quarantined + pending."""
        return self.accepted == (
            self.receipted + self.expired + self.evicted + self.erased + self.quarantined + self.pending
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """Entries that left without reaching the hub, counted by class, fate and reason."""

    priority: Priority
    fate: Literal["expired", "evicted", "quarantined"]
    reason: str
    """class_rows, class_bytes, all_rows, all_bytes, age, damaged, or the hub's own word."""
    count: int


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """What the device still knows of one record of a subject."""

    record_id: str
    recorded_at: datetime
    state: Literal["pending", "receipted", "quarantined"]
    receipt_code: str | None
    ticket_no: str | None
    readable: bytes | None = field(repr=False)
    """The masked record as JSON while it is pending; gone once receipted."""


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What was done on this device, store by store. Never more than was done."""

    erasure_id: str
    keys_shredded: int
    rows_deleted: int
    wal_truncated: bool
    record_ids: tuple[str, ...]
    """Records the device knew of; the notice to the hub names them."""
    stores: tuple[StoreDone, ...] = ()
    """By place, in the order of the registry."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """An erasure as the device remembers it: what was done, and nothing of what was erased."""

    erasure_id: str
    scope: Literal["subject", "record"]
    asked_at: datetime
    finished_at: datetime | None
    """None while something is left to do."""
    records: int
    """Records the device knew of."""
    stores: tuple[StoreDone, ...]
    hub_answer: str | None
    """The hub's ErasureReceipt as JSON; None while it is waited for."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What the hub said about one matter, ready to be kept."""

    kind: str
    """Message kind: profile, prompts, ticket_news."""
    matter: str
    """Which one of its kind; versions are compared within it. Of ticket news: the record's id."""
    version: int
    content: bytes = field(repr=False)
    """The message as JSON."""
    subject: str | None = None
    """Whom it concerns: kept under their key, and erased with them."""
    expires_at: datetime | None = None
    """Not in force from then on, by trusted time."""


@dataclass(frozen=True, slots=True)
class DirectiveFate:
    """What became of a directive."""

    outcome: DirectiveOutcome
    in_force: int = 0
    """The version of this matter that the device has now; 0: none."""
    reason: str = ""


_T_co = TypeVar("_T_co", covariant=True)


class Future(Protocol[_T_co]):
    """What will have become of a change, once it is durable. `concurrent.futures.Future` is one."""

    def result(self, timeout: float | None = None) -> _T_co:
        """Wait for the disk.

        Raises:
            TimeoutError: not durable within `timeout` seconds; it may still become so.
        """
        ...

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """Wait for the disk; what went wrong, if anything did."""
        ...

    def done(self) -> bool:
        """Whether it is over."""
        ...

    def add_done_callback(self, fn: "Callable[[Any], object]") -> None:
        """Call `fn` with this Future once it is over. On the committing thread: it must only enqueue."""
        ...


class OutboxStore(Protocol):
    """Durable state of the device: outbox, consent, subjects, ledger. One file, one writer.

    Everything that returns a Future is durable (fsynced) when the Future resolves, and not before.
    """

    def subject_for(self, alias: str | None) -> "Future[str]":
        """The pseudonym of a driver profile, made on first use; a fresh one for an anonymous visit (None)."""
        ...

    def find_subject(self, alias: str) -> str | None:
        """The pseudonym of a driver profile if the device knows one."""
        ...

    def add_grant(self, grant: ConsentGrant, told: NewEntry | None = None) -> "Future[None]":
        """Keep a consent and sign it into the subject's history, in one transaction.

        Of a subject under 14 only a guardian's is kept.

        Args:
            grant: as it was given.
            told: a message to the hub about it, queued with it.
        """
        ...

    def consent_history(self, subject: str) -> tuple[ConsentRecord, ...]:
        """What happened to a subject's consents, oldest first; empty where the chain of signatures is broken."""
        ...

    def under_14(self, subject: str) -> bool:
        """Whether the subject was said to be under 14."""
        ...

    def declare_under_14(self, subject: str, at: datetime) -> "Future[int]":
        """From now on only a guardian's grants count. Ends all others and purges what is unsent; how many records."""
        ...

    def pause(self, *, on: bool) -> "Future[None]":
        """Neither hear nor ask anybody until the next trip, or end that. Erases nothing."""
        ...

    def paused(self) -> bool:
        """Whether this trip is a quiet one. The next boot of the device is another trip."""
        ...

    def grants(self, subject: str) -> tuple[ConsentGrant, ...]:
        """All grants of a subject, at least as old as they have surely become (`given_at` by trusted time)."""
        ...

    def withdraw(
        self,
        subject: str,
        at: datetime,
        purposes: frozenset[Purpose] | None = None,
        told: NewEntry | None = None,
    ) -> "Future[int]":
        """Turn purposes off and purge the unsent records that rested on them, in one transaction. Count of records.

        Args:
            subject: pseudonym.
            at: when.
            purposes: None for all. Without IMPROVE_SERVICE nothing unsent may stay, without CALL_BACK none with a
            contact.
            told: a message to the hub about it, queued in the same transaction.
        """
        ...

    def put(self, entry: NewEntry) -> "Future[StoreRefusal | None]":
        """Accept an entry durably, or say why not. Consent and erasure are checked in the same transaction.

        The Future raises TemporaryError where the disk refused (full, read-only, I/O error): nothing was recorded.
        """
        ...

    def pending(self, limit: int) -> Sequence[OutboxEntry]:
        """What waits, most urgent and oldest first."""
        ...

    def waiting(self) -> Mapping[Priority, Waiting]:
        """How much waits, for each class of which anything does. Costs the same for one entry and for 100,000."""
        ...

    def frame(self, record_id: str) -> bytes | None:
        """The bytes to send; None when the entry is gone, erased, or its consent was withdrawn."""
        ...

    def settle(self, outcomes: Iterable[Settlement]) -> "Future[None]":
        """Forget receipted entries, set rejected ones aside, count both. Unknown ids change nothing."""
        ...

    def expire(self) -> "Future[int]":
        """Drop and count what waited longer than its class allows, by trusted time. Erasure notices never expire.

        The count of waiting feedback that was lost.
        """
        ...

    def trust(self, hub_time: datetime, at: float) -> "Future[None]":
        """The hub's clock said `hub_time` when this device's monotonic clock said `at`: ages are known from now on.

        Of several in one boot the latest counts: an answer that was held back on its way tells less.
        """
        ...

    def now(self) -> datetime:
        """The best known time: the hub's where heard in this boot, else the wall clock within what is possible."""
        ...

    def consent_counts(self) -> dict[str, int]:
        """How many grants there are (`total`) and how many are neither withdrawn, used nor over (`live`)."""
        ...

    def ledger(self) -> Ledger:
        """The counts, read in one transaction."""
        ...

    def losses(self) -> Sequence[Loss]:
        """Every loss ever, by class, fate and reason, most urgent class first."""
        ...

    def ticket_no(self, record_id: str) -> str | None:
        """The hub's ticket for a record, once known."""
        ...

    def kept(self, subject: str) -> tuple[KeptRecord, ...]:
        """Everything the device has of a subject."""
        ...

    def locate_receipt(self, code_or_verifier: str) -> tuple[str, str] | None:
        """(subject, record id) for a receipt code TC-XXXX-XXXX or for a secret's verifier."""
        ...

    def erase(
        self,
        subject: str,
        record_id: str | None,
        make_notice: Callable[[tuple[str, ...]], tuple[str, bytes]],
        at: datetime,
    ) -> "Future[ErasureReport]":
        """Destroy a subject (record_id None) or one of its records, and queue the notice in the same transaction.

        Args:
            subject: pseudonym.
            record_id: only this record, or None for everything of the subject.
            make_notice: given the record ids found, returns (erasure id, frame of the ErasureNotice).
            at: when it was asked for.
        """
        ...

    def export(self, subject: str, record_id: str | None = None) -> Mapping[str, list[dict[str, Any]]]:
        """Everything the device holds of a subject, or of one record, by store, as JSON values."""
        ...

    def deletions(self) -> Sequence[Deletion]:
        """Erasures that were done on this device, newest first."""
        ...

    def retired(self) -> Mapping[str, int]:
        """How many rows or files were removed because their time was over, by store."""
        ...

    def settle_erasure(self, erasure_id: str, hub_stores: str, at: datetime) -> "Future[None]":
        """The hub's answer: drop the queued notice, keep the answer (JSON) with the tombstone."""
        ...

    def tombstones(self) -> Sequence[tuple[str, datetime, str | None]]:
        """(erasure id, asked for at, hub's answer JSON or None while waiting), newest first."""
        ...

    def take_directive(
        self, directive: Directive, make_answer: Callable[[DirectiveFate], NewEntry]
    ) -> "Future[DirectiveFate]":
        """Keep what the hub said unless something newer is kept or its subject was erased, and queue the answer.

        Args:
            directive: checked already; its version decides here.
            make_answer: the entry that tells the hub; queued in the same transaction. May be called twice.
        """
        ...

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        """What of a kind is kept and has not ended, by matter; of one subject where that is named."""
        ...

    def limit(self, limits: Any) -> "Future[None]":
        """Other limits from now on (`agent.profile.OutboxSettings` fits). The file stays open, the queue as it is."""
        ...

    def written_today(self) -> int:
        """Bytes that this device has written to storage today, as far as its system counts them."""
        ...

    def rotate_keys(self) -> "Future[int]":
        """Wrap every subject key under a new device key and destroy the old one; how many were wrapped.

        A power cut at any step leaves every key readable, and opening the store finishes the rotation.
        """
        ...

    def close(self) -> None:
        """Finish what is queued, then close."""
        ...


class QuestionStore(Protocol):
    """What this device asked before, and what it did not ask. Nobody's answers; forgotten after 100 days."""

    def remember_asked(self, question: Asked) -> "Future[None]":
        """Keep that a question was asked and how it ended."""
        ...

    def asked(self) -> Sequence[Asked]:
        """Every question of the last 100 days, oldest first."""
        ...

    def count_not_asked(self, reasons: Sequence[str]) -> "Future[None]":
        """Count questions that were due and not asked, one for each reason given."""
        ...

    def not_asked(self) -> Mapping[str, int]:
        """How many of the last 100 days, by reason."""
        ...

    def tags(self, subject: str) -> frozenset[str]:
        """What a person said of themselves, of `agent.contract.triggers.PERSONAL_TAGS`."""
        ...

    def set_tags(self, subject: str, chosen: frozenset[str]) -> "Future[None]":
        """These and no others, sealed under the subject's key."""
        ...

    def visited(self) -> Mapping[str, tuple[date, ...]]:
        """In which squares the vehicle was on which days, as `agent.signals.usual_area` marks them."""
        ...

    def keep_visited(self, visited: Mapping[str, tuple[date, ...]]) -> "Future[None]":
        """These and no others."""
        ...

    def find_subject(self, alias: str) -> str | None:
        """As `OutboxStore.find_subject`."""
        ...

    def subject_for(self, alias: str | None) -> "Future[str]":
        """As `OutboxStore.subject_for`."""
        ...

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        """As `OutboxStore.directives`: the sets of questions that the hub pushed."""
        ...


# ---- transport -------------------------------------------------------------------------------------------------


class TransportListener(Protocol):
    """Called from the transport's own thread; must only enqueue."""

    def connected(self, *, session_present: bool) -> None:
        """The broker took us."""
        ...

    def disconnected(self, reason: str) -> None:
        """The link is gone."""
        ...

    def arrived(self, topic: str, payload: bytes) -> None:
        """A message came down."""
        ...

    def handed_over(self, message_id: str) -> None:
        """The broker acknowledged (PUBACK). Says that the link works, and frees nothing: only a receipt does."""
        ...


class Transport(Protocol):
    """A thin wire to the broker. Keeps nothing and retries nothing: the sync engine does."""

    def connect(self, listener: TransportListener) -> None:
        """Start one attempt; the listener hears how it went.

        Raises:
            TechnicianNeededError: this link must not be used (plaintext beyond loopback, missing certificate).
        """
        ...

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        """Hand one frame to the wire at QoS 1. False when the link is not up."""
        ...

    def disconnect(self) -> None:
        """Leave cleanly."""
        ...
