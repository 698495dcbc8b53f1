"""`tingche-hub contact`: the call-back desk opens one contact, and that is written down."""

from pathlib import Path

import click

from hub.commands.options import account, database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError, OperatorNeededError


@click.command()
@click.argument("ticket")
@click.option("--reason", required=True, help="Why the contact is needed; kept in the audit with your account name.")
@state_option
@database_option
@json_option
def contact(ticket: str, reason: str, state: Path, database: str | None, as_json: bool) -> None:
    """Open the contact that was left for a call-back on TICKET (T-000001). Every look is written down first."""
    from agent.contract.refusal import RefusedMessageError
    from agent.contract.sealing import open_contact
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.runtime import open_hub, utc_now

    if not reason.strip():
        raise InputRefusedError("--reason has to say why the contact is needed.")
    with open_hub(state, database) as hub:
        seal = DatabaseTicketBook(hub.database).take_contact(
            ticket, who=account(), reason=reason.strip(), now=utc_now()
        )
        if seal is None:
            raise InputRefusedError(f"There is no contact on ticket {ticket}: none was left, or it was erased.")
        try:
            opened = open_contact(seal.sealed, hub.keys.desk)
        except RefusedMessageError:
            raise OperatorNeededError(
                f"The contact on ticket {ticket} was sealed to desk key {seal.key_id}, which is not in keys/."
            ) from None
    if as_json:
        print_json({"ticket": ticket, "contact": opened})
    else:
        print(opened)
