"""The debrief as pages to read: a `Debrief` in, paragraphs for a width out. Pure functions, no widgets."""

from facilitator.domain.debrief import Debrief
from facilitator.ui.debrief.competencies import competencies_page
from facilitator.ui.debrief.coverage import coverage_page
from facilitator.ui.debrief.notes import notes_page
from facilitator.ui.debrief.overview import overview_page
from facilitator.ui.debrief.theirs import follow_ups_page, theirs_page
from facilitator.ui.debrief.timeline import timeline_page
from facilitator.ui.paragraphs import Page

SECTIONS = (
    ("Overview", overview_page),
    ("Segments", timeline_page),
    ("Coverage", coverage_page),
    ("Competencies", competencies_page),
    ("Notes", notes_page),
    ("Their questions", theirs_page),
    ("Follow-ups", follow_ups_page),
)


def sections(debrief: Debrief) -> tuple[tuple[str, Page], ...]:
    """Title and page of each section, in order."""
    return tuple((title, page(debrief)) for title, page in SECTIONS)
