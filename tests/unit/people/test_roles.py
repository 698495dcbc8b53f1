import pytest

from hub.people.roles import GRANTS, Permission, Role, objection, permissions


def test_every_permission_but_public_says_who_holds_it():
    assert set(GRANTS) == set(Permission) - {Permission.PUBLIC}


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (
            Role.SERVICE_DESK,
            {Permission.SEE_TICKETS, Permission.WORK_TICKETS, Permission.SEE_ERASURES, Permission.RUN_CAMPAIGNS},
        ),
        (Role.CALL_BACK, {Permission.SEE_TICKETS, Permission.WORK_TICKETS, Permission.OPEN_CONTACT}),
        (Role.REVIEWER, {Permission.REVIEW_SPEECH}),
        (Role.DEPARTMENT, {Permission.SEE_TICKETS, Permission.WORK_TICKETS}),
        (Role.ADMINISTRATOR, {Permission.MANAGE_PEOPLE, Permission.MANAGE_DEVICES, Permission.SEE_ERASURES}),
        (Role.AUDITOR, {Permission.READ_AUDIT, Permission.SEE_ERASURES}),
    ],
)
def test_a_role_may_do_this_and_nothing_else(role, may):
    assert permissions([role]) == may | {Permission.SIGNED_IN}


def test_roles_add_up_and_none_is_nothing():
    both = permissions([Role.REVIEWER, Role.CALL_BACK])
    assert both == permissions([Role.REVIEWER]) | permissions([Role.CALL_BACK])
    assert permissions([]) == frozenset()


def test_nobody_may_run_the_hub_through_a_page():
    assert Permission.RUN_HUB not in permissions(Role)


@pytest.mark.parametrize(
    ("roles", "department"),
    [
        ((), None),
        ((Role.AUDITOR, Role.ADMINISTRATOR), None),
        ((Role.AUDITOR, Role.DEPARTMENT), "claims"),
        ((Role.DEPARTMENT,), None),
        ((Role.REVIEWER,), "claims"),
    ],
)
def test_roles_that_do_not_go_together_are_refused_with_the_reason(roles, department):
    assert objection(roles, department)


@pytest.mark.parametrize(
    ("roles", "department"),
    [
        ((Role.AUDITOR,), None),
        ((Role.DEPARTMENT, Role.REVIEWER), "claims"),
        (tuple(set(Role) - {Role.AUDITOR}), "repair"),
    ],
)
def test_roles_that_go_together_are_taken(roles, department):
    assert objection(roles, department) is None
