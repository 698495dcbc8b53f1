"""A whole device around any store: real pipeline, real masking, real sealing; speech and clock are scripted."""

import base64
import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent import vehicle_state
from agent.adapters import ogg_opus
from agent.consent.grant import NoConsent, Permit
from agent.contract import sealing
from agent.contract.messages import DeviceKind, Message
from agent.directives import Directives
from agent.masking.masker import Masker
from agent.pipeline import ATTACHING, FeedbackPipeline
from agent.ports import OutboxStore
from agent.profile import DeviceProfile, SpeechSettings, VehicleSettings
from agent.provisioning.identity import BrokerAddress, DeviceIdentity
from agent.requests import Requests
from agent.rights import DEFAULT_SUBJECT
from agent.vehicle_state import VehicleStates
from agent.voice_keeping import VoiceKeeper
from tests.fakes.clock import FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.silent_room import SilentRoom

Event = dict[str, Any]


@dataclass
class HubKeys:
    """The hub's side of the keys, so that tests can open what a device sealed, and answer it."""

    seal: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    sign: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    desk: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    reviewers: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)

    def identity(self, port: int = 1, device: str = "d-00112233445566778899") -> DeviceIdentity:
        """What enrolment would have told the device."""
        return DeviceIdentity(
            tenant="demo",
            device=device,
            kind=DeviceKind.HEAD_UNIT,
            mqtt=BrokerAddress(host="127.0.0.1", port=port, tls=False),
            hub_seal_key=base64.b64encode(self.seal.public_key().public_bytes_raw()).decode(),
            hub_sign_key_pem=self.sign.public_key()
            .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            .decode(),
            desk_key=base64.b64encode(self.desk.public_key().public_bytes_raw()).decode(),
            voice_key=base64.b64encode(self.reviewers.public_key().public_bytes_raw()).decode(),
        )

    def open(self, frame: bytes, keys: MemoryKeys) -> Message:
        """A frame of that device, verified and opened."""
        public = keys.signing_key().public_key()
        return sealing.open_frame(sealing.parse(frame), public, lambda _: self.seal)


@dataclass
class Person:
    """The person's side of a conversation: collects what is told, answers what is asked."""

    answers: dict[str, Event] = field(default_factory=dict)
    told: list[Event] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def tell(self, event: Event) -> None:
        self.told.append(event)

    def ask(self, question: Event) -> Event:
        self.asked.append(question["event"])
        return self.answers.get(question["event"], {})

    def released(self) -> bool:
        return True

    def heard(self, name: str) -> Event:
        """The only event of this name."""
        (event,) = [e for e in self.told if e["event"] == name]
        return event


class Device:
    """Everything above the store, wired as the runtime wires it."""

    def __init__(
        self,
        store: OutboxStore,
        *sentences: str,
        online: bool = True,
        anonymous: bool = False,
        keys: MemoryKeys | None = None,
        clock: FakeClock | None = None,
        terms: tuple[str, ...] = (),
        kind: DeviceKind = DeviceKind.HEAD_UNIT,
        attach: tuple[str, ...] = (),
    ) -> None:
        self.store = store
        self.keys = keys or MemoryKeys()
        self.hub = HubKeys()
        self.identity = self.hub.identity().model_copy(update={"kind": kind})
        self.clock = clock or FakeClock()
        self.room = SilentRoom()
        self.online = online
        self.touched = 0
        self.engine = ScriptedEngine(*sentences)
        profile = DeviceProfile(
            kind=kind,
            anonymous_visits=anonymous,
            speech=SpeechSettings(terms=terms),
            vehicle=VehicleSettings(attach=attach),
        )
        self.vehicle = VehicleStates(attach, self.clock, self._may_attach)
        masker = Masker(bytes(range(32)), site_words=terms)
        self.used: list[DeviceProfile] = []
        self.tell_of_profile: list[Callable[[DeviceProfile], None]] = []
        """Who else has to know when another profile is in force."""
        self.directives = Directives(
            enrolled=profile,
            use=self._use,
            store=store,
            identity=self.identity,
            keys=self.keys,
            masker=masker,
            clock=self.clock,
            erased=self._forget,
        )
        self.pipeline = FeedbackPipeline(
            profile=profile,
            identity=self.identity,
            store=store,
            keys=self.keys,
            masker=masker,
            clock=self.clock,
            random_bytes=os.urandom,
            is_online=lambda: self.online,
            vehicle=self.vehicle.readings,
        )
        self.voices = VoiceKeeper(
            profile=profile,
            identity=self.identity,
            store=store,
            keys=self.keys,
            clock=self.clock,
            masker=masker,
            codec=ogg_opus,
            permit=self.pipeline.permit,
            engine=lambda _language: self.engine,
            listening=contextlib.nullcontext(),
            queue_changed=self._touch,
        )
        self.requests = Requests(
            pipeline=self.pipeline,
            store=store,
            keys=self.keys,
            identity=self.identity,
            clock=self.clock,
            random_bytes=os.urandom,
            engine=lambda _language: self.engine,
            source=lambda **_how: self.room,
            status=dict,
            queue_changed=self._touch,
            keep_voice=self.voices.keep_later,
            profile=profile,
            in_memory=lambda subject: {vehicle_state.STORE: self.vehicle.export(subject)},
        )

    def say(self, person: Person | None = None, **request: Any) -> Person:
        """One spoken feedback; the scripted engine hears the next sentence."""
        person = person or Person()
        self.requests.serve({"do": "say", "wav": "in-the-test.wav", **request}, person)
        return person

    def do(self, what: str, person: Person | None = None, **request: Any) -> Person:
        """Any other request."""
        person = person or Person()
        self.requests.serve({"do": what, **request}, person)
        self.vehicle.look_again()
        return person

    def waiting(self) -> list[Message]:
        """What waits in the outbox, opened with the hub's key."""
        frames = [self.store.frame(entry.record_id) for entry in self.store.pending(1000)]
        return [self.hub.open(frame, self.keys) for frame in frames if frame is not None]

    def _may_attach(self) -> Permit | NoConsent:
        subject = self.store.find_subject(DEFAULT_SUBJECT)
        return NoConsent.NEVER_GIVEN if subject is None else self.pipeline.permit(subject, ATTACHING)

    def _forget(self, subject: str) -> None:
        self.pipeline.forget(subject)

    def _use(self, profile: DeviceProfile) -> None:
        self.used.append(profile)
        self.pipeline.use(profile)
        for tell in self.tell_of_profile:
            tell(profile)

    def _touch(self) -> None:
        self.touched += 1
