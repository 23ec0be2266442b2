"""What the monkey does: what people, terminals and windows do, in no sensible order."""

import random
from asyncio import sleep

from textual.events import Paste

from facilitator.clock import SimulatedClock
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.picking.pick_screen import PickScreen
from tests.ui.hostile_text import HOSTILE
from tests.ui.keyboard import event_of

LETTERS = "abcdefghijklmnopqrstuvwxyzABCNU0123456789/#@+-?!:\"' éß"
NAMED = (
    *("enter", "enter", "escape", "escape", "tab", "up", "down", "left", "right", "backspace", "delete", "home", "end"),
    *("ctrl+t", "ctrl+f", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+k", "ctrl+u", "ctrl+c", "ctrl+x", "ctrl+v"),
    *("ctrl+n", "ctrl+g", "ctrl+o", "ctrl+r", "ctrl+e", "ctrl+w", "ctrl+underscore", "f8", "f9", "f6", "f10"),
    *("f1", "f2", "f3", "f4", "f5", "pageup", "pagedown", "ctrl+j", "shift+tab", "shift+enter", "alt+x"),
    *("ctrl+left", "ctrl+right", "shift+left", "shift+up", "ctrl+home", "ctrl+end"),
)
LEAVE = "ctrl+q"
WORDS = ("no clear answer", "closed three of five", "end of story", "who covered it?", "next", "a")
LINES = (
    *("/start", "/next", "/next", "/pause", "/resume", "/back", "/undo", "/redo", "/add 2m", "/add -2m", "/late 90s"),
    *("/cover 1", "/cover 2 by cro", "/drop 3 no time", "/them why?", "/owe 1 cro", "/answered 1", "/end", "/goto 3"),
    *("+ seen #pipeline q2", "/edit 1 anew", "/strike 1", "/rate pipeline 3", "/recommend yes", "/trim", "/reopen"),
    *("/say", "/vote", "/as cro", "cro> heard it", "/reopen"),
)
PALETTE = ("theme", "bell", "motion", "keys", "curtain", "next", "save", "help", "")
WIDTHS = (200, 120, 100, 80, 60, 40, 20)
HEIGHTS = (60, 40, 30, 24, 20, 12, 5)


async def burst(pilot, *keys: str) -> None:
    """All keys before the first is acted on."""
    for key in keys:
        pilot.app.post_message(event_of(key))
    await quiet(pilot.app)


async def quiet(app: FacilitatorApp) -> None:
    """Return once all keys have done what they do, without waiting for what is drawn later."""
    await sleep(0)
    while app.return_code is None:
        for _ in range(10):
            await sleep(0)
        if not app.has_input_waiting:
            return
        await sleep(0.001)


async def act(pilot, choice: random.Random, clock: SimulatedClock) -> None:
    """Do one thing."""
    app = pilot.app
    width, height = app.size
    if isinstance(app.screen, PickScreen) and choice.random() < 0.2:
        await burst(pilot, "ctrl+u", "enter")
        return
    match choice.randrange(18):
        case 0 | 1 | 2:
            await burst(pilot, *choice.choices(LETTERS, k=choice.randint(1, 6)))
        case 3:
            await burst(pilot, *choice.choice(WORDS))
        case 4 | 5 | 6 | 7:
            await burst(pilot, *choice.choices(NAMED, k=choice.randint(1, 3)))
        case 8 | 16 | 17:
            await burst(pilot, "escape", *choice.choices(LETTERS, k=2))
        case 9 | 10:
            await burst(pilot, *choice.choice(LINES), *["enter"] * choice.choice((1, 1, 2)))
        case 11 | 12:
            at = (choice.randrange(width), choice.randrange(height))
            await choice.choice((pilot.click, pilot.click, pilot.double_click, pilot.hover))(offset=at)
            await quiet(app)
        case 13:
            if choice.random() < 0.4:
                await pilot.resize_terminal(choice.choice(WIDTHS), choice.choice(HEIGHTS))
        case 14:
            clock.advance(choice.choice((1, 20, 300)))
            if choice.random() < 0.3:
                app.post_message(Paste(choice.choice(HOSTILE)[:200]))
            if isinstance(app.screen, LiveScreen):
                app.screen.tick()
            await quiet(app)
        case 15:
            if choice.random() < 0.5:
                await burst(pilot, "ctrl+p", *choice.choice(PALETTE), choice.choice(("enter", "escape", "down")))
            elif choice.random() < 0.1:
                await burst(pilot, LEAVE)
