"""The speaker clock: who had the floor, and for how long. It is a fact to look at, never a score."""

from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.session.state import Session
from facilitator.domain.time.usage import unpaused_ms


def floor_holder(session: Session) -> str | None:
    """Return who has the floor, a panelist's id or `CANDIDATE`; None while nobody's time is counted."""
    if not session.is_running or not session.floor:
        return None
    return session.floor[-1].holder or None


def holder_name(session: Session, holder: str) -> str:
    """Return the name of `holder`, a panelist's id or `CANDIDATE`."""
    if holder == CANDIDATE:
        return session.candidate or session.agenda.other_side
    return session.panelist_name(holder)


def floor_seconds(session: Session, now: int) -> dict[str, float]:
    """Return seconds by holder, in the order in which they first spoke; without pauses, and up to the end.

    It is empty if the speaker clock was never used.
    """
    if not session.floor:
        return {}
    ends = [turn.started_at for turn in session.floor[1:]] + [now if session.ended_at is None else session.ended_at]
    held = {turn.holder: 0.0 for turn in session.floor if turn.holder}
    for turn, ends_at in zip(session.floor, ends, strict=True):
        if turn.holder:
            held[turn.holder] += unpaused_ms(session, turn.started_at, ends_at, now) / 1000
    return held
