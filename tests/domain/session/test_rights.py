"""The table of rights: who may record what, kind by kind."""

from typing import get_args

import pytest

from facilitator.domain.facts.event import Author
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateAsked,
    CandidateNamed,
    CandidateQuestionReworded,
    CandidateQuestionStruck,
)
from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    NewQuestion,
    NewSegment,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, Outcome, VoteCast
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.notes import (
    FactSealed,
    NoteCredited,
    NoteEdited,
    NoteErased,
    NoteFiled,
    NoteKeyLeft,
    NoteShown,
    NotesOpened,
    NoteStruck,
    NoteTaken,
)
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved, KeyRotated
from facilitator.domain.facts.kinds.people import (
    InterviewCancelled,
    PanelistAbsent,
    PanelistArrived,
    PanelistReady,
    StandInNamed,
)
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardChanged,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    ClockAnchored,
    FloorTaken,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    RunningLateAccepted,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.kinds.sittings import DayChosen, PauseAdded, SittingBegan
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.facts.status import Status
from facilitator.domain.facts.timeline import Reading
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.authority import judge
from facilitator.domain.session.rights import RIGHTS, Reason, Whose, objection
from tests.domain.session.panels import PANEL, PLAN

YES = Recommendation.YES
OWNER = {"ann"}
"""Ann has the clock."""
PANELISTS = {"ann", "bo"}
WRITERS = {"ann", "bo", "cy"}
ALL = {"ann", "bo", "cy", "guest"}
NOBODY: set[str] = set()

MAY = [
    (SessionOpened(agenda=PLAN), NOBODY),
    (ClockAnchored(reading=Reading(0, 0, "b"), reason=""), ALL),
    (NewerFact(), ALL),
    (SegmentStarted(segment="one"), OWNER),
    (SegmentSkipped(segment="one"), OWNER),
    (BoundaryMoved(start_at=0), OWNER),
    (TimeAdded(segment="one", seconds=60), OWNER),
    (RunningLateAccepted(), OWNER),
    (InterviewPaused(), OWNER),
    (InterviewResumed(), OWNER),
    (InterviewEnded(), OWNER),
    (PauseAdded(started_at=0, ended_at=1), OWNER),
    (SittingBegan(began_at=1, ended_at=0), OWNER),
    (DayChosen(), OWNER),
    (SegmentAdded(segment=NewSegment(title="Demo", length_seconds=60), number=4), OWNER),
    (SegmentMoved(segment="one"), OWNER),
    (SegmentRetitled(segment="one", title="First"), OWNER),
    (SegmentLengthSet(segment="one", seconds=60), OWNER),
    (HardStopSet(at=0), OWNER),
    (QuestionAdded(question=NewQuestion(ask="Why?"), segment="one"), PANELISTS),
    (QuestionReworded(question="aims", ask="Why?"), PANELISTS),
    (PanelistAbsent(panelist="bo"), OWNER),
    (PanelistArrived(panelist="bo"), OWNER),
    (StandInNamed(panelist="ann", absent="bo"), OWNER),
    (InterviewCancelled(), OWNER),
    (CandidateNamed(name="Ilse"), OWNER),
    (DecisionMade(outcome=Outcome.YES), OWNER),
    (FloorTaken(holder="bo"), PANELISTS),
    (QuestionMarked(question="aims", panelist="cy", status=Status.ASKED), PANELISTS),
    (QuestionHandedOff(question="aims", panelist="ann"), PANELISTS),
    (CandidateAsked(text="Why?"), PANELISTS),
    (CandidateAnswered(item="t", panelist="ann"), PANELISTS),
    (AnswerOwed(item="t", panelist="ann"), PANELISTS),
    (CandidateQuestionReworded(item="t", text="Why?"), PANELISTS),
    (CandidateQuestionStruck(item="t"), PANELISTS),
    (NoteTaken(text="a note"), WRITERS),
    (PanelistReady(panelist="bo", want="the numbers"), WRITERS),
    (NoteEdited(note="of bo", text="better"), {"bo"}),
    (NoteFiled(note="of bo", question="aims"), {"bo"}),
    (NoteStruck(note="of bo"), {"bo"}),
    (NoteEdited(note="of cy", text="better"), {"cy"}),
    (NoteCredited(note="of bo", panelist="ann"), {"bo"}),
    (NoteShown(note="of bo"), {"bo"}),
    (NoteErased(note="of bo"), {"ann", "bo"}),
    (NoteErased(note="of cy"), {"ann", "cy"}),
    (FactSealed(box="…"), WRITERS),
    (NotesOpened(key="…"), WRITERS),
    (NoteKeyLeft(wrapped="…"), WRITERS),
    (NoteStruck(note="unknown"), WRITERS),
    (CompetencyRated(competency="craft", panelist="bo", rating=3), {"bo"}),
    (CompetencyRated(competency="craft", panelist="cy", rating=3), NOBODY),
    (RecommendationGiven(panelist="bo", recommendation=YES), {"bo"}),
    (ScorecardSealed(panelist="bo", sealed="…"), {"bo"}),
    (ScorecardOpened(panelist="bo", card=Scorecard(recommendation=YES)), {"bo"}),
    (ScorecardChanged(panelist="bo", card=Scorecard(recommendation=YES)), {"bo"}),
    (VoteCast(panelist="bo", recommendation=YES), {"bo"}),
    (DissentVoiced(panelist="bo", text="No."), {"bo"}),
    (ScorecardsOpened(), PANELISTS),
    (ScorecardsOpened(reason="Cy is ill"), OWNER),
    (Revoked(group="of bo"), {"bo"}),
    (Revoked(group="of cy"), {"cy"}),
    (Revoked(group="next of bo"), OWNER),
    (Revoked(group="unknown"), NOBODY),
    (DeviceAdmitted(device="new", seat="bo"), OWNER),
    (DeviceRemoved(device="bo-1"), OWNER),
    (KeyRotated(key="k", before="j"), OWNER),
    (ClockHandedOver(to="bo"), OWNER),
    (ClockHandedOver(to="cy"), NOBODY),
    (ClockHandedOver(to="away"), NOBODY),
    (ClockTaken(), PANELISTS),
]


def test_every_kind_of_fact_has_its_right():
    assert set(RIGHTS) == set(get_args(AnyFact))


def test_every_kind_of_fact_is_tried_here():
    assert {type(fact) for fact, _ in MAY} == set(get_args(AnyFact))


@pytest.mark.parametrize(("fact", "who"), MAY, ids=[repr(fact)[:60] for fact, _ in MAY])
def test_who_may_record_it(fact: AnyFact, who: set[str]):
    _, judgement = judge(PANEL)
    place = judgement.place
    assert place is not None
    authors = {"of bo": "bo", "of cy": "cy", "next of bo": "bo"}

    def whose(group: str) -> Whose:
        return Whose.OWNER if group == "next of bo" else Whose.AUTHOR

    assert {name for name in ALL if not objection(fact, Author(name, f"{name}-1"), place, authors, whose)} == who


@pytest.mark.parametrize("author", [Author("bo", "bo-9"), Author("ann", "bo-1"), Author("bo", "ann-1")])
def test_a_device_writes_for_its_own_seat_only(author: Author):
    _, judgement = judge(PANEL)
    assert judgement.place is not None
    assert objection(NoteTaken(text="a note"), author, judgement.place, {}) is Reason.NOT_ADMITTED
