"""The sections of the debrief screen, each with the parts of the panel's document that it shows, by their heading."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from textual.binding import Binding

from facilitator.documents.document import Block, Heading, Paragraph, Run, Style, paragraph
from facilitator.documents.styled_text import Line
from facilitator.documents.terminal import terminal
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.panel.onlooker import NOT_SHOWN
from facilitator.reports.panel.header_blocks import document_subtitle, document_title
from facilitator.reports.panel.meeting import HIDDEN, meeting_blocks
from facilitator.reports.panel.note_blocks import competency_blocks, note_blocks
from facilitator.reports.panel.page_blocks import page_blocks
from facilitator.reports.panel.panel_blocks import card_blocks, evidence_by_number
from facilitator.reports.panel.panel_document import interview_blocks, time_blocks
from facilitator.reports.panel.parts import Part, places
from facilitator.reports.panel.question_blocks import candidate_question_blocks, coverage_blocks, follow_up_blocks
from facilitator.ui.toolkit.document_view import Page


def first_page(report: Debrief) -> Iterator[Block]:
    """Yield the page to decide from, under the document's title: on one row, so that the page is a screenful."""
    yield Paragraph((Run(document_title(report), Style.STRONG), Run(f"  {document_subtitle(report)}", Style.QUIET)))
    yield from page_blocks(report, places(report))


def evidence(report: Debrief) -> Iterator[Block]:
    """Yield what there is for each competency, and what became of the cards."""
    yield from silent_evidence(report)
    yield from card_blocks(report)


def notes(report: Debrief) -> Iterator[Block]:
    yield from note_blocks(report, places(report))


def time(report: Debrief) -> Iterator[Block]:
    """Yield what interview it was, and how it kept its time."""
    yield from interview_blocks(report)
    yield from time_blocks(report)


def silent_page(report: Debrief) -> Iterator[Block]:
    """Yield what is told of an interview while the panel reads in silence: no vote, but where to read."""
    yield Heading(document_title(report))
    yield from interview_blocks(report)
    yield paragraph(f"{HIDDEN} Read the notes meanwhile: keys 2 and 3.", Style.QUIET)


def silent_evidence(report: Debrief) -> Iterator[Block]:
    """Yield the evidence without the cards, which tell the votes."""
    yield from competency_blocks(report, places(report))
    yield from evidence_by_number(report)


def not_shown(report: Debrief) -> Iterator[Block]:
    yield paragraph(NOT_SHOWN, Style.QUIET)


class Section(NamedTuple):
    """A tab. `short` is how its title begins, where room is short; `empty` is shown if there are no blocks.

    `silent` are the blocks while the panel reads in silence, if they would tell a vote otherwise. One that is `kept`
    isn't shown to whoever only looks on.
    """

    title: str
    short: str
    blocks: Callable[[Debrief], Iterable[Block]]
    empty: str = ""
    silent: Callable[[Debrief], Iterable[Block]] | None = None
    kept: bool = False

    def page(self, report: Debrief, in_silence: bool = False) -> Page:
        """Return the section as a page, which takes its width in cells."""
        made = self.silent if in_silence and self.silent else self.blocks
        if self.kept and report.panel.looks_on:
            made = not_shown

        def page(width: int) -> Iterator[Line]:
            blocks = iter(made(report))
            first = next(blocks, paragraph(self.empty, Style.QUIET))
            return terminal(chain((first,), blocks), width)

        return page


MEETING = Section("Meeting", "Meeting", meeting_blocks, silent=partial(meeting_blocks, in_silence=True), kept=True)

SECTIONS = (
    Section(Part.DECISION, "Decision", first_page, silent=silent_page),
    Section(Part.EVIDENCE, "Evid…", evidence, "There was nothing to rate.", silent=silent_evidence, kept=True),
    Section(Part.NOTES, "Notes", notes, kept=True),
    Section(Part.COVERAGE, "Coverage", coverage_blocks, "There were no questions to ask."),
    Section(Part.THEIRS, "Their…", candidate_question_blocks, "They asked nothing, or nothing was noted.", kept=True),
    Section(
        Part.FOLLOW_UPS, "Foll…", follow_up_blocks, f"All there is to do stands under “{Part.DECISION}”.", kept=True
    ),
    Section(Part.TIME, "Time", time),
    MEETING,
)


def pages(report: Debrief, *, in_silence: bool = False) -> list[Page]:
    """Return the pages of all sections; while the panel reads in silence, none with a vote."""
    return [section.page(report, in_silence) for section in SECTIONS]


SECTION_BINDINGS = [
    Binding(
        f"{number}",
        f"section({number})",
        section.title,
        show=False,
        id=f"debrief.section_{number}",
        tooltip=f"Go to the section “{section.title}”",
    )
    for number, section in enumerate(SECTIONS, 1)
]
"""The keys that lead to each section."""
