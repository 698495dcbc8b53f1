"""The staff pages as places: where each is, what it needs, and what a person sees first."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from hub.people.roles import Permission


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the rail."""

    name: str
    """Key of its words (`nav.NAME`) and of its route."""
    path: str
    permission: Permission
    icon: str


PLACES: Final = (
    Place("tickets", "/", Permission.SEE_TICKETS, "inbox"),
    Place("campaigns", "/campaigns", Permission.RUN_CAMPAIGNS, "megaphone"),
    Place("figures", "/figures", Permission.SEE_TICKETS, "chart"),
    Place("contacts", "/contacts", Permission.OPEN_CONTACT, "phone"),
    Place("review", "/review", Permission.REVIEW_SPEECH, "ear"),
    Place("erasures", "/erasures", Permission.SEE_ERASURES, "eraser"),
    Place("people", "/people", Permission.MANAGE_PEOPLE, "users"),
    Place("audit", "/audit", Permission.READ_AUDIT, "history"),
)
ACCOUNT: Final = Place("account", "/account", Permission.SIGNED_IN, "user")


def visible(may: Collection[Permission]) -> tuple[Place, ...]:
    """The pages that these permissions open."""
    return tuple(place for place in PLACES if place.permission in may)


def home(may: Collection[Permission]) -> str:
    """Where a person starts."""
    return next((place.path for place in visible(may)), ACCOUNT.path)


def known(path: str, may: Collection[Permission]) -> str:
    """Where a sign-in leads: the page that was asked for, if it is one of ours and open to this person."""
    return path if path in {place.path for place in (*visible(may), ACCOUNT)} else home(may)
