"""`tingche-hub tickets`: what came in."""

import click

from hub.commands.options import AtHub, account, at_hub

_SHOWN_CHARS = 40


@click.command()
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@click.option(
    "--without-marked", is_flag=True, help="Of these, leave out what says little, repeats another or is a shop's own."
)
@at_hub
def tickets(limit: int, without_marked: bool, at: AtHub) -> None:
    """List tickets, newest first. Texts are masked; erased tickets keep number and times only.

    Whose account listed which tickets is written into the audit log.

    \b
    Example:
      tingche-hub tickets --limit 20 --without-marked --state ./hub-state
    """
    from hub.adapters.database.audit_log import AuditLog
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.people.audit_chain import Action, Deed
    from hub.people.ranges import said
    from hub.runtime import utc_now

    with at.database() as opened:
        newest = DatabaseTicketBook(opened).tickets(limit)
        found = [ticket for ticket in newest if not (without_marked and ticket.marks)]
        read = [ticket.number for ticket in found if ticket.text is not None]
        if read:
            AuditLog(opened).append(Deed(utc_now(), account(), Action.VIEW_TICKETS, said(read)))
    at.show(
        found,
        ("number", "status", "severity", "department", "due", "device", "place", "came by", "marks", "text"),
        lambda t: (
            t.number,
            t.status,
            t.severity,
            t.department,
            t.next_deadline.due_at,
            t.device_kind,
            t.place,
            t.entry,
            ", ".join(one.reason or one.mark for one in t.marks) or None,
            _short(t.text),
        ),
        "还没有工单 / no tickets yet",
    )


def _short(text: str | None) -> str | None:
    if text is None:
        return None
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARS else f"{line[:_SHOWN_CHARS]}…"
