"""The lead's run of show: every segment with who leads it, how to hand over, and what must be asked."""

from collections.abc import Iterator

from facilitator.documents.document import Block, Bullets, Cell, Column, Heading, Run, Style, Table
from facilitator.domain.plan.agenda import Agenda, Question, Segment
from facilitator.domain.text.durations import clock_text
from facilitator.preparing.briefs.schedule import Schedule, Slot


def run_of_show(agenda: Agenda, when: Schedule) -> Iterator[Block]:
    """Yield the segments in time, then how to hand over to each and which questions can't be left out."""
    says_what_for = any(segment.purpose for segment in agenda.segments)
    columns = (
        Column("When"),
        Column("Segment"),
        Column("Length", is_number=True),
        Column("Led by"),
        *[Column("What for")] * says_what_for,
    )
    yield Heading("Run of show")
    yield Table(columns, tuple(_row(agenda, when, slot)[: len(columns)] for slot in when.slots))
    handed = [segment for segment in agenda.segments if segment.say]
    if handed:
        yield Heading("How to hand over")
        yield Bullets(tuple((Run(f"{one.title}: ", Style.STRONG), Run(f"“{one.say}”")) for one in handed))
    musts = [question for question in agenda.questions if question.must]
    if musts:
        yield Heading("What has to be asked")
        yield Bullets(tuple(_must(agenda, question) for question in musts))


def _row(agenda: Agenda, when: Schedule, slot: Slot) -> tuple[Cell, ...]:
    segment = slot.segment
    return (
        Cell(when.span(slot)),
        Cell(f"{segment.title}{_remark(segment)}"),
        Cell(clock_text(segment.length_seconds)),
        Cell(agenda.name_of(segment.lead)),
        Cell(segment.purpose),
    )


def _remark(segment: Segment) -> str:
    """Return what the lead may and may not do with the time of a segment."""
    said = ", ".join(filter(None, ("protected" * segment.is_protected, "can be dropped" * segment.optional)))
    return f" ({said})" if said else ""


def _must(agenda: Agenda, question: Question) -> tuple[Run, ...]:
    who = "everybody" if question.each else agenda.name_of(question.owner) or "nobody yet"
    backup = f", else {agenda.name_of(question.backup)}" if question.backup else ""
    return Run(f"q{question.number}", Style.STRONG), Run(f": {question.ask}"), Run(f" ({who}{backup})", Style.QUIET)
