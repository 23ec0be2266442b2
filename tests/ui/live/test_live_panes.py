"""What the live screen does with the room it has: nothing is cut, nothing that is read or typed is covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.documents.cells import enumerated
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.hosting import resized
from tests.ui.keyboard import burst
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, played, screen_of

SIZES = [(200, 60), (160, 45), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12)]
LINES = ["/", "good #", "x @", "x q1", "/cover ", "/recover ", "/rate "]


def text_of(pane) -> str:
    return "\n".join("".join(span.text for span in row.spans) for row in pane.rows)


def running(until: float = NORMAL) -> FacilitatorApp:
    return FacilitatorApp(Opened(played(until)[0]))


@given(st.lists(st.text(max_size=12), max_size=6), st.integers(0, 60))
def test_of_several_parts_only_whole_ones_are_said(parts, width):
    said = enumerated(parts, width)
    assert cell_len(said) <= width
    whole = [", ".join(filter(None, parts[:many])) for many in range(len(parts) + 1)]
    assert said in whole


@pytest.mark.parametrize("until", [WAITING, NORMAL, DANGER, OVERTIME, ENDED])
async def test_what_the_clock_says_is_said_in_full(until):
    async with running(until).run_test() as pilot:
        async for size in resized(pilot, SIZES):
            assert "…" not in text_of(screen_of(pilot.app).countdown), size


async def test_protected_time_and_the_end_are_there_at_every_size():
    async with running(OVERTIME).run_test() as pilot:
        async for size in resized(pilot, SIZES):
            shown = text_of(screen_of(pilot.app).countdown)
            assert "spending 2:10 of their 15:00" in shown, size
            assert "Interview 2:10 over" in shown, size
            assert "ends 11:34" in shown, size


async def test_a_pause_says_what_stands_still():
    conductor, _ = played(OVERTIME)
    conductor.submit("/pause")
    async with FacilitatorApp(Opened(conductor)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "‖ over the 15:00, paused" in text_of(screen_of(pilot.app).countdown)


@pytest.mark.parametrize("typed", LINES)
async def test_what_is_offered_covers_neither_the_reply_nor_the_line(typed):
    async with running(OVERTIME).run_test() as pilot:
        await burst(pilot, *([] if typed.startswith("/") else ["a", "ctrl+j", "b", "ctrl+j"]), *typed)
        screen = screen_of(pilot.app)
        async for size in resized(pilot, SIZES):
            assert screen.completions.display, size
            assert screen.completions.region.height > 0, size
            assert screen.completions.region.bottom <= screen.reply.region.y < screen.note_line.region.y, size


async def test_what_is_asked_about_is_not_covered_by_what_is_offered():
    async with running().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"/cover 5", "enter")
        await pilot.pause()
        screen = screen_of(pilot.app)
        assert "covered q5" in screen.reply.text
        assert not screen.completions.display


async def test_an_empty_line_says_in_full_what_it_is_for():
    async with running().run_test() as pilot:
        line = screen_of(pilot.app).note_line
        async for size in resized(pilot, [(width, 24) for width in (200, 120, 100, 80, 60, 40, 20)]):
            assert cell_len(str(line.placeholder)) < line.size.width, size


async def test_every_key_that_does_something_is_on_the_screen():
    async with running().run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        screen = screen_of(pilot.app)
        shown = text_of(screen.key_bar).split()
        assert {key.does for key in screen.key_bar.keys} <= set(shown)


async def test_the_bar_says_what_enter_and_tab_do_only_while_they_do_it_and_a_click_does_it_too():
    conductor, _ = played(NORMAL)
    async with FacilitatorApp(Opened(conductor)).run_test(size=(100, 30)) as pilot:
        screen = screen_of(pilot.app)
        await pilot.pause()
        assert "Enter" not in text_of(screen.key_bar)
        await pilot.press(*"fine #pip")
        await pilot.pause()
        bar = text_of(screen.key_bar)
        assert "Enter keep  Tab complete" in bar
        await pilot.click(screen.key_bar, offset=(bar.index("Tab"), 0))
        await pilot.pause()
        assert screen.note_line.text == "fine #pipeline "
        assert "Tab" not in text_of(screen.key_bar)
        await pilot.click(screen.key_bar, offset=(bar.index("Enter"), 0))
        await pilot.pause()
        assert [note.text for note in conductor.session.notes.values()][-1] == "fine #pipeline"
        await pilot.press(*"/undo")
        await pilot.pause()
        assert "Enter do it" in text_of(screen.key_bar)


@pytest.mark.parametrize(("width", "is_shown"), [(80, True), (120, False), (60, False)])
async def test_the_key_of_the_panes_is_shown_where_one_is_hidden(width, is_shown):
    async with running().run_test(size=(width, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert ("Tab pane" in text_of(screen_of(pilot.app).key_bar)) is is_shown


async def test_the_line_is_as_high_as_its_text_at_every_width():
    async with running().run_test(size=(130, 30)) as pilot:
        line = screen_of(pilot.app).note_line
        await pilot.press(*"a note of several words and a tag")
        heights = []
        for width in (20, 40, 130):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            await pilot.pause()
            heights.append(line.size.height)
        assert heights == [2, 2, 1]


async def test_what_is_offered_never_covers_the_countdown():
    async with running(OVERTIME).run_test() as pilot:
        await pilot.press("/")
        screen = screen_of(pilot.app)
        clock = screen.countdown
        async for size in resized(pilot, [*((40, height) for height in range(5, 25)), *SIZES[:-1], (80, 16)]):
            drawn = ["".join(span.text for span in row.spans) for row in clock.rows]
            figures = [y for y, row in enumerate(drawn) if set(row) & set("█┃┏┗╺╹╻")]
            assert screen.completions.offered
            covered = screen.completions.region.y if screen.completions.region.height else size[1]
            assert clock.content_region.y + figures[-1] < covered, size


async def test_a_pane_begins_with_a_whole_question():
    async with running().run_test(size=(40, 40)) as pilot:
        await pilot.pause()
        pane = screen_of(pilot.app).questions
        assert pane.top > 0
        assert text_of(pane).split("\n")[pane.top].lstrip().startswith("◔ q6 must")


async def test_a_key_hands_a_question_to_the_one_who_is_selected_and_else_asks_whom():
    conductor, _ = played(NORMAL)
    async with FacilitatorApp(Opened(conductor)).run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "down", "o")
        await pilot.pause()
        screen = screen_of(pilot.app)
        assert screen.note_line.text == "/handoff q7 "
        assert "@" not in text_of(screen.completions)
        assert "cro" in text_of(screen.completions)
        await pilot.press("escape", "right", "o")
        await pilot.pause()
        assert conductor.session.owner(conductor.session.plan.questions[6]) == "cro"


async def test_a_remapped_key_stands_in_the_bar_as_it_is_now():
    app = FacilitatorApp(Opened(played(NORMAL)[0]), keymap={"live.stamp": "f9", "command.next": "f8"})
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "F9 stamp" in text_of(screen_of(app).key_bar)
        await pilot.press("escape")
        await pilot.pause()
        assert "F8 next" in text_of(screen_of(app).key_bar)


@pytest.mark.parametrize(
    ("size", "line", "titles"),
    [
        ((60, 20), "", ["Questions", "Coverage", "Running order", "Their questions"]),
        ((60, 20), "/goto 7", ["Their questions", "Questions", "Coverage", "Running order"]),
        ((80, 24), "", ["Coverage", "Running order", "Their questions"]),
        ((80, 24), "/goto 7", ["Their questions", "Coverage", "Running order"]),
    ],
)
async def test_every_pane_that_has_no_room_can_be_turned_to(size, line, titles):
    async with running().run_test(size=size) as pilot:
        screen = screen_of(pilot.app)
        if line:
            screen.send(line)
        seen = []
        for _ in range(len(titles) + 1):
            await pilot.pause()
            panes = (screen.questions, screen.grid, screen.running_order, screen.theirs)
            shown = [str(pane.title) for pane in panes if pane.region.height > 0 and pane.region.width > 0]
            seen.append([title for title in shown if title in titles])
            await pilot.press("f4")
        assert seen == [[title] for title in [*titles, titles[0]]]


@pytest.mark.parametrize(
    ("size", "said"),
    [((120, 40), "All panes are on the screen."), ((40, 12), "This window has room for no other pane.")],
)
async def test_where_no_pane_can_be_turned_to_that_is_said(size, said):
    async with running().run_test(size=size) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        assert screen_of(pilot.app).reply.text == said
