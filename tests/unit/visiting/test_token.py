"""Codes that open a visit: their own device's, once, in time, and as they were made."""

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.visiting.once import UsedNonces
from agent.visiting.token import KEY_NAME, TO_OPEN_S, TokenRefusal, Tokens, VisitToken, Way
from tests.fakes.memory_keys import MemoryKeys

DEVICE = "d-00112233445566778899"
RUN, NONCE = b"run1", bytes(range(12))
MONOTONIC_S, UNIX_S = 5_000, 1_790_000_000


def tokens(secret="ab" * 32, device=DEVICE, run=RUN):
    return Tokens(secret, device, run)


def read(text, by=None, *, later_s=0):
    return (by or tokens()).read(text, monotonic_s=MONOTONIC_S + later_s, unix_s=UNIX_S + later_s)


def shown():
    return tokens().make(Way.QR, NONCE, MONOTONIC_S + TO_OPEN_S)


def printed(way=Way.WORK_ORDER):
    return tokens().make(way, NONCE, UNIX_S + 86_400)


@pytest.mark.parametrize("text", [shown(), printed(Way.WORK_ORDER), printed(Way.STICKER)])
def test_its_own_device_reads_what_it_made(text):
    token = read(text)
    assert isinstance(token, VisitToken)
    assert token.nonce == NONCE


def test_a_token_is_sixty_characters_that_an_address_may_hold():
    assert len(shown()) == 60
    assert set(shown()) <= set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize(("text", "lives_s"), [(shown(), TO_OPEN_S), (printed(), 86_400)])
def test_a_token_opens_until_its_last_second_and_not_in_it(text, lives_s):
    assert isinstance(read(text, later_s=lives_s - 1), VisitToken)
    assert read(text, later_s=lives_s) is TokenRefusal.EXPIRED


def test_after_a_restart_the_screens_codes_have_ended_and_those_on_paper_have_not():
    restarted = tokens(run=b"run2")
    assert read(shown(), restarted) is TokenRefusal.EXPIRED
    assert isinstance(read(printed(), restarted), VisitToken)


def test_another_devices_token_is_foreign():
    elsewhere = tokens(secret="cd" * 32, device="d-99887766554433221100")
    assert read(shown(), elsewhere) is TokenRefusal.FOREIGN


def test_another_key_under_the_same_name_signs_nothing_for_this_device():
    assert read(tokens(secret="cd" * 32).make(Way.QR, NONCE, MONOTONIC_S + 60)) is TokenRefusal.ALTERED


def test_every_single_flipped_bit_is_refused():
    raw = base64.urlsafe_b64decode(shown())
    for bit in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[bit // 8] ^= 1 << bit % 8
        assert isinstance(read(base64.urlsafe_b64encode(changed).decode()), TokenRefusal), f"bit {bit}"


@given(st.text(max_size=80))
def test_whatever_else_is_scanned_is_refused_and_never_raises(text):
    assert isinstance(read(text), TokenRefusal)


def test_there_is_one_spelling_of_a_token():
    text = shown()
    for other in (text + "=", text + "\n", " " + text, text[:-1], text.replace(text[0], "+", 1)):
        assert isinstance(read(other), TokenRefusal)


def test_the_key_is_the_devices_own_and_outlives_a_rotation():
    keys, other = MemoryKeys(b"1" * 32), MemoryKeys(b"2" * 32)
    secret = keys.blind(KEY_NAME)
    keys.begin_rotation()
    keys.finish_rotation()
    assert keys.blind(KEY_NAME) == secret
    assert other.blind(KEY_NAME) != secret


# ---- once ----


def test_the_first_to_use_a_nonce_is_the_only_one():
    used = UsedNonces()
    assert [used.use(NONCE, 60, now=0.0) for _ in range(3)] == [True, False, False]


def test_what_was_used_is_kept_until_its_token_ends():
    used = UsedNonces()
    used.use(NONCE, 60, now=0.0)
    assert used.living(59.0) == {NONCE: 60}
    assert used.living(60.0) == {}


def test_an_earlier_run_is_remembered():
    assert not UsedNonces([(NONCE, 60)]).use(NONCE, 60, now=1.0)


def test_full_of_living_ones_it_turns_away_and_forgets_none():
    used = UsedNonces(most=3)
    nonces = [bytes([n]) * 12 for n in range(4)]
    assert [used.use(nonce, 60, now=0.0) for nonce in nonces] == [True, True, True, False]
    assert not any(used.use(nonce, 60, now=59.0) for nonce in nonces[:3])
    assert used.use(nonces[3], 120, now=60.0)


def test_what_could_not_be_written_down_was_not_used():
    used = UsedNonces()
    used.use(NONCE, 60, now=0.0)
    used.release(NONCE)
    assert used.use(NONCE, 60, now=0.0)
