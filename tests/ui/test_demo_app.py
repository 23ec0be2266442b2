"""The demo plays itself on the live screen, and whoever presses a key has the interview from then on."""

from typing import Any

import pytest
from textual.events import MouseDown

from facilitator.clock import SimulatedClock
from facilitator.conducting.demo import SPEED, demo
from facilitator.ui.app import Opened
from facilitator.ui.demo_app import DemoApp
from facilitator.ui.live.live_screen import LiveScreen
from tests.ui.keyboard import settled
from tests.ui.sessions import STARTS, screen_of, small_agenda

SCRIPT = """\
# It begins.
01:00 /start
# Typing is taking a note.
02:00 + asked for the numbers
03:00 /cover 1
# Over.
04:00 /end
"""


class Stage:
    """A demo on a clock that the test moves, and its app."""

    def __init__(self) -> None:
        self.life = SimulatedClock(STARTS)
        played = demo(small_agenda(), SCRIPT, "Robin Reyes", self.life, "UTC")
        self.conductor = played.conductor
        self.finished = 0
        self.app = DemoApp(played, Opened(self.conductor, finish=self.finish))

    def finish(self) -> None:
        self.finished += 1

    @property
    def line(self) -> str:
        return str(screen_of(self.app).note_line.text)

    @property
    def caption(self) -> str:
        return str(screen_of(self.app).query_one("#caption").text)

    async def play(self, pilot: Any, seconds: int) -> None:
        """Let `seconds` of the interview pass, with a step after every five."""
        for _ in range(seconds // 5):
            self.life.advance(5 / SPEED)
            self.app.step()
            await settled(pilot)


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_it_plays_its_script_to_the_end_with_captions(stage: Stage):
    async with stage.app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(stage.app.screen, LiveScreen)
        assert stage.caption.startswith("It begins.\nDemo, 20 times")
        await stage.play(pilot, 65)
        assert stage.conductor.session.started_at is not None
        assert stage.caption.startswith("Typing is taking a note.")
        await stage.play(pilot, 60)
        assert [note.text for note in stage.conductor.session.notes.values()] == ["asked for the numbers"]
        await stage.play(pilot, 180)
        assert stage.conductor.session.ended_at is not None
        assert stage.finished == 1
        assert not stage.app.is_playing


async def test_a_line_is_typed_letter_by_letter(stage: Stage):
    stage.app.animation_level = "full"
    async with stage.app.run_test(size=(120, 40)) as pilot:
        await stage.play(pilot, 50)
        begun = stage.line
        assert begun
        assert "/start".startswith(begun)
        await stage.play(pilot, 20)
        assert stage.line == ""


async def test_the_first_key_takes_over_and_is_not_lost(stage: Stage):
    stage.app.animation_level = "full"
    async with stage.app.run_test(size=(120, 40)) as pilot:
        await stage.play(pilot, 115)
        assert stage.line
        await pilot.press("N")
        assert stage.line == "N"
        assert not stage.app.is_playing
        assert stage.caption.startswith("The interview is yours now")
        now = stage.conductor.now()
        stage.life.advance(10)
        assert stage.conductor.now() - now == 10_000
        await pilot.press("o", "enter")
        assert [note.text for note in stage.conductor.session.notes.values()] == ["No"]


async def test_a_click_takes_over_as_well(stage: Stage):
    async with stage.app.run_test(size=(120, 40)) as pilot:
        await stage.play(pilot, 65)
        stage.app.post_message(MouseDown(None, 60, 30, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert not stage.app.is_playing


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5)])
async def test_it_plays_at_any_size(stage: Stage, size: tuple[int, int]):
    async with stage.app.run_test(size=size) as pilot:
        await stage.play(pilot, 300)
        assert stage.conductor.session.ended_at is not None


async def test_without_a_script_it_is_a_rehearsal_whose_clock_stays_fast():
    life = SimulatedClock(STARTS)
    played = demo(small_agenda(), "", "Robin Reyes", life, "UTC", speed=10)
    app = DemoApp(played, Opened(played.conductor, finish=lambda: None))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert str(screen_of(app).query_one("#caption").text).startswith("Rehearsal, 10 times real speed. Nothing")
        for line in ("/start", "+ asked for the numbers"):
            screen_of(app).note_line.insert(line)
            await pilot.press("enter")
            await settled(pilot)
        began = played.conductor.now()
        life.advance(6)
        assert played.conductor.now() - began == 60_000
        assert [note.text for note in played.conductor.session.notes.values()] == ["asked for the numbers"]
