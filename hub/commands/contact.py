"""`tingche-hub contact`: the call-back desk opens one contact, and that is written down."""

from pathlib import Path

import click

from hub.commands.options import account, database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError, OperatorNeededError


@click.command()
@click.argument("ticket")
@click.option("--reason", required=True, help="Why the contact is needed; kept in the audit with your account name.")
@click.option(
    "--desk-key",
    "key_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The desk's key, where it is not kept in STATE/keys. Its passphrase is asked for, or read from "
    "TINGCHE_DESK_PASSPHRASE.",
)
@state_option
@database_option
@json_option
def contact(ticket: str, reason: str, key_file: Path | None, state: Path, database: str | None, as_json: bool) -> None:
    """Open the contact that was left for a call-back on TICKET (T-000001). Every opening is written down first.

    \b
    Example:
      tingche-hub contact T-000042 --reason "回访：客户要求" --state ./hub
    """
    from agent.contract.refusal import RefusedMessageError
    from agent.contract.sealing import open_contact
    from hub.adapters.database.contact_store import ContactStore
    from hub.adapters.desk_key import is_protected, open_key
    from hub.people.reasons import reason as reason_in
    from hub.runtime import open_hub, utc_now

    why = reason_in(reason)
    if why is None:
        raise InputRefusedError("--reason has to say why the contact is needed, in 2 to 200 characters and no number.")
    with open_hub(state, database) as hub:
        file = key_file or hub.keys.folder / "desk.key"
        key = open_key(file, _passphrase() if is_protected(file) else None)
        seal = ContactStore(hub.database).take(ticket, who=account(), reason=why, now=utc_now())
        if seal is None:
            raise InputRefusedError(f"There is no contact on ticket {ticket}: none was left, or its time is over.")
        try:
            opened = open_contact(seal.sealed, key)
        except RefusedMessageError:
            raise OperatorNeededError(
                f"The contact on ticket {ticket} was sealed to desk key {seal.key_id}, which {file} is not."
            ) from None
    if as_json:
        print_json({"ticket": ticket, "contact": opened})
    else:
        print(opened)


def _passphrase() -> str:
    from os import environ

    given: str = environ.get("TINGCHE_DESK_PASSPHRASE") or click.prompt(
        "回拨台密钥的口令 / passphrase of the desk's key", hide_input=True, err=True
    )
    return given
