"""An interview in lines of text, without a terminal: what is typed, what time passes, and what is said to it."""

from io import StringIO
from typing import Any

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.draft_keeper import Draft, NoDraft
from facilitator.plain.desk import Desk
from facilitator.plain.line_output import LineOutput
from facilitator.plain.plain_interview import PlainInterview
from tests.ui.sessions import opened, small_agenda


class Talk:
    """Talks with the line mode about the session of `conductor`; `raw` is every letter that was written."""

    def __init__(self, conductor: Conductor, clock: SimulatedClock, draft: Draft | None = None, **deeds: Any) -> None:
        self.conductor = conductor
        self.clock = clock
        self.stream = StringIO()
        self.desk = Desk(conductor, **deeds)
        self.interview = PlainInterview(self.desk, draft or NoDraft(), LineOutput(self.stream))

    @property
    def raw(self) -> str:
        return self.stream.getvalue()

    def say(self, line: str) -> list[str]:
        """Send a line; return the lines of the answer."""
        before = len(self.raw)
        self.interview.take(line)
        return self.raw[before:].splitlines()

    def wait(self, seconds: int, typing: str = "") -> list[tuple[int, str]]:
        """Let time pass, with `typing` in a line that isn't sent; return what is said, with the second of each line."""
        self.interview.type(typing)
        said = []
        for second in range(1, seconds + 1):
            self.clock.advance(1)
            before = len(self.raw)
            self.interview.tick()
            said += [(second, line) for line in self.raw[before:].splitlines()]
        return said


def talk_about(**changes: Any) -> Talk:
    """A talk about the small agenda, which hasn't begun."""
    return Talk(*opened(small_agenda(**changes), candidate="Robin Reyes"))


def begun(**changes: Any) -> Talk:
    """A talk about the same, which has just begun."""
    talk = talk_about(**changes)
    talk.say("/start")
    return talk
