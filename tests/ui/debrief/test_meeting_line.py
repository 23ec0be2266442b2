"""The line of the debrief screen: votes and decisions are typed there, and the pages follow."""

import asyncio
from collections.abc import Sequence

import pytest
from textual.events import Paste
from textual.widgets import Tabs

from facilitator.domain.plan.scale import Recommendation
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.debrief.meetings import Meeting
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL
from tests.ui.keyboard import burst, settled
from tests.ui.sessions import screen_of

PARTS = 6
"""The hostile texts are typed in so many tests: each takes seconds."""


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


class MemoryDraft:
    """A draft; `saved` is set when it has changed."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.saved = asyncio.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    def load(self) -> str:
        self.loop = asyncio.get_running_loop()
        return self.text

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        self.text = text
        assert self.loop is not None
        self.loop.call_soon_threadsafe(self.saved.set)

    def clear(self) -> None:
        self.save("")


async def until(draft: MemoryDraft, text: str) -> None:
    while draft.text != text:
        await asyncio.wait_for(draft.saved.wait(), 60)
        draft.saved.clear()


async def test_what_is_typed_is_kept_until_it_is_carried_out():
    draft = MemoryDraft()
    meeting = Meeting(draft=draft)
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"/dissent one of us")
        await until(draft, "/dissent one of us")
        await pilot.press("enter")
        await until(draft, "")


async def test_what_was_begun_before_is_told_and_there_again():
    draft = MemoryDraft("/decide no after [/] two ref")
    meeting = Meeting(draft=draft)
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert meeting.screen.message == "Begun last time, and there again with /: /decide no after [/] two ref"
        await pilot.press("/", *"erences")
        assert screen_of(meeting.app).query_one("#line").value == "/decide no after [/] two references"
        await until(draft, "/decide no after [/] two references")


async def test_it_stays_if_nobody_takes_it_up_and_if_the_line_is_closed():
    draft = MemoryDraft("/vote y")
    for keys in (("f5", "8"), ("f5", "/", "e", "escape")):
        meeting = Meeting(draft=draft)
        async with meeting.app.run_test(size=(120, 40)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
    assert draft.text == "/vote ye"


async def test_a_draft_that_cannot_be_kept_is_told_and_typing_goes_on():
    class Broken(MemoryDraft):
        def save(self, text: str, names: Sequence[str] = ()) -> None:
            raise OSError("no space left")

    meeting = Meeting(draft=Broken())
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"/vote yes")
        while "isn't kept: no space left" not in meeting.screen.message:
            await pilot.pause(0.01)
        await pilot.press("enter")
        await pilot.pause()
        assert meeting.conductor.session.votes == {"ceo": "yes"}


@pytest.mark.parametrize("part", range(PARTS))
async def test_nothing_that_is_typed_at_the_meeting_acts(meeting, monkeypatch, part):
    ran = []
    monkeypatch.setattr(FacilitatorApp, "action_bell", lambda self: ran.append("bell"))
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "8")
        for text in HOSTILE[part::PARTS]:
            for begun in ("dissent by cfo ", ""):
                await burst(pilot, "/", Paste(begun + text), "enter")
                if screen_of(meeting.app).query_one("#line").display:
                    await burst(pilot, "escape")
                assert not RAW_CONTROL.search(meeting.screen.message)
                assert not RAW_CONTROL.search(meeting.page)
        assert not RAW_CONTROL.search(meeting.app.export_screenshot())
        await pilot.click(DocumentView, offset=(8, 3))
    assert ran == []


@pytest.mark.parametrize("leave", ["enter", "escape"])
async def test_a_key_right_after_the_line_is_for_the_page(meeting, leave):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await burst(pilot, *"/vote yes by cfo", leave, "8")
        assert meeting.screen.query_one(Tabs).active == "section-8"


async def test_one_line_right_after_another_is_a_line_and_q_after_it_leaves(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await burst(pilot, *"/vote no by cfo", "enter", *"/vote yes by cfo", "enter", "q")
        assert not meeting.screen.is_running
    assert meeting.conductor.session.votes["cfo"] is Recommendation.YES


async def test_what_is_typed_while_the_page_has_the_keys_goes_on_in_the_line_even_a_space(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"no")
        meeting.app.screen.query_one(DocumentView).focus()
        await burst(pilot, "+", *" s")
        await settled(pilot)
        assert screen_of(meeting.app).query_one("#line").value == "no+ s"


async def test_a_letter_that_is_no_key_begins_a_line_and_esc_drops_nothing_of_it(meeting):
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", *"no answer")
        line = screen_of(meeting.app).query_one("#line")
        assert line.value == "no answer"
        await pilot.press("escape")
        assert not line.display
        await pilot.press("slash")
        assert line.value == "no answer"
        await pilot.press("enter")
        assert not line.value
    assert "no answer" in [note.text for note in meeting.conductor.session.notes.values()]
