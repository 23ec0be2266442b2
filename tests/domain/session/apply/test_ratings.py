"""What ratings, recommendations and scorecards do; a change of mind is one only after the own card is open."""

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from tests.domain.session.recorded import minutes, session_of

YES, NO = Recommendation.YES, Recommendation.NO


def rated(rating: int, competency: str = "craft", panelist: str = "bo") -> AnyFact:
    return CompetencyRated(competency=competency, panelist=panelist, rating=rating, evidence="seen", notes=("e9",))


def card(recommendation: Recommendation = YES, panelist: str = "bo", **ratings: int) -> ScorecardOpened:
    given = tuple(Assessment(competency=name, rating=rating, evidence="written") for name, rating in ratings.items())
    return ScorecardOpened(panelist=panelist, card=Scorecard(recommendation=recommendation, ratings=given))


def changes(session: Session) -> list[tuple]:
    return [(mind.panelist, mind.competency, mind.before, mind.after) for mind in session.changes_of_mind]


def test_a_rating_names_a_competency_and_somebody_of_the_panel():
    session = session_of((1, rated(3)), (2, rated(4)), (3, rated(2, "luck")), (4, rated(2, panelist="zed")))
    assert list(session.ratings) == [("bo", "craft")]
    rating = session.ratings["bo", "craft"]
    assert (rating.rating, rating.evidence, rating.notes, rating.at) == (4, "seen", ("e9",), minutes(2))
    assert changes(session) == []


def test_a_recommendation_is_one_of_the_panel():
    given = [RecommendationGiven(panelist=name, recommendation=YES) for name in ("bo", "zed")]
    assert session_of((1, given[0]), (2, given[1])).recommendations == {"bo": YES}


def test_a_sealed_card_waits_and_goes_when_it_is_opened():
    sealed = [ScorecardSealed(panelist=name, sealed="…") for name in ("bo", "zed")]
    assert session_of((1, sealed[0]), (2, sealed[1])).sealed_cards == {"bo": "…"}
    session = session_of((1, sealed[0]), (2, card(craft=4)))
    assert session.sealed_cards == {}
    assert session.cards["bo"].recommendation is YES
    assert session.recommendations == {"bo": YES}
    assert [(key, rating.rating, rating.at) for key, rating in session.ratings.items()] == [
        (("bo", "craft"), 4, minutes(2))
    ]


def test_the_first_opening_counts():
    session = session_of((1, ScorecardsOpened(reason="ill")), (2, ScorecardsOpened()), by="bo")
    opened = session.cards_opened
    assert opened is not None
    assert (opened.at, opened.panelist, opened.reason) == (minutes(1), "bo", "ill")


def test_a_strangers_card_and_what_it_says_of_something_unknown_change_nothing():
    session = session_of((1, card(panelist="zed", craft=4)), (2, card(luck=5, people=2)))
    assert list(session.cards) == ["bo"]
    assert list(session.ratings) == [("bo", "people")]


def test_only_after_the_own_card_is_open_something_else_is_a_change_of_mind():
    no = RecommendationGiven(panelist="bo", recommendation=NO)
    assert changes(session_of((1, rated(3)), (2, no), (3, card(craft=4)))) == []
    assert changes(session_of((1, card(craft=4)), (2, rated(4)), (3, card(craft=4)))) == []
    assert changes(session_of((1, card(craft=4)), (2, rated(2)), (3, no))) == [
        ("bo", "craft", 4, 2),
        ("bo", None, YES, NO),
    ]
    assert changes(session_of((1, card(craft=4)), (2, card(NO, craft=5, people=1)))) == [
        ("bo", "craft", 4, 5),
        ("bo", None, YES, NO),
    ]
    assert changes(session_of((1, card(craft=4)), (2, rated(3, panelist="ann")), (3, rated(1, panelist="ann")))) == []


def test_a_rating_without_words_or_notes_is_without_evidence():
    def bare(evidence: str, *notes: str) -> bool:
        fact = CompetencyRated(competency="craft", panelist="bo", rating=3, evidence=evidence, notes=notes)
        return session_of((1, fact)).ratings["bo", "craft"].is_without_evidence

    assert bare("")
    assert bare("  ")
    assert not bare("seen")
    assert not bare("", "e1")
    assert not bare("seen", "e1")
