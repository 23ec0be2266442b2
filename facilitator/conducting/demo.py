"""The demo: an hour's interview, ready to be played in three minutes; or a rehearsal of one's own, as fast as wished.

Both are kept in memory only. Separate from `rehearsal`, which plays a script at once and alone: here somebody watches,
and may take over.
"""

from typing import NamedTuple

from facilitator.clock import Clock, FastClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import ScriptLine, read_script
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.domain.text.local_instants import nearest_local_instant
from facilitator.storage.journal import MemoryJournal

SPEED = 20
"""So many times as fast as in life: an hour takes three minutes."""


class Demo(NamedTuple):
    """A session that is open but not started, its clock, the lines to play on it by that clock, and how fast that is.

    Without lines, nobody plays: whoever rehearses types.
    """

    conductor: Conductor
    clock: FastClock
    lines: tuple[ScriptLine, ...]
    speed: float = SPEED


def demo(agenda: Agenda, script: str, candidate: str, clock: Clock, timezone: str, speed: float = SPEED) -> Demo:
    """Open a session of `agenda` in memory, when it is to start, and `speed` times as fast as `clock`.

    If nobody has said when that is, it is at ten o'clock. Raises ScriptError.
    """
    lines = read_script(script)
    ten = nearest_local_instant("10:00", clock.read().wall_ms, timezone)
    begins = opening(agenda, candidate, ten, timezone).planned_start_at or ten
    fast = FastClock(clock, begins, speed)
    opened = opening(agenda, candidate, begins, timezone)
    return Demo(Conductor.open(MemoryJournal(), "demo", opened, fast, "demo"), fast, lines, speed)
