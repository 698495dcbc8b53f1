"""Composition root: state folder -> keys, store, masker, engine, wire -> one running agent."""

import json
import logging
import os
import secrets
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from agent import vehicle_state
from agent.adapters import ogg_opus
from agent.adapters.control_socket import ControlServer
from agent.adapters.key_file import FileKeys
from agent.adapters.loudspeaker import PortAudioLoudspeaker
from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.mqtt_transport import MqttTransport
from agent.adapters.sqlite_store import SqliteStore, table_holdings
from agent.adapters.state_files import FILES, erase_files
from agent.adapters.state_folder import StateFolder
from agent.adapters.system_clock import SystemClock
from agent.aloud import Aloud, Hushed, Telling
from agent.answering import Answering
from agent.consent.grant import NoConsent, Permit
from agent.consent.holding import StoreDone
from agent.consent.notice import NOTICE
from agent.contract.directives import TicketNews, VisitorLetter
from agent.contract.messages import DeviceKind
from agent.contract.remote_profile import WAYS
from agent.directives import Directives
from agent.enrolled import (
    DATABASE,
    KEYS,
    enrolled_profile,
    fixed_phone_pages,
    load_identity,
    mqtt_settings,
    wrapping_key,
)
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.forwarding import Forwarder
from agent.letters import Letters
from agent.masking.masker import Masker
from agent.pipeline import ATTACHING, FeedbackPipeline
from agent.ports import AudioSource, Clock, OutboxStore, Voice
from agent.profile import DeviceProfile, find_data, load_profile
from agent.prompting.history import Limits
from agent.prompting.shipped import read_questions
from agent.prompting.visit import shown_lines
from agent.questioning import Questioning
from agent.requests import Conversation, Requests
from agent.rights import DEFAULT_SUBJECT
from agent.signals.usual_area import UsualArea
from agent.signals.work_orders import read_csv, read_json
from agent.speech import Engines, Sources, find_catalogue
from agent.surfaces.cabin import Cabin, CabinSignal
from agent.surfaces.orders import Orders
from agent.trigger_sources import Outside, TriggerSources, attach_source
from agent.vehicle_state import VehicleStates
from agent.version import VERSION
from agent.visiting.token import KEY_NAME, NO_RUN, Tokens
from agent.voice_keeping import VoiceKeeper
from agent.work_orders import KEY_NAME as ORDERS_KEY
from agent.work_orders import WorkOrders

if TYPE_CHECKING:  # a web server, which only a device with pages needs
    from agent.surfaces.composition import OpenPages
    from agent.surfaces.hub_codes import HubCodes

_log = logging.getLogger(__name__)

_VISIT_SCENES: Final = {
    DeviceKind.CHARGER_KIOSK: "charging_done",
    DeviceKind.SERVICE_TERMINAL: "repair_done",
}
"""What whoever comes to such a device by themselves comes about."""

_TELL_MUCH = frozenset({"cabin", "signal", "trigger"})
"""What other systems of the device tell many times a second; none of it changes what anybody agrees to."""


class Agent:
    """One device, wired. Use as a context manager; closing loses nothing."""

    def __init__(
        self, state: Path, *, profile: str | None = None, models_root: Path | None = None, forward: bool = True
    ) -> None:
        """Open everything and start forwarding.

        Args:
            state: the state folder of an enrolled device.
            profile: a shipped profile's name or a path; None uses the one the device was enrolled with.
            models_root: where speech models are installed; None for this user's default.
            forward: whether to connect to the broker; looking at the device needs none.

        Raises:
            AgentError: what is missing or broken, and what to do.
        """
        self.identity = load_identity(state)
        self.profile = load_profile(profile) if profile is not None else enrolled_profile(state)
        self._check_kind()
        self._clock = SystemClock()
        keys = FileKeys(state / KEYS, wrapping_key(self.profile.keys))
        masker = Masker(
            keys.masking_key(), self.profile.masking.recognizers or None, site_words=self.profile.speech.terms
        )
        self._engines = Engines(self.profile, ModelStore(models_root or default_root(), find_catalogue()), self._clock)
        self._folder = StateFolder(state)
        self._usual_area: UsualArea | None = None
        self._work_orders: WorkOrders | None = None
        self._vehicle = VehicleStates(self.profile.vehicle.attach, self._clock, self._may_attach)
        try:
            self._store = SqliteStore(
                state / DATABASE,
                keys,
                self.profile.outbox,
                self._clock,
                secrets.token_bytes,
                kept=self.profile.retention,
                erase_files=self._erase_beside,
            )
        except BaseException:
            self._folder.close()
            raise
        clock = _TrustedClock(self._clock, self._store)
        self._sources = Sources(self.profile.speech)
        self._aloud = Aloud(
            self._voice(),
            PortAudioLoudspeaker(),
            wanted=lambda: "silent" not in self._tags(),
            language=self.profile.language,
        )
        self._said_aloud = 0
        self._cabin = CabinSignal(Cabin(moving=not self.profile.anonymous_visits))
        self._usual_area = self._known_area(keys)
        self._questioning = self._questions(clock)
        self._work_orders = WorkOrders(
            state, bytes.fromhex(keys.blind(ORDERS_KEY)), self._questioning.happened, self._questioning.now
        )
        self._orders = Orders(
            self._work_orders,
            fixed_phone_pages(self.profile),
            Tokens(keys.blind(KEY_NAME), self.identity.device, NO_RUN),
            self._questioning.now,
        )
        self._pages_are_open = False
        self._trigger_sources: TriggerSources | None = None
        self._directives = Directives(
            enrolled=self.profile,
            use=self._use,
            store=self._store,
            identity=self.identity,
            keys=keys,
            masker=masker,
            clock=clock,
            prompts_changed=self._questioning.rules_changed,
            erased=self._forget_replies,
            letter_left=self._letter_left if self.profile.anonymous_visits else None,
        )
        self._forwarder = Forwarder(
            settings=self.profile.sync,
            store=self._store,
            transport=MqttTransport(mqtt_settings(self.identity, state)),
            identity=self.identity,
            keys=keys,
            clock=clock,
            directives=self._directives,
        )
        self._pipeline = FeedbackPipeline(
            profile=self.profile,
            identity=self.identity,
            store=self._store,
            keys=keys,
            masker=masker,
            clock=clock,
            random_bytes=secrets.token_bytes,
            is_online=self._forwarder.is_online,
            vehicle=self._vehicle.readings,
        )
        self._serving = threading.Lock()
        self._voices = VoiceKeeper(
            profile=self.profile,
            identity=self.identity,
            store=self._store,
            keys=keys,
            clock=clock,
            masker=masker,
            codec=ogg_opus,
            permit=self._pipeline.permit,
            engine=self._engines.get,
            listening=self._serving,
            queue_changed=self._forwarder.queue_changed,
        )
        self.requests = Requests(
            pipeline=self._pipeline,
            store=self._store,
            keys=keys,
            identity=self.identity,
            clock=clock,
            random_bytes=secrets.token_bytes,
            engine=self._engines.get,
            source=self._listening,
            status=self.status,
            queue_changed=self._forwarder.queue_changed,
            keep_voice=self._voices.keep_later,
            profile=self.profile,
            holdings=(*table_holdings(), *FILES.holdings, vehicle_state.HOLDING),
            in_memory=lambda subject: {vehicle_state.STORE: self._vehicle.export(subject)},
        )
        self._answering = Answering(
            self._questioning,
            self.requests,
            self._store,
            knows_drivers=not self.profile.anonymous_visits,
            visit_scene=self._visit_scene,
            heard=self._vehicle.heard,
        )
        self._letters = Letters(
            pipeline=self._pipeline,
            store=self._store,
            keys=keys,
            identity=self.identity,
            rules=self._questioning.rules,
            scene=self._visit_scene,
        )
        self._keys = keys
        self._visit_secret = keys.blind(KEY_NAME)
        self._trusted_clock = clock
        self._directives.put_in_force()
        self._voices.start()
        if forward:
            self._forwarder.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop forwarding, finish what is being written, let go of the folder."""
        if self._trigger_sources is not None:
            self._trigger_sources.close()
        self._vehicle.close()
        self._questioning.close()
        self._answering.close()
        self._voices.close()
        self._aloud.close()
        self._forwarder.stop()
        self._engines.close()
        self._store.close()
        self._folder.close()

    def begin_asking(self) -> None:
        """Listen to what the profile says, and ask at the right moments, until the agent is closed.

        After the pages are open, where there are any: what has happened meanwhile waits for somebody to see it.

        Raises:
            TechnicianNeededError: what the profile names cannot be listened to.
        """
        if self.profile.work_orders.webhook_secret and not self._pages_are_open:
            raise TechnicianNeededError(
                "work_orders.webhook_secret is set, and no pages are served that it could stand beside: set "
                "surface.port, or remove it."
            )
        self._questioning.quiet(yes=self._store.paused())
        self._questioning.start()
        readers = {".json": partial(self._orders.dropped, read_json), ".csv": partial(self._orders.dropped, read_csv)}
        self._trigger_sources = TriggerSources(
            self.profile, self._questioning, self._clock, Outside(dropped=readers, talk_key=self._talk_key)
        )
        self._vehicle.start(attach_source(self.profile.vehicle, self._vehicle, self._clock))

    def listen(self) -> ControlServer:
        """Serve requests from the command line until the returned server is closed."""
        return ControlServer(self._folder.path, self._serve)

    def open_pages(self, port: int | None = None) -> "OpenPages | None":
        """Serve the pages until the returned server is closed; None where the profile has none.

        Args:
            port: instead of the profile's.

        Raises:
            TechnicianNeededError: the port is taken, or the certificate for phones cannot be used.
        """
        port = self.profile.surface.port if port is None else port
        if port is None:
            return None
        from agent.surfaces.composition import open_pages
        from agent.surfaces.entrance import Entrance

        self._questioning.pages_show()
        self._pages_are_open = True
        return open_pages(
            profile=self.profile,
            identity=self.identity,
            port=port,
            serve=self._serve,
            state=self._page_state,
            cabin=self._cabin,
            orders=self._orders.posted,
            seen=self._seen,
            entrance=Entrance(
                secret=self._visit_secret,
                device=self.identity.device,
                state=self._folder.path,
                clock=self._trusted_clock,
                random_bytes=secrets.token_bytes,
            ),
            hub_codes=self._hub_codes(),
        )

    def _hub_codes(self) -> "HubCodes | None":
        from agent.surfaces.hub_codes import HubCodes

        page = self.profile.surface.visit_url
        if not page or not self.profile.anonymous_visits:
            return None
        return HubCodes(
            page,
            identity=self.identity,
            keys=self._keys,
            clock=self._trusted_clock,
            random_bytes=secrets.token_bytes,
        )

    def warm_up(self) -> str:
        """Load the speech model now instead of at the first sentence; says which, or why there is none."""
        try:
            engine = self._engines.get()
        except (TechnicianNeededError, InputRefusedError) as error:  # the second: it takes no speech at all
            return str(error)
        return f"{engine.name} · {engine.model}"

    def status(self) -> dict[str, Any]:
        """Ledger, queue, consent, model and link, as plain values. No names, no words."""
        ledger = self._store.ledger()
        waiting = self._store.waiting()
        return {
            "device": self.identity.device,
            "tenant": self.identity.tenant,
            "kind": self.identity.kind.value,
            "place": self.identity.place,
            "agent_version": VERSION,
            "pid": os.getpid(),
            "ledger": {
                "accepted": ledger.accepted,
                "receipted": ledger.receipted,
                "expired": ledger.expired,
                "evicted": ledger.evicted,
                "erased": ledger.erased,
                "quarantined": ledger.quarantined,
                "pending": ledger.pending,
                "balanced": ledger.balanced,
            },
            "losses": [
                {"class": loss.priority.name.lower(), "fate": loss.fate, "reason": loss.reason, "count": loss.count}
                for loss in self._store.losses()
            ],
            "flash": {
                "written_today": self._store.written_today(),
                "budget": self.profile.outbox.max_bytes_written_per_day,
            },
            "queue": {
                "waiting": sum(of_class.rows for of_class in waiting.values()),
                "bytes": sum(of_class.bytes for of_class in waiting.values()),
                "by_priority": {priority.name.lower(): of_class.rows for priority, of_class in waiting.items()},
            },
            "consent": {
                "notice_hash": NOTICE.hash,
                "not_this_trip": self._store.paused(),
                **self._store.consent_counts(),
            },
            "voices": dict(self._voices.counts),
            "questions": self._questioning.status(),
            "sources": self._heard(),
            "retired": dict(self._store.retired()),
            "model": self._engines.describe(),
            "aloud": self._aloud.status(),
            "from_hub": self._directives.status(),
            "link": self._forwarder.link_status(),
            "erasures": [
                {
                    "erasure_id": erasure_id,
                    "requested_at": at.isoformat(),
                    "hub": None if answer is None else json.loads(answer),
                }
                for erasure_id, at, answer in self._store.tombstones()
            ],
        }

    def _use(self, profile: DeviceProfile) -> None:
        """Another profile from now on, while everything runs: whatever holds a part of it is told."""
        self._store.limit(profile.outbox).result()
        self._pipeline.use(profile)
        self._voices.use(profile)
        self._sources.use(profile.speech)
        self._forwarder.use(profile.sync)
        self.profile = profile

    @property
    def _visit_scene(self) -> str:
        return _VISIT_SCENES.get(self.identity.kind, "spontaneous")

    def _letter_left(self, letter: VisitorLetter) -> None:
        self._letters.take(letter)
        self._forwarder.queue_changed()

    def _heard(self) -> dict[str, dict[str, int]]:
        """Of each source of questions since the start: what it told, and what was not taken of it."""
        heard = {} if self._trigger_sources is None else self._trigger_sources.status()
        orders = self.profile.work_orders
        if self._work_orders is not None and (orders.folder or orders.webhook_secret):
            heard["work_orders"] = self._work_orders.counts()
        return heard

    def _page_state(self) -> dict[str, Any]:
        question = self._questioning.question
        return {
            "online": self._forwarder.is_online(),
            "waiting": self._store.ledger().pending,
            "speech": self._engines.describe()["installed"],
            "quiet": self._store.paused(),
            "asks": None if question is None else question.shown(),
            "news": self._told_at(),
            "lines": shown_lines(self._questioning.rules()) if self.profile.anonymous_visits else [],
            "ways": list(dict.fromkeys((*self.profile.surface.ways, *WAYS))),
        }

    def _told_at(self) -> list[str]:
        """When the hub told something new of what a driver said; a device that knows nobody has none."""
        subject = None if self.profile.anonymous_visits else self._store.find_subject(DEFAULT_SUBJECT)
        kept = () if subject is None else self._store.directives(TicketNews.kind, subject)
        return sorted(str(json.loads(news.content)["told_at"]) for news in kept)

    def _serve(self, request: dict[str, Any], talk: Conversation) -> None:
        if request.get("do") == "cabin":
            self._cabin.tell(moving=request["moving"] is True, night=request["night"] is True)
            self._questioning.moving(yes=request["moving"] is True)
            return
        if request.get("language"):
            self._aloud.language = str(request["language"])
        if request.get("entry") in {None, "face"} and "ears" not in request:  # a phone's person hears their phone
            talk = Telling(talk, self._aloud, lambda: self._cabin.now.moving)
        served = self._answering if self._answering.takes(request) else self.requests
        if request.get("do") == "say" and "text" not in request:
            with self._serving:  # one microphone, one engine: one sentence at a time
                served.serve(request, talk)
        else:
            served.serve(request, talk)
        if request.get("do") == "not_this_trip":
            self._questioning.quiet(yes=self._store.paused())
        if request.get("do") not in _TELL_MUCH:
            self._vehicle.look_again()

    def _voice(self) -> Voice | None:
        """What says sentences aloud: what ships with the device, and the engine that the profile names for others."""
        if not self.profile.surface.aloud:
            return None
        from agent.adapters.espeak_voice import EspeakVoice
        from agent.adapters.prompt_voice import PromptVoice

        return PromptVoice(find_data("device_profiles") / "aloud", EspeakVoice())

    def _listening(self, **how: Any) -> AudioSource:
        """A source of sound; the device says nothing while it is open."""
        return Hushed(self._sources.open(**how), self._aloud)

    def _seen(self, number: int) -> bool:
        """A page shows a question: it is said aloud, once."""
        seen, question = self._questioning.seen(number), self._questioning.question
        if seen and question is not None and question.figures_only and number > self._said_aloud:
            self._said_aloud = number
            self._aloud.say(question.zh, question.en)
        return seen

    def _questions(self, clock: Clock) -> Questioning:
        file = find_data("device_profiles") / "questions" / f"{self.identity.kind.value}.toml"
        settings = self.profile.questions
        anonymous = self.profile.anonymous_visits
        return Questioning(
            own=read_questions(file.read_text(encoding="utf-8"), file.name),
            store=self._store,
            clock=clock,
            limits=Limits(None, None, rests=False) if anonymous else Limits(settings.per_day, settings.per_week),
            parked=anonymous,
            usual_area=self._usual_area,
            tags=self._tags,
            moves=self._tell_moving,
            changed=self._cabin.tell,
            quiet_over=partial(self._store.pause, on=False),
            left_alone=self._left_alone,
        )

    def _forget_replies(self, subject: str) -> None:
        self._pipeline.forget(subject)
        self._vehicle.look_again()

    def _may_attach(self) -> Permit | NoConsent:
        """Whether this car's driver agrees, at this moment, that its state stands beside their feedback."""
        subject = None if self.profile.anonymous_visits else self._store.find_subject(DEFAULT_SUBJECT)
        return NoConsent.NEVER_GIVEN if subject is None else self._pipeline.permit(subject, ATTACHING)

    def _known_area(self, keys: FileKeys) -> UsualArea | None:
        if not self.profile.vehicle.position:
            return None
        return UsualArea(bytes.fromhex(keys.blind("vehicle/usual-area")), self._store.visited())

    def _erase_beside(self) -> Sequence[StoreDone]:
        """What an erasure destroys beside the database."""
        if self._usual_area is not None:
            self._usual_area.forget()
        wiped = self._vehicle.wipe()
        in_memory = (StoreDone(vehicle_state.STORE, "emptied", wiped),) if wiped else ()
        orders = () if self._work_orders is None else (self._work_orders.forget_vehicles(),)
        return (*orders, *erase_files(self._folder.path), *in_memory)

    def _tags(self) -> frozenset[str]:
        subject = None if self.profile.anonymous_visits else self._store.find_subject(DEFAULT_SUBJECT)
        return frozenset() if subject is None else self._store.tags(subject)

    def _left_alone(self, conversation: int) -> None:
        self._answering.left_alone(conversation)

    def _tell_moving(self, yes: bool) -> None:
        self._cabin.tell(moving=yes)

    def _talk_key(self, _code: int, down: bool) -> None:
        """Pressed: a question where a rule waits for it, otherwise the page listens, as if its panel was touched."""
        if down:
            before = self._questioning.question
            self._questioning.happened("button", {})
            if self._questioning.question is not before:
                return
        self._cabin.tell(presses=self._cabin.now.presses + down, held=down)

    def _check_kind(self) -> None:
        if self.profile.kind is not self.identity.kind:
            raise TechnicianNeededError(
                f"This device is enrolled as {self.identity.kind}, the profile is for {self.profile.kind}. "
                "Use a profile of the same kind, or enrol again with a claim for the other."
            )


class _TrustedClock:
    """The machine's clock, with the hub's time for its wall clock's as soon as that was heard."""

    def __init__(self, machine: Clock, store: OutboxStore) -> None:
        self.now = store.now
        self.monotonic = machine.monotonic
        self.boot_id = machine.boot_id
