"""What is said unasked: one line a minute at most, and only what has changed since people were told how things stand.

Separate from the interview in lines, because this is a rule about time alone.
"""

from collections.abc import Iterator
from itertools import chain

from facilitator.domain.questions import hints
from facilitator.domain.session.state import Session
from facilitator.domain.time import alerts
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.sittings import room_lost_at
from facilitator.plain.standing_words import without_glyph
from facilitator.showing.facts import how_to_start, new_sitting
from facilitator.showing.looks import phase_words

LEAST_SECONDS_BETWEEN = 60
"""The least time between two lines that nobody has asked for."""

_CALLING = (Phase.WARNING, Phase.DANGER, Phase.OVERTIME)
_HANDING_OVER = (Phase.DANGER, Phase.OVERTIME)

_News = tuple[object, str]
"""What has changed, so that it is told once, and the words for it."""


class Herald:
    """Chooses what to say unasked. What is so when it is made counts as told."""

    def __init__(self, session: Session, now: int) -> None:
        self._told: set[object] = set()
        self._happened = ""
        self._said_at: int | None = None
        self.know(session, now)

    def know(self, session: Session, now: int) -> None:
        """Take how it stands at `now`, which an answer has just said, as told; how to hand over is no part of that."""
        self._told.update(what for what, _ in _standing(session, now))

    def happened(self, said: str) -> None:
        """Tell, when it is time, what the program has done by itself; only the latest counts."""
        self._happened = said

    def line(self, session: Session, now: int) -> str:
        """Return all that is to be told at `now` as one line; empty if there is nothing, or if it is too early."""
        if self._said_at is not None and now - self._said_at < LEAST_SECONDS_BETWEEN * 1000:
            return ""
        news = chain(_standing(session, now), _handing_over(session, now))
        fresh = [(what, words) for what, words in news if what not in self._told]
        said = " ".join(filter(None, [self._happened, *(words for _, words in fresh)]))
        if said:
            self._happened, self._said_at = "", now
            self._told.update(what for what, _ in fresh)
        return said


def _standing(session: Session, now: int) -> Iterator[_News]:
    """Yield what people should hear of how it stands."""
    if session.started_at is None and session.ended_at is None and not session.looks_on:
        is_forgotten = alerts.is_start_forgotten(session, now)
        shown, shown_now = as_shown(session, now)
        planned = shown.planned_start_at
        if is_forgotten or (planned is not None and shown_now > shown.on_timeline(planned)):
            yield ("start", is_forgotten), _sentence(without_glyph(how_to_start(session, now).text))
    yield from ((("sitting", fact.text), _sentence(fact.text)) for fact in new_sitting(session, now))
    face, visit = clock_face(session, now), len(session.visits)
    if not session.is_running or face.paused:
        return
    if face.phase in _CALLING:
        yield (visit, face.phase), _sentence(f"{face.title}: {face.digits} {without_glyph(phase_words(face))}")
    if face.eating:
        yield (visit, "eating"), _sentence(face.eating)
    if face.is_room_short:
        lost_at = room_lost_at(session)
        yield ("room", lost_at, lost_at is not None and now >= lost_at), _sentence(face.room)


def _handing_over(session: Session, now: int) -> Iterator[_News]:
    """Yield what could be said to hand over to the next segment, when it is time to."""
    face = clock_face(session, now)
    if face.paused or face.phase not in _HANDING_OVER:
        return
    if segue := hints.segue(session):
        yield (len(session.visits), "segue"), segue


def _sentence(words: str) -> str:
    """Return words of the screen as a sentence; one that ends with what to type gets no full stop."""
    said = words[:1].upper() + words[1:]
    return said if said.rpartition(" ")[2].startswith("/") else f"{said}."
