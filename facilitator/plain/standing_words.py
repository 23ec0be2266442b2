"""Where an interview stands, in one sentence, for whoever can't glance at a screen."""

from facilitator.domain.questions.hints import question_at_hand
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.timing import Phase, running_order
from facilitator.showing.facts import clock_facts


def standing_sentence(session: Session, now: int) -> str:
    """Return what a glance at the clock and the questions would tell."""
    face = clock_face(session, now)
    first, *others = (spoken(fact.text) for fact in clock_facts(session, face, running_order(session, now), now))
    if session.is_running:
        first = f"{face.digits} {first}"
    elif face.phase is Phase.ENDED:
        first = f"{first} after {clock_text(timing.elapsed_seconds(session, now))}"
    said = "; ".join(filter(None, [f"{face.title}: {first}", *others, _to_ask(session, now)]))
    return said if said.endswith(("?", "!", ".")) else f"{said}."


def spoken(text: str) -> str:
    """Return a text of the screen without the glyph that it begins with: that is for the eye."""
    glyph, space, rest = text.partition(" ")
    return rest if space and not any(map(str.isalnum, glyph)) else text


def _to_ask(session: Session, now: int) -> str:
    """Return the question at hand, else the one suggested next; empty while the interview isn't running."""
    at_hand = question_at_hand(session, now)
    if at_hand is not None:
        return f"q{at_hand.number} at hand: {at_hand.ask}"
    suggested = next_question(session) if session.is_running else None
    return f"q{suggested.question.number} next, {suggested.reason}: {suggested.question.ask}" if suggested else ""
