"""The candidate's brief: when, with whom, and what to prepare.

Separate, so that what may reach them can be read in one place: times, titles, names, roles, what was written for them,
and the questions that are shown on purpose; no purpose, cue, probe, competency, anchor or adjustment.
"""

from collections.abc import Iterator

from facilitator.documents.document import Block, Bullets, Cell, Column, Heading, Run, Style, Table, paragraph
from facilitator.domain.plan.adjusting import is_shown
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.briefs.schedule import Schedule


def candidate_blocks(agenda: Agenda, when: Schedule) -> Iterator[Block]:
    """Yield what the candidate may know beforehand."""
    yield Heading("What will happen")
    yield Table(
        (Column("When"), Column("What")),
        tuple((Cell(when.span(slot)), Cell(_title(agenda, slot.segment))) for slot in when.slots),
    )
    if agenda.panel:
        yield Heading("Who you will meet")
        yield Bullets(tuple(_introduced(panelist) for panelist in agenda.panel))
    if agenda.prepare:
        yield Heading("What to prepare")
        yield from (paragraph(text) for text in agenda.prepare.split("\n") if text.strip())
    shown = [question.ask for question in agenda.questions if is_shown(agenda, question.id)]
    if shown:
        yield Heading("What we will ask")
        yield Bullets(tuple((Run(ask),) for ask in shown))


def _title(agenda: Agenda, segment: Segment) -> str:
    """Return a segment's title, or only its kind if the title is a question that isn't shown."""
    title = comparable(segment.title)
    hides = any(comparable(one.ask) == title and not is_shown(agenda, one.id) for one in agenda.questions)
    return segment.kind.label.capitalize() if hides else segment.title


def _introduced(panelist: Panelist) -> tuple[Run, ...]:
    return Run(panelist.name, Style.STRONG), Run(f", {panelist.role}" if panelist.role else "")
