"""The screen never waits for the disk, and calls nothing kept before it is."""

import asyncio
import threading

import pytest
from textual.events import Paste

from facilitator.ui.app import FacilitatorApp, Opened
from tests.disks import LONGEST_WAIT_SECONDS, Disk
from tests.ui.sessions import opened, small_agenda


class Room:
    """The live screen of a running interview that is kept in the background, on `disk`."""

    def __init__(self):
        self.disk = Disk()
        self.draft = Draft()
        self.conductor, self.clock = opened(small_agenda(), log=self.disk)
        self.conductor.submit("/start")
        self.conductor.keep_in_background()
        self.app = FacilitatorApp(Opened(self.conductor, self.draft))

    @property
    def screen(self):
        return self.app.screen

    @property
    def painted(self):
        """What can be read on the screen."""
        return self.app.export_screenshot().replace("&#160;", " ")

    @property
    def notes(self):
        return [note.text for note in self.conductor.session.notes.values()]

    @property
    def notes_on_disk(self):
        return [event.fact.text for event in self.disk.events if hasattr(event.fact, "text")]

    async def disk_answers(self, pilot):
        self.disk.go_on()
        await self.screen.told
        await pilot.pause()


class Draft:
    """A draft of which one can tell whether it was forgotten."""

    def __init__(self):
        self.text = ""
        self.saved = threading.Event()
        self.forgotten = threading.Event()

    def load(self):
        return ""

    def save(self, text, names=()):
        self.text = text
        self.saved.set()

    def clear(self):
        self.text = ""
        self.forgotten.set()


@pytest.fixture
def room():
    room = Room()
    yield room
    room.disk.go_on()
    room.conductor.close()


async def test_what_is_typed_while_the_disk_hangs_is_painted_and_nothing_is_called_kept(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"first", "enter", *"second")
        await pilot.pause()
        assert room.screen.reply.text == "Keeping …"
        assert room.screen.note_line.text == "second"
        assert "first" in room.painted
        assert "second" in room.painted
        assert "Kept" not in room.painted
        assert room.notes_on_disk == []

        await pilot.press("enter")
        await pilot.pause()
        assert room.notes == ["first", "second"]
        assert room.screen.reply.text == "Keeping …"

        await room.disk_answers(pilot)
        assert room.screen.reply.text == "Kept."
        assert "Kept." in room.painted
        assert room.notes_on_disk == ["first", "second"]


async def test_commands_clicks_and_pastes_go_on_in_their_order_while_the_disk_hangs(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"one", "enter")
        room.app.post_message(Paste("two"))
        await pilot.press("enter", *"/next", "enter", *"/undo", "enter", "escape", "p", *"three", "enter")
        await pilot.pause()
        assert room.notes == ["one", "two", "three"]
        assert room.conductor.session.is_paused
        await room.disk_answers(pilot)
        assert room.disk.events == room.conductor.events


async def test_what_was_said_since_stays_when_the_disk_answers(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"a note", "enter", *"/goto 99", "enter")
        await pilot.pause()
        refusal = room.screen.reply.text
        assert refusal not in ("Keeping …", "Kept.")
        await room.disk_answers(pilot)
        assert room.screen.reply.text == refusal


async def test_a_full_disk_is_told_when_it_says_so_and_nothing_is_called_kept(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        room.disk.is_full = True
        await pilot.press(*"a note", "enter")
        await pilot.pause()
        assert not room.screen.trouble.display
        await room.disk_answers(pilot)
        assert room.screen.trouble.display
        assert "no space left" in room.screen.trouble.text
        assert room.screen.reply.text == "Not on disk: in memory only."
        assert "Kept" not in room.painted

        room.disk.is_full = False
        await pilot.press(*"another", "enter")
        await room.disk_answers(pilot)
        assert not room.screen.trouble.display
        assert room.screen.reply.text == "Kept."
        assert room.notes_on_disk == ["a note", "another"]


async def test_the_draft_of_a_line_stays_until_the_line_is_on_disk(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"half a thought")
        await asyncio.to_thread(room.draft.saved.wait, LONGEST_WAIT_SECONDS)
        room.disk.hang()
        await pilot.press("enter", *"mo")
        await pilot.pause()
        await pilot.press("backspace", "backspace")
        room.screen.follow()
        assert not room.draft.forgotten.is_set()
        await room.disk_answers(pilot)
        assert room.draft.forgotten.wait(LONGEST_WAIT_SECONDS)


async def test_left_while_the_disk_hangs_it_is_all_there_when_the_session_is_closed(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"a note", "enter")
    assert room.notes_on_disk == []
    room.disk.go_on()
    room.conductor.close()
    assert room.notes_on_disk == ["a note"]


async def test_what_the_disk_has_not_answered_for_is_in_the_draft_when_the_screen_is_left(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"first", "enter", *"second", "enter", "escape", "p", *"half a thi")
    assert room.draft.text == "first\nsecond\nhalf a thi"
    room.disk.go_on()
    room.conductor.close()
    assert room.notes_on_disk == ["first", "second"]
    assert room.draft.text == "half a thi"


async def test_a_draft_without_anything_unfinished_is_forgotten_once_its_line_is_on_disk(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"a note", "enter")
    assert room.draft.text == "a note"
    room.disk.go_on()
    room.conductor.close()
    assert room.draft.text == ""


async def test_a_note_that_no_disk_has_is_marked_until_it_is_kept(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.is_full = True
        await pilot.press(*"a note", "enter")
        await room.disk_answers(pilot)
        assert "■ not kept" in room.painted
        room.disk.is_full = False
        room.conductor._keeper.try_again()
        room.screen.tick()
        await pilot.pause()
        assert "not kept" not in room.painted
        assert not room.screen.trouble.display


async def test_what_is_kept_elsewhere_is_told_and_not_marked(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.trouble = "Not kept here: the disk is full.\nKept there instead."
        await pilot.press(*"a note", "enter")
        await room.disk_answers(pilot)
        assert "Kept there instead." in room.screen.trouble.text
        assert "not kept" not in room.painted
        assert room.screen.reply.text == "Kept."


async def test_leaving_asks_when_something_would_be_lost(room):
    async with room.app.run_test(size=(120, 40), notifications=True) as pilot:
        room.disk.is_full = True
        await pilot.press(*"a note", "enter")
        await room.disk_answers(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert room.app.is_running
        assert "1 note is on no disk" in str(room.screen.query_one("Toast").render())
        await pilot.press("ctrl+q")
    assert room.app.return_code == 0


@pytest.mark.parametrize("size", [(20, 5), (20, 7), (40, 8), (40, 12), (80, 16), (80, 24), (120, 40)])
async def test_the_note_line_and_the_clock_stay_in_sight_however_much_there_is_to_say(room, size):
    async with room.app.run_test(size=size) as pilot:
        room.disk.trouble = f"Kept in /home{'/a-long-name' * 20}/x.journal instead.\nThe disk is full."
        await pilot.press(*"a note", "enter")
        await room.disk_answers(pilot)
        await pilot.press(*"another")
        room.screen.reply.tell("Four\nlines\nto\nread")
        await pilot.pause()
        assert room.screen.trouble.display
        assert "another" in room.painted
        for widget in (room.screen.note_line, room.screen.countdown, room.screen.trouble):
            assert widget.region.height
            assert room.screen.find_widget(widget).visible_region == widget.region


async def test_only_what_is_still_being_kept_gives_way_to_the_answer(room):
    async with room.app.run_test(size=(120, 40)) as pilot:
        room.disk.hang()
        await pilot.press(*"a note", "enter")
        await pilot.pause()
        room.screen.reply.tell("Keeping …")
        await room.disk_answers(pilot)
        assert room.screen.reply.text == "Keeping …"
