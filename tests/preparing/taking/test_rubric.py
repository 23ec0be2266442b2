"""Criteria with scores become competencies with anchors."""

import pytest

from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.rubric import take_rubric, take_scale
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


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("## Rating scale\n1. No\n2. Mixed\n3. Yes\n", "a.md", ["No", "Mixed", "Yes"]),
        ("## Rating scale\n- Never\n- Always\n", "a.md", ["Never", "Always"]),
        ("Scale:\n1 - Strong No\n2 - No\n3 - Yes\n", "a.txt", ["Strong No", "No", "Yes"]),
        ("## Scale\n" + "".join(f"{n}. w{n}\n" for n in range(1, 11)), "a.md", [f"w{n}" for n in range(1, 11)]),
    ],
)
def test_the_words_of_a_scale_count_from_one_or_are_a_list(text: str, name: str, words: list[str]):
    draft = DraftAgenda()
    (branch,) = tree(text, name)
    assert take_scale(branch, draft, Ledger())
    assert draft.scale == words


@pytest.mark.parametrize(
    "text",
    [
        "## Scale\n- 1: no\n- 3: yes\n",
        "## Scale\n- 1: no\n",
        "## Scale\nBe fair.\n",
        f"## Scale\n- 1: {'x' * 41}\n- 2: yes\n",
    ],
)
def test_anything_else_is_no_scale(text: str):
    draft = DraftAgenda()
    (branch,) = tree(text)
    assert not take_scale(branch, draft, Ledger())
    assert draft.scale == []
