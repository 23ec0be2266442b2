"""The second vote and dissent count for those of the panel, and for nobody else."""

from facilitator.domain.facts.kinds.meeting import DissentVoiced, VoteCast
from facilitator.domain.panel.disagreement import ballot
from facilitator.domain.plan.scale import Recommendation
from tests.domain.interviews import Room, agenda, part

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
