"""Read times as people write them into a guide: `(10 min) Intro`, `Intro *(15min)*`, `00:00 – 01:00 Intro`.

Separate, because there are many forms, each with its own rule. All values are seconds.
"""

import re

from msgspec import Struct

from facilitator.domain.text.durations import parse_duration

_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)"
_AMOUNT = rf"\d{{1,4}}(?:\.\d{{1,2}})?\s?{_UNIT}\b(?:\s?\d{{1,2}}\s?{_UNIT}\b)?"
_CLOCK = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?"
_DASH = r"\s?(?:-|–|—|to)\s?"
_RANGE = re.compile(rf"[(\[]?({_CLOCK}){_DASH}({_CLOCK})[)\]]?\s*[-–—:|]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_FIRST = re.compile(rf"[(\[]\s?({_AMOUNT})\s?[)\]]\s*[-–—:|]?\s*(.+)", re.IGNORECASE | re.DOTALL)
_LAST = re.compile(rf"(.+?)\s*[-–—:|,]?\s*[(\[]\s?~?({_AMOUNT})\s?[)\]]\s*:?", re.IGNORECASE | re.DOTALL)
_BARE_FIRST = re.compile(rf"({_AMOUNT})\s*[-–—:|]\s*(.+)", re.IGNORECASE | re.DOTALL)
_BARE_LAST = re.compile(rf"(.+?)\s*[-–—:|,]\s*({_AMOUNT})", re.IGNORECASE | re.DOTALL)
_BEFORE_END = re.compile(rf"(?:the\s)?(?:last\s)?({_AMOUNT})\s(?:before|to|until)\s.*", re.IGNORECASE)

_HALF_A_DAY = 12 * 3600
_SHORTEST_ELAPSED = 5 * 60


class TimedText(Struct, frozen=True):
    """A text and the time that was written with it: a length in seconds, or a range, which `range_lengths` reads."""

    text: str
    seconds: int | None = None
    range: tuple[str, str] | None = None
    time_first: bool = True


def timed(text: str) -> TimedText | None:
    """Return `text` without the time at its beginning or end, and that time; None if there is none."""
    if match := _RANGE.fullmatch(text):
        return TimedText(match[3], range=(match[1], match[2]))
    for form in (_FIRST, _BARE_FIRST):
        if (match := form.fullmatch(text)) and (seconds := _seconds(match[1])):
            return TimedText(match[2], seconds)
    for form in (_LAST, _BARE_LAST):
        if (match := form.fullmatch(text)) and (seconds := _seconds(match[2])):
            return TimedText(match[1], seconds, time_first=False)
    if (match := _BEFORE_END.fullmatch(text)) and (seconds := _seconds(match[1])):
        return TimedText(text, seconds)
    return None


def range_lengths(ranges: list[tuple[str, str]]) -> list[int]:
    """Return the length of each range of a guide, in seconds; zero or negative if it doesn't end after its start.

    If the first range starts at zero, the times count from the beginning, as `m:ss`, or as `h:mm` if the whole would
    otherwise take less than five minutes. Else they are times of day, as `h:mm`.
    """
    if not ranges:
        return []
    elapsed = _clock(ranges[0][0], 1) == 0
    unit = 1 if elapsed and _clock(ranges[-1][1], 1) >= _SHORTEST_ELAPSED else 60
    lengths = [_clock(end, unit) - _clock(start, unit) for start, end in ranges]
    return lengths if elapsed else [length if length > 0 else length + _HALF_A_DAY for length in lengths]


def _clock(text: str, unit: int) -> int:
    """Return the seconds of `h:mm:ss`, or of `a:b` where `b` counts units of `unit` seconds and `a` sixty of them."""
    parts = [int(part) for part in text.split(":")]
    if len(parts) == 3:
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    return (parts[0] * 60 + parts[1]) * unit


def _seconds(amount: str) -> int:
    try:
        return parse_duration(amount)
    except ValueError:
        return 0
