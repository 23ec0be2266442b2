"""Facts in a few words, for what was taken back and for the record."""

from facilitator.domain.facts import events, panel_facts
from facilitator.domain.facts.events import AnyFact
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import shortened
from facilitator.domain.time.floor import holder_name


def described(fact: AnyFact, session: Session) -> str:
    """A fact in a few words, without a full stop: `q3 covered by Ann Lee`."""
    agenda = session.agenda
    match fact:
        case events.SegmentStarted(segment=segment):
            return f"start of “{agenda.segment(segment).title}”"
        case events.SegmentSkipped(segment=segment):
            return f"“{agenda.segment(segment).title}” skipped"
        case events.TimeAdded(segment=segment, seconds=seconds):
            return f"{length_text(seconds)} {'more' if seconds > 0 else 'less'} for “{agenda.segment(segment).title}”"
        case events.FloorTaken(holder=holder):
            return f"the floor for {holder_name(session, holder)}" if holder else "the end of the speaker clock"
        case events.QuestionMarked(question=question, panelist=panelist, status=status):
            number = agenda.question_by_id[question].number
            return f"q{number} {status} by {session.panelist_name(panelist)}"
        case events.QuestionHandedOff(question=question, panelist=panelist):
            return f"q{agenda.question_by_id[question].number} to {session.panelist_name(panelist)}"
        case events.NoteTaken(text=text):
            return f"note “{shortened(text)}”"
        case events.NoteEdited(text=text):
            return f"the change to “{shortened(text)}”"
        case events.CompetencyRated(competency=competency, rating=rating, panelist=panelist):
            return f"{session.panelist_name(panelist)}'s {rating} for {agenda.competency_by_id[competency].name}"
        case events.RecommendationGiven(panelist=panelist, recommendation=recommendation):
            return f"{session.panelist_name(panelist)}'s recommendation, {recommendation.replace('_', ' ')}"
        case panel_facts.VoteCast(panelist=panelist, recommendation=recommendation):
            return f"{session.panelist_name(panelist)}'s vote, {recommendation.replace('_', ' ')}"
        case panel_facts.DissentVoiced(panelist=panelist):
            return f"{session.panelist_name(panelist)}'s dissent"
        case events.CandidateNamed(name=name):
            return f"the name {name}"
        case events.CandidateAsked(text=text):
            return f"their question “{shortened(text)}”"
        case events.CandidateAnswered() | events.AnswerOwed():
            return "what became of their question"
        case _:
            return _PLAIN.get(type(fact), "the last command")


_PLAIN: dict[type, str] = {
    events.NoteFiled: "where that note was filed",
    events.NoteStruck: "the striking of that note",
    panel_facts.DecisionMade: "the panel's decision",
    events.BoundaryMoved: "the moved start of this segment",
    events.RunningLateAccepted: "the choice to run late",
    events.InterviewPaused: "the pause",
    events.InterviewResumed: "the end of the pause",
    events.InterviewEnded: "the end of the interview",
}
