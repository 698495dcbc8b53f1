"""The document and its parts, read once and compressed once, served from memory."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

_FOLDER: Final = Path(__file__).parent / "static"
_TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_DOCUMENT, _ON_A_PHONE = "index.html", "phone.html"
_DEVICES: Final = {"head_unit": "head", "charger_kiosk": "kiosk", "service_terminal": "terminal"}


@dataclass(frozen=True, slots=True)
class _Part:
    plain: bytes = field(repr=False)
    packed: bytes = field(repr=False)
    tag: str
    media_type: str


class PageFiles:
    """What the pages are made of."""

    def __init__(self) -> None:
        self._document = (_FOLDER / _DOCUMENT).read_text(encoding="utf-8")
        self._on_a_phone = (_FOLDER / _ON_A_PHONE).read_text(encoding="utf-8")
        self._parts: dict[str, _Part] = {}

    def document(self, token: str, facts: Mapping[str, Any]) -> Response:
        """The one document, for one visit; with no token the one that a phone opens, and gets its visit for a code."""
        filled = {
            "token": token,
            "device": _DEVICES[facts["kind"]],
            "language": facts["language"],
            "facts": json.dumps(facts, ensure_ascii=False),
        }
        page = self._document if token else self._on_a_phone
        for name, value in filled.items():
            page = page.replace(f"[[{name}]]", escape(value))
        return Response(page, media_type="text/html")

    def part(self, name: str, asked: Mapping[str, str]) -> Response:
        """A part of it; browsers keep it and ask whether it is still the same.

        Raises:
            HTTPException: there is none of that name.
        """
        part = self._parts.get(name) or self._read(name)
        headers = {"etag": part.tag, "cache-control": "no-cache", "vary": "accept-encoding"}
        if asked.get("if-none-match") == part.tag:
            return Response(status_code=304, headers=headers)
        if "gzip" in asked.get("accept-encoding", ""):
            return Response(part.packed, headers={**headers, "content-encoding": "gzip"}, media_type=part.media_type)
        return Response(part.plain, headers=headers, media_type=part.media_type)

    def _read(self, name: str) -> _Part:
        path = _FOLDER / name
        if "/" in name or path.suffix not in _TYPES or not path.is_file():
            raise HTTPException(404)
        plain = path.read_bytes()
        tag = f'"{hashlib.sha256(plain).hexdigest()[:16]}"'
        part = self._parts[name] = _Part(plain, gzip.compress(plain, 9, mtime=0), tag, _TYPES[path.suffix])
        return part
