"""Where an interview stands, in one sentence, for whoever can't glance at a screen."""

from facilitator.domain.language.decision import Situation
from facilitator.domain.questions.hints import question_at_hand
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.timing import running_order
from facilitator.showing.belonging import belonging
from facilitator.showing.facts import clock_facts


def standing_sentence(session: Session, now: int, writer: str | None = None) -> str:
    """Return what a glance at the clock, the questions and the note line would tell.

    `writer` is the id of whoever lines are credited to, by default the lead; empty for whoever only looks on.
    """
    face, shown = clock_face(session, now), as_shown(session, now)
    first, *others = (without_glyph(fact.text) for fact in clock_facts(session, face, running_order(*shown), now))
    if session.is_running:
        first = f"{face.digits} {first}"
    elif face.phase is Phase.ENDED and session.cancelled is None:
        first = f"{first} after {clock_text(timing.elapsed_seconds(*shown))}"
    facts = [
        f"{face.title}: {first}",
        *others,
        _next_note(session, now, session.lead.id if writer is None else writer),
        _to_ask(session, now),
    ]
    said = "; ".join(filter(None, facts))
    return said if said.endswith(("?", "!", ".")) else f"{said}."


def without_glyph(text: str) -> str:
    """Return a text of the screen without the glyph that it begins with: that is for the eye."""
    glyph, space, rest = text.partition(" ")
    return rest if space and not any(map(str.isalnum, glyph)) else text


def _next_note(session: Session, now: int, writer: str) -> str:
    """Return what a note that was begun now would belong to; empty if it says nothing of use."""
    if not writer:
        return ""
    to = belonging("", Situation(session, now, writer, now))
    if writer == session.lead.id and not to.number:
        return ""
    where = (f"in {to.number} {to.title}" if to.number else "", f"on {to.question}" if to.question else "")
    return ", ".join(filter(None, (f"your next note is {session.panelist_name(writer)}'s", *where)))


def _to_ask(session: Session, now: int) -> str:
    """Return the question at hand, else the one suggested next; empty while the interview isn't running."""
    at_hand = question_at_hand(session, now)
    if at_hand is not None:
        return f"q{at_hand.number} at hand: {at_hand.ask}"
    suggested = next_question(session) if session.is_running else None
    return f"q{suggested.question.number} next, {suggested.reason}: {suggested.question.ask}" if suggested else ""
