"""Keeps the sound of a doubtful feedback for the reviewers: after thanks, muted, sealed, or not at all.

    thanks -> mute (agent/muting.py) -> encode -> listen to what was encoded -> seal to the reviewers -> outbox

- Sound comes here only where the pipeline found a live grant for it and the hearing doubtful. It stands in memory until
  it is sealed: a power cut leaves nothing of it.
- Nobody's thanks wait for it: it has a thread of its own. There is one engine, so whoever speaks next may wait until
  the check of one sentence is over.
- On any doubt it is destroyed, counted by reason, and nobody is told: the masked text is what was promised.
"""

import base64
import json
import logging
import queue
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from agent.consent.grant import NoConsent, Period, Permit, Purpose
from agent.contract import sealing
from agent.contract.identifiers import voice_id
from agent.contract.messages import MAX_SEALED_VOICE_CHARS, ConsentReference, Voice
from agent.errors import AgentError
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import MaskedSpan
from agent.masking.masker import Masker
from agent.pipeline import KEEPING_VOICE
from agent.ports import Clock, KeyStore, NewEntry, OutboxStore, Priority, SpeechEngine, StoreRefusal
from agent.profile import DeviceProfile
from agent.provisioning.identity import DeviceIdentity
from agent.said import Said

if TYPE_CHECKING:
    from agent.hearing import Utterance
    from agent.muting import MutedClip

_log = logging.getLogger(__name__)

_WAITING: Final = 4
"""Recordings that wait for the engine, in memory. A minute is 2 MB; further ones are not kept."""
_SEAL_BYTES: Final = 48
"""What HPKE adds: an X25519 key and a tag."""
MOST_BYTES: Final = MAX_SEALED_VOICE_CHARS // 4 * 3 - _SEAL_BYTES
"""Of an encoded recording, so that it fits into one frame: 16 to 31 s of speech."""


class NotKeptBecause(StrEnum):
    """Why there is no recording, beside the reasons of `agent.muting.WhyDestroyed`."""

    CONSENT_GONE = "consent_gone"
    RECORD_GONE = "record_gone"
    NO_ROOM = "no_room"
    NO_CODEC = "no_codec"
    """This installation lacks `tingche[review]`."""
    BUSY = "busy"
    TOO_LONG = "too_long"
    HEARD_DIFFERENTLY = "heard_differently"
    """Muting found other personal data than the record has masked."""
    STILL_HEARD = "still_heard"
    """The encoded sound gave away something personal."""
    FAILED = "failed"


_REFUSED: Final = {
    StoreRefusal.CONSENT_GONE: NotKeptBecause.CONSENT_GONE,
    StoreRefusal.SUBJECT_ERASED: NotKeptBecause.RECORD_GONE,
    StoreRefusal.FULL: NotKeptBecause.NO_ROOM,
}


class SoundCodec(Protocol):
    """Makes sound small. `agent.adapters.ogg_opus` is one."""

    @property
    def FORMAT(self) -> str:  # noqa: N802 - a constant of a module
        """What a message calls it."""
        ...

    def is_here(self) -> bool:
        """Whether this installation has it."""
        ...

    def encode(self, clip: AudioClip, most_bytes: int) -> bytes | None:
        """At most so many bytes; None where that is not enough."""
        ...

    def decode(self, sound: bytes) -> AudioClip:
        """What is heard of it."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    said: Said = field(repr=False)
    sound: "Utterance" = field(repr=False)
    record_id: str
    recorded_at: datetime


class VoiceKeeper:
    """One per device. Without `start`, whoever calls `handle_all` is the thread."""

    def __init__(
        self,
        *,
        profile: DeviceProfile,
        identity: DeviceIdentity,
        store: OutboxStore,
        keys: KeyStore,
        clock: Clock,
        masker: Masker,
        codec: SoundCodec,
        permit: Callable[[str, frozenset[Purpose]], Permit | NoConsent],
        engine: Callable[[str], SpeechEngine],
        listening: AbstractContextManager[object],
        queue_changed: Callable[[], None],
    ) -> None:
        self._profile = profile
        self._identity = identity
        self._store = store
        self._keys = keys
        self._clock = clock
        self._masker = masker
        self._codec = codec
        self._permit = permit
        self._engine = engine
        self._listening = listening
        self._queue_changed = queue_changed
        self._jobs: queue.Queue[_Job | None] = queue.Queue(_WAITING)
        self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
        self.counts: Counter[str] = Counter()
        """`kept`, and reasons why not, since the agent runs."""

    def start(self) -> None:
        """Work in a thread of its own until `close`."""
        self._thread.start()

    def use(self, profile: DeviceProfile) -> None:
        """Go by this profile from the next recording on."""
        self._profile = profile

    def keep_later(self, said: Said, record_id: str) -> None:
        """Take the sound of a feedback that was thanked for. Never waits; without sound there is nothing to do."""
        if said.sound is None:
            return
        if not self._codec.is_here():
            self.counts[NotKeptBecause.NO_CODEC] += 1
            return
        try:
            self._jobs.put_nowait(_Job(said, said.sound, record_id, self._clock.now()))
        except queue.Full:
            self.counts[NotKeptBecause.BUSY] += 1

    def handle_all(self) -> None:
        """Work off what has come, without the thread."""
        while not self._jobs.empty():
            job = self._jobs.get_nowait()
            if job is not None:
                self._handle(job)

    def close(self) -> None:
        """Finish what has come, then stop."""
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._handle(job)

    def _handle(self, job: _Job) -> None:
        try:
            outcome = self._keep(job)
        except AgentError as error:
            _log.warning("a recording was not kept: %s", error)
            outcome = NotKeptBecause.FAILED.value
        except Exception as error:  # noqa: BLE001 - supervised: whatever failed, there is no recording then
            _log.error("a recording was not kept: %s", type(error).__name__)
            outcome = NotKeptBecause.FAILED.value
        self.counts[outcome] += 1

    def _keep(self, job: _Job) -> str:
        """What became of it, in a word."""
        permit = self._permit(job.said.permit.grant.subject, KEEPING_VOICE)
        if isinstance(permit, NoConsent):
            return NotKeptBecause.CONSENT_GONE
        with self._listening:
            safe = self._muted_and_encoded(job)
        if isinstance(safe, str):
            return safe
        muted, sound = safe
        refusal = self._store.put(self._entry(job, permit, muted, sound)).result()
        if refusal is not None:
            return _REFUSED[refusal]
        self._queue_changed()
        return "kept"

    def _muted_and_encoded(self, job: _Job) -> "tuple[MutedClip, bytes] | str":
        """The recording that may be sent, or why there is none."""
        from agent.muting import Destroyed, mute, recognised  # 7 MB of words, which only speech needs
        from agent.transcription.repair import repair

        heard, terms = job.sound.transcript, self._profile.speech.terms
        engine = self._engine(heard.language)
        muted = mute(job.sound.clip, heard, engine, self._masker, terms)
        if isinstance(muted, Destroyed):
            return muted.reason
        if job.said.masked is None or _types(muted.masked.spans) != _types(job.said.masked.spans):
            return NotKeptBecause.HEARD_DIFFERENTLY
        sound = self._codec.encode(muted.clip, MOST_BYTES)
        if sound is None:
            return NotKeptBecause.TOO_LONG
        again = repair(recognised(self._codec.decode(sound), engine), terms).transcript
        return NotKeptBecause.STILL_HEARD if self._masker.find(again.text) else (muted, sound)

    def _entry(self, job: _Job, permit: Permit, muted: "MutedClip", sound: bytes) -> NewEntry:
        key, grant = self._identity.reviewers_key, permit.grant
        assert key is not None  # noqa: S101 - the pipeline keeps no sound where there is none
        voice = Voice(
            voice_id=voice_id(job.record_id),
            record_id=job.record_id,
            subject=grant.subject,
            recorded_at=job.recorded_at,
            format=self._codec.FORMAT,
            audio_s=round(muted.clip.duration_s, 2),
            muted_s=round(muted.muted_s, 2),
            consent=ConsentReference(
                grant_id=grant.grant_id,
                notice_hash=grant.notice_hash,
                purposes=tuple(sorted(grant.purposes)),
                given_at=grant.given_at,
                expires_at=None if grant.period is Period.ONCE else grant.expires_at,
            ),
            key_id=sealing.key_id(key),
            sealed=base64.b64encode(sealing.seal_voice(sound, key, job.record_id)).decode(),
        )
        now = self._clock.now()
        frame = sealing.seal(
            voice,
            tenant=self._identity.tenant,
            sender=self._identity.device,
            message_id=voice.voice_id,
            time=now,
            receiver_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
        )
        return NewEntry(
            record_id=voice.voice_id,
            kind=voice.kind,
            priority=Priority.VOICE,
            frame=frame,
            recorded_at=now,
            subject=voice.subject,
            grant_id=grant.grant_id,
            readable=_readable(voice, sound),
            about=job.record_id,
        )


def _types(spans: tuple[MaskedSpan, ...]) -> list[str]:
    return [span.type for span in spans]


def _readable(voice: Voice, sound: bytes) -> bytes:
    """What the person gets with an export while it waits: the very sound that is sent, under their own key."""
    shown = voice.model_dump(mode="json", include={"record_id", "recorded_at", "format", "audio_s", "muted_s"})
    return json.dumps(shown | {"sound": base64.b64encode(sound).decode()}).encode()
