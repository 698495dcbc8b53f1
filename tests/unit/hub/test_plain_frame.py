"""Plain frames are taken out of what came from the broker; whatever is not plain or not whole is left to paho."""

import random
import struct

import pytest

from hub.adapters.mqtt_listener import plain_frame


def length(number):
    """A variable byte integer, MQTT 5.0 section 1.5.5."""
    raw = bytearray()
    while True:
        number, low = divmod(number, 128)
        raw.append(low | (128 if number else 0))
        if not number:
            return bytes(raw)


def publish(payload, topic=b"tingche/v1/demo/d-1/up/feedback", *, packet_id=7, flags=0x02, properties=b"\0"):
    """A PUBLISH packet, MQTT 5.0 section 3.3."""
    number = struct.pack(">H", packet_id) if flags & 0x06 else b""
    body = struct.pack(">H", len(topic)) + topic + number + properties + payload
    return bytes([0x30 | flags]) + length(len(body)) + body


@pytest.mark.parametrize("size", [0, 1, 90, 127, 128, 16_300, 16_384, 70_000])
@pytest.mark.parametrize("flags", [0x02, 0x0A, 0x03, 0x00])
def test_a_whole_plain_frame_is_taken_with_topic_payload_and_number(size, flags):
    payload = bytes(number % 251 for number in range(size))
    packet = publish(payload, flags=flags)
    found = plain_frame(b"before" + packet + b"after", 6)
    assert found == ("tingche/v1/demo/d-1/up/feedback", payload, 7 if flags & 0x02 else 0, 6 + len(packet))


def test_a_frame_that_is_not_whole_yet_is_left():
    packet = publish(b"x" * 300)
    assert [plain_frame(packet[:cut], 0) for cut in range(len(packet))] == [None] * len(packet)


@pytest.mark.parametrize(
    "packet",
    [
        publish(b"x", flags=0x04),
        publish(b"x", flags=0x06),
        publish(b"x", properties=b"\x03\x23\x00\x01"),
        publish(b"x", topic=b"\xff\xfe"),
        b"\x40\x02\x00\x07",
        b"\xd0\x00",
        b"\x32\xff\xff\xff\xff\x7f",
        b"\x32\x02\xff\xff",
        b"\x32\x00",
        b"",
    ],
    ids=["qos 2", "qos 3", "properties", "topic", "puback", "pingresp", "length", "topic length", "empty", "nothing"],
)
def test_whatever_else_a_broker_sends_is_left_to_paho(packet):
    assert plain_frame(packet, 0) is None


def test_no_bytes_of_a_broker_make_it_fail_or_read_beyond_the_packet():
    chance = random.Random(7)  # noqa: S311 - repeatable
    for _ in range(20_000):
        raw = bytes([0x30 | chance.randrange(16)]) + chance.randbytes(chance.randrange(40))
        found = plain_frame(raw, 0)
        assert found is None or 2 <= found.end <= len(raw)
