"""The panel's meeting on the debrief screen: votes and decisions are typed there, and the pages follow."""

import pytest
from textual.app import App
from textual.events import Paste
from textual.widgets import Static

from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.ratings import ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports import FORMATS as KNOWN
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL
from tests.ui.sessions import ENDED, played, screen_of

FORMATS = [KNOWN["md"], KNOWN["html"]]


class Meeting:
    """The debrief of an interview that has ended, with its session at hand."""

    def __init__(self, conductor=None, **options):
        self.conductor = conductor or played(ENDED)[0]
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
        return self.screen.query_one(DocumentView).text


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
        assert meeting.app.focused is meeting.screen.query_one(DocumentView)
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


async def test_tab_or_a_click_completes_what_could_stand_there(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"/vot", "tab", "s")
        await pilot.pause()
        assert screen_of(meeting.app).query_one("#line").value == "/vote s"
        offers = screen_of(meeting.app).query_one(Completions)
        assert [offer.text for offer in offers.offered] == ["strong_no", "strong_yes"]
        await pilot.click(Completions, offset=(6, 1))
        await pilot.pause()
        assert screen_of(meeting.app).query_one("#line").value == "/vote strong_yes "
        assert screen_of(meeting.app).focused.id == "line"
        await pilot.press("escape")
        await pilot.pause()
        assert not offers.display


async def test_the_format_to_save_is_turned_or_chosen_in_the_palette(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "f")
        assert meeting.screen.message == "s saves it as a page to read and print."
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


SEALED = [ScorecardSealed(panelist=panelist, sealed="key:k:opaque") for panelist in ("ceo", "cfo", "cro")]
OPENED = [
    ScorecardsOpened(),
    *(
        ScorecardOpened(
            panelist=panelist,
            card=Scorecard(
                recommendation=recommendation,
                ratings=(Assessment(competency="pipeline", rating=rating),),
                strengths="Names her own weak spot first",
                concerns="Was never asked about the missed quarter",
            ),
        )
        for panelist, recommendation, rating in (
            ("ceo", Recommendation.YES, 4),
            ("cfo", Recommendation.NO, 2),
            ("cro", Recommendation.STRONG_YES, 5),
        )
    ),
]


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


async def test_what_was_saved_at_the_end_is_said():
    meeting = Meeting(said="Saved to /tmp/x.md")
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert meeting.screen.message == "Saved to /tmp/x.md"


async def test_nothing_that_is_typed_at_the_meeting_acts(meeting, monkeypatch):
    ran = []
    monkeypatch.setattr(FacilitatorApp, "action_bell", lambda self: ran.append("bell"))
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        for text in HOSTILE:
            for begun in ("dissent by cfo ", ""):
                await pilot.press("/")
                line = screen_of(meeting.app).query_one("#line")
                line.post_message(Paste(begun + text))
                await pilot.press("enter")
                await pilot.pause()
                if line.display:
                    await pilot.press("escape")
                assert not RAW_CONTROL.search(meeting.screen.message)
                assert not RAW_CONTROL.search(meeting.page)
        assert not RAW_CONTROL.search(meeting.app.export_screenshot())
        await pilot.click(DocumentView, offset=(8, 3))
    assert ran == []


async def test_as_long_as_something_is_not_kept_where_it_should_be_it_stands_above_the_pages(meeting, monkeypatch):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        banner = meeting.screen.query_one("#trouble", Static)
        assert not banner.display
        monkeypatch.setattr(Conductor, "trouble", "Not kept here: the disk is full.\nKept in [/there] instead.")
        meeting.screen.show_trouble(meeting.conductor)
        assert banner.display
        assert "■ Not kept here: the disk is full.\nKept in [/there] instead." in str(banner.content)
        monkeypatch.undo()
        meeting.screen.show_trouble(meeting.conductor)
        assert not banner.display
