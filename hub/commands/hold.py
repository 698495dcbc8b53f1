"""`tingche-hub hold`: keep one record that a law forbids to delete, until a date."""

from datetime import datetime, timedelta

import click

from hub.commands.options import AtHub, account, at_hub
from hub.errors import InputRefusedError


@click.command()
@click.argument("ticket", required=False)
@click.option("--ground", default="", help="The law and its article. The person may read it.")
@click.option("--reason", default="", help="Why it applies here. The person may read it; name nobody.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day. It is deleted by itself after it.")
@click.option("--lift", is_flag=True, help="End the hold now: what was frozen by it is deleted.")
@at_hub
def hold(ticket: str | None, ground: str, reason: str, until: datetime | None, lift: bool, at: AtHub) -> None:
    """Hold TICKET (T-000001) until a date, lift a hold, or without TICKET list the holds there are.

    A record that is held is frozen when its deletion is asked for: kept, shown to nobody but the person, and deleted by
    itself after the date. Every hold and every lifting is in the audit log with your account name.

    \b
    Example:
      tingche-hub hold T-000012 --until 2027-03-31 --state ./hub-state \\
        --ground '消费者权益保护法 第54条' --reason 正在处理的投诉
    """
    from hub.adapters.database.hold_store import HoldStore
    from hub.erasure.clock import CHINA
    from hub.erasure.hold import Hold, checked
    from hub.runtime import utc_now

    now = utc_now()
    with at.database() as opened:
        store = HoldStore(opened)
        if ticket is None:
            at.show(
                store.standing(),
                ("ticket", "until", "ground", "reason", "by"),
                lambda h: (h.ticket_no, h.ends_at, h.ground, h.reason, h.placed_by),
                "没有冻结 / nothing is held",
            )
            return
        if lift:
            if not reason.strip():
                raise InputRefusedError("--lift needs --reason: it is kept in the audit log.")
            if not store.lift(ticket, who=account(), reason=reason.strip(), now=now):
                raise InputRefusedError(f"Ticket {ticket} is not held. `tingche-hub hold` lists what is.")
        else:
            if until is None:
                raise InputRefusedError("--until has to name the last day, for example --until 2027-03-31.")
            ends_at = until.replace(tzinfo=CHINA) + timedelta(days=1)
            if not store.place(checked(Hold(ticket, ground.strip(), reason.strip(), account(), now, ends_at))):
                raise InputRefusedError(f"There is no ticket {ticket} that could be held: unknown, or already erased.")
    at.say(
        {"ticket": ticket, "held": not lift, "until": None if lift or until is None else str(until.date())},
        f"{ticket}: {'已解除冻结 / no longer held' if lift else '已登记 / held'}",
    )
