"""Advice on time: whether what is planned fits, and what gives when it doesn't.

Questions and parts that exceed their time for certain are complaints already (`agenda_files.checks`).
"""

from collections.abc import Iterator
from itertools import groupby

from facilitator.domain.plan.agenda import Agenda, Question, Segment, SegmentKind
from facilitator.domain.text.durations import length_text
from facilitator.preparing.advice.advice import Remark, rule

LEAST_BUFFER = 0.05
"""The share of the slot that should be free, or free to give."""
LONGEST_WITHOUT_BREAK_SECONDS = 3 * 3600
SHORTEST_QUESTION_SECONDS = 60


@rule("time/no-slot")
def no_slot(agenda: Agenda) -> Iterator[Remark]:
    """Advise to state the length of the slot."""
    if not agenda.length_seconds:
        total = length_text(agenda.planned_seconds)
        reason = f"Nothing says how long you have; the segments add up to {total}."
        yield Remark((), reason, "Add the slot as “length: 60m”, so that the two are compared.")


@rule("time/no-buffer")
def no_buffer(agenda: Agenda) -> Iterator[Remark]:
    """Advise to leave a buffer: free minutes, an optional segment, or segments that say how short they may get."""
    slot = agenda.length_seconds
    if not slot or agenda.planned_seconds > slot:
        return
    free = slot - agenda.planned_seconds
    free += sum(map(_could_give, agenda.segments))
    if free < LEAST_BUFFER * slot:
        yield Remark(
            ("length",),
            "The segments fill the slot and none says how it could be shortened, so nothing is left over.",
            f"Leave about {_minutes(LEAST_BUFFER * slot)} free, or mark what may give with “optional” or “at_least”.",
        )


@rule("time/questions-too-long")
def questions_too_long(agenda: Agenda) -> Iterator[Remark]:
    """Advise where the estimated minutes of all questions exceed their segment, but those of the must-asks fit."""
    for index, segment in enumerate(agenda.segments):
        needed = sum(_seconds(agenda, question) for question in segment.questions)
        must = sum(question.length_seconds or 0 for question in segment.questions if question.must)
        if must <= segment.length_seconds < needed:
            yield Remark(
                ("segments", index, "length"),
                f"The questions take {length_text(needed)}, but the segment has {length_text(segment.length_seconds)}.",
                "Lengthen the segment, or leave a question out. Those marked “must” come first.",
            )


@rule("time/questions-too-many")
def questions_too_many(agenda: Agenda) -> Iterator[Remark]:
    """Advise where questions without an estimate have less than a minute each."""
    for index, segment in enumerate(agenda.segments):
        unestimated = sum(not question.length_seconds for question in segment.questions)
        left = segment.length_seconds - sum(_seconds(agenda, question) for question in segment.questions)
        if unestimated and 0 <= left < SHORTEST_QUESTION_SECONDS * unestimated:
            yield Remark(
                ("segments", index, "questions"),
                f"{len(segment.questions)} questions in {length_text(segment.length_seconds)}: "
                "that is less than a minute for each answer.",
                "Choose the few that matter, and keep the others as probes.",
            )


@rule("time/no-break")
def no_break(agenda: Agenda) -> Iterator[Remark]:
    """Advise to have a break where there is none for three hours or more."""
    numbered = enumerate(agenda.segments)
    for is_break, group in groupby(numbered, key=lambda item: item[1].kind is SegmentKind.BREAK):
        stretch = list(group)
        seconds = sum(segment.length_seconds for _, segment in stretch)
        if not is_break and seconds >= LONGEST_WITHOUT_BREAK_SECONDS:
            yield Remark(
                ("segments", stretch[0][0]),
                f"There is no break for {length_text(seconds)} from here.",
                "Put in a segment of kind “break”; ten minutes are enough for water and a breath.",
            )


def _could_give(segment: Segment) -> int:
    """Return the seconds that a segment says it could do without."""
    if segment.optional:
        return segment.length_seconds
    return segment.length_seconds - (segment.at_least_seconds or segment.length_seconds)


def _seconds(agenda: Agenda, question: Question) -> int:
    """Return the estimated seconds of a question; one that each has to cover is asked by every rater."""
    return (question.length_seconds or 0) * (len(agenda.raters) or 1 if question.each else 1)


def _minutes(seconds: float) -> str:
    """Return seconds in whole minutes, one at least, in words."""
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute" + ("" if minutes == 1 else "s")
