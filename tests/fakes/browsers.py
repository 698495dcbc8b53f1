"""What browser tests do with a window."""

from axe_playwright_python.sync_playwright import Axe

from tests.fakes.screens import shot

CUT_OFF = """() => {
  const shown = (one) => one.offsetParent !== null && getComputedStyle(one).clipPath === "none";
  const wide = [...document.querySelectorAll("#app *, dialog[open] *")].filter((one) => shown(one)
    && !one.matches(".sr, .t, .live, .stage, svg, svg *") && one.scrollWidth > one.clientWidth + 2
    && one.clientWidth > 0 && getComputedStyle(one).display !== "inline" && !one.closest(".ask-here"));
  const placed = ".acts button, .top, .stage h1, .tile, main > *, .stage > *:not(.rings)";
  const out = [...document.querySelectorAll(placed)].filter((one) => {
    const box = one.getBoundingClientRect();
    return shown(one) && (box.right > innerWidth + 1 || box.left < -1
      || (innerWidth > 600 && !one.closest("dialog") && (box.bottom > innerHeight + 1 || box.top < -1)));
  });
  return [...wide, ...out].map((one) => `${one.tagName}.${one.className.baseVal ?? one.className}`);
}"""


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


class Looked:
    """Looks at a view as a person and axe would, and keeps the picture in build/screens."""

    def __init__(self, window, name):
        self._window = window
        self._name = name
        self.wrong = []

    def as_(self, view, *, axe=True):
        shot(self._window, f"{self._name}_{view}")
        self.wrong += [(view, cut) for cut in self._window.evaluate(CUT_OFF)]
        if axe:
            found = Axe().run(self._window).response["violations"]
            serious = [v for v in found if v["impact"] in {"serious", "critical"}]
            self.wrong += [(view, v["id"], [n["html"][:120] for n in v["nodes"]]) for v in serious]
