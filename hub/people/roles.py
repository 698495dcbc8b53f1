"""Who may do what: roles, permissions, and the one table between them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a person is here for. A person may have several. The values are stored."""

    SERVICE_DESK = "service_desk"
    CALL_BACK = "call_back"
    REVIEWER = "reviewer"
    DEPARTMENT = "department"
    """Answers for one department; its tickets alone are seen."""
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """What a page or a command needs. Each of them declares exactly one."""

    PUBLIC = "public"
    """Nobody has to sign in: nothing of people or feedback is told."""
    SIGNED_IN = "signed_in"
    """One's own account."""
    SEE_TICKETS = "see_tickets"
    """Masked texts of tickets: all, or those of one's department."""
    WORK_TICKETS = "work_tickets"
    """Take a ticket further, and tell its person."""
    OPEN_CONTACT = "open_contact"
    REVIEW_SPEECH = "review_speech"
    RUN_CAMPAIGNS = "run_campaigns"
    """Writing questions, having devices ask them, and seeing what was answered, as counts."""
    SEE_ERASURES = "see_erasures"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_DEVICES = "manage_devices"
    READ_AUDIT = "read_audit"
    RUN_HUB = "run_hub"
    """Starting and stopping it: whoever holds its state folder."""


GRANTS: Final[dict[Permission, frozenset[Role]]] = {
    Permission.SIGNED_IN: frozenset(Role),
    Permission.SEE_TICKETS: frozenset({Role.SERVICE_DESK, Role.CALL_BACK, Role.DEPARTMENT}),
    Permission.WORK_TICKETS: frozenset({Role.SERVICE_DESK, Role.CALL_BACK, Role.DEPARTMENT}),
    Permission.OPEN_CONTACT: frozenset({Role.CALL_BACK}),
    Permission.REVIEW_SPEECH: frozenset({Role.REVIEWER}),
    Permission.RUN_CAMPAIGNS: frozenset({Role.SERVICE_DESK}),
    Permission.SEE_ERASURES: frozenset({Role.SERVICE_DESK, Role.ADMINISTRATOR, Role.AUDITOR}),
    Permission.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Permission.MANAGE_DEVICES: frozenset({Role.ADMINISTRATOR}),
    Permission.READ_AUDIT: frozenset({Role.AUDITOR}),
    Permission.RUN_HUB: frozenset(),
}
"""Who holds which permission. An administrator reads no feedback and no contact; an auditor changes nothing."""

ALONE: Final = frozenset({Role.AUDITOR})
"""Roles that go with no other: whoever checks does not also act."""


def permissions(roles: Iterable[Role]) -> frozenset[Permission]:
    """What people with these roles may do."""
    held = frozenset(roles)
    return frozenset(permission for permission, holders in GRANTS.items() if held & holders)


def objection(roles: Iterable[Role], department: str | None) -> str | None:
    """Why a person cannot have these roles; None when they can."""
    held = frozenset(roles)
    if not held:
        return "Name at least one --role."
    if held & ALONE and len(held) > 1:
        return "An auditor has no other role: whoever checks does not also act. Add two people."
    if (Role.DEPARTMENT in held) != (department is not None):
        return "The role department needs --department, and no other role takes one."
    return None
