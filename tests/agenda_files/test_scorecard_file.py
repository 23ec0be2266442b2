"""A scorecard from a file: a card, or complaints like those about an agenda."""

from pathlib import Path

import pytest

from facilitator.agenda_files.scorecard_file import load_scorecard
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.agenda import Agenda, Competency, Segment
from facilitator.domain.plan.scale import Recommendation

AGENDA = Agenda(
    title="Final round",
    competencies=(
        Competency(id="pipeline", name="Pipeline", scale=("no", "mixed", "yes")),
        Competency(id="team", name="Team"),
    ),
    segments=(Segment(id="talk", title="Talk", length_seconds=300),),
)


def load(folder: Path, text: str) -> tuple[Scorecard | None, list[str]]:
    """The card in a file of this text, and the complaints without the name of the file."""
    path = folder / "card.yaml"
    path.write_text(text)
    card, complaints = load_scorecard(path, AGENDA)
    return card, [str(complaint).removeprefix(f"{path}:") for complaint in complaints]


def test_a_card_is_read(tmp_path: Path):
    text = "recommendation: strong_yes\nratings:\n  - {competency: team, rating: 4, evidence: Three hires.}\n"
    card, complaints = load(tmp_path, text)
    assert complaints == []
    assert card is not None
    assert card.recommendation is Recommendation.STRONG_YES
    (rating,) = card.ratings
    assert (rating.competency, rating.rating, rating.evidence) == ("team", 4, "Three hires.")


def test_a_rating_may_be_the_word_of_its_scale(tmp_path: Path):
    text = "recommendation: yes\nratings: [{competency: team, rating: Strong}, {competency: pipeline, rating: yes}]\n"
    card, complaints = load(tmp_path, text)
    assert complaints == []
    assert card is not None
    assert [rating.rating for rating in card.ratings] == [4, 3]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "1:1: error: the file is empty; a scorecard needs at least a recommendation"),
        ("recommendation: perhaps\n", "1:17: error: found 'perhaps', expected one of: strong_no, no, no_decision, yes"),
        ("recommendation: yes\nratings: [{competency: teem, rating: 4}]\n",
         "2:24: error: no competency has the id 'teem' (did you mean 'team'?)"),
        ("recommendation: yes\nratings: [{competency: sales, rating: 4}]\n",
         "2:24: error: no competency has the id 'sales'; there are: pipeline, team"),
        ("recommendation: yes\nratings: [{competency: team, rating: 4}, {competency: team, rating: 5}]\n",
         "2:55: error: 'team' is rated twice"),
        ("recommendation: yes\nratings: [{competency: team, rating: 6}]\n",
         "2:38: error: found '6', expected one of: 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding"),
        ("recommendation: yes\nratings: [{competency: team, rating: stong}]\n",
         "2:38: error: found 'stong', expected one of: 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding (did "),
        ("recommendation: yes\nratings: [{competency: pipeline, rating: 4}]\n",
         "2:42: error: found '4', expected one of: 1 no, 2 mixed, 3 yes"),
    ],
)  # fmt: skip
def test_a_wrong_card_is_told_so(text: str, complaint: str, tmp_path: Path):
    card, complaints = load(tmp_path, text)
    assert card is None
    assert any(line.startswith(complaint) for line in complaints), complaints


def test_a_rating_without_its_competency_is_complained_about_once(tmp_path: Path):
    _, complaints = load(tmp_path, "recommendation: yes\nratings: [{rating: 4}]\n")
    assert complaints == ["2:11: error: 'competency' is missing: an assessment needs it"]


def test_a_card_that_is_not_there_is_a_complaint(tmp_path: Path):
    card, complaints = load_scorecard(tmp_path / "no.yaml", AGENDA)
    assert card is None
    assert [complaint.message for complaint in complaints] == ["there is no such file"]
