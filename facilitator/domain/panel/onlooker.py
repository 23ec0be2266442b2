"""What somebody sees who only looks on at a shared interview: the clock, the running order and the coverage.

Not what anybody wrote, rated or asked. Separate from the session, which everybody on the panel sees as it is. What is
taken out must not look as if there were none: whatever tells of it asks `looks_on`, of a session or its debrief.
"""

import copy

from facilitator.domain.session.persistent import PersistentDict
from facilitator.domain.session.state import Session

LOOKS_ON = "You are looking on: you see the clock, the order and the coverage, and write nothing."

NOT_SHOWN = "Not shown to those who look on."
"""What stands in the place of all that an onlooker doesn't see: whether there is any, they aren't told."""


def seen_by_onlooker(session: Session) -> Session:
    """Return a session without what the panel keeps to itself."""
    seen = copy.copy(session)
    seen.notes, seen.struck, seen.undone_notes = PersistentDict(), {}, {}
    seen.ratings, seen.recommendations = {}, {}
    seen.ready = dict.fromkeys(session.ready, "")  # that they are ready, but not what for
    seen.cards, seen.card_records, seen.changes_of_mind = {}, {}, []
    seen.votes, seen.moves, seen.dissents, seen.decision = {}, [], [], None
    seen.candidate_questions, seen.struck_questions = [], {}
    seen.looks_on = True
    return seen
