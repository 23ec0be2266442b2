"""What the panel reads: a page to decide from, evidence before ratings, each note told once, the times last."""

import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.panel.onlooker import seen_by_onlooker
from facilitator.reports import FORMATS, Audience, Extent, Options, export, export_text
from facilitator.reports.panel.panel_blocks import ONLY_ONE
from facilitator.reports.panel.parts import Part, looked_on
from tests.domain.panel.looking_on import onlookers_debrief
from tests.reports.exported import said
from tests.ui.sessions import opened, small_agenda


def test_what_is_known_of_the_clock_ends_with_one_full_stop(final_round):
    session = replace(final_round.session, clock_marks=("The wall clock was set 1h forward.",))
    assert "- About the clock: The wall clock was set 1h forward.\n" in export_text(
        replace(final_round, session=session), "md"
    )


def test_evidence_stands_before_ratings_and_the_times_last(final_round):
    source = export_text(final_round, "md")
    competency = source.partition("### Forecast and economics")[2].partition("\n### ")[0]
    assert competency.index("concern") < competency.index("What the ratings mean") < competency.index("4 strong")
    assert source.rindex("\n## ") == source.index("\n## Time")


def test_the_parts_stand_in_the_order_in_which_they_are_needed(final_round):
    parts = [line[3:] for line in export_text(final_round, "md").splitlines() if line.startswith("## ")]
    assert [part for part in parts if part != ONLY_ONE] == list(Part)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", [name for name, kept in FORMATS.items() if kept.extent])
def test_nothing_stands_in_the_brief_that_is_not_in_the_whole(final_round, name, audience):
    brief, full = (said(export(final_round, name, Options(audience, extent=extent)).content) for extent in Extent)
    assert lines_of(brief) <= lines_of(full)
    assert (brief == full) == (audience is Audience.CANDIDATE)


def lines_of(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.strip() and not line.startswith("<nav")}


UNTRUE = (
    "Nothing is left",
    "Nothing is decided",
    "obody has",
    "No note",
    "There are no ratings",
    '"missing"',
    "not in yet",
    "Scorecards opened",
    "rated it",
    "has not",
    "is in.",
)
"""What would be said of an interview if there were nothing of what an onlooker isn't shown."""


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("format_name", ["md", "text", "html", "slack", "json"])
def test_to_whoever_looks_on_nothing_that_is_not_shown_is_said_not_to_be_there(audience, format_name):
    told = export_text(onlookers_debrief(), format_name, Options(audience=audience, extent=Extent.FULL))
    assert not [words for words in UNTRUE if words in told]


def test_whoever_looks_on_is_told_once_what_is_left_out_and_reads_the_rest():
    told = export_text(onlookers_debrief(), "md", Options(extent=Extent.FULL))
    assert told.count(looked_on("the candidate")) == 1
    parts = [line.removeprefix("## ") for line in told.splitlines() if line.startswith("## ")]
    assert parts == [Part.DECISION, Part.OPEN, Part.COVERAGE, Part.INTERVIEW, Part.TIME]


def test_whoever_looked_on_at_an_interview_that_was_called_off_is_told_so_too():
    conductor, _ = opened(small_agenda())
    conductor.submit("/noshow")
    report = debrief(seen_by_onlooker(conductor.session), conductor.now())
    assert looked_on("the candidate") in export_text(report, "md")
