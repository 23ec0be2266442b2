"""The panel's meeting on the debrief screen: what it shows before and after the cards are opened."""

import pytest
from textual.app import App

from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.ratings import ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.scale import Recommendation
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.meeting_line import MeetingLine
from facilitator.ui.toolkit.footer import CountingFooter
from facilitator.ui.toolkit.reply import Reply
from facilitator.ui.toolkit.trouble import show_trouble
from tests.domain.cards import opened, sealed
from tests.ui.debrief.meetings import Meeting
from tests.ui.sessions import ENDED, played
from tests.ui.shared_sessions import SharedInMemory


async def test_without_the_session_it_says_what_it_was_told_to():
    conductor, _ = played(ENDED)
    value = debrief(conductor.session, conductor.now())
    screen = DebriefScreen(
        value, lambda value, format, extent: "", lambda value, purpose: "", no_meeting="Come back later."
    )

    class Host(App[None]):
        def on_mount(self) -> None:
            self.push_screen(screen)

    async with Host().run_test(size=(120, 40)) as pilot:
        await pilot.press("8", "slash")
        await pilot.pause()
        assert screen.message == "Come back later."


CARDS = {
    panelist: Scorecard(
        recommendation=recommendation,
        ratings=(Assessment(competency="pipeline", rating=rating),),
        strengths="Names her own weak spot first",
        concerns="Was never asked about the missed quarter",
    )
    for panelist, recommendation, rating in (
        ("ceo", Recommendation.YES, 4),
        ("cfo", Recommendation.NO, 2),
        ("cro", Recommendation.STRONG_YES, 5),
    )
}
SEALED = [sealed(panelist, card, session="sample") for panelist, card in CARDS.items()]
OPENED = [ScorecardsOpened(), *(opened(panelist, card) for panelist, card in CARDS.items())]


@pytest.mark.parametrize(
    ("facts", "lines", "keys"),
    [
        (SEALED[:1], (), []),
        ([*SEALED, *OPENED], (), []),
        ([*SEALED, *OPENED], ("/vote yes by cfo", "/decide yes", "/dissent by cfo One question is missing"), ["end"]),
        (SEALED, (), ["r"]),
        (SEALED, (), [*"/vote "]),
    ],
    ids=["sealed", "opened", "decided", "read in silence", "a vote is typed"],
)
def test_picture(snap_compare, facts, lines, keys):
    meeting = Meeting()
    for fact in facts:
        meeting.conductor.carry_out(Decision((fact,)))
    for line in lines:
        meeting.conductor.submit(line)
    meeting = Meeting(conductor=meeting.conductor, now=meeting.conductor.now)
    assert snap_compare(meeting.app, terminal_size=(100, 50), press=["f5", "8", *keys])


async def test_as_long_as_something_is_not_kept_where_it_should_be_it_stands_above_the_pages(monkeypatch):
    meeting = Meeting()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        banner = meeting.screen.query_one("#trouble", Reply)
        assert not banner.display
        monkeypatch.setattr(Conductor, "trouble", "Not kept here: the disk is full.\nKept in [/there] instead.")
        show_trouble(banner, meeting.conductor)
        assert banner.display
        await pilot.pause()
        shown = [banner.render_line(y).text.rstrip() for y in range(banner.size.height)]
        assert shown[:2] == ["■ Not kept here: the disk is full.", "  Kept in [/there] instead."]
        monkeypatch.undo()
        show_trouble(banner, meeting.conductor)
        assert not banner.display


@pytest.mark.parametrize("height", [5, 6, 7, 8, 10, 12, 15, 16, 24])
async def test_the_line_one_types_on_has_a_row_however_much_is_told_above_it(monkeypatch, height):
    monkeypatch.setattr(Conductor, "trouble", "Not kept here: the disk is full.\n" * 4)
    meeting = Meeting(said="Saved, and a good deal more to tell. " * 20)
    async with meeting.app.run_test(size=(60, 24)) as pilot:
        await pilot.press("f5", "slash", "v", "o")
        await pilot.resize_terminal(60, height)
        await pilot.pause()
        line = meeting.screen.query_one("#line")
        assert line.has_focus
        assert line.region.height == 1
        assert line.region.bottom <= height - meeting.screen.query_one(CountingFooter).region.height


async def test_what_others_say_meanwhile_is_shown_and_moves_nothing():
    shared = SharedInMemory("/start\n/end")
    meeting = Meeting(shared.conductor, take_in=shared.take_in)
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        focused = meeting.screen.focused
        shared.others("/vote strong_no")
        meeting.screen.follow(shared.conductor)
        await pilot.pause()
        assert "strong no" in meeting.page
        assert meeting.screen.focused is focused
        assert meeting.screen.debrief.panel.votes.keys() == {"bo"}


async def test_what_others_say_while_one_types_leaves_the_line_alone():
    shared = SharedInMemory("/start\n/end")
    meeting = Meeting(shared.conductor, take_in=shared.take_in)
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "slash", *"vote")
        shared.others("/vote strong_no")
        meeting.screen.follow(shared.conductor)
        await pilot.pause()
        assert meeting.screen.query_one(MeetingLine).value == "/vote"
        assert meeting.screen.debrief.panel.votes
