"""The time that was used: by each segment over all its visits, without pauses.

Separate from `timing`, because this looks back only: it adds up what happened, whatever was planned.
"""

from msgspec import Struct

from facilitator.domain.session.state import Session


class Usage(Struct, frozen=True):
    """By segment id: the time used in ms, without pauses, and the instants of the first entry and the last exit."""

    used_ms: dict[str, int]
    first_at: dict[str, int]
    last_at: dict[str, int]


def usage(session: Session, now: int) -> Usage:
    """Return the usage of every visited segment. Visits and pauses are both in order of time, so one pass suffices."""
    used_ms: dict[str, int] = {}
    first_at: dict[str, int] = {}
    last_at: dict[str, int] = {}
    pauses, place, many = session.pauses, 0, len(session.pauses)
    for visit in session.visits:
        starts = visit.started_at
        ends = now if visit.ended_at is None else visit.ended_at
        spent = ends - starts if ends > starts else 0
        while place < many and (pauses[place].ended_at or now) <= starts:
            place += 1
        overlapping = place
        while overlapping < many and pauses[overlapping].started_at < ends:
            pause = pauses[overlapping]
            pause_ends = now if pause.ended_at is None else pause.ended_at
            until = pause_ends if pause_ends < ends else ends  # `min` and `max` written out: this runs with every tick
            since = pause.started_at if pause.started_at > starts else starts
            spent -= until - since if until > since else 0
            overlapping += 1
        used_ms[visit.segment] = used_ms.get(visit.segment, 0) + spent
        first_at.setdefault(visit.segment, starts)
        last_at[visit.segment] = ends
    return Usage(used_ms, first_at, last_at)


def unpaused_ms(session: Session, starts_at: int, ends_at: int, now: int) -> int:
    """Return the time between two instants in ms, without pauses."""
    spent = max(0, ends_at - starts_at)
    for pause in session.pauses:
        pause_ends = now if pause.ended_at is None else pause.ended_at
        spent -= max(0, min(ends_at, pause_ends) - max(starts_at, pause.started_at))
    return spent
