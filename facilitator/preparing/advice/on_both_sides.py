"""Advice on the candidate's side: an interview is a meeting in which both find out whether they want each other.

Not for agendas that are written by the candidate (`perspective: candidate`).
"""

from collections.abc import Iterator

from facilitator.domain.plan.agenda import Agenda, Segment, SegmentKind
from facilitator.domain.text.durations import length_text
from facilitator.preparing.advice.advice import Remark, rule

LEAST_SHARE = 0.1
"""The share of the time that the candidate's own questions should have."""


@rule("sides/no-time")
def no_time(agenda: Agenda) -> Iterator[Remark]:
    """Advise to give the candidate time. With competencies, the check of the file has warned of it already."""
    if agenda.perspective == "panel" and not agenda.competencies and not _theirs(agenda):
        yield Remark(
            ("segments",),
            "The other side has no time to ask questions.",
            "Add a segment of kind “candidate_questions”: they are choosing, too.",
        )


@rule("sides/too-short")
def too_short(agenda: Agenda) -> Iterator[Remark]:
    """Advise to give the candidate's questions at least a tenth of the time."""
    theirs = _theirs(agenda)
    seconds = sum(segment.length_seconds for _, segment in theirs)
    if theirs and seconds < LEAST_SHARE * agenda.planned_seconds:
        share = round(100 * seconds / agenda.planned_seconds)
        least = length_text(60 * max(1, round(LEAST_SHARE * agenda.planned_seconds / 60)))
        yield Remark(
            ("segments", theirs[0][0], "length"),
            f"Their questions get {length_text(seconds)}, {share} % of the time.",
            f"Give them at least a tenth: {least}.",
        )


@rule("sides/last")
def last(agenda: Agenda) -> Iterator[Remark]:
    """Advise to move the candidate's questions from the end, where they pay for all that ran late before."""
    theirs = _theirs(agenda)
    if not theirs or len(agenda.segments) == 1:
        return
    index, segment = theirs[-1]
    after = agenda.segments[index + 1 :]
    unguarded = not segment.is_protected and all(later.kind is SegmentKind.CLOSING for later in after)
    if len(theirs) == 1 and (not after or unguarded):
        yield Remark(
            ("segments", index),
            "Their questions come last, so they are the first to be cut when you run late.",
            "Put a short closing after them and leave them protected, or move them up.",
        )


def _theirs(agenda: Agenda) -> list[tuple[int, Segment]]:
    """Return the segments for the candidate's questions with their places; none if it is the candidate who asks."""
    if agenda.perspective == "candidate":
        return []
    return [(i, one) for i, one in enumerate(agenda.segments) if one.kind is SegmentKind.CANDIDATE_QUESTIONS]
