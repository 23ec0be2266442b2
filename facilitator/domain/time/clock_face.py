"""What the clock shows at a moment: if two faces are equal, nothing is redrawn.

Separate from `timing`, because a face is for a glance: it has whole seconds, and words instead of signs.
"""

from msgspec import Struct

from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text, late_early, plan_text, told_lateness
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.protected_time import eaten_by
from facilitator.domain.time.sittings import room_lost_at
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import Standing


class ClockFace(Struct, frozen=True):
    """The face of the clock. `remaining_seconds` is negative in overtime, `over_seconds` positive behind the plan.

    Durations are whole seconds; `ends_at` is an instant on the wall clock (ms), a whole second. `late_end_seconds` says
    how much later than promised it ends (negative: earlier), if the plan has a time of day and it didn't begin at it;
    else it is None. `room` and `eating` are texts for the screen, empty if there is nothing to say; the first is about
    the hard stop, and `is_room_short` once the expected end lies behind it.
    """

    phase: Phase
    paused: bool
    title: str
    remaining_seconds: int
    allotted_seconds: int
    used_share: float
    over_seconds: int
    ends_at: int
    late_end_seconds: int | None = None
    room: str = ""
    is_room_short: bool = False
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
        """How far from the plan's length: `4:10 over`, `1:30 under`, `on time`, or `on plan` if it began late."""
        return plan_text(self.over_seconds, self.late_end_seconds)

    @property
    def lateness(self) -> str:
        """How far from the end that was promised: `4:48 late`, `2:00 early`; empty where the plan's length says it."""
        return "" if self.late_end_seconds is None else late_early(self.late_end_seconds)


def clock_face(session: Session, now: int) -> ClockFace:
    """Return the face at `now`. The countdown shows 5:00 in its first second, and 0:00 in the last one of its time."""
    session, now = as_shown(session, now)
    standing = timing.standing(session, now)
    segment = standing.segment
    allotted = standing.allotted_seconds
    remaining = int(standing.remaining_seconds)
    if segment is None:
        allotted = session.plan.planned_seconds
        remaining = allotted if session.ended_at is None else 0
    eaten = eaten_by(session, standing)
    return ClockFace(
        phase=standing.phase,
        paused=session.is_paused,
        title=segment.title if segment else session.agenda.title,
        remaining_seconds=remaining,
        allotted_seconds=allotted,
        used_share=round(min(1.0, max(0.0, 1 - remaining / allotted)), 2) if allotted else 1.0,
        over_seconds=int(standing.over_seconds),
        ends_at=session.wall_time(standing.expected_end_at),
        late_end_seconds=told_lateness(standing.over_seconds, standing.late_end_seconds),
        room=_room(session, standing, now),
        is_room_short=session.ended_at is None and standing.hard_stop_over_seconds > 0,
        eating=eaten.words if eaten else "",
    )


def _room(session: Session, standing: Standing, now: int) -> str:
    """Return `room until 11:30`, with `, 6:00 too long` if so, or `room lost 0:41 ago`."""
    lost_at = room_lost_at(session)
    if lost_at is None or session.ended_at is not None:
        return ""
    lost_seconds = (now - lost_at) / 1000
    if lost_seconds >= 0:
        return f"room lost {clock_text(lost_seconds)} ago"
    until = day_and_time(session, lost_at, now)
    over = standing.hard_stop_over_seconds
    return f"room until {until}" + (f", {clock_text(over)} past it" if over > 0 else "")
