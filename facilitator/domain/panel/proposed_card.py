"""What a panelist's card begins with: their own notes as evidence, and what they have said aloud.

It proposes nothing that they haven't written or said themselves, and no rating that they haven't given.
"""

from msgspec import Struct

from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.notes.filing import Filing
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Note, Session


class ProposedRating(Struct, frozen=True, kw_only=True):
    """What stands for a competency before its panelist has looked at it; either may be missing."""

    rating: int | None = None
    evidence: str = ""


class ProposedCard(Struct, frozen=True, kw_only=True):
    """What a card begins with. `ratings` has every competency, by id; `unfiled` are own notes that belong to none."""

    ratings: dict[str, ProposedRating]
    recommendation: Recommendation | None
    unfiled: dict[Direction, tuple[Note, ...]]


def proposed_card(session: Session, panelist: str) -> ProposedCard:
    """Return what a panelist's card begins with."""
    filing = Filing(session)
    own: dict[str | None, list[Note]] = {}
    for note in session.notes.values():
        if note.author == panelist:
            own.setdefault(filing.competency(note), []).append(note)
    ratings = {}
    for competency in session.plan.competencies:
        given = session.ratings.get((panelist, competency.id))
        cited = given.notes if given else ()
        noted = evidence_text([note for note in own.get(competency.id, []) if note.id not in cited])
        said = "; ".join(filter(None, (given.evidence if given else "", noted)))
        ratings[competency.id] = ProposedRating(rating=given.rating if given else None, evidence=said)
    loose = [note for note in own.get(None, []) if note.signal is not None]
    unfiled = {way: tuple(note for note in loose if note.signal and note.signal.direction is way) for way in Direction}
    return ProposedCard(ratings=ratings, recommendation=session.recommendations.get(panelist), unfiled=unfiled)


def evidence_text(notes: list[Note]) -> str:
    """Return notes as evidence, by their numbers and with their signals: `strength n3, n7; concern n9; n12`."""
    parts = []
    for signal in (*Signal, None):
        called = ", ".join(note.called for note in notes if note.signal is signal)
        if called:
            parts.append(f"{signal.word} {called}" if signal else called)
    return "; ".join(parts)
