"""What the panel reads after the interview: a page to decide from, then the evidence, and the times last.

Separate from the debrief, which selects and computes, and from the formats, which only show: this module puts the
parts into order.
"""

from collections.abc import Iterator

from facilitator.documents.document import Block, Bullets, Document, Heading, Run
from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports import words
from facilitator.reports.panel.change_blocks import change_blocks, plan_sentences
from facilitator.reports.panel.header_blocks import document_subtitle, document_title, header_blocks
from facilitator.reports.panel.note_blocks import competency_blocks, note_blocks
from facilitator.reports.panel.page_blocks import page_blocks
from facilitator.reports.panel.panel_blocks import card_blocks, evidence_by_number
from facilitator.reports.panel.parts import Part, Places, places
from facilitator.reports.panel.question_blocks import candidate_question_blocks, coverage_blocks, follow_up_blocks
from facilitator.reports.panel.timing_blocks import floor_table, time_chart, time_table, timing_sentences


def panel_document(report: Debrief) -> Document:
    """Return the whole debrief as a document, of which the first page can stand alone."""
    told = places(report)
    page = tuple(page_blocks(report, told))
    return Document(
        title=document_title(report),
        subtitle=document_subtitle(report),
        blocks=(
            *page,
            *judgement_blocks(report, told),
            *coverage_blocks(report),
            *candidate_question_blocks(report),
            *follow_up_blocks(report),
            *interview_blocks(report),
            *time_blocks(report),
        ),
        page=len(page),
    )


def judgement_blocks(report: Debrief, told: Places) -> Iterator[Block]:
    """Yield the evidence, the cards and the notes; nothing for whoever only looks on, as the first page says."""
    if report.panel.looks_on:
        return
    yield from competency_blocks(report, told)
    yield from evidence_by_number(report)
    yield from card_blocks(report)
    yield from note_blocks(report, told)


def interview_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what interview it was, and what was adjusted for whom."""
    yield Heading(Part.INTERVIEW)
    yield from header_blocks(report)
    yield from words.adjustment_blocks(report.agenda)


def time_blocks(report: Debrief) -> Iterator[Block]:
    """Yield planned against actual time, in sentences, bars and numbers, the changes of plan, and who had the floor."""
    if words.never_held(report):
        return
    lines = [*timing_sentences(report), *plan_sentences(report)]
    lines.extend(f"About the clock: {mark.rstrip('.')}." for mark in report.session.clock_marks)
    yield Heading(Part.TIME)
    yield Bullets(tuple((Run(line),) for line in lines))
    yield time_chart(report)
    yield time_table(report)
    yield from change_blocks(report)
    if report.floor:
        yield Heading("Who had the floor", 3)
        yield floor_table(report)
