"""What the lead could say or ask now: the question at hand, and a sentence to hand over with."""

from facilitator.domain.notes.filing import Filing
from facilitator.domain.plan.agenda import Question
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import spoken_text
from facilitator.domain.time import timing


def question_at_hand(session: Session, now: int) -> Question | None:
    """Return the question that was asked last in this segment, if it is still open."""
    found = Filing(session).question_at_hand(now) if session.is_running else None
    return session.plan.question_by_id[found] if found else None


def question_to_show(session: Session, now: int) -> Question | None:
    """Return the question at hand, else the one suggested next."""
    at_hand = question_at_hand(session, now)
    if at_hand is not None:
        return at_hand
    suggested = next_question(session)
    return suggested.question if suggested else None


def likeliest_question(session: Session, now: int) -> Question | None:
    """Return the question to show, else the first that nobody has asked yet, else the first of all."""
    unasked = (row.question for row in coverage(session) if row.is_unasked)
    return question_to_show(session, now) or next(unasked, None) or next(iter(session.plan.questions), None)


def segue(session: Session) -> str:
    """Return a polite hand-over to the next segment: the agenda's own, or one made from the plan; empty at the end."""
    ahead = timing.ahead(session)
    if session.current is None or not ahead:
        return ""
    following = ahead[0]
    lead = session.panelist_name(session.plan.acting(following.lead))
    if following.say:
        return f"{lead}: “{following.say}”" if lead else f"“{following.say}”"
    over_to = f"over to {lead} for" if lead else "let's move on to"
    return (
        f"“Thank you. With an eye on the time, {over_to} “{following.title}”, {spoken_text(following.length_seconds)}.”"
    )
