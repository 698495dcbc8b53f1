"""The state of the car in words: 电池温度, 38 ℃（36–41）. A step wider than one is a range: 30–60 km/h."""

from agent.contract.messages import VehicleReading
from hub.web.wording import Words


def reading_words(reading: VehicleReading, words: Words) -> tuple[str, str]:
    """(what, how much) of one signal. A word that this hub does not know stands as the device wrote it."""
    name = words.get(f"vehicle.{reading.name}", reading.name)
    if reading.last is None:
        told = " ".join(words.get(f"vehicle.{code}", code) for code in reading.codes) or words("vehicle.none")
    else:
        wide = reading.step if reading.step > 1 else 0
        told = f"{_range(reading.last, reading.last + wide)} {reading.unit}".strip()
        if reading.least is not None and reading.most is not None and reading.least < reading.most:
            told += f" ({_range(reading.least, reading.most + wide)})"
    minutes = reading.told_s_ago // 60
    return name, told + (words("vehicle.ago", minutes=minutes) if minutes > 1 else "")


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
