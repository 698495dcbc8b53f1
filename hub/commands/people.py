"""`tingche-hub people`: who may sign in to the staff pages, and with which roles."""

import secrets
from typing import Any

import click

from hub.commands.options import AtHub, account, at_hub, print_json
from hub.errors import InputRefusedError
from hub.people.roles import Role, objection

DEPARTMENTS = ("roadside", "claims", "charging", "repair", "underwriting", "product", "service_desk")
"""`hub.tickets.ticket.Department`, spelled here so that --help loads nothing."""

_role = click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([role.value for role in Role]),
    help="Repeatable.",
)
_department = click.option("--department", type=click.Choice(DEPARTMENTS), help="For the role department.")


@click.group()
def people() -> None:
    """Who may sign in to the staff pages. Nobody has a password: an invitation makes a passkey, once.

    \b
    Roles: service_desk (all tickets), call_back (contacts), reviewer (speech), department (its own tickets),
    administrator (people, devices), auditor (who did what; goes with no other role).

    \b
    Example:
      tingche-hub people add 王丽 --role call_back --state ./hub
      tingche-hub people add 陈岚 --role department --department claims --state ./hub
    """


@people.command()
@click.argument("name")
@_role
@_department
@at_hub
def add(name: str, roles: tuple[str, ...], department: str | None, at: AtHub) -> None:
    """Add NAME and print an invitation: it works once, within 24 hours."""
    from hub.adapters.database.people_store import PeopleStore
    from hub.people.access import Person, is_name
    from hub.runtime import utc_now

    chosen, held = _roles(roles, department)
    if not is_name(name):
        raise InputRefusedError("NAME has to have 1 to 60 letters, digits, spaces, dots or hyphens.")
    with at.hub() as hub:
        code, key = _code()
        PeopleStore(hub.database).add(
            Person(name, chosen, held, utc_now()), key, by=account(), random_bytes=secrets.token_bytes
        )
        _tell(name, code, hub.state.addresses(), at)


@people.command("list")
@at_hub
def listed(at: AtHub) -> None:
    """List everybody: roles, passkeys, invitations, last sign-in."""
    from hub.adapters.database.people_store import PeopleStore

    with at.database() as opened:
        found = PeopleStore(opened).people()
    at.show(
        found,
        ("name", "roles", "department", "passkeys", "invited until", "last sign-in", "disabled"),
        lambda p: (p.name, ",".join(p.roles), p.department, p.passkeys, p.invited_until, p.last_seen_at, p.disabled_at),
        "还没有人 / nobody yet",
    )


@people.command()
@click.argument("name")
@_role
@_department
@at_hub
def roles(name: str, roles: tuple[str, ...], department: str | None, at: AtHub) -> None:
    """Give NAME these roles instead of the present ones, from the next click on."""
    from hub.adapters.database.people_store import PeopleStore
    from hub.runtime import utc_now

    chosen, held = _roles(roles, department)
    with at.database() as opened:
        PeopleStore(opened).set_roles(name, chosen, held, by=account(), now=utc_now())
    at.say({"name": name, "done": True}, f"{name}: {', '.join(chosen)}")


@people.command()
@click.argument("name")
@at_hub
def disable(name: str, at: AtHub) -> None:
    """Shut NAME out: no sign-in any more, every session ends at once. `people reset` lets them in again."""
    from hub.adapters.database.people_store import PeopleStore
    from hub.runtime import utc_now

    with at.database() as opened:
        PeopleStore(opened).disable(name, by=account(), now=utc_now())
    at.say({"name": name, "done": True}, f"已停用 / disabled: {name}")


@people.command()
@click.argument("name")
@at_hub
def reset(name: str, at: AtHub) -> None:
    """Take NAME's passkeys and sessions away and print a new invitation: for a lost key, or to let them in again."""
    from hub.adapters.database.people_store import PeopleStore
    from hub.runtime import utc_now

    with at.hub() as hub:
        code, key = _code()
        PeopleStore(hub.database).reset(name, key, by=account(), now=utc_now())
        _tell(name, code, hub.state.addresses(), at)


def _roles(given: tuple[str, ...], department: str | None) -> tuple[tuple[Role, ...], Any]:
    from hub.tickets.ticket import Department

    chosen = tuple(dict.fromkeys(Role(role) for role in given))
    against = objection(chosen, department)
    if against is not None:
        raise InputRefusedError(against)
    return chosen, Department(department) if department else None


def _code() -> tuple[str, str]:
    from hub.people.access import code_key, make_code

    code = make_code(secrets.token_bytes)
    return code, code_key(code) or ""


def _tell(name: str, code: str, running: dict[str, Any] | None, at: AtHub) -> None:
    link = f"{running['pages']}/invitation#{code}" if running else None
    if at.as_json:
        print_json({"name": name, "code": code, "link": link})
        return
    print(link or code)
    print(f"  给 {name} 的邀请，用一次，24 小时内 / invitation for {name}, once, within 24 hours")
    if link is None:
        print("  服务台没有运行：先启动，再在登录页输入 / start the hub, then type the code at its sign-in")
