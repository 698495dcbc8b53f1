"""What the hub says to a device is kept once, in order, durably, and only as long as it may."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.contract import sealing, topics
from agent.contract.directives import Acknowledgement, DirectiveOutcome, TicketState
from agent.contract.messages import Receipt, ReceiptLine
from agent.profile import OutboxSettings
from tests.builders import T0, profile_change, prompt_set, record_id, ticket_news
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import MemoryStore
from tests.fakes.scripted_engine import ScriptedEngine

APPLIED, STALE, EXPIRED, REFUSED, ERASED = (
    DirectiveOutcome.APPLIED,
    DirectiveOutcome.STALE,
    DirectiveOutcome.EXPIRED,
    DirectiveOutcome.REFUSED,
    DirectiveOutcome.ERASED,
)
SOON = timedelta(days=1)


class Told(Road):
    """A device on a wire, and what it answered to the hub's directives."""

    def answers(self):
        """(outcome, version in force) of every answer that waits, oldest first."""
        return [(m.outcome, m.in_force) for m in self.device.waiting() if isinstance(m, Acknowledgement)]

    def reasons(self):
        return [m.reason for m in self.device.waiting() if isinstance(m, Acknowledgement)]

    def says(self, message, number):
        """The hub sends a directive under a message id of its own."""
        receiver = self.device.keys.opening_key(self.device.keys.opening_key_id)
        frame = sealing.seal(
            message,
            tenant="demo",
            sender=sealing.HUB,
            message_id=record_id(number) if isinstance(number, int) else number,
            time=T0,
            receiver_key=receiver.public_key(),
            signing_key=self.device.hub.sign,
        )
        self.arrives(topics.down("demo", self.device.identity.device, message.kind), frame)

    def receipt_for(self, record, number="T-000001"):
        self.hub_says(
            Receipt(
                lines=(ReceiptLine(message_id=record, outcome="accepted", ticket_no=number),),
                received_at=T0,
                credit=None,
            )
        )


@pytest.fixture(params=["sqlite", "memory"])
def road(request, tmp_path):
    keys, clock = MemoryKeys(), FakeClock()
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "agent.db", keys, OutboxSettings(), clock)
    else:
        store = MemoryStore(clock=clock)
    yield Told(Device(store, keys=keys, clock=clock))
    store.close()


def said(road):
    """One feedback of the default driver; its subject, record id and receipt code."""
    recorded = road.device.do("rate", rating=2, agreed=True).heard("recorded")
    subject = road.device.store.find_subject("driver")
    return subject, recorded["record_id"], recorded["receipt_code"]


def news_of(road, who="driver"):
    return road.device.do("news", who=who).heard("news")["tickets"]


def test_a_profile_is_in_force_from_its_arrival_and_answered(road):
    road.says(profile_change(3, speech__terms=["蓝鲸超充"], sync__quiet_hours="22:00-06:00"), 1)
    (profile,) = road.device.used
    assert (profile.speech.terms, profile.sync.quiet_hours) == (("蓝鲸超充",), "22:00-06:00")
    assert road.answers() == [(APPLIED, 3)]
    assert road.device.directives.status()["profile"] == {
        "version": 3,
        "changed": ["speech.terms", "sync.quiet_hours"],
        "trouble": "",
    }


def test_an_older_profile_that_arrives_later_changes_nothing(road):
    road.says(profile_change(3, speech__terms=["蓝鲸超充"]), 1)
    road.says(profile_change(2, speech__terms=["旧站名"]), 2)
    assert [profile.speech.terms for profile in road.device.used] == [("蓝鲸超充",)]
    assert road.answers() == [(APPLIED, 3), (STALE, 3)]


def test_a_change_stands_on_the_enrolled_profile_and_not_on_the_change_before(road):
    road.says(profile_change(3, speech__terms=["蓝鲸超充"], sync__window=7), 1)
    road.says(profile_change(4, speech__silence_s=1.5), 2)
    last = road.device.used[-1]
    assert (last.speech.terms, last.sync.window, last.speech.silence_s) == ((), 200, 1.5)


def test_pushed_quiet_hours_hold_and_end_while_the_link_stays_up(road):
    road.connect()
    road.says(profile_change(3, sync__quiet_hours="00:00-23:59"), 1)
    _, record, _ = said(road)
    road.settle_down()
    assert road.published() == []
    road.says(profile_change(4, sync__window=50), 2)
    road.settle_down()
    assert road.published() == [record]
    assert road.transport.up


def test_a_duplicate_is_harmless_and_has_one_answer(road):
    for _ in range(5):
        road.says(profile_change(3), 1)
    assert len(road.device.used) == 1
    assert road.answers() == [(APPLIED, 3)]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"masking.recognizers": ["email"]}, "masking.recognizers: cannot be changed from afar"),
        ({"anonymous_visits": True}, "anonymous_visits: cannot be changed from afar"),
        ({"speech.models": ["mine"]}, "speech.models: cannot be changed from afar"),
        ({"sync.window": 0}, "sync.window: Input should be greater than or equal to 1"),
        ({"speech.terms": ["13912345678"]}, "speech.terms.0: reads like a person, a plate or a number"),
        ({"speech.terms": ["王小明"]}, "speech.terms.0: reads like a person, a plate or a number"),
        ({"speech.terms": ["蓝鲸超充", "京A12345"]}, "speech.terms.1: reads like a person, a plate or a number"),
    ],
)
def test_a_bad_profile_leaves_the_old_one_in_force_and_the_hub_hears_why(road, values, reason):
    road.says(profile_change(3, speech__terms=["蓝鲸超充"]), 1)
    road.says(profile_change(4).model_copy(update={"values": {"sync.window": 5, **values}}), 2)
    assert [profile.speech.terms for profile in road.device.used] == [("蓝鲸超充",)]
    assert road.answers() == [(APPLIED, 3), (REFUSED, 3)]
    assert road.reasons()[-1] == reason


def test_a_pushed_term_is_expected_and_mended_to_from_the_next_sentence_on(road):
    road.device.engine = ScriptedEngine("海豚 一站 的 充电桩 坏 了", "海豚 一站 的 充电桩 坏 了")
    before = road.device.say(agreed=True).heard("heard")["masked"]
    road.says(profile_change(3, speech__terms=["海豚驿站"]), 1)
    after = road.device.say(agreed=True).heard("heard")["masked"]
    assert (before, after) == ("海豚一站的充电桩坏了", "海豚驿站的充电桩坏了")
    assert road.device.engine.asked == [("zh", ()), ("zh", ("海豚驿站",))]


def test_a_pushed_term_is_heard_but_never_takes_a_name_out_of_the_maskers_sight(road):
    road.says(profile_change(3, speech__terms=["王小明说"]), 1)
    assert road.answers() == [(APPLIED, 3)]
    assert road.reasons() == ["speech.terms.0: heard as it is, but a part reads like a name and stays masked"]
    road.device.engine = ScriptedEngine("昨天王小明说充电桩坏了")
    assert "王小明" not in road.device.say(agreed=True).heard("heard")["masked"]


def test_a_profile_ends_with_its_time_and_the_enrolled_one_is_in_force_again(road):
    now = road.device.store.now()
    road.says(profile_change(3).model_copy(update={"expires_at": now + SOON}), 1)
    road.device.clock.advance(SOON.total_seconds() + 1)
    road.settle_down()
    assert [profile.speech.terms for profile in road.device.used] == [("蓝鲸超充",), ()]
    assert road.device.directives.status()["profile"]["version"] == 0


def test_what_the_hub_signed_and_this_agent_cannot_follow_is_refused_by_name(road):
    wrong = profile_change(3).model_copy(update={"version": 0})
    road.says(wrong, 1)
    assert road.answers() == [(REFUSED, 0)]
    assert road.reasons() == ["malformed: profile does not fit at: version"]


def test_a_signed_directive_under_an_id_that_no_answer_can_carry_is_counted_and_the_next_one_is_taken(road):
    road.says(profile_change(3).model_copy(update={"version": 0}), "not-an-id")
    assert road.answers() == []
    assert road.forwarder.link_status()["refused"] == {"malformed": 1}
    road.says(profile_change(3), 1)
    assert road.answers() == [(APPLIED, 3)]


def test_a_forged_profile_changes_nothing_and_is_not_answered(road):
    road.hub_says(profile_change(3), signing_key=road.device.keys.signing_key())
    assert (road.device.used, road.answers()) == ([], [])
    assert road.forwarder.link_status()["refused"] == {"bad_signature": 1}


def test_prompts_are_kept_by_set_and_dropped_when_they_come_after_their_end(road):
    now = road.device.store.now()
    road.says(prompt_set(4, expires_at=now + SOON), 1)
    road.says(prompt_set(2, set_id="autumn", expires_at=now + 2 * SOON), 2)
    road.says(prompt_set(5, expires_at=now - SOON), 3)
    assert road.answers() == [(APPLIED, 4), (APPLIED, 2), (EXPIRED, 4)]
    told = road.device.directives.status()["prompts"]
    assert [(one["set"], one["version"], one["rules"]) for one in told] == [("autumn", 2, 2), ("spring", 4, 2)]
    road.device.clock.advance(SOON.total_seconds() + 1)
    assert [one["set"] for one in road.device.directives.status()["prompts"]] == ["autumn"]


def test_prompts_that_ended_do_not_come_back_with_an_older_copy(road):
    now = road.device.store.now()
    road.says(prompt_set(4, expires_at=now + SOON), 1)
    road.device.clock.advance(2 * SOON.total_seconds())
    road.says(prompt_set(3, expires_at=now + 30 * SOON), 2)
    assert road.answers() == [(APPLIED, 4), (STALE, 4)]
    assert road.device.directives.status()["prompts"] == []


def test_prompts_that_follow_up_with_nothing_are_refused(road):
    lone = prompt_set(4).model_copy(update={"rules": prompt_set(4).rules[:1]})
    road.says(lone, 1)
    assert road.answers() == [(REFUSED, 0)]
    assert road.reasons() == ["rules.after-charging: follows up with a rule that is not in the set"]


def test_who_left_a_record_reads_where_its_ticket_stands(road):
    subject, record, code = said(road)
    assert [line["state"] for line in news_of(road)] == ["waiting"]
    road.receipt_for(record)
    assert [(line["state"], line["ticket_no"]) for line in news_of(road)] == [("received", "T-000001")]
    road.says(ticket_news(5, subject=subject, record_id=record), 1)
    (line,) = news_of(road, code)
    assert (line["state"], line["note_zh"], line["note_en"]) == ("solved", "三号枪已更换", "Connector 3 was replaced")
    assert road.answers() == [(APPLIED, 5)]
    assert road.device.do("export", who="driver").heard("export")["news"][0]["note_zh"] == "三号枪已更换"


def test_a_number_in_a_note_is_masked_before_it_is_kept(road):
    subject, record, _ = said(road)
    road.receipt_for(record)
    road.says(ticket_news(5, subject=subject, record_id=record, note_zh="请联系13912345678"), 1)
    assert news_of(road)[0]["note_zh"] == "请联系[PHONE]"


def test_older_news_of_a_ticket_changes_nothing(road):
    subject, record, _ = said(road)
    road.says(ticket_news(5, subject=subject, record_id=record), 1)
    road.says(ticket_news(4, subject=subject, record_id=record, state=TicketState.IN_PROGRESS), 2)
    assert [line["state"] for line in news_of(road)] == ["solved"]
    assert road.answers() == [(APPLIED, 5), (STALE, 5)]


def test_news_of_an_erased_subject_never_comes_back(road):
    subject, record, _ = said(road)
    road.receipt_for(record)
    road.says(ticket_news(5, subject=subject, record_id=record), 1)
    road.device.do("erase", who="driver")
    assert road.device.store.directives("ticket_news") == []
    road.says(ticket_news(6, subject=subject, record_id=record), 2)
    road.says(ticket_news(5, subject=subject, record_id=record), 1)
    assert road.device.store.directives("ticket_news") == []
    assert road.answers()[1:] == [(ERASED, 0), (ERASED, 0)]


def test_news_of_one_erased_record_goes_and_the_others_stay_readable(road):
    subject, first, code = said(road)
    _, second, _ = said(road)
    for number, record in enumerate((first, second)):
        road.says(ticket_news(5 + number, subject=subject, record_id=record), 1 + number)
    road.device.do("erase", who=code)
    road.says(ticket_news(9, subject=subject, record_id=first), 3)
    assert [kept.matter for kept in road.device.store.directives("ticket_news")] == [second]
    assert [(line["record_id"], line["state"]) for line in news_of(road)] == [(second, "solved")]
    assert road.answers()[-1] == (ERASED, 0)


def test_news_for_somebody_who_was_never_here_is_refused(road):
    road.says(ticket_news(5), 1)
    assert road.answers() == [(REFUSED, 0)]
    assert road.device.store.directives("ticket_news") == []


def test_the_answer_goes_up_on_its_own_channel_and_is_forgotten_with_its_receipt(road):
    road.connect()
    road.says(profile_change(3), 1)
    ((ack_id, frame),) = road.sent("ack")
    answer = road.device.hub.open(frame, road.device.keys)
    assert (answer.about, answer.message_id, answer.outcome) == ("profile", record_id(1), APPLIED)
    road.receipt_for(ack_id, None)
    assert road.answers() == []


# ---- on a real disk ------------------------------------------------------------------------------------------------


class OnDisk:
    """A device that can be started again on the same files."""

    def __init__(self, folder):
        self.file, self.keys, self.clock = folder / "agent.db", MemoryKeys(), FakeClock()

    def start(self):
        self.store = SqliteStore(self.file, self.keys, OutboxSettings(), self.clock)
        self.road = Told(Device(self.store, keys=self.keys, clock=self.clock))
        self.road.device.directives.put_in_force()
        return self.road


@pytest.fixture
def disk(tmp_path):
    device = OnDisk(tmp_path)
    yield device
    device.store.close()


def test_a_profile_and_news_survive_a_restart_with_their_versions(disk):
    road = disk.start()
    subject, record, _ = said(road)
    road.says(profile_change(3), 1)
    road.says(ticket_news(5, subject=subject, record_id=record), 2)
    disk.store.close()
    again = disk.start()
    assert [profile.speech.terms for profile in again.device.used] == [("蓝鲸超充",)]
    assert again.device.directives.status()["profile"]["version"] == 3
    assert [line["note_zh"] for line in news_of(again)] == ["三号枪已更换"]
    again.says(profile_change(2, speech__terms=["旧站名"]), 3)
    assert len(again.device.used) == 1
    assert again.device.directives.status()["profile"]["version"] == 3


def test_a_kept_profile_that_this_agent_does_not_take_leaves_the_enrolled_one_in_force_and_says_so(disk):
    road = disk.start()
    road.says(profile_change(3), 1)
    (kept,) = disk.store.directives("profile")
    content = json.dumps({"values": {"speech.colour": "red"}}).encode()
    ack = disk.store.pending(1)[0]
    disk.store.take_directive(
        replace(kept, version=4, content=content),
        lambda _fate: road.device.directives._answer(record_id(9), "profile", _fate),
    ).result()
    assert ack.kind == "acknowledgement"
    road.device.directives.put_in_force()
    assert [profile.speech.terms for profile in road.device.used] == [("蓝鲸超充",), ()]
    told = road.device.directives.status()["profile"]
    assert (told["version"], told["trouble"]) == (0, "speech.colour: cannot be changed from afar")


def test_news_is_in_no_file_after_the_erasure_nor_readable_before_it(disk):
    road = disk.start()
    subject, record, _ = said(road)
    road.says(ticket_news(5, subject=subject, record_id=record), 1)
    files = [disk.file, disk.file.with_name(f"{disk.file.name}-wal")]
    words = "三号枪已更换".encode()
    assert [file for file in files if words in file.read_bytes()] == []
    sealed = disk.store._db.execute("SELECT body FROM directives WHERE subject = ?", (subject,)).fetchone()[0]
    assert any(sealed in file.read_bytes() for file in files)
    road.device.do("erase", who="driver")
    assert [file for file in files if file.exists() and sealed in file.read_bytes()] == []


def test_what_a_damaged_store_still_holds_of_the_hubs_words_is_brought_back(disk):
    road = disk.start()
    subject, record, _ = said(road)
    road.says(profile_change(3), 1)
    road.says(profile_change(4, speech__terms=["海豚站"]), 2)
    road.says(ticket_news(5, subject=subject, record_id=record), 3)
    disk.store.close()
    whole = bytearray(disk.file.read_bytes())
    whole[18:20] = b"\xff\xff"
    disk.file.write_bytes(whole)
    again = disk.start()
    assert disk.store.recovered_from is not None
    assert again.device.directives.status()["profile"]["version"] == 4
    assert [profile.speech.terms for profile in again.device.used] == [("海豚站",)]
    assert [kept.matter for kept in disk.store.directives("ticket_news", subject)] == [record]


def test_other_limits_hold_at_once_and_the_queue_stays_as_it_is(disk):
    road = disk.start()
    said(road)
    before = disk.store.pending(10)
    writer = disk.store._db
    disk.store.limit(OutboxSettings(max_rows=10)).result()
    assert (disk.store.pending(10), disk.store._db) == (before, writer)
    for _ in range(20):
        road.device.do("rate", rating=2, agreed=True)
    assert len(disk.store.pending(100)) == 10
    assert disk.store.ledger().balanced
