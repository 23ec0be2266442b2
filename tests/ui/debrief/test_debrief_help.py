"""On the debrief screen /help and F1 show its own help, and /quit leaves the program."""

import pytest
from textual.binding import Binding
from textual.widgets import Static

from facilitator.domain.panel.onlooker import NOT_SHOWN
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_help import debrief_help, how_to_meet
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.meeting_line import MeetingLine
from facilitator.ui.help.help_screen import HelpScreen
from facilitator.ui.toolkit.document_view import DocumentView
from tests.domain.panel.looking_on import onlookers_conductor
from tests.ui.debrief.meetings import Meeting
from tests.ui.keyboard import burst, settled
from tests.ui.sessions import ENDED, played

SIZE = (120, 40)


@pytest.mark.parametrize("keys", [("f1",), ("question_mark",), (*"/help", "enter")], ids=["F1", "?", "/help"])
async def test_the_help_is_that_of_the_debrief(keys):
    meeting = Meeting()
    async with meeting.app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *keys)
        await pilot.pause()
        shown = meeting.app.screen
        assert isinstance(shown, HelpScreen)
        assert "/decide yes" in shown.query_one(DocumentView).text
        await pilot.press("escape")
        await pilot.pause()
        assert meeting.app.screen is meeting.screen


async def test_of_one_command_the_line_says_how_it_is_used():
    meeting = Meeting()
    async with meeting.app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"/help decide", "enter")
        await pilot.pause()
        assert meeting.screen.message.startswith("/decide yes|no|undecided [why]: Record what the panel decided")


async def test_what_is_typed_in_front_of_the_meeting_stands_in_its_line():
    meeting = Meeting()
    async with meeting.app.run_test(size=(80, 24)) as pilot:
        meeting.app.action_finish()
        await settled(pilot)
        await burst(pilot, "f1", *"and/on", "backspace", "r", "escape")
        await settled(pilot)
        line = meeting.screen.query_one(MeetingLine)
        assert (line.value, line.has_focus) == ("and/or", True)
        await burst(pilot, "home", "f1", *"n ", "escape", "end")
        await settled(pilot)
        assert line.value == "n and/or"


async def test_quit_leaves_the_program():
    meeting = Meeting()
    async with meeting.app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"/quit", "enter")
        await pilot.pause()
        assert meeting.app.return_code == 0


async def test_without_a_session_it_has_the_keys_only():
    app = FacilitatorApp(Opened(played(ENDED)[0]))
    async with app.run_test() as pilot:
        shown = debrief_help(DebriefScreen.BINDINGS, None)
        app.push_screen(shown)
        await pilot.pause()
        assert str(shown.query_one("#title", Static).content) == "Help: keys"
        [page] = shown.pages
        rows = ["".join(span.text for span in row.spans) for row in page.lines(80)]
        kept = next(one for one in DebriefScreen.BINDINGS if isinstance(one, Binding) and one.action == "save")
        assert any(row.startswith("s ") and row.endswith(kept.tooltip) for row in rows)
        assert any(row.startswith("q or Esc ") for row in rows)


def test_how_to_meet_names_somebody_of_this_panel():
    assert "/vote yes by ceo" in how_to_meet(played(ENDED)[0])


async def test_whoever_looks_on_is_offered_neither_a_vote_nor_silent_reading():
    conductor = onlookers_conductor()
    meeting = Meeting(conductor, now=conductor.now)
    async with meeting.app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "8")
        await pilot.pause()
        assert meeting.screen.message == ""
        assert meeting.page.strip() == NOT_SHOWN
        await pilot.press("slash", "x", "r")
        await pilot.pause()
        assert meeting.screen.message == ""
        assert not meeting.screen.query(MeetingLine)
        shown = {one.binding.id for one in meeting.screen.active_bindings.values()}
        assert "debrief.save" in shown
        assert shown.isdisjoint({"debrief.write", "debrief.read"})


def test_the_help_of_whoever_looks_on_has_only_the_keys_that_do_something():
    [keys] = debrief_help(DebriefScreen.BINDINGS, onlookers_conductor()).pages
    told = " ".join(span.text for line in keys.lines(100) for span in line.spans)
    assert "Write the debrief to a file" in told
    assert "/vote" not in told
    assert "silent" not in told
    assert how_to_meet(onlookers_conductor()) == ""
