"""Facts about the session itself: its opening, and what was taken back.

The fold handles them itself; they have no applier in `session/apply`.
"""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.timeline import Instant
from facilitator.domain.plan.agenda import Agenda


class SessionOpened(Fact, frozen=True):
    """The first fact: the session was opened with this agenda.

    `source` is the path or the name that the agenda was loaded from. The planned start and the hard stop are on the
    wall clock, not on the timeline. `start_time` is the start as a time of any day (`10:00`), if it had no date: which
    day it means is decided anew when the interview begins (see `DayChosen`).
    """

    agenda: Agenda
    source: str = ""
    candidate: str = ""
    timezone: str = "UTC"
    planned_start_at: Instant | None = None
    hard_stop_at: Instant | None = None
    start_time: str = ""


class Revoked(Fact, frozen=True):
    """The facts in `group` were taken back."""

    group: str
