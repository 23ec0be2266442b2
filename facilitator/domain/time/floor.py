"""The speaker clock: who held the floor, and for how long. A fact to look at, never a score."""

from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


def floor_holder(session: Session) -> str | None:
    """Who has the floor: a panelist's id or `CANDIDATE`; None while nobody is tallied."""
    if not session.is_running or not session.floor:
        return None
    return session.floor[-1].holder or None


def holder_name(session: Session, holder: str) -> str:
    """The name of one who can have the floor."""
    if holder == CANDIDATE:
        return session.candidate or session.agenda.other_side
    return session.panelist_name(holder)


def floor_seconds(session: Session, now: int) -> dict[str, float]:
    """Seconds by holder, in the order in which they first spoke; pauses and what came after the end don't count.

    Empty as long as the speaker clock wasn't used.
    """
    if not session.floor:
        return {}
    ends = [turn.started_at for turn in session.floor[1:]] + [now if session.ended_at is None else session.ended_at]
    held = {turn.holder: 0.0 for turn in session.floor if turn.holder}
    for turn, ends_at in zip(session.floor, ends, strict=True):
        if turn.holder:
            held[turn.holder] += timing.unpaused_ms(session, turn.started_at, ends_at, now) / 1000
    return held
