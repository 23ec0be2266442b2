"""A commitment is the same for the same card alone, and says nothing about it."""

from msgspec.structs import replace

from facilitator.domain.facts.commitment import commitment
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation

GIVEN = Assessment(competency="craft", rating=4, evidence="n1", notes=("e1",))
CARD = Scorecard(recommendation=Recommendation.YES, ratings=(GIVEN,), strengths="quick", concerns="alone")


def test_it_holds_to_all_that_stands_on_a_card_and_to_whose_it_is():
    others = [
        replace(CARD, recommendation=Recommendation.NO),
        replace(CARD, ratings=()),
        *(replace(CARD, ratings=(replace(GIVEN, **{name: other}),)) for name, other in OTHER_ASSESSMENT.items()),
        replace(CARD, strengths="quick, alone", concerns=""),
        replace(CARD, concerns=""),
    ]
    assert {*OTHER_ASSESSMENT} == {*Assessment.__struct_fields__}
    assert {*Scorecard.__struct_fields__} == {"recommendation", "ratings", "strengths", "concerns"}
    commitments = {commitment(card, "salt", "s", "bo", 1) for card in (CARD, *others)}
    elsewhere = {
        commitment(CARD, "other", "s", "bo", 1),
        commitment(CARD, "salt", "s2", "bo", 1),
        commitment(CARD, "salt", "s", "ann", 1),
        commitment(CARD, "salt", "s", "bo", 2),
    }
    assert len(commitments | elsewhere) == 1 + len(others) + 4


OTHER_ASSESSMENT = {"competency": "people", "rating": 3, "evidence": "n2", "notes": ()}


def test_it_stays_the_same_for_ever():
    """Journals hold it: if this fails, no card of an earlier version opens any more."""
    assert commitment(CARD, "salt", "s", "bo", 1) == "d0203d554f5e464caf481891a60dc9df67b26c4ce7022bbc5d47f3a393f873c5"
