"""The pages, wired: profile and agent -> facts and surface -> a server."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from agent.adapters.secret_file import read_secret
from agent.consent.grant import Period, Purpose
from agent.consent.notice import ANSWER_NOTICE, CLOSING, GUARDIAN_NOTICE, PURPOSE_TEXTS, TOUCH_NOTICE, Notice
from agent.errors import TechnicianNeededError
from agent.profile import DeviceProfile, WorkOrderSettings
from agent.provisioning.identity import DeviceIdentity
from agent.requests import Conversation
from agent.rights import DEFAULT_SUBJECT
from agent.surfaces.app import Surface, surface_app
from agent.surfaces.cabin import CabinSignal
from agent.surfaces.entrance import Entrance
from agent.surfaces.hub_codes import HubCodes
from agent.surfaces.order_hook import OrderHook, Taken, read_key
from agent.surfaces.phone_app import phone_app
from agent.surfaces.qr import qr
from agent.surfaces.server import PageServer

Event = dict[str, Any]


_OF_A_VISIT = frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK, Purpose.KEEP_VOICE_FOR_REVIEW})
"""What a visit can be asked for: it has no car of its own, and nobody whom a panel could ask again."""


@dataclass(frozen=True, slots=True)
class OpenPages:
    """What is served: the device's own screen, and phones where the profile says so."""

    screen: PageServer
    phones: PageServer | None

    @property
    def port(self) -> int:
        """Of the device's own screen, on loopback."""
        return self.screen.port

    @property
    def url(self) -> str:
        """Of the device's own screen."""
        return self.screen.url

    def close(self) -> None:
        """Serve nobody any more."""
        if self.phones is not None:
            self.phones.close()
        self.screen.close()


def open_pages(
    *,
    profile: DeviceProfile,
    identity: DeviceIdentity,
    port: int,
    serve: Callable[[Event, Conversation], None],
    state: Callable[[], Event],
    cabin: CabinSignal,
    seen: Callable[[int], object],
    entrance: Entrance,
    orders: Callable[[bytes], Taken],
    hub_codes: HubCodes | None = None,
) -> OpenPages:
    """Serve the pages of this device until they are closed.

    Args:
        profile: languages, idle reset and addresses.
        identity: what the hub called this device's place.
        port: on loopback; 0 takes any free one.
        serve: serves one request.
        state: link, queue and speech at this moment.
        cabin: whether the car moves, and whether it is night.
        seen: told the number of a question that a page shows.
        entrance: the door for phones.
        hub_codes: for phones that reach the hub alone.
        orders: takes a signed message about closed work orders.

    Raises:
        TechnicianNeededError: a port is taken, the certificate for phones or the secret of the hook cannot be used.
    """
    settings = profile.surface
    hook = _hook(profile.work_orders, orders)
    surface = Surface(
        facts=page_facts(profile, identity.place or profile.place),
        languages=settings.languages,
        alias=None if profile.anonymous_visits else DEFAULT_SUBJECT,
        receipt_url=settings.receipt_url,
        serve=serve,
        state=state,
        cabin=cabin,
        seen=seen,
    )
    phones = None
    if settings.lan is not None:
        lan = settings.lan
        phones = PageServer(
            lambda port, stopping: phone_app(
                surface, entrance, port=port, stopping=stopping, origins=(_origin(lan.host, port),)
            ),
            lan.port,
            host=lan.host,
            certificate=(Path(lan.certificate), Path(lan.key)) if lan.certificate else None,
        )
    surface = replace(
        surface, invitation=_invitation(profile, entrance, phones, hub_codes), scans=lambda: entrance.opened
    )
    surface.facts["invites"] = surface.invitation is not None
    if phones is not None:
        surface.facts["phone"] = None  # one way in for phones: by a code that is good for one feedback
    try:
        screen = PageServer(
            lambda port, stopping: hook(
                surface_app(surface, port=port, stopping=stopping, origins=settings.origins), port
            ),
            port,
        )
    except TechnicianNeededError:
        if phones is not None:
            phones.close()
        raise
    return OpenPages(screen, phones)


def _hook(settings: WorkOrderSettings, orders: Callable[[bytes], Taken]) -> Callable[[ASGIApp, int], ASGIApp]:
    """The pages with the door for a shop's own system beside them, where the profile has its secret."""
    if not settings.webhook_secret:
        return lambda app, _port: app
    key = read_key(read_secret(settings.webhook_secret, "work_orders.webhook_secret"), settings.webhook_secret)
    return lambda app, port: OrderHook(app, port=port, key=key, take=orders)


def code_address(pages: str, token: str) -> str:
    """What a QR code holds. Behind the `#` no browser sends it to a server, and no server logs it."""
    return f"{pages}#t={token}"


def _origin(host: str, port: int) -> str:
    return f"https://{host.lower()}:{port}"


def _invitation(
    profile: DeviceProfile, entrance: Entrance, phones: PageServer | None, hub_codes: HubCodes | None
) -> Callable[[], Event] | None:
    """The code for this device's phone pages; else for the hub's page for visitors; else for its page for receipts."""
    if phones is not None:
        pages = phones.url

        def to_this_device() -> Event:
            token, left_s = entrance.code()
            address = code_address(pages, token)
            return {"leads_to": "feedback", "address": address, "qr": qr(address), "left_s": left_s}

        return to_this_device
    if hub_codes is not None:
        return hub_codes.shown
    if profile.surface.receipt_url and profile.anonymous_visits:
        to_the_hub = {"leads_to": "receipts", "address": profile.surface.receipt_url, "left_s": 0}
        return lambda: {**to_the_hub, "qr": qr(profile.surface.receipt_url)}
    return None


def page_facts(profile: DeviceProfile, place: str) -> Event:
    """What a page has to know of the device."""
    return {
        "kind": profile.kind.value,
        "place": place,
        "language": profile.language,
        "languages": list(profile.surface.languages),
        "anonymous": profile.anonymous_visits,
        "idle_reset_s": profile.surface.idle_reset_s if profile.anonymous_visits else 0,
        "max_speech_s": min(profile.speech.max_speech_s, 60.0),
        "speech": bool(profile.speech.models),
        "aloud": bool(profile.surface.aloud),
        "phone": qr(profile.surface.origins[0]) if profile.anonymous_visits and profile.surface.origins else None,
        "touch": _words(TOUCH_NOTICE),
        "answer": _words(ANSWER_NOTICE),
        "notice": {"guardian": _words(GUARDIAN_NOTICE), "closing": [_words(part) for part in CLOSING]},
        "purposes": [
            {"id": purpose.value, "zh": text.zh, "en": text.en}
            for purpose, text in PURPOSE_TEXTS.items()
            if _is_offered(purpose, profile)
        ],
        "periods": [period.value for period in Period],
    }


def _is_offered(purpose: Purpose, profile: DeviceProfile) -> bool:
    """Nobody is asked for what this device cannot do."""
    if profile.anonymous_visits:
        return purpose in _OF_A_VISIT
    return purpose is not Purpose.ATTACH_VEHICLE_STATE or bool(profile.vehicle.attach)


def _words(notice: Notice) -> Event:
    return {"zh": notice.zh, "en": notice.en}
