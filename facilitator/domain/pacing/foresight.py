"""What would come of facts that aren't recorded yet, for saying it while a line is being typed."""

from collections.abc import Iterable

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.session.fold import applied
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import over_under
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.domain.time.timing import expected_end_at, over_seconds


def end_after(session: Session, now: int, author: str, facts: Iterable[AnyFact]) -> str:
    """Return when the interview would end after these facts: `moves the end to 11:32, 2:00 over`."""
    stamp = Stamp(now, 0, Author(author, ""))
    for fact in facts:
        session = applied(session, Event(id="", session=session.id, stamp=stamp, at=now, group="", fact=fact))
    ends_at = expected_end_at(session, now)
    return f"moves the end to {time_of_day(session, ends_at)}, {over_under(over_seconds(session, now))}"
