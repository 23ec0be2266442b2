"""Coverage: a row per question, a column per panelist; a click selects a cell and a second one marks it."""

import pytest

from facilitator.ui.live.selection import Selection
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid, short_ids
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(CoverageGrid("Coverage"))


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


def show(host: Host, conductor, cursor=None, suggested: int = 0, hints=()) -> None:
    host.widget.show(conductor.session, cursor, 0, suggested, hints)


async def test_it_shows_who_has_covered_what_and_how_much_of_theirs(host, conductor):
    conductor.submit("/cover 1")
    conductor.submit("/partly 2 by bo")
    async with host.run(60) as pilot:
        show(host, conductor)
        await pilot.pause()
        assert host.shown[0].split() == ["ann", "bo"]
        assert host.shown[1].split() == ["covered", "1/1", "0/1"]
        assert host.shown[2].split() == ["●", "q1", "●", "·", "Why?"]
        assert host.shown[3].split() == ["◐", "q2", "·", "◐", "How?"]


async def test_competencies_are_counted_below(host, conductor):
    conductor.submit("/cover 1")
    conductor.submit("/rate craft 4")
    async with host.run(60) as pilot:
        show(host, conductor)
        await pilot.pause()
        at = next(place for place, row in enumerate(host.shown) if "Craft" in row)
        assert host.shown[at - 1].strip() == "covered, by competency"
        assert host.shown[at].endswith("1/1, rated 1×")


async def test_an_open_must_ask_and_the_next_question_are_marked_and_hints_are_told(host, conductor):
    async with host.run(60) as pilot:
        show(host, conductor, suggested=1, hints=["bo was not heard yet"])
        await pilot.pause()
        assert host.shown[3].startswith("»○ q1  !")
        assert "bo was not heard yet" in "\n".join(host.shown)


async def test_a_click_selects_a_cell_and_a_click_on_the_selected_marks_it(host, conductor):
    async with host.run(60) as pilot:
        show(host, conductor)
        await pilot.pause()
        await host.click(pilot, "·")
        [selected] = host.heard
        assert type(selected) is CoverageGrid.Selected
        show(host, conductor, Selection(selected.question, selected.panelist))
        await pilot.pause()
        await host.click(pilot, "·")
    [_, marked] = host.heard
    assert type(marked) is CoverageGrid.Marked
    assert (marked.question, marked.panelist) == (selected.question, selected.panelist) == (1, "bo")


async def test_a_click_beside_the_cells_chooses_the_question(host, conductor):
    async with host.run(60) as pilot:
        show(host, conductor)
        await pilot.pause()
        await host.click(pilot, "How?")
    [chosen] = host.heard
    assert (type(chosen), chosen.number) == (CoverageGrid.Chosen, 2)


def test_columns_that_begin_alike_show_how_they_end():
    assert short_ids(["ann-lee", "ann-lee-2", "bo"], 4) == ["…lee", "…e-2", "bo"]


@pytest.mark.parametrize("width", [20, 24, 31, 33, 35, 39, 46, 60])
async def test_the_heading_has_one_row_whichever_panelist_is_selected(width: int):
    panel = [{"id": f"{number}-on-it", "name": f"Panelist {number}", "lead": number == 1} for number in range(1, 9)]
    conductor, _ = opened(small_agenda(panel=panel, competencies=[]))
    host = Host(CoverageGrid("Coverage"))
    async with host.run(width) as pilot:
        for number in range(1, 9):
            show(host, conductor, cursor=Selection(1, f"{number}-on-it"))
            await pilot.pause()
            assert "covered" in host.shown[1]
            assert f"{number}-" in host.shown[0]
