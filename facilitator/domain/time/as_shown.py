"""A session as it is shown: with every instant of its clock on a whole second.

This is the only place where time is rounded. Every instant counts as the second that it lies in; so each length of time
is a whole number of seconds before anything is computed from it, the parts add up to the whole, and the same figure
is the same wherever it stands: in the countdown, in words beside it, in the running order, in the debrief. A countdown
shows 5:00 in its first second, and 0:00 in the last one before overtime begins.

A gap of hours, after which nobody has said yet whether it was another sitting, is shown as if it were, so that nobody
reads that an interview is a night late.
"""

import copy

from msgspec.structs import replace

from facilitator.domain.session.state import FloorTurn, Pause, Session, Visit
from facilitator.domain.time.sittings import unclaimed_gap

SECOND = 1000


def whole(at: int) -> int:
    """Return the instant at which the second began in which `at` lies (both ms)."""
    return at // SECOND * SECOND


def as_shown(session: Session, now: int) -> tuple[Session, int]:
    """Return a copy of the session, and the moment `now`, to compute from whatever anybody is to read."""
    shown, gap = copy.copy(session), unclaimed_gap(session, now)
    pauses = session.pauses
    if gap is not None:
        pauses = [*(pauses[:-1] if session.is_paused else pauses), replace(gap, between_sittings=True)]
    shown.visits = [  # `whole` written out, because this runs with every tick
        Visit(
            each.segment,
            each.started_at // SECOND * SECOND,
            None if (ended_at := each.ended_at) is None else ended_at // SECOND * SECOND,
            each.id,
        )
        for each in session.visits
    ]
    shown.pauses = [Pause(whole(each.started_at), _whole(each.ended_at), each.between_sittings) for each in pauses]
    shown.floor = [FloorTurn(turn.holder, whole(turn.started_at)) for turn in session.floor]
    shown.started_at, shown.ended_at = _whole(session.started_at), _whole(session.ended_at)
    shown.planned_start_at, shown.hard_stop_at = _whole(session.planned_start_at), _whole(shown.hard_stop_at)
    shown.wall_offset_ms = whole(session.wall_offset_ms)
    return shown, whole(now)


def _whole(at: int | None) -> int | None:
    return None if at is None else at // SECOND * SECOND
