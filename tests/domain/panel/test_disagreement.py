"""The plain figures about a panel: spread, mean, who points the other way."""

import pytest

from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.panel.disagreement import ballot, differs, disagreements, dissenters
from facilitator.domain.plan.agenda import Competency, Panelist
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Talk", "10m"),
    panel=tuple(Panelist(id=name, name=name.upper(), lead=name == "ann") for name in ("ann", "bo", "cy", "di")),
)
END = "0:00 /start\n1:00 /end\n"


def after(*lines: str) -> Session:
    return Room(PLAN, END + "\n".join(f"2:00 {line}" for line in lines)).session


def test_each_recommendation_has_its_place_on_the_scale():
    assert {name.value: name.score for name in Recommendation} == {
        "strong_no": 1,
        "no": 2,
        "no_decision": 3,
        "yes": 4,
        "strong_yes": 5,
    }


@pytest.mark.parametrize(
    ("ratings", "mean", "spread", "pairwise"),
    [
        ({"ann": 4}, 4.0, 0, 0.0),
        ({"ann": 4, "bo": 4}, 4.0, 0, 0.0),
        ({"ann": 1, "bo": 5}, 3.0, 4, 4.0),
        ({"bo": 2, "cy": 3}, 2.5, 1, 1.0),
        ({"ann": 1, "bo": 1, "cy": 5, "di": 5}, 3.0, 4, 8 / 3),
        ({"ann": 5, "bo": 3, "cy": 2}, 10 / 3, 3, 2.0),
    ],
)
def test_the_figures_of_a_competency(ratings: dict[str, int], mean: float, spread: int, pairwise: float):
    (row,) = disagreements(after(*(f"/rate craft {rating} by {name}" for name, rating in ratings.items())))
    assert (row.competency, row.ratings) == ("craft", ratings)
    assert (row.mean, row.spread, row.pairwise) == (mean, spread, pairwise)


def test_the_most_disputed_comes_first():
    lines = ["/rate craft 3", "/rate craft 4 by bo", "/rate people 1", "/rate people 3 by bo"]
    assert [row.competency for row in disagreements(after(*lines))] == ["people", "craft"]
    lines = ["/rate craft 1", "/rate craft 3 by bo", "/rate craft 3 by cy", "/rate craft 3 by di"]
    lines += ["/rate people 1", "/rate people 1 by bo", "/rate people 3 by cy", "/rate people 3 by di"]
    assert [row.competency for row in disagreements(after(*lines))] == ["people", "craft"]


@pytest.mark.parametrize(
    ("votes", "mean", "spread", "leans"),
    [
        ([], None, 0, None),
        (["yes"], 4.0, 0, Outcome.YES),
        (["no"], 2.0, 0, Outcome.NO),
        (["no_decision"], 3.0, 0, None),
        (["yes", "no"], 3.0, 2, None),
        (["strong_yes", "no"], 3.5, 3, Outcome.YES),
        (["strong_no", "yes"], 2.5, 3, Outcome.NO),
    ],
)
def test_where_the_votes_lean(votes: list[str], mean: float | None, spread: int, leans: Outcome | None):
    session = after(*(f"/vote {vote} by {name}" for vote, name in zip(votes, ("ann", "bo"), strict=False)))
    found = ballot(session)
    assert (found.mean, found.spread, found.leans) == (mean, spread, leans)
    assert list(found.votes.values()) == votes
    assert {outcome for outcome in Outcome if differs(session, outcome)} == (set(Outcome) - {leans} if leans else set())


def test_the_second_vote_counts_before_the_first():
    session = after("/recommend no", "/recommend no bo", "/vote strong yes")
    assert ballot(session).votes == {"ann": "strong_yes", "bo": "no"}


@pytest.mark.parametrize(
    ("decided", "against"),
    [
        ("/decide yes", ["di", "bo"]),
        ("/decide no because", ["ann", "di"]),
        ("/decide undecided because", ["di"]),
    ],
)
def test_who_sees_it_differently(decided: str, against: list[str]):
    votes = ["/vote strong yes", "/vote yes", "/vote no by bo", "/vote no_decision by cy", "/dissent by di Wait."]
    assert sorted(dissenters(after(*votes, decided))) == sorted(against)


def test_nobody_dissents_before_a_decision():
    assert dissenters(after("/vote no", "/dissent Wait.")) == ()


def test_scales_of_other_lengths_are_compared_by_their_share():
    """One point of two is all of that scale; two of five are half of it."""
    plan = agenda(
        part("Talk", "10m"),
        panel=PLAN.panel,
        competencies=(
            Competency(id="craft", name="Craft"),
            Competency(id="people", name="People", scale=("no", "yes")),
            Competency(id="sales", name="Sales", scale=tuple("abcdefghij")),
        ),
    )
    lines = ["craft 2", "craft 4 by bo", "people no", "people yes by bo", "sales c", "sales g by bo"]
    session = Room(plan, END + "\n".join(f"2:00 /rate {line}" for line in lines)).session
    assert [(row.competency, row.spread, round(row.share, 2), row.is_wide) for row in disagreements(session)] == [
        ("people", 1, 1.0, True),
        ("craft", 2, 0.5, True),
        ("sales", 4, 0.44, False),
    ]
