"""Facts about what was noticed later of the clock: a pause after the fact, another sitting, the day of the plan."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.timeline import Instant

APART_MS = 4 * 3600 * 1000
"""A gap of this length or more lies between two sittings."""


class PauseAdded(Fact, frozen=True):
    """The clock should have been paused from `started_at` to `ended_at`."""

    started_at: Instant
    ended_at: Instant


class SittingBegan(Fact, frozen=True):
    """Another sitting began at `began_at`, hours after the one before it had ended at `ended_at`."""

    ended_at: Instant
    began_at: Instant


class DayChosen(Fact, frozen=True):
    """Which day a start and a hard stop without a date mean was decided anew, as the interview began.

    Both are on the wall clock; None leaves what there was.
    """

    planned_start_at: Instant | None = None
    hard_stop_at: Instant | None = None
