"""Facts about what was noticed later of the clock: a pause after the fact, another sitting, the day of the plan."""

from facilitator.domain.facts.fact import Fact

APART_MS = 4 * 3600 * 1000
"""A gap of this length or more lies between two sittings."""


class PauseAdded(Fact, frozen=True):
    """The clock should have been paused from `started_at` to `ended_at`."""

    started_at: int
    ended_at: int


class SittingBegan(Fact, frozen=True):
    """Another sitting began at `began_at`, hours after the one before it had ended at `ended_at`."""

    ended_at: int
    began_at: int


class DayChosen(Fact, frozen=True):
    """Which day a start and a hard stop without a date mean was decided anew, as the interview began.

    Both are on the wall clock; None leaves what there was.
    """

    planned_start_at: int | None = None
    hard_stop_at: int | None = None
