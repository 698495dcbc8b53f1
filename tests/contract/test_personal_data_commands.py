"""The commands that hand out a person's data and prove its deletion: exit status, files, and what they say."""

import json
import stat
import zipfile
from io import BytesIO

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.adapters.key_file import write_private
from agent.commands.consent import notice
from agent.commands.deletion_receipt import verify_receipt
from agent.commands.personal_data import zipped
from agent.consent import deletion_receipt
from agent.consent.holding import StoreDone
from agent.consent.notice import TOUCH_NOTICE
from agent.contract.messages import ErasureReceipt, StoreReport
from hub.erasure.answer import proven
from tests.builders import T0, record_id
from tests.fakes.device import Device
from tests.fakes.memory_store import MemoryStore

DEVICE, HUB = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
NAME = "d-00112233445566778899"


def made(hub_key=HUB, *, answered=True, finished=True) -> dict:
    done = deletion_receipt.Done(
        record_id(2), "subject", T0, T0 if finished else None, 3, (StoreDone("entries", "deleted", 3),)
    )
    answer = ErasureReceipt(
        erasure_id=record_id(2), completed_at=T0, stores=(StoreReport(store="tickets", action="deleted", count=3),)
    )
    hub = proven(answer, "demo", NAME, hub_key) if answered else None
    return deletion_receipt.make(done, hub, tenant="demo", device=NAME, key=DEVICE, hub_key=hub_key.public_key())


@pytest.fixture
def checked(tmp_path):
    """Runs `verify-receipt` on a receipt, by default with the right keys."""
    for name, key in (("device", DEVICE), ("hub", HUB)):
        pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (tmp_path / f"{name}.pem").write_bytes(pem)

    def run(receipt, *, keys=True):
        file = tmp_path / "receipt.json"
        file.write_text(receipt if isinstance(receipt, str) else json.dumps(receipt, ensure_ascii=False))
        given = ["--device-key", str(tmp_path / "device.pem"), "--hub-key", str(tmp_path / "hub.pem")] if keys else []
        plain = CliRunner().invoke(verify_receipt, [str(file), *given])
        machine = CliRunner().invoke(verify_receipt, [str(file), *given, "--json"])
        assert plain.exit_code == machine.exit_code
        return plain.exit_code, json.loads(machine.output), plain.output

    return run


def test_a_genuine_receipt_is_proven_offline_and_says_what_was_done_where(checked):
    status, told, said = checked(made())
    assert (status, told["verdict"]) == (0, "proven")
    assert told["device"]["stores"] == [{"store": "entries", "action": "deleted", "count": 3}]
    assert told["hub"]["stores"] == [{"store": "tickets", "action": "deleted", "count": 3}]
    assert "属实" in said
    assert "tickets" in said


@pytest.mark.parametrize(
    ("receipt", "keys", "status", "verdict"),
    [
        (made(answered=False), True, 3, "hub_waiting"),
        (made(finished=False), True, 4, "unfinished"),
        (made(), False, 5, "unknown_keys"),
        (made(ec.generate_private_key(ec.SECP256R1())), True, 65, "forged"),
        (json.dumps(made()).replace('\\"count\\":3', '\\"count\\":0'), True, 65, "forged"),
        ("not JSON", True, 65, "unreadable"),
        ("[" * 100_000, True, 65, "unreadable"),
        ({"format": "something else"}, True, 65, "unreadable"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else None,
)
def test_everything_else_has_a_verdict_and_a_status_of_its_own(checked, receipt, keys, status, verdict):
    found, told, said = checked(receipt, keys=keys)
    assert (found, told["verdict"]) == (status, verdict)
    assert said.strip()


def test_a_key_that_is_none_is_refused_by_name(tmp_path):
    (tmp_path / "receipt.json").write_text("{}")
    (tmp_path / "key.pem").write_text("rubbish")
    result = CliRunner().invoke(
        verify_receipt, [str(tmp_path / "receipt.json"), "--hub-key", str(tmp_path / "key.pem")]
    )
    assert "key.pem" in str(result.exception)


def test_an_export_is_one_file_for_its_owner_alone_with_the_signed_history_beside_the_data(tmp_path):
    device = Device(MemoryStore(), "空调 不凉")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    device.say()
    exported = device.do("export", who="driver").heard("export")
    write_private(tmp_path / "mine.zip", zipped(exported))
    assert stat.S_IMODE((tmp_path / "mine.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(BytesIO((tmp_path / "mine.zip").read_bytes())) as archive:
        assert set(archive.namelist()) == {"contents.json", "data.json", "consent.jsonld"}
        data = json.loads(archive.read("data.json"))
        history = json.loads(archive.read("consent.jsonld"))
    assert data["records"][0]["record"]["text"]["text"] == "空调不凉"
    assert [record["dpv:hasConsentStatus"] for record in history] == ["dpv:ConsentGiven"]


def test_every_notice_can_be_printed_with_its_hash():
    result = CliRunner().invoke(notice, ["--touch"])
    assert TOUCH_NOTICE.zh in result.output
    assert TOUCH_NOTICE.hash in result.output
    assert "声音属于敏感个人信息" in CliRunner().invoke(notice, ["--purpose", "keep_voice_for_review"]).output
    assert "监护人阅读并同意" in CliRunner().invoke(notice, ["--guardian"]).output
