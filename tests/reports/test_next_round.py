"""The next round gets what is open and what was covered, and judges for itself."""

import pytest
from msgspec.structs import replace

from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.reports import Audience, Extent, Options, export_text
from facilitator.reports.next_round import next_round
from facilitator.reports.panel.parts import looked_on
from tests.domain.panel.looking_on import onlookers_debrief
from tests.reports.exported import FOR_EVERYBODY, everything


def test_the_next_round_gets_open_must_asks_first_with_what_to_listen_for(final_round):
    report = next_round(final_round)
    assert [(item.number, item.must) for item in report.open] == [(9, True), (4, False), (10, False)]
    assert report.open[0].probes == ("What did the number look like a month before?",)
    assert {item.number for item in report.covered} == {1, 2, 3, 5, 6, 7, 8, 11}


def test_the_page_says_what_to_ask_who_owes_them_what_and_what_came_up(final_round):
    page = export_text(final_round, "md", Options(Audience.NEXT_ROUND, extent=Extent.BRIEF))
    [heading] = [line for line in page.splitlines() if line.startswith("#") and line[1] == "#"]
    assert heading == "## Still open"
    lines = [line.partition(":**")[0] for line in page.splitlines() if line.startswith("- ")]
    assert lines == [
        "- **Must-ask q9 not asked",
        "- **q4 dropped",
        "- **q10 partly",
        "- **Jonas Weller by Wednesday, 7 January",
        "- **Daniel Owusu by Friday, 9 January",
        *["- **Follow up"] * 3,
    ]
    assert "In the whole document: what to listen for (What to ask); 8 covered questions (Coverage)." in page


def test_what_the_page_leaves_out_is_counted_there_and_told_after_it(final_round):
    coverage = tuple(replace(row, status=Status.PLANNED) for row in final_round.coverage)
    notes = tuple(
        replace(note, text=f"Ask {number}", signal=Signal.FOLLOW_UP)
        for number, note in enumerate(final_round.notes[:5])
    )
    owed = tuple(
        replace(final_round.candidate_questions[0], text=f"Why {number}?", status="owed", due="", by=None)
        for number in range(4)
    )
    told = replace(final_round, coverage=coverage, notes=notes, candidate_questions=owed)
    full = export_text(told, "md", Options(Audience.NEXT_ROUND))
    page, _, rest = full.partition("\n## What to ask\n")
    assert "+8 questions (What to ask); +1 answer (Their questions); +2 follow-ups (Follow-ups)" in page
    assert "\n### q11\n\n**q11 not asked:** Is there anything" in rest
    for row in coverage:
        assert full.count(row.ask) == 1
    assert full.count("Why 3?") == full.count("Ask 4") == rest.count("Why 3?") == rest.count("Ask 4") == 1
    assert "- **Nobody yet:** Answer the candidate: Why 0?" in page


def test_where_nothing_is_open_the_page_says_so(final_round):
    done = replace(final_round, coverage=(), notes=(), candidate_questions=())
    assert "Nothing is left to do." in export_text(done, "md", Options(Audience.NEXT_ROUND, extent=Extent.BRIEF))


@pytest.mark.parametrize("format_name", FOR_EVERYBODY)
def test_the_next_round_judges_for_itself(final_round, format_name, tmp_path):
    text = everything(final_round, format_name, Audience.NEXT_ROUND, tmp_path)
    evidence = [rating.evidence for row in final_round.competencies for rating in row.ratings]
    impressions = [
        note.text for note in final_round.notes if note.signal and note.signal.value in ("strength", "concern")
    ]
    assert not any(said in text for said in [*evidence, *impressions])
    assert not any(word in text for word in ("strong_yes", "strong yes", "no_decision", "no decision"))


def test_to_whoever_looks_on_it_says_what_is_left_out_and_not_that_nothing_is_left_to_do():
    value = replace(onlookers_debrief(), coverage=())
    told = export_text(value, "md", Options(Audience.NEXT_ROUND))
    assert "Nothing is left" not in told
    assert looked_on("the candidate") in told
