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
from facilitator.domain.language.arguments import DURATION, MINUTES, OPTIONAL_SEGMENT, SEGMENT, TWO_MINUTES
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.foresight import end_after
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.text.durations import clock_text, length_text
from facilitator.domain.time import timing

CLOCK = "The clock"

NOT_STARTED = "The interview hasn't started: /start begins it."
ENDED = "The interview has ended. /reopen takes the end back."


@command("start", heading=CLOCK, key="s", short=("s", "sta"))
def start(here: Situation) -> Decision:
    """Start the interview with its first segment."""
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    if here.session.started_at is not None:
        raise Refusal("The interview is running already. /next goes on.")
    segment = next((segment for segment in here.plan.segments if segment.id not in here.session.skipped), None)
    return _enter(here, segment or here.plan.segments[0])


@command("next", heading=CLOCK, key="n", short=("n",))
def next_segment(here: Situation) -> Decision:
    """Go on to the next segment."""
    segment = _following(here, _running(here))
    if segment is None:
        raise Refusal("This is the last segment. /end closes the interview.")
    return _enter(here, segment)


@command("back", heading=CLOCK, key="b")
def back(here: Situation) -> Decision:
    """Go back to the segment before."""
    position = here.plan.position_by_segment[_running(here).id]
    if position == 0:
        raise Refusal("This is the first segment. /goto 3 goes to another.")
    return _enter(here, here.plan.segments[position - 1])


@command("goto", SEGMENT, heading=CLOCK, key="g")
def goto(here: Situation, segment: Segment) -> Decision:
    """Go to the segment with this number."""
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    if here.session.current == segment:
        raise Refusal(f"“{segment.title}” is running already.")
    return _enter(here, segment)


@command("skip", OPTIONAL_SEGMENT, heading=CLOCK, key="k")
def skip(here: Situation, segment: Segment | None) -> Decision:
    """Leave a segment out: the running one, or the one with this number."""
    running = _running(here)
    if segment is None or segment == running:
        following = _following(here, running)
        if following is None:
            raise Refusal("This is the last segment. /end closes the interview.")
        entered = _enter(here, following)
        return Decision((SegmentSkipped(segment=running.id), *entered.facts), f"Skipped “{running.title}”.")
    order = timing.running_order(here.session, here.now)
    if order[here.plan.position_by_segment[segment.id]].state is not timing.SegmentState.AHEAD:
        raise Refusal(f"“{segment.title}” is not ahead of you.")
    return Decision((SegmentSkipped(segment=segment.id),), f"Skipped “{segment.title}”.")


@command("pause", heading=CLOCK, key="p", short=("p",))
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
        raise Refusal("The clock is running already. /pause stops it.")
    return Decision((InterviewResumed(),), "The clock goes on.")


def end_with_more(here: Situation, *values: object) -> str:
    return end_after(here, add(here, *values).facts)


@command("add", TWO_MINUTES, heading=CLOCK, key="plus", foresee=end_with_more)
def add(here: Situation, seconds: int) -> Decision:
    """Give the running segment more time (two minutes, or as much as you say)."""
    segment = _running(here)
    if timing.allotted_seconds(here.session, segment) + seconds > 12 * 3600:
        raise Refusal("A segment can't be longer than twelve hours.")
    return Decision((TimeAdded(segment=segment.id, seconds=seconds),), f"{length_text(seconds)} more.")


def end_with_less(here: Situation, *values: object) -> str:
    return end_after(here, trim(here, *values).facts)


@command("trim", MINUTES, heading=CLOCK, key="minus", foresee=end_with_less)
def trim(here: Situation, seconds: int) -> Decision:
    """Take time from the running segment (a minute, or as much as you say)."""
    segment = _running(here)
    left = timing.remaining_seconds(here.session, segment, here.now)
    if seconds > left:
        raise Refusal(f"Only {clock_text(max(left, 0))} is left here. /next goes on.")
    return Decision((TimeAdded(segment=segment.id, seconds=-seconds),), f"{length_text(seconds)} less.")


@command("late", DURATION, heading=CLOCK, short=("l",))
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
    return Decision((InterviewEnded(),), ENDED)


def _running(here: Situation) -> Segment:
    segment = here.session.current
    if segment is None:
        raise Refusal(NOT_STARTED if here.session.ended_at is None else ENDED)
    return segment


def _following(here: Situation, segment: Segment) -> Segment | None:
    """Return the next segment of the agenda that wasn't skipped."""
    position = here.plan.position_by_segment[segment.id]
    ahead = here.plan.segments[position + 1 :]
    return next((candidate for candidate in ahead if candidate.id not in here.session.skipped), None)


def _enter(here: Situation, segment: Segment) -> Decision:
    resumed: tuple[AnyFact, ...] = (InterviewResumed(),) if here.session.is_paused else ()
    return Decision((*resumed, SegmentStarted(segment=segment.id)), segment.say or f"Now: {segment.title}.")
