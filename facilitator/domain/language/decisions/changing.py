"""Decisions that change the plan as the interview runs: a question, a segment, its place and length, the hard stop."""

from msgspec.structs import replace

from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    QuestionAdded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
)
from facilitator.domain.language.arguments import DURATION, SEGMENT
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import ENDED, Decision, Refusal, Situation
from facilitator.domain.language.plan_arguments import AFTER, NEW_QUESTION, NEW_SEGMENT, ROOM, AskedFor, Planned
from facilitator.domain.plan.agenda import LONGEST_SEGMENT_SECONDS, Segment
from facilitator.domain.session.numbering import next_number
from facilitator.domain.text.durations import clock_text
from facilitator.domain.text.local_instants import nearest_local_instant, next_local_instant
from facilitator.domain.text.plain_text import excerpt
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown, whole
from facilitator.domain.time.time_of_day import day_and_time

PLAN = "The plan"


@command("question", NEW_QUESTION, heading=PLAN)
def question(here: Situation, asked: AskedFor) -> Decision:
    """Add a question to the running segment, or to segment N."""
    _check_is_not_over(here)
    segment = asked.segment or here.session.current or _first_ahead(here)
    check_is_to_run(here, segment)
    added, number = asked.question, here.plan.next_question_number
    owner = here.plan.panelist_by_id.get(added.owner or "")
    if owner is not None and owner.shadow:
        raise Refusal(f"{here.name_of(owner)} is a shadow, who only watches. Leave out “by {owner.id}”.")
    counted = next_number(here.session, "q", here.device)
    understood = (
        f"q{here.letter}{counted or number} for {here.plan.name(segment)}",
        f"#{added.competency}" if added.competency else "",
        f"by {here.name_of(owner)}" if owner else "",
        "must" if added.must else "",
        clock_text(added.length_seconds) if added.length_seconds else "",
    )
    fact = QuestionAdded(question=replace(added, number=number), segment=segment.id, number=counted)
    return Decision((fact,), f"{', '.join(filter(None, understood))}: “{excerpt(added.ask)}”")


@command("segment", NEW_SEGMENT, heading=PLAN)
def segment(here: Situation, planned: Planned) -> Decision:
    """Add a segment after the running one, or after segment N."""
    _check_is_not_over(here)
    after = planned.after or here.session.current or here.plan.segments[-1]
    number, new = here.plan.next_segment_number, planned.segment
    fact = SegmentAdded(segment=new, number=number, after=after.id)
    facts = f"{clock_text(new.length_seconds)}, {new.kind.label}, after {here.plan.name(after)}"
    return Decision((fact,), f"{number}. {excerpt(new.title)}: {facts}.")


@command("move", SEGMENT, AFTER, heading=PLAN)
def move(here: Situation, moved: Segment, after: Segment) -> Decision:
    """Move a segment that is still ahead to after another one."""
    check_is_to_run(here, moved)
    if moved == here.session.current:
        raise Refusal(f"“{moved.title}” is running. Move one that is still ahead: /move 4 after 2")
    if moved == after:
        raise Refusal("A segment can't come after itself: /move 4 after 2")
    if here.plan.position_by_segment[moved.id] == here.plan.position_by_segment[after.id] + 1:
        raise Refusal(f"{here.plan.name(moved)} already comes after {here.plan.name(after)}.")
    return Decision(
        (SegmentMoved(segment=moved.id, after=after.id),),
        f"{here.plan.name(moved)} now comes after {here.plan.name(after)}.",
    )


@command("length", SEGMENT, DURATION, heading=PLAN)
def length(here: Situation, changed: Segment, seconds: int) -> Decision:
    """Set the length of a segment that isn't over."""
    check_is_to_run(here, changed)
    check_length(seconds)
    used = timing.used_seconds(here.session, changed, here.now)
    if seconds < used:
        raise Refusal(f"{clock_text(used)} of it has already passed. /next moves on.")
    if seconds == timing.allotted_seconds(here.session, changed):
        raise Refusal(f"“{changed.title}” is already {clock_text(seconds)} long.")
    return Decision(
        (SegmentLengthSet(segment=changed.id, seconds=seconds),),
        f"{here.plan.name(changed)} now takes {clock_text(seconds)}.",
    )


@command("room", ROOM, heading=PLAN)
def room(here: Situation, time_of_day: str) -> Decision:
    """Set the hard stop, when the room is lost (11:30), or remove it (none)."""
    _check_is_not_over(here)
    session = here.session
    if not time_of_day:
        if session.hard_stop_at is None:
            raise Refusal("There is no hard stop. /room 11:30 sets one.")
        return Decision((HardStopSet(at=None),), "No hard stop.")
    now = session.wall_time(here.now)
    planned = session.planned_start_at if session.started_at is None else None
    if planned is not None and planned > now:
        at = next_local_instant(time_of_day, planned, session.timezone)
    else:
        at = nearest_local_instant(time_of_day, now, session.timezone)
    until = day_and_time(session, session.on_timeline(at), here.now)
    if at == session.hard_stop_at:
        raise Refusal(f"The hard stop is already at {until}.")
    fact, shown_now = HardStopSet(at=at), whole(here.now)
    lost_seconds = (shown_now - session.on_timeline(at)) / 1000
    if lost_seconds >= 0:
        return Decision((fact,), f"The room was lost {clock_text(lost_seconds)} ago, at {until}.")
    over = (timing.expected_end_at(*as_shown(session, here.now)) - session.on_timeline(at)) / 1000
    late = f", and the plan runs {clock_text(over)} past it: /recover" if over >= 1 else ""
    return Decision((fact,), f"Hard stop at {until}{late}.")


def check_is_to_run(here: Situation, segment: Segment) -> None:
    """Raise Refusal unless the segment runs or is still to come."""
    _check_is_not_over(here)
    session = here.session
    if segment == session.current or segment in timing.ahead(session):
        return
    number = here.plan.segment_numbers[segment.id]
    state = "was skipped" if segment.id in session.skipped else "is over"
    raise Refusal(f"“{segment.title}” {state}. /goto {number} goes back to it.")


def check_length(seconds: int) -> None:
    """Raise Refusal if no segment may be that long."""
    if seconds > LONGEST_SEGMENT_SECONDS:
        raise Refusal("A segment can't be longer than twelve hours.")


def _check_is_not_over(here: Situation) -> None:
    if here.session.ended_at is not None:
        raise Refusal(ENDED)


def _first_ahead(here: Situation) -> Segment:
    for segment in timing.ahead(here.session):
        return segment
    raise Refusal("No segment is left. /segment TITLE 10m adds one, “in N” names another.")
