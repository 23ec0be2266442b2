"""The palette of the debrief offers each format to save it in."""

import pytest

from facilitator.reports import FORMATS
from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.format_provider import FormatProvider


@pytest.fixture
def saved() -> list[str]:
    return []


@pytest.fixture
def screen(final_round, saved) -> DebriefScreen:
    def save(value, format_name):
        saved.append(format_name)
        return "Saved."

    return DebriefScreen(final_round, save, lambda value: "", list(FORMATS.values()))


async def test_every_format_is_offered_by_what_it_is_and_saved_when_it_is_chosen(screen, saved):
    app = FacilitatorApp(Picking(lambda: screen, str))
    async with app.run_test() as pilot:
        await pilot.pause()
        hits = [hit async for hit in FormatProvider(screen).discover()]
        assert [str(hit.text) for hit in hits] == [f"Save as {each.title}" for each in FORMATS.values()]
        hits[0].command()
        await app.workers.wait_for_complete()
    assert saved == ["md"]


async def test_one_is_found_by_a_word_of_it(screen):
    app = FacilitatorApp(Picking(lambda: screen, str))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [str(hit.text) async for hit in FormatProvider(screen).search("e-mail")] == [
            "Save as plain text for an e-mail"
        ]
