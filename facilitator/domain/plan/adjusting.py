"""What the adjustments for a candidate make of an agenda: longer segments, and breaks.

Separate from the agenda, which only declares them. They are worked in once, when a file is read: from then on every
clock keeps to them, and nothing that shows a time has to know why it is so long.
"""

from msgspec import UNSET
from msgspec.structs import replace

from facilitator.domain.plan.agenda import LONGEST_SEGMENT_SECONDS, Adjustment, Agenda, Segment, SegmentKind
from facilitator.domain.text.plain_text import comparable

LONGEST_ID = 60


def adjusted(agenda: Agenda) -> Agenda:
    """Return the agenda with the time and the breaks that its adjustments add. Every segment must have its id.

    Time that was added isn't there to be saved again: the shortest sensible length grows with it, and an added break is
    protected. No break is added behind the last segment.
    """
    if not agenda.adjustments:
        return agenda
    taken = {comparable(segment.id) for segment in agenda.segments}
    segments: list[Segment] = []
    for segment in agenda.segments:
        meant = [adjustment for adjustment in agenda.adjustments if _is_about(adjustment, segment)]
        segments.append(_longer(segment, sum(_added_seconds(adjustment, segment) for adjustment in meant)))
        pause = max((adjustment.break_seconds or 0 for adjustment in meant), default=0)
        if pause and segment is not agenda.segments[-1]:
            segments.append(_break_after(segment, pause, taken))
    return replace(agenda, segments=tuple(segments))


def without_adjustments(agenda: Agenda) -> Agenda:
    """Return the agenda for those who needn't know of adjustments. What they made of its times stays."""
    return replace(agenda, adjustments=UNSET) if agenda.adjustments else agenda


def is_shown(agenda: Agenda, question_id: str) -> bool:
    """Whether the candidate may read a question of the agenda beforehand."""
    is_known = any(adjustment.questions_beforehand for adjustment in agenda.adjustments or ())
    return is_known or bool(agenda.question_by_id[question_id].show)


def _is_about(adjustment: Adjustment, segment: Segment) -> bool:
    return segment.id in adjustment.segments if adjustment.segments else segment.kind is not SegmentKind.BREAK


def _added_seconds(adjustment: Adjustment, segment: Segment) -> int:
    """Return the seconds on top; of a share, whole minutes, rounded up."""
    share = segment.length_seconds * (adjustment.extra_percent or 0)
    return (adjustment.extra_seconds or 0) + -(-share // 6000) * 60


def _longer(segment: Segment, seconds: int) -> Segment:
    if not seconds:
        return segment
    length = min(segment.length_seconds + seconds, LONGEST_SEGMENT_SECONDS)
    shortest = segment.shortest_seconds + length - segment.length_seconds
    return replace(segment, length_seconds=length, at_least_seconds=shortest)


def _break_after(segment: Segment, seconds: int, taken: set[str]) -> Segment:
    name = f"break-after-{segment.id}"[:LONGEST_ID]
    while comparable(name) in taken:
        name = f"{name[: LONGEST_ID - 2]}-x"
    taken.add(comparable(name))
    return Segment(id=name, title="Break", kind=SegmentKind.BREAK, length_seconds=seconds, protected=True)
