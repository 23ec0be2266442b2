"""What would come of facts that aren't recorded yet, for saying it while a line is being typed."""

from collections.abc import Iterable

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.session.fold import applied
from facilitator.domain.session.state import Session
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.time_of_day import day_and_time


def end_after(session: Session, now: int, author: str, facts: Iterable[AnyFact]) -> str:
    """Return when the interview would end after these facts: `moves the end to 11:32, 2:00 over`.

    If that is too late for the room, it says so.
    """
    stamp = Stamp(now, 0, Author(author, ""))
    for fact in facts:
        session = applied(session, Event(id="", session=session.id, stamp=stamp, at=now, group="", fact=fact))
    face = clock_face(session, now)
    ends = day_and_time(session, session.on_timeline(face.ends_at), now)
    room = face.room if face.is_room_short else ""
    return ", ".join(filter(None, (f"moves the end to {ends}", face.deviation, face.lateness, room)))
