"""Printed codes as an A4 page of SVG: up to nine, each with where it belongs and until when it opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from agent.surfaces.qr import qr

MOST: Final = 9
_COLUMNS: Final = 3
_PAGE_MM: Final = (210, 297)
_CELL_MM: Final = (66, 95)
_EDGE_MM: Final = 6
_WIDEST_MM: Final = 58
_QR_MM: Final = 46
_QUIET: Final = 4  # modules around a code, ISO/IEC 18004 section 9.1


@dataclass(frozen=True, slots=True)
class Sticker:
    """One printed code."""

    address: str
    label: str
    """The place or the work order, as people before it know it. On the paper alone: the code does not hold it."""
    until: str
    """The last day, YYYY-MM-DD."""
    once: bool
    """Good for one feedback."""


def sticker_sheet(stickers: Sequence[Sticker]) -> str:
    """One A4 page as SVG, in millimetres: nothing on it is fetched from anywhere.

    Args:
        stickers: at most nine.
    """
    width, height = _PAGE_MM
    cells = "".join(_cell(sticker, *divmod(number, _COLUMNS)) for number, sticker in enumerate(stickers))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" text-anchor="middle" fill="#0F1F1D">{cells}</svg>\n'
    )


def _cell(sticker: Sticker, row: int, column: int) -> str:
    width, height = _CELL_MM
    drawn = qr(sticker.address)
    across = drawn["size"] + 2 * _QUIET
    left, scale = (width - _QR_MM) / 2, _QR_MM / across
    once = "只能用一次 · one use" if sticker.once else "不装 App，不登录 · no app, no account"
    lines = (
        (10, 5.2, "bold", "手机扫一扫，说说感受"),
        (15, 3.2, "normal", "Scan, and tell us how it was"),
        (70, min(4.4, _WIDEST_MM / max(1, len(sticker.label))), "bold", sticker.label),
        (76, 3.0, "normal", once),
        (81, 3.0, "normal", f"有效至 valid until {sticker.until}"),
        (87, 3.0, "normal", "我们不会因反馈内容向您推销保险"),
    )
    words = "".join(
        f'<text x="{width / 2}" y="{y}" font-size="{size}" font-weight="{weight}">{escape(text)}</text>'
        for y, size, weight, text in lines
    )
    place = f"{_EDGE_MM + column * width} {_EDGE_MM + row * height}"
    frame = (
        f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" rx="4" fill="#fff" stroke="#738480" '
        'stroke-width="0.3"/>'
    )
    code = (
        f'<path transform="translate({left} 17.5) scale({scale:.5f}) translate({_QUIET} {_QUIET})" '
        f'shape-rendering="crispEdges" d="{drawn["path"]}"/>'
    )
    return f'<g transform="translate({place})">{frame}{code}{words}</g>'
