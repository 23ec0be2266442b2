"""Each audience gets what is meant for it; the candidate gets nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator import reports
from facilitator.domain.facts.signal import Signal
from facilitator.reports import Audience, Options, export_text
from facilitator.reports.feedback import feedback
from facilitator.reports.lead import lead_report
from facilitator.reports.next_round import next_round
from facilitator.workspace.exports import write_export

CANARY = "canary-of-the-panel"


def shown(debrief, format_name, audience, folder):
    """Everything that an export contains, with the name of its file."""
    path = write_export(debrief, format_name, folder, Options(audience=audience))
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return path.name + "".join(file.name + file.read_text(encoding="utf-8") for file in files)


def test_the_candidate_reads_what_was_marked_and_what_they_are_owed(final_round):
    letter = feedback(final_round)
    assert letter.strengths == ("You asked for churn before you drew a line, and it changed what we all saw",)
    assert letter.suggestions == ("Ramp time would have made the plan stronger; Daniel Owusu had to ask for it",)
    assert letter.remarks == ("“I'll be the one who tells you first, a quarter ahead”",)
    assert [(item.by, item.due) for item in letter.answers] == [
        ("Daniel Owusu", "2026-01-09"),
        ("Jonas Weller", "2026-01-07"),
    ]


@pytest.mark.parametrize("format_name", reports.FORMATS)
def test_nothing_else_of_the_panels_reaches_the_candidate(final_round, format_name, tmp_path):
    """Every text that isn't theirs is a canary here, ids and titles included."""
    marked = {note.id for note in final_round.notes if note.shared}
    watched = replace(
        final_round,
        session=replace(final_round.session, title=CANARY, purpose=CANARY, clock_marks=(CANARY,)),
        agenda=replace(
            final_round.agenda, title=CANARY, purpose=CANARY, competencies=(), segments=final_round.agenda.segments[:1]
        ),
        timeline=tuple(replace(row, segment=CANARY) for row in final_round.timeline),
        coverage=tuple(replace(row, ask=CANARY, reason=CANARY) for row in final_round.coverage),
        competencies=tuple(replace(row, name=CANARY) for row in final_round.competencies),
        notes=tuple(
            note if note.id in marked else replace(note, text=CANARY, author=CANARY) for note in final_round.notes
        ),
        follow_ups=tuple(replace(item, text=CANARY) for item in final_round.follow_ups),
        candidate_questions=tuple(
            item if item.status == "owed" else replace(item, text=CANARY) for item in final_round.candidate_questions
        ),
    )
    text = shown(watched, format_name, Audience.CANDIDATE, tmp_path)
    assert CANARY not in text
    assert "changed what we all saw" in text


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([None, *Signal])), max_size=12))
def test_a_note_that_nobody_marked_is_never_in_the_letter(final_round, drawn):
    notes = tuple(
        replace(final_round.notes[0], id=f"n{place}", text=f"word{place}x", shared=shared, signal=signal)
        for place, (shared, signal) in enumerate(drawn)
    )
    debrief = replace(final_round, notes=notes)
    text = export_text(debrief, "json", Options(audience=Audience.CANDIDATE))
    for note in notes:
        assert (note.text in text) == note.shared


def test_the_letter_is_kind_to_read(final_round):
    letter = export_text(final_round, "text", Options(audience=Audience.CANDIDATE))
    assert letter.startswith("Feedback on our interview\n")
    assert "Dear Ilse Brandt," in letter
    assert not any(word in letter for word in ("#", "concern", "rating", "weakness", "debrief"))


def test_the_next_round_gets_open_must_asks_first_with_what_to_listen_for(final_round):
    report = next_round(final_round)
    assert [(item.number, item.must) for item in report.open] == [(9, True), (4, False), (10, False)]
    assert report.open[0].probes == ("What did the number look like a month before?",)
    assert {item.number for item in report.covered} == {1, 2, 3, 5, 6, 7, 8, 11}


@pytest.mark.parametrize("format_name", reports.FORMATS)
def test_the_next_round_judges_for_itself(final_round, format_name, tmp_path):
    text = shown(final_round, format_name, Audience.NEXT_ROUND, tmp_path)
    evidence = [rating.evidence for row in final_round.competencies for rating in row.ratings]
    impressions = [note.text for note in final_round.notes if note.signal in (Signal.STRENGTH, Signal.CONCERN)]
    assert not any(said in text for said in [*evidence, *impressions])
    assert not any(word in text for word in ("strong_yes", "strong yes", "no_decision", "no decision"))


def test_the_lead_sees_who_has_still_to_rate_and_what_the_candidate_would_read(final_round):
    unrated = replace(final_round.competencies[0], ratings=())
    without = {who: given for who, given in final_round.recommendations.items() if who != "cfo"}
    debrief = replace(final_round, competencies=(unrated, *final_round.competencies[1:]), recommendations=without)
    report = lead_report(debrief)
    assert [(item.panelist, item.competency) for item in report.missing_ratings] == [("cro", "pipeline")]
    assert report.missing_recommendations == ("cfo",)
    source = export_text(debrief, "md", Options(audience=Audience.LEAD))
    assert "- Priya Raghunathan has not rated Pipeline building." in source
    assert "- You asked for churn before you drew a line, and it changed what we all saw" in source


def test_what_the_lead_gets_contains_all_that_the_panel_gets(final_round):
    lead = export_text(final_round, "md", Options(audience=Audience.LEAD))
    panel = export_text(final_round, "md")
    assert set(panel.splitlines()) <= set(lead.splitlines())
    assert json.loads(export_text(final_round, "json", Options(audience=Audience.LEAD)))["debrief"]["notes"]
