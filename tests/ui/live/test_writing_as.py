"""On the live screen it is seen whose a line is before it is kept, and a key credits whom the line would."""

import pytest

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid
from tests.ui.sessions import opened, screen_of, small_agenda

IDS = ["ivo", "mia", "zoe", "kai", "lea", "tom", "uma", "rex", "pia"]
NINE = [{"id": name, "name": f"{name.title()} Brandt"} for name in IDS]
ASKED = [{"id": f"q{place}", "ask": "What?", "owner": one["id"], "number": place} for place, one in enumerate(NINE, 1)]
SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (40, 6)]


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


def app(conductor) -> FacilitatorApp:
    return FacilitatorApp(Opened(conductor))


def in_front(screen) -> str:
    """What stands before the note line, on its row."""
    writer = screen.writer
    return (
        writer.render_line(0).text.rstrip() if writer.display and writer.region.y == screen.note_line.region.y else ""
    )


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_note_belongs_to_stands_before_the_line_at_every_size(conductor, size):
    shown = app(conductor)
    async with shown.run_test(size=size) as pilot:
        await pilot.pause()
        assert in_front(screen_of(shown)) == "ann · 1. First>"
        await pilot.press(*"/as bo", "enter")
        await pilot.pause()
        assert in_front(screen_of(shown)) == "bo · 1. First>"
        assert screen_of(shown).note_line.region.x == len("bo · 1. First>")
        await pilot.press(*"hello", "enter")
        await pilot.press(*"/as ann", "enter")
        await pilot.pause()
        assert in_front(screen_of(shown)) == "ann · 1. First>"
    assert [(note.author, note.text) for note in conductor.session.notes.values()] == [("bo", "hello")]


@pytest.mark.parametrize(
    ("typed", "before"),
    [
        ("", "ann · 1. First · q1>"),
        ("bo> well", "bo · 1. First · q1>"),
        ("well @q2", "ann · 1. First · q2>"),
        ("well @bo", "ann · 1. First · q1 · @bo>"),
        ("+ well #craft", "ann · 1. First · q1 · strength · #craft>"),
        ("/cover", "ann>"),
    ],
)
async def test_it_follows_what_is_typed(conductor, typed, before):
    conductor.submit("/ask 1")
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        assert in_front(screen_of(shown)) == before
        await pilot.press(*["backspace"] * len(typed))
        await pilot.pause()
        assert in_front(screen_of(shown)) == "ann · 1. First · q1>"


@pytest.mark.parametrize(
    ("size", "before"),
    [((120, 40), "ann · 1. First · 10:00>"), ((60, 20), "ann · 1. First · 10:00>"), ((40, 12), "ann 1. 10:00>")],
)
async def test_a_stamp_stands_there_until_its_note_is_kept(conductor, size, before):
    shown = app(conductor)
    async with shown.run_test(size=size) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert in_front(screen_of(shown)) == before
        await pilot.press(*"so", "enter")
        await pilot.pause()
        assert "10:00" not in in_front(screen_of(shown))


@pytest.mark.parametrize(
    ("typed", "mode"),
    [("hi", "note"), ("bo> hi", "note by bo"), ("bo> /cover", "by bo"), ("zed> hi", "note"), ("/cover", "note")],
)
async def test_the_key_bar_says_whose_the_line_will_be(conductor, typed, mode):
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        assert screen_of(shown).key_bar.mode == mode


async def test_a_command_of_somebody_is_completed_as_any_other(conductor):
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"bo> /cov", "tab")
        await pilot.pause()
        assert screen_of(shown).note_line.text == "bo> /cover "


@pytest.mark.parametrize("lines", [[], ["/ask 2 by ann"], ["/handoff 2 ann"], ["/absent bo"]])
async def test_a_key_credits_whom_the_line_would(lines):
    by_key, _ = opened(small_agenda())
    by_line, _ = opened(small_agenda())
    for conductor in (by_key, by_line):
        for line in ["/start", *lines]:
            conductor.submit(line)
    shown = app(by_key)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "up", "up", "down", "c")
        await pilot.pause()
    by_line.submit("/cover 2")
    marks = by_key.session.marks[-1], by_line.session.marks[-1]
    assert marks[0].question == marks[1].question == "how"
    assert marks[0].panelist == marks[1].panelist


async def test_a_panelist_who_was_selected_is_the_one_who_is_credited(conductor):
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "down", "left", "c")
        await pilot.pause()
    assert (conductor.session.marks[-1].question, conductor.session.marks[-1].panelist) == ("how", "ann")


async def test_a_new_name_is_asked_about_and_has_a_column_then(conductor):
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"/arrived Dana Roth", "enter")
        await pilot.pause()
        assert "isn't on the panel" in screen_of(shown).reply.text
        assert len(conductor.session.plan.panel) == 2
        await pilot.press("enter")
        await pilot.pause()
        heading, *_ = rows(screen_of(shown).grid)
        assert heading.split() == ["ann", "bo", "dana"]


async def test_who_is_absent_has_no_column_and_is_named_below(conductor):
    conductor.submit("/standin Dana Roth for bo")
    shown = app(conductor)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        heading, *others = rows(screen_of(shown).grid)
        assert heading.split() == ["ann", "dana"]
        assert any("Absent: bo (dana sits in)." in row for row in others)
        assert str(screen_of(shown).grid.border_title) == "Coverage · 1 absent"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_every_column_is_reached_and_those_out_of_sight_are_counted(size):
    segments = [{"id": "one", "title": "One", "length_seconds": 600, "questions": ASKED}]
    conductor, _ = opened(small_agenda(panel=NINE, segments=segments, competencies=[]))
    conductor.submit("/start")
    shown = app(conductor)
    async with shown.run_test(size=size) as pilot:
        await pilot.pause()
        heading, *_ = rows(screen_of(shown).grid)
        names = heading.partition("›")[0].split()
        assert names == [one["id"] for one in NINE[: len(names)]]
        assert heading.endswith(f"›{len(NINE) - len(names)}")
        await pilot.press("escape", *["right"] * (len(NINE) - 1))
        await pilot.pause()
        heading, *_ = rows(screen_of(shown).grid)
        assert heading.split()[-1] == "pia"
        assert heading.strip().startswith(f"‹{len(NINE) - len(names)}")


def rows(grid: CoverageGrid) -> list[str]:
    return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]
