"""When the next tick is due: the timer of a live screen fires as the second that it shows changes.

This is computed from the clock each time, never counted, so that no second is skipped or shown twice. All that the
screen shows changes with the whole seconds of the timeline (see `as_shown`).
"""

MARGIN_SECONDS = 0.002
"""A timer may fire a little early; with this margin it still fires after the change."""

LATE_SECONDS = 0.05
"""How late a tick may come without anybody seeing it."""


def seconds_to_tick(now: int) -> float:
    """Return how long the screen shows what it shows at `now`."""
    return 1 - now % 1000 / 1000 + MARGIN_SECONDS


def is_due(now: int) -> bool:
    """Whether the shown second has just changed at `now`, so that the next tick is due a second later."""
    return seconds_to_tick(now) > 1 - LATE_SECONDS
