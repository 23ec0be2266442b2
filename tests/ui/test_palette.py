"""The palette: every command with its key, found by what it is called and by what it does."""

import pytest
from textual.widgets import OptionList

from facilitator.ui.app import FacilitatorApp, Opened, Picking
from facilitator.ui.palette import CommandProvider
from facilitator.ui.picking.pick_screen import PickScreen
from tests.ui.keyboard import settled
from tests.ui.sessions import NORMAL, played, screen_of


@pytest.fixture
def app() -> FacilitatorApp:
    return FacilitatorApp(Opened(played(NORMAL)[0]))


async def found(app: FacilitatorApp, words: str) -> list[str]:
    provider = CommandProvider(screen_of(app))
    return [str(hit.text) async for hit in provider.search(words)]


async def test_it_begins_with_what_can_be_done_and_speaks_our_words(app):
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("ctrl+p")
        await settled(pilot)
        await app.workers.wait_for_complete()
        await pilot.pause()
        offered = app.screen.query_one(OptionList)
        prompts = [str(offered.get_option_at_index(place).prompt) for place in range(offered.option_count)]
        assert prompts[0].startswith("/next")
        assert not any(word in prompt for prompt in prompts for word in ("Maximize", "widget", "Screenshot"))


async def best(app: FacilitatorApp, words: str) -> list[str]:
    """What is found, the best first."""
    hits = [hit async for hit in CommandProvider(screen_of(app)).search(words)]
    return [str(hit.text) for hit in sorted(hits, key=lambda hit: -hit.score)]


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("cover", "/cover Q [by P]   Ctrl+O"),
        ("hand a question to a colleague", "/handoff Q P   Esc o"),
        ("curtain", "Curtain   F2 or z"),
        ("save elsewhere", "Save elsewhere"),
        ("theme", "Settings: theme"),
    ],
)
async def test_a_command_is_found_by_its_name_and_by_what_it_does(app, words, entry):
    async with app.run_test():
        assert entry in await found(app, words)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("n", "/next"),
        ("end", "/end"),
        ("cov", "/cover"),
        ("pause", "/pause"),
        ("undo", "/undo"),
        ("time", "/add"),
        ("rate", "/rate"),
        ("dark", "Settings: theme"),
        ("covr", "/cover"),
    ],
)
async def test_what_is_likeliest_comes_first(app, words, first):
    async with app.run_test():
        assert (await best(app, words))[0].startswith(first)


@pytest.mark.parametrize(("words", "most"), [("cover", 8), ("theme", 2), ("pause", 3), ("late", 6), ("giraffe", 0)])
async def test_what_is_far_fetched_is_not_found(app, words, most):
    async with app.run_test():
        assert len(await best(app, words)) <= most


async def test_what_only_single_keys_do_is_not_in_it(app):
    async with app.run_test():
        assert "Note   i" not in await found(app, "Note")


async def test_without_an_interview_it_offers_what_the_program_itself_can_do():
    app = FacilitatorApp(Picking(lambda: PickScreen((), 0), str))
    async with app.run_test() as pilot:
        await pilot.pause()
        entries = [str(hit.text) async for hit in CommandProvider(app.screen).discover()]
        assert entries[0] == "Settings: theme"
