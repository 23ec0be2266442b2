"""Decisions that run the clock: start, next, pause, add and trim, end."""

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.running import (
    EARLIEST_START_MS,
    BoundaryMoved,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.facts.kinds.sittings import PauseAdded, SittingBegan
from facilitator.domain.language.arguments import DURATION, MINUTES, OPTIONAL_SEGMENT, SEGMENT, TWO_MINUTES
from facilitator.domain.language.clock_arguments import AGO, FOR, STRETCH, Stretch
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import ENDED, WHO_WAS_IT, Decision, Refusal, Situation
from facilitator.domain.language.decisions.changing import check_is_to_run, check_length
from facilitator.domain.language.plan_arguments import OF_SEGMENT
from facilitator.domain.pacing.foresight import end_after
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.questions.still_open import open_lines, still_open
from facilitator.domain.session.opening import day_chosen
from facilitator.domain.session.state import Visit
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown, whole
from facilitator.domain.time.sittings import unclaimed_gap
from facilitator.domain.time.time_of_day import day_and_time, exact_time_of_day, time_of_day
from facilitator.domain.time.usage import unpaused_ms

CLOCK = "The clock"

NOT_STARTED = "The interview hasn't started: /start begins it."


@command("start", AGO, heading=CLOCK, key="s", short=("s", "sta"))
def start(here: Situation, seconds_ago: int) -> Decision:
    """Start the interview with its first segment, now or some minutes ago."""
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    if here.session.started_at is not None:
        raise Refusal("The interview is already running. /next moves on.")
    if seconds_ago * 1000 > EARLIEST_START_MS:
        raise Refusal(f"That is too long ago: {clock_text(EARLIEST_START_MS / 1000)} at most.")
    segment = next((segment for segment in here.plan.segments if segment.id not in here.session.skipped), None)
    entered = _enter(here, segment or here.plan.segments[0])
    at = here.now - seconds_ago * 1000
    chosen = day_chosen(here.session, here.session.wall_time(at))
    began = f"Started at {day_and_time(here.session, at, here.now)}. " if seconds_ago else ""
    return Decision((*entered.facts, *([chosen] if chosen else [])), began + entered.said, at=at)


@command("next", heading=CLOCK, key="n", short=("n",))
def next_segment(here: Situation) -> Decision:
    """Move on to the next segment that is still ahead."""
    _running(here)
    return _enter(here, _following(here))


@command("back", heading=CLOCK, key="b")
def back(here: Situation) -> Decision:
    """Go back to the segment that ran before this one."""
    running = _running(here)
    entered = list(dict.fromkeys(visit.segment for visit in here.session.visits))
    before = entered.index(running.id) - 1
    if before < 0:
        raise Refusal("No segment ran before this one. /goto N goes to any other.")
    return _enter(here, here.plan.segment(entered[before]))


@command("goto", SEGMENT, heading=CLOCK, key="g")
def goto(here: Situation, segment: Segment) -> Decision:
    """Go to the segment with this number."""
    if here.session.ended_at is not None:
        raise Refusal(ENDED)
    if here.session.current == segment:
        raise Refusal(f"“{segment.title}” is already running.")
    return _enter(here, segment)


@command("skip", OPTIONAL_SEGMENT, heading=CLOCK, key="k")
def skip(here: Situation, segment: Segment | None) -> Decision:
    """Skip a segment: the running one, or the one with this number."""
    running = _running(here)
    if segment is None or segment == running:
        entered = _enter(here, _following(here))
        return Decision((SegmentSkipped(segment=running.id), *entered.facts), f"Skipped “{running.title}”.")
    if segment not in timing.ahead(here.session):
        raise Refusal(f"“{segment.title}” is no longer ahead.")
    return Decision((SegmentSkipped(segment=segment.id),), f"Skipped “{segment.title}”.")


@command("pause", STRETCH, heading=CLOCK, key="p", short=("p",))
def pause(here: Situation, stretch: Stretch | None) -> Decision:
    """Stop the clock for a while, or say when it should have been stopped."""
    session = here.session
    if stretch is not None and stretch.ended_at is not None:
        return _pause_added(here, stretch.started_at, stretch.ended_at)
    _running(here)
    if session.is_paused:
        raise Refusal("The clock is already paused. /resume continues.")
    gap = unclaimed_gap(session, here.now)
    if gap is not None and gap.ended_at is None:
        raise Refusal("Nothing has happened for hours. /resume starts a new sitting.")
    if stretch is None:
        return Decision((InterviewPaused(),), "Paused.")
    earliest = max([session.started_at or 0, *(pause.ended_at or 0 for pause in session.pauses)])
    at = max(stretch.started_at, earliest)
    return Decision((InterviewPaused(),), f"Paused since {time_of_day(session, at)}.", at=at)


def _pause_added(here: Situation, started_at: int, ended_at: int) -> Decision:
    session = here.session
    if session.started_at is None:
        _running(here)
    if ended_at > (here.now if session.ended_at is None else session.ended_at):
        raise Refusal("The interview had ended by then." if session.ended_at is not None else "That hasn't come yet.")
    if not unpaused_ms(session, started_at, ended_at, here.now):
        raise Refusal("The clock was already paused then.")
    shown, now = as_shown(session, here.now)
    lasted = clock_text(unpaused_ms(shown, whole(started_at), whole(ended_at), now) / 1000)
    return Decision((PauseAdded(started_at=started_at, ended_at=ended_at),), f"Added a pause of {lasted}.")


@command("resume", heading=CLOCK, key="p")
def resume(here: Situation) -> Decision:
    """Resume the clock; after hours, start a new sitting."""
    _running(here)
    facts = _resumed(here)
    if not facts:
        raise Refusal("The clock is already running. /pause stops it.")
    return Decision(facts, _sitting_told(here, facts) or "The clock is running again.")


def _sitting_told(here: Situation, facts: tuple[AnyFact, ...]) -> str:
    """Return that another sitting begins, if it does; else an empty text."""
    for fact in facts:
        if isinstance(fact, SittingBegan):
            until = day_and_time(here.session, fact.ended_at, here.now)
            return f"New sitting: the last one ended {until}, and the rest of the plan counts from now."
    return ""


def _resumed(here: Situation) -> tuple[AnyFact, ...]:
    """Return what lets the clock go on: the end of a pause or, after hours, another sitting; nothing while it runs."""
    gap = unclaimed_gap(here.session, here.now)
    if gap is not None:
        return (SittingBegan(ended_at=gap.started_at, began_at=here.now if gap.ended_at is None else gap.ended_at),)
    return (InterviewResumed(),) if here.session.is_paused else ()


def end_with_more(here: Situation, *values: object) -> str:
    return end_after(here.session, here.now, here.author, add(here, *values).facts)


@command("add", TWO_MINUTES, OF_SEGMENT, heading=CLOCK, key="plus", foresee=end_with_more)
def add(here: Situation, seconds: int, named: Segment | None) -> Decision:
    """Add time to the running segment, or to segment N: two minutes, or as much as you say."""
    segment = _to_run(here, named)
    check_length(timing.allotted_seconds(here.session, segment) + seconds)
    return Decision((TimeAdded(segment=segment.id, seconds=seconds),), f"Added {_time(here, seconds, 'to', named)}.")


def end_with_less(here: Situation, *values: object) -> str:
    return end_after(here.session, here.now, here.author, trim(here, *values).facts)


@command("trim", MINUTES, OF_SEGMENT, heading=CLOCK, key="minus", foresee=end_with_less)
def trim(here: Situation, seconds: int, named: Segment | None) -> Decision:
    """Take time from the running segment, or from segment N: a minute, or as much as you say."""
    segment = _to_run(here, named)
    shown, now = as_shown(here.session, here.now)
    left = timing.remaining_seconds(shown, segment, now)
    if seconds > left:
        number = here.plan.segment_numbers[segment.id]
        where = "here. /next moves on" if segment == here.session.current else f"in {number}. /skip {number} skips it"
        raise Refusal(f"Only {clock_text(max(left, 0))} is left {where}.")
    return Decision(
        (TimeAdded(segment=segment.id, seconds=-seconds),), f"Trimmed {_time(here, seconds, 'from', named)}."
    )


def _to_run(here: Situation, named: Segment | None) -> Segment:
    """Return the named segment if it isn't over, else the running one. Raises Refusal."""
    if named is None:
        return _running(here)
    check_is_to_run(here, named)
    return named


def _time(here: Situation, seconds: int, which_way: str, named: Segment | None) -> str:
    """Return `2m`, or `2m to 4. Theirs` of a named segment."""
    return clock_text(seconds) + (f" {which_way} {here.plan.name(named)}" if named else "")


@command("late", DURATION, FOR, heading=CLOCK, short=("l",))
def late(here: Situation, seconds: int, segment: Segment | None) -> Decision:
    """Say that this segment, or another one, really began this much earlier."""
    visits, place = _visit(here, segment)
    start_at = visits[place].started_at - seconds * 1000
    earliest = visits[place - 1].started_at if place else here.session.opened_at - EARLIEST_START_MS
    if start_at < earliest:
        before = here.plan.segment(visits[place - 1].segment).title
        why = f"before “{before}” began" if place else "too long before the session was opened"
        most = clock_text((whole(visits[place].started_at) - whole(earliest)) / 1000)
        raise Refusal(f"That is {why}: {most} at most.")
    return _moved(here, visits[place], start_at)


@command("early", DURATION, FOR, heading=CLOCK)
def early(here: Situation, seconds: int, segment: Segment | None) -> Decision:
    """Say that this segment, or another one, really began this much later."""
    visits, place = _visit(here, segment)
    start_at = visits[place].started_at + seconds * 1000
    ended_at = visits[place].ended_at
    latest = here.now if ended_at is None else ended_at
    if start_at > latest:
        after = "That hasn't come yet" if ended_at is None else "It was over by then"
        most = clock_text((whole(latest) - whole(visits[place].started_at)) / 1000)
        raise Refusal(f"{after}: {most} at most.")
    return _moved(here, visits[place], start_at)


def _visit(here: Situation, segment: Segment | None) -> tuple[list[Visit], int]:
    """Return the visits, and the place among them of the running one or the last one to `segment`."""
    visits = here.session.visits
    if segment is None:
        _running(here)
        return visits, len(visits) - 1
    found = [place for place, visit in enumerate(visits) if visit.segment == segment.id]
    if not found:
        raise Refusal(f"“{segment.title}” hasn't begun.")
    return visits, found[-1]


def _moved(here: Situation, visit: Visit, start_at: int) -> Decision:
    title, at = here.plan.segment(visit.segment).title, exact_time_of_day(here.session, start_at)
    return Decision((BoundaryMoved(start_at=start_at, visit=visit.id),), f"“{title}” now starts at {at}.")


@command("end", heading=CLOCK, key="e", confirm=lambda here: still_open(here.session))
def end(here: Situation) -> Decision:
    """End the interview; the debrief is ready at once."""
    _running(here)
    gap = unclaimed_gap(here.session, here.now)
    if gap is not None and gap.ended_at is None:  # it ended when everybody left
        ended = day_and_time(here.session, gap.started_at, here.now)
        return Decision((InterviewEnded(),), f"The interview ended {ended}. /reopen undoes that.", at=gap.started_at)
    said = ENDED if here.session.candidate else f"{ENDED} {WHO_WAS_IT}"
    return Decision((InterviewEnded(),), said, sure="to end anyway" if open_lines(here.session) else "to end it")


def _running(here: Situation) -> Segment:
    segment = here.session.current
    if segment is None:
        raise Refusal(NOT_STARTED if here.session.ended_at is None else ENDED)
    return segment


def _following(here: Situation) -> Segment:
    """Return the first segment that is ahead. Raises Refusal if none is."""
    for segment in timing.ahead(here.session):
        return segment
    raise Refusal("This is the last segment. /end ends the interview.")


def _enter(here: Situation, segment: Segment) -> Decision:
    resumed = _resumed(here)
    opening = f"Say: “{segment.say}”" if segment.say else ""
    said = (_sitting_told(here, resumed), f"Now: {segment.title}.", opening)
    return Decision((*resumed, SegmentStarted(segment=segment.id)), " ".join(filter(None, said)))
