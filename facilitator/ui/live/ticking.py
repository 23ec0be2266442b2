"""When the next tick is due: the timer of a live screen fires as the second that it shows changes.

This is computed from the clock each time, never counted, so that no second is skipped or shown twice.
"""

import math

from facilitator.domain.session.state import Session
from facilitator.domain.time import timing

MARGIN_SECONDS = 0.002
"""A timer may fire a little early; with this margin it still fires after the change."""

LATE_SECONDS = 0.05
"""How late a tick may come without anybody seeing it."""


def seconds_to_tick(session: Session, now: int) -> float:
    """Return how long the countdown, or the time of day while it stands still, shows what it shows at `now`."""
    segment = session.current
    if segment is None or session.is_paused:
        left = 1 - now % 1000 / 1000
    else:
        remaining = timing.remaining_seconds(session, segment, now)
        left = remaining - (math.ceil(remaining) - 1)
    return left + MARGIN_SECONDS


def is_due(session: Session, now: int) -> bool:
    """Whether the shown second has just changed at `now`, so that the next tick is due a second later."""
    return seconds_to_tick(session, now) > 1 - LATE_SECONDS
