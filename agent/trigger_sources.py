"""What tells a device that something has happened: the vehicle's databroker, the charger's OCPP frames.

Which of them is in the profile; none of them is loaded where it is off. The moments are the device's own: a bus and a
charger may have clocks of their own.
"""

from contextlib import ExitStack

from agent.errors import TechnicianNeededError
from agent.feedback.trigger import Happening
from agent.ports import Clock
from agent.profile import DeviceProfile, VehicleSettings
from agent.questioning import Questioning
from agent.signals.signal import DERIVED_FROM, LATITUDE, LONGITUDE

_MISSING = "{key} is set, and the packages for it are not installed: pip install 'tingche[{extra}]', or remove the key."


def open_trigger_sources(profile: DeviceProfile, questioning: Questioning, clock: Clock) -> ExitStack:
    """Listen until the returned stack is closed.

    Raises:
        TechnicianNeededError: the packages for it are not installed, or its port is taken.
    """
    with ExitStack() as opened:
        if profile.vehicle.databroker:
            _listen_to_vehicle(opened, profile.vehicle, questioning, clock)
        if profile.charging.ocpp_port is not None:
            _listen_to_charger(opened, profile.charging.ocpp_port, questioning)
        return opened.pop_all()


def _listen_to_vehicle(opened: ExitStack, settings: VehicleSettings, questioning: Questioning, clock: Clock) -> None:
    try:
        from agent.adapters.vss_signals import VssSignals
    except ImportError:
        raise TechnicianNeededError(_MISSING.format(key="vehicle.databroker", extra="vehicle")) from None
    names = (*DERIVED_FROM, LATITUDE, LONGITUDE) if settings.position else DERIVED_FROM
    vehicle = VssSignals(settings.databroker, names, questioning.signal, questioning.signals_lost, clock.now)
    vehicle.start()
    opened.callback(vehicle.close)


def _listen_to_charger(opened: ExitStack, port: int, questioning: Questioning) -> None:
    try:
        from agent.adapters.ocpp_tap import OcppTap
    except ImportError:
        raise TechnicianNeededError(_MISSING.format(key="charging.ocpp_port", extra="charging")) from None

    def happened(happening: Happening) -> None:
        questioning.happened(happening.trigger, happening.facts)

    try:
        tap = OcppTap(port, happened)
    except OSError:
        raise TechnicianNeededError(
            f"Port {port} of this machine is taken: set another charging.ocpp_port, or stop what listens there."
        ) from None
    tap.start()
    opened.callback(tap.close)
