"""The sections of the debrief on the screen: each shows its part of the panel's document."""

import pytest
from msgspec.structs import replace

from facilitator.ui.debrief.sections import SECTIONS
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.hosting import Host

SHOWS = {
    "Overview": "Must-asks not asked: q9.",
    "Segments": "2:45 over",
    "Coverage": "What would you have to",
    "Competencies": "Pipeline building",
    "Notes": "it changed what we all saw",
    "Their questions": "Daniel Owusu",
    "Follow-ups": "Are the four hires approved",
    "Meeting": "strong yes",
}


async def told(section, report) -> str:
    host = Host(DocumentView())
    async with host.run(100, 40) as pilot:
        host.widget.show(section.page(report))
        while not host.widget.is_complete:
            await pilot.pause(0.01)
        return " ".join(host.widget.text.split())


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
async def test_each_shows_its_part(final_round, section):
    assert SHOWS[section.title] in await told(section, final_round)


async def test_where_there_is_nothing_it_says_so(final_round):
    bare = replace(final_round, candidate_questions=(), competencies=(), coverage=())
    said = {section.title: await told(section, bare) for section in SECTIONS if section.empty}
    assert said == {section.title: section.empty for section in SECTIONS if section.empty}


def test_no_two_have_the_same_title_short_or_long():
    assert len({section.title for section in SECTIONS}) == len({section.short for section in SECTIONS}) == len(SECTIONS)
