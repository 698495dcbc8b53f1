"""From the end of a charging session to the question on the screen, fifty times: `make bench-asking`.

A real agent process with a kiosk's shipped questions; the charger's own frames over its OCPP tap, 1.6 and 2.0.1 in
turn; the page's own event stream, over HTTP, as a browser reads it. Measured from just before the frame is sent to when
the page has the question's words; and where Debian's chromium is, to when it has drawn them. Between two sessions the
person waves the question away. Fails where a session has no question, or a 95th percentile exceeds the limit.
"""

import argparse
import json
import queue
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.fakes.agent_process import AgentProcess
from tests.fakes.loopback_port import free_port

SESSIONS = 50
LIMIT_S = 2.0
"""At the 95th percentile: later than that, a driver has hung up the plug and turned away."""
GIVES_UP_S = 10.0
CHROMIUM = Path("/usr/bin/chromium")
VERSIONS = ("ocpp1.6", "ocpp2.0.1")
_AT = "2026-03-01T08:{:02}:00Z"


@dataclass(frozen=True)
class Measured:
    """What fifty sessions took."""

    to: str
    """The page, or the screen."""
    sessions: int
    asked: int
    median_s: float
    p95_s: float
    longest_s: float
    limit_s: float

    @property
    def times_below(self) -> float:
        """How many times the 95th percentile fits into the limit."""
        return self.limit_s / self.p95_s

    @property
    def holds(self) -> bool:
        """Whether every session was asked about, in time."""
        return self.asked == self.sessions and self.p95_s <= self.limit_s


class Page:
    """What the kiosk's page does with the agent: follows its state, and says what it shows and that it was left."""

    to = "the page"

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=httpx.Timeout(GIVES_UP_S, read=None))
        token = re.search(r'name="tingche-page" content="([^"]+)"', self._http.get("/").text)
        assert token is not None
        self._headers = {"origin": url.rstrip("/"), "x-tingche-page": token[1]}
        self.asked: queue.Queue[tuple[float, int]] = queue.Queue()
        """When a question came, and its number."""
        self._number = 0
        self._following = threading.Event()
        threading.Thread(target=self._follow, daemon=True).start()
        assert self._following.wait(GIVES_UP_S)

    def wait(self) -> float | None:
        """When the question was there; None where none came."""
        try:
            at, self._number = self.asked.get(timeout=GIVES_UP_S)
        except queue.Empty:
            return None
        return at

    def leave(self) -> None:
        """It is seen, and waved away."""
        self._post("/api/seen", {"question": self._number})
        told = self._post("/api/talk", {"do": "leave", "question": self._number})
        assert '"left"' in told.text, told.text

    def close(self) -> None:
        self._http.close()

    def _post(self, path: str, said: dict[str, Any]) -> httpx.Response:
        answer = self._http.post(path, json=said, headers=self._headers)
        answer.raise_for_status()
        return answer

    def _follow(self) -> None:
        before = 0
        try:
            with self._http.stream("POST", "/api/state", json={}, headers=self._headers) as stream:
                for line in stream.iter_lines():
                    if not line.startswith("data: "):
                        continue
                    state = json.loads(line.removeprefix("data: "))
                    self._following.set()
                    asks = state.get("asks")
                    if asks is not None and asks["number"] > before:
                        before = asks["number"]
                        self.asked.put((time.perf_counter(), before))
        except (httpx.HTTPError, httpx.StreamError, OSError):
            return  # the measurement is over


class Screen:
    """The same page in a real browser: when its words are drawn."""

    to = "the screen"

    def __init__(self, url: str) -> None:
        from playwright.sync_api import sync_playwright

        self._play = sync_playwright().start()
        self._browser = self._play.chromium.launch(
            executable_path=str(CHROMIUM), headless=True, chromium_sandbox=False, args=["--no-first-run"]
        )
        self._window = self._browser.new_page(viewport={"width": 1080, "height": 1920})
        self._window.goto(url)
        self._window.locator("#app.home").wait_for()
        self._window.wait_for_timeout(1000)

    def wait(self) -> float | None:
        """As `Page.wait`."""
        from playwright.sync_api import TimeoutError as Late

        try:
            self._window.locator("#app.question h1").wait_for(timeout=1000 * GIVES_UP_S)
        except Late:
            return None
        return time.perf_counter()

    def leave(self) -> None:
        """As `Page.leave`, by touch."""
        self._window.get_by_role("button", name="不回答").click()
        self._window.locator("#app.home").wait_for()

    def close(self) -> None:
        self._browser.close()
        self._play.stop()


def begin(charger: ClientConnection, session: int) -> None:
    """Somebody plugs in."""
    if charger.subprotocol == VERSIONS[0]:
        began = {"connectorId": 1, "idTag": "T", "meterStart": 0, "timestamp": _AT.format(0)}
        charger.send(json.dumps([2, f"b{session}", "StartTransaction", began]))
    else:
        charger.send(json.dumps([2, f"b{session}", "TransactionEvent", _event(session, "Started", 0)]))


def end(charger: ClientConnection, session: int) -> None:
    """The charge is over."""
    if charger.subprotocol == VERSIONS[0]:
        ended = {"transactionId": session, "meterStop": 9000, "timestamp": _AT.format(40)}
        charger.send(json.dumps([2, f"e{session}", "StopTransaction", ended]))
    else:
        charger.send(json.dumps([2, f"e{session}", "TransactionEvent", _event(session, "Ended", 40)]))


def _event(session: int, kind: str, minute: int) -> dict[str, Any]:
    about = {"transactionId": f"T-{session}"}
    return {
        "eventType": kind,
        "timestamp": _AT.format(minute),
        "triggerReason": "CablePluggedIn" if kind == "Started" else "EVDeparted",
        "seqNo": minute,
        "transactionInfo": about,
    }


def measure(sessions: int, folder: Path, opened: Callable[[str], Page | Screen]) -> Measured:
    """So many sessions, one after another, in front of a page."""
    took: list[float] = []
    port = free_port()
    profile = f"[surface]\nport = 0\n[charging]\nocpp_port = {port}\n"
    with ExitStack() as opening:
        agent = opening.enter_context(AgentProcess(folder, "charger_kiosk", profile))
        page = opened(agent.ready["pages"])
        opening.callback(page.close)
        address = f"ws://127.0.0.1:{port}"
        links = [opening.enter_context(connect(address, subprotocols=[Subprotocol(name)])) for name in VERSIONS]
        for session, charger in zip(range(1, sessions + 1), cycle(links), strict=False):
            begin(charger, session)
            since = time.perf_counter()
            end(charger, session)
            at = page.wait()
            if at is not None:
                took.append(at - since)
                page.leave()
            print(f"\r{page.to}: {session}/{sessions}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    p95 = quantiles(took, n=20, method="inclusive")[-1] if len(took) > 1 else float("inf")
    middle, longest = (median(took), max(took)) if took else (float("inf"), float("inf"))
    return Measured(page.to, sessions, len(took), middle, p95, longest, LIMIT_S)


def main() -> None:
    """Measure, print, and say by the exit status whether the limit holds."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sessions", type=int, default=SESSIONS, help="how many charges end (default: %(default)s)")
    options.add_argument("--json", action="store_true", help="one JSON line for each, for machines")
    asked = options.parse_args()
    measured = []
    for opened in (Page, Screen) if CHROMIUM.exists() else (Page,):
        with tempfile.TemporaryDirectory(prefix="asking-bench-") as folder:
            measured.append(measure(asked.sessions, Path(folder), opened))
    for one in measured:
        if asked.json:
            print(json.dumps({**asdict(one), "times_below": one.times_below, "holds": one.holds}))
        else:
            _show(one)
    if not asked.json and not CHROMIUM.exists():
        print(f"to the screen: not measured, {CHROMIUM} is missing")
    sys.exit(not all(one.holds for one in measured))


def _show(one: Measured) -> None:
    print(f"from the end of a session to {one.to}: {one.asked} of {one.sessions} sessions were asked about")
    for what, seconds in (("median", one.median_s), ("95th percentile", one.p95_s), ("longest", one.longest_s)):
        print(f"{what:40}{1000 * seconds:12,.0f} ms")
    print(f"{'limit':40}{1000 * one.limit_s:12,.0f} ms, {one.times_below:,.0f} times the 95th percentile")
    print("the promise holds" if one.holds else "THE PROMISE DOES NOT HOLD")


if __name__ == "__main__":
    main()
