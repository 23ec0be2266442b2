"""Settings from the palette: seen at once, acting at once, kept with what is said about it."""

import pytest
from textual.widgets import OptionList

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.settings.offered import choose_act, choose_bell, choose_motion, choose_theme, settings_entries
from tests.ui.sessions import opened, screen_of, small_agenda


class Kept:
    """Takes down what would be written into the file."""

    def __init__(self) -> None:
        self.written: list[tuple[str, object, str]] = []

    def __call__(self, name: str, value: str | bool | None, table: str) -> str:
        self.written.append((name, value, table))
        return "It is kept in config.toml."


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


@pytest.fixture
def app(kept: Kept, conductor) -> FacilitatorApp:
    return FacilitatorApp(Opened(conductor), keep_setting=kept)


def said(app: FacilitatorApp) -> str:
    """What is said above the note line; nothing may cover that."""
    assert not app.screen.query("Toast")
    return screen_of(app).reply.text


async def test_each_setting_has_its_entry_with_what_it_is_now(app):
    async with app.run_test():
        entries = {name: told for name, _, told in settings_entries(app)}
    assert list(entries) == ["Settings: theme", "Settings: bell", "Settings: reduced motion", "Settings: keys"]
    assert entries["Settings: theme"].endswith("Now: dark")
    assert entries["Settings: bell"].endswith("Now: as the agenda says")


async def test_moving_through_the_themes_shows_them_and_leaving_restores(app, kept):
    async with app.run_test(size=(80, 24)) as pilot:
        choose_theme(app)
        await pilot.press("down")
        assert app.theme == "high-contrast"
        await pilot.press("escape")
        assert app.theme == "dark"
    assert kept.written == []


async def test_a_theme_that_is_taken_is_kept_and_that_is_said(app, kept):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        choose_theme(app)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert said(app) == "Theme: light. It is kept in config.toml."
        assert app.theme == "light"
    assert kept.written == [("theme", "light", "")]


@pytest.mark.parametrize(("presses", "wanted", "value"), [(1, True, True), (2, False, False), (0, None, None)])
async def test_the_bell_can_be_on_off_or_as_the_agenda_says(app, kept, presses, wanted, value):
    async with app.run_test(size=(80, 24)) as pilot:
        choose_bell(app)
        await pilot.press(*["down"] * presses, "enter")
        assert app.wants_bell is wanted
    assert kept.written == [("bell", value, "")]


async def test_motion_can_be_reduced_and_comes_back(app, kept):
    async with app.run_test(size=(80, 24)) as pilot:
        app.animation_level = "full"
        choose_motion(app)
        await pilot.press("down")
        assert app.has_reduced_motion
        await pilot.press("escape")
        assert not app.has_reduced_motion
        choose_motion(app)
        await pilot.press("down", "enter")
        assert app.has_reduced_motion
    assert kept.written == [("reduced_motion", True, "")]


async def take_key(app, pilot, description: str, key: str) -> None:
    choose_act(app)
    await pilot.pause()
    offered = app.screen.query_one(OptionList)
    prompts = [str(offered.get_option_at_index(place).prompt) for place in range(offered.option_count)]
    offered.highlighted = next(place for place, prompt in enumerate(prompts) if prompt.endswith(f"  {description}"))
    await pilot.press("enter", key)
    await pilot.pause()


async def test_a_key_acts_at_once_is_kept_and_the_act_that_had_it_is_told(app, kept, conductor):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await take_key(app, pilot, "Cover", "ctrl+g")
        assert said(app) == (
            "Ctrl+G is “Cover” now. It was “Ask next”, which now has no key. It is kept in config.toml."
        )
        conductor.submit("/ask 1")
        await pilot.press(*"half a note", "ctrl+g")
        assert [mark.status.word for mark in conductor.session.marks] == ["asked", "covered"]
        assert app.screen.note_line.text == "half a note"
        assert ("Ctrl+G", "cover") in [(key.shown, key.does) for key in app.screen.key_bar.keys]
        assert "ask" not in [key.does for key in app.screen.key_bar.keys]
    assert kept.written == [("live.cover", "ctrl+g", "keys")]


async def test_its_usual_key_comes_back(app, kept):
    async with app.run_test(size=(80, 24)) as pilot:
        await take_key(app, pilot, "Curtain", "f6")
        await take_key(app, pilot, "Curtain", "backspace")
        assert app.chosen_keys == {}
        await pilot.press("f2")
        assert type(app.screen).__name__ == "Curtain"
    assert kept.written == [("live.curtain", "f6,z", "keys"), ("live.curtain", None, "keys")]


async def test_esc_goes_back_to_the_acts_and_then_to_the_interview(app, kept):
    async with app.run_test(size=(80, 24)) as pilot:
        await take_key(app, pilot, "Curtain", "escape")
        assert app.screen.query(OptionList)
        await pilot.press("escape")
        assert type(app.screen).__name__ == "LiveScreen"
    assert kept.written == []
