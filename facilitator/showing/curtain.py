"""What the other side sees of the clock: how much time is left, and no alarm."""

from msgspec.structs import replace

from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.phases import Phase

_ALARMS = (Phase.WARNING, Phase.DANGER, Phase.OVERTIME)


def without_alarm(face: ClockFace, overtime: bool) -> ClockFace:
    """Return the face as the other side sees it: no warning, and 0:00 in overtime unless `overtime` is wished."""
    face = replace(face, eating="", room="", is_room_short=False)
    if face.phase not in _ALARMS or (overtime and face.phase is Phase.OVERTIME):
        return face
    return replace(face, phase=Phase.NORMAL, remaining_seconds=max(0, face.remaining_seconds))
