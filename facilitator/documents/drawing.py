"""The layout of a time chart, in the units of the picture; separate, so that the page only has to print it."""

from math import ceil

from msgspec import Struct

from facilitator.documents.document import Bar, BarRow, TimeChart

WIDTH, LEFT, RIGHT, TOP, ROW = 1000, 290, 150, 28, 34
LONGEST_TITLE = 34
_STEPS_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480)
_MOST_TICKS = 10


class Tick(Struct, frozen=True):
    x: float
    label: str


class DrawnBar(Struct, frozen=True):
    x: float
    width: float


class DrawnRow(Struct, frozen=True):
    title: str
    y: int
    planned: DrawnBar
    actual: tuple[DrawnBar, ...]
    says: str
    says_x: float
    tone: str


class Drawing(Struct, frozen=True):
    width: int
    height: int
    left: int
    top: int
    bottom: int
    ticks: tuple[Tick, ...]
    rows: tuple[DrawnRow, ...]


def drawing(chart: TimeChart) -> Drawing:
    """Lay out a chart with a row per segment, the plan above what happened, and ticks at whole minutes."""
    scale = (WIDTH - LEFT - RIGHT) / max(chart.seconds, 1)
    bottom = TOP + ROW * len(chart.rows)
    least = chart.seconds / 60 / _MOST_TICKS
    longest = _STEPS_MINUTES[-1]
    step = next((step for step in _STEPS_MINUTES if step >= least), ceil(least / longest) * longest)
    minutes = range(0, int(chart.seconds // 60) + 1, step)
    return Drawing(
        width=WIDTH,
        height=bottom + 6,
        left=LEFT,
        top=TOP,
        bottom=bottom,
        ticks=tuple(Tick(round(LEFT + minute * 60 * scale, 1), str(minute)) for minute in minutes),
        rows=tuple(_row(row, TOP + ROW * number, scale) for number, row in enumerate(chart.rows)),
    )


def _row(row: BarRow, y: int, scale: float) -> DrawnRow:
    actual = tuple(_bar(bar, scale) for bar in row.actual)
    planned = _bar(row.planned, scale) if row.planned.seconds else DrawnBar(LEFT, 0)  # an added segment had no plan
    title = f"{row.number}. {row.title}"
    return DrawnRow(
        title=title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…",
        y=y,
        planned=planned,
        actual=actual,
        says=row.says,
        says_x=round(max(bar.x + bar.width for bar in (planned, *actual)) + 8, 1),
        tone=row.tone,
    )


def _bar(bar: Bar, scale: float) -> DrawnBar:
    start = max(0, bar.start)
    return DrawnBar(round(LEFT + start * scale, 1), round(max((bar.end - start) * scale, 1.5), 1))
