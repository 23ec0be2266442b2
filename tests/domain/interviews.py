"""Small interviews to ask about: an agenda in a line, a script in a few, and instants written as `m:ss`."""

import copy
from itertools import count

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Question, Segment, SegmentKind
from facilitator.domain.session.fold import fold
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text, parse_duration
from facilitator.domain.time.timing import Expected, running_order
from facilitator.storage.journal import MemoryJournal

TEN = 1_796_119_200_000
"""2026-12-01 10:00 UTC, a Tuesday: when these interviews are opened."""

PANEL = (
    Panelist(id="ann", name="Ann Lee", lead=True),
    Panelist(id="bo", name="Bo Ek"),
    Panelist(id="cy", name="Cy Roy", shadow=True),
)
COMPETENCIES = (Competency(id="craft", name="Craft"), Competency(id="people", name="People"))


def part(title: str, length: str, **fields) -> Segment:
    """A segment in a line: `part("Talk", "12m", optional=True, at_least="8m")`."""
    for name in ("at_least", "warning", "danger"):
        if name in fields:
            fields[f"{name}_seconds"] = parse_duration(fields.pop(name))
    kind = SegmentKind(fields.pop("kind", "talk"))
    questions = tuple(fields.pop("questions", ()))
    return Segment(
        id=title.lower(), title=title, kind=kind, length_seconds=parse_duration(length), questions=questions, **fields
    )


def ask(name: str, length: str | None = None, **fields) -> Question:
    return Question(
        id=name, ask=f"What about {name}?", length_seconds=parse_duration(length) if length else None, **fields
    )


def agenda(*parts: Segment, **fields) -> Agenda:
    """An agenda of these parts with two who rate and a shadow; questions are numbered."""
    for name in ("warning", "danger"):
        if name in fields:
            fields[f"{name}_seconds"] = parse_duration(fields.pop(name))
    numbers = count(1)
    numbered = (
        Segment(**{**_fields(part), "questions": tuple(_numbered(each, next(numbers)) for each in part.questions)})
        for part in parts
    )
    return Agenda(
        **{"title": "A round", "panel": PANEL, "competencies": COMPETENCIES, "segments": tuple(numbered)} | fields
    )


def _fields(value: Segment | Question) -> dict:
    return {name: getattr(value, name) for name in value.__struct_fields__}


def _numbered(question: Question, number: int) -> Question:
    return Question(**{**_fields(question), "number": number})


def apart_from_redo(session: Session) -> Session:
    """The session as if nothing could be brought back, and nothing was taken back.

    A name that was taken back stays known, since it still stands in notes.
    """
    same = copy.copy(session)
    same.undone, same.undone_notes, same.names = [], {}, ()
    return same


class Room:
    """An interview on a simulated clock. `planned` and `hard_stop` are times since the opening, as `m:ss`."""

    def __init__(self, agenda: Agenda, script: str = "", planned: str | None = None, hard_stop: str | None = None):
        self.clock = SimulatedClock(TEN)
        self.log = MemoryJournal()
        opened = SessionOpened(
            agenda=agenda,
            planned_start_at=None if planned is None else self.at(planned),
            hard_stop_at=None if hard_stop is None else self.at(hard_stop),
        )
        ids = (f"e{number:04}" for number in count(1))
        self.new_id = lambda: next(ids)
        self.conductor = Conductor.open(self.log, "s", opened, self.clock, "laptop", self.new_id)
        self.play(script)

    @property
    def session(self) -> Session:
        return self.conductor.session

    @staticmethod
    def at(text: str) -> int:
        """The instant `m:ss` after the opening; `-m:ss` before it."""
        return TEN - parse_duration(text[1:]) * 1000 if text.startswith("-") else TEN + parse_duration(text) * 1000

    @staticmethod
    def text(at: int | None) -> str:
        """`m:ss` since the opening; empty for None."""
        return "" if at is None else clock_text((at - TEN) / 1000)

    def play(self, script: str) -> "Room":
        """Lines of `m:ss what was typed`, each at its time by the timeline."""
        for row in filter(None, map(str.strip, script.splitlines())):
            time, line = row.split(maxsplit=1)
            self.wait_until(time)
            self.conductor.submit(line)
        return self

    def wait_until(self, text: str) -> "Room":
        self.clock.advance((self.at(text) - self.conductor.now()) / 1000)
        return self

    def reopen(self) -> "Room":
        """What starting the program again after a crash does."""
        self.conductor = Conductor.resume(self.log, self.clock, "laptop", self.new_id)
        return self

    def with_stray(self, fact: AnyFact, at: str = "0:00") -> Session:
        """The session if another device recorded `fact` at that time, as the last of all events."""
        stamp = self.log.events[-1].stamp.next(self.at(at), Author("bo", "tablet"))
        stray = Event(id="stray", session="s", stamp=stamp, at=self.at(at), group="stray", fact=fact)
        return fold((*self.log.events, stray))

    def order(self, at: str) -> tuple[Expected, ...]:
        return running_order(self.session, self.at(at))
