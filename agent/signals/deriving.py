"""From signals to events: harsh braking, a battery that gets hot, a charge that ended, a new fault code.

- Every event has a threshold to begin and a lower one to end, so that a value that trembles is one event, not ten.
- What was already so when the agent started is no event: a fault code that has been there for weeks is not news.
- The thresholds are those in common use by fleet telematics: braking from 0.4 g, accelerating from 0.3 g, over half a
  second. They say that something is worth asking about, never whose fault it was.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from agent.contract.triggers import TRIP_ENDED
from agent.feedback.trigger import Happening, Moving
from agent.signals import signal as vss
from agent.signals.fault_codes import fault_code
from agent.signals.signal import Signal
from agent.signals.usual_area import UsualArea

HARSH_BRAKING: Final = -3.92
HARSH_ACCELERATION: Final = 2.94
"""m/s², smoothed; an episode ends within half of it."""
SMOOTHED_OVER: Final = timedelta(seconds=0.5)
"""A pothole shakes a sensor for a tenth of that."""
BATTERY_HOT: Final = 60.0
BATTERY_COOL: Final = 55.0
"""°C."""
CHARGE_JUMP: Final = 5.0
"""Per cent within a minute, while it neither charges nor could have."""
SHORTEST_CHARGE: Final = timedelta(minutes=2)
"""Less is a cable that was plugged in twice."""
STANDS_AFTER: Final = timedelta(seconds=3)
"""Standing at a junction for a moment is driving."""
AWAY_FOR: Final = timedelta(minutes=10)
"""So long outside the usual area before it counts: a motorway along its edge is no departure."""

_STANDING_KMH = 1.0
_MINUTE = timedelta(minutes=1)
_POWERED = ("ON", "START")

Derived = Happening | Moving


class Deriving:
    """Turns one vehicle's signals, in order of time, into events. Not thread-safe: feed it from one place.

    Args:
        usual_area: None where the position is not to be looked at.
    """

    def __init__(self, usual_area: UsualArea | None = None) -> None:
        self._usual_area = usual_area
        self._moving: bool | None = None
        self._stands_since: datetime | None = None
        self._trip_since: datetime | None = None
        self._power = ""
        self._braking = self._accelerating = self._hot = False
        self._accelerations: list[tuple[datetime, float]] = []
        self._counts = {"harsh_braking": 0, "harsh_acceleration": 0}
        self._codes: frozenset[str] | None = None
        self._charging_since: datetime | None = None
        self._charge_limit: float | None = None
        self._level: float | None = None
        self._levels: list[tuple[datetime, float]] = []
        self._cruising = False
        self._pedal = 0.0
        self._latitude: float | None = None
        self._longitude: float | None = None
        self._outside_since: datetime | None = None
        self._told_outside = False
        self._reads: dict[str, Callable[[Signal], Iterator[Derived]]] = {
            vss.SPEED: self._speed,
            vss.ACCELERATION: self._acceleration,
            vss.BRAKE_PEDAL: self._brake_pedal,
            vss.POWER: self._power_state,
            vss.BATTERY_HOTTEST: self._battery,
            vss.CHARGE_LEVEL: self._charge_level,
            vss.IS_CHARGING: self._charging,
            vss.CHARGE_LIMIT: self._limit,
            vss.FAULT_CODES: self._fault_codes,
            vss.CRUISE: self._cruise,
            vss.LATITUDE: self._position,
            vss.LONGITUDE: self._position,
        }

    def take(self, signal: Signal) -> list[Derived]:
        """What this signal tells. One that is unknown, or of a wrong type, tells nothing."""
        read = self._reads.get(vss.OLDER_NAMES.get(signal.name, signal.name))
        try:
            return [] if read is None else [*read(signal), *self.tick(signal.at)]
        except (TypeError, ValueError):
            return []

    def tick(self, now: datetime) -> list[Derived]:
        """What the passing of time alone tells: the vehicle stands long enough."""
        if self._power and self._power not in _POWERED:
            return self._moves(yes=False)
        stands = self._stands_since is not None and now - self._stands_since >= STANDS_AFTER
        return self._moves(yes=False) if stands else []

    def lost(self) -> list[Derived]:
        """Signals come no more. A bus tells changes only, so silence means nothing; this does: it counts as moving."""
        self._power, self._stands_since = "", None
        self._latitude = self._longitude = None
        return self._moves(yes=True)

    # ---- moving --------------------------------------------------------------------------------------------------

    def _moves(self, *, yes: bool) -> list[Derived]:
        if self._moving is yes:
            return []
        self._moving = yes
        return [Moving(yes)]

    def _speed(self, signal: Signal) -> Iterator[Derived]:
        speed = abs(float(signal.value))  # type: ignore[arg-type]
        if speed >= _STANDING_KMH:
            self._stands_since = None
            yield from self._moves(yes=True)
        elif self._stands_since is None:
            self._stands_since = signal.at

    def _power_state(self, signal: Signal) -> Iterator[Derived]:
        self._power = str(signal.value)
        powered = self._power in _POWERED
        if powered and self._trip_since is None:
            self._trip_since = signal.at
            self._counts = dict.fromkeys(self._counts, 0)
        elif not powered and self._trip_since is not None:  # also where the bus was gone when it was switched off
            minutes = int((signal.at - self._trip_since) / _MINUTE)
            self._trip_since = None
            yield Happening(TRIP_ENDED, signal.at, {"minutes": minutes})

    # ---- driving -------------------------------------------------------------------------------------------------

    def _acceleration(self, signal: Signal) -> Iterator[Derived]:
        recent = [(at, one) for at, one in self._accelerations if signal.at - at < SMOOTHED_OVER]
        self._accelerations = [*recent, (signal.at, float(signal.value))]  # type: ignore[arg-type]
        now = sum(one for _, one in self._accelerations) / len(self._accelerations)
        if now <= HARSH_BRAKING and not self._braking:
            yield self._counted("harsh_braking", signal.at)
        if now >= HARSH_ACCELERATION and not self._accelerating:
            yield self._counted("harsh_acceleration", signal.at)
        self._braking = now <= (HARSH_BRAKING / 2 if self._braking else HARSH_BRAKING)
        self._accelerating = now >= (HARSH_ACCELERATION / 2 if self._accelerating else HARSH_ACCELERATION)

    def _counted(self, trigger: str, at: datetime) -> Happening:
        self._counts[trigger] += 1
        return Happening(trigger, at, {"count": self._counts[trigger]})

    def _brake_pedal(self, signal: Signal) -> Iterator[Derived]:
        self._pedal = float(signal.value)  # type: ignore[arg-type]
        yield from ()

    def _cruise(self, signal: Signal) -> Iterator[Derived]:
        ended, self._cruising = self._cruising and not signal.value, bool(signal.value)
        if ended:
            yield Happening("driver_assist_ended", signal.at, {"taken_over": self._pedal > 0})

    # ---- battery and faults ----------------------------------------------------------------------------------------

    def _battery(self, signal: Signal) -> Iterator[Derived]:
        celsius = float(signal.value)  # type: ignore[arg-type]
        if celsius >= BATTERY_HOT and not self._hot:
            yield Happening("battery_hot", signal.at, {"temperature_c": round(celsius)})
        self._hot = celsius >= (BATTERY_COOL if self._hot else BATTERY_HOT)

    def _limit(self, signal: Signal) -> Iterator[Derived]:
        self._charge_limit = float(signal.value)  # type: ignore[arg-type]
        yield from ()

    def _charging(self, signal: Signal) -> Iterator[Derived]:
        since = self._charging_since
        self._levels.clear()
        if signal.value:
            self._charging_since = since or signal.at
            return
        self._charging_since = None
        if since is not None and signal.at - since >= SHORTEST_CHARGE:
            facts: dict[str, int | bool] = {"minutes": int((signal.at - since) / _MINUTE)}
            if self._charge_limit is not None and self._level is not None:
                facts["stopped_early"] = self._level < self._charge_limit - 1
            yield Happening("charging_done", signal.at, facts)

    def _charge_level(self, signal: Signal) -> Iterator[Derived]:
        level = self._level = float(signal.value)  # type: ignore[arg-type]
        if self._charging_since is not None:
            return
        self._levels = [(at, one) for at, one in self._levels if signal.at - at <= _MINUTE]
        jump = max((abs(level - one) for _, one in self._levels), default=0.0)
        self._levels.append((signal.at, level))
        if jump >= CHARGE_JUMP:
            self._levels = [(signal.at, level)]
            yield Happening("charge_level_jump", signal.at, {"percent": round(jump)})

    def _fault_codes(self, signal: Signal) -> Iterator[Derived]:
        if not isinstance(signal.value, tuple):
            return
        before, self._codes = self._codes, frozenset(filter(None, map(fault_code, signal.value)))
        for code in sorted(self._codes - before) if before is not None else ():
            yield Happening("fault_code", signal.at, {"code": code, "powertrain": code.startswith("P")})

    # ---- where -----------------------------------------------------------------------------------------------------

    def _position(self, signal: Signal) -> Iterator[Derived]:
        """Each is told by itself, whenever it changes: the last one of both counts, in memory alone."""
        if signal.name == vss.LATITUDE:
            self._latitude = float(signal.value)  # type: ignore[arg-type]
        else:
            self._longitude = float(signal.value)  # type: ignore[arg-type]
        if self._latitude is None or self._longitude is None or self._usual_area is None:
            return
        outside = self._usual_area.outside(self._latitude, self._longitude, signal.at.date())
        self._outside_since = (self._outside_since or signal.at) if outside else None
        self._told_outside = self._told_outside and outside
        since = self._outside_since
        if since is not None and signal.at - since >= AWAY_FOR and not self._told_outside:
            self._told_outside = True
            yield Happening("left_usual_area", signal.at)
