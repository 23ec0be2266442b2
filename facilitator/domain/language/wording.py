"""Facts in a few words, for saying what was taken back. Each kind of fact has its own; a test asks for it."""

from functools import singledispatch

from facilitator.domain.facts.fact import Fact
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
from facilitator.domain.facts.kinds.notes import FactSealed, NoteCredited, NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.people import InterviewCancelled, PanelistAbsent, PanelistArrived, StandInNamed
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
from facilitator.domain.facts.kinds.sittings import DayChosen, PauseAdded, SittingBegan
from facilitator.domain.session.state import Act, Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.text.plain_text import excerpt, first_few
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.floor import holder_name
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.domain.time.timing import used_seconds


def ended_segment(before: Session, after: Session, now: int) -> str:
    """Return the segment that an act ended at `now`, and after how long; empty if it ended none."""
    left = before.current
    if left is None or left == after.current:
        return ""
    shown, at = as_shown(before, now)
    return f"Ended “{left.title}” at {clock_text(used_seconds(shown, left, at))}"


def act_described(act: Act, session: Session) -> str:
    """Return what was done with one command in a few words: `“Break” skipped, start of “Work”`."""
    return first_few(described(event.fact, session) for event in act)


@singledispatch
def described(fact: Fact, session: Session) -> str:
    """Return a fact in a few words: `q3 covered by Ann Lee`. It never fails, whatever the fact names."""
    return "something this version doesn't know"


@described.register
def _(fact: SegmentStarted, session: Session) -> str:
    return f"start of “{_title(fact.segment, session)}”"


@described.register
def _(fact: SegmentSkipped, session: Session) -> str:
    return f"“{_title(fact.segment, session)}” skipped"


@described.register
def _(fact: TimeAdded, session: Session) -> str:
    change = f"{clock_text(fact.seconds)} {'more' if fact.seconds > 0 else 'less'}"
    return f"{change} for “{_title(fact.segment, session)}”"


@described.register
def _(fact: BoundaryMoved, session: Session) -> str:
    moved = next((visit for visit in session.visits if visit.id == fact.visit), None)
    return f"the moved start of “{session.plan.segment(moved.segment).title}”" if moved else "the moved start"


@described.register
def _(fact: RunningLateAccepted, session: Session) -> str:
    return "the choice to run late"


@described.register
def _(fact: InterviewPaused, session: Session) -> str:
    return "the pause"


@described.register
def _(fact: InterviewResumed, session: Session) -> str:
    return "the end of the pause"


@described.register
def _(fact: InterviewEnded, session: Session) -> str:
    return "the end of the interview"


@described.register
def _(fact: PauseAdded, session: Session) -> str:
    times = (time_of_day(session, at) for at in (fact.started_at, fact.ended_at))
    return f"the pause {'-'.join(times)}"


@described.register
def _(fact: SittingBegan, session: Session) -> str:
    return "the start of a new sitting"


@described.register
def _(fact: DayChosen, session: Session) -> str:
    return "the day of the planned start"


@described.register
def _(fact: FloorTaken, session: Session) -> str:
    return f"the floor for {holder_name(session, fact.holder)}" if fact.holder else "the end of the speaker clock"


@described.register
def _(fact: QuestionAdded, session: Session) -> str:
    return f"the new question “{excerpt(fact.question.ask)}”"


@described.register
def _(fact: QuestionReworded, session: Session) -> str:
    return f"the rewording of {_number(fact.question, session)}"


@described.register
def _(fact: SegmentAdded, session: Session) -> str:
    return f"the new segment “{fact.segment.title}”"


@described.register
def _(fact: SegmentMoved, session: Session) -> str:
    return f"the move of “{session.plan.segment(fact.segment).title}”"


@described.register
def _(fact: SegmentRetitled, session: Session) -> str:
    return f"the title “{fact.title}”"


@described.register
def _(fact: SegmentLengthSet, session: Session) -> str:
    return f"{clock_text(fact.seconds)} in all for “{session.plan.segment(fact.segment).title}”"


@described.register
def _(fact: HardStopSet, session: Session) -> str:
    return "the new hard stop"


@described.register
def _(fact: QuestionMarked, session: Session) -> str:
    return f"{_number(fact.question, session)} {fact.status} by {session.panelist_name(fact.panelist)}"


@described.register
def _(fact: QuestionHandedOff, session: Session) -> str:
    return f"{_number(fact.question, session)} to {session.panelist_name(fact.panelist)}"


@described.register
def _(fact: NoteTaken, session: Session) -> str:
    return f"note “{excerpt(fact.text)}”"


@described.register
def _(fact: NoteEdited, session: Session) -> str:
    return f"the change to “{excerpt(fact.text)}”"


@described.register
def _(fact: NoteFiled, session: Session) -> str:
    return f"the filing of {_note(fact.note, session)}"


@described.register
def _(fact: NoteCredited, session: Session) -> str:
    return f"the author of {_note(fact.note, session)}"


@described.register
def _(fact: FactSealed, session: Session) -> str:
    return "what is sealed"


@described.register
def _(fact: PanelistArrived | PanelistAbsent, session: Session) -> str:
    what = "arrival" if isinstance(fact, PanelistArrived) else "absence"
    return f"the {what} of {session.panelist_name(fact.panelist)}"


@described.register
def _(fact: StandInNamed, session: Session) -> str:
    return f"{session.panelist_name(fact.panelist)} for {session.panelist_name(fact.absent)}"


@described.register
def _(fact: InterviewCancelled, session: Session) -> str:
    return "the no-show" if fact.no_show else "the cancellation"


@described.register
def _(fact: NoteStruck, session: Session) -> str:
    return f"the striking of {_note(fact.note, session)}"


@described.register
def _(fact: CompetencyRated, session: Session) -> str:
    competency = session.plan.competency_by_id.get(fact.competency)
    name = competency.name if competency else fact.competency
    told = session.plan.scale_of(fact.competency).text(fact.rating)
    return f"{session.panelist_name(fact.panelist)}'s {told} for {name}"


@described.register
def _(fact: RecommendationGiven, session: Session) -> str:
    return f"{session.panelist_name(fact.panelist)}'s recommendation, {fact.recommendation.replace('_', ' ')}"


@described.register
def _(fact: VoteCast, session: Session) -> str:
    return f"{session.panelist_name(fact.panelist)}'s vote, {fact.recommendation.replace('_', ' ')}"


@described.register
def _(fact: DecisionMade, session: Session) -> str:
    return "the panel's decision"


@described.register
def _(fact: DissentVoiced, session: Session) -> str:
    return f"{session.panelist_name(fact.panelist)}'s dissent"


@described.register
def _(fact: CandidateNamed, session: Session) -> str:
    return f"the name {fact.name}"


@described.register
def _(fact: CandidateAsked, session: Session) -> str:
    return f"their question “{excerpt(fact.text)}”"


@described.register
def _(fact: CandidateQuestionReworded, session: Session) -> str:
    return f"the change to their question “{excerpt(fact.text)}”"


@described.register
def _(fact: CandidateQuestionStruck, session: Session) -> str:
    return f"the striking of {_theirs(fact.item, session)}"


@described.register
def _(fact: CandidateAnswered, session: Session) -> str:
    return f"{_theirs(fact.item, session)} answered by {session.panelist_name(fact.panelist)}"


@described.register
def _(fact: AnswerOwed, session: Session) -> str:
    return f"{_theirs(fact.item, session)} owed by {session.panelist_name(fact.panelist)}"


def _note(note: str, session: Session) -> str:
    known = session.notes.get(note) or session.struck.get(note)
    return known.called if known else "a note"


def _theirs(item: str, session: Session) -> str:
    known = (*session.candidate_questions, *session.struck_questions.values())
    return next((asked.called for asked in known if asked.id == item), "their question")


def _number(question: str, session: Session) -> str:
    known = session.plan.question_by_id.get(question)
    return session.plan.called(known) if known else question


def _title(segment: str, session: Session) -> str:
    return session.plan.segment(segment).title if segment in session.plan.position_by_segment else segment
