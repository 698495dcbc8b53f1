"""What a page may ask of the agent, and what it gets to see. Pure: values in, values out.

- A page never names a subject, a file or an agreement that nobody gave: a request is built here from what the page said
  and from what its visit may see.
- A short receipt code (TC-XXXX-XXXX) tells how far a feedback is, and nothing else; only the secret opens it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from agent.contract.identifiers import CROCKFORD, ReceiptSecret, parse_receipt
from agent.errors import InputRefusedError
from agent.surfaces.visits import Visit

Event = dict[str, Any]

MAX_TYPED_CHARS: Final = 2000
MAX_CONTACT_CHARS: Final = 60
_SECRET: Final = re.compile(rf"[{CROCKFORD}ILOU]{{26}}")
_ANSWERS: Final[dict[str, type | tuple[type, ...]]] = {
    "yes": bool,
    "choice": str,
    "contact": str,
    "purposes": list,
    "period": str,
    "guardian": bool,
    "rating": int,
    "vehicle": bool,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, ready to be served."""

    request: Event
    shown: Callable[[Event], Event | None]
    """What the page gets to see of each event."""
    told: Callable[[Event], object] = lambda _event: None
    """Hears every event before the page does, also of a page that went away."""


def asked(said: Event, visit: Visit, languages: tuple[str, ...]) -> Asked:
    """The request that a page's words come to.

    Args:
        said: the page's JSON object; `do` says what it wants.
        visit: what this page may see.
        languages: those the pages speak.

    Raises:
        InputRefusedError: no such wish, or this page may not.
    """
    wish = _WISHES.get(str(said.get("do")))
    if wish is None:
        raise InputRefusedError("这个页面过旧，请重新打开。This page is too old for the agent: open it again.")
    return wish(said, visit, languages)


def answered(said: object) -> Event:
    """An answer with nothing in it but what questions ask for."""
    if not isinstance(said, dict):
        return {}
    answer = {name: said[name] for name, kind in _ANSWERS.items() if isinstance(said.get(name), kind)}
    if "contact" in answer:
        answer["contact"] = answer["contact"].strip()[:MAX_CONTACT_CHARS] or None
    return answer


def read_receipt(typed: str) -> ReceiptSecret | str | None:
    """A secret or a short code out of what was typed, pasted or scanned; a QR code may hold more words around it."""
    receipt = parse_receipt(typed)
    if receipt is None and (found := _SECRET.search(typed.upper())) is not None:
        receipt = parse_receipt(found.group())
    return receipt


# ---- each wish ---------------------------------------------------------------------------------------------------


def _say(said: Event, visit: Visit, languages: tuple[str, ...]) -> Asked:
    request = {"do": "say", "microphone": True, "hold": said.get("hold") is True, "button": True, "review": True}
    request |= {**_by(visit), **_under_14(said), **_rated(said), **_language(said, languages), **_question(said, visit)}
    request |= _answers(said)
    return _erasing(request, visit)


def _write(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    text = str(said.get("text", ""))[:MAX_TYPED_CHARS]
    request = {"do": "say", "text": text, "review": True, **_by(visit), **_under_14(said), **_rated(said)}
    return _erasing({**request, **_question(said, visit), **_answers(said)}, visit)


def _typing(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """An answer is being typed, for as long as this is not dropped."""
    return _as_it_is({"do": "typing", **_question(said, visit)})


def _rate(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """Touching a face beside the sentence that says what becomes of it is the consent to this one rating."""
    return _as_it_is({"do": "rate", "agreed": True, "touch": True, **_by(visit), **_rated(said)})


def _answer(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """Touching an answer beside the sentence that says what becomes of it is the consent to this conversation."""
    return _as_it_is({"do": "answer", "answer": str(said.get("answer", ""))[:64], **_touching_question(said, visit)})


def _visit(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """The lines that were touched on a visitor's page; the notice beside them, as with one answer."""
    request = {"do": "visit", "agreed": True, "touch": True, "answers": said.get("answers")}
    return _as_it_is({**request, **_by(visit), **_under_14(said)})


def _leave(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """Not answered; what was answered before it in the same conversation is kept."""
    return _as_it_is({"do": "leave", **_touching_question(said, visit)})


def _consent(_said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    return _as_it_is({"do": "consent_show", "subject": _alias(visit)})


def _withdraw(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """One purpose, or with none named every one; of the receipt that lies open, or of the driver profile."""
    whose = {"subject": _alias(visit)} if visit.secret is None else {"who": visit.secret}
    purposes = said.get("purposes")
    return _as_it_is({"do": "consent_withdraw", **whose, "purposes": purposes if isinstance(purposes, list) else []})


def _trip(said: Event, _visit: Visit, _languages: tuple[str, ...]) -> Asked:
    return _as_it_is({"do": "not_this_trip", "on": said.get("on") is not False})


def _child(_said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """Who sits here is under 14: from now on a guardian has to agree."""
    return _as_it_is({"do": "consent_under_14", "subject": _alias(visit)})


def _tags(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """What the driver says of themselves, for the questions of this car; without a list, what was chosen before."""
    return _as_it_is({"do": "tags", "subject": _alias(visit), "tags": said.get("tags")})


def _mine(_said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """Everything of the driver profile; a receipt that was looked at before is put away."""
    if visit.alias is not None:
        visit.secret = None
    return _opened(visit)


def _opened(visit: Visit) -> Asked:
    """All that this visit may see; the page may then delete each of it."""

    def shown(event: Event) -> Event:
        if event.get("event") == "export":
            visit.codes = {r["record_id"]: r["receipt_code"] for r in event["records"] if r.get("receipt_code")}
        return event

    return Asked({"do": "export", "who": _who(visit)}, shown)


def _look(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """By receipt: a secret opens what it left; a short code tells how far it is."""
    receipt = read_receipt(str(said.get("receipt", ""))[:200])
    if receipt is None:
        raise InputRefusedError(
            "这不是回执码。请核对：TC- 加 8 位，或 26 位密码。"
            "That is no receipt: TC- and 8 characters, or the 26 characters of its secret."
        )
    if isinstance(receipt, ReceiptSecret):
        visit.secret = receipt.value
        return _opened(visit)
    return Asked({"do": "export", "who": receipt}, _progress)


def _erase(_said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """All of the driver profile; or what lies open by its receipt, with all that an anonymous visit left."""
    return _erasing({"do": "erase", "who": _who(visit), "everything": visit.alias is None}, visit)


def _erase_one(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """One record that this page was shown."""
    code = visit.codes.get(str(said.get("record_id")))
    if code is None:
        raise InputRefusedError("这条已经不在了。This one is not here any more.")
    return _erasing({"do": "erase", "who": code}, visit)


def _take_back(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """What was just recorded, by the secret that the page shows for it."""
    receipt = parse_receipt(str(said.get("secret", "")))
    if not isinstance(receipt, ReceiptSecret):
        raise InputRefusedError("没有可撤回的。There is nothing to take back.")
    return _erasing({"do": "erase", "who": receipt.value}, visit)


def _proof(said: Event, visit: Visit, _languages: tuple[str, ...]) -> Asked:
    """The signed receipt of a deletion that this page asked for."""
    erasure_id = str(said.get("erasure_id"))
    if erasure_id not in visit.erasures:
        raise InputRefusedError("这里没有这次删除。This page knows no such deletion.")
    return _as_it_is({"do": "deletion_receipt", "erasure_id": erasure_id})


_WISHES: Final[dict[str, Callable[[Event, Visit, tuple[str, ...]], Asked]]] = {
    "say": _say,
    "write": _write,
    "typing": _typing,
    "rate": _rate,
    "answer": _answer,
    "visit": _visit,
    "leave": _leave,
    "consent": _consent,
    "withdraw": _withdraw,
    "trip": _trip,
    "child": _child,
    "tags": _tags,
    "mine": _mine,
    "look": _look,
    "erase": _erase,
    "erase_one": _erase_one,
    "take_back": _take_back,
    "proof": _proof,
}
LOOKS: Final = frozenset({"look", "take_back"})
"""Wishes that try a code: few a minute, so that none can be guessed."""
GIVES: Final = frozenset({"say", "write", "rate", "answer", "visit", "leave"})
"""Wishes that end in a record."""
SPEAKS: Final = frozenset({"say"})
"""Wishes that need the microphone and the engine: one at a time."""


# ---- parts -------------------------------------------------------------------------------------------------------


def _as_it_is(request: Event) -> Asked:
    return Asked(request, lambda event: event)


def _erasing(request: Event, visit: Visit) -> Asked:
    def shown(event: Event) -> Event:
        if event.get("event") == "erased":
            visit.erasures.add(event["erasure_id"])
        return event

    return Asked(request, shown)


def _alias(visit: Visit) -> str:
    if visit.alias is None:
        raise InputRefusedError("这里每次单独同意。Here consent is given with each feedback.")
    return visit.alias


def _by(visit: Visit) -> Event:
    who: Event = {"anonymous": True} if visit.alias is None else {"subject": visit.alias}
    return who if visit.entry is None else {**who, "entry": visit.entry}


def _who(visit: Visit) -> str:
    who = visit.who
    if who is None:
        raise InputRefusedError("请先输入回执码。Give the receipt first.")
    return who


def _rated(said: Event) -> Event:
    rating = said.get("rating")
    return {"rating": rating} if isinstance(rating, int) else {}


def _answers(said: Event) -> Event:
    """What was touched on the same page before the sentence; the agent knows what it offered."""
    return {"answers": said["answers"]} if said.get("answers") else {}


def _touching_question(said: Event, visit: Visit) -> Event:
    return {"agreed": True, "touch": True, **_by(visit), **_under_14(said), **_question(said, visit)}


def _question(said: Event, visit: Visit) -> Event:
    """Which question is answered. It stands on the device's own screen, and is answered there."""
    number = said.get("question")
    if number is None:
        return {}
    if visit.remote or not isinstance(number, int):
        raise InputRefusedError("请在设备上回答。Answer it on the device itself.")
    return {"question": number}


def _under_14(said: Event) -> Event:
    return {"under_14": True} if said.get("under_14") is True else {}


def _language(said: Event, languages: tuple[str, ...]) -> Event:
    language = str(said.get("language", ""))
    return {"language": language} if language in languages else {}


def _progress(event: Event) -> Event | None:
    """How far it is: no words, no grants, no subject."""
    if event.get("event") != "export":
        return event
    records = [{k: r[k] for k in ("recorded_at", "state", "ticket_no")} for r in event["records"]]
    return {"event": "progress", "records": records}
