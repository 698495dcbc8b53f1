"""`tingche-hub erase`: delete what a person left who asked the service desk and was made sure of."""

import os
from pathlib import Path

import click

from hub.commands.options import account, database_option, fields_of, json_option, print_json, state_option
from hub.errors import InputRefusedError


@click.command()
@click.argument("ticket")
@click.option(
    "--reason", required=True, help="How the person was made sure of; kept in the audit with your account name."
)
@state_option
@database_option
@json_option
def erase(ticket: str, reason: str, state: Path, database: str | None, as_json: bool) -> None:
    """Delete TICKET (T-000001) for the person who left it, here and on the device.

    Of a visit at a kiosk or terminal everything goes, of a car this one feedback. The hub deletes at once; the device
    is told until it confirms, however long it sleeps. `tingche-hub erasures` shows whether it has.

    \b
    Example:
      tingche-hub erase T-000012 --reason 本人持身份证到店要求 --state ./hub-state
    """
    from hub.adapters.database.receipt_desk import ReceiptDesk
    from hub.adapters.tombstone_journal import TombstoneJournal
    from hub.runtime import open_hub, utc_now

    if not reason.strip():
        raise InputRefusedError("--reason has to say how the person was made sure of.")
    with open_hub(state, database) as hub:
        desk = ReceiptDesk(hub.database, TombstoneJournal(hub.state.tombstones_file).append, os.urandom)
        erased = desk.erase_ticket(ticket, who=account(), reason=reason.strip(), now=utc_now())
    if erased is None:
        raise InputRefusedError(f"There is nothing to erase on ticket {ticket}: unknown, or erased already.")
    if as_json:
        print_json(fields_of(erased))
        return
    print(f"已删除 / erased: {erased.tickets} 张工单 / tickets ({erased.erasure_id})")
    print("设备收到后也会删除；确认前会一直通知它。The device follows; it is told until it confirms.")
