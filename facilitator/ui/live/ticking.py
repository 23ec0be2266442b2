"""When the shown second turns: what the one timer of a live screen keeps to.

Computed from the clock each time and never counted, so that no second is skipped or shown twice.
"""

import math

from facilitator.domain.session.state import Session
from facilitator.domain.time import timing

MARGIN_SECONDS = 0.002
"""A timer may fire a little early; this keeps it on the far side of the turn."""

LATE_SECONDS = 0.05
"""How long after the turn a tick may come: nobody sees that it does."""


def seconds_to_tick(session: Session, now: int) -> float:
    """How long the countdown still shows what it shows at `now`; while it stands still, the time of day."""
    segment = session.current
    if segment is None or session.is_paused:
        left = 1 - now % 1000 / 1000
    else:
        remaining = timing.remaining_seconds(session, segment, now)
        left = remaining - (math.ceil(remaining) - 1)
    return left + MARGIN_SECONDS


def is_due(session: Session, now: int) -> bool:
    """Whether a tick at `now` shows a second that has just turned, so that the next one is due a second later."""
    return seconds_to_tick(session, now) > 1 - LATE_SECONDS
