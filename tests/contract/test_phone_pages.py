"""What phones get on the local network: a visit for a code, one feedback for a visit, nothing of the device's own."""

import asyncio
import functools
import ipaddress
import itertools
import json
import re
import ssl
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from agent.adapters.pcm_pipe import PushedSound
from agent.errors import TechnicianNeededError
from agent.profile import parse_profile
from agent.surfaces.app import Surface
from agent.surfaces.composition import page_facts
from agent.surfaces.entrance import STICKER_OPENINGS, USED_FILE, Entrance
from agent.surfaces.phone_app import phone_app
from agent.visiting.token import TO_FINISH_S, TO_OPEN_S, Tokens, Way
from tests.fakes.clock import FakeClock
from tests.fakes.touched_device import TouchedDevice

LAN = 'lan = {host = "127.0.0.1", port = 0}'
DEVICE = "d-00112233445566778899"
SECRET = "ab" * 32
ADDRESSES = itertools.count(1)
SAID = "三号桩的枪头接触不良"


@pytest.fixture(scope="module")
def device(tmp_path_factory):
    device = TouchedDevice(tmp_path_factory.mktemp("kiosk"), "charger_kiosk", None, surface=LAN)
    yield device
    device.close()


class Phone:
    """What a phone's browser does: opens the page, posts the code, and goes on with the visit it got."""

    def __init__(self, device):
        self.origin = device.pages.phones.url.rstrip("/")
        address = f"127.0.{next(ADDRESSES)}.1"  # each phone has its own, and its own limits
        transport = httpx.HTTPTransport(local_address=address)
        self.http = httpx.Client(base_url=self.origin, timeout=20, transport=transport)
        self.token = ""

    def post(self, path, said, **headers):
        given = {"origin": self.origin, "x-tingche-page": self.token, **headers}
        return self.http.post(path, json=said, headers=given)

    def enter(self, code):
        answer = self.post("/api/enter", {"code": code})
        self.token = answer.json().get("token", "")
        return answer

    def wish(self, **said):
        told = self.post("/api/talk", said).text
        return [json.loads(piece.removeprefix("data: ")) for piece in told.split("\n\n") if piece]

    def rate(self):
        """The event that says what became of it."""
        return next(e for e in self.wish(do="rate", rating=2) if e["event"] in {"recorded", "error"})


class Screen:
    """The page on the device's own screen."""

    def __init__(self, device):
        self._headers = {"origin": device.url.rstrip("/")}
        self._url = device.url
        token = re.search(r'name="tingche-page" content="([^"]+)"', httpx.get(self._url).text)[1]
        self._headers["x-tingche-page"] = token

    def post(self, path, said):
        return httpx.post(self._url + path, json=said, headers=self._headers, timeout=20)

    def invitation(self):
        return self.post("api/invitation", {}).json()


def screens_code(device):
    """What the device's own screen shows now."""
    address = Screen(device).invitation()["address"]
    assert address.startswith(device.pages.phones.url + "#t=")
    return address.partition("#t=")[2]


@pytest.fixture
def phone(device):
    phone = Phone(device)
    yield phone
    phone.http.close()


@pytest.fixture
def door(tmp_path):
    """A door by a clock of ours; again after a restart."""
    clock = FakeClock()

    def opened(run=b"1"):
        return Entrance(secret=SECRET, device=DEVICE, state=tmp_path, clock=clock, random_bytes=lambda n: (run * n)[:n])

    opened.clock = clock
    return opened


def on_paper(door, way, nonce=b"n" * 12, days=14):
    ends = int((door.clock.now() + timedelta(days=days)).timestamp())
    return Tokens(SECRET, DEVICE, b"any1").make(way, nonce, ends)


# ---- the code ----


def test_a_scanned_code_gives_one_feedback_that_says_how_its_visitor_came(device, phone):
    assert phone.enter(screens_code(device)).json()["entry"] == "qr"
    kept = phone.rate()
    assert kept["event"] == "recorded"
    (mine,) = phone.wish(do="look", receipt=kept["receipt_secret"])[1]["records"]
    assert mine["record"]["context"]["entry"] == "qr"
    again = phone.rate()
    assert (again["event"], again["kind"]) == ("error", "refused")
    assert "一个码收一次反馈" in again["message"]


def test_the_devices_own_screen_says_that_too(device):
    screen = Screen(device)
    told = screen.post("api/talk", {"do": "rate", "rating": 4}).text
    code = re.search(r'"receipt_secret": "([^"]+)"', told)[1]
    assert '"entry": "face"' in screen.post("api/talk", {"do": "look", "receipt": code}).text


def test_a_used_code_is_refused_in_words_and_the_screen_shows_another(device, phone):
    code = screens_code(device)
    assert screens_code(device) == code
    assert phone.enter(code).status_code == 200
    phone.token = ""
    refused = phone.enter(code)
    assert (refused.status_code, refused.json()["refused"]) == (403, "used")
    assert "已经用过" in refused.json()["message"]
    assert screens_code(device) != code


def test_without_a_code_one_finds_ones_receipt_and_gives_nothing(device, phone):
    phone.enter(screens_code(device))
    kept = phone.rate()
    phone.token = phone.post("/api/enter", {}).json()["token"]
    assert phone.wish(do="look", receipt=kept["receipt_secret"])[1]["event"] == "export"
    assert phone.rate()["kind"] == "refused"
    assert phone.wish(do="write", text=SAID)[0]["kind"] == "refused"


def test_who_leaves_before_giving_anything_may_come_back_and_who_gave_may_not(device, phone):
    phone.enter(screens_code(device))
    assert phone.post("/api/end", {}).json()["token"] == phone.token
    assert phone.rate()["event"] == "recorded"
    assert phone.post("/api/end", {}).json()["token"] == ""
    assert phone.post("/api/talk", {"do": "rate", "rating": 5}).status_code == 403


def test_a_phone_is_heard_through_its_own_microphone(tmp_path):
    device = TouchedDevice(tmp_path, "charger_kiosk", ["枪头 接触 不良"], surface=LAN)
    phone = Phone(device)
    assert "microphone=(self)" in phone.http.get("/").headers["permissions-policy"]
    phone.enter(screens_code(device))
    assert phone.post("/api/talk", {"do": "say"}).status_code == 400  # at no rate there is; the code is still good
    headers = {"origin": phone.origin, "x-tingche-page": phone.token}
    secret = ""
    with phone.http.stream("POST", "/api/talk", json={"do": "say", "rate_hz": 48_000}, headers=headers) as stream:
        for line in stream.iter_lines():
            event = json.loads(line.removeprefix("data: ")) if line else {"event": ""}
            if event["event"] == "talk":
                talk = event["id"]
            elif event["event"] in {"ask_consent", "review"}:
                phone.post("/api/answer", {"talk": talk, "answer": {"yes": True}})
            elif event["event"] == "listening":
                sound = {**headers, "x-tingche-talk": talk}
                assert phone.http.post("/api/sound", content=bytes(9_600), headers=sound).status_code == 200
            secret = event.get("receipt_secret", secret)
    (mine,) = phone.wish(do="look", receipt=secret)[1]["records"]
    assert (mine["record"]["source"], mine["record"]["context"]["entry"]) == ("voice", "qr")
    assert isinstance(device.ears, PushedSound)
    phone.http.close()
    device.close()


def test_of_feedback_begun_side_by_side_one_is_kept(device, phone):
    phone.enter(screens_code(device))
    before = device.agent.status()["ledger"]["accepted"]
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(phone.rate()["event"])) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("recorded") == 1
    assert device.agent.status()["ledger"]["accepted"] == before + 1


@pytest.mark.parametrize("code", ["", "guessed", "A" * 60, "é" * 60, 7, ["t"]])
def test_what_is_no_code_opens_nothing(phone, code):
    refused = phone.enter(code)
    assert (refused.status_code, refused.json()["refused"]) == (403, "altered")


def test_of_ten_thousand_replays_at_once_one_gets_in(device, door):
    entrance = door()
    code, _ = entrance.code()
    app = phone_app(_surface(device.agent), entrance, port=1, stopping=threading.Event(), origins=())
    answers, begin = [], threading.Barrier(8)

    async def replay(worker):
        for phone in range(1250):  # each from an address of its own: no limit of requests helps to keep it to one
            transport = httpx.ASGITransport(app, client=(f"10.{worker}.{phone >> 8}.{phone & 255}", 4711))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:1") as http:
                answer = await http.post("/api/enter", json={"code": code}, headers={"origin": "http://127.0.0.1:1"})
            answers.append(answer.json().get("refused", "in"))

    def work(worker):
        begin.wait()
        asyncio.run(replay(worker))

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(answers) == {"in": 1, "used": 9999}


def test_a_visit_ends_fifteen_minutes_after_it_was_opened(device, door):
    entrance = door()
    monotonic = door.clock.monotonic
    app = phone_app(
        _surface(device.agent), entrance, port=1, stopping=threading.Event(), origins=(), monotonic=monotonic
    )
    transport, origin = httpx.ASGITransport(app), {"origin": "http://127.0.0.1:1"}

    async def visit():
        async with httpx.AsyncClient(transport=transport, base_url=origin["origin"], headers=origin) as http:
            token = (await http.post("/api/enter", json={"code": entrance.code()[0]})).json()["token"]
            leaves = functools.partial(http.post, "/api/end", json={}, headers={"x-tingche-page": token})
            door.clock.advance(TO_FINISH_S - 1)
            before = await leaves()
            door.clock.advance(1)
            return before.json()["token"] == token, (await leaves()).status_code

    with ThreadPoolExecutor(1) as apart:  # a thread of its own: the browser tests leave a loop running in this one
        assert apart.submit(lambda: asyncio.run(visit())).result() == (True, 403)


def _surface(agent):
    return Surface(
        facts=page_facts(agent.profile, ""),
        languages=("zh-CN",),
        alias=None,
        receipt_url="",
        serve=agent._serve,
        state=dict,
        cabin=agent._cabin,
    )


# ---- by the clock, over a restart, on paper ----


def test_a_code_stays_a_minute_on_the_screen_and_opens_for_two(door):
    entrance = door()
    code, left_s = entrance.code()
    assert left_s == 60
    door.clock.advance(59)
    assert entrance.code() == (code, 1)
    door.clock.advance(1)
    assert entrance.code()[1] == 60
    door.clock.advance(TO_OPEN_S - 62)
    assert entrance.enter(code) is Way.QR
    later = door(b"2")
    code, _ = later.code()
    door.clock.advance(TO_OPEN_S)
    assert later.enter(code) == "expired"


def test_after_a_restart_no_earlier_code_of_the_screen_opens(door):
    used, _ = door().code()
    assert door(b"2").enter(used) == "expired"


def test_a_work_orders_code_opens_once_also_over_a_restart(door, tmp_path):
    code = on_paper(door, Way.WORK_ORDER)
    assert door().enter(code) is Way.WORK_ORDER
    assert json.loads((tmp_path / USED_FILE).read_bytes()).keys() == {(b"n" * 12).hex()}
    assert door(b"2").enter(code) == "used"
    door.clock.advance(15 * 86_400)
    assert door(b"3").enter(code) == "expired"


def test_what_was_used_goes_from_the_disk_when_its_code_has_ended(door, tmp_path):
    entrance = door()
    entrance.enter(on_paper(door, Way.WORK_ORDER, b"a" * 12, days=1))
    door.clock.advance(2 * 86_400)
    entrance.enter(on_paper(door, Way.WORK_ORDER, b"b" * 12, days=1))
    assert list(json.loads((tmp_path / USED_FILE).read_bytes())) == [(b"b" * 12).hex()]


def test_where_the_disk_refuses_a_work_orders_code_it_was_not_used(door, tmp_path):
    entrance, code = door(), on_paper(door, Way.WORK_ORDER)
    (tmp_path / f".{USED_FILE}.new").mkdir()
    with pytest.raises(Exception, match="cannot be written"):
        entrance.enter(code)
    (tmp_path / f".{USED_FILE}.new").rmdir()
    assert entrance.enter(code) is Way.WORK_ORDER


def test_a_damaged_list_of_used_codes_says_what_to_do_and_is_not_guessed(door, tmp_path):
    (tmp_path / USED_FILE).write_bytes(b"{torn")
    with pytest.raises(TechnicianNeededError, match=rf"{USED_FILE}.*print new codes"):
        door()


def test_a_sticker_opens_again_and_again_but_not_all_day(door):
    entrance, code = door(), on_paper(door, Way.STICKER)
    openings = [entrance.enter(code) for _ in range(STICKER_OPENINGS + 1)]
    assert openings == [Way.STICKER] * STICKER_OPENINGS + ["busy"]
    assert entrance.enter(on_paper(door, Way.STICKER, b"m" * 12)) is Way.STICKER
    door.clock.advance(3600)
    assert entrance.enter(code) is Way.STICKER


def test_what_came_by_a_sticker_says_so(device, phone):
    secret = device.agent._visit_secret
    ends = int(datetime.now(UTC).timestamp()) + 1000
    phone.enter(Tokens(secret, device.agent.identity.device, b"any1").make(Way.STICKER, b"s" * 12, ends))
    kept = phone.rate()
    (mine,) = phone.wish(do="look", receipt=kept["receipt_secret"])[1]["records"]
    assert mine["record"]["context"]["entry"] == "sticker"


# ---- the local network ----


def test_the_devices_own_page_is_not_served_there(device, phone):
    document = phone.http.get("/").text
    assert 'name="tingche-page" content=""' in document
    assert phone.post("/api/invitation", {}).status_code == 404
    assert phone.post("/api/talk", {"do": "rate", "rating": 5}).status_code == 403
    assert phone.post("/api/enter", {"code": ""}, origin="https://attacker.example").status_code == 403


def test_one_address_is_slowed_down_and_another_is_not(device, phone):
    assert [phone.enter("guess").status_code for _ in range(11)] == [403] * 10 + [429]
    other = Phone(device)
    assert other.enter(screens_code(device)).status_code == 200
    other.http.close()


def test_no_code_is_in_any_file_or_log(device, phone, caplog):
    caplog.set_level(0)
    code = screens_code(device)
    phone.enter(code)
    phone.rate()
    phone.enter(code)
    assert code not in caplog.text
    for file in device.state.rglob("*"):
        if file.is_file():
            assert code.encode() not in file.read_bytes(), file.name


@pytest.mark.parametrize(
    ("lan", "why"),
    [
        ({"host": "192.168.4.1", "port": 8471}, "TLS alone"),
        ({"host": "127.0.0.1", "port": 8471, "certificate": "a.pem"}, "name both"),
        ({"host": "https://kiosk", "port": 8471}, "surface.lan.host"),
    ],
)
def test_phones_are_served_with_tls_or_on_loopback_alone(lan, why):
    with pytest.raises(TechnicianNeededError, match=why):
        parse_profile({"kind": "charger_kiosk", "surface": {"port": 0, "lan": lan}}, "test")


def test_with_a_certificate_phones_get_tls_and_plain_http_nothing(tmp_path):
    certificate, key = _certificate(tmp_path)
    lan = f'lan = {{host = "127.0.0.1", port = 0, certificate = "{certificate}", key = "{key}"}}'
    device = TouchedDevice(tmp_path / "kiosk", "charger_kiosk", None, surface=lan)
    url = device.pages.phones.url
    assert url.startswith("https://")
    trusting = ssl.create_default_context(cafile=str(certificate))
    assert httpx.get(url, verify=trusting).status_code == 200
    with pytest.raises(httpx.TransportError):
        httpx.get(url.replace("https", "http"))
    device.close()


def test_a_certificate_that_is_not_there_says_where_to_name_it(tmp_path):
    lan = 'lan = {host = "127.0.0.1", port = 0, certificate = "none.pem", key = "none.key"}'
    with pytest.raises(TechnicianNeededError, match=r"surface\.lan\.certificate"):
        TouchedDevice(tmp_path, "charger_kiosk", None, surface=lan)


def test_off_by_default_and_the_screen_then_invites_nobody(tmp_path):
    device = TouchedDevice(tmp_path / "off", "charger_kiosk", None)
    assert device.pages.phones is None
    assert "&quot;invites&quot;: false" in httpx.get(device.url).text
    device.close()


def test_with_a_hubs_page_alone_the_code_leads_there_and_says_so(tmp_path):
    hub = 'receipt_url = "https://desk.example/r/"'
    device = TouchedDevice(tmp_path, "charger_kiosk", None, surface=hub)
    shown = Screen(device).invitation()
    assert (shown["leads_to"], shown["address"]) == ("receipts", "https://desk.example/r/")
    device.close()


def _certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kiosk")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "kiosk.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "kiosk.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
    return folder / "kiosk.pem", folder / "kiosk.key"
