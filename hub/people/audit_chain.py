"""The audit log as a chain: every entry carries the hash of the one before, so that no edit stays unseen.

- An entry that was changed no longer has its hash; one that was taken out or put in breaks the link of the next.
- Whoever may write the database could write the whole chain anew, or cut its end off. Both are found with an anchor:
  the newest entry's number and hash, kept somewhere else.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

START = "0" * 64
"""What the first entry holds in place of a hash before it."""

_ANCHOR = re.compile(r"([0-9]{1,12}):([0-9a-f]{64})")


class Action(StrEnum):
    """What can be written down. The values are stored."""

    OPEN_CONTACT = "open_contact"
    HOLD = "hold"
    """A record is kept for a law, until a date."""
    LIFT_HOLD = "lift_hold"
    ERASE = "erase"
    """On the request of a person who was made sure of."""
    VIEW_TICKETS = "view_tickets"
    OPEN_VOICE = "open_voice"
    """A reviewer let a recording be played."""
    CORRECT_TEXT = "correct_text"
    CONFIRM_TEXT = "confirm_text"
    """A reviewer found that it was heard right."""
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    JOIN = "join"
    """An invitation was used, a passkey made."""
    PASSKEY_COPIED = "passkey_copied"
    """A passkey's count went back, so it was taken away."""
    ADD_PERSON = "add_person"
    SET_ROLES = "set_roles"
    RESET_PERSON = "reset_person"
    DISABLE_PERSON = "disable_person"
    WITHDRAW_CONTACT = "withdraw_contact"
    CHANGE_STATUS = "change_status"
    """A ticket was taken a step further, or back."""
    PUSH = "push"
    """Something was said to devices."""
    SET_PHASE = "set_phase"
    """Devices were put into a phase of the roll-out."""
    CREATE_CAMPAIGN = "create_campaign"
    CHANGE_CAMPAIGN = "change_campaign"
    PUSH_CAMPAIGN = "push_campaign"
    STOP_CAMPAIGN = "stop_campaign"
    ORDER_WAYS = "order_ways"
    """The ways of giving feedback were put in the order of a vote."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done, not yet in the log."""

    at: datetime
    who: str
    """A person's name in the hub, or `account:NAME` of the machine's account at the command line."""
    action: Action
    what: str
    """Ticket numbers, names of people or roles; nothing that a customer said."""
    reason: str = field(default="", repr=False)
    """Why, in the words of who did it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    seq: int
    """From 1, without gaps."""
    at: datetime
    who: str
    action: str
    """One of `Action`, or of a hub newer than this one."""
    what: str
    reason: str = field(repr=False)
    previous: str
    """Hash of the entry before."""
    hash: str
    """Of everything above, as it was when it was written."""

    def computed(self) -> str:
        """SHA-256 over this entry as it reads now, 64 hexadecimal characters."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        told = [self.seq, at, self.who, self.action, self.what, self.reason, self.previous]
        return hashlib.sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The newest entry at some time, to keep elsewhere."""

    seq: int
    """0 for a log without entries."""
    hash: str

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """`12:1f0c…`; None when it has another shape."""
        found = _ANCHOR.fullmatch(text.strip())
        return cls(int(found[1]), found[2]) if found else None

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


class Fault(StrEnum):
    """Why the log is not what was written."""

    EDITED = "edited"
    """The entry was changed after it was written."""
    MISSING = "missing"
    """An entry before this one was taken out."""
    UNLINKED = "unlinked"
    """The entry does not follow from the one before: one of them was put in or replaced."""
    CUT_OFF = "cut_off"
    """The log ends before an entry that an anchor vouches for."""
    REWRITTEN = "rewritten"
    """The entry is another one than an anchor vouches for; the chain was written anew."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the whole log found."""

    head: Anchor
    """The newest entry that is as it was written."""
    fault: Fault | None = None
    broken_seq: int | None = None
    """Number of the first entry that is not as it was written."""


def next_entry(before: Anchor, deed: Deed) -> Entry:
    """The entry for a deed, to follow the newest one."""
    told = Entry(before.seq + 1, deed.at, deed.who, deed.action.value, deed.what, deed.reason, before.hash, hash="")
    return replace(told, hash=told.computed())


def verify(entries: Iterable[Entry], anchors: Sequence[Anchor] = ()) -> Verdict:
    """Check a whole log, oldest first; stops at the first entry that is not as it was written."""
    vouched = {anchor.seq: anchor.hash for anchor in anchors if anchor.seq}
    head = Anchor(0, START)
    for entry in entries:
        fault = _fault(entry, head, vouched.get(entry.seq))
        if fault is not None:
            return Verdict(head, fault, entry.seq if fault is not Fault.MISSING else head.seq + 1)
        head = Anchor(entry.seq, entry.hash)
    beyond = [seq for seq in vouched if seq > head.seq]
    return Verdict(head, Fault.CUT_OFF, head.seq + 1) if beyond else Verdict(head)


def _fault(entry: Entry, head: Anchor, vouched: str | None) -> Fault | None:
    if entry.seq != head.seq + 1:
        return Fault.MISSING
    if entry.computed() != entry.hash:
        return Fault.EDITED
    if entry.previous != head.hash:
        return Fault.UNLINKED
    if vouched is not None and vouched != entry.hash:
        return Fault.REWRITTEN
    return None
