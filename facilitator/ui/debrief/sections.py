"""The sections of the debrief screen, each with the part of the panel's document that it shows."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from textual.binding import Binding

from facilitator.documents.document import Block, Heading, Style, paragraph
from facilitator.documents.styled_text import Line
from facilitator.documents.terminal import terminal
from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports.panel.header_blocks import document_subtitle, document_title, header_blocks
from facilitator.reports.panel.meeting import HIDDEN, meeting_blocks
from facilitator.reports.panel.panel_document import (
    candidate_question_blocks,
    competency_blocks,
    coverage_blocks,
    follow_up_blocks,
    glance_blocks,
    note_blocks,
    time_blocks,
    unasked_blocks,
)
from facilitator.ui.toolkit.document_view import Page


def overview_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what the panel needs to know first."""
    yield Heading(document_title(report))
    if subtitle := document_subtitle(report):
        yield paragraph(subtitle, Style.QUIET)
    yield from header_blocks(report)
    yield from glance_blocks(report)
    yield from unasked_blocks(report)


def silent_overview(report: Debrief) -> Iterator[Block]:
    """Yield what is told of an interview while the panel reads in silence: no vote, but where to read."""
    yield Heading(document_title(report))
    yield from header_blocks(report)
    yield paragraph(f"{HIDDEN} Read the notes meanwhile: keys 4 and 5.", Style.QUIET)


class Section(NamedTuple):
    """A tab. `short` is how its title begins, where room is short; `empty` is shown if there are no blocks.

    `silent` are the blocks while the panel reads in silence, if they would tell a vote otherwise.
    """

    title: str
    short: str
    blocks: Callable[[Debrief], Iterable[Block]]
    empty: str = ""
    silent: Callable[[Debrief], Iterable[Block]] | None = None

    def page(self, report: Debrief, in_silence: bool = False) -> Page:
        """Return the section as a page, which takes its width in cells."""
        made = self.silent if in_silence and self.silent else self.blocks

        def page(width: int) -> Iterator[Line]:
            blocks = iter(made(report))
            first = next(blocks, paragraph(self.empty, Style.QUIET))
            return terminal(chain((first,), blocks), width)

        return page


MEETING = Section("Meeting", "Meeting", meeting_blocks, silent=partial(meeting_blocks, in_silence=True))

SECTIONS = (
    Section("Overview", "Overview", overview_blocks, silent=silent_overview),
    Section("Time", "Time", time_blocks, "The interview did not take place."),
    Section("Coverage", "Coverage", coverage_blocks, "There were no questions to ask."),
    Section("Competencies", "Comp…", competency_blocks, "There was nothing to rate."),
    Section("Notes", "Notes", note_blocks),
    Section("Their questions", "Their…", candidate_question_blocks, "They asked nothing, or nothing was noted."),
    Section("Follow-ups", "Foll…", follow_up_blocks),
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
