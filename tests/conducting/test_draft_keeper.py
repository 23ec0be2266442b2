"""The unfinished note line: kept while it is typed, there again after a crash, gone with its note."""

import asyncio
import threading
from typing import Any

from facilitator.conducting.draft_keeper import DraftKeeper, NoDraft
from facilitator.ui.app import FacilitatorApp, Opened
from tests.disks import LONGEST_WAIT_SECONDS, Disk
from tests.ui.sessions import opened, screen_of, small_agenda


class MemoryDraft:
    def __init__(self, text=""):
        self.text = text
        self.saved = asyncio.Event()
        self.loop: Any = None

    def load(self):
        self.loop = asyncio.get_running_loop()
        return self.text

    def save(self, text, names=()):
        self.text = text
        self.loop.call_soon_threadsafe(self.saved.set)

    def clear(self):
        self.text = ""
        self.loop.call_soon_threadsafe(self.saved.set)


def app_with(draft):
    conductor, _ = opened(small_agenda())
    return FacilitatorApp(Opened(conductor, draft))


async def test_typing_is_kept_within_a_quarter_of_a_second():
    draft = MemoryDraft()
    app = app_with(draft)
    async with app.run_test() as pilot:
        await pilot.press(*"half")
        await asyncio.wait_for(draft.saved.wait(), LONGEST_WAIT_SECONDS)
        assert "half".startswith(draft.text)
        draft.saved.clear()
        await pilot.press(*" a note")
        while draft.text != "half a note":
            await asyncio.wait_for(draft.saved.wait(), LONGEST_WAIT_SECONDS)
            draft.saved.clear()


async def test_it_is_there_again_with_the_cursor_at_its_end():
    app = app_with(MemoryDraft("half a"))
    async with app.run_test() as pilot:
        await pilot.press(*" note")
        assert screen_of(app).note_line.text == "half a note"


async def test_it_goes_with_its_note_and_stays_when_the_screen_is_left():
    draft = MemoryDraft("one")
    async with app_with(draft).run_test() as pilot:
        await pilot.press("enter", *"two")
    assert draft.text == "two"


def test_a_draft_that_cannot_be_kept_is_told_and_typing_goes_on():
    class Broken(MemoryDraft):
        def __init__(self):
            self.text = ""

        def save(self, text, names=()):
            raise OSError("no space left")

    told: list[str] = []
    keeper = DraftKeeper(Broken(), told.append)
    keeper.keep("a")
    keeper.close()
    assert told == ["no space left"]


def test_where_nothing_is_kept_there_is_nothing():
    draft = NoDraft()
    draft.save("half a note")
    assert draft.load() == ""
    draft.clear()


def test_a_draft_that_cannot_be_read_is_told_and_is_none():
    class Broken(NoDraft):
        def load(self):
            raise OSError("the disk reported an error")

    told: list[str] = []
    assert DraftKeeper(Broken(), told.append).load() == ""
    assert told == ["the disk reported an error"]


class Kept(NoDraft):
    """A draft without a loop."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def save(self, text, names=()):
        self.texts.append(text)

    def clear(self):
        self.texts.append("")


def test_a_line_stays_in_the_draft_until_it_is_kept_itself():
    disk, draft = Disk(), Kept()
    conductor, _ = opened(small_agenda(), log=disk)
    disk.is_full = True
    keeper = DraftKeeper(draft, print)
    keeper.hand_in("a note", "x", conductor.submit("a note"))
    keeper.keep("half")
    keeper.keep("half")
    keeper.close()
    disk.is_full = False
    conductor.submit("another")
    keeper.keep("half of it")
    keeper.keep("")
    keeper.close()
    assert draft.texts[0] == "a note\nhalf"
    assert draft.texts[-1] == ""
    assert not any("a note" in text for text in draft.texts[1:])


def test_a_line_that_is_kept_after_the_screen_was_left_goes_out_of_the_draft():
    disk, draft = Disk(), Kept()
    conductor, _ = opened(small_agenda(), log=disk)
    conductor.keep_in_background()
    disk.hang()
    keeper = DraftKeeper(draft, print)
    keeper.hand_in("a note", "x", conductor.submit("a note"))
    keeper.keep("half")
    keeper.close()
    disk.go_on()
    conductor.close()
    assert draft.texts == ["a note\nhalf", "half"]


def test_what_was_never_typed_needs_no_closing():
    draft = Kept()
    DraftKeeper(draft, print).close()
    assert draft.texts == []


def test_what_is_on_the_disk_already_is_not_written_again():
    class Slow(Kept):
        def save(self, text, names=()):
            assert may_answer.wait(LONGEST_WAIT_SECONDS)
            super().save(text)

    draft, may_answer = Slow(), threading.Event()
    keeper = DraftKeeper(draft, print)
    keeper.keep("one")
    keeper.keep("one two")
    keeper.keep("one")
    may_answer.set()
    keeper.close()
    assert draft.texts[-1] == "one"
    assert len(draft.texts) == 1


class Named(NoDraft):
    """A draft that remembers the names of its lines."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def save(self, text, names=()):
        self.names = list(names)


def typed(keeper: DraftKeeper, draft: Named, *texts: str) -> list[str]:
    keeper.keep(*texts)
    keeper.close()
    return draft.names


def test_a_line_has_one_name_while_it_grows():
    draft = Named()
    keeper = DraftKeeper(draft, print)
    (name,) = typed(keeper, draft, "/n")
    assert typed(keeper, draft, "/next", "half a note")[0] == name
    assert typed(keeper, draft, "half a note", "/next 2")[1] == name
    assert keeper.name("/next 2", "half a note") == name


def test_no_name_is_used_twice_whatever_becomes_of_the_line():
    draft = Named()
    keeper = DraftKeeper(draft, print)
    names = [*typed(keeper, draft, "one", "one", "two\nrows")[:3]]
    names += [keeper.name("one", "one", "two\nrows"), keeper.name("one", "two\nrows")]
    names += [keeper.name("one", "two\nrows"), keeper.name("two\nrows"), keeper.name("two\nrows")]
    assert names[3] == names[0]
    assert len(set(names)) == 5
    assert typed(keeper, draft, "one")[0] not in names


def test_every_row_of_a_line_has_its_name_and_what_was_there_before_gets_one():
    class Left(Named):
        def load(self):
            return "half\na note"

    draft = Left()
    keeper = DraftKeeper(draft, print)
    first, second = typed(keeper, draft, keeper.load())
    assert first == second == keeper.name("half\na note")
