"""The panel's meeting on the debrief screen: votes and decisions are typed there, and the pages follow."""

import pytest
from textual.app import App

from facilitator.domain.debrief import debrief
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.format_provider import Format
from facilitator.ui.document import Document
from facilitator.ui.screens.debrief import DebriefScreen
from tests.ui.sessions import ENDED, played, screen_of

FORMATS = [Format("md", "Markdown"), Format("html", "a page to read")]


class Meeting:
    """The debrief of an interview that has ended, with its session at hand."""

    def __init__(self, **options):
        self.conductor, _ = played(ENDED)
        self.saved = []
        value = debrief(self.conductor.session, self.conductor.now())
        self.screen = DebriefScreen(
            value, self.save, lambda value: "Copied", FORMATS, conductor=self.conductor, **options
        )
        self.app = FacilitatorApp(Opened(self.conductor, finish=lambda: self.screen))

    def save(self, value, format):
        self.saved.append((format, value.panel.votes))
        return f"Saved as {format}"

    @property
    def page(self):
        return self.screen.query_one(Document).text


@pytest.fixture
def meeting():
    return Meeting()


async def test_a_vote_is_typed_where_it_is_read(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        assert "/ opens a line" in meeting.screen.message
        await pilot.press(*"/vote strong_no by cfo", "enter")
        await pilot.pause()
        assert "votes strong no" in meeting.screen.message
        assert "strong no" in meeting.page
        assert meeting.app.focused is meeting.screen.query_one(Document)
        await pilot.press("s")
        await meeting.app.workers.wait_for_complete()
    assert meeting.saved[0][1]["cfo"] == "strong_no"


async def test_a_decision_that_is_refused_stays_in_the_line_with_the_reason(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"/decide maybe", "enter")
        await pilot.pause()
        assert "A decision is one of" in meeting.screen.message
        assert screen_of(meeting.app).query_one("#line").value == "/decide maybe"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert meeting.app.screen is not meeting.screen


async def test_tab_completes_and_what_could_stand_there_is_shown(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"/vot", "tab", "s")
        await pilot.pause()
        assert screen_of(meeting.app).query_one("#line").value == "/vote s"
        assert "strong_no · strong_yes" in meeting.screen.message


async def test_the_format_to_save_is_turned_or_chosen_in_the_palette(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "f")
        assert meeting.screen.message == "s saves it as a page to read."
        await pilot.press("s")
        await meeting.app.workers.wait_for_complete()
        await pilot.press("ctrl+p", *"save as mark")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause()
        await meeting.app.workers.wait_for_complete()
    assert [format for format, _ in meeting.saved] == ["html", "md"]


async def test_without_the_session_it_says_how_to_come_back_to_it():
    conductor, _ = played(ENDED)
    screen = DebriefScreen(debrief(conductor.session, conductor.now()), lambda value, format: "", lambda value: "")

    class Host(App[None]):
        def on_mount(self) -> None:
            self.push_screen(screen)

    async with Host().run_test(size=(120, 40)) as pilot:
        await pilot.press("8", "slash")
        await pilot.pause()
        assert screen.message.endswith("facilitator resume sample")


async def test_what_was_saved_at_the_end_is_said():
    meeting = Meeting(said="Saved to /tmp/x.md")
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert meeting.screen.message == "Saved to /tmp/x.md"
