"""What tells a device that something has happened: vehicle, charger, the operator's platform, repair shop, a button.

Which of them is in the profile; none of them is loaded where it is off. The moments are the device's own: a bus and a
charger may have clocks of their own.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.trigger import Happening
from agent.ports import Clock
from agent.profile import ButtonSettings, ChargingSettings, DeviceProfile, VehicleSettings, WorkOrderSettings
from agent.questioning import Questioning
from agent.signals.signal import DERIVED_FROM, LATITUDE, LONGITUDE, Signal
from agent.vehicle_state import Listening, VehicleStates


@dataclass(frozen=True, slots=True)
class Outside:
    """Who takes what is more than an event."""

    dropped: Mapping[str, Callable[[bytes, float], Sequence[str]]]
    """Files of closed work orders, by the ending of their names."""
    talk_key: Callable[[int, bool], object]
    """The talk button: its code, and whether it is down."""


_MISSING = "{key} is set, and the packages for it are not installed: pip install 'tingche[{extra}]', or remove the key."
_TAKEN = "Port {port} of this machine is taken: set another {key}, or stop what listens there."


def open_trigger_sources(profile: DeviceProfile, questioning: Questioning, clock: Clock, outside: Outside) -> ExitStack:
    """Listen until the returned stack is closed.

    Args:
        profile: what to listen to.
        questioning: told what happens.
        clock: the device's.
        outside: takes the rest.

    Raises:
        TechnicianNeededError: the packages for it are not installed, its port is taken, its folder is not there, its
            secret cannot be read, or its device may not be.
    """
    with ExitStack() as opened:
        if profile.vehicle.databroker:
            _listen_to_vehicle(opened, profile.vehicle, questioning, clock)
        if profile.charging.ocpp_port is not None:
            _listen_to_charger(opened, profile.charging.ocpp_port, questioning)
        if profile.charging.tcec_port is not None:
            _listen_to_operator(opened, profile.charging, profile.charging.tcec_port, questioning)
        if profile.work_orders.folder:
            _listen_to_shop(opened, profile.work_orders, outside)
        if profile.button.device:
            _listen_to_button(opened, profile.button, outside)
        return opened.pop_all()


def attach_source(settings: VehicleSettings, states: VehicleStates, clock: Clock) -> Callable[[], Listening] | None:
    """What begins to listen to the signals that may be attached; None where the vehicle has no databroker.

    Apart from the others, since it lasts as long as consent does: a databroker tells what stands as soon as it is
    subscribed to, so that nothing from before is needed.
    """
    if not settings.databroker:
        return None

    def listen() -> Listening:
        return _listening(settings, settings.attach, states.heard, states.lost, clock)

    return listen


def _listen_to_vehicle(opened: ExitStack, settings: VehicleSettings, questioning: Questioning, clock: Clock) -> None:
    names = (*DERIVED_FROM, LATITUDE, LONGITUDE) if settings.position else DERIVED_FROM
    vehicle = _listening(settings, names, questioning.signal, questioning.signals_lost, clock)
    opened.callback(vehicle.close)


def _listening(
    settings: VehicleSettings,
    names: Sequence[str],
    heard: Callable[[Signal], None],
    lost: Callable[[], None],
    clock: Clock,
) -> Listening:
    try:
        from agent.adapters.vss_signals import VssSignals
    except ImportError:
        raise TechnicianNeededError(_MISSING.format(key="vehicle.databroker", extra="vehicle")) from None
    vehicle = VssSignals(settings.databroker, names, heard, lost, clock.now)
    vehicle.start()
    return vehicle


def _listen_to_charger(opened: ExitStack, port: int, questioning: Questioning) -> None:
    try:
        from agent.adapters.ocpp_tap import OcppTap
    except ImportError:
        raise TechnicianNeededError(_MISSING.format(key="charging.ocpp_port", extra="charging")) from None

    try:
        tap = OcppTap(port, partial(_raise, questioning))
    except OSError:
        raise TechnicianNeededError(_TAKEN.format(port=port, key="charging.ocpp_port")) from None
    tap.start()
    opened.callback(tap.close)


def _listen_to_operator(opened: ExitStack, settings: ChargingSettings, port: int, questioning: Questioning) -> None:
    from agent.adapters.secret_file import read_secret
    from agent.adapters.tcec102_tap import Tcec102Tap
    from agent.signals.tcec102 import read_secrets

    try:
        agreed = read_secrets(read_secret(settings.tcec_secrets, "charging.tcec_secrets"))
    except InputRefusedError as error:
        raise TechnicianNeededError(f"{settings.tcec_secrets}: {error}") from None
    try:
        tap = Tcec102Tap(port, agreed, settings.tcec_connectors, partial(_raise, questioning))
    except OSError:
        raise TechnicianNeededError(_TAKEN.format(port=port, key="charging.tcec_port")) from None
    tap.start()
    opened.callback(tap.close)


def _listen_to_button(opened: ExitStack, settings: ButtonSettings, outside: Outside) -> None:
    from agent.adapters.key_device import KeyDevice

    button = KeyDevice(settings.device, settings.key, outside.talk_key)
    button.start()
    opened.callback(button.close)


def _listen_to_shop(opened: ExitStack, settings: WorkOrderSettings, outside: Outside) -> None:
    from agent.adapters.file_drop import FileDrop

    drop = FileDrop(Path(settings.folder), outside.dropped, keep=settings.keep_read, key="work_orders.folder")
    drop.start()
    opened.callback(drop.close)


def _raise(questioning: Questioning, happening: Happening) -> None:
    questioning.happened(happening.trigger, happening.facts)
