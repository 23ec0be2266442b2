"""Where a time chart is drawn: the plan above what happened, on one axis of whole minutes."""

import pytest
from msgspec.structs import replace

from facilitator.documents.document import Bar, TimeChart
from facilitator.documents.drawing import LEFT, LONGEST_TITLE, RIGHT, ROW, WIDTH, drawing
from facilitator.reports.panel.timing_blocks import time_chart

HOUR = 3600


@pytest.fixture
def row(final_round):
    """Makes a row of a chart."""
    [like, *_] = time_chart(final_round).rows

    def made(number, planned, *actual, title="Talk"):
        visits = tuple(Bar(*visit) for visit in actual)
        return replace(like, number=number, title=title, planned=Bar(*planned), actual=visits)

    return made


def test_a_segment_has_a_row_with_its_plan_and_each_of_its_visits(row):
    drawn = drawing(TimeChart(HOUR, (row(1, (0, 1800), (0, 600), (900, 1800)), row(2, (1800, HOUR)))))
    first, second = drawn.rows
    assert (first.title, second.title) == ("1. Talk", "2. Talk")
    assert second.y - first.y == ROW
    assert (len(first.actual), len(second.actual)) == (2, 0)
    assert first.planned.x == LEFT
    assert second.planned.x == first.planned.x + first.planned.width
    assert first.says_x > max(bar.x + bar.width for bar in (first.planned, *first.actual))


def test_all_of_it_fits_between_the_titles_and_what_is_said(row):
    drawn = drawing(TimeChart(HOUR, (row(1, (0, HOUR)),)))
    assert drawn.rows[0].planned.x + drawn.rows[0].planned.width == WIDTH - RIGHT


@pytest.mark.parametrize(
    ("seconds", "labels"),
    [(600, "0 1 2 3"), (5400, "0 10 20 30"), (0, "0"), (48 * HOUR, "0 480"), (10**9 * HOUR, "0 ")],
)
def test_the_axis_has_ticks_at_whole_minutes_and_few_of_them(seconds, labels):
    ticks = drawing(TimeChart(seconds, ())).ticks
    assert " ".join(tick.label for tick in ticks).startswith(labels)
    assert len(ticks) <= 11


def test_what_began_early_begins_at_the_axis_and_the_shortest_bar_can_be_seen(row):
    drawn = drawing(TimeChart(HOUR, (row(1, (0, 600), (-60, 0)),)))
    [visit] = drawn.rows[0].actual
    assert visit.x == LEFT
    assert visit.width == 1.5


def test_a_long_title_is_cut(row):
    [drawn] = drawing(TimeChart(HOUR, (row(1, (0, 600), title="word " * 20),))).rows
    assert len(drawn.title) == LONGEST_TITLE
    assert drawn.title.endswith("…")
