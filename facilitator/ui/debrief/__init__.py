"""The debrief as pages to read: a `Debrief` in, paragraphs for a width out. Pure functions, no widgets."""

from collections.abc import Callable
from typing import NamedTuple

from facilitator.domain.debrief.debrief import Debrief
from facilitator.ui.debrief.competencies import competencies_page
from facilitator.ui.debrief.coverage import coverage_page
from facilitator.ui.debrief.meeting import meeting_page
from facilitator.ui.debrief.notes import notes_page
from facilitator.ui.debrief.overview import overview_page
from facilitator.ui.debrief.theirs import follow_ups_page, theirs_page
from facilitator.ui.debrief.timeline import timeline_page
from facilitator.ui.toolkit.paragraphs import Page


class Section(NamedTuple):
    """A part of the debrief. `short` is its title where there is little room."""

    title: str
    short: str
    page: Callable[[Debrief], Page]


SECTIONS = (
    Section("Overview", "Overview", overview_page),
    Section("Segments", "Time", timeline_page),
    Section("Coverage", "Coverage", coverage_page),
    Section("Competencies", "Ratings", competencies_page),
    Section("Notes", "Notes", notes_page),
    Section("Their questions", "Theirs", theirs_page),
    Section("Follow-ups", "To do", follow_ups_page),
    Section("Meeting", "Panel", meeting_page),
)
