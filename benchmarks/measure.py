"""What a benchmark comes to: numbers against a goal.

The two programs of a pair run one after the other, again and again (A B A B …), so that whatever else
the machine does at the time happens to both; the pair's ratio is what counts, and the median of all.
"""

from collections.abc import Callable, Sequence
from statistics import median

from msgspec import Struct


class Scale(Struct, frozen=True):
    """How thoroughly to measure. `keys` are typed in each run."""

    pairs: int
    keys: int
    rest_seconds: float
    notes: int


FULL = Scale(pairs=11, keys=300, rest_seconds=8, notes=100)
QUICK = Scale(pairs=3, keys=60, rest_seconds=3, notes=30)


class Measure(Struct, frozen=True):
    """One line of the table. `values` are ratios (`unit` ×), or amounts in `unit`; the median counts against `goal`.

    `ours` and `bare` are the medians of the two programs of the pairs, in `of_unit`, to give an idea of the size.
    """

    what: str
    against: str
    goal: float
    unit: str
    values: tuple[float, ...]
    ours: float | None = None
    bare: float | None = None
    of_unit: str = ""

    @property
    def value(self) -> float:
        return median(self.values)

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal


def in_turn(bare: Callable[[], float], ours: Callable[[], float], pairs: int) -> list[tuple[float, float]]:
    """`pairs` pairs of (bare, ours); each is run once before, so that both start with warm caches."""
    bare()
    ours()
    return [(bare(), ours()) for _ in range(pairs)]


def ratio(what: str, against: str, goal: float, pairs: Sequence[tuple[float, float]], of_unit: str) -> Measure:
    """The measure of pairs of (bare, ours)."""
    return Measure(
        what,
        against,
        goal,
        "×",
        tuple(ours / bare for bare, ours in pairs),
        ours=median(ours for _, ours in pairs),
        bare=median(bare for bare, _ in pairs),
        of_unit=of_unit,
    )


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of `values` don't exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
