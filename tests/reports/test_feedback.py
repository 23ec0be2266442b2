"""The candidate reads what somebody marked for them and what they are owed, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.facts.signal import Signal
from facilitator.reports import Audience, Options, export_text
from facilitator.reports.copies import letter_copy
from facilitator.reports.feedback import feedback
from tests.reports.exported import FOR_EVERYBODY, everything

CANARY = "canary-of-the-panel"


def test_the_candidate_reads_what_was_marked_and_what_they_are_owed(final_round):
    letter = feedback(final_round)
    assert letter.strengths == ("You asked for churn before you drew a line, and it changed what we all saw",)
    assert letter.suggestions == ("Ramp time would have made the plan stronger; Daniel Owusu had to ask for it",)
    assert letter.remarks == ("“I'll be the one who tells you first, a quarter ahead”",)
    assert [(item.by, item.due) for item in letter.answers] == [
        ("Daniel Owusu", "2026-01-09"),
        ("Jonas Weller", "2026-01-07"),
    ]


@pytest.mark.parametrize("format_name", FOR_EVERYBODY)
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
    text = everything(watched, format_name, Audience.CANDIDATE, tmp_path)
    assert CANARY not in text
    assert "changed what we all saw" in text


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 99)), max_size=12))
def test_a_note_that_nobody_marked_is_never_in_the_letter(final_round, drawn):
    notes = tuple(
        replace(final_round.notes[like % len(final_round.notes)], id=f"n{n}", text=f"word{n}x", shared=shared)
        for n, (shared, like) in enumerate(drawn)
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


def test_the_letter_has_no_heading_and_leads_to_each_list_that_it_has(final_round):
    letter = letter_copy(final_round)
    assert letter.startswith("Dear Ilse Brandt,\n\nThank you for the time")
    assert "\n\nThis is what we valued:\n\n- You asked for churn" in letter
    assert letter.endswith("\n\nWe will be in touch about the next step.\n\nWith kind regards,\n\nMarit Lindqvist\n")


def test_the_letter_addresses_them_by_what_they_are_called(final_round):
    session = replace(final_round.session, candidate="Ilse (Isa) Brandt")
    assert letter_copy(replace(final_round, session=session)).startswith("Dear Isa,\n")


def test_with_nothing_shared_or_owed_it_leads_to_nothing(final_round):
    letter = letter_copy(replace(final_round, notes=(), candidate_questions=()))
    assert letter.split("\n\n")[1:] == [
        "Thank you for the time and the thought that you put into our conversation.",
        "We will be in touch about the next step.",
        "With kind regards,",
        "Marit Lindqvist\n",
    ]


def test_a_follow_up_that_is_shared_is_the_next_step(final_round):
    said = "We will call you on Friday #share"
    promise = replace(final_round.notes[0], text=said, signal=Signal.FOLLOW_UP, shared=True)
    letter = letter_copy(replace(final_round, notes=(promise,)))
    assert "This is what happens next:\n\n- We will call you on Friday\n" in letter
    assert "in touch" not in letter
