"""Keys as a slow connection delivers them: many at once."""

import time

from textual.events import Event, Key

LONGEST_SECONDS = 60
NAMES = {" ": "space", "/": "slash", "+": "plus", "-": "minus"}
CHARACTERS = {"question_mark": "?", "space": " "}


def event_of(key: str) -> Key:
    """The event of a key that is called by its name, or by the character that it types."""
    character = CHARACTERS.get(key, key if len(key) == 1 else None)
    return Key(NAMES.get(key, key), character)


async def burst(pilot, *keys):
    """All keys, and pastes among them, before the first is acted on."""
    for key in keys:
        pilot.app.post_message(key if isinstance(key, Event) else event_of(key))
    await settled(pilot)


async def until(pilot, holds):
    """It holds, which comes by and by."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < LONGEST_SECONDS
        await pilot.pause(0.02)


async def settled(pilot):
    """All keys have done what they do."""
    await pilot.pause()
    while pilot.app.has_input_waiting and pilot.app.return_code is None:
        await pilot.pause(0.01)
    await pilot.pause()
