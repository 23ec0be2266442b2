"""The page to decide from is short, and counts what it leaves out."""

import pytest
from msgspec.structs import replace

from facilitator import agenda_files, resources
from facilitator.conducting.rehearsal import rehearse
from facilitator.documents.document import Heading
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import Extent, Options, export_text
from facilitator.reports.panel.page_blocks import page_blocks
from facilitator.reports.panel.parts import Part, places
from tests.domain.panel.looking_on import onlookers_debrief

BRIEF = Options(extent=Extent.BRIEF)


@pytest.fixture(scope="module")
def rehearsed() -> Debrief:
    """The sample as its script comes to."""
    folder = resources.agendas_dir()
    sample = agenda_files.load(folder / "vp-sales-final.yaml").agenda
    assert sample is not None
    conductor = rehearse(sample, (folder / "vp-sales-final.script").read_text(encoding="utf-8"))
    return debrief(conductor.session, conductor.now())


def test_the_brief_of_the_sample_is_a_page(rehearsed):
    lines = [line for line in export_text(rehearsed, "md", BRIEF).splitlines() if line and not line.startswith("| ---")]
    assert len(lines) <= 25


@pytest.mark.parametrize("extent", Extent)
@pytest.mark.parametrize("form", ["slack", "slack-api", "text"])
def test_lines_for_a_chat_and_a_mail_are_short(rehearsed, form, extent):
    lines = export_text(rehearsed, form, Options(extent=extent)).splitlines()
    assert max(map(len, lines)) <= 100


def test_what_the_brief_leaves_out_is_counted_with_its_place(rehearsed):
    last = export_text(rehearsed, "md", BRIEF).splitlines()[-1]
    assert "+10 strengths, +2 concerns, +24 other notes (Evidence, Notes); +2 follow-ups (Follow-ups)" in last


def test_first_is_what_is_decided_then_what_speaks_for_and_against_then_what_is_open(rehearsed):
    headings = [line for line in export_text(rehearsed, "md", BRIEF).splitlines() if line.startswith("## ")]
    assert headings == ["## Decision", "## Strengths, concerns and flags", "## Still open"]


def test_to_whoever_looks_on_what_is_still_open_is_left_out_if_they_see_nothing_of_it():
    covered = replace(onlookers_debrief(), coverage=())
    assert Heading(Part.OPEN) not in list(page_blocks(covered, places(covered)))
