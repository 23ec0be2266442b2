"""What the clock shows at a moment, rounded to what can be seen: if two faces are equal, nothing is redrawn.

Separate from `timing`, because a face is for a glance: it has whole seconds, and words instead of signs.
"""

import math

from msgspec import Struct

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import time_text
from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time import timing
from facilitator.domain.time.protected_time import eaten_by
from facilitator.domain.time.timing import Phase


class ClockFace(Struct, frozen=True):
    """The face of the clock. `remaining_seconds` is negative in overtime, `over_seconds` positive behind the plan.

    Durations are whole seconds; `ends_at` is an instant on the wall clock (ms), rounded to a second. `give_up` and
    `eating` are texts for the screen, empty if there is nothing to say.
    """

    phase: Phase
    paused: bool
    title: str
    remaining_seconds: int
    allotted_seconds: int
    used_share: float
    over_seconds: int
    ends_at: int
    hard_stop_over_seconds: int
    give_up: str = ""
    eating: str = ""

    @property
    def digits(self) -> str:
        """The time left, or in overtime the time over, as `m:ss`; `word` says which of the two it is."""
        return clock_text(self.remaining_seconds)

    @property
    def word(self) -> str:
        """The word beside the digits, which says what they count."""
        return {Phase.OVERTIME: "over", Phase.WAITING: "not started", Phase.ENDED: "ended"}.get(self.phase, "left")

    @property
    def deviation(self) -> str:
        """`4:10 over`, `1:30 under` or `on time`."""
        return over_under(self.over_seconds)


def clock_face(session: Session, now: int) -> ClockFace:
    """Return the face at `now`. The countdown is rounded up: 5:00 at the start, 0:00 only when time is up."""
    standing = timing.standing(session, now)
    segment = standing.segment
    allotted = standing.allotted_seconds
    remaining = standing.remaining_seconds
    if segment is None:
        allotted = session.plan.planned_seconds
        remaining = float(allotted) if session.ended_at is None else 0.0
    give_up = math.ceil(standing.hard_stop_over_seconds)
    eaten = eaten_by(session, standing)
    return ClockFace(
        phase=standing.phase,
        paused=session.is_paused,
        title=segment.title if segment else session.agenda.title,
        remaining_seconds=math.ceil(remaining),
        allotted_seconds=allotted,
        used_share=round(min(1.0, max(0.0, 1 - remaining / allotted)), 2) if allotted else 1.0,
        over_seconds=round(standing.over_seconds),
        ends_at=round(session.wall_time(standing.expected_end_at) / 1000) * 1000,
        hard_stop_over_seconds=give_up,
        give_up=_give_up(session, give_up),
        eating=eaten.words if eaten else "",
    )


def _give_up(session: Session, seconds: int) -> str:
    """`must give up 6:00 by 11:30`."""
    if seconds <= 0 or session.hard_stop_at is None or session.ended_at is not None:
        return ""
    return f"must give up {clock_text(seconds)} by {time_text(session.hard_stop_at, session.timezone)}"
