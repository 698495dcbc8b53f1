"""What tells a device that something has happened: vehicle, charger, the operator's platform, repair shop, a button.

Which of them is in the profile; none of them is loaded where it is off. The moments are the device's own: a bus and a
charger may have clocks of their own.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.trigger import Happening
from agent.ports import Clock
from agent.profile import ButtonSettings, ChargingSettings, DeviceProfile, VehicleSettings, WorkOrderSettings
from agent.questioning import Questioning
from agent.signals.signal import DERIVED_FROM, LATITUDE, LONGITUDE, Signal
from agent.vehicle_state import Listening, VehicleStates

if TYPE_CHECKING:  # gRPC, which only a vehicle needs
    from agent.adapters.vss_signals import VssSignals


@dataclass(frozen=True, slots=True)
class Outside:
    """Who takes what is more than an event."""

    dropped: Mapping[str, Callable[[bytes, float], Sequence[str]]]
    """Files of closed work orders, by the ending of their names."""
    talk_key: Callable[[int, bool], object]
    """The talk button: its code, and whether it is down."""


_MISSING = "{key} is set, and the packages for it are not installed: pip install 'tingche[{extra}]', or remove the key."
_TAKEN = "Port {port} of this machine is taken: set another {key}, or stop what listens there."


Counts = Callable[[], dict[str, int]]


class TriggerSources:
    """What a device listens to, until it is closed.

    Args:
        profile: what to listen to.
        questioning: told what happens.
        clock: the device's.
        outside: takes the rest.

    Raises:
        TechnicianNeededError: the packages for it are not installed, its port is taken, its folder is not there, its
            secret cannot be read, or its device may not be.
    """

    def __init__(self, profile: DeviceProfile, questioning: Questioning, clock: Clock, outside: Outside) -> None:
        self._questioning, self._clock, self._outside = questioning, clock, outside
        self._counts: dict[str, Counts] = {}
        self._ended = Counter[str]()
        with ExitStack() as opened:
            if profile.vehicle.databroker:
                self._vehicle(opened, profile.vehicle)
            if profile.charging.ocpp_port is not None:
                self._charger(opened, profile.charging.ocpp_port)
            if profile.charging.tcec_port is not None:
                self._operator(opened, profile.charging, profile.charging.tcec_port)
            if profile.work_orders.folder:
                self._shop(opened, profile.work_orders)
            if profile.button.device:
                self._button(opened, profile.button)
            self._opened = opened.pop_all()

    def close(self) -> None:
        """Hear nothing any more."""
        self._opened.close()

    def status(self) -> dict[str, dict[str, int]]:
        """Of each source since the start: what it told, what was not taken of it, and whether it is there (0 or 1)."""
        return {name: counts() for name, counts in self._counts.items()}

    # ---- each of them ----

    def _vehicle(self, opened: ExitStack, settings: VehicleSettings) -> None:
        names = (*DERIVED_FROM, LATITUDE, LONGITUDE) if settings.position else DERIVED_FROM
        heard, lost = self._questioning.signal, self._questioning.signals_lost
        vehicle = _listening(settings, names, heard, lost, self._clock)
        opened.callback(vehicle.close)
        self._counts["vehicle"] = lambda: {"there": int(vehicle.linked)}

    def _charger(self, opened: ExitStack, port: int) -> None:
        try:
            from agent.adapters.ocpp_tap import OcppTap
        except ImportError:
            raise TechnicianNeededError(_MISSING.format(key="charging.ocpp_port", extra="charging")) from None
        try:
            tap = OcppTap(port, partial(self._charge_ended, "ocpp"))
        except OSError:
            raise TechnicianNeededError(_TAKEN.format(port=port, key="charging.ocpp_port")) from None
        tap.start()
        opened.callback(tap.close)
        self._counts["ocpp"] = lambda: {"ended": self._ended["ocpp"], "dropped": tap.dropped}

    def _operator(self, opened: ExitStack, settings: ChargingSettings, port: int) -> None:
        from agent.adapters.secret_file import read_secret
        from agent.adapters.tcec102_tap import Tcec102Tap
        from agent.signals.tcec102 import read_secrets

        try:
            agreed = read_secrets(read_secret(settings.tcec_secrets, "charging.tcec_secrets"))
        except InputRefusedError as error:
            raise TechnicianNeededError(f"{settings.tcec_secrets}: {error}") from None
        try:
            tap = Tcec102Tap(port, agreed, settings.tcec_connectors, partial(self._charge_ended, "tcec102"))
        except OSError:
            raise TechnicianNeededError(_TAKEN.format(port=port, key="charging.tcec_port")) from None
        tap.start()
        opened.callback(tap.close)
        self._counts["tcec102"] = lambda: {"ended": self._ended["tcec102"], "refused": tap.refused}

    def _shop(self, opened: ExitStack, settings: WorkOrderSettings) -> None:
        from agent.adapters.file_drop import FileDrop

        folder = Path(settings.folder)
        drop = FileDrop(folder, self._outside.dropped, keep=settings.keep_read, key="work_orders.folder")
        drop.start()
        opened.callback(drop.close)
        self._counts["work_order_files"] = lambda: {"refused": drop.refused}

    def _button(self, opened: ExitStack, settings: ButtonSettings) -> None:
        from agent.adapters.key_device import KeyDevice

        button = KeyDevice(settings.device, settings.key, self._outside.talk_key)
        button.start()
        opened.callback(button.close)
        self._counts["button"] = lambda: {"there": int(button.there)}

    def _charge_ended(self, source: str, happening: Happening) -> None:
        self._ended[source] += 1
        self._questioning.happened(happening.trigger, happening.facts)


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


def _listening(
    settings: VehicleSettings,
    names: Sequence[str],
    heard: Callable[[Signal], None],
    lost: Callable[[], None],
    clock: Clock,
) -> "VssSignals":
    try:
        from agent.adapters.vss_signals import VssSignals
    except ImportError:
        raise TechnicianNeededError(_MISSING.format(key="vehicle.databroker", extra="vehicle")) from None
    vehicle = VssSignals(settings.databroker, names, heard, lost, clock.now)
    vehicle.start()
    return vehicle
