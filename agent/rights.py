"""What a person can ask about their data: notice and consent, what is held of them, its end, and proof of that.

Each is one request of the control socket (`agent.requests` serves them), complete enough that a page only draws what it
is told. An event is a JSON object with an "event" name.
"""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from agent.consent.erasure import sealed_notice
from agent.consent.grant import GUARDIAN, PERSON, ConsentGrant, NoConsent, Period, Permit, Purpose, apart
from agent.consent.holding import Holding
from agent.consent.notice import NOTICE, PURPOSE_TEXTS, TOUCH_NOTICE, Notice, notice_for
from agent.consent.record import as_json_ld
from agent.contract.directives import TicketNews
from agent.contract.identifiers import RandomBytes, ReceiptSecret, parse_receipt, uuid7, voice_id
from agent.contract.messages import ErasureReceipt
from agent.errors import InputRefusedError, TemporaryError
from agent.pipeline import ATTACHING, WITH_CONTACT, FeedbackPipeline
from agent.ports import Clock, Deletion, ErasureReport, Future, KeptRecord, KeyStore, OutboxStore
from agent.provisioning.identity import DeviceIdentity

Event = dict[str, Any]
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

_DISK_TIMEOUT_S = 30.0
DEFAULT_SUBJECT = "driver"
"""The driver profile that is meant when none is named."""


class Told(Protocol):
    """Who is told the answer."""

    def tell(self, event: Event) -> None:
        """Show this."""
        ...


class Rights:
    """Serves what concerns a person's consent and data; safe to call from several threads.

    Args:
        holdings: every place that can hold something of a person.
        in_memory: what is held of a subject and on no disk, by store.
    """

    def __init__(
        self,
        *,
        pipeline: FeedbackPipeline,
        store: OutboxStore,
        keys: KeyStore,
        identity: DeviceIdentity,
        clock: Clock,
        random_bytes: RandomBytes,
        queue_changed: Callable[[], None],
        holdings: Sequence[Holding] = (),
        has_trips: bool = True,
        in_memory: Callable[[str], dict[str, Any]] = lambda _subject: {},
    ) -> None:
        self._in_memory = in_memory
        self._pipeline = pipeline
        self._store = store
        self._keys = keys
        self._identity = identity
        self._clock = clock
        self._random_bytes = random_bytes
        self._queue_changed = queue_changed
        self._holdings = holdings
        self._has_trips = has_trips
        self.served: dict[str, Callable[[Event, Told], None]] = {
            "consent_notice": self._notice,
            "consent_grant": self._grant,
            "consent_switch": self._switch,
            "consent_show": self._show,
            "consent_history": self._history,
            "consent_withdraw": self._withdraw,
            "consent_under_14": self._under_14,
            "not_this_trip": self._not_this_trip,
            "stores": self._stores,
            "export": self._export,
            "news": self._news,
            "erase": self._erase,
            "deletions": self._deletions,
            "deletion_receipt": self._deletion_receipt,
        }

    # ---- consent -------------------------------------------------------------------------------------------------

    def _notice(self, request: Event, talk: Told) -> None:
        """The words: of every switch alone, of the purposes asked for together, and those beside the faces."""
        guardian = bool(request.get("guardian"))
        purposes = purposes_in(request) or frozenset({Purpose.IMPROVE_SERVICE})
        talk.tell(
            {
                "event": "notice",
                "purposes": sorted(purposes),
                **_shown(notice_for(purposes, by_guardian=guardian)),
                "switches": [
                    {
                        "purpose": purpose.value,
                        "label_zh": text.label_zh,
                        "label_en": text.label_en,
                        **_shown(notice_for(_switch_purposes(purpose), by_guardian=guardian)),
                    }
                    for purpose, text in PURPOSE_TEXTS.items()
                ],
                "touch": _shown(TOUCH_NOTICE),
                "periods": [period.value for period in Period],
            }
        )

    def _grant(self, request: Event, talk: Told) -> None:
        self._write_grant(request, purposes_in(request), str(request.get("how") or "command_line"), talk)

    def _switch(self, request: Event, talk: Told) -> None:
        """One switch of one purpose. On: for a period, on the notice that was shown. Off: withdrawn at once."""
        purpose = choice(Purpose, request.get("purpose"), "purpose")
        if request.get("on"):
            self._write_grant(request, _switch_purposes(purpose), str(request.get("how") or "touch"), talk)
        else:
            self._withdraw({**request, "purposes": [purpose.value]}, talk)

    def _write_grant(self, request: Event, purposes: frozenset[Purpose], how: str, talk: Told) -> None:
        given_by = GUARDIAN if request.get("guardian") else PERSON
        period = choice(Period, request.get("period"), "period")
        shown = request.get("notice_hash")
        if shown is not None and shown != notice_for(purposes, by_guardian=given_by == GUARDIAN).hash:
            raise InputRefusedError(
                "告知内容已更新，请重新阅读后再同意。The notice has changed: show it again (consent_notice), then "
                "grant."
            )
        alias = str(request.get("subject") or DEFAULT_SUBJECT)
        known = self._store.find_subject(alias)
        if given_by != GUARDIAN and known is not None and self._store.under_14(known):
            raise InputRefusedError("未满 14 周岁，须由监护人同意。Under 14: a guardian has to agree (--guardian).")
        if not purposes:
            raise InputRefusedError("没有选择任何用途。No purpose was chosen: nothing is agreed to by default.")
        subject = known or durable(self._store.subject_for(alias))
        grants = [self._pipeline.grant(subject, one, period, how, given_by=given_by) for one in apart(purposes)]
        self._queue_changed()
        told = [_grant_event(grant) for grant in grants]
        talk.tell({"event": "granted", **told[0], "purposes": sorted(purposes), "grants": told})

    def _show(self, request: Event, talk: Told) -> None:
        """Every switch as it stands, and every grant."""
        subject = self._store.find_subject(str(request.get("subject") or DEFAULT_SUBJECT))
        switches = [self._switch_state(subject, purpose) for purpose in PURPOSE_TEXTS]
        talk.tell(
            {
                "event": "consent",
                "notice_hash": NOTICE.hash,
                "live": {switch["purpose"]: switch["on"] for switch in switches},
                "switches": switches,
                "under_14": subject is not None and self._store.under_14(subject),
                "not_this_trip": self._store.paused(),
                "grants": [] if subject is None else [_grant_event(g) for g in self._store.grants(subject)],
            }
        )

    def _switch_state(self, subject: str | None, purpose: Purpose) -> Event:
        found = (
            NoConsent.NEVER_GIVEN
            if subject is None
            else self._pipeline.permit(subject, frozenset({purpose}), ignore_pause=True)
        )
        on = isinstance(found, Permit)
        return {
            "purpose": purpose.value,
            "label_zh": PURPOSE_TEXTS[purpose].label_zh,
            "label_en": PURPOSE_TEXTS[purpose].label_en,
            "on": on,
            "until": found.grant.expires_at.isoformat() if isinstance(found, Permit) else None,
            "why_off": None if isinstance(found, Permit) else found.value,
        }

    def _history(self, request: Event, talk: Told) -> None:
        """Every signed record, as JSON-LD."""
        subject, _ = self.find(str(request.get("who") or DEFAULT_SUBJECT))
        records = [as_json_ld(record) for record in self._store.consent_history(subject)]
        talk.tell({"event": "consent_history", "records": records})

    def _withdraw(self, request: Event, talk: Told) -> None:
        purposes = purposes_in(request) or None
        if request.get("who") is not None:
            subject: str | None = self.find(str(request["who"]))[0]
        else:
            subject = self._store.find_subject(str(request.get("subject") or DEFAULT_SUBJECT))
        purged = 0 if subject is None else durable(self._pipeline.withdraw(subject, purposes))
        self._queue_changed()
        talk.tell(
            {
                "event": "withdrawn",
                "purposes": sorted(Purpose if purposes is None else purposes),
                "unsent_records_purged": purged,
            }
        )

    def _under_14(self, request: Event, talk: Told) -> None:
        """This profile is a child's: what it agreed to itself ends; from now on a guardian has to agree."""
        subject = durable(self._store.subject_for(str(request.get("subject") or DEFAULT_SUBJECT)))
        purged = durable(self._store.declare_under_14(subject, self._clock.now()))
        self._queue_changed()
        talk.tell({"event": "under_14", "unsent_records_purged": purged})

    def _not_this_trip(self, request: Event, talk: Told) -> None:
        """One touch, no reason: nobody is heard or asked until the next trip. `on: false` is its end."""
        if not self._has_trips:
            raise InputRefusedError(
                "本机每次访问都重新征求同意，没有行程。This device asks anew at every visit and knows no trips."
            )
        durable(self._store.pause(on=bool(request.get("on", True))))
        talk.tell({"event": "not_this_trip", "on": self._store.paused()})

    # ---- what the device has, its end, and proof -----------------------------------------------------------------

    def _stores(self, request: Event, talk: Told) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "stores", "stores": [holding.as_values() for holding in self._holdings]})

    def _export(self, request: Event, talk: Told) -> None:
        """Everything this device has of a subject, or of one receipt, store by store."""
        subject, record_id = self.find(str(request["who"]))
        stores = self._store.export(subject, record_id)
        records = [entry for name in ("settled", "entries") for entry in stores[name] if entry["kind"] == "feedback"]
        voices = {entry["record_id"] for entry in stores["entries"] if entry["kind"] == "voice"}
        records = [entry | {"has_voice": voice_id(entry["record_id"]) in voices} for entry in records]
        records.sort(key=lambda entry: (entry["recorded_at"], entry["record_id"]))
        grants = [_grant_event(g) for g in self._store.grants(subject)]
        news = [line for line in self._news_of(subject) if record_id in {None, line["record_id"]}]
        held = dict(stores) | (self._in_memory(subject) if record_id is None else {})
        told = {"subject": subject, "grants": grants, "records": records, "news": news, "stores": held}
        talk.tell({"event": "export", **told})

    def _news(self, request: Event, talk: Told) -> None:
        """Where each ticket of a subject, or of one receipt, stands, as far as this device has heard."""
        subject, record_id = self.find(str(request["who"]))
        told = {line["record_id"]: line for line in self._news_of(subject)}
        lines = [_ticket_line(kept) | told.pop(kept.record_id, {}) for kept in self._store.kept(subject)]
        lines += told.values()  # of records that are too old to be here still
        talk.tell({"event": "news", "tickets": [line for line in lines if record_id in {None, line["record_id"]}]})

    def _news_of(self, subject: str) -> list[Event]:
        shown = ("record_id", "ticket_no", "state", "told_at", "note_zh", "note_en")
        kept = (json.loads(news.content) for news in self._store.directives(TicketNews.kind, subject))
        return [{name: news[name] for name in shown} for news in kept]

    def _erase(self, request: Event, talk: Told) -> None:
        """Destroy what the device has of a subject, or of one receipt, and tell the hub.

        `everything` reaches from a receipt to all that its subject left here.
        """
        subject, record_id = self.find(str(request["who"]))
        self.erase_and_tell(subject, None if request.get("everything") else record_id, talk)

    def erase_and_tell(self, subject: str, record_id: str | None, talk: Told) -> None:
        """The same, of who is known already."""
        asked_at = self._clock.now()

        def make_notice(record_ids: tuple[str, ...]) -> tuple[str, bytes]:
            return sealed_notice(
                subject=subject,
                scope="subject" if record_id is None else "record",
                record_ids=record_ids,
                asked_at=asked_at,
                tenant=self._identity.tenant,
                device=self._identity.device,
                hub_key=self._identity.seal_key,
                signing_key=self._keys.signing_key(),
                erasure_id=uuid7(int(asked_at.timestamp() * 1000), self._random_bytes),
            )

        report = durable(self._store.erase(subject, record_id, make_notice, asked_at))
        self._queue_changed()
        self._pipeline.forget(subject)
        talk.tell(_erased_event(report))

    def _deletions(self, request: Event, talk: Told) -> None:  # noqa: ARG002 - one signature for all
        deletions = [
            {
                "erasure_id": d.erasure_id,
                "scope": d.scope,
                "asked_at": d.asked_at.isoformat(),
                "finished_at": None if d.finished_at is None else d.finished_at.isoformat(),
                "records": d.records,
                "stores": [one.as_values() for one in d.stores],
                "hub": None if d.hub_answer is None else json.loads(d.hub_answer),
            }
            for d in self._store.deletions()
        ]
        talk.tell({"event": "deletions", "deletions": deletions})

    def _deletion_receipt(self, request: Event, talk: Told) -> None:
        """What a person keeps of a deletion, signed by this device and, once it answered, by the hub."""
        wanted = str(request.get("erasure_id") or "")
        found = [d for d in self._store.deletions() if wanted in {"", d.erasure_id}]
        if not found:
            raise InputRefusedError(
                "没有这次删除。This device knows no deletion of that id: tingche-agent status lists them."
            )
        talk.tell({"event": "deletion_receipt", "receipt": self._receipt(found[0])})

    def _receipt(self, deletion: Deletion) -> Event:
        from agent.consent import deletion_receipt  # for who asks for one

        done = deletion_receipt.Done(
            deletion.erasure_id,
            deletion.scope,
            deletion.asked_at,
            deletion.finished_at,
            deletion.records,
            deletion.stores,
        )
        answer = None if deletion.hub_answer is None else ErasureReceipt.model_validate_json(deletion.hub_answer)
        return deletion_receipt.make(
            done,
            answer,
            tenant=self._identity.tenant,
            device=self._identity.device,
            key=self._keys.signing_key(),
            hub_key=self._identity.hub_key,
        )

    # ---- finding people ------------------------------------------------------------------------------------------

    def find(self, who: str) -> tuple[str, str | None]:
        """(subject, record id or None) for a driver profile's name, a receipt code or a receipt's secret.

        Raises:
            InputRefusedError: nothing is here under that.
        """
        receipt = parse_receipt(who)
        if receipt is not None:
            if isinstance(receipt, ReceiptSecret):
                found = self._store.locate_receipt(receipt.code, receipt.verifier)
            else:
                found = self._store.locate_receipt(receipt)
            if found is not None:
                return found
        subject = self._store.find_subject(who)
        if subject is None:
            raise InputRefusedError(
                "This device has nothing under that name or receipt code. Check the code (TC-XXXX-XXXX), or name a "
                f"driver profile (the default one is {DEFAULT_SUBJECT!r}). It may have been erased already."
            )
        return subject, None


def durable(future: "Future[_T]") -> _T:
    """Wait for the disk.

    Raises:
        TemporaryError: it did not answer; nothing was recorded.
    """
    try:
        return future.result(timeout=_DISK_TIMEOUT_S)
    except TimeoutError:
        raise TemporaryError(
            "没有记录，请再试。The disk did not answer for 30 s. Nothing was recorded; try again."
        ) from None


def _switch_purposes(purpose: Purpose) -> frozenset[Purpose]:
    """What a switch asks for: a number, or the state of the car, is part of a feedback, which then may be sent too."""
    parts = {Purpose.CALL_BACK: WITH_CONTACT, Purpose.ATTACH_VEHICLE_STATE: ATTACHING}
    return parts.get(purpose, frozenset({purpose}))


def purposes_in(request: Event) -> frozenset[Purpose]:
    """The purposes that a request names; empty where it names none.

    Raises:
        InputRefusedError: there is no such purpose.
    """
    return frozenset(choice(Purpose, p, "purpose") for p in request.get("purposes") or ())


def choice(kind: type[_E], value: object, what: str) -> _E:
    """One of the words of an enumeration.

    Raises:
        InputRefusedError: there is no such word; names those that there are.
    """
    try:
        return kind(str(value))
    except ValueError:
        known = ", ".join(kind)
        raise InputRefusedError(f"There is no {what} {value!r}. Use one of: {known}") from None


def _shown(notice: Notice) -> Event:
    return {"notice_zh": notice.zh, "notice_en": notice.en, "notice_hash": notice.hash, "notice_id": notice.id}


def _grant_event(grant: ConsentGrant) -> Event:
    return {
        "grant_id": grant.grant_id,
        "purposes": sorted(grant.standing),
        "period": grant.period.value,
        "how": grant.how,
        "given_by": grant.given_by,
        "given_at": grant.given_at.isoformat(),
        "expires_at": grant.expires_at.isoformat(),
        "withdrawn_at": None if grant.withdrawn_at is None else grant.withdrawn_at.isoformat(),
        "withdrawn": sorted(grant.withdrawn),
        "notice_hash": grant.notice_hash,
    }


def _ticket_line(kept: KeptRecord) -> Event:
    """A record that the hub has not told anything about: its receipt says that it was received."""
    state = "received" if kept.ticket_no else {"pending": "waiting"}.get(kept.state, kept.state)
    return {
        "record_id": kept.record_id,
        "receipt_code": kept.receipt_code,
        "recorded_at": kept.recorded_at.isoformat(),
        "ticket_no": kept.ticket_no,
        "state": state,
    }


def _erased_event(report: ErasureReport) -> Event:
    return {
        "event": "erased",
        "erasure_id": report.erasure_id,
        "keys_shredded": report.keys_shredded,
        "rows_deleted": report.rows_deleted,
        "wal_truncated": report.wal_truncated,
        "records": len(report.record_ids),
        "stores": [one.as_values() for one in report.stores],
        "hub": "waiting",
    }
