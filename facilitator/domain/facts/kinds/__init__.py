"""The kinds of fact, with a module per subject, like the appliers (`session/apply`) and the decisions.

Facts are named in the past tense and never change: taking something back is a fact of its own (`Revoked`). A new
kind goes into the module of its subject and into `AnyFact`. Its class name is stored, so it can't be changed later.
"""

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
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, VoteCast
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

AnyFact = (
    SessionOpened
    | ClockAnchored
    | SegmentStarted
    | SegmentSkipped
    | BoundaryMoved
    | TimeAdded
    | RunningLateAccepted
    | InterviewPaused
    | InterviewResumed
    | InterviewEnded
    | PauseAdded
    | SittingBegan
    | DayChosen
    | InterviewCancelled
    | PanelistReady
    | PanelistArrived
    | PanelistAbsent
    | StandInNamed
    | FloorTaken
    | QuestionAdded
    | QuestionReworded
    | SegmentAdded
    | SegmentMoved
    | SegmentRetitled
    | SegmentLengthSet
    | HardStopSet
    | QuestionMarked
    | QuestionHandedOff
    | NoteTaken
    | NoteEdited
    | NoteFiled
    | NoteCredited
    | NoteStruck
    | NoteErased
    | FactSealed
    | NotesOpened
    | NoteShown
    | NoteKeyLeft
    | CandidateNamed
    | CandidateAsked
    | CandidateQuestionReworded
    | CandidateQuestionStruck
    | CandidateAnswered
    | AnswerOwed
    | CompetencyRated
    | RecommendationGiven
    | ScorecardSealed
    | ScorecardsOpened
    | ScorecardOpened
    | ScorecardChanged
    | VoteCast
    | DecisionMade
    | DissentVoiced
    | DeviceAdmitted
    | DeviceRemoved
    | KeyRotated
    | ClockHandedOver
    | ClockTaken
    | Revoked
    | NewerFact
)
