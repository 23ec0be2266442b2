"""A panelist's brief: when they are on and whom they follow, what they ask, and what they rate by."""

from collections.abc import Iterator

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    paragraph,
)
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Question, Segment
from facilitator.domain.plan.scale import FIVE_POINTS, Scale
from facilitator.preparing.briefs.schedule import Schedule, Slot

WATCHES = "You watch, and don't rate."
NOT_ON = "You lead no segment and own no question: listen, take notes, and rate."


def panelist_blocks(agenda: Agenda, when: Schedule, panelist: Panelist, level: int) -> Iterator[Block]:
    """Yield what a panelist has to know, with headings from `level` on."""
    mine = [question for question in agenda.questions if _asks(question, panelist)]
    on = [slot for slot in when.slots if _is_on(slot.segment, panelist)]
    if panelist.shadow:
        yield paragraph(WATCHES)
    elif not on:
        yield paragraph(NOT_ON)
    if on:
        yield Heading("When you are on", level)
        columns = (Column("When"), Column("Segment"), Column("You"), Column("You follow"))
        yield Table(columns, tuple(_row(agenda, when, slot, panelist) for slot in on))
    yield from _questions("Your questions", agenda, mine, level)
    theirs = [question for question in agenda.questions if question.backup == panelist.id and question not in mine]
    yield from _questions("Yours if their owner can't", agenda, theirs, level)
    yield from _focus(agenda, panelist, mine, level)


def watched_blocks(agenda: Agenda, when: Schedule, panelist: Panelist) -> Iterator[Block]:
    """Yield what will happen, for a panelist who isn't on themselves."""
    if any(_is_on(slot.segment, panelist) for slot in when.slots):
        return
    yield Heading("What will happen")
    rows = [(when.span(slot), slot.segment.title, agenda.name_of(slot.segment.lead)) for slot in when.slots]
    yield Table((Column("When"), Column("Segment"), Column("Led by")), tuple(tuple(map(Cell, row)) for row in rows))


def _asks(question: Question, panelist: Panelist) -> bool:
    return question.owner == panelist.id or (question.each and not panelist.shadow)


def _is_on(segment: Segment, panelist: Panelist) -> bool:
    return segment.lead == panelist.id or any(_asks(question, panelist) for question in segment.questions)


def _row(agenda: Agenda, when: Schedule, slot: Slot, panelist: Panelist) -> tuple[Cell, ...]:
    segment = slot.segment
    numbers = [f"q{question.number}" for question in segment.questions if _asks(question, panelist)]
    deeds = ("lead it" * (segment.lead == panelist.id), f"ask {', '.join(numbers)}" if numbers else "")
    return (
        Cell(when.span(slot)),
        Cell(segment.title),
        Cell(" and ".join(filter(None, deeds))),
        Cell(_followed(agenda, when, slot, panelist)),
    )


def _followed(agenda: Agenda, when: Schedule, slot: Slot, panelist: Panelist) -> str:
    """Return who is on before a panelist in this segment: within it, or in the one before; empty at the beginning."""
    before = None if slot.segment.lead == panelist.id else slot.segment.lead
    for question in slot.segment.questions:
        if _asks(question, panelist):
            break
        before = question.owner or before
    place = when.slots.index(slot)
    if before is None and place:
        earlier = when.slots[place - 1].segment
        asked = [question.owner for question in earlier.questions if question.owner]
        last = asked[-1] if asked else earlier.lead
        return f"{agenda.name_of(last)}, {earlier.title}" if last and last != panelist.id else earlier.title
    return agenda.name_of(before)


def _questions(title: str, agenda: Agenda, questions: list[Question], level: int) -> Iterator[Block]:
    if not questions:
        return
    yield Heading(title, level)
    for question in questions:
        yield _asked(agenda, question)
        more = [
            *((Run("Probe: ", Style.QUIET), Run(probe)) for probe in question.probes),
            *((Run("Listen for: ", Style.QUIET), Run(sign)) for sign in question.listen_for),
        ]
        if more:
            yield Bullets(tuple(more))


def _asked(agenda: Agenda, question: Question) -> Paragraph:
    competency = agenda.competency_by_id.get(question.competency or "")
    asides = (
        "must" * question.must,
        competency.name if competency else "",
        agenda.segment_by_question[question.id].title,
    )
    return Paragraph(
        (
            Run(f"q{question.number}", Style.STRONG),
            Run(f": {question.ask}"),
            Run(f" ({', '.join(filter(None, asides))})", Style.QUIET),
        )
    )


def _focus(agenda: Agenda, panelist: Panelist, mine: list[Question], level: int) -> Iterator[Block]:
    """Yield the anchors of the competencies that a panelist owns or asks about; a shadow rates none."""
    asked = {question.competency for question in mine}
    rated = [one for one in agenda.competencies if panelist.id in one.owners or one.id in asked]
    if panelist.shadow or not rated:
        return
    yield Heading("What you rate", level)
    for competency in rated:
        yield from _anchors(competency, agenda.scale_of(competency.id))


def _anchors(competency: Competency, scale: Scale) -> Iterator[Block]:
    yield Paragraph((Run(competency.name, Style.STRONG),))
    if scale != FIVE_POINTS:
        yield paragraph(f"{scale.in_words}.", Style.QUIET)
    if competency.anchors:
        yield Bullets(
            tuple(
                (Run(f"{scale.text(score)}: ", Style.STRONG), Run(text))
                for score, text in sorted(competency.anchors.items())
            )
        )
