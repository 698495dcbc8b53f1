"""How answers are packed into messages."""

from datetime import UTC, datetime

from agent.contract.messages import ErasureReceipt, Receipt, Rejection
from hub.answers import MAX_LINES, Answer, AnswerKind, WaitingAnswer, pack
from hub.credit import credit
from hub.erasure.answer import Erasure, answer
from tests.builders import record_id

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DEVICE, OTHER = "d-00000000000000000001", "d-00000000000000000002"


def line(number, device=DEVICE, count=1):
    """What one transaction told a device: so many lines."""
    told = {"outcome": "accepted", "ticket_no": f"T-{number:06d}"}
    payload = {"lines": [{"message_id": record_id(number + n), **told} for n in range(count)]}
    return WaitingAnswer(number, Answer("demo", device, AnswerKind.RECEIPT, f"batch {number}", payload))


def test_lines_of_one_device_share_a_receipt_and_devices_share_none():
    parcels = pack([line(1), line(2, OTHER), line(3)], NOW)
    assert [(parcel.device, parcel.ids) for parcel in parcels] == [(DEVICE, (1, 3)), (OTHER, (2,))]
    assert all(isinstance(parcel.message, Receipt) for parcel in parcels)


def test_a_receipt_is_never_longer_than_the_contract_allows():
    parcels = pack([line(number) for number in range(1, MAX_LINES + 2)], NOW)
    assert [len(parcel.ids) for parcel in parcels] == [MAX_LINES, 1]
    parcels = pack([line(1, count=300), line(301, count=200), line(501, count=256)], NOW)
    assert [(len(parcel.message.lines), parcel.ids) for parcel in parcels] == [(500, (1, 301)), (256, (501,))]


def test_every_receipt_tells_the_credit_of_the_moment():
    assert [parcel.message.credit for parcel in pack([line(1), line(2, OTHER)], NOW, 5)] == [5, 5]
    assert pack([line(1)], NOW)[0].message.credit is None


def test_credit_shrinks_as_the_intake_falls_behind_and_never_stops_a_device():
    told = [credit(backlog, 500) for backlog in (0, 199, 200, 300, 400, 500, 700)]
    assert told == [None, None, 20, 5, 2, 2, 2]


def test_rejections_and_erasure_receipts_travel_alone():
    rejection = {"message_id": record_id(1), "reason": "unknown_key", "detail": ""}
    erased = answer(Erasure("demo", DEVICE, record_id(2), 1, 1), NOW, log_truncated=True).model_dump(mode="json")
    parcels = pack(
        [
            WaitingAnswer(1, Answer("demo", DEVICE, AnswerKind.REJECTION, record_id(1), rejection)),
            WaitingAnswer(2, Answer("demo", DEVICE, AnswerKind.ERASURE_RECEIPT, record_id(2), erased)),
        ],
        NOW,
    )
    assert [type(parcel.message) for parcel in parcels] == [Rejection, ErasureReceipt]


def test_an_erasure_claims_no_more_than_was_done():
    receipt = answer(Erasure("demo", DEVICE, record_id(2), 2, 0), NOW, log_truncated=False)
    assert [(store.store, store.action, store.count) for store in receipt.stores] == [
        ("tickets", "deleted", 2),
        ("inbox", "nothing_found", 0),
        ("database_log", "not_examined", 0),
        ("broker", "not_examined", 0),
        ("backups", "not_examined", 0),
    ]


def test_a_truncated_log_is_claimed_when_it_was_truncated():
    receipt = answer(Erasure("demo", DEVICE, record_id(2), 2, 2), NOW, log_truncated=True)
    assert receipt.stores[2].action == "deleted"
