"""A monkey at the keyboard, with a mouse, and a window to pull at: nothing breaks, and all of it is in the journal."""

import os
import random

import pytest
from textual.events import Paste

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.session.opening import opening
from facilitator.storage import journal
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.live.live_screen import LiveScreen
from tests.ui.hostile_text import HOSTILE
from tests.ui.keyboard import burst, settled
from tests.ui.sessions import STARTS, bundled

ACTIONS = int(os.environ.get("MONKEY_ACTIONS", "80"))
SEEDS = [int(seed) for seed in os.environ.get("MONKEY_SEEDS", "1,2").split(",")]
"""More of them to look for trouble; as many as these to keep it away."""

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/#@+-?!q "
NAMED = (
    *("enter", "enter", "escape", "escape", "tab", "up", "down", "left", "right", "backspace", "delete", "home", "end"),
    *("ctrl+t", "ctrl+f", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+k", "ctrl+u", "ctrl+c", "ctrl+x", "ctrl+v"),
    *("f1", "f2", "f3", "f4", "f5", "pageup", "pagedown", "ctrl+j", "shift+tab", "shift+enter", "ctrl+w", "alt+x"),
)
LINES = (
    *("/start", "/next", "/next", "/pause", "/resume", "/back", "/undo", "/redo", "/add 2m", "/add -2m", "/late 90s"),
    *("/cover 1", "/cover 2 by cro", "/drop 3 no time", "/them why?", "/owe 1 cro", "/answered 1", "/end", "/goto 3"),
    *(
        "+ seen #pipeline q2",
        "/edit 1 anew",
        "/strike 1",
        "/rate pipeline 3",
        "/recommend yes",
        "/trim",
        "/say",
        "/vote",
    ),
)


async def act(pilot, choice: random.Random, clock: SimulatedClock) -> None:
    """Do one thing of those that people and windows do."""
    app = pilot.app
    width, height = app.size
    match choice.randrange(12):
        case 0 | 1 | 2:
            await burst(pilot, *choice.choices(LETTERS, k=choice.randint(1, 12)))
        case 3 | 4 | 5:
            await burst(pilot, *choice.choices(NAMED, k=choice.randint(1, 3)))
        case 6:
            await burst(pilot, *choice.choice(LINES), "enter")
        case 7 | 8 | 9:
            at = (choice.randrange(width), choice.randrange(height))
            await choice.choice((pilot.click, pilot.double_click, pilot.hover))(offset=at)
            await settled(pilot)
        case 10:
            await pilot.resize_terminal(
                choice.choice((1, 20, 40, 80, 120, 300)), choice.choice((1, 5, 12, 24, 40, 100))
            )
        case 11:
            clock.advance(choice.choice((1, 20, 300)))
            app.post_message(Paste(choice.choice(HOSTILE)[:200]))
            if isinstance(app.screen, LiveScreen):
                app.screen.tick()
            await settled(pilot)


@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_is_pressed_clicked_and_pulled_nothing_breaks(seed, tmp_path):
    choice, clock, path = random.Random(seed), SimulatedClock(STARTS), tmp_path / "session.journal"
    fact = opening(bundled("vp-sales-final"), "Eszter Halmos", STARTS, "UTC", None)
    conductor = Conductor.open(journal.Journal.create(path), "sample", fact, clock, "desk")
    conductor.keep_in_background()

    def finish():
        value = debrief(conductor.session, conductor.now())
        return DebriefScreen(value, lambda *_: "Saved.", lambda *_: "Copied.", conductor=conductor, now=conductor.now)

    app = FacilitatorApp(Opened(conductor, finish=finish))
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(ACTIONS):
            if app.return_code is None:  # it may well find out how to leave
                await act(pilot, choice, clock)
        assert not app.lost_patience
    conductor.close()
    kept = journal.read_events(path)
    assert kept == list(conductor.events)
    assert Conductor.resume(journal.MemoryJournal(kept), clock, "desk").session == conductor.session
