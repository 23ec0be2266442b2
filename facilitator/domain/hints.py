"""What the screen offers without being asked: the question to go on with, a hand-over, who hasn't spoken yet."""

from facilitator.domain.agenda import Panelist, Question
from facilitator.domain.coverage import coverage
from facilitator.domain.durations import length_text
from facilitator.domain.filing import Filing
from facilitator.domain.session import Session
from facilitator.domain.timing import Place, elapsed_seconds, running_order


def question_at_hand(session: Session, now: int) -> Question | None:
    """The question that was asked last and is still open."""
    found = Filing(session).question_at_hand(now)
    return session.agenda.question_by_id[found] if found else None


def suggested_question(session: Session) -> Question | None:
    """The next one to ask here: the first unasked must of the running segment, else its first open question."""
    segment = session.current or (session.agenda.segments[0] if session.started_at is None else None)
    here = {question.id for question in segment.questions} if segment else set()
    rows = [row for row in coverage(session) if row.question.id in here and row.is_open]
    for wanted in (
        (row for row in rows if row.is_unasked and row.question.must),
        (row for row in rows if row.is_unasked),
        iter(rows),
    ):
        if row := next(wanted, None):
            return row.question
    return None


def segue(session: Session, now: int) -> str:
    """A polite hand-over to the next segment: what the agenda has for it, else made from the plan."""
    ahead = next((item.segment for item in running_order(session, now) if item.place is Place.AHEAD), None)
    if ahead is None or session.current is None:
        return ""
    lead = session.panelist_name(ahead.lead)
    if ahead.say:
        return f"{lead}: “{ahead.say}”" if lead else f"“{ahead.say}”"
    over_to = f"over to {lead} for" if lead else "let us go on to"
    return f"“Thank you. With an eye on the time, {over_to} “{ahead.title}”, {length_text(ahead.length_seconds)}.”"


def unheard(session: Session, now: int) -> tuple[Panelist, ...]:
    """From half time on: who still has questions of their own to ask and has neither asked nor noted anything."""
    if not session.is_running or elapsed_seconds(session, now) * 2 < session.agenda.planned_seconds:
        return ()
    heard = {mark.panelist for mark in session.marks} | {note.author for note in session.notes.values()}
    waiting = {row.owner for row in coverage(session) if row.is_unasked}
    return tuple(one for one in session.agenda.raters if one.id in waiting and one.id not in heard)
