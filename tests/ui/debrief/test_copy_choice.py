"""What a debrief is copied for is chosen with one key; from the end to the pasted debrief it takes three."""

import pytest

from facilitator.conducting.conductor import Conductor
from facilitator.reports.copies import PURPOSES
from facilitator.reports.formats import FORMATS
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.copy_choice import CopyChoice, Purposes
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.meeting_line import MeetingLine
from tests.domain.panel.looking_on import onlookers_conductor
from tests.ui.debrief.meetings import Meeting
from tests.ui.keyboard import burst, settled

PASTE = 1
"""The key that pastes, in another program."""


class Copying(Meeting):
    """Holds for what was copied."""

    def __init__(self, copied_for: str = "", conductor: Conductor | None = None) -> None:
        super().__init__(conductor)
        self.copied: list[str] = []

        def copy(value: object, purpose: str) -> str:
            self.copied.append(purpose)
            return "Copied."

        self.screen = DebriefScreen(
            self.screen.debrief,
            self.save,
            copy,
            list(FORMATS.values()),
            conductor=self.conductor,
            copied_for=copied_for,
        )
        self.app = FacilitatorApp(Opened(self.conductor, finish=lambda: self.screen))


@pytest.mark.parametrize(
    ("keys", "purpose"), [*((["c", one.key], one.name) for one in PURPOSES.values()), (["c", "enter"], "rich")]
)
async def test_from_the_end_to_the_pasted_debrief_it_takes_three_keys(keys, purpose):
    meeting = Copying("rich")
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        meeting.app.action_finish()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        await meeting.app.workers.wait_for_complete()
        assert meeting.screen.message == "Copied."
    assert meeting.copied == [purpose]
    assert len(keys) + PASTE <= 3


async def test_the_format_that_was_chosen_last_counts_for_saving_too():
    meeting = Copying()
    async with meeting.app.run_test(size=(120, 40)) as pilot:
        meeting.app.action_finish()
        await pilot.pause()
        for keys in (["s"], ["c", "r"], ["s"], ["c", "l"], ["s"]):
            await pilot.press(*keys)
            await pilot.pause()
            await meeting.app.workers.wait_for_complete()
    assert [name for name, _ in meeting.saved] == ["md", "html", "html"]


async def test_escape_copies_nothing_and_a_click_takes_a_row():
    meeting = Copying()
    async with meeting.app.run_test(size=(80, 24)) as pilot:
        meeting.app.action_finish()
        await pilot.pause()
        await pilot.press("c", "escape")
        assert meeting.copied == []
        await pilot.press("c")
        await pilot.pause()
        await pilot.click(Purposes, offset=(8, 3))
        await pilot.pause()
        await meeting.app.workers.wait_for_complete()
        assert meeting.copied == ["letter"]
        assert not isinstance(meeting.app.screen, CopyChoice)


async def test_whoever_looks_on_has_no_card_to_copy():
    meeting = Copying("card", onlookers_conductor())
    async with meeting.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "c")
        await pilot.pause()
        rows = [row.spans[-1].text for row in meeting.app.screen.query_one(Purposes).lines_for(60)]
        assert rows == [purpose.title for purpose in PURPOSES.values() if purpose.name != "card"]
        await pilot.press("m")
        await pilot.pause()
        await meeting.app.workers.wait_for_complete()
    assert meeting.copied == []


async def test_a_letter_of_no_purpose_begins_a_note_and_copies_nothing():
    meeting = Copying()
    async with meeting.app.run_test(size=(80, 24)) as pilot:
        meeting.app.action_finish()
        await pilot.pause()
        await burst(pilot, "c", *"unclear")
        await settled(pilot)
        assert meeting.screen.query_one(MeetingLine).value == "unclear"
    assert meeting.copied == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_picture(snap_compare, size):
    assert snap_compare(Copying("rich").app, terminal_size=size, press=["f5", "c"])
