"""What the debrief says about the panel: cards only once they are open, figures beside the decision."""

from collections.abc import Callable

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.ratings import ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from tests.domain.cards import opened, sealed
from tests.domain.panel.looking_on import onlookers_debrief

AGENDA = Agenda(
    title="Final round",
    panel=(
        Panelist(id="ceo", name="Ann Lee", lead=True),
        Panelist(id="cfo", name="Bo Ek"),
        Panelist(id="new", name="Di Poe", shadow=True),
    ),
    competencies=(Competency(id="people", name="People"),),
    segments=(Segment(id="one", title="One", length_seconds=600),),
)
CARD = Scorecard(
    recommendation=Recommendation.NO,
    ratings=(Assessment(competency="people", rating=2),),
    strengths="quick",
    concerns="alone",
)


def panel(*decisions: Callable[[Session], Decision], lines: tuple[str, ...] = ()):
    conductor = rehearse(AGENDA, "00:00 /start\n05:00 cfo> - shouted #people\n10:00 /end")
    for decision in decisions:
        conductor.carry_out(decision(conductor.session), "cfo")
    for line in lines:
        conductor.submit(line)
    return debrief(conductor.session, conductor.now())


def sealed_by_bo(session: Session) -> Decision:
    return Decision((sealed("cfo", CARD, session=session.id),))


def opened_in_a_hurry(session: Session) -> Decision:
    seals = () if session.sealed_cards else sealed_by_bo(session).facts
    return Decision((*seals, ScorecardsOpened(reason="in a hurry"), opened("cfo", CARD)))


def test_of_a_sealed_card_only_that_it_is_in():
    rows = panel(sealed_by_bo)
    assert [(row.panelist, row.state, row.strengths) for row in rows.panel.scorecards] == [
        ("ceo", "missing", ""),
        ("cfo", "sealed", ""),
    ]
    assert (rows.panel.opening, rows.panel.votes, rows.recommendations) == (None, {}, {})
    assert "opaque" not in repr(rows)


def test_an_open_card_with_who_opened_it_and_why():
    rows = panel(sealed_by_bo, opened_in_a_hurry)
    card = rows.panel.scorecards[1]
    assert (card.state, card.strengths, card.concerns) == ("open", "quick", "alone")
    assert rows.panel.opening is not None
    assert (rows.panel.opening.by, rows.panel.opening.reason) == ("cfo", "in a hurry")


def test_a_rating_that_rests_on_nothing_is_marked():
    (competency,) = panel(opened_in_a_hurry).competencies
    assert [(row.rating, row.no_evidence) for row in competency.ratings] == [(2, True)]


def test_the_figures_stand_beside_the_decision_and_the_dissent():
    lines = ("/vote yes by cfo", "/rate people 4 by cfo", "/decide no too early", "/dissent wait")
    rows = panel(opened_in_a_hurry, lines=lines).panel
    assert (rows.votes, rows.mean, rows.spread) == ({"cfo": "yes"}, 4.0, 0)
    assert rows.decision is not None
    assert (rows.decision.outcome, rows.decision.reason, rows.decision.by) == ("no", "too early", "ceo")
    assert rows.dissenters == ("ceo", "cfo")
    assert [(dissent.panelist, dissent.text) for dissent in rows.dissents] == [("ceo", "wait")]
    assert [(mind.panelist, mind.competency, mind.before, mind.after) for mind in rows.changes_of_mind] == [
        ("cfo", "people", 2, 4)
    ]
    assert [row.competency for row in rows.disagreements] == ["people"]
    assert [item.text for item in rows.unshared_evidence] == ["shouted #people"]


def test_nothing_can_be_decided_while_a_card_is_sealed():
    assert not panel().panel.is_sealed
    assert panel(sealed_by_bo).panel.is_sealed
    assert not panel(sealed_by_bo, opened_in_a_hurry).panel.is_sealed


def test_when_it_was_opened_decided_and_dissented():
    rows = panel(sealed_by_bo, opened_in_a_hurry, lines=("/recommend yes by cfo", "/decide yes", "/dissent wait")).panel
    assert rows.opening is not None
    assert rows.decision is not None
    times = (rows.opening.at, rows.decision.at, rows.dissents[0].at, rows.changes_of_mind[0].at)
    assert {time[10:11] + time[-1:] for time in times} == {"TZ"}
    assert [(mind.panelist, mind.competency, mind.before, mind.after) for mind in rows.changes_of_mind] == [
        ("cfo", None, "no", "yes")
    ]


def test_whose_evidence_it_is_and_which_note():
    rows = panel().panel.unshared_evidence
    assert [(row.panelist, row.competency, row.direction, row.signal, len(row.notes)) for row in rows] == [
        ("cfo", "people", "concern", "concern", 1)
    ]


def test_to_whoever_looks_on_no_card_is_called_missing_as_none_is_shown():
    rows = onlookers_debrief().panel
    assert rows.looks_on is True
    assert rows.scorecards == ()
