"""What a visitor left at the hub reaches the kiosk sealed, is masked there, and is one record."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from agent.adapters.key_file import FileKeys
from agent.consent.notice import LETTER_NOTICE
from agent.contract import sealing
from agent.contract.directives import Acknowledgement
from agent.contract.identifiers import ReceiptSecret
from agent.contract.visitor_letters import Letter, letter_binding, open_letter, read_code, seal_letter
from tests.builders import record_id, visitor_letter
from tests.fakes.touched_device import TouchedDevice

SECRET = ReceiptSecret("0123456789ABCDEFGHJKMNPQRS")
NUMBER = "13800138000"
SENTENCE = f"打站长电话{NUMBER}没人接"
NONCE = b"n" * 12
VISIT_URL = 'visit_url = "https://desk.example/v/"'


@pytest.fixture
def kiosk(tmp_path):
    device = TouchedDevice(tmp_path, "charger_kiosk", None, surface=VISIT_URL)
    yield device
    device.close()


def left(kiosk, nonce=NONCE, bound_to=None, **letter):
    """A letter as it comes down."""
    identity, keys = kiosk.agent.identity, FileKeys(kiosk.state / "keys")
    key = X25519PublicKey.from_public_bytes(keys.opening_public())
    binding = letter_binding(identity.tenant, identity.device, bound_to or nonce)
    written = Letter(**{"secret": SECRET.value, **letter})
    sealed = base64.b64encode(seal_letter(written, key, binding)).decode()
    return visitor_letter(visit=nonce.hex(), key_id=sealing.key_id(key), sealed=sealed)


def takes(kiosk, letter, number=3):
    kiosk.agent._directives.take(record_id(number), letter)


def records(kiosk):
    rows = kiosk.store._reader.execute("SELECT subject FROM entries WHERE kind = 'feedback'").fetchall()
    return [json.loads(kiosk.store.kept(subject)[0].readable) for (subject,) in rows]


def answers(kiosk):
    rows = kiosk.store._reader.execute("SELECT record_id FROM entries WHERE kind = ?", (Acknowledgement.kind,))
    return len(rows.fetchall())


def test_nothing_of_a_letter_stays_in_memory_for_the_next_one():
    key = X25519PrivateKey.generate()
    sealed = seal_letter(Letter(secret=SECRET.value, text=SENTENCE), key.public_key(), NONCE)
    first, following = open_letter(sealed, key, NONCE), open_letter(sealed, key, NONCE)
    assert first == following
    assert first.text is not following.text


def test_a_letter_becomes_a_masked_record_under_the_receipt_that_its_visitor_holds(kiosk):
    takes(
        kiosk, left(kiosk, text=SENTENCE, answers={"visit_charge": "slow", "charge_why": "speed", "visit_overall": "2"})
    )
    (record,) = records(kiosk)
    assert record["text"]["text"] == "打站长电话[PHONE]没人接"
    assert [one["answer"] for one in record["answers"]] == ["慢", "充电速度", "不太好"]
    assert (record["receipt_code"], record["rating"]) == (SECRET.code, 2)
    assert (record["context"]["entry"], record["context"]["scene"]) == ("hub_qr", "charging_done")
    assert record["consent"]["notice_hash"] == LETTER_NOTICE.hash
    assert NUMBER.encode() not in kiosk.on_disk()
    assert answers(kiosk) == 1


def test_answers_alone_are_a_record_too(kiosk):
    takes(kiosk, left(kiosk, answers={"visit_overall": "5"}))
    (record,) = records(kiosk)
    assert (record["source"], record["text"], record["rating"]) == ("touch", None, 5)


def test_words_that_ask_for_a_deletion_are_no_feedback(kiosk):
    takes(kiosk, left(kiosk, text="请删除我的数据", answers={"visit_overall": "1"}))
    assert records(kiosk) == []
    assert answers(kiosk) == 1


def test_a_letter_that_comes_twice_is_one_record_also_when_it_was_erased_meanwhile(kiosk):
    letter = left(kiosk, text=SENTENCE)
    takes(kiosk, letter)
    takes(kiosk, letter)
    assert len(records(kiosk)) == 1
    (subject,) = kiosk.store._reader.execute("SELECT subject FROM entries WHERE kind = 'feedback'").fetchone()
    kiosk.agent.requests._rights.erase_and_tell(subject, None, _Silent())
    takes(kiosk, letter, number=4)
    assert records(kiosk) == []


def test_a_letter_that_was_taken_back_leaves_nothing_also_when_its_copy_comes_late(kiosk, caplog):
    letter = left(kiosk, text=SENTENCE)
    back = letter.model_copy(update={"version": letter.version + 1, "sealed": ""})
    takes(kiosk, back)
    takes(kiosk, letter, number=4)
    takes(kiosk, back, number=5)
    assert records(kiosk) == []
    assert answers(kiosk) >= 1
    assert "refused" not in caplog.text


def test_a_device_that_had_it_first_says_so_and_keeps_it(kiosk, caplog):
    letter = left(kiosk, text=SENTENCE)
    takes(kiosk, letter)
    takes(kiosk, letter.model_copy(update={"version": letter.version + 1, "sealed": ""}), number=4)
    assert len(records(kiosk)) == 1
    assert "refused the hub's letter: it was kept before it was taken back" in caplog.text


def test_an_answer_to_what_is_not_asked_any_more_goes_and_the_sentence_stays(kiosk):
    takes(kiosk, left(kiosk, text="三号枪坏了", answers={"visit_charge": "purple", "unheard_of": "1"}))
    (record,) = records(kiosk)
    assert (record["answers"], record["text"]["text"]) == ([], "三号枪坏了")


@pytest.mark.parametrize(
    "wrong",
    [
        {"bound_to": b"x" * 12, "text": "一"},  # another code's letter
        {"text": " "},
        {"answers": {"unheard_of": "1"}},
        {"secret": "OOOOOOOOOOOOOOOOOOOOOOOOUU", "text": "一"},
    ],
)
def test_what_is_no_letter_to_this_device_is_refused_and_leaves_nothing(kiosk, wrong):
    subjects = kiosk.store._reader.execute("SELECT count(*) FROM subjects").fetchone()
    takes(kiosk, left(kiosk, **wrong))
    assert records(kiosk) == []
    assert answers(kiosk) == 1
    assert kiosk.store._reader.execute("SELECT count(*) FROM subjects").fetchone() == subjects


def test_a_car_takes_no_letters(tmp_path):
    car = TouchedDevice(tmp_path, "head_unit", None)
    takes(car, left(car, text="一"))
    assert records(car) == []
    car.close()


def test_the_screens_code_names_the_kiosk_is_signed_by_it_and_leads_to_the_hub(kiosk):
    shown = kiosk.agent._hub_codes().shown()
    page, _, code = shown["address"].partition("#v=")
    told = read_code(code)
    assert page == "https://desk.example/v/"
    assert (told.tenant, told.device) == (kiosk.agent.identity.tenant, kiosk.agent.identity.device)
    assert shown["leads_to"] == "feedback"


def test_bytes_that_nobody_sealed_open_as_nothing():
    key = X25519PrivateKey.generate()
    for sealed in (b"", bytes(32), bytes(200), b"\xff" * 48):
        assert open_letter(sealed, key, b"binding") is None


class _Silent:
    def tell(self, event):
        """Nobody looks."""
