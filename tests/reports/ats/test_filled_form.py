"""A card in the words and the order of each form; what is lost on the way is said."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.filled_form import form_text
from facilitator.reports.ats.form import form_names
from tests.reports.ats.cards import CARD, filled_in

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", form_names())
def test_each_form_is_as_it_was(name):
    answers = filled_in(name)
    text = form_text(answers) + "".join(f"! {said}\n" for said in answers.lossy)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_a_word_that_means_something_else_there_is_named():
    assert "Territory: 3 solid becomes mixed." in filled_in("greenhouse").lossy


def test_what_has_no_counterpart_is_left_to_its_author():
    undecided = filled_in("ashby", replace(CARD, recommendation=Recommendation.NO_DECISION))
    assert "Recommendation: no_decision has no counterpart in Ashby, so choose one there yourself." in undecided.lossy
    assert "Overall Recommendation\n(left empty)" in form_text(undecided)


def test_two_of_ours_that_become_one_are_named():
    lossy = filled_in("workable", replace(CARD, recommendation=Recommendation.STRONG_NO)).lossy
    assert lossy == ("Recommendation: strong_no becomes negative, and so does no.",)


def test_what_a_form_of_ones_own_has_no_field_for_is_named(tmp_path: Path):
    form = tmp_path / "own.yaml"
    words = "recommendations: {strong_no: never, no: no, no_decision: none, yes: yes, strong_yes: now}"
    form.write_text(f"name: Ours\n{words}\nfields:\n  - {{label: Verdict, holds: recommendation}}\n", "utf-8")
    assert filled_in(str(form)).lossy == tuple(
        f"{what}: Ours has no field for this, so it is left out." for what in ("Ratings", "Strengths", "Concerns")
    )


def test_a_note_that_is_cited_is_told_in_words():
    assert "n7 shows it\n  n7: closed three of five" in form_text(filled_in("text"))


def test_an_empty_card_is_no_mistake():
    assert "Ratings\n(left empty)" in form_text(filled_in("text", Scorecard(recommendation=Recommendation.NO)))
