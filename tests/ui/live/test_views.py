"""The two views for other eyes: the curtain shows the candidate's side and nothing else, the clock view the clock."""

import pytest

from facilitator.showing.curtain import seen_by_them
from facilitator.ui.app import FacilitatorApp, Opened, Picking
from facilitator.ui.live.views import ClockView, Curtain, PlainOrder, View
from tests.ui.hosting import Host
from tests.ui.sessions import NORMAL, OVERTIME, WAITING, played


@pytest.fixture
def played_so_far():
    return played(NORMAL)


def app_with(view: View) -> FacilitatorApp:
    return FacilitatorApp(Picking(lambda: view, str))


def drawn(app: FacilitatorApp) -> str:
    return app.export_screenshot().replace("&#160;", " ")


async def test_the_curtain_shows_title_order_and_clock_and_nothing_of_the_panels(played_so_far):
    conductor, _ = played_so_far
    app = app_with(Curtain(conductor.session, conductor.now()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        shown = drawn(app)
        assert "VP Sales, final round" in shown
        assert "Territory and pipeline workshop" in shown
        for secret in ("churn", "pipeline as of", "strength", "must", "Eszter"):
            assert secret not in shown


async def test_what_is_over_what_runs_and_what_is_ahead_stand_with_their_times():
    conductor, _ = played(NORMAL)
    host = Host(PlainOrder())
    async with host.run(60, 12) as pilot:
        host.widget.show(seen_by_them(conductor.session, conductor.now()).items)
        await pilot.pause()
        marks = [row.strip()[0] for row in host.shown if row.strip()]
        assert marks == sorted(marks, key="✓▶1".index)
        assert marks.count("▶") == 1


async def test_before_the_start_the_clock_of_the_curtain_has_no_title_of_its_own():
    conductor, _ = played(WAITING)
    view = Curtain(conductor.session, conductor.now())
    async with app_with(view).run_test() as pilot:
        await pilot.pause()
        assert view.figures.face is not None
        assert view.figures.face.title == ""


async def test_the_clock_view_follows_the_moment(played_so_far):
    conductor, clock = played_so_far
    view = ClockView(conductor.session, conductor.now())
    async with app_with(view).run_test() as pilot:
        await pilot.pause()
        assert view.figures.face is not None
        before = view.figures.face.remaining_seconds
        clock.advance(60)
        view.now = conductor.now()
        view.show_moment()
        assert view.figures.face.remaining_seconds == before - 60


@pytest.mark.parametrize("key", ["escape", "f2", "f3"])
async def test_its_keys_take_it_away(played_so_far, key):
    conductor, _ = played_so_far
    view = ClockView(conductor.session, conductor.now())
    app = app_with(view)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.return_code == 0


async def test_one_click_does_nothing_so_that_nobody_shows_their_notes_by_touching_the_mouse(played_so_far):
    conductor, _ = played_so_far
    view = Curtain(conductor.session, conductor.now())
    app = app_with(view)
    async with app.run_test() as pilot:
        await pilot.click(offset=(5, 5))
        assert app.screen is view
        await pilot.double_click(offset=(5, 5))
        await pilot.pause()
        assert app.return_code == 0


@pytest.mark.parametrize(("overtime", "said"), [(False, "▶ left"), (True, "■ over")])
async def test_the_curtain_has_no_colour_of_alarm_even_where_it_shows_overtime(overtime, said):
    conductor, _ = played(OVERTIME)
    view = Curtain(conductor.session, conductor.now())
    view.overtime = overtime
    app = app_with(view)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert said in drawn(app)
        assert {span.role for row in view.figures.rows for span in row.spans} <= {"", "title", "strong"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_curtain_in_overtime_as_it_looks(snap_compare, size):
    assert snap_compare(FacilitatorApp(Opened(played(OVERTIME)[0])), press=["f2"], terminal_size=size)
