"""Durations as people write and read them, in seconds.

Whatever is shown or told has one form, `clock_text`, which can be typed as well. Only agenda files, and complaints
about what they say, have the shorter `length_text`; a sentence to be said aloud has `spoken_text`.

Separate from `dates`, and not pendulum's: people write `2m`, `1:30` or a bare number of minutes, which it doesn't read.
"""

import re

_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_WORDS = re.compile(
    r"(?:(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hours?))?\s*+"
    r"(?:(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes?))?\s*+"
    r"(?:(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?))?",
    re.IGNORECASE | re.ASCII,
)
_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE | re.ASCII)
_COLONS = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)

ON_TIME = "on time"

FORMS = "5m, 1h30m, 90s, PT5M, m:ss, h:mm:ss or a bare number of minutes"


def parse_duration(text: str) -> int:
    """Return the seconds in `5m`, `1h30m`, `90s`, `PT5M` (ISO 8601), `m:ss` or `h:mm:ss`; a bare number is minutes.

    Raises ValueError for anything else, also for a sign.
    """
    text = text.strip()
    if len(text) <= 40:
        if _NUMBER.fullmatch(text):
            return round(float(text) * 60)
        if match := _COLONS.fullmatch(text):
            hours, minutes, seconds = (int(part or 0) for part in match.groups())
            if not (match[1] and minutes > 59):
                return hours * 3600 + minutes * 60 + seconds
        elif (match := _WORDS.fullmatch(text)) and any(match.groups()):
            of_hours, of_minutes, of_seconds = (float(part or 0) for part in match.groups())
            return round(of_hours * 3600 + of_minutes * 60 + of_seconds)
        elif (match := _ISO.fullmatch(text)) and any(match.groups()):
            return sum(int(part or 0) * unit for part, unit in zip(match.groups(), _UNITS.values(), strict=True))
    raise ValueError(f"not a duration: write it as {FORMS}")


def clock_text(seconds: float) -> str:
    """Return `m:ss`, or `h:mm:ss` from an hour on. The sign is dropped: the caller says it in words."""
    whole = int(abs(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def spoken_text(seconds: float) -> str:
    """Return a length as one says it, to the minute from two on: `90 seconds`, `15 minutes`, `2 hours 25 minutes`."""
    if seconds < 120 and seconds % 60:
        return f"{round(seconds)} seconds"
    minutes = max(1, round(seconds / 60))
    hours, rest = divmod(minutes, 60) if minutes >= 120 else (0, minutes)
    parts = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{number} {unit}{'s' * (number > 1)}" for number, unit in parts if number)


def length_text(seconds: float) -> str:
    """Return the form in which agenda files have a length: `1h30m`, `5m`, `90s`, `2m30s`. The sign is dropped."""
    whole = int(abs(seconds))
    if whole < 120 and whole % 60:
        return f"{whole}s"
    hours, rest = divmod(whole, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [(hours, "h"), (minutes, "m"), (rest, "s")]
    return "".join(f"{value}{unit}" for value, unit in parts if value) or "0m"


def over_under(seconds: float) -> str:
    """Return a deviation from the plan in words: `4:10 over` (positive is behind), `1:30 under` or `on time`."""
    if int(abs(seconds)) == 0:
        return ON_TIME
    return f"{clock_text(seconds)} {'over' if seconds > 0 else 'under'}"


def told_lateness(over_seconds: float, late_end_seconds: float | None) -> int | None:
    """Return how much later than promised it ends; None if that is, to the minute, what the plan's length says.

    A start is planned to the minute: who begins at 17:12:40 instead of 17:12 is on time.
    """
    is_told = late_end_seconds is not None and abs(late_end_seconds - over_seconds) >= 60
    return int(late_end_seconds) if is_told and late_end_seconds is not None else None


def plan_text(over_seconds: float, late_end_seconds: float | None) -> str:
    """Return the deviation from the plan's length; no deviation is `on plan` if the end isn't where it was promised.

    `late_end_seconds` is how much later than promised it ends; None if that goes without saying.
    """
    said = over_under(over_seconds)
    return "on plan" if said == ON_TIME and late_end_seconds is not None else said


def late_early(seconds: float) -> str:
    """Return a deviation from a time of day in words: `4:48 late` (positive), `2:00 early` or `as promised`."""
    if int(abs(seconds)) == 0:
        return "as promised"
    return f"{clock_text(seconds)} {'late' if seconds > 0 else 'early'}"
