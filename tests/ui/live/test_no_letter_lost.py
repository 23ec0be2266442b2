"""No letter is lost: what isn't taken as an act stands in the note line, whatever is in front of it."""

import random

import pytest

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.live_screen import LiveScreen
from tests.ui.keyboard import burst
from tests.ui.sessions import opened, small_agenda

ACTS = "p+-uazxc"
"""Single keys that take an act and need no more words."""

TEXT = "qQjlZ1 "
"""Keys that are only ever text."""


class Expected:
    """What a person would expect to stand in the line, from what they pressed and what they see."""

    def __init__(self) -> None:
        self.text = ""
        self.acts = 0
        self.stays = self.in_front = False

    def press(self, key: str) -> None:
        if key in ("f2", "f3", "escape"):
            self._turn(key)
        elif self.acts and not self.in_front and key in ACTS:
            self.acts = self.acts if self.stays else 0
            self.in_front = key in "zx"
        else:
            self.text += key
            if not self.in_front:
                self.acts, self.stays = 0, False

    def _turn(self, key: str) -> None:
        if self.in_front:
            self.in_front = False
        elif key == "escape":
            self.acts, self.stays = (0, False) if self.stays else (1, bool(self.acts))
        else:
            self.in_front = True
            self.acts = self.acts if self.stays else 0


@pytest.mark.parametrize("seed", range(6))
async def test_every_letter_is_an_act_or_stands_in_the_line(seed):
    choice, expected = random.Random(seed), Expected()
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(100, 30)) as pilot:
        live = app.screen
        assert isinstance(live, LiveScreen)
        for _ in range(40):
            keys = choice.choices([*ACTS, *TEXT, "escape", "escape", "f2", "f3"], k=choice.randint(1, 5))
            for key in keys:
                expected.press(key)
            await burst(pilot, *keys)
            assert live.note_line.text == expected.text, keys
        assert not app.lost_patience


async def test_a_line_that_has_lost_the_focus_unasked_makes_no_letter_an_act():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(100, 30)) as pilot:
        live = app.screen
        assert isinstance(live, LiveScreen)
        live.set_focus(None)
        await burst(pilot, *"no")
        assert live.note_line.text == "no"
        assert live.focused is live.note_line
    assert conductor.session.current is not None


async def test_what_follows_esc_from_a_search_that_was_left_stands_in_the_line():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]))
    async with app.run_test(size=(100, 30)) as pilot:
        live = app.screen
        assert isinstance(live, LiveScreen)
        await burst(pilot, "ctrl+f", *"word")
        live.take_keys(stay=False)
        await burst(pilot, "escape", *"jot")
        assert live.note_line.text == "jot"
