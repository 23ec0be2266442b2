"""Any size at any time: no crash, no clipped countdown, no lost focus, no lost text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.domain.text.durations import clock_text
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.toolkit.digits import figures
from tests.ui.hosting import resized
from tests.ui.sessions import OVERTIME, played, screen_of

SIZES = [(20, 5), (200, 60), (1, 1), (40, 12), (1, 40), (120, 40), (300, 1), (7, 2), (80, 24)]


async def test_resizing_while_typing_keeps_text_and_focus():
    conductor, _ = played(OVERTIME)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        for number, size in enumerate(SIZES):
            await pilot.press(*f"n{number} ")
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.focused is screen_of(app).note_line
        await pilot.press("enter")
    assert list(conductor.session.notes.values())[-1].text == " ".join(f"n{number}" for number in range(len(SIZES)))


async def test_the_countdown_is_never_clipped():
    conductor, _ = played(OVERTIME)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test() as pilot:
        pane = screen_of(app).countdown
        async for size in resized(pilot, SIZES):
            expected = figures("2:35", pane.size.width, pane.size.height)
            assert len(pane.rows) <= pane.size.height, size
            drawn = ["".join(span.text for span in row.spans) for row in pane.rows]
            assert all(cell_len(row) <= pane.size.width for row in drawn), size
            assert "2:35" in "".join(drawn) or len(expected) >= 3 or pane.size.width < 4, size


@pytest.mark.parametrize("size", SIZES)
async def test_who_starts_at_a_size_sees_what_one_sees_who_comes_to_it(size):
    async def seen(first: tuple[int, int]) -> list[str]:
        conductor, _ = played(OVERTIME)
        app = FacilitatorApp(Opened(conductor))
        async with app.run_test(size=first) as pilot:
            await pilot.pause()
            if first != size:
                assert [one async for one in resized(pilot, [size])] == [size]
            return ["".join(span.text for span in row.spans) for row in screen_of(app).countdown.rows]

    assert await seen(size) == await seen((100, 30))


@given(st.integers(0, 90_000), st.integers(1, 120), st.integers(1, 40))
def test_figures_fit_or_shrink_to_the_minutes(seconds, width, height):
    text = clock_text(seconds)
    rows = figures(text, width, height)
    assert len(rows) <= height
    assert all(cell_len(row) <= width for row in rows)
    if len(text) <= width:
        assert any(row.strip() for row in rows)
