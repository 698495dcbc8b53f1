import pytest

from agent.contract.identifiers import ReceiptSecret
from agent.errors import InputRefusedError
from agent.surfaces.visits import KEPT, Visits
from agent.surfaces.wishes import answered, asked, read_receipt

SECRET = ReceiptSecret.make(lambda count: bytes(range(count)))
LANGUAGES = ("zh-CN", "en")


def a_visit(alias="driver"):
    return Visits(alias, lambda: 0.0).begin()


def the_request(said, visit=None):
    return asked(said, visit or a_visit(), LANGUAGES).request


@pytest.mark.parametrize("key", ["wav", "subject", "agreed", "wait_s", "scene", "engine"])
@pytest.mark.parametrize("do", ["say", "write", "rate"])
def test_a_page_names_no_file_subject_or_agreement(do, key):
    said = {"do": do, "text": "刹车有异响", "rating": 4}
    assert the_request({**said, key: "/etc/passwd"}) == the_request(said)


@pytest.mark.parametrize(
    "do", ["rotate_keys", "status", "consent_grant", "grant", "export", "stores", "erase_everything", "", None, 7]
)
def test_what_is_no_wish_is_refused(do):
    with pytest.raises(InputRefusedError, match="too old"):
        the_request({"do": do, "who": "driver"})


def test_a_page_of_a_public_screen_has_nobodys_data_without_a_receipt():
    for do in ("mine", "erase", "withdraw", "consent", "child"):
        with pytest.raises(InputRefusedError, match=r"receipt|each feedback"):
            the_request({"do": do}, a_visit(alias=None))


def test_the_proof_of_a_deletion_is_only_for_the_page_that_asked_for_it():
    visit = a_visit()
    with pytest.raises(InputRefusedError, match="no such deletion"):
        the_request({"do": "proof", "erasure_id": "e1"}, visit)
    asked({"do": "erase"}, visit, LANGUAGES).shown({"event": "erased", "erasure_id": "e1"})
    assert the_request({"do": "proof", "erasure_id": "e1"}, visit)["erasure_id"] == "e1"
    with pytest.raises(InputRefusedError, match="no such deletion"):
        the_request({"do": "proof", "erasure_id": "e1"}, a_visit())


def test_one_record_is_deleted_only_where_this_page_was_shown_it():
    visit = a_visit()
    with pytest.raises(InputRefusedError, match="not here any more"):
        the_request({"do": "erase_one", "record_id": "r1"}, visit)
    wish = asked({"do": "mine"}, visit, LANGUAGES)
    wish.shown({"event": "export", "records": [{"record_id": "r1", "receipt_code": "TC-0000-0001"}]})
    assert the_request({"do": "erase_one", "record_id": "r1"}, visit) == {"do": "erase", "who": "TC-0000-0001"}


def test_a_short_code_tells_how_far_it_is_and_no_word():
    wish = asked({"do": "look", "receipt": SECRET.code}, a_visit(None), LANGUAGES)
    record = {
        "record_id": "r1",
        "recorded_at": "2026-03-01",
        "state": "pending",
        "ticket_no": None,
        "record": {"text": 1},
    }
    shown = wish.shown({"event": "export", "subject": "s-1", "grants": [{}], "records": [record]})
    assert shown == {
        "event": "progress",
        "records": [{"recorded_at": "2026-03-01", "state": "pending", "ticket_no": None}],
    }


def test_a_receipt_is_put_away_when_the_driver_looks_at_the_profile_again():
    visit = a_visit()
    assert the_request({"do": "look", "receipt": SECRET.value}, visit)["who"] == SECRET.value
    assert the_request({"do": "erase"}, visit)["who"] == SECRET.value
    assert the_request({"do": "mine"}, visit)["who"] == "driver"
    assert the_request({"do": "erase"}, visit)["who"] == "driver"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (SECRET.value, SECRET),
        (f"{SECRET.value[:7]} {SECRET.value[7:13]} {SECRET.value[13:20]} {SECRET.value[20:]}", SECRET),
        (f"听车回执 {SECRET.code} 密码 {SECRET.value}", SECRET),
        (f"https://desk.example/r#{SECRET.value}", SECRET),
        (SECRET.code, SECRET.code),
        (SECRET.code.lower().replace("-", " "), SECRET.code),
        ("TC-12", None),
        ("", None),
        ("刹车有异响", None),
    ],
)
def test_a_receipt_is_read_typed_pasted_or_scanned(typed, found):
    assert read_receipt(typed) == found


def test_an_answer_holds_what_questions_ask_for_and_nothing_else():
    said = {"yes": True, "subject": "driver", "contact": " 13800138000 ", "rating": "5", "purposes": ["call_back"]}
    assert answered(said) == {"yes": True, "contact": "13800138000", "purposes": ["call_back"]}
    assert answered({"contact": "  "}) == {"contact": None}
    assert answered("yes") == {}


def test_only_so_many_visits_are_kept_and_an_ended_one_sees_nothing():
    visits = Visits(None, lambda: 0.0)
    first, *_others, last = [visits.begin() for _ in range(KEPT + 1)]
    assert visits.find(first.token) is None
    assert visits.find(last.token) is last
    visits.end(last)
    assert visits.find(last.token) is None
