"""The pages, wired: profile and agent -> facts and surface -> a server."""

from collections.abc import Callable
from typing import Any

from agent.consent.grant import Period, Purpose
from agent.consent.notice import ANSWER_NOTICE, CLOSING, GUARDIAN_NOTICE, PURPOSE_TEXTS, TOUCH_NOTICE, Notice
from agent.profile import DeviceProfile
from agent.provisioning.identity import DeviceIdentity
from agent.requests import Conversation
from agent.rights import DEFAULT_SUBJECT
from agent.surfaces.app import Surface, surface_app
from agent.surfaces.cabin import CabinSignal
from agent.surfaces.qr import qr
from agent.surfaces.server import PageServer

Event = dict[str, Any]


_OF_A_VISIT = frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK, Purpose.KEEP_VOICE_FOR_REVIEW})
"""What a visit can be asked for: it has no car of its own, and nobody whom a panel could ask again."""


def open_pages(
    *,
    profile: DeviceProfile,
    identity: DeviceIdentity,
    port: int,
    serve: Callable[[Event, Conversation], None],
    state: Callable[[], Event],
    cabin: CabinSignal,
) -> PageServer:
    """Serve the pages of this device until the returned server is closed.

    Args:
        profile: languages, idle reset and addresses.
        identity: what the hub called this device's place.
        port: on loopback; 0 takes any free one.
        serve: serves one request.
        state: link, queue and speech at this moment.
        cabin: whether the car moves, and whether it is night.
    """
    settings = profile.surface
    surface = Surface(
        facts=page_facts(profile, identity.place or profile.place),
        languages=settings.languages,
        alias=None if profile.anonymous_visits else DEFAULT_SUBJECT,
        receipt_url=settings.receipt_url,
        serve=serve,
        state=state,
        cabin=cabin,
    )
    return PageServer(
        lambda port, stopping: surface_app(surface, port=port, stopping=stopping, origins=settings.origins), port
    )


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
        "phone": qr(profile.surface.origins[0]) if profile.anonymous_visits and profile.surface.origins else None,
        "touch": _words(TOUCH_NOTICE),
        "answer": _words(ANSWER_NOTICE),
        "notice": {"guardian": _words(GUARDIAN_NOTICE), "closing": [_words(part) for part in CLOSING]},
        "purposes": [
            {"id": purpose.value, "zh": text.zh, "en": text.en}
            for purpose, text in PURPOSE_TEXTS.items()
            if not profile.anonymous_visits or purpose in _OF_A_VISIT
        ],
        "periods": [period.value for period in Period],
    }


def _words(notice: Notice) -> Event:
    return {"zh": notice.zh, "en": notice.en}
