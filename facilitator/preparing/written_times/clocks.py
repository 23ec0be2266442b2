"""Read times of day and times from the beginning, and what lengths follow from them.

`9-9:50am`, `9.00-10.15`, `1300-1500`, `10:00 AM`, `9h30`, `00:00 – 01:00`. Whether `01:00` is an hour or a minute
can't be seen from one time: `lengths_of` looks at all of a file together.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.words.lexicon import words_of

LONGEST_CLOCK = 40
"""A longer text is no time, and no range of times."""
DAY_SHARE = re.compile(r"0[.,]\d{2,17}")
"""A time as the share of a day that spreadsheets keep."""
_HALF_A_DAY = 12 * 3600
_DAY = 24 * 3600
_SHORTEST_ELAPSED = 5 * 60
_YEARS = range(1900, 2100)


class ClockTime(Struct, frozen=True):
    """A time as it is written: the numbers between its colons, and `am` or `pm` if it says so.

    `is_plain`: it is a bare number, which alone would be no time.
    """

    parts: tuple[int, ...]
    half: str = ""
    is_plain: bool = False

    def seconds(self, smallest: int = 60) -> int:
        """Return the seconds after midnight or the beginning; of `a:b`, `b` counts units of `smallest` seconds."""
        if len(self.parts) == 3:
            hours, minutes, rest = self.parts
            return self._hours(hours) * 3600 + minutes * 60 + rest
        first, second = self.parts
        return (self._hours(first) * 60 + second) * smallest

    def _hours(self, hours: int) -> int:
        if not self.half:
            return hours
        return hours % 12 + (12 if self.half == "pm" else 0)


def clock_range(text: str, is_cell: bool = False) -> tuple[ClockTime, ClockTime] | None:
    """Return the two times of a text that is a range of times and nothing else; None if it isn't.

    Bare numbers are a range only together: `1300-1500`, and `9-10` in a cell.
    """
    match = _patterns()[1].fullmatch(_folded(text)) if len(text) <= LONGEST_CLOCK else None
    if not match:
        return None
    starts, ends = _time(match, "a"), _time(match, "b")
    if starts is None or ends is None:
        return None
    if starts.is_plain and ends.is_plain and not is_cell:
        is_year = all(int(match[name] or 0) in _YEARS for name in ("aplain", "bplain"))
        if is_year or len(match["aplain"]) < 3 or len(match["bplain"]) < 3:
            return None
    return _with_half(starts, ends), ends


def clock_time(text: str) -> ClockTime | None:
    """Return the time of a text that is one time and nothing else; None if it isn't. A bare number is none."""
    match = _patterns()[0].fullmatch(_folded(text)) if len(text) <= LONGEST_CLOCK else None
    found = _time(match, "a") if match else None
    return found if found and not found.is_plain else None


def clock_in_cell(text: str) -> ClockTime | None:
    """Return the time in the cell of a column of times of day, which may be the share of a day (`0.375`)."""
    if DAY_SHARE.fullmatch(text):
        hours, minutes = divmod(round(float(text.replace(",", ".")) * _DAY / 60), 60)
        return ClockTime((hours, minutes))
    return clock_time(text)


def lengths_of(times: Sequence[tuple[ClockTime | None, ClockTime | None]]) -> list[int | None]:
    """Return the length in seconds of each part that has a start and an end; of a start alone the next one ends it.

    Zero or negative if a part doesn't end after its start, None if it can't be known. If the first part starts at
    zero, the times count from the beginning, as `m:ss`, or as `h:mm` if the whole would otherwise take less than five
    minutes. Else they are times of day, as `h:mm`, and one before the one before it is in the afternoon.
    """
    known = [time for pair in times for time in pair if time]
    if not known:
        return [None] * len(times)
    elapsed = known[0].seconds(1) == 0
    smallest = 1 if elapsed and max(time.seconds(1) for time in known) >= _SHORTEST_ELAPSED else 60
    lengths: list[int | None] = []
    for number, (starts, ends) in enumerate(times):
        follows = next((later for later, _ in times[number + 1 : number + 2] if later), None)
        until = ends or follows
        if starts is None or until is None:
            lengths.append(None)
            continue
        length = until.seconds(smallest) - starts.seconds(smallest)
        if length <= 0 and not elapsed:
            turn = _DAY if starts.half or until.half else _HALF_A_DAY
            length = length % turn or turn
        lengths.append(length)
    return lengths


def _folded(text: str) -> str:
    folded = comparable(text).strip()
    for noon in words_of("clock", "noon"):
        folded = folded.replace(noon, "12pm")
    return folded


def _with_half(starts: ClockTime, ends: ClockTime) -> ClockTime:
    """Return the start with the half of the day of its end, if it has none: `9-9:50am`, but `11-1pm` is before noon."""
    if starts.half or not ends.half:
        return starts
    same = ClockTime(starts.parts, ends.half)
    if same.seconds() < ends.seconds():
        return same
    return ClockTime(starts.parts, "am" if ends.half == "pm" else "pm")


def _time(match: re.Match[str], name: str) -> ClockTime | None:
    half = match[f"{name}half"]
    half = "am" if half in words_of("clock", "am") else "pm" if half in words_of("clock", "pm") else ""
    if plain := match[f"{name}plain"]:
        hours, minutes = (int(plain[:-2]), int(plain[-2:])) if len(plain) > 2 else (int(plain), 0)
        parts: tuple[int, ...] = (hours, minutes)
        return ClockTime(parts, half, is_plain=not half and not match[f"{name}hour"]) if _is_time(parts) else None
    parts = (int(match[f"{name}h"]), int(match[f"{name}m"] or 0))
    if match[f"{name}s"]:
        parts = (*parts, int(match[f"{name}s"]))
    return ClockTime(parts, half)


def _is_time(parts: tuple[int, ...]) -> bool:
    return parts[0] <= 24 and parts[1] < 60


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a time and of a range. They match short texts only."""
    half = "|".join(map(re.escape, (*words_of("clock", "am"), *words_of("clock", "pm"))))
    hour = "|".join(map(re.escape, words_of("clock", "hour")))

    def time(name: str) -> str:
        written = rf"(?P<{name}h>\d{{1,3}}) ?[:.h] ?(?P<{name}m>[0-5]\d)(?:[:.](?P<{name}s>[0-5]\d))?"
        return rf"(?:{written}|(?P<{name}plain>\d{{1,4}})) ?(?:(?P<{name}half>{half})|(?P<{name}hour>{hour}))?"

    between = r" ?(?:-|–|—|to|bis|a|until|~|〜|～|до|tot|→|->) ?"
    opening = r"(?:from |von |de |da |van )?"
    return re.compile(time("a")), re.compile(opening + time("a") + between + time("b"))
