"""Many keys at once, as a slow connection delivers them: each does what it would have done alone."""

import pytest
from textual.events import Key

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened, screen_of, small_agenda
from tests.ui.test_meeting import Meeting

NAMES = {" ": "space", "/": "slash"}


async def burst(pilot, *keys):
    """All keys before the first is acted on."""
    for key in keys:
        named = NAMES.get(key, key)
        pilot.app.post_message(Key(named, key if len(key) == 1 else None))
    for _ in keys:
        await pilot.pause()


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
