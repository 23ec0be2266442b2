"""Facts in a few words, for what was taken back and for the record."""

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.candidate import AnswerOwed, CandidateAnswered, CandidateAsked, CandidateNamed
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, VoteCast
from facilitator.domain.facts.kinds.notes import NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import CompetencyRated, RecommendationGiven
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    FloorTaken,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    RunningLateAccepted,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import shortened
from facilitator.domain.time.floor import holder_name


def described(fact: AnyFact, session: Session) -> str:
    """A fact in a few words, without a full stop: `q3 covered by Ann Lee`."""
    agenda = session.agenda
    match fact:
        case SegmentStarted(segment=segment):
            return f"start of “{agenda.segment(segment).title}”"
        case SegmentSkipped(segment=segment):
            return f"“{agenda.segment(segment).title}” skipped"
        case TimeAdded(segment=segment, seconds=seconds):
            return f"{length_text(seconds)} {'more' if seconds > 0 else 'less'} for “{agenda.segment(segment).title}”"
        case FloorTaken(holder=holder):
            return f"the floor for {holder_name(session, holder)}" if holder else "the end of the speaker clock"
        case QuestionMarked(question=question, panelist=panelist, status=status):
            number = agenda.question_by_id[question].number
            return f"q{number} {status} by {session.panelist_name(panelist)}"
        case QuestionHandedOff(question=question, panelist=panelist):
            return f"q{agenda.question_by_id[question].number} to {session.panelist_name(panelist)}"
        case NoteTaken(text=text):
            return f"note “{shortened(text)}”"
        case NoteEdited(text=text):
            return f"the change to “{shortened(text)}”"
        case CompetencyRated(competency=competency, rating=rating, panelist=panelist):
            return f"{session.panelist_name(panelist)}'s {rating} for {agenda.competency_by_id[competency].name}"
        case RecommendationGiven(panelist=panelist, recommendation=recommendation):
            return f"{session.panelist_name(panelist)}'s recommendation, {recommendation.replace('_', ' ')}"
        case VoteCast(panelist=panelist, recommendation=recommendation):
            return f"{session.panelist_name(panelist)}'s vote, {recommendation.replace('_', ' ')}"
        case DissentVoiced(panelist=panelist):
            return f"{session.panelist_name(panelist)}'s dissent"
        case CandidateNamed(name=name):
            return f"the name {name}"
        case CandidateAsked(text=text):
            return f"their question “{shortened(text)}”"
        case CandidateAnswered() | AnswerOwed():
            return "what became of their question"
        case _:
            return _PLAIN.get(type(fact), "the last command")


_PLAIN: dict[type, str] = {
    NoteFiled: "where that note was filed",
    NoteStruck: "the striking of that note",
    DecisionMade: "the panel's decision",
    BoundaryMoved: "the moved start of this segment",
    RunningLateAccepted: "the choice to run late",
    InterviewPaused: "the pause",
    InterviewResumed: "the end of the pause",
    InterviewEnded: "the end of the interview",
}
