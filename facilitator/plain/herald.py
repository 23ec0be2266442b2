"""What is said unasked: one line a minute at most, and only what has changed since people were told how things stand.

Separate from the interview in lines, because this is a rule about time alone.
"""

from collections.abc import Iterator

from facilitator.domain.questions import hints
from facilitator.domain.session.state import Session
from facilitator.domain.time import alerts
from facilitator.domain.time.clock_face import ClockFace, clock_face
from facilitator.domain.time.timing import Phase
from facilitator.plain.standing_words import spoken
from facilitator.showing.labels import TALKING_ALREADY
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
        """Take what is so at `now` as told, because an answer has just said it."""
        self._told.update(what for what, _ in _news(session, now))

    def happened(self, said: str) -> None:
        """Tell, when it is time, what the program has done by itself; only the latest counts."""
        self._happened = said

    def line(self, session: Session, now: int) -> str:
        """Return all that is to be told at `now` as one line; empty if there is nothing, or if it is too early."""
        if self._said_at is not None and now - self._said_at < LEAST_SECONDS_BETWEEN * 1000:
            return ""
        fresh = [(what, words) for what, words in _news(session, now) if what not in self._told]
        said = " ".join(filter(None, [self._happened, *(words for _, words in fresh)]))
        if said:
            self._happened, self._said_at = "", now
            self._told.update(what for what, _ in fresh)
        return said


def _news(session: Session, now: int) -> Iterator[_News]:
    """Yield what people should hear as long as it is so."""
    if alerts.is_start_forgotten(session, now):
        yield "start", TALKING_ALREADY.capitalize()
    if not session.is_running or session.is_paused:
        return
    face = clock_face(session, now)
    visit = len(session.visits)
    if face.phase in _CALLING:
        yield (visit, face.phase), _phase_line(face)
    if face.eating:
        yield (visit, "eating"), f"{face.eating[:1].upper()}{face.eating[1:]}."
    if face.give_up:
        yield ("room", session.hard_stop_at), f"{face.give_up[:1].upper()}{face.give_up[1:]}."
    if face.phase in _HANDING_OVER and (segue := hints.segue(session)):
        yield (visit, "segue"), segue


def _phase_line(face: ClockFace) -> str:
    return f"{face.title}: {face.digits} {spoken(phase_words(face))}."
