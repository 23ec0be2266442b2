"""What ratings, recommendations and scorecards do; what counts as a card, and what is a change of mind."""

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardChanged,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from tests.domain.cards import SALT, card, opened, sealed
from tests.domain.session.recorded import minutes, session_of

YES, NO = Recommendation.YES, Recommendation.NO
OPENING = ScorecardsOpened(reason="ill")
FOUR, TWO = card("yes", craft=4), card("no", craft=2)


def rated(rating: int, competency: str = "craft", panelist: str = "bo") -> AnyFact:
    return CompetencyRated(competency=competency, panelist=panelist, rating=rating, evidence="seen", notes=("e9",))


def changes(session: Session) -> list[tuple]:
    return [(mind.panelist, mind.competency, mind.before, mind.after) for mind in session.changes_of_mind]


def after(*facts: AnyFact, card_rules: int = 2) -> Session:
    """The session after these facts, one in each minute."""
    return session_of(*enumerate(facts, 1), card_rules=card_rules)


def refused(session: Session, panelist: str = "bo") -> list[float]:
    """The minutes in which something was recorded as a panelist's card that counts for nothing."""
    return [(at - minutes(0)) / 60_000 for at in session.card_records[panelist].refused_at]


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
    session = after(sealed("bo", FOUR), sealed("zed", FOUR))
    assert {panelist: sealed.at for panelist, sealed in session.sealed_cards.items()} == {"bo": minutes(1)}
    assert session.recommendations == {}
    session = after(sealed("bo", FOUR), OPENING, opened("bo", FOUR))
    assert session.sealed_cards == {}
    assert session.cards == {"bo": FOUR}
    assert session.recommendations == {"bo": YES}
    assert [(key, rating.rating, rating.at) for key, rating in session.ratings.items()] == [
        (("bo", "craft"), 4, minutes(3))
    ]
    assert session.card_records["bo"].original == FOUR


def test_the_first_opening_counts():
    session = session_of((1, ScorecardsOpened(reason="ill")), (2, ScorecardsOpened()), by="bo")
    opened = session.cards_opened
    assert opened is not None
    assert (opened.at, opened.panelist, opened.reason) == (minutes(1), "bo", "ill")


class TestAttacks:
    """What whoever can write to the journal might try."""

    def test_a_card_before_the_opening_counts_for_nothing(self):
        for forged in (opened("bo", FOUR), ScorecardChanged(panelist="bo", card=FOUR)):
            session = after(sealed("bo", FOUR), forged)
            assert (session.cards, session.ratings, session.recommendations) == ({}, {}, {})
            assert session.sealed_cards.keys() == {"bo"}
            assert refused(session) == [2]

    def test_neither_does_one_that_was_never_sealed(self):
        session = after(OPENING, opened("bo", FOUR))
        assert (session.cards, refused(session)) == ({}, [2])

    @pytest.mark.parametrize(
        "forged",
        [
            opened("bo", TWO),
            ScorecardOpened(panelist="bo", card=FOUR, salt=""),
            ScorecardOpened(panelist="bo", card=FOUR, salt=SALT + " "),
            opened("bo", card("yes", "sealed with other words", craft=4)),
        ],
    )
    def test_nor_one_that_is_not_what_was_sealed(self, forged: ScorecardOpened):
        session = after(sealed("bo", FOUR), OPENING, forged)
        assert (session.cards, session.ratings, refused(session)) == ({}, {}, [3])
        assert after(sealed("bo", FOUR), OPENING, forged, opened("bo", FOUR)).cards == {"bo": FOUR}

    def test_a_card_does_not_open_as_somebody_elses_nor_in_another_session(self):
        session = after(sealed("ann", FOUR), OPENING, opened("bo", FOUR))
        assert (session.cards, refused(session)) == ({}, [3])
        stolen = ScorecardSealed(panelist="bo", sealed="…", number=1, commitment=sealed("ann", FOUR).commitment)
        assert after(stolen, OPENING, opened("bo", FOUR)).cards == {}
        assert after(sealed("bo", FOUR, session="another"), OPENING, opened("bo", FOUR)).cards == {}

    def test_an_earlier_card_can_not_be_played_again(self):
        first, second = sealed("bo", FOUR), sealed("bo", TWO, 2)
        session = after(first, second, first, OPENING, opened("bo", FOUR))
        assert (session.cards, refused(session)) == ({}, [3, 5])
        assert after(first, second, first, OPENING, opened("bo", TWO)).cards == {"bo": TWO}

    def test_nor_can_one_that_was_opened(self):
        changed = ScorecardChanged(panelist="bo", card=TWO)
        session = after(sealed("bo", FOUR), OPENING, opened("bo", FOUR), changed, opened("bo", FOUR))
        assert session.cards == {"bo": TWO}
        assert session.recommendations == {"bo": NO}

    def test_a_card_without_a_commitment_is_none(self):
        session = after(ScorecardSealed(panelist="bo", sealed="key:k:…"))
        assert (session.sealed_cards, refused(session)) == ({}, [1])

    def test_a_card_that_takes_the_place_of_another_leaves_a_trace(self):
        session = after(sealed("bo", FOUR), sealed("bo", TWO, 2))
        assert [card.at for card in session.card_records["bo"].sealed] == [minutes(1), minutes(2)]

    def test_after_the_opening_nothing_takes_the_place_of_what_was_sealed(self):
        """Whoever has read the others' cards can't pass off another card as the one that they had sealed."""
        session = after(sealed("bo", FOUR), OPENING, sealed("bo", TWO, 2), opened("bo", TWO))
        assert (session.cards, refused(session)) == ({}, [4])
        session = after(sealed("bo", FOUR), OPENING, sealed("bo", TWO, 2), opened("bo", FOUR))
        assert session.cards == {"bo": FOUR}

    def test_a_card_that_is_rewritten_while_it_is_sealed_is_a_change_of_mind_and_stays_in_the_state(self):
        seal = sealed("bo", FOUR)
        session = after(seal, OPENING, ScorecardChanged(panelist="bo", card=TWO))
        assert session.sealed_cards["bo"].sealed == seal.sealed
        assert session.cards == {"bo": TWO}
        assert [(mind.competency, mind.before, mind.after, mind.is_sealed) for mind in session.changes_of_mind] == [
            ("craft", None, 2, True),
            (None, None, NO, True),
        ]

    def test_once_it_is_opened_all_the_same_it_shows_from_what_to_what(self):
        again = (rated(3), ScorecardChanged(panelist="bo", card=card("yes", craft=3, people=1)))
        session = after(sealed("bo", FOUR), OPENING, *again, opened("bo", FOUR))
        assert changes(session) == [("bo", "craft", 4, 3), ("bo", "people", None, 1)]
        assert session.ratings["bo", "craft"].rating == 3
        record = session.card_records["bo"]
        assert (record.original, record.changed_at) == (FOUR, (minutes(4),))
        assert session.cards["bo"] == card("yes", craft=3, people=1)


def test_on_a_panel_a_first_card_may_come_after_the_opening():
    session = after(OPENING, sealed("bo", FOUR), opened("bo", FOUR))
    assert session.cards == {"bo": FOUR}
    assert session.card_records["bo"].sealed[0].at > minutes(1)


def test_a_card_that_two_have_opened_is_open():
    session = after(sealed("bo", FOUR), OPENING, opened("bo", FOUR), opened("bo", FOUR))
    assert session.cards == {"bo": FOUR}
    assert session.card_records["bo"].refused_at == ()


def test_a_strangers_card_and_what_it_says_of_something_unknown_change_nothing():
    odd = card("yes", luck=5, people=2)
    strangers = (sealed("zed", FOUR), opened("zed", FOUR), ScorecardChanged(panelist="zed", card=FOUR))
    session = after(sealed("bo", odd), OPENING, opened("bo", odd), *strangers)
    assert list(session.cards) == list(session.card_records) == ["bo"]
    assert list(session.ratings) == [("bo", "people")]


def test_whatever_is_changed_after_the_opening_is_a_change_of_mind():
    no = RecommendationGiven(panelist="bo", recommendation=NO)
    until = (sealed("bo", FOUR), OPENING, opened("bo", FOUR))
    assert changes(after(rated(3), no, *until)) == []
    assert changes(after(*until, rated(4), ScorecardChanged(panelist="bo", card=FOUR))) == []
    assert changes(after(*until, rated(2), no)) == [("bo", "craft", 4, 2), ("bo", None, YES, NO)]
    assert changes(after(*until, ScorecardChanged(panelist="bo", card=card("no", craft=5, people=1)))) == [
        ("bo", "craft", 4, 5),
        ("bo", "people", None, 1),
        ("bo", None, YES, NO),
    ]
    assert changes(after(*until, rated(3, panelist="ann"), rated(1, panelist="ann"))) == []


def test_who_had_no_card_before_the_opening_changes_nothing_by_writing_one():
    session = after(rated(3), OPENING, ScorecardChanged(panelist="bo", card=TWO))
    assert changes(session) == []
    assert (session.cards, session.card_records["bo"].changed_at) == ({"bo": TWO}, (minutes(3),))


class TestFirstRules:
    """Journals of earlier versions: what was recorded as a card is one."""

    @staticmethod
    def of_old(**ratings: int) -> ScorecardOpened:
        return ScorecardOpened(panelist="bo", card=card("yes", "", **ratings))

    def test_a_sealed_card_waits_and_goes_when_it_is_opened(self):
        seal = ScorecardSealed(panelist="bo", sealed="…")
        assert after(seal, card_rules=1).sealed_cards["bo"].sealed == "…"
        session = after(seal, self.of_old(craft=4), card_rules=1)
        assert (session.sealed_cards, session.cards, session.recommendations) == ({}, {"bo": FOUR}, {"bo": YES})

    def test_only_after_the_own_card_is_open_something_else_is_a_change_of_mind(self):
        no = RecommendationGiven(panelist="bo", recommendation=NO)
        four = self.of_old(craft=4)
        assert changes(after(rated(3), no, four, card_rules=1)) == []
        assert changes(after(four, rated(4), four, card_rules=1)) == []
        assert changes(after(four, rated(2), no, card_rules=1)) == [("bo", "craft", 4, 2), ("bo", None, YES, NO)]
        two = ScorecardOpened(panelist="bo", card=Scorecard(recommendation=NO, ratings=card(craft=5, people=1).ratings))
        assert changes(after(four, two, card_rules=1)) == [("bo", "craft", 4, 5), ("bo", None, YES, NO)]


def test_a_rating_without_words_or_notes_is_without_evidence():
    def bare(evidence: str, *notes: str) -> bool:
        fact = CompetencyRated(competency="craft", panelist="bo", rating=3, evidence=evidence, notes=notes)
        return session_of((1, fact)).ratings["bo", "craft"].is_without_evidence

    assert bare("")
    assert bare("  ")
    assert not bare("seen")
    assert not bare("", "e1")
    assert not bare("seen", "e1")


def test_what_a_card_says_of_an_unknown_competency_is_passed_over():
    given = card("yes", craft=4, luck=1)
    changed = ScorecardChanged(panelist="bo", card=card("yes", craft=3, luck=1))
    session = after(sealed("bo", given), OPENING, opened("bo", given), changed)
    assert list(session.ratings) == [("bo", "craft")]
