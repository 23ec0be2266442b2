"""What a card begins with: the panelist's own notes and ratings, and nothing of anybody else's."""

from facilitator.domain.facts.signal import Direction
from facilitator.domain.panel.proposed_card import ProposedCard, ProposedRating, proposed_card
from facilitator.domain.plan.scale import Recommendation
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(part("Talk", "10m", questions=[ask("slip", competency="craft")]))


def begun(*lines: str, panelist: str = "bo") -> ProposedCard:
    script = "0:00 /start\n" + "".join(f"1:{place:02} {line}\n" for place, line in enumerate(lines))
    return proposed_card(Room(PLAN, script).session, panelist)


def test_own_notes_are_proposed_as_evidence_by_number_and_signal():
    card = begun("bo> + drew it #craft", "bo> - slow #craft", "bo> tall #craft", "bo> + again #craft", "- no #craft")
    assert card.ratings["craft"] == ProposedRating(rating=None, evidence="strength n1, n4; concern n2; n3")
    assert card.ratings["people"] == ProposedRating()


def test_a_note_counts_for_the_competency_of_the_question_at_hand():
    assert begun("/ask 1", "bo> ! left it").ratings["craft"].evidence == "flag n1"


def test_a_rating_from_the_interview_stands_with_its_evidence_and_what_it_doesnt_name():
    card = begun("bo> + drew it #craft", "bo> - slow #craft", "/rate craft 4 by bo n1 says it")
    assert card.ratings["craft"] == ProposedRating(rating=4, evidence="n1 says it; concern n2")
    assert begun("/rate craft 4", panelist="bo").ratings["craft"] == ProposedRating()


def test_a_recommendation_stands_and_signalled_notes_of_no_competency_are_at_hand():
    card = begun("bo> + kind", "bo> ! late", "bo> tall", "+ mine", "/recommend yes by bo")
    assert card.recommendation is Recommendation.YES
    found = {way: [note.text for note in notes] for way, notes in card.unfiled.items()}
    assert found == {Direction.FOR: ["kind"], Direction.AGAINST: ["late"], Direction.NEITHER: []}
