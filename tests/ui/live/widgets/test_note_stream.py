"""The note stream: the notes as they were kept, the newest last, each with what it belongs to."""

import pytest
from rich.cells import cell_len

from facilitator.ui.live.widgets.note_stream import NoteStream
from tests.domain.session.sealed import SEALED
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


@pytest.fixture
def host() -> Host:
    return Host(NoteStream("Notes"))


@pytest.fixture
def conductor():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    for minute in range(3):
        conductor.submit(f"+ note {minute}")
        clock.advance(60)
    return conductor


async def test_without_a_note_it_says_how_to_take_one(host):
    conductor, _ = opened(small_agenda())
    async with host.run() as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        assert host.shown[-1].strip() == "Type, and Enter keeps it."


async def test_the_newest_stands_last_under_the_segment_that_it_was_taken_in(host, conductor):
    async with host.run(60, 8) as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        rows = [row for row in host.shown if row.strip()]
        assert rows[0].startswith("── 1. First")
        assert [row.split()[:4] for row in rows[1:]] == [
            [f"10:0{minute}", "+", "note", str(minute)] for minute in range(3)
        ]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (110, "10:02 ann     n3    + strength  note 2"),
        (60, "10:02 + note 2  strength ann n3"),
        (30, "10:02 + note 2"),
    ],
)
async def test_with_more_room_a_note_says_who_took_it_and_what_it_means(host, conductor, width, row):
    async with host.run(width, 4) as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        assert host.shown[-1] == row


async def test_what_is_wanted_filters_them(host, conductor):
    async with host.run() as pilot:
        host.widget.show(conductor.session, "1")
        await pilot.pause()
        assert host.widget.found == 1
        assert [row.split()[3] for row in host.shown if row.strip()] == ["1"]
        host.widget.show(conductor.session, "zebra")
        await pilot.pause()
        assert host.shown[-1].strip() == "No note contains “zebra”."


async def test_scrolling_back_leaves_out_the_newest(host, conductor):
    async with host.run(60, 2) as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        host.widget.move_view(-1)
        await pilot.pause()
        assert "note 1" in host.shown[-1]
        host.widget.move_view(9)
        await pilot.pause()
        assert "note 2" in host.shown[-1]


async def test_a_click_on_a_note_says_which(host, conductor):
    async with host.run() as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        await host.click(pilot, "note 1")
    [chosen] = host.heard
    assert chosen.note.number == 2


@pytest.mark.parametrize(
    ("height", "rows", "told"),
    [
        (1, ["10:00  …words"], "Notes · ↑ 1 more"),
        (2, ["10:00  …some", "        words"], "Notes · ↑ 1 more"),
        (4, ["10:00   a note of", "        quite", "        some", "        words"], "Notes · ↑ 1 more"),
        (5, ["10:00 + before", "10:00   a note of", "        quite", "        some", "        words"], "Notes"),
    ],
)
async def test_the_end_of_a_note_is_marked_as_such_and_the_others_are_counted(host, height, rows, told):
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit("+ before")
    conductor.submit("a note of quite some words")
    async with host.run(17, height) as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        assert [row.rstrip() for row in host.shown] == rows
        assert str(host.widget.border_title) == told


@pytest.mark.parametrize("text", ["\nwords", "w" * 60, "\n\n\n", "é" * 30 + "\n" + "x" * 30])
@pytest.mark.parametrize("width", [5, 15, 16, 17, 60, 110])
@pytest.mark.parametrize("height", [1, 2, 3])
async def test_however_a_note_is_broken_its_end_can_be_shown(host, text, width, height):
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit(f"+ before {text} after")
    conductor.submit(f"{text} after")
    async with host.run(width, height) as pilot:
        host.widget.show(conductor.session)
        await pilot.pause()
        assert len([row for row in host.shown if row.strip()]) <= height
        assert all(cell_len(row) <= width for row in host.shown)


async def test_what_others_keep_to_themselves_is_a_count_in_the_title_until_it_is_opened(host, conductor):
    async with host.run(80, 6) as pilot:
        host.widget.show(SEALED)
        await pilot.pause()
        assert str(host.widget.border_title) == "Notes · sealed for now: Bo Ek's 2"
        assert len([row for row in host.shown if "Bo" in row]) == 0
        host.widget.show(conductor.session)
        await pilot.pause()
        assert str(host.widget.border_title) == "Notes"
