"""Scorecards: who may submit one and when, what is wrong with one, when all are opened."""

from collections.abc import Callable

import pytest

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.ratings import ScorecardChanged, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.kinds.running import InterviewEnded, SegmentStarted
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.scorecards import (
    OpenedCard,
    check_opening,
    check_rater,
    checked_card,
    open_cards,
    submit_openly,
    submit_sealed,
)
from facilitator.domain.plan.agenda import Agenda, Panelist
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from tests.conducting.panels import Panel
from tests.domain import cards
from tests.domain.interviews import agenda, part
from tests.domain.session.recorded import minutes, session_of

PANEL = tuple(
    Panelist(id=name, name=name.title(), lead=name == "ann", shadow=name == "eve")
    for name in ("ann", "bo", "cy", "eve")
)
PLAN: Agenda = agenda(part("One", "5m"), panel=PANEL)
YES = Scorecard(recommendation=Recommendation.YES)
YES_OPENED = OpenedCard(YES, cards.SALT)


def sealed(name: str) -> ScorecardSealed:
    return cards.sealed(name, YES)


def opened(name: str) -> AnyFact:
    return cards.opened(name, YES)


def changed(name: str) -> AnyFact:
    return ScorecardChanged(panelist=name, card=YES)


OPENING = ScorecardsOpened(reason="ill")


def after(*facts: AnyFact) -> Session:
    """The session after an interview and these facts."""
    ran = (SegmentStarted(segment="one"), InterviewEnded())
    return session_of(*((place, fact) for place, fact in enumerate((*ran, *facts), 1)), plan=PLAN)


def here(*facts: AnyFact, by: str = "ann") -> Situation:
    return Situation(after(*facts), minutes(99), by, minutes(99))


def said(decide: Callable[[], Decision | object]) -> str:
    """What is said to it: that it is done, or why not."""
    try:
        decision = decide()
    except Refusal as refusal:
        return str(refusal)
    return decision.said if isinstance(decision, Decision) else "fine"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("bo", "fine"),
        ("zed", "There is no panelist “zed”. Choose from ann, bo, cy, eve."),
        ("eve", "Eve is a shadow, and shadows don't rate."),
    ],
)
def test_who_may_submit_a_card(name: str, answer: str):
    session = after()
    assert said(lambda: check_rater(session, name)) == answer


def test_before_the_start_there_is_nothing_to_rate():
    session = session_of(plan=PLAN)
    assert said(lambda: check_rater(session, "bo")) == "The interview hasn't started: there is nothing to rate yet."


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ([], "Bo's scorecard is in. It stays sealed until Ann and Cy have submitted."),
        (
            [sealed("bo")],
            "Bo's scorecard is in. It takes the place of the one of 10:03: the debrief will tell of both. "
            "It stays sealed until Ann and Cy have submitted.",
        ),
        ([sealed("ann")], "Bo's scorecard is in. It stays sealed until Cy has submitted."),
        ([sealed("ann"), sealed("cy")], "Bo's scorecard is in. All scorecards are in."),
        ([sealed("ann"), OPENING], "The scorecards are already open: a card can no longer be sealed."),
    ],
)
def test_a_card_that_is_submitted_stays_sealed_until_all_are_in(facts: list[AnyFact], answer: str):
    situation = here(*facts)
    assert said(lambda: submit_sealed(situation, sealed("bo"))) == answer


def test_four_who_are_missing_are_listed():
    everyone = tuple(Panelist(id=name, name=name.title()) for name in ("ann", "bo", "cy", "di", "eve"))
    session = session_of((1, SegmentStarted(segment="one")), plan=agenda(part("One", "5m"), panel=everyone))
    situation = Situation(session, minutes(2), "ann", minutes(2))
    assert said(lambda: submit_sealed(situation, sealed("bo"))) == (
        "Bo's scorecard is in. It stays sealed until Ann, Cy, Di and Eve have submitted."
    )


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ([sealed("bo")], "The scorecards are still sealed."),
        ([OPENING], "Bo's scorecard is in; the scorecards are already open."),
        ([sealed("bo"), OPENING, opened("bo")], "Bo's scorecard is changed; the scorecards are already open."),
        ([sealed("ann"), OPENING, opened("ann")], "Bo's scorecard is in; the scorecards are already open."),
    ],
)
def test_after_the_opening_a_card_can_be_read_at_once(facts: list[AnyFact], answer: str):
    situation = here(*facts)
    assert said(lambda: submit_openly(situation, "bo", YES)) == answer


@pytest.mark.parametrize(
    ("facts", "by", "reason", "answer"),
    [
        ([], "ann", "", "There is no sealed scorecard."),
        ([sealed("ann"), sealed("bo"), sealed("cy")], "bo", "", "fine"),
        ([sealed("bo"), OPENING], "bo", "", "fine"),
        ([sealed("bo")], "bo", "ill", "Before all are in, only Ann can open them."),
        (
            [sealed("bo")],
            "ann",
            " ",
            "Ann and Cy have not submitted yet. To open the others anyway, give a reason.",
        ),
        (
            [sealed("bo"), sealed("ann")],
            "ann",
            "",
            "Cy has not submitted yet. To open the others anyway, give a reason.",
        ),
        ([sealed("bo")], "ann", "ill", "fine"),
    ],
)
def test_who_may_open_the_cards_and_when(facts: list[AnyFact], by: str, reason: str, answer: str):
    situation = here(*facts, by=by)
    assert said(lambda: check_opening(situation, reason)) == answer


def test_an_opening_opens_what_could_be_read_and_names_the_rest():
    situation = here(sealed("ann"), sealed("bo"))
    decision = open_cards(situation, {"bo": YES_OPENED, "cy": YES_OPENED}, " ill ")
    assert decision.facts == (ScorecardsOpened(reason="ill"), opened("bo"))
    assert decision.said == "The scorecards are open. Still sealed, for lack of a key or passphrase: Ann."


def test_cards_of_others_come_from_their_own_devices():
    panel = Panel()
    bo = panel.join("bo")
    panel.host.conductor.carry_out(Decision((sealed("ann"),)))
    bo.conductor.carry_out(Decision((sealed("bo"),)))
    panel.exchange()
    decision = open_cards(panel.host.conductor.situation(), {"ann": YES_OPENED}, "ill")
    assert decision.said == "The scorecards are open. Still to come, from their own devices: Bo Ek."


def test_a_card_that_is_opened_later_follows_the_others():
    decision = open_cards(here(sealed("ann"), OPENING), {"ann": YES_OPENED})
    assert decision.facts == (opened("ann"),)
    assert decision.said == "The scorecards are open."


@pytest.mark.parametrize(
    ("ratings", "wrong"),
    [
        ([("craft", 1, ""), ("people", 5, "")], ""),
        ([("luck", 3, "")], "there is no competency “luck”; choose from craft, people"),
        ([("craft", 3, ""), ("craft", 4, "")], "craft is rated twice"),
        ([("craft", 0, "")], "craft: a rating is one of 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding, not 0"),
        ([("craft", 6, "")], "craft: a rating is one of 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding, not 6"),
        ([("craft", 3, "n7 and n8")], "craft: there is no note 7; craft: there is no note 8"),
    ],
)
def test_what_is_wrong_with_a_card(ratings: list[tuple[str, int, str]], wrong: str):
    given = tuple(Assessment(competency=name, rating=rating, evidence=text) for name, rating, text in ratings)
    card = Scorecard(recommendation=Recommendation.NO, ratings=given)
    session = after()
    assert said(lambda: checked_card(session, card)) == (
        f"The scorecard can't be accepted: {wrong}." if wrong else "fine"
    )


def test_a_card_is_taken_without_white_space_around_its_texts():
    given = Assessment(competency="craft", rating=4, evidence=" seen ")
    card = Scorecard(recommendation=Recommendation.NO, ratings=(given,), strengths=" quick ", concerns=" alone ")
    taken = checked_card(after(), card)
    assert (taken.recommendation, taken.strengths, taken.concerns) == (Recommendation.NO, "quick", "alone")
    assert [(rating.competency, rating.rating, rating.evidence, rating.notes) for rating in taken.ratings] == [
        ("craft", 4, "seen", ())
    ]


def test_on_a_panel_a_card_names_notes_as_every_device_does():
    bo = Panel().join("bo")
    bo.type("Bo's first")
    given = Assessment(competency="craft", rating=4, evidence="N1, and Q1")
    taken = checked_card(bo.session, Scorecard(recommendation=Recommendation.YES, ratings=(given,)), "b")
    assert taken.ratings[0].evidence == "b1, and Q1"


def test_only_the_lead_opens_early_whatever_anybody_is_called():
    panel = tuple(Panelist(id=name, name=name.title(), lead=name == "bo") for name in ("ann", "bo", "cy"))
    facts: tuple[AnyFact, ...] = (SegmentStarted(segment="one"), InterviewEnded(), sealed("ann"))
    recorded = ((place, fact) for place, fact in enumerate(facts, 1))
    session = session_of(*recorded, plan=agenda(part("One", "5m"), panel=panel))
    for by in ("ann", "cy"):
        situation = Situation(session, minutes(9), by, minutes(9))
        with pytest.raises(Refusal, match="only Bo can open them"):
            check_opening(situation, "ill")
    check_opening(Situation(session, minutes(9), "bo", minutes(9)), "ill")
