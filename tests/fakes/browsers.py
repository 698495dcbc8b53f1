"""What browser tests do with a window."""

from axe_playwright_python.sync_playwright import Axe


def add_authenticator(window, **changes):
    """A platform authenticator for this window, as the DevTools protocol has it: no finger, but the real ceremony."""
    session = window.context.new_cdp_session(window)
    session.send("WebAuthn.enable", {"enableUI": False})
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options | changes})
    return session, made["authenticatorId"]


def violations(window):
    """What axe finds, short enough to read."""
    found = Axe().run(window).response["violations"]
    return [(window.url, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]
