"""`tingche-hub audit`: who saw and did what, and whether that log is whole."""

import re
from pathlib import Path

import click

from hub.commands.options import AtHub, at_hub, fields_of, print_json
from hub.errors import InputRefusedError

_TICKET = re.compile(r"T-[0-9]{1,12}")
_BROKEN = {
    "edited": "第 {seq} 条被改过 / entry {seq} was changed after it was written",
    "missing": "缺第 {seq} 条 / entry {seq} is missing",
    "unlinked": "第 {seq} 条与前一条接不上 / entry {seq} does not follow from the one before",
    "cut_off": "从第 {seq} 条起被截掉 / the log was cut off: entry {seq} is missing",
    "rewritten": "第 {seq} 条与存证不符，链被重写过 / entry {seq} is not the one that was anchored: written anew",
}


@click.group()
def audit() -> None:
    """Who saw and did what: list it, check that nothing was changed, print the anchor to keep elsewhere.

    \b
    Example:
      tingche-hub audit anchor --state ./hub >> /media/usb/anchors
      tingche-hub audit verify --state ./hub --anchors /media/usb/anchors
    """


@audit.command("list")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@click.option("--who", help="Only of this person, or of account:NAME.")
@click.option("--ticket", metavar="NUMBER", help="Only what names this ticket (T-000042), also inside a range.")
@at_hub
def listed(limit: int, who: str | None, ticket: str | None, at: AtHub) -> None:
    """List the log, newest first."""
    if ticket is not None and not _TICKET.fullmatch(ticket):
        raise InputRefusedError("--ticket has to be a ticket's number, for example T-000042.")
    from hub.adapters.database.audit_log import AuditLog

    with at.database() as opened:
        log = AuditLog(opened)
        found = log.naming(ticket, limit, who=who) if ticket else log.newest(limit, who=who)
    at.show(
        found,
        ("no", "at", "who", "action", "what", "reason"),
        lambda e: (e.seq, e.at, e.who, e.action, e.what, e.reason),
        "还没有记录 / nothing was written down yet",
    )


@audit.command()
@click.option("--anchor", "given", multiple=True, metavar="N:HASH", help="An anchor that you kept. Repeatable.")
@click.option(
    "--anchors",
    "kept",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file of anchors, one a line.",
)
@at_hub
def verify(given: tuple[str, ...], kept: Path | None, at: AtHub) -> None:
    """Check the whole log; name the first entry that is not as it was written, and end with status 1.

    A log whose end was cut off, or which was written anew from some point, is whole in itself: only anchors show that.
    """
    from hub.adapters.database.audit_log import AuditLog
    from hub.people.audit_chain import Anchor

    lines = [*given, *(kept.read_text(encoding="utf-8").split() if kept else ())]
    anchors = [Anchor.parse(line) for line in lines]
    if None in anchors:
        raise InputRefusedError("An anchor has the form N:HASH, as `tingche-hub audit anchor` prints it.")
    with at.database() as opened:
        verdict = AuditLog(opened).verify([anchor for anchor in anchors if anchor is not None])
    if at.as_json:
        print_json({"whole": verdict.fault is None, "anchors": len(anchors), **fields_of(verdict)})
    elif verdict.fault is not None:
        print(_BROKEN[verdict.fault].format(seq=verdict.broken_seq))
    else:
        print(f"完整，共 {verdict.head.seq} 条 / whole, {verdict.head.seq} entries; {len(anchors)} anchors agree")
    if verdict.fault is not None:
        raise SystemExit(1)


@audit.command()
@at_hub
def anchor(at: AtHub) -> None:
    """Print the newest entry's number and hash. Keep it where nobody can change both: on paper, by mail, on a stick."""
    from hub.adapters.database.audit_log import AuditLog

    with at.database() as opened:
        head = AuditLog(opened).head()
    at.say(fields_of(head), str(head))
