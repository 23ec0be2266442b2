"""Votes, dissent and the decision: they count for those of the panel, and the latest decision stands."""

from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, Outcome, VoteCast
from facilitator.domain.panel.disagreement import ballot
from facilitator.domain.plan.scale import Recommendation
from tests.domain.interviews import Room, agenda, part
from tests.domain.session.recorded import minutes, session_of

PLAN = agenda(part("Talk", "20m"))
VOTED = "0:00 /start\n9:00 /end\n9:10 /vote no by ann\n9:20 /vote strong_no by bo"


def test_a_stranger_has_no_vote():
    room = Room(PLAN, VOTED)
    session = room.with_stray(VoteCast(panelist="zed", recommendation=Recommendation.STRONG_YES), "9:30")
    assert session.votes == {"ann": Recommendation.NO, "bo": Recommendation.STRONG_NO}
    assert ballot(session) == ballot(room.session)


def test_a_strangers_dissent_is_not_kept():
    room = Room(PLAN, f"{VOTED}\n9:30 /dissent by bo too early")
    session = room.with_stray(DissentVoiced(panelist="zed", text="I was not there."), "9:40")
    assert [(dissent.panelist, dissent.text) for dissent in session.dissents] == [("bo", "too early")]


def test_a_vote_and_a_dissent_are_kept_of_the_panel_and_of_nobody_else():
    session = session_of(
        (1, VoteCast(panelist="bo", recommendation=Recommendation.YES)),
        (2, VoteCast(panelist="zed", recommendation=Recommendation.NO)),
        (3, VoteCast(panelist="bo", recommendation=Recommendation.NO)),
        (4, DissentVoiced(panelist="bo", text="Not for me.")),
        (5, DissentVoiced(panelist="zed", text="Nor for me.")),
    )
    assert session.votes == {"bo": Recommendation.NO}
    assert [(dissent.panelist, dissent.text, dissent.at) for dissent in session.dissents] == [
        ("bo", "Not for me.", minutes(4))
    ]


def test_the_latest_decision_stands_with_who_recorded_it():
    session = session_of(
        (1, DecisionMade(outcome=Outcome.NO)), (2, DecisionMade(outcome=Outcome.YES, reason="after all")), by="bo"
    )
    assert session.decision is not None
    decision = session.decision
    assert (decision.outcome, decision.reason, decision.panelist, decision.at) == (
        Outcome.YES,
        "after all",
        "bo",
        minutes(2),
    )
