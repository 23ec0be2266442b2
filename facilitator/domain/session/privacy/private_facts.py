"""Who can read what on a panel of several devices, and from when on: the author alone, until the cards are open.

Judgements that are seen early draw others along, so each writes down their own first (see docs/panel.md). Separate from
sealing itself, which takes cryptography.
"""

from collections import Counter

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteCredited, NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.kinds.ratings import CompetencyRated, RecommendationGiven
from facilitator.domain.session.state import Session


def is_private(session: Session, fact: AnyFact, device: str) -> bool:
    """Return whether a fact that a device records now is for its author alone.

    What is about a note that the others can read already is for all of them.
    """
    admitted = session.devices.get(device)
    if admitted is None or may_open_notes(session, admitted.seat):
        return False
    if isinstance(fact, (CompetencyRated, RecommendationGiven)):
        return True
    if isinstance(fact, NoteTaken):
        return session.agenda.notes != "shared"
    if isinstance(fact, (NoteEdited, NoteFiled, NoteCredited, NoteStruck)):
        note = session.notes.get(fact.note) or session.struck.get(fact.note)
        return note is not None and note.private
    return False


def may_open_notes(session: Session, seat: str) -> bool:
    """Return whether a panelist's notes may be opened: the cards are, and theirs is in, if they write one."""
    if session.cards_opened is None:
        return False
    rates = any(panelist.id == seat for panelist in session.plan.raters)
    return not rates or seat in session.sealed_cards.keys() | session.cards.keys()


def kept_to_themselves(session: Session) -> dict[str, int]:
    """Return how many notes can't be read here by now, by the id of whoever wrote them; 0 if only ratings can't.

    Whoever only looks on never reads any, so for them none is sealed for now.
    """
    if session.looks_on:
        return {}
    kept = dict.fromkeys((sealed.panelist for sealed in session.sealed.values()), 0)
    return kept | Counter(sealed.panelist for sealed in session.sealed.values() if sealed.label)


def kept_in_words(session: Session) -> str:
    """Return who keeps how many notes to themselves, for the title of a list: `sealed for now: Bo Ek's 2`."""
    kept = kept_to_themselves(session)
    counts = ", ".join(f"{session.panelist_name(who)}'s {count}" for who, count in kept.items() if count)
    return f"sealed for now: {counts}" if counts else ""
