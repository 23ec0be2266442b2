"""The mouse does everything: what a key or the palette offers is done here with clicks alone."""

import pytest
from textual.command import CommandList, CommandPalette

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live import keys
from facilitator.ui.live.selection import Selection
from facilitator.ui.palette import CommandProvider
from tests.ui.keyboard import settled, until
from tests.ui.sessions import opened, small_agenda


class Stage:
    """A running interview, seen by one who has a mouse."""

    def __init__(self):
        self.conductor, self.clock = opened(small_agenda())
        for said in ("/start", "a note", "/them What is the team like?"):
            self.conductor.submit(said)
        self.app = FacilitatorApp(Opened(self.conductor))
        self.facts = len(self.conductor.events)

    @property
    def live(self):
        return next(screen for screen in self.app.screen_stack if hasattr(screen, "note_line"))

    def said(self):
        """The names of the facts since the beginning."""
        return [type(event.fact).__name__ for event in self.conductor.events[self.facts :]]

    async def click(self, pilot, pane, text, times=1):
        """Click the first place in a pane where `text` stands."""
        rows = ["".join(span.text for span in row.spans) for row in pane.rows]
        y = next(number for number, row in enumerate(rows) if text in row)
        left, top = pane.content_offset
        for _ in range(times):
            await pilot.click(pane, offset=(left + rows[y].index(text), top + y - pane.top))
            await settled(pilot)


@pytest.fixture
def stage():
    return Stage()


CLICKS = {
    "stamp": (["keys:stamp"], lambda stage: stage.live.note_line.stamped),
    "search": (["keys:search"], lambda stage: stage.app.focused is stage.live.search),
    "leave the search": (["keys:search", "keys:all notes"], lambda stage: stage.app.focused is stage.live.note_line),
    "the palette": (["keys:commands"], lambda stage: isinstance(stage.app.screen, CommandPalette)),
    "single keys": (["keys:keys"], lambda stage: stage.live.keys_mode),
    "the note line": (["keys:keys", "keys:stay", "keys:note"], lambda stage: stage.app.focused is stage.live.note_line),
    "pause": (["keys:keys", "keys:pause"], lambda stage: stage.said() == ["InterviewPaused"]),
    "cover": (["questions:How", "keys:cover"], lambda stage: stage.said() == ["QuestionMarked"]),
    "curtain": (["keys:keys", "keys:curtain"], lambda stage: type(stage.app.screen).__name__ == "Curtain"),
    "help": (["keys:keys", "keys:help"], lambda stage: type(stage.app.screen).__name__ == "HelpScreen"),
    "a question": (["questions:How"], lambda stage: stage.live.selection == Selection(2, "bo")),
    "a cell": (["coverage:·"], lambda stage: stage.live.keys_mode and stage.said() == []),
    "a mark": (["coverage:·", "coverage:·"], lambda stage: stage.said() == ["QuestionMarked"]),
    "a segment": (["order:Second"], lambda stage: stage.live.note_line.text == "/goto 2"),
    "go to it": (["order:Second", "keys:Enter"], lambda stage: stage.said()[:1] == ["SegmentStarted"]),
    "a note": (["notes:a note"], lambda stage: stage.live.note_line.text == "/edit 1 a note"),
}


@pytest.mark.parametrize("what", CLICKS)
async def test_with_the_mouse(stage, what):
    clicks, done = CLICKS[what]
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        for click in clicks:
            pane, _, text = click.partition(":")
            await stage.click(pilot, stage.live.query_one(f"#{pane}"), text)
        assert done(stage), (stage.said(), stage.live.reply.text, stage.live.note_line.text)


async def test_what_they_asked_is_answered_by_clicks(stage):
    async with stage.app.run_test(size=(140, 60)) as pilot:
        await pilot.pause()
        stage.conductor.submit("/goto 2")
        await settled(pilot)
        await stage.click(pilot, stage.live.theirs, "What is the team")
        assert stage.live.note_line.text == "/answered t1 "


async def test_a_question_back_is_confirmed_by_a_click(stage):
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.press(*"/end", "enter")
        await stage.click(pilot, stage.live.reply, "Enter to end anyway")
        assert stage.conductor.session.ended_at is not None
        assert stage.live.note_line.text == ""


async def test_a_completion_is_taken_by_a_click(stage):
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.press(*"seen #cr")
        await settled(pilot)
        await stage.click(pilot, stage.live.completions, "#craft")
        assert stage.live.note_line.text == "seen #craft "
        assert stage.app.focused is stage.live.note_line


@pytest.mark.parametrize("key", ["f1", "f2", "f3"])
async def test_two_clicks_lead_back_and_one_does_not(stage, key):
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.press(key)
        await pilot.click(offset=(20, 20))
        assert stage.app.screen is not stage.live
        await pilot.double_click(offset=(20, 20))
        await settled(pilot)
        assert stage.app.screen is stage.live


async def test_an_entry_of_the_palette_is_done_by_a_click(stage):
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.press("ctrl+p", *"/pause")
        found = stage.app.screen.query_one(CommandList)
        await until(pilot, lambda: found.option_count > 0 and "/pause" in str(found.get_option_at_index(0).prompt))
        await pilot.click(CommandList, offset=(5, 1))
        await until(pilot, lambda: stage.conductor.session.is_paused)


async def test_every_key_is_in_the_palette_or_in_reach_of_the_mouse(stage):
    async with stage.app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        clickable = {key.action for key in stage.live.key_bar.keys}
        await pilot.press("escape")
        clickable |= {key.action for key in stage.live.key_bar.keys}
        await pilot.press("ctrl+p", "x")
        entries = [shown async for shown in entries_of(CommandProvider(stage.live))]
        for binding in keys.SCREEN_BINDINGS:
            by_click = binding.action in clickable or binding.action.startswith(("move", "scroll", "note", "confirm"))
            assert by_click or any(binding.description in entry for entry in entries), binding


async def entries_of(provider):
    async for hit in provider.discover():
        yield str(hit.text)
