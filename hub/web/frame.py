"""What every staff page shares: words, theme, templates, the visitor, and answers that no cache keeps."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from hub.people.access import Session
from hub.web import moments, places
from hub.web.wording import LANGUAGES, Words, words_for

REFRESH_S: Final = 3
"""Seconds between two looks of the page for news."""

_HERE = Path(__file__).parent
_COOKIE_AGE_S = 365 * 24 * 3600
_THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, as the pages need to know it."""

    session: Session
    form_token: str = field(repr=False)
    """What its forms carry, see `hub.people.access.form_token`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read, not yet put into words: a look for news mostly ends here."""

    now: datetime
    rev: str
    """Changes when anything but the passing of time changed."""
    fill: Callable[[], dict[str, Any]]
    """What the template needs."""
    showing: Callable[[], None] = lambda: None
    """Called before anything is shown: writes down what will be."""


@dataclass(frozen=True, slots=True)
class _Taste:
    """What this browser prefers."""

    words: Words
    theme: str
    """light, dark, or empty to follow the system."""
    chosen: dict[str, str]
    """Cookies to set, because the address asked for it."""


class Frame:
    """Puts answers into pages."""

    def __init__(self, clock: Callable[[], datetime], tenant: str) -> None:
        self.clock = clock
        self.tenant = tenant
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, request: Request, template: str, read: Callable[[Words], Answer], *, status: int = 200) -> Response:
        """A whole page."""
        taste = _taste(request)
        answer = read(taste.words)
        answer.showing()
        response = HTMLResponse(self._render(request, template, taste, answer), status_code=status)
        for name, value in taste.chosen.items():
            response.set_cookie(name, value, max_age=_COOKIE_AGE_S, samesite="lax")
        return no_store(response)

    def fragment(self, request: Request, template: str, read: Callable[[Words], Answer]) -> Response:
        """The living part of a page alone, or 304 when nothing but the time has changed."""
        taste = _taste(request)
        answer = read(taste.words)
        tag = f'"{answer.rev}"'
        if request.headers.get("if-none-match") == tag:
            response = Response(status_code=304)
        else:
            answer.showing()
            response = HTMLResponse(self._render(request, template, taste, answer))
        response.headers["etag"] = tag
        response.headers["x-hub-time"] = _epoch_ms(answer.now)
        return no_store(response)

    def plain(
        self,
        request: Request,
        template: str,
        fill: Callable[[Words, datetime], Mapping[str, Any]],
        *,
        status: int = 200,
    ) -> Response:
        """A page that does not look for news by itself."""
        now = self.clock()
        return self.page(request, template, lambda w: Answer(now, "", lambda: dict(fill(w, now))), status=status)

    def notice(self, request: Request, what: str, status: int) -> Response:
        """A page that says in a sentence why there is no other."""
        return self.plain(request, "notice.html", lambda _w, _now: {"what": what}, status=status)

    def _render(self, request: Request, template: str, taste: _Taste, answer: Answer) -> str:
        words = taste.words
        asked = {k: v for k, v in request.query_params.items() if k in ("show", "sort", "marked", "by", "days")}
        guest: Visitor | None = getattr(request.state, "visitor", None)
        may = guest.session.person.may if guest else frozenset()
        return self._templates.get_template(template).render(
            w=words,
            root=request.scope.get("root_path", "").rstrip("/"),
            tenant=self.tenant,
            base=str(request.base_url).rstrip("/"),
            theme=taste.theme,
            now_ms=_epoch_ms(answer.now),
            clock=moments.clock_words(answer.now, seconds=True),
            live=json.dumps({p: words.pick(f"{p}.") for p in ("left", "span", "about", "ago")} | _said(words)),
            refresh_ms=REFRESH_S * 1000,
            link=_links(asked),
            other_language=LANGUAGES[1 - LANGUAGES.index(words.language)],
            me=guest.session.person if guest else None,
            places=places.visible(may),
            home=places.home(may),
            door_words=json.dumps(words.pick("door."), ensure_ascii=False),
            form_token=guest.form_token if guest else "",
            rev=answer.rev,
            **answer.fill(),
        )


def visitor_of(request: Request) -> Visitor:
    """Who asks, on a page that needs a sign-in."""
    visitor: Visitor = request.state.visitor
    return visitor


def no_store(response: Response) -> Response:
    """An answer that no cache keeps."""
    response.headers["cache-control"] = "no-store"
    return response


def _epoch_ms(moment: datetime) -> str:
    return str(int(moment.timestamp() * 1000))


def _said(words: Words) -> dict[str, str]:
    """Sentences that the page's script says by itself."""
    keys = ("live", "stale", "stale.said", "live.said", "new.said", "ago", "to_dark", "to_light", "app")
    return {f"say.{key}": words.texts[key] for key in keys}


def _links(asked: dict[str, str]) -> Callable[..., str]:
    """Addresses of this page with other choices; None takes a choice away."""

    def link(**changes: str | None) -> str:
        merged = {k: v for k, v in (asked | changes).items() if v}
        return "?" + urlencode(merged)

    return link


def _taste(request: Request) -> _Taste:
    chosen: dict[str, str] = {}
    language = request.query_params.get("lang", "")
    if language in LANGUAGES:
        chosen["tingche_lang"] = language
    else:
        language = request.cookies.get("tingche_lang", "")
    theme = request.query_params.get("theme", "")
    if theme in _THEMES:
        chosen["tingche_theme"] = theme
    else:
        theme = request.cookies.get("tingche_theme", "")
    return _Taste(words_for(language), theme if theme in _THEMES else "", chosen)
