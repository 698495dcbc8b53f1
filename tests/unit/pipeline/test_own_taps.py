"""Touches on a shop's own screen: every one is kept, and those that may be the shop's own are marked."""

import pytest

from agent.contract.messages import DeviceKind
from tests.fakes.device import Device
from tests.fakes.memory_store import MemoryStore


def touched(device, times, **request):
    """The marks of what was kept, after so many touches four seconds apart."""
    for _ in range(times):
        device.do("rate", rating=5, touch=True, notice_shown=True, agreed=True, **request)
        device.clock.advance(4)
    return [[(m.mark, m.reason) for m in one.marks] for one in device.waiting() if one.kind == "feedback"]


def test_a_burst_on_a_terminal_is_kept_whole_and_marked_from_the_third_touch():
    device = Device(MemoryStore(), anonymous=True, kind=DeviceKind.SERVICE_TERMINAL)
    assert touched(device, 4, entry="face") == [[], [], [("own_tap", "burst")], [("own_tap", "burst")]]


@pytest.mark.parametrize(
    ("kind", "entry"), [(DeviceKind.HEAD_UNIT, "face"), (DeviceKind.SERVICE_TERMINAL, "qr")], ids=["car", "phone"]
)
def test_in_a_car_and_on_phones_nobody_is_taken_for_the_shop(kind, entry):
    assert touched(Device(MemoryStore(), anonymous=True, kind=kind), 4, entry=entry) == [[]] * 4
