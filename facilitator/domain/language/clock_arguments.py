"""The arguments that say when something happened that was missed: `4m ago`, `10:05-10:20`, `for 2`.

Separate from `arguments`, because these read the clock on the wall.
"""

import re

from msgspec import Struct

from facilitator.domain.language.arguments import DURATION, SEGMENT, Argument, Choice
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.titles import folded_title
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.local_instants import latest_local_instant
from facilitator.domain.text.plain_text import excerpt
from facilitator.domain.time.time_of_day import day_and_time

MINUTE = 60_000

_TIMES = re.compile(r"(\d{1,2}:\d\d)\s*(?:-|–|to)\s*(\d{1,2}:\d\d)", re.ASCII)


class Stretch(Struct, frozen=True):
    """A stretch of time on the timeline that has begun; `ended_at` is None while it goes on."""

    started_at: int
    ended_at: int | None = None


def _read_ago(words: Words, here: Situation) -> int:
    """Read `4m ago` or just `4m`; nothing means now."""
    if not words.peek():
        return 0
    seconds: int = DURATION.read(words, here)
    if words.peek().lower() == "ago":
        words.take()
    return seconds


def _read_for(words: Words, here: Situation) -> Segment | None:
    """Read `for 2`; nothing means the running segment."""
    if not words.peek():
        return None
    if words.peek().lower() == "for":
        words.take()
    segment: Segment = SEGMENT.read(words, here)
    return segment


def _for_segments(here: Situation) -> list[Choice]:
    visited = {visit.segment for visit in here.session.visits}
    entered = (segment for segment in here.plan.segments if segment.id in visited)
    return [
        Choice(f"for {here.plan.segment_numbers[one.id]}", one.title, f"for {folded_title(one.title)}")
        for one in entered
    ]


def _read_stretch(words: Words, here: Situation) -> Stretch | None:
    """Read `10m ago` or `10:05-10:20`, the last time that the wall showed that; nothing means from now on."""
    text = words.take_rest()
    if not text:
        return None
    match = _TIMES.fullmatch(text)
    try:
        if match is None:
            return Stretch(_since_start(here.now - _seconds_ago(text) * 1000, here))
        started_at, ended_at = (_on_timeline(time, here) for time in match.groups())
    except ValueError:
        raise Refusal(f"“{excerpt(text)}” isn't a stretch of time: write 10:05-10:20, or 10m ago.") from None
    if ended_at <= started_at:
        raise Refusal(f"{match[2]} isn't after {match[1]}, or hasn't come yet: write 10:05-10:20.")
    return Stretch(_since_start(started_at, here), ended_at)


def _seconds_ago(text: str) -> int:
    """Read `10m ago` or just `10m`, but not `10:05`, which could be a time of day. Raises ValueError."""
    length = text.lower().removesuffix("ago")
    if ":" in length or not parse_duration(length):
        raise ValueError(text)
    return parse_duration(length)


def _since_start(at: int, here: Situation) -> int:
    """Return `at`, or the beginning of the interview if that lies in the same minute. Raises Refusal if it is later."""
    session, began_at = here.session, here.session.started_at
    if began_at is None or at >= began_at:
        return at
    if session.wall_time(at) // MINUTE == session.wall_time(began_at) // MINUTE:
        return began_at
    began = day_and_time(session, began_at, here.now)
    raise Refusal(f"That is before the interview began, at {began}: write a later time.")


def _on_timeline(time_of_day: str, here: Situation) -> int:
    now = here.session.wall_time(here.now)
    return here.session.on_timeline(latest_local_instant(time_of_day, now, here.session.timezone))


AGO = Argument("[4m ago]", _read_ago, optional=True)
FOR = Argument("[for N]", _read_for, _for_segments, optional=True)
STRETCH = Argument("[10m ago | 10:05-10:20]", _read_stretch, optional=True)
