"""What is private on a panel, and when it may be opened."""

import pytest
from msgspec.structs import replace

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import FactSealed, NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.status import Status
from facilitator.domain.panel.onlooker import seen_by_onlooker
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.fold import fold
from facilitator.domain.session.privacy.private_facts import (
    is_private,
    kept_in_words,
    kept_to_themselves,
    may_open_notes,
)
from tests.domain.session.panels import PANEL, PLAN, event
from tests.domain.session.sealed import SEALED

OF_BO = event("of bo", 20, NoteTaken(text="a note"), by="bo")
EARLY = event("early", 50, ScorecardsOpened(reason="Cy is ill"))
CARD = event("card", 40, ScorecardSealed(panelist="bo", sealed="…", commitment="c"), by="bo")

RATED: list[AnyFact] = [
    CompetencyRated(competency="craft", panelist="bo", rating=3),
    RecommendationGiven(panelist="bo", recommendation=Recommendation.YES),
]
LIVE: list[AnyFact] = [QuestionMarked(question="aims", panelist="bo", status=Status.ASKED)]


@pytest.mark.parametrize("fact", [NoteTaken(text="a note"), *RATED])
def test_notes_and_ratings_are_private_on_a_panel_and_nowhere_else(fact: AnyFact):
    assert is_private(fold(PANEL), fact, "bo-1")
    assert not is_private(fold(PANEL[:1]), fact, "bo-1")
    assert not is_private(fold(PANEL), fact, "a stranger")


@pytest.mark.parametrize("fact", LIVE)
def test_coverage_is_live(fact: AnyFact):
    assert not is_private(fold(PANEL), fact, "bo-1")


def test_where_an_agenda_says_that_notes_are_shared_ratings_arent():
    shared = fold((event("o", 0, SessionOpened(agenda=replace(PLAN, notes="shared"))), *PANEL[1:]))
    assert not is_private(shared, NoteTaken(text="a note"), "bo-1")
    assert all(is_private(shared, fact, "bo-1") for fact in RATED)


@pytest.mark.parametrize(
    "fact", [NoteEdited(note="of bo", text="…"), NoteFiled(note="of bo"), NoteStruck(note="of bo")]
)
def test_what_is_about_a_note_is_as_private_as_the_note(fact: AnyFact):
    session = fold((*PANEL, OF_BO))
    assert not is_private(session, fact, "bo-1")
    session.notes["of bo"] = replace(session.notes["of bo"], private=True)
    assert is_private(session, fact, "bo-1")


def test_it_is_opened_once_the_cards_are_and_ones_own_is_in():
    opened = fold((*PANEL, EARLY))
    assert not may_open_notes(fold(PANEL), "bo")
    assert not may_open_notes(opened, "bo")
    assert may_open_notes(opened, "cy"), "a shadow writes none"
    assert is_private(opened, NoteTaken(text="a note"), "bo-1")
    with_card = fold((*PANEL, CARD, EARLY))
    assert may_open_notes(with_card, "bo")
    assert not may_open_notes(fold((*PANEL, CARD)), "bo")
    assert not is_private(with_card, NoteTaken(text="a note"), "bo-1")


def test_what_is_kept_is_counted_by_whoever_wrote_it_and_only_notes_are():
    sealed = [
        event("x", 20, FactSealed(box="…", number=1), by="bo"),
        event("y", 21, FactSealed(box="…"), by="bo"),
        event("z", 22, FactSealed(box="…", number=2), by="bo"),
        event("w", 23, FactSealed(box="…", number=1), by="cy"),
    ]
    assert kept_to_themselves(fold((*PANEL, *sealed))) == {"bo": 2, "cy": 1}


def test_a_title_says_how_many_notes_are_sealed_and_of_ratings_nothing():
    assert kept_in_words(SEALED) == "sealed for now: Bo Ek's 2"
    assert kept_in_words(fold(PANEL)) == ""
    assert kept_to_themselves(SEALED) == {"bo": 2, "cy": 0}


def test_for_whoever_only_looks_on_no_note_is_sealed_for_now_as_they_never_read_any():
    assert kept_to_themselves(seen_by_onlooker(SEALED)) == {}
    assert kept_in_words(seen_by_onlooker(SEALED)) == ""
