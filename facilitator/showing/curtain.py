"""What the other side sees of an interview: its title, its clock without an alarm, and what comes when.

Everything that is shown to them, behind the curtain of the screen and on the page in a browser, is drawn from the
value that `seen_by_them` returns.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.session.state import Session
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import ClockFace, clock_face
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import SegmentState, running_order

_ALARMS = (Phase.WARNING, Phase.DANGER, Phase.OVERTIME)


class Turn(StrEnum):
    """Whether a segment is over, is running, or has yet to come."""

    OVER = "over"
    NOW = "now"
    LATER = "later"


_TURNS = {SegmentState.CURRENT: Turn.NOW, SegmentState.AHEAD: Turn.LATER}


class Item(Struct, frozen=True):
    """One line of the agenda as one would tell it to them: when a segment began or is expected to, and its title."""

    segment: str
    turn: Turn
    begins: str
    title: str


class Sight(Struct, frozen=True):
    """All that they see. `face` has no title while `heading` says the same; `overtime` is seen only if it is wished."""

    heading: str
    face: ClockFace
    items: tuple[Item, ...]
    overtime: bool = False


def seen_by_them(session: Session, now: int, overtime: bool = False) -> Sight:
    """Return what the other side sees at `now`; of overtime only if `overtime` is wished."""
    face = without_alarm(clock_face(session, now), overtime)
    shown, shown_now = as_shown(session, now)
    items = [
        Item(
            item.segment.id,
            _TURNS.get(item.state, Turn.OVER),
            day_and_time(session, item.expected_start_at, now),
            item.segment.title,
        )
        for item in running_order(shown, shown_now)
        if item.expected_start_at is not None
    ]
    face = face if session.current else replace(face, title="")
    return Sight(session.agenda.title, face, tuple(items), overtime)


def without_alarm(face: ClockFace, overtime: bool) -> ClockFace:
    """Return the face as the other side sees it: no warning, and 0:00 in overtime unless `overtime` is wished."""
    face = replace(face, eating="", room="", is_room_short=False)
    if face.phase not in _ALARMS or (overtime and face.phase is Phase.OVERTIME):
        return face
    return replace(face, phase=Phase.NORMAL, remaining_seconds=max(0, face.remaining_seconds))
