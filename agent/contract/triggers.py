"""Every event that a question can wait for, and what is known about it then: no place, and nothing of anybody."""

from typing import Final

FOLLOW_UP: Final = "follow_up"
"""The trigger of a rule that is only asked after another one's answer."""

TRIP_ENDED: Final = "trip_ended"
"""The ignition was switched off: "not this trip" ends with it."""

VISIT: Final = "visit"
"""The trigger of a rule that stands on the page of whoever came by themselves, with the others of its kind."""

PERSONAL_TAGS: Final = ("new_driver", "family", "business")
"""What a person can say of themselves on a device that knows its drivers, for rules with an audience."""

PERSONAL_SETTINGS: Final = ("silent",)
"""What a person can say beside them of how this device behaves: silent, nothing is said aloud."""

TRIGGERS: Final[dict[str, tuple[str, ...]]] = {
    FOLLOW_UP: (),
    VISIT: (),
    "charging_done": ("kwh", "minutes", "stopped_early", "visits"),
    "repair_done": ("kind", "repairs_in_a_row", "first_service", "new_energy", "wait_minutes", "shop", "bay"),
    "accident": (),
    "surveyor_on_way": ("eta_minutes",),
    "surveyor_on_site": (),
    "claim_closed": ("days",),
    "rescue_done": ("wait_minutes",),
    "battery_hot": ("temperature_c",),
    "battery_checked": (),
    "harsh_braking": ("count",),
    "harsh_acceleration": ("count",),
    "fault_code": ("code", "powertrain"),
    "charge_level_jump": ("percent",),
    "left_usual_area": (),
    "warning_light": ("said", "seen"),
    "unusual_noise_said": ("part",),
    "driver_assist_ended": ("taken_over",),
    TRIP_ENDED: ("minutes",),
    "button": (),
}
"""Trigger -> the facts that conditions and wordings may use."""
