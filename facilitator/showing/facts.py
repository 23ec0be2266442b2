"""What there is to say of a running interview: its clock, its segments, its questions, in words that every view uses.

Separate from the screens, which choose how much of it they have room for.
"""

from collections.abc import Sequence

from facilitator.documents.styled_text import Span
from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.questions.coverage import Covered
from facilitator.domain.questions.participation import missing_from
from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.domain.text.dates import by_when, day_and_time_text
from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time import alerts
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.floor import floor_holder, floor_seconds, holder_name
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.sittings import unclaimed_gap
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import Expected, SegmentState, began_at
from facilitator.showing.looks import ANSWER, SEGMENT_STATE, STATUS, look_of, phase_words
from facilitator.showing.who_is_ready import readiness_fact


def clock_facts(session: Session, face: ClockFace, order: Sequence[Expected], now: int) -> list[Span]:
    """Return what is shown beside the figures, the most important first."""
    look = look_of(face)
    ends = day_and_time_text(face.ends_at, session.wall_time(now), session.timezone)
    if face.phase is Phase.WAITING:
        return _facts_before_the_start(session, face, ends, now)
    if session.cancelled is not None:
        why = session.cancelled.reason or "nobody came"
        what = "not held" if session.started_at is None else f"cut off at {ends}"
        return [Span(f"{look.glyph} {what}: {why}", look.role)]
    if face.phase is Phase.ENDED:
        return [
            Span(f"{look.glyph} {look.word} at {ends}", look.role),
            Span(interview_text(face)),
            *_promise(session, face, now),
        ]
    running = next(item for item in order if item.state is SegmentState.CURRENT)
    following = next((item for item in order if item.state is SegmentState.AHEAD), None)
    of = "the" if face.phase is Phase.OVERTIME else "of"
    facts = [Span(phase_words(face, f"{of} {clock_text(face.allotted_seconds)}"), look.role)]
    facts += new_sitting(session, now)
    facts += _room(face) if face.is_room_short else []
    if face.eating:
        facts.append(Span(face.eating, "bad"))
    role = "warn" if face.over_seconds >= 60 else ""
    facts += [Span(interview_text(face), role), Span(f"ends {ends}", role)]
    facts += [*_promise(session, face, now), *_floor(session, now)]
    facts += [] if face.is_room_short else _room(face)
    if face.phase is not Phase.OVERTIME and running.expected_end_at is not None:
        facts.append(Span(f"until {day_and_time(session, running.expected_end_at, now)}", "muted"))
    facts.append(Span(f"then {session.plan.name(following.segment)}" if following else "the last segment", "muted"))
    return facts


def _facts_before_the_start(session: Session, face: ClockFace, ends: str, now: int) -> list[Span]:
    """Return how to start, what is missing, and when the interview ends if it is started now."""
    look = look_of(face)
    count = len(session.plan.segments)
    return [
        Span(f"{look.glyph} {look.word}", look.role),
        *([] if session.looks_on else [how_to_start(session, now)]),
        *(_room(face) if face.is_room_short else []),
        *([Span(ready, "good")] if (ready := readiness_fact(session)) else []),
        *([] if session.candidate or session.looks_on else [Span("/with NAME: who you are meeting", "muted")]),
        *([] if face.is_room_short else _room(face)),
        Span(end_if_started(session, ends, now), "muted"),
        Span(f"{clock_text(face.allotted_seconds)} in {count} segment{'s' * (count > 1)}", "muted"),
    ]


def end_if_started(session: Session, ends: str, now: int) -> str:
    """Return when an interview would end if it starts when it is due, or now if that has passed."""
    return f"ends {ends} if started {'on time' if began_at(session, now) > now else 'now'}"


def interview_text(face: ClockFace) -> str:
    """Return how far the interview as a whole is from its plan: `Interview 4:10 over`."""
    return f"Interview {face.deviation}"


def how_to_start(session: Session, now: int) -> Span:
    """Return how to start, more urgently once people seem to be talking already; on a panel, also who can."""
    start = f"{session.panelist_name(session.clock_owner)} can /start" if session.devices else "/start"
    if alerts.is_start_forgotten(session, now):
        return Span(f"! talking already? {start}", "warn")
    shown, now = as_shown(session, now)
    planned = shown.planned_start_at
    if planned is not None and now > shown.on_timeline(planned):
        return Span(f"due {clock_text((now - shown.on_timeline(planned)) / 1000)} ago: {start}", "accent")
    return Span(start if session.devices else f"{start} to begin", "accent")


def _floor(session: Session, now: int) -> list[Span]:
    """Return who holds the floor and the shares so far; nothing if the speaker clock isn't used."""
    holder = floor_holder(session)
    if holder is None:
        return []
    held = floor_seconds(*as_shown(session, now))
    whole = sum(held.values()) or 1.0
    shares = (f"{'them' if who == CANDIDATE else who} {seconds / whole:.0%}" for who, seconds in held.items())
    name = holder_name(session, holder)
    return [Span(f"◖ {name} is speaking", "accent"), Span(", ".join(shares), "muted")]


def _promise(session: Session, face: ClockFace, now: int) -> list[Span]:
    """Return how far the end is from the one that was promised, if the plan's length doesn't say it."""
    if face.late_end_seconds is None:
        return []
    promised_at = face.ends_at - face.late_end_seconds * 1000
    promised = day_and_time_text(promised_at, session.wall_time(now), session.timezone)
    return [Span(f"promised {promised}, {face.lateness}" if face.late_end_seconds else "ends as promised")]


def _room(face: ClockFace) -> list[Span]:
    """Return until when the room is free, and how much too long that is; nothing without a hard stop."""
    return [Span(face.room, "warn" if face.is_room_short else "muted")] if face.room else []


def new_sitting(session: Session, now: int) -> list[Span]:
    """Return the proposal to begin another sitting, after hours in which nothing has happened."""
    gap = unclaimed_gap(session, now)
    if gap is None:
        return []
    since = day_and_time(session, gap.started_at, now)
    way_on = "" if session.looks_on else ": /resume, new sitting"
    return [Span(f"idle since {since}{way_on}", "accent")]


def order_detail(item: Expected) -> list[str]:
    """Return the parts of the second row, the most important first: plan against actual, in words."""
    segment = item.segment
    planned = clock_text(item.planned_seconds) if item.planned_seconds else "added"
    if item.state is SegmentState.DONE:
        deviation = over_under(item.used_seconds - item.planned_seconds) if item.planned_seconds else planned
        return [f"took {clock_text(item.used_seconds)}", deviation]
    if item.expected_start_at is None:
        return [planned, SEGMENT_STATE[item.state].word]
    changed = item.allotted_seconds - item.planned_seconds
    takes = planned if item.planned_seconds else clock_text(item.allotted_seconds)
    parts = [f"takes {takes}"]
    if not item.planned_seconds:
        parts.append(planned)
    elif changed:
        parts = [f"takes {planned} {'+' if changed > 0 else '−'} {clock_text(changed)}"]
    if segment.is_protected:
        parts.append("protected")
    if segment.optional:
        parts.append("optional")
    parts.append(segment.kind.label)
    return parts


def question_facts(session: Session, row: Covered) -> str:
    """Return the line below a question: its status, who asks it, who else would, its competency, its length."""
    question = row.question
    owner = session.panelist_name(row.owner)
    competency = session.plan.competency_by_id.get(question.competency or "")
    backup = session.plan.acting(question.backup) if not question.each else None
    missing = missing_from(session, row)
    everyone = "everyone asks" + (f", missing {', '.join(one.id for one in missing)}" if missing else "")
    parts = [
        STATUS[row.status].word,
        "" if question.id in session.agenda.question_by_id else "added",
        everyone if question.each else owner,
        f"else {session.panelist_name(backup)}" if backup and backup != row.owner and row.is_open else "",
        competency.name if competency else "",
        f"{clock_text(question.length_seconds)} planned" if question.length_seconds else "",
        row.reason,
    ]
    return ", ".join(part for part in parts if part)


def answer_words(session: Session, item: CandidateQuestion) -> str:
    """Return what became of a question of theirs: `open`, `answered`, `owed by Bo Ek by Friday, 4 December`."""
    if item.status != "owed":
        return ANSWER.get(item.status, ANSWER["asked"]).word
    return " ".join(filter(None, ("owed by", session.panelist_name(item.panelist), by_when(item.due))))
