"""The T/CEC 102 tap over real HTTP, with messages signed and enciphered as the standard's appendices show."""

import base64
import hashlib
import hmac
import json
import queue
import socket
from datetime import datetime, timedelta, timezone

import httpx
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from agent.adapters.tcec102_tap import Tcec102Tap
from agent.errors import InputRefusedError
from agent.signals.tcec102 import Exchange, read_secrets

PATIENCE_S = 10.0
KEY = b"1234567890abcdef"
PLATE = "沪A·12345"
SECRETS = """
OperatorID = "123456789"
OperatorSecret = "token please"
SigSecret = "1234567890abcdef"
DataSecret = "1234567890abcdef"
DataSecretIV = "1234567890abcdef"
"""
APPENDIX = (  # T/CEC 102.4, appendices B and C: one message, under the keys above
    "il7B0BSEjFdzpyKzfOFpvg/Se1CP802RItKYFPfSLRxJ3jf0bVl9hvYOEktPAYW2nd7S8MBcyHYyacHKbISq5iTmDzG+ivnR+SZJv3USNTYVMz9r"
    "CQVSxd0cLlqsJauko79NnwQJbzDTyLooYoIwz75qBOH2/xOMirpeEqRJrF/EQjWekJmGk9RtboXePu2rka+Xm51syBPhiXJAq0GfbfaFu9tNqs/e"
    "2Vjja/ltE1M0lqvxfXQ6da6HrThsm5id4ClZFIi0acRfrsPLRixS/IQYtksxghvJwbqOsbIsITail9Ayy4tKcogeEZiOO+4Ed264NSKmk7l3wKwJ"
    "LAFjCFogBx8GE3OBz4pqcAn/ydA="
)
BILLED = {
    "StartChargeSeq": "3101040000012026030108000001",
    "ConnectorID": "3101040000010000101",
    "StartTime": "2026-03-01 16:00:00",
    "EndTime": "2026-03-01 16:25:00",
    "TotalPower": 22.37,
    "TotalMoney": 31.5,
    "StopReason": 0,
    "PlateNum": PLATE,
}


class Platform:
    """The operator's side, written from the standard and not from our code."""

    def __init__(self, port):
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_S)
        self.sent = datetime(2026, 3, 1, 16, 25, 8, tzinfo=timezone(timedelta(hours=8)))

    def sealed(self, data, **changes):
        plain = json.dumps(data, ensure_ascii=False).encode()
        plain += bytes([16 - len(plain) % 16]) * (16 - len(plain) % 16)
        cipher = Cipher(algorithms.AES(KEY), modes.CBC(KEY)).encryptor()
        said = {
            "OperatorID": "123456789",
            "Data": base64.b64encode(cipher.update(plain) + cipher.finalize()).decode(),
            "TimeStamp": f"{self.sent:%Y%m%d%H%M%S}",
            "Seq": "0001",
            **changes,
        }
        signed = "".join(said[name] for name in ("OperatorID", "Data", "TimeStamp", "Seq"))
        return {"Sig": hmac.new(KEY, signed.encode(), hashlib.md5).hexdigest().upper(), **said}

    def post(self, interface, said):
        headers = {"authorization": "Bearer another-platforms-token"}
        answer = self.http.post(f"/evcs/v1/{interface}", json=said, headers=headers)
        told = answer.json()
        if answer.status_code == 200:
            signed = f"{told['Ret']}{told['Msg']}{told['Data']}"
            assert told["Sig"] == hmac.new(KEY, signed.encode(), hashlib.md5).hexdigest().upper()
        return answer.status_code, told

    def tell(self, interface, data):
        _, told = self.post(interface, self.sealed(data))
        cipher = Cipher(algorithms.AES(KEY), modes.CBC(KEY)).decryptor()
        plain = cipher.update(base64.b64decode(told["Data"])) + cipher.finalize()
        return told["Ret"], json.loads(plain[: -plain[-1]])


@pytest.fixture
def site():
    heard, opened = queue.Queue(), []

    def open_tap(*connectors):
        tap = Tcec102Tap(0, read_secrets(SECRETS), connectors, heard.put)
        tap.start()
        opened.append((tap, Platform(tap.port)))
        return *opened[-1], heard

    yield open_tap
    for tap, platform in opened:
        platform.http.close()
        tap.close()


def test_the_standards_own_example_has_our_signature_and_our_cipher():
    exchange = Exchange(read_secrets(SECRETS))
    assert exchange.signature("123456789", APPENDIX, "20160729142400", "0001") == "745166E8C43C84D37FFEC0F529C4136F"
    plain = exchange._decipher(APPENDIX)
    assert plain.startswith(b'{"total":1,"stationStatusInfo":{"operationID":"123456789"')
    assert exchange.encipher(plain) == APPENDIX


def test_a_bill_is_the_end_of_a_session_and_is_confirmed_in_the_standards_form(site, caplog):
    caplog.set_level("DEBUG")
    _, platform, heard = site()
    ret, data = platform.tell("notification_charge_order_info", BILLED)
    assert (ret, data["ConfirmResult"], data["StartChargeSeq"]) == (0, 0, BILLED["StartChargeSeq"])
    happening = heard.get(timeout=PATIENCE_S)
    assert dict(happening.facts) == {"stopped_early": False, "kwh": 22.4, "minutes": 25}
    assert PLATE not in caplog.text
    assert BILLED["StartChargeSeq"] not in caplog.text


def test_a_state_that_says_ended_is_the_end_once_and_its_bill_is_confirmed_all_the_same(site):
    _, platform, heard = site()
    charging = BILLED | {"StartChargeSeqStat": 2}
    assert platform.tell("notification_equip_charge_status", charging) == (
        0,
        {"StartChargeSeq": BILLED["StartChargeSeq"], "SuccStat": 0},
    )
    assert heard.empty()
    platform.tell("notification_equip_charge_status", BILLED | {"StartChargeSeqStat": 4})
    assert platform.tell("notification_charge_order_info", BILLED)[0] == 0
    assert heard.qsize() == 1


def test_another_plug_of_the_station_is_confirmed_and_asks_nobody_here(site):
    _, platform, heard = site("3101040000010000102")
    assert platform.tell("notification_charge_order_info", BILLED)[0] == 0
    assert heard.empty()
    platform.tell("notification_charge_order_info", BILLED | {"ConnectorID": "3101040000010000102"})
    assert heard.qsize() == 1


@pytest.mark.parametrize(
    ("change", "ret"),
    [
        ({"Sig": "745166E8C43C84D37FFEC0F529C4136F"}, 4001),
        ({"Sig": ""}, 4001),
        ({"Sig": "签"}, 4001),
        ({"OperatorID": "987654321"}, 4001),
        ({"Data": "not base64!"}, 4004),
        ({"Data": base64.b64encode(bytes(32)).decode()}, 4004),
        ({"Data": ""}, 4004),
        ({"Seq": None}, 4003),
        ({"TimeStamp": 20260301162508}, 4003),
    ],
)
def test_what_is_not_signed_by_the_platform_or_not_in_form_is_refused_and_is_no_end(site, change, ret):
    tap, platform, heard = site()
    signed = {name: value for name, value in change.items() if isinstance(value, str) and name != "Sig"}
    said = platform.sealed(BILLED, **signed) | change
    assert platform.post("notification_charge_order_info", said)[1]["Ret"] == ret
    assert tap.refused == 1
    assert heard.empty()


def test_a_changed_byte_of_what_was_signed_is_refused(site):
    _, platform, heard = site()
    said = platform.sealed(BILLED)
    for name in ("Data", "TimeStamp", "Seq"):
        changed = said | {name: said[name][:-2] + ("A=" if name == "Data" else "77")}
        assert platform.post("notification_charge_order_info", changed)[1]["Ret"] == 4001
    assert heard.empty()


def test_a_token_is_given_for_the_right_secret_alone(site):
    _, platform, _ = site()
    for secret, succeeds in (("token please", True), ("guess", False)):
        _, data = platform.tell("query_token", {"OperatorID": "123456789", "OperatorSecret": secret})
        assert (data["SuccStat"] == 0, bool(data["AccessToken"])) == (succeeds, succeeds)


def test_what_is_no_notification_is_told_so_and_the_tap_lives_on(site):
    tap, platform, heard = site()
    assert platform.post("query_stop_charge", {})[0] == 404
    assert platform.http.post("/notification_charge_order_info", content=b"x" * 70_000).status_code == 413
    for body in (b"", b"[]", b"{", b"\xff", b'{"Sig": 1}'):
        assert platform.http.post("/notification_charge_order_info", content=body).json()["Ret"] == 4003
    assert platform.http.get("/notification_charge_order_info").status_code == 501
    with socket.create_connection(("127.0.0.1", tap.port)) as link:
        link.sendall(b"POST /notification_charge_order_info HTTP/1.1\r\nContent-Length: 500\r\n\r\nhalf")
    assert platform.tell("notification_charge_order_info", BILLED)[0] == 0
    assert heard.qsize() == 1


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ("SigSecret = 5", "SigSecret is missing"),
        ('DataSecret = "short"', "DataSecret has 5 characters"),
        ("", "OperatorID is missing"),
        ("no = toml =", "not TOML"),
    ],
)
def test_a_secrets_file_that_does_not_fit_names_the_key_and_no_value(changed, named):
    name = changed.partition(" ")[0]
    lines = [] if not changed else [line for line in SECRETS.splitlines() if not line.startswith(f"{name} ")]
    with pytest.raises(InputRefusedError, match=named) as refused:
        read_secrets("\n".join([*lines, changed]))
    assert "1234567890" not in str(refused.value)
