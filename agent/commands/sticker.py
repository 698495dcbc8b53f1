"""`tingche-agent sticker`: QR codes to print, for a place or for one work order."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from agent.commands._client import json_option, print_json, state_option
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.visiting.token import NONCE_BYTES, ORDER_DAYS, Way

_DAYS = {Way.STICKER: 365, Way.WORK_ORDER: ORDER_DAYS}


@click.command(short_help="QR codes to print, for a place or for one work order.")
@state_option
@click.option("--place", help="Where it will be stuck, such as 3 号枪. Anybody can use it again and again.")
@click.option("--work-order", help="For the paper of this work order: good for one feedback.")
@click.option("--count", type=click.IntRange(1, 9), default=1, show_default=True, help="Stickers on the page.")
@click.option("--days", type=click.IntRange(1, 730), help="How long it opens. [default: 365; a work order 14]")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page to this file.")
@json_option
def sticker(
    state: Path,
    place: str | None,
    work_order: str | None,
    count: int,
    days: int | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Print an A4 page of QR codes as SVG. They lead to the phone pages of this device (`surface.lan` in its profile).

    A sticker is limited to a few openings an hour, and its records say `entry: sticker`: somebody can photograph it and
    use it from home, so they weigh less. A work order's code opens once, however often it is printed; a terminal whose
    shop tells it of closed orders (`work_orders` in the profile) makes them by itself. The label is on the paper alone.
    Works with no network and while the agent runs; what was printed stays good after restarts and after `keys rotate`.

    \b
    Examples:
      tingche-agent sticker --state ./kiosk --place "3 号枪" --count 4 --out stickers.svg
      tingche-agent sticker --state ./terminal --work-order WO-20260301-7 --days 14 > order.svg
    """
    label, way = _label(place, work_order)
    if way is Way.WORK_ORDER and count > 1:
        raise InputRefusedError("A work order has one code, which opens once: leave --count out.")
    from agent.enrolled import printed_codes
    from agent.surfaces.sticker_sheet import Sticker, sticker_sheet

    pages, tokens = printed_codes(state)
    if pages is None:
        raise TechnicianNeededError(
            "This device serves no phones at a fixed address, so a printed code would lead nowhere. Set surface.lan in "
            "its profile, with host and a port that is not 0; device_profiles/README.md shows how."
        )
    ends = datetime.now(UTC) + timedelta(days=days or _DAYS[way])
    until = ends.date().isoformat()
    unix_s = int(ends.timestamp())
    if way is Way.WORK_ORDER:
        codes = [tokens.of_order(label, unix_s)]
    else:
        codes = [tokens.make(way, secrets.token_bytes(NONCE_BYTES), unix_s) for _ in range(count)]
    addresses = [f"{pages}#t={code}" for code in codes]
    if as_json:
        for address in addresses:
            print_json({"event": "sticker", "address": address, "entry": way.value, "label": label, "until": until})
        return
    page = sticker_sheet([Sticker(address, label, until, way is Way.WORK_ORDER) for address in addresses])
    if out is None:
        print(page, end="")
        return
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise InputRefusedError(f"{out} cannot be written ({error.strerror}): name another file.") from None
    print(f"{out}: {count} 张，有效至 {count} to print, valid until {until}")


def _label(place: str | None, work_order: str | None) -> tuple[str, Way]:
    if (place is None) == (work_order is None):
        raise InputRefusedError("Name one of both: --place for a sticker, or --work-order for one work order.")
    return (place, Way.STICKER) if place is not None else (work_order or "", Way.WORK_ORDER)
