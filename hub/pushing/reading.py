"""Pure: what an operator wrote -> messages of the contract, refused with the place of every mistake."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from agent.contract.directives import ProfileChange, PromptSet, TicketNews, TicketState
from agent.contract.remote_profile import REMOTE_KEYS, wrong_keys
from hub.errors import InputRefusedError

_LONGEST_NUMBER = 5


def flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """Sections of a profile as keys with a dot: `[speech] terms = [...]` becomes `speech.terms`."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{key}": inner for key, inner in value.items()}
        else:
            found[name] = value
    return found


def profile_change(values: Mapping[str, Any], version: int, expires_at: datetime | None) -> ProfileChange:
    """A change of these keys.

    Raises:
        InputRefusedError: a key that may not be changed from afar, or a value that does not fit.
    """
    if wrong := wrong_keys(values):
        raise InputRefusedError(
            f"The profile was not pushed: {'; '.join(wrong)}. What can be changed from afar: {', '.join(REMOTE_KEYS)}."
        )
    return ProfileChange(version=version, values=dict(values), expires_at=expires_at)


def prompt_set(values: Mapping[str, Any], version: int) -> PromptSet:
    """A set of questions.

    Raises:
        InputRefusedError: something does not fit; names every place.
    """
    try:
        prompts = PromptSet.model_validate({**values, "version": version})
    except ValidationError as error:
        places = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_input=False)[:5])
        raise InputRefusedError(f"The prompts were not pushed: {places}.") from None
    names = {rule.rule_id for rule in prompts.rules}
    if lost := sorted({follow.ask for rule in prompts.rules for follow in rule.follow_ups} - names):
        raise InputRefusedError(f"The prompts were not pushed: no rule has the id {', '.join(lost)}.")
    return prompts


def ticket_news(ticket: Any, version: int, state: TicketState, notes: Sequence[str], told_at: datetime) -> TicketNews:
    """News of a ticket, with notes in Chinese and English.

    Raises:
        InputRefusedError: a note is too long, or holds what looks like a number of somebody.
    """
    if any(_looks_personal(note) for note in notes):
        raise InputRefusedError(
            "The note was not sent: it holds a long number or an address. Everyone at that device could read it; write "
            "what was done, and call for the rest."
        )
    try:
        return TicketNews(
            subject=ticket.subject,
            record_id=ticket.record_id,
            ticket_no=ticket.number,
            version=version,
            state=state,
            told_at=told_at,
            note_zh=notes[0],
            note_en=notes[1],
        )
    except ValidationError:
        raise InputRefusedError("The note was not sent: it has more than 300 characters.") from None


def _looks_personal(note: str) -> bool:
    """A first look alone: the device masks every note with all its recognisers before it keeps it."""
    joined = re.sub(r"(?<=\d)[\s\-—·]+(?=\d)", "", note)
    return "@" in note or re.search(rf"\d{{{_LONGEST_NUMBER},}}", joined) is not None
