"""However much there is to show and however small the screen: nothing that counts goes, nothing is cut in silence."""

import re

import pytest
from rich.cells import cell_len

from facilitator.domain.text.durations import clock_text
from facilitator.domain.text.plain_text import clean
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.live.widgets.countdown import Countdown
from facilitator.ui.toolkit.digits import figures
from facilitator.ui.toolkit.pane import Pane
from tests.ui.full_house import NAMES, SIZES, STATES, full_house, in_state
from tests.ui.sessions import screen_of

AT_HAND, SELECTED = "a question at hand", "a cell far off is selected"
NO_NOTES = "a late end and a room that is lost"


def shown(pane: Pane) -> list[str]:
    """The rows of a pane as the terminal shows them."""
    return [pane.render_line(y).text for y in range(pane.size.height)]


def words(rows: list[str]) -> str:
    return " ".join(" ".join(rows).split())


def panes_of(app: FacilitatorApp) -> list[Pane]:
    return [pane for pane in screen_of(app).query(Pane) if pane.size.height and pane.region.height]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES)
async def test_whatever_there_is_to_show(state, size):
    app, keys = in_state(state)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        screen = screen_of(app)
        name_stays(screen.banner, clean(NAMES[STATES[state][0]]))
        clock_is_whole(screen.countdown)
        for pane in panes_of(app):
            nothing_is_cut_in_silence(pane)
        if state == SELECTED and size[0] >= 80:
            assert any(
                screen.grid.target_at(x, y) == screen.selection
                for y in range(screen.grid.size.height)
                for x in range(screen.grid.size.width)
            )
        if state == AT_HAND and size[1] >= 20:
            asked = full_house().questions[16]
            assert f"q17 {asked.ask}" in words(shown(screen.questions))
            assert "Daniel Owusu" in words(shown(screen.questions))


def name_stays(banner: Pane, name: str) -> None:
    [row] = shown(banner)
    if cell_len(name) + len("  10:00") <= banner.size.width:
        assert row.startswith(name)
    else:
        assert row.startswith(name[: banner.size.width // 2])
        assert "…" in row


def clock_is_whole(clock: Countdown) -> None:
    """Check that the figures are there in one of their sizes, from the first cell to the last."""
    session = clock.session
    assert session is not None
    is_over = session.ended_at is not None
    counted = clock_text(timing.elapsed_seconds(*as_shown(session, clock.now))) if is_over else clock.face.digits
    drawn = shown(clock)
    assert len(clock.rows) <= clock.size.height
    assert any(
        all(
            any(row.startswith(figure.rstrip()) for row in drawn)
            for figure in figures(counted, clock.size.width, height)
        )
        for height in (3, 5)
    )


def nothing_is_cut_in_silence(pane: Pane) -> None:
    hidden = pane.hidden()
    assert all(cell_len("".join(span.text for span in row.spans)) <= pane.size.width for row in pane.rows)
    if any(hidden):
        told = str(pane.border_title) if pane.title else shown(pane)[-1]
        assert re.search(r"[↑↓] (\d+ |…)", told)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=str)
async def test_a_question_that_is_asked_comes_into_view_wherever_one_was_looking(size):
    app, keys = in_state(SELECTED)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        screen = screen_of(app)
        screen.send("/ask 38")
        await pilot.pause()
        asked = full_house().questions[37]
        assert f"q38 {'must ' * asked.must}{asked.ask}" in words(shown(screen.questions))
        if size[0] >= 80:
            assert any("q38" in row for row in shown(screen.grid))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
async def test_the_bar_counts_the_keys_that_it_has_no_room_for(size):
    app, _ = in_state(AT_HAND)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        bar = screen_of(app).key_bar
        told = words(shown(bar))
        left = re.search(r"\+(\d+) ", told)
        stands = sum(f"{key.shown} {key.does}" in told for key in bar.keys)
        assert stands + int(left[1] if left else 0) == len(bar.keys)


async def test_questions_go_before_empty_notes_and_notes_get_the_room_that_they_need():
    app, _ = in_state(NO_NOTES)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(app)
        assert screen.stream.size.height == 1
        before = screen.questions.size.height
        for number in range(3):
            screen.send(f"note {number}")
            await pilot.pause()
        await pilot.pause()
        assert screen.stream.size.height == 4
        assert screen.questions.size.height == before - 3
        assert words(shown(screen.stream)).count("note") == 3


async def test_the_notes_say_how_many_stand_before_and_after_those_in_view():
    app, _ = in_state(AT_HAND)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(app)
        for number in range(20):
            screen.send(f"note {number}")
        await pilot.pause()
        assert re.search(r"Notes · ↑ \d+ more", str(screen.stream.border_title))
        await pilot.press("pageup")
        await pilot.pause()
        assert "↓ 5 more" in str(screen.stream.border_title)


class TestPictures:
    @pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
    @pytest.mark.parametrize("state", STATES)
    def test_each_state(self, snap_compare, state, size):
        app, keys = in_state(state)
        assert snap_compare(app, terminal_size=size, press=keys)
