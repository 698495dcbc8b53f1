"""What the hub tells this device: checked, kept, answered, and only then in force.

    directive -> fits this device? -> durable, with its answer, in one transaction -> in force

- A change of the profile that does not fit leaves the one before it in force; the hub hears why.
- In force means: from the next sentence, the next look at the queue. Nothing is opened again for it.
- Terms are for hearing alone. The masker is never told of one that was sent from afar, so that nobody's name can be
  taken out of its sight as a "word of the site"; one that is a name or a number is refused.
"""

import hashlib
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from agent.consent.erasure import sealed_notice
from agent.contract import sealing
from agent.contract.directives import (
    Acknowledgement,
    Directive,
    DirectiveOutcome,
    ProfileChange,
    PromptSet,
    TicketNews,
    VisitorLetter,
    matter_of,
)
from agent.contract.identifiers import uuid7
from agent.contract.messages import ErasureNotice, ErasureOrder
from agent.errors import InputRefusedError
from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.ports import Clock, DirectiveFate, KeyStore, NewEntry, OutboxStore, Priority
from agent.ports import Directive as Kept
from agent.profile import DeviceProfile, overlaid
from agent.prompting.checking import check as check_rules
from agent.provisioning.identity import DeviceIdentity
from agent.version import VERSION

_log = logging.getLogger(__name__)

NEWS_KEPT_FOR = timedelta(days=90)
"""How long a person can read what became of a ticket, from when this device heard of it."""
LETTER_KNOWN_FOR = timedelta(days=60)
"""How long a letter is known again: longer than the hub sends it and a broker keeps it."""
_MAX_REASON = 300  # Acknowledgement.reason

UseProfile = Callable[[DeviceProfile], None]


class Directives:
    """Takes what the hub says. Called from the forwarding thread, and once before it starts.

    Args:
        enrolled: the profile that changes stand on.
        use: puts a profile in force in everything that runs.
        erased: told the pseudonym whose data the hub ordered to be erased, once it is.
        letter_left: keeps what a visitor left at the hub, durably. None: nobody visits this device.
        prompts_changed: called when another set of questions is kept.
    """

    def __init__(
        self,
        *,
        enrolled: DeviceProfile,
        use: UseProfile,
        store: OutboxStore,
        identity: DeviceIdentity,
        keys: KeyStore,
        masker: Masker,
        clock: Clock,
        prompts_changed: Callable[[], None] = lambda: None,
        erased: Callable[[str], None] = lambda _subject: None,
        letter_left: Callable[[VisitorLetter], None] | None = None,
    ) -> None:
        self._letter_left = letter_left
        self._erased = erased
        self._enrolled = enrolled
        self._prompts_changed = prompts_changed
        self._use = use
        self._store = store
        self._identity = identity
        self._keys = keys
        self._masker = masker
        self._clock = clock
        self._profile = enrolled
        self._in_force = 0
        self._changed: tuple[str, ...] = ()
        self._trouble = ""

    def take(self, message_id: str, directive: Directive) -> None:
        """One directive, to its end.

        Raises:
            AgentError: it could not be kept now; nothing was answered, so it comes again.
        """
        try:
            if isinstance(directive, VisitorLetter):
                self._keep_letter(directive)
            kept, note = self._checked(directive), self._check_terms(directive)
        except InputRefusedError as error:
            self.refuse(message_id, directive.kind, str(error), in_force=self._known(directive))
            return

        def answer(fate: DirectiveFate) -> NewEntry:
            noted = replace(fate, reason=note) if fate.outcome is DirectiveOutcome.APPLIED else fate
            return self._answer(message_id, directive.kind, noted)

        fate = self._store.take_directive(kept, answer).result()
        _log.info("the hub's %s version %d: %s", directive.kind, directive.version, fate.outcome.value)
        if isinstance(directive, ProfileChange) and fate.outcome is DirectiveOutcome.APPLIED:
            self.put_in_force()
        if isinstance(directive, PromptSet) and fate.outcome is DirectiveOutcome.APPLIED:
            self._prompts_changed()

    def erase(self, order: ErasureOrder) -> None:
        """Follow an erasure that was asked for at the hub, as if it had been asked for here; the notice confirms it.

        A copy changes nothing. One that comes after the hub had our notice is confirmed once more: the hub came back
        from a backup.

        Raises:
            AgentError: it could not be made durable now; it comes again.
        """
        known = {erasure_id: answer for erasure_id, _, answer in self._store.tombstones()}
        if order.erasure_id not in known:
            report = self._store.erase(
                order.subject, order.record_id, lambda found: self._notice(order, found), order.ordered_at
            ).result()
            self._erased(order.subject)
            _log.info("erased %d records as the hub ordered", len(report.record_ids))
        elif known[order.erasure_id] is not None:
            _, frame = self._notice(order, ())
            self._store.put(
                NewEntry(order.erasure_id, ErasureNotice.kind, Priority.ERASURE, frame, order.ordered_at)
            ).result()

    def refuse(self, message_id: str, kind: str, reason: str, *, in_force: int = 0) -> None:
        """Tell the hub that its directive is not followed, and why. One whose id names nothing cannot be answered."""
        _log.warning("refused the hub's %s: %s", kind, reason)
        fate = DirectiveFate(DirectiveOutcome.REFUSED, in_force, reason)
        with suppress(ValueError):  # pydantic's is one, for an id or a kind that no answer can carry
            self._store.put(self._answer(message_id, kind, fate)).result()

    def put_in_force(self) -> None:
        """The enrolled profile with the hub's change, unless that has ended. It may be so already: nothing happens."""
        change = next(iter(self._store.directives(ProfileChange.kind)), None)
        number, values = (0, {}) if change is None else (change.version, json.loads(change.content)["values"])
        try:
            profile, self._trouble = overlaid(self._enrolled, values), ""
        except InputRefusedError as error:  # taken by another version of this agent
            profile, self._trouble, number, values = self._enrolled, str(error), 0, {}
        if profile != self._profile:
            self._use(profile)
        self._profile, self._in_force, self._changed = profile, number, tuple(sorted(values))

    def status(self) -> dict[str, Any]:
        """Which versions this device has. No words of anybody."""
        return {
            "profile": {"version": self._in_force, "changed": list(self._changed), "trouble": self._trouble},
            "prompts": [
                {
                    "set": kept.matter,
                    "version": kept.version,
                    "rules": len(json.loads(kept.content)["rules"]),
                    "expires_at": None if kept.expires_at is None else kept.expires_at.isoformat(),
                }
                for kept in self._store.directives(PromptSet.kind)
            ],
            "news": len(self._store.directives(TicketNews.kind)),
        }

    # ---- inside --------------------------------------------------------------------------------------------------

    def _keep_letter(self, letter: VisitorLetter) -> None:
        """Once, however often it comes.

        Raises:
            InputRefusedError: it cannot be opened here.
        """
        known = next((k for k in self._store.directives(VisitorLetter.kind) if k.matter == letter.visit), None)
        if known is not None:
            if not letter.sealed and known.version < letter.version:
                raise InputRefusedError("it was kept before it was taken back")
            return
        if self._letter_left is None:
            raise InputRefusedError("nobody visits this device")
        if letter.sealed:
            self._letter_left(letter)

    def _checked(self, directive: Directive) -> Kept:
        """The directive as it is kept.

        Raises:
            InputRefusedError: it does not fit this device; says which key.
        """
        subject, expires_at = None, None
        match directive:
            case ProfileChange(values=values):
                overlaid(self._enrolled, values)
                expires_at = directive.expires_at
            case PromptSet():
                check_rules(directive)
                expires_at = directive.expires_at
            case TicketNews():
                directive = self._masked(directive)
                subject, expires_at = directive.subject, self._clock.now() + NEWS_KEPT_FOR
            case VisitorLetter():  # that it was here, and nothing of it: a copy that comes late is known by this
                directive = directive.model_copy(update={"sealed": ""})
                expires_at = self._clock.now() + LETTER_KNOWN_FOR
        content = directive.model_dump_json().encode()
        return Kept(directive.kind, matter_of(directive), directive.version, content, subject, expires_at)

    def _check_terms(self, directive: Directive) -> str:
        """What the hub should know of the terms it sent; empty where there is nothing to say.

        Raises:
            InputRefusedError: a term is a person's name, a plate or a number.
        """
        terms = directive.values.get("speech.terms") if isinstance(directive, ProfileChange) else None
        masked = {f"speech.terms.{n}": self._masker.mask(TypedText(str(term))) for n, term in enumerate(_list(terms))}
        found = {place: one for place, one in masked.items() if one.spans}
        personal = [p for p, one in found.items() if {s.type for s in one.spans} != {"NAME"} or one.text == "[NAME]"]
        if personal:
            raise InputRefusedError(f"{', '.join(personal)}: reads like a person, a plate or a number")
        return f"{', '.join(found)}: heard as it is, but a part reads like a name and stays masked" if found else ""

    def _masked(self, news: TicketNews) -> TicketNews:
        """Whoever wrote the note may have forgotten what must not stand in it."""
        notes = {name: self._masker.mask(TypedText(getattr(news, name))).text for name in ("note_zh", "note_en")}
        return news.model_copy(update={name: text[:300] for name, text in notes.items()})

    def _notice(self, order: ErasureOrder, record_ids: tuple[str, ...]) -> tuple[str, bytes]:
        return sealed_notice(
            subject=order.subject,
            scope=order.scope,
            record_ids=record_ids if order.record_id is None else (order.record_id,),
            asked_at=order.ordered_at,
            tenant=self._identity.tenant,
            device=self._identity.device,
            hub_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
            erasure_id=order.erasure_id,
        )

    def _known(self, directive: Directive) -> int:
        kept = (d.version for d in self._store.directives(directive.kind) if d.matter == matter_of(directive))
        return next(kept, 0)

    def _answer(self, message_id: str, kind: str, fate: DirectiveFate) -> NewEntry:
        now = self._clock.now()
        ack = Acknowledgement(
            ack_id=_answer_id(message_id, fate),
            message_id=message_id,
            about=kind,
            outcome=fate.outcome,
            reason=fate.reason[:_MAX_REASON],
            in_force=fate.in_force,
            agent_version=VERSION,
            at=now,
        )
        frame = sealing.seal(
            ack,
            tenant=self._identity.tenant,
            sender=self._identity.device,
            message_id=ack.ack_id,
            time=now,
            receiver_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
        )
        return NewEntry(ack.ack_id, ack.kind, Priority.REPORT, frame, now)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _answer_id(message_id: str, fate: DirectiveFate) -> str:
    """The same for the same answer: however often a broker repeats a directive, one answer waits and one counts."""
    told = f"{message_id}/{fate.outcome.value}/{fate.in_force}/{fate.reason}"
    digest = hashlib.sha256(told.encode()).digest()
    return uuid7(int(message_id.replace("-", "")[:12], 16), lambda count: digest[:count])
