"""Events to keep."""

from collections.abc import Callable

import pytest

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken

CEO = Author("ceo", "device")

MakeNote = Callable[..., Event]


def _note(number: int, text: str = "closed three of five") -> Event:
    name = f"e{number}"
    return Event(id=name, session="s", stamp=Stamp(number, 0, CEO), at=number, group=name, fact=NoteTaken(text=text))


@pytest.fixture(scope="session")
def note() -> MakeNote:
    return _note
