"""When will it end? A forecast from the interviews that were held here: planned against actual, by kind of segment.

Each past interview says how long this agenda would take if every kind ran over or under as it did then. Keeping an
interview's kinds together keeps what belongs together, such as a long talk that cuts the closing short.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from statistics import median

from msgspec import Struct

from facilitator.domain.debrief.timing_rows import KindSeconds
from facilitator.domain.plan.agenda import Agenda

FEWEST_SESSIONS = 5
"""Fewer say too little."""
LATE_SHARE = 0.8
"""How much of the past ended no later than what is called the late end."""

TimesByKind = Mapping[str, KindSeconds]
"""What one interview had planned and took, in seconds by kind of segment. It took some time."""


class KindForecast(Struct, frozen=True):
    """What the segments of one kind would take, in seconds, at the median."""

    kind: str
    planned_seconds: int
    median_seconds: int


class Forecast(Struct, frozen=True, kw_only=True):
    """How long an agenda would take by so many past sessions, in seconds; None and empty if they are too few.

    In half of them it would have ended by `median_seconds`, in four of five by `late_seconds`.
    """

    sessions: int
    planned_seconds: int
    median_seconds: int | None = None
    late_seconds: int | None = None
    by_kind: tuple[KindForecast, ...] = ()


def forecast(agenda: Agenda, past: Sequence[TimesByKind]) -> Forecast:
    """Return what past sessions let expect of an agenda. A kind that one of them didn't have ran as all of it did."""
    planned = agenda.planned_seconds_by_kind
    if len(past) < FEWEST_SESSIONS:
        return Forecast(sessions=len(past), planned_seconds=agenda.planned_seconds)
    expected = [{kind: planned[kind] * _ratio(times, kind) for kind in planned} for times in past]
    totals = sorted(sum(one.values()) for one in expected)
    return Forecast(
        sessions=len(past),
        planned_seconds=agenda.planned_seconds,
        median_seconds=round(median(totals)),
        late_seconds=round(_nearest_rank(totals, LATE_SHARE)),
        by_kind=tuple(
            KindForecast(kind.value, planned[kind], round(median(one[kind] for one in expected))) for kind in planned
        ),
    )


def _ratio(times: TimesByKind, kind: str) -> float:
    """Return actual against planned: above 1 is longer than planned."""
    one = times.get(kind)
    if one is not None and one.planned:
        return one.actual / one.planned
    planned = sum(each.planned for each in times.values())
    return sum(each.actual for each in times.values()) / planned if planned else 1.0


def _nearest_rank(ordered: Sequence[float], share: float) -> float:
    """Return the smallest value that so large a share of them doesn't exceed (nearest-rank percentile)."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
