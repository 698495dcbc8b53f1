"""A receipt, or a way in, as a QR code: one path of an SVG, drawn by the page itself.

segno, because it is pure Python without dependencies (3 MB of memory, loaded with the first receipt) and checks what it
makes against ISO/IEC 18004; `qrcode` brings colours and pictures, and writing the standard again would be 400 lines.
"""

from itertools import groupby
from typing import Any


def receipt_qr(code: str, secret: str, receipt_url: str) -> dict[str, Any]:
    """`size` in modules and `path` in the same unit, without a quiet zone.

    Args:
        code: TC-XXXX-XXXX.
        secret: 26 characters; after `#`, which no browser sends to a server and no server logs.
        receipt_url: where the hub's receipt page is, or empty: then the code holds words that any scanner shows.
    """
    return qr(f"{receipt_url}#{secret}" if receipt_url else f"听车回执 {code} 密码 {secret}")


def qr(text: str) -> dict[str, Any]:
    """Any text as a QR code of medium strength: `size` and `path` as above."""
    import segno

    made = segno.make(text, error="m", micro=False)
    rows = tuple(bytes(row) for row in made.matrix)
    return {"size": len(rows), "path": "".join(_row(y, row) for y, row in enumerate(rows))}


def _row(y: int, row: bytes) -> str:
    """Its runs of dark modules, each a rectangle one module high."""
    runs = ((len(list(run)), dark) for dark, run in groupby(row))
    x, path = 0, ""
    for length, dark in runs:
        path += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return path
