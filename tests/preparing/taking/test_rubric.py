"""Criteria with scores become competencies with anchors."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.rubric import take_rubric
from tests.preparing.made import tree


def test_scored_lines_below_a_heading_are_its_anchors():
    draft = DraftAgenda()
    (branch,) = tree("## Scoring\n### Judgement\n- 1 - guesses\n- Score 3: weighs\n- 5 points: tests\n")
    assert take_rubric(branch, draft, Ledger())
    assert [(one.name, one.anchors) for one in draft.competencies] == [
        ("Judgement", {1: "guesses", 3: "weighs", 5: "tests"})
    ]


def test_without_scores_it_is_none():
    (branch,) = tree("## Scoring\n- be fair\n")
    assert not take_rubric(branch, DraftAgenda(), Ledger())
