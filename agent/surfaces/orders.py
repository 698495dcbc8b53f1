"""Closed work orders as they come in, posted or dropped, and the codes for their paper that go back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from agent.signals.work_orders import ClosedOrder, read_json
from agent.visiting.token import ORDER_DAYS, Tokens
from agent.work_orders import WorkOrders


class Orders:
    """Both doors of one terminal. Safe to call from any thread.

    Args:
        work_orders: takes each order once.
        pages: fixed address of the phone pages, where there are any: codes lead there.
        tokens: make the codes.
        now: the device's time.
    """

    def __init__(self, work_orders: WorkOrders, pages: str | None, tokens: Tokens, now: Callable[[], datetime]) -> None:
        self._work_orders = work_orders
        self._pages = pages
        self._tokens = tokens
        self._now = now

    def posted(self, raw: bytes) -> list[dict[str, Any]]:
        """A signed message: for each order what became of it, and the code for its paper.

        Raises:
            InputRefusedError: it cannot be understood; nothing of it was taken.
            TemporaryError: the disk refused; what was taken before is known when it is sent again.
        """
        return [{"outcome": self._work_orders.close(order).value, **self._code(order)} for order in read_json(raw)]

    def dropped(self, read: Callable[[bytes], tuple[ClosedOrder, ...]], raw: bytes, age_s: float) -> list[str]:
        """A file: for each order a page to print, where codes lead anywhere.

        Args:
            read: understands it.
            raw: what it holds.
            age_s: since when; an order that does not say was closed then.

        Raises:
            InputRefusedError: as `posted`.
            TemporaryError: as `posted`.
        """
        orders = read(raw)
        written_at = self._now() - timedelta(seconds=age_s)
        for order in orders:
            self._work_orders.close(replace(order, closed_at=order.closed_at or written_at))
        return [] if self._pages is None else [self._page(order) for order in orders]

    def _code(self, order: ClosedOrder) -> dict[str, str]:
        if self._pages is None:
            return {}
        ends = self._now() + timedelta(days=ORDER_DAYS)
        token = self._tokens.of_order(order.number, int(ends.timestamp()))
        return {"code": f"{self._pages}#t={token}", "until": ends.date().isoformat()}

    def _page(self, order: ClosedOrder) -> str:
        from agent.surfaces.sticker_sheet import Sticker, sticker_sheet  # a QR library, which only this needs

        made = self._code(order)
        return sticker_sheet([Sticker(made["code"], order.number, made["until"], once=True)])
