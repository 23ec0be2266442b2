"""Rehearsals: a script played through the command language on a simulated clock, without a screen.

It uses the same conductor and the same decisions as a real interview, so it shows what would happen; and since times
and ids are simulated, the same script always gives the same session.
"""

import re
from collections.abc import Iterator
from itertools import count
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening, session_id
from facilitator.domain.text.plain_text import clean
from facilitator.storage.journal import EventLog, MemoryJournal

FIXED_INSTANT = 1_767_603_600_000
"""2026-01-05 09:00 UTC, a Monday: when a rehearsal opens if its agenda has no start."""

_LINE = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d)\s+(\S.*)", re.DOTALL | re.ASCII)


_UNUSED = re.compile(r", [a-z_]{1,40}=UNSET\b")
"""What an agenda doesn't use of what was added to agendas, in its `repr`."""


class ScriptError(Exception):
    """A line can't be played. The message begins with its number."""


class ScriptLine(Struct, frozen=True):
    """A line to play, `seconds` after the session opened.

    `remark` is what stands above the line after `# `, on one line; empty if nothing does.
    """

    number: int
    seconds: int
    text: str
    remark: str = ""


def read_script(text: str) -> tuple[ScriptLine, ...]:
    """Return the lines of a script: `[H:]MM:SS TEXT`, as typed on the screen; blank ones and remarks (`# `) are none.

    Raises ScriptError for the first wrong line.
    """
    lines: list[ScriptLine] = []
    remarks: list[str] = []
    for number, raw in enumerate(clean(text).split("\n"), 1):
        if not raw.strip() or raw.startswith("# ") or raw.strip() == "#":
            remarks.append(raw[1:].strip())
            continue
        match = _LINE.fullmatch(raw.strip())
        if match is None or (match[1] and int(match[2]) > 59):
            raise ScriptError(f"line {number}: expected “[H:]MM:SS TEXT”, found “{raw.strip()[:60]}”")
        hours, minutes, seconds, said = match.groups()
        at = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        if lines and at < lines[-1].seconds:
            raise ScriptError(f"line {number}: its time is before that of line {lines[-1].number}")
        lines.append(ScriptLine(number, at, said, " ".join(filter(None, remarks))))
        remarks.clear()
    return tuple(lines)


def rehearse(agenda: Agenda, script: str, candidate: str = "", log: EventLog | None = None) -> Conductor:
    """Play `script` on `agenda`; return the conductor as it is when the script ends. Raises ScriptError."""
    lines = read_script(script)
    planned = opening(agenda, candidate, FIXED_INSTANT, "UTC").planned_start_at
    at = FIXED_INSTANT if planned is None else planned
    opened = replace(opening(agenda, candidate, at, "UTC"), planned_start_at=at)
    clock = SimulatedClock(at)
    name = session_id(opened, at, f"rehearsal-{crc32(_played(agenda, script, candidate).encode()):08x}")
    numbers = _numbers()
    conductor = Conductor.open(
        log if log is not None else MemoryJournal(), name, opened, clock, "rehearsal", lambda: next(numbers)
    )
    for line in lines:
        clock.advance_to(at + line.seconds * 1000)
        conductor.advance_due()
        try:
            conductor.submit(line.text)
        except Refusal as refusal:
            raise ScriptError(f"line {line.number}: {refusal} ({line.text[:60]})") from None
    return conductor


def _played(agenda: Agenda, script: str, candidate: str) -> str:
    """Return what is played, as a text that stays the same for agendas that don't use what was added to agendas."""
    return _UNUSED.sub("", repr((agenda, script, candidate)))


def _numbers() -> Iterator[str]:
    return (f"e{number:05}" for number in count(1))
