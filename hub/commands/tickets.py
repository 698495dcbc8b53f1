"""`tingche-hub tickets`: what came in."""

from pathlib import Path

import click

from hub.commands.options import (
    account,
    database_option,
    fields_of,
    json_option,
    print_lines,
    print_table,
    state_option,
)

_SHOWN_CHARS = 40


@click.command()
@state_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@database_option
@json_option
def tickets(state: Path, limit: int, database: str | None, as_json: bool) -> None:
    """List tickets, newest first. Texts are masked; erased tickets keep number and times only.

    Whose account listed which tickets is written into the audit log.
    """
    from hub.adapters.database.audit_log import AuditLog
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.people.audit_chain import Action, Deed
    from hub.people.ranges import said
    from hub.runtime import open_database, utc_now

    with open_database(state, database) as opened:
        found = DatabaseTicketBook(opened).tickets(limit)
        read = [ticket.number for ticket in found if ticket.text is not None]
        if read:
            AuditLog(opened).append(Deed(utc_now(), account(), Action.VIEW_TICKETS, said(read)))
    if as_json:
        print_lines(fields_of(ticket) for ticket in found)
        return
    print_table(
        ("number", "status", "severity", "department", "due", "device", "place", "text"),
        (
            (
                t.number,
                t.status,
                t.severity,
                t.department,
                t.next_deadline.due_at,
                t.device_kind,
                t.place,
                _short(t.text),
            )
            for t in found
        ),
        "还没有工单 / no tickets yet",
    )


def _short(text: str | None) -> str | None:
    if text is None:
        return None
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARS else f"{line[:_SHOWN_CHARS]}…"
