"""Decisions that run the clock: start, next, pause, add and trim, end."""

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.language.arguments import DURATION, MINUTES, OPTIONAL_SEGMENT, SEGMENT
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.changing import check_is_to_run, check_length
from facilitator.domain.language.plan_arguments import OF_SEGMENT
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.text.durations import clock_text, length_text
from facilitator.domain.time import timing

CLOCK = "The clock"


@command("start", heading=CLOCK, key="s")
def start(here: Situation) -> Decision:
    """Start the interview with its first segment."""
    if here.session.ended_at is not None:
        raise Refusal("The interview has ended. /undo takes the end back.")
    if here.session.started_at is not None:
        raise Refusal("The interview is running already.")
    segment = next((segment for segment in here.plan.segments if segment.id not in here.session.skipped), None)
    return _enter(here, segment or here.plan.segments[0])


@command("next", heading=CLOCK, key="n")
def next_segment(here: Situation) -> Decision:
    """Go on to the next segment: the first that is still ahead."""
    _running(here)
    return _enter(here, _following(here))


@command("back", heading=CLOCK, key="b")
def back(here: Situation) -> Decision:
    """Go back to the segment that ran before this one."""
    running = _running(here)
    entered = list(dict.fromkeys(visit.segment for visit in here.session.visits))
    before = entered.index(running.id) - 1
    if before < 0:
        raise Refusal("Nothing ran before this segment. /goto N leads to any other.")
    return _enter(here, here.plan.segment(entered[before]))


@command("goto", SEGMENT, heading=CLOCK, key="g")
def goto(here: Situation, segment: Segment) -> Decision:
    """Go to the segment with this number."""
    if here.session.ended_at is not None:
        raise Refusal("The interview has ended. /undo takes the end back.")
    if here.session.current == segment:
        raise Refusal(f"“{segment.title}” is running already.")
    return _enter(here, segment)


@command("skip", OPTIONAL_SEGMENT, heading=CLOCK, key="k")
def skip(here: Situation, segment: Segment | None) -> Decision:
    """Leave a segment out: the running one, or the one with this number."""
    running = _running(here)
    if segment is None or segment == running:
        entered = _enter(here, _following(here))
        return Decision((SegmentSkipped(segment=running.id), *entered.facts), f"Skipped “{running.title}”.")
    if segment not in timing.ahead(here.session):
        raise Refusal(f"“{segment.title}” is not ahead of you.")
    return Decision((SegmentSkipped(segment=segment.id),), f"Skipped “{segment.title}”.")


@command("pause", heading=CLOCK, key="p")
def pause(here: Situation) -> Decision:
    """Stop the clock for a while."""
    _running(here)
    if here.session.is_paused:
        raise Refusal("The clock is paused already. /resume goes on.")
    return Decision((InterviewPaused(),), "Paused.")


@command("resume", heading=CLOCK, key="p")
def resume(here: Situation) -> Decision:
    """Let the clock go on."""
    _running(here)
    if not here.session.is_paused:
        raise Refusal("The clock is running already.")
    return Decision((InterviewResumed(),), "The clock goes on.")


@command("add", MINUTES, OF_SEGMENT, heading=CLOCK, key="plus")
def add(here: Situation, seconds: int, named: Segment | None) -> Decision:
    """Give the running segment, or segment N, more time: a minute, or as much as you say."""
    segment = _to_run(here, named)
    check_length(timing.allotted_seconds(here.session, segment) + seconds)
    return Decision(
        (TimeAdded(segment=segment.id, seconds=seconds),), f"{length_text(seconds)} more{_for(here, named)}."
    )


@command("trim", MINUTES, OF_SEGMENT, heading=CLOCK, key="minus")
def trim(here: Situation, seconds: int, named: Segment | None) -> Decision:
    """Take time from the running segment, or from segment N: a minute, or as much as you say."""
    segment = _to_run(here, named)
    left = timing.remaining_seconds(here.session, segment, here.now)
    if seconds > left:
        number = here.plan.segment_numbers[segment.id]
        where = (
            "here. /next goes on" if segment == here.session.current else f"in {number}. /skip {number} leaves it out"
        )
        raise Refusal(f"Only {clock_text(max(left, 0))} is left {where}.")
    return Decision(
        (TimeAdded(segment=segment.id, seconds=-seconds),), f"{length_text(seconds)} less{_for(here, named)}."
    )


def _to_run(here: Situation, named: Segment | None) -> Segment:
    """Return the named segment if it isn't over, else the running one. Raises Refusal."""
    if named is None:
        return _running(here)
    check_is_to_run(here, named)
    return named


def _for(here: Situation, named: Segment | None) -> str:
    return f" for {here.plan.name(named)}" if named else ""


@command("late", DURATION, heading=CLOCK)
def late(here: Situation, seconds: int) -> Decision:
    """Say that this segment began so much earlier than it was started here."""
    _running(here)
    visits = here.session.visits
    start_at = visits[-1].started_at - seconds * 1000
    earliest = visits[-2].started_at if len(visits) > 1 else here.session.opened_at
    if start_at < earliest:
        most = (visits[-1].started_at - earliest) / 1000
        before = "the segment before began" if len(visits) > 1 else "the session was opened"
        raise Refusal(f"That is before {before}: {clock_text(most)} at most.")
    return Decision((BoundaryMoved(start_at=start_at),), f"It began {clock_text(seconds)} earlier.")


@command("early", DURATION, heading=CLOCK)
def early(here: Situation, seconds: int) -> Decision:
    """Say that this segment began so much later than it was started here."""
    _running(here)
    start_at = here.session.visits[-1].started_at + seconds * 1000
    if start_at > here.now:
        most = (here.now - here.session.visits[-1].started_at) / 1000
        raise Refusal(f"That hasn't come yet: {clock_text(most)} at most.")
    return Decision((BoundaryMoved(start_at=start_at),), f"It began {clock_text(seconds)} later.")


def still_open(here: Situation) -> str:
    """Return what hasn't been asked yet, a line for each kind; must-asks are named."""
    rows = [row for row in coverage(here.session) if row.is_unasked]
    musts = [row for row in rows if row.question.must]
    owed = [item for item in here.session.candidate_questions if item.status == "asked"]
    lines = []
    if musts:
        named = ", ".join(
            f"q{row.question.number}" + (f" ({here.session.panelist_name(row.owner)})" if row.owner else "")
            for row in musts
        )
        lines.append(f"Must-asks not asked: {named}.")
    others = len(rows) - len(musts)
    if others:
        lines.append(f"{others} other question{'s' if others > 1 else ''} not asked.")
    if owed:
        lines.append(f"{len(owed)} of their questions neither answered nor owed.")
    return "\n".join(lines) or "Everything was asked."


@command("end", heading=CLOCK, key="e", confirm=still_open)
def end(here: Situation) -> Decision:
    """End the interview; the debrief is ready at once."""
    _running(here)
    return Decision((InterviewEnded(),), "The interview has ended.")


def _running(here: Situation) -> Segment:
    segment = here.session.current
    if segment is None:
        ended = here.session.ended_at is not None
        raise Refusal("The interview has ended." if ended else "The interview hasn't started: /start begins it.")
    return segment


def _following(here: Situation) -> Segment:
    """Return the first segment that is ahead. Raises Refusal if none is."""
    for segment in timing.ahead(here.session):
        return segment
    raise Refusal("This is the last segment. /end closes the interview.")


def _enter(here: Situation, segment: Segment) -> Decision:
    resumed: tuple[AnyFact, ...] = (InterviewResumed(),) if here.session.is_paused else ()
    return Decision((*resumed, SegmentStarted(segment=segment.id)), segment.say or f"Now: {segment.title}.")
