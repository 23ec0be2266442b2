"""The page to decide from is short, and counts what it leaves out."""

import pytest

from facilitator import agenda_files, resources
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import Extent, Options, export_text

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
    assert len(lines_of(export_text(rehearsed, "md", BRIEF))) <= 25
    assert len(lines_of(export_text(rehearsed, "slack", BRIEF)) - {"```"}) <= 25


def test_what_the_brief_leaves_out_is_counted_with_its_place(rehearsed):
    last = export_text(rehearsed, "md", BRIEF).splitlines()[-1]
    assert "+10 strengths, +2 concerns, +24 other notes (Evidence, Notes); +2 follow-ups (Follow-ups)" in last


def test_first_is_what_is_decided_then_what_speaks_for_and_against_then_what_is_open(rehearsed):
    headings = [line for line in export_text(rehearsed, "md", BRIEF).splitlines() if line.startswith("## ")]
    assert headings == ["## Decision", "## Strengths, concerns and flags", "## Still open"]


def lines_of(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.strip()}
