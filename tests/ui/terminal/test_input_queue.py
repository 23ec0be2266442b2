"""Many keys at once, as a slow connection delivers them: each does what it would have done alone."""

import random

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.debrief.meetings import Meeting
from tests.ui.keyboard import burst, settled
from tests.ui.sessions import opened, screen_of, small_agenda


@pytest.fixture
def running():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        (["a", "b", "backspace", "c", "enter"], "ac"),
        (["a", "b", "left", "c", "enter"], "acb"),
        ([*"good #cra", "tab", "enter"], "good #craft"),
    ],
)
async def test_a_note_reads_as_it_was_typed(running, keys, note):
    async with FacilitatorApp(Opened(running)).run_test(size=(100, 30)) as pilot:
        await burst(pilot, *keys)
    assert [note.text for note in running.session.notes.values()] == [note]


async def test_what_follows_the_key_of_the_note_line_is_a_note_and_no_command(running):
    async with FacilitatorApp(Opened(running)).run_test(size=(100, 30)) as pilot:
        await pilot.press("escape")
        before = len(running.events)
        await burst(pilot, "i", *"never ending", "enter")
    assert [event.fact.text for event in running.events[before:]] == ["never ending"]


async def test_what_follows_the_key_of_a_command_are_its_words(running):
    async with FacilitatorApp(Opened(running)).run_test(size=(100, 30)) as pilot:
        await pilot.press("escape")
        await burst(pilot, "r", *"craft 4", "enter")
    assert running.session.ratings["ann", "craft"].rating == 4


async def test_a_search_gets_the_words_behind_its_key(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test(size=(100, 30)) as pilot:
        await burst(pilot, *"half", "ctrl+f", *"word")
        assert screen_of(app).search.value == "word"
        assert screen_of(app).note_line.text == "half"


async def test_a_decision_in_the_meeting_copies_and_saves_nothing_by_its_letters():
    meeting = Meeting()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await burst(pilot, "8", "/", *"decide yes", "enter")
        await pilot.pause()
        assert meeting.screen.message.startswith("Decided: yes")
    assert meeting.saved == []


async def test_what_was_begun_by_a_key_and_not_gone_on_with_is_gone_after_esc(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"half", "escape", "r")
        assert screen_of(app).note_line.text == "/rate "
        await pilot.press("escape")
        assert screen_of(app).note_line.text == "half"
        assert not screen_of(app).completions.display


async def test_the_words_before_a_key_of_the_app_are_in_the_note_and_those_behind_it_are_its_own(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test(size=(100, 30)) as pilot:
        await burst(pilot, *"half a note ", "ctrl+p", *"rem")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "rem"
        await burst(pilot, "escape", *"and more", "f2", *" and behind it", "escape", "enter")
        assert not app.lost_patience
    assert [note.text for note in running.session.notes.values()] == ["half a note and more and behind it"]


async def test_one_letter_behind_esc_is_a_key_and_all_after_it_is_a_note(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test(size=(100, 30)) as pilot:
        await burst(pilot, *"half", "escape", "c", *" a note", "enter")
    assert [note.text for note in running.session.notes.values()] == ["half a note"]
    assert [type(event.fact).__name__ for event in running.events][-2:] == ["QuestionMarked", "NoteTaken"]


async def test_enter_in_the_palette_waits_for_what_the_last_letter_finds(running):
    async with FacilitatorApp(Opened(running)).run_test(size=(100, 30)) as pilot:
        await burst(pilot, "ctrl+p", *"/pause", "enter")
        assert running.session.is_paused


@pytest.mark.parametrize("size", [(1, 24), (2, 5), (40, 1), (100, 30)])
async def test_paging_in_a_palette_without_a_row_does_nothing(running, size):
    async with FacilitatorApp(Opened(running)).run_test(size=size) as pilot:
        await burst(pilot, "ctrl+p", "pagedown", "pageup", *"zzzz", "pagedown", "pageup", "escape", *"a note", "enter")
    assert [note.text for note in running.session.notes.values()] == ["a note"]


async def test_what_is_pasted_outside_of_the_note_line_is_a_note(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("escape")
        app.post_message(Paste("two\nrows"))
        app.post_message(Key("enter", None))
        await settled(pilot)
    assert [note.text for note in running.session.notes.values()] == ["two\nrows"]


PIECES = [
    *(list(words) for words in ("half a note ", "good #cra", "word", "/cover 1", "/nonsense", "@b")),
    *([key] for key in ("i", "n", "c", "r", "u", "x", "z", "space", "question_mark")),
    *([key] for key in ("enter", "escape", "tab", "backspace", "left", "right", "up", "down", "pageup", "ctrl+j")),
    *([key] for key in ("enter", "escape", "ctrl+p", "ctrl+t", "ctrl+f", "ctrl+z", "f1", "f2", "f3", "f4")),
]


@pytest.mark.parametrize("seed", range(6))
async def test_a_burst_does_what_the_same_keys_do_one_by_one(seed):
    choice = random.Random(seed)
    keys = [key for _ in range(choice.randint(3, 9)) for key in choice.choice(PIECES)]
    assert await outcome(keys, at_once=True) == await outcome(keys, at_once=False)


async def outcome(keys, at_once):
    """What there is to see and what was kept, after these keys."""
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(100, 30)) as pilot:
        live = screen_of(app)
        if at_once:
            await burst(pilot, *keys)
        else:
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
        assert not app.lost_patience
        screens = [type(screen).__name__ for screen in app.screen_stack]
        said = (live.note_line.text, live.note_line.begun_texts, live.search.value, live.reply.text, live.selection)
        return screens, type(app.focused).__name__, said, [event.fact for event in conductor.events]


async def test_keys_behind_the_one_with_which_one_leaves_break_nothing(running):
    app = FacilitatorApp(Opened(running))
    async with app.run_test() as pilot:
        await burst(pilot, "n", "ctrl+q", "o", "escape", "enter")
    assert app.return_code == 0
