"""The pages' server: who may talk to it, what it answers, and what it weighs. A real agent, over HTTP."""

import gzip
import json
import re
from pathlib import Path

import httpx
import pytest

from agent.adapters.pcm_pipe import PushedSound
from agent.consent.grant import Period, Purpose
from agent.contract.identifiers import ReceiptSecret
from agent.errors import TechnicianNeededError
from agent.surfaces.server import PageServer
from tests.fakes.touched_device import TouchedDevice

STATIC = Path(__file__).parent.parent.parent / "agent" / "surfaces" / "static"
SAID = "三号桩的枪头接触不良，打我电话13800138000"


@pytest.fixture(scope="module")
def device(tmp_path_factory):
    device = TouchedDevice(tmp_path_factory.mktemp("kiosk"), "charger_kiosk", None)
    yield device
    device.close()


@pytest.fixture
def accepted(device):
    """How many records were accepted since the test began."""
    before = device.agent.status()["ledger"]["accepted"]
    return lambda: device.agent.status()["ledger"]["accepted"] - before


class Browser:
    """What a page's script can do, and what another site's cannot."""

    def __init__(self, device):
        self.port = device.pages.port
        self.origin = f"http://127.0.0.1:{self.port}"
        self.http = httpx.Client(base_url=self.origin, timeout=20, headers={"accept-encoding": "identity"})
        self.token = re.search(r'name="tingche-page" content="([^"]+)"', self.http.get("/").text)[1]

    def headers(self, **changes):
        given = {"origin": self.origin, "x-tingche-page": self.token, **changes}
        return {name: value for name, value in given.items() if value is not None}

    def post(self, path, said, **changes):
        return self.http.post(path, json=said, headers=self.headers(**changes))

    def wish(self, **said):
        """Every event of a wish that asks nothing."""
        told = self.post("/api/talk", said).text
        return [json.loads(piece.removeprefix("data: ")) for piece in told.split("\n\n") if piece]

    def asking(self, **said):
        """A wish that asks something: events as they come."""
        return self.http.stream("POST", "/api/talk", json=said, headers=self.headers())

    def rate(self):
        return next(e for e in self.wish(do="rate", rating=2) if e["event"] == "recorded")


def lines(stream):
    return (json.loads(line.removeprefix("data: ")) for line in stream.iter_lines() if line)


@pytest.fixture
def page(device):
    page = Browser(device)
    yield page
    page.http.close()


# ---- who may talk to it ----


def test_another_name_for_this_address_is_refused(page):
    assert page.http.get("/", headers={"host": "tingche.attacker.example"}).status_code == 421
    assert page.http.get("/", headers={"host": f"localhost:{page.port}"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://attacker.example", "null", None, "http://127.0.0.1:1"])
def test_another_sites_page_is_refused(page, origin):
    assert page.post("/api/talk", {"do": "rate", "rating": 5}, origin=origin).status_code == 403


@pytest.mark.parametrize("token", ["", "guessed", None])
def test_without_the_pages_own_token_nothing_is_served(accepted, page, token):
    for path in ("/api/talk", "/api/state", "/api/answer", "/api/release", "/api/end"):
        assert page.post(path, {"do": "rate", "rating": 5}, **{"x-tingche-page": token}).status_code == 403
    assert accepted() == 0


def test_one_page_cannot_answer_for_another(device, page):
    other = Browser(device)
    with page.asking(do="write", text=SAID) as stream:
        talk = next(lines(stream))["id"]
        assert other.post("/api/answer", {"talk": talk, "answer": {"yes": True}}).status_code == 404
    other.http.close()


def test_every_answer_forbids_what_is_not_our_own(page):
    for path in ("/", "/static/app.js", "/static/none.js", "/nowhere"):
        headers = page.http.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in headers
    assert page.http.get("/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", ["..%2fapp.py", "%2e%2e/app.py", "LUCIDE-LICENSE.txt", "index.html", "nothing.js"])
def test_nothing_but_the_parts_of_the_page_is_served(page, name):
    assert page.http.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'"do"', b"{" + b" " * 20_000 + b"}"])
def test_a_body_that_is_no_wish_is_refused(page, body):
    answer = page.http.post("/api/talk", content=body, headers=page.headers())
    assert answer.status_code in {400, 413}


# ---- what it answers ----


def test_a_code_is_looked_up_a_few_times_a_minute_and_then_not(tmp_path):
    device = TouchedDevice(tmp_path, "charger_kiosk", None)
    page = Browser(device)
    guesses = (ReceiptSecret.make(lambda n, i=i: bytes([i]) * n).code for i in range(11))
    *before, last = [page.post("/api/talk", {"do": "look", "receipt": code}) for code in guesses]
    assert {answer.status_code for answer in before} == {200}
    assert last.status_code == 429
    assert 1 <= int(last.json()["refused"]) <= 60
    assert page.rate()["receipt_code"]
    page.http.close()
    device.close()


def test_a_short_code_opens_nothing_and_the_secret_opens_it(page):
    kept = page.rate()
    by_code = page.wish(do="look", receipt=kept["receipt_code"])
    assert [e["event"] for e in by_code] == ["talk", "progress", "done"]
    assert "subject" not in json.dumps(by_code)
    assert page.wish(do="erase")[0]["kind"] == "refused"
    opened = page.wish(do="look", receipt=kept["receipt_secret"])[1]
    assert opened["records"][0]["record"]["rating"] == 2
    assert page.wish(do="erase")[1]["event"] == "erased"


def test_an_ended_visit_has_forgotten_the_receipt(page):
    kept = page.rate()
    page.wish(do="look", receipt=kept["receipt_secret"])
    before = page.token
    page.token = page.post("/api/end", {}).json()["token"]
    assert page.wish(do="mine")[0]["kind"] == "refused"
    assert page.post("/api/talk", {"do": "mine"}, **{"x-tingche-page": before}).status_code == 403


def test_a_page_that_goes_away_before_it_answers_has_sent_nothing(accepted, page):
    with page.asking(do="write", text=SAID) as stream:
        assert any(event["event"] == "ask_consent" for event in lines(stream))
    assert accepted() == 0


def test_a_receipt_comes_with_a_code_that_scanners_read(page):
    qr = page.rate()["qr"]
    assert qr["size"] >= 25
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", qr["path"])


def test_a_taken_port_says_which_and_what_to_do(device):
    with pytest.raises(TechnicianNeededError, match=rf"{device.pages.port}.*surface\.port"):
        PageServer(lambda _port, _stopping: None, device.pages.port)


# ---- what it weighs ----


def test_a_page_with_all_its_parts_is_at_most_150_kilobytes_compressed(page):
    document = gzip.compress(page.http.get("/").content)
    parts = [f for f in STATIC.iterdir() if f.suffix in {".css", ".js", ".svg"}]
    packed = 0
    for part in parts:
        with page.http.stream("GET", f"/static/{part.name}", headers={"accept-encoding": "gzip"}) as answer:
            assert answer.headers["content-encoding"] == "gzip"
            packed += len(b"".join(answer.iter_raw()))
    assert len(document) + packed <= 150_000


def test_no_part_names_another_host_or_keeps_anything_in_the_browser():
    for part in STATIC.glob("*.*"):
        text = part.read_text(encoding="utf-8") if part.suffix != ".txt" else ""
        assert set(re.findall(r"https?://[^\s\"'<)]+", text)) <= {"http://www.w3.org/2000/svg"}
        assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|caches\.", text)


def test_every_word_that_the_pages_use_is_there_in_both_languages():
    words = (STATIC / "words.js").read_text(encoding="utf-8")
    pairs = re.findall(r'^  "?([\w.]+)"?: \[\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"', words, re.MULTILINE)
    known = {key: (zh, en) for key, zh, en in pairs}
    assert len(known) > 150
    for key, (zh, en) in known.items():
        assert re.findall(r"\{\w+\}", zh) == re.findall(r"\{\w+\}", en), key
        assert not re.search(r"[\u4e00-\u9fff][,;:!?]", zh), f"{key}: Chinese takes full-width punctuation"
    for script in STATIC.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        used = set(re.findall(r'\b(?:t|t\.pair|both|button|heading)\("([\w.]+)"', text))
        assert used <= set(known), f"{script.name}: {used - set(known)}"


@pytest.fixture
def car(tmp_path):
    """A car, and a phone's page of it that came through a proxy."""
    device = TouchedDevice(tmp_path, "head_unit", ["刹车 有点 异响"], origins=["https://car.example"])
    page = Browser(device)
    page.origin = "https://car.example"
    page.http.headers["host"] = "car.example"
    page.document = page.http.get("/")
    page.token = re.search(r'name="tingche-page" content="([^"]+)"', page.document.text)[1]
    yield device, page
    page.http.close()
    device.close()


def test_from_a_phone_nobody_is_the_driver(car):
    device, phone = car
    driver = device.store.subject_for("driver").result()
    device.agent._pipeline.grant(driver, frozenset({Purpose.IMPROVE_SERVICE}), Period.YEAR, "touch")
    assert phone.rate()["receipt_code"]
    assert device.store.kept(driver) == ()
    assert phone.wish(do="mine")[0]["kind"] == "refused"


def test_a_phone_is_heard_through_its_own_microphone_and_never_the_devices(car, page):
    device, phone = car
    assert "microphone=(self)" in phone.document.headers["permissions-policy"]
    assert "microphone=()" in page.http.get("/").headers["permissions-policy"]
    assert phone.post("/api/talk", {"do": "say"}).status_code == 400
    with phone.asking(do="say", rate_hz=48_000) as stream:
        told = lines(stream)  # kept: the stream is closed with it
        for event in told:
            if event["event"] == "talk":
                talk = event["id"]
            elif event["event"] == "ask_consent":
                phone.post("/api/answer", {"talk": talk, "answer": {"yes": True}})
            elif event["event"] == "listening":
                break
        headers = phone.headers(**{"x-tingche-talk": talk})
        assert phone.http.post("/api/sound", content=bytes(9_600), headers=headers).status_code == 200
        assert phone.http.post("/api/sound", content=bytes(400_000), headers=headers).status_code == 413
        assert page.http.post("/api/sound", content=bytes(2), headers=page.headers()).status_code == 404
    assert isinstance(device.ears, PushedSound)
