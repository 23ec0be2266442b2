"""What there is to say of a running interview: its clock, its segments, its questions, in words that every view uses.

Separate from the screens, which choose how much of it they have room for.
"""

from collections.abc import Sequence

from facilitator.documents.styled_text import Span
from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.questions.coverage import Covered
from facilitator.domain.questions.participation import missing_from
from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.domain.text.dates import time_text
from facilitator.domain.text.durations import clock_text, length_text, over_under
from facilitator.domain.time import alerts
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.floor import floor_holder, floor_seconds, holder_name
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.domain.time.timing import Expected, Phase, SegmentState
from facilitator.showing.looks import ANSWER, SEGMENT_STATE, STATUS, look_of, phase_words


def clock_facts(session: Session, face: ClockFace, order: Sequence[Expected], now: int) -> list[Span]:
    """Return what is shown beside the figures, the most important first."""
    look = look_of(face)
    ends = time_text(face.ends_at, session.timezone)
    if face.phase is Phase.WAITING:
        length = f"{length_text(face.allotted_seconds)} in {len(session.plan.segments)} parts, would end {ends}"
        return [
            Span(f"{look.glyph} {look.word}", look.role),
            how_to_start(session, now),
            *([] if session.candidate else [Span("/with NAME says whom you meet", "muted")]),
            Span(length, "muted"),
            *_room(session, face),
        ]
    if face.phase is Phase.ENDED:
        return [Span(f"{look.glyph} {look.word} at {ends}", look.role), Span(f"in all, {face.deviation}")]
    running = next(item for item in order if item.state is SegmentState.CURRENT)
    following = next((item for item in order if item.state is SegmentState.AHEAD), None)
    of = "the" if face.phase is Phase.OVERTIME else "of"
    facts = [Span(phase_words(face, f"{of} {length_text(face.allotted_seconds)}"), look.role)]
    if face.eating:
        facts.append(Span(face.eating, "bad"))
    facts.append(Span(f"{face.deviation}, ends {ends}", "warn" if face.over_seconds >= 60 else ""))
    facts += [*_floor(session, now), *_room(session, face)]
    if face.phase is not Phase.OVERTIME and running.expected_end_at is not None:
        facts.append(Span(f"until {time_of_day(session, running.expected_end_at)}", "muted"))
    facts.append(Span(f"then {following.segment.title}" if following else "the last part", "muted"))
    return facts


def how_to_start(session: Session, now: int) -> Span:
    """Return how to start, more urgently once people seem to be talking already."""
    if alerts.is_start_forgotten(session, now):
        return Span("! talking already? /start", "warn")
    planned = session.planned_start_at
    if planned is not None and now > session.on_timeline(planned):
        return Span(f"planned {clock_text((now - session.on_timeline(planned)) / 1000)} ago: /start", "accent")
    return Span("/start begins", "accent")


def _floor(session: Session, now: int) -> list[Span]:
    """Return who holds the floor and the shares so far; nothing if the speaker clock isn't used."""
    holder = floor_holder(session)
    if holder is None:
        return []
    held = floor_seconds(session, now)
    whole = sum(held.values()) or 1.0
    shares = (f"{'them' if who == CANDIDATE else who} {seconds / whole:.0%}" for who, seconds in held.items())
    name = holder_name(session, holder)
    return [Span(f"◖ {name} speaks", "accent"), Span(", ".join(shares), "muted")]


def _room(session: Session, face: ClockFace) -> list[Span]:
    """Return what to give up for the hard stop, else until when the room is free; nothing without a hard stop."""
    if session.hard_stop_at is None:
        return []
    if face.give_up:
        return [Span(face.give_up, "warn")]
    return [Span(f"the room is ours until {time_text(session.hard_stop_at, session.timezone)}", "muted")]


def order_detail(item: Expected) -> list[str]:
    """Return the parts of the second row, the most important first: plan against actual, in words."""
    segment = item.segment
    planned = length_text(segment.length_seconds)
    if item.state is SegmentState.DONE:
        return [clock_text(item.used_seconds), over_under(round(item.used_seconds - segment.length_seconds))]
    if item.expected_start_at is None:
        return [planned, SEGMENT_STATE[item.state].word]
    changed = item.allotted_seconds - segment.length_seconds
    parts = [f"{planned} {'+' if changed > 0 else '−'} {length_text(changed)}" if changed else planned]
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
    backup = question.backup if question.backup != row.owner and not question.each else None
    missing = missing_from(session, row)
    everyone = "everyone asks" + (f", missing {', '.join(one.id for one in missing)}" if missing else "")
    parts = [
        STATUS[row.status].word,
        everyone if question.each else owner,
        f"else {session.panelist_name(backup)}" if backup and row.is_open else "",
        competency.name if competency else "",
        length_text(question.length_seconds) if question.length_seconds else "",
        row.reason,
    ]
    return ", ".join(part for part in parts if part)


def answer_words(session: Session, item: CandidateQuestion) -> str:
    """Return what became of a question of theirs: `open`, `answered`, `owed by Bo Ek until 2026-12-04`."""
    if item.status != "owed":
        return ANSWER.get(item.status, ANSWER["asked"]).word
    return f"owed by {session.panelist_name(item.panelist)}" + (f" until {item.due}" if item.due else "")
