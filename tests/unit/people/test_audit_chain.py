from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hub.people.audit_chain import START, Action, Anchor, Deed, Fault, next_entry, verify

NOW = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)


def a_log(count=5):
    entries, head = [], Anchor(0, START)
    for number in range(1, count + 1):
        deed = Deed(NOW + timedelta(minutes=number), "王丽", Action.OPEN_CONTACT, f"T-{number:06d}", "回访")
        entries.append(next_entry(head, deed))
        head = Anchor(entries[-1].seq, entries[-1].hash)
    return entries


def rewritten(entries):
    """What somebody with the database makes of entries, so that the chain is whole again."""
    done, head = [], Anchor(0, START)
    for entry in entries:
        done.append(next_entry(head, Deed(entry.at, entry.who, Action(entry.action), entry.what, entry.reason)))
        head = Anchor(done[-1].seq, done[-1].hash)
    return done


def test_a_log_that_nobody_touched_is_whole_and_its_head_is_the_anchor():
    entries = a_log()
    verdict = verify(entries, [Anchor(3, entries[2].hash)])
    assert verdict.fault is None
    assert verdict.head == Anchor(5, entries[4].hash)
    assert Anchor.parse(str(verdict.head)) == verdict.head
    assert verify([]).head == Anchor(0, START)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("who", "李强"),
        ("what", "T-000009"),
        ("reason", "别的"),
        ("action", "view"),
        ("at", NOW),
        ("hash", "f" * 64),
        ("previous", "f" * 64),
    ],
)
def test_an_entry_that_was_changed_is_named(field, value):
    entries = a_log()
    entries[2] = replace(entries[2], **{field: value})
    verdict = verify(entries)
    assert (verdict.fault, verdict.broken_seq) == (Fault.EDITED, 3)


def test_a_changed_entry_with_a_hash_that_fits_breaks_the_link_of_the_next():
    entries = a_log()
    forged = replace(entries[2], who="李强")
    entries[2] = replace(forged, hash=forged.computed())
    verdict = verify(entries)
    assert (verdict.fault, verdict.broken_seq) == (Fault.UNLINKED, 4)


def test_an_entry_that_was_taken_out_is_named():
    entries = a_log()
    del entries[1]
    verdict = verify(entries)
    assert (verdict.fault, verdict.broken_seq) == (Fault.MISSING, 2)


def test_an_end_that_was_cut_off_is_found_with_an_anchor_and_only_with_it():
    entries = a_log()
    anchor = Anchor(5, entries[4].hash)
    assert verify(entries[:3]).fault is None
    verdict = verify(entries[:3], [anchor])
    assert (verdict.fault, verdict.broken_seq) == (Fault.CUT_OFF, 4)


def test_a_chain_that_was_written_anew_is_found_with_an_anchor_and_only_with_it():
    entries = a_log()
    forged = rewritten([replace(entries[0], who="李强"), *entries[1:]])
    assert verify(forged).fault is None
    verdict = verify(forged, [Anchor(4, entries[3].hash)])
    assert (verdict.fault, verdict.broken_seq) == (Fault.REWRITTEN, 4)


@pytest.mark.parametrize("text", ["", "5", "5:abc", "x:" + "0" * 64, "5:" + "0" * 65])
def test_what_is_no_anchor_is_not_taken_for_one(text):
    assert Anchor.parse(text) is None
