"""Apply the facts about what panelists think: ratings, recommendations, scorecards.

Whatever a panelist changes after the opening of the cards is a change of mind. A card counts only if it is the one
that they had committed themselves to (see `facts.commitment`); what else is recorded as theirs is noted and changes
nothing. Under the first rules of cards, any counts, and only what differs from an open card is a change of mind.
"""

from msgspec.structs import replace

from facilitator.domain.facts.commitment import commitment
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardChanged,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.card_record import CardRecord, ChangeOfMind, Opening, SealedCard
from facilitator.domain.session.state import Rating, Session


@on(CompetencyRated)
def _competency_rated(session: Session, event: Event, fact: CompetencyRated) -> bool:
    if fact.competency not in session.plan.competency_by_id or fact.panelist not in session.plan.panelist_by_id:
        return False
    _rate(session, Rating(fact.competency, fact.panelist, fact.rating, fact.evidence, event.at, fact.notes))
    return True


@on(RecommendationGiven)
def _recommendation_given(session: Session, event: Event, fact: RecommendationGiven) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    _recommend(session, fact.panelist, fact.recommendation, event.at)
    return True


@on(ScorecardSealed)
def _scorecard_sealed(session: Session, event: Event, fact: ScorecardSealed) -> bool:
    """Take a sealed card. After the opening it can't take the place of another, whose panelist may have read the rest.

    On a panel of several devices one may come after the opening, by a device that hadn't heard of it: else it would
    have opened its own instead. When each was submitted is told.
    """
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    record = _record(session, fact.panelist)
    if session.holds_cards_to_seals and not _is_new(fact, record):
        _refuse(session, fact.panelist, event.at)
        return True
    card = SealedCard(fact.sealed, event.at, fact.number, fact.commitment)
    session.card_records[fact.panelist] = replace(record, sealed=(*record.sealed, card))
    is_in_time = session.cards_opened is None or not session.holds_cards_to_seals
    has_another = session.cards.keys() if session.devices else session.sealed_cards.keys() | session.cards.keys()
    if is_in_time or fact.panelist not in has_another:
        session.sealed_cards[fact.panelist] = card
    return True


@on(ScorecardsOpened)
def _scorecards_opened(session: Session, event: Event, fact: ScorecardsOpened) -> bool:
    if session.cards_opened is not None:
        return False
    session.cards_opened = Opening(event.at, event.author.panelist, fact.reason)
    return True


@on(ScorecardOpened)
def _scorecard_opened(session: Session, event: Event, fact: ScorecardOpened) -> bool:
    """Replace what the panelist has said aloud before with their card."""
    panelist, card = fact.panelist, fact.card
    if panelist not in session.plan.panelist_by_id:
        return False
    record = _record(session, panelist)
    if not session.holds_cards_to_seals:
        _take(session, panelist, card, event.at)
        session.card_records[panelist] = replace(record, original=record.original or card)
        session.sealed_cards.pop(panelist, None)
        session.cards[panelist] = card
        return True
    sealed = session.sealed_cards.get(panelist)
    if sealed is None and record.original == card:
        return False  # somebody else has opened it as well
    if session.cards_opened is None or sealed is None or _commitment(session, fact, sealed) != sealed.commitment:
        _refuse(session, panelist, event.at)
        return True
    del session.sealed_cards[panelist]
    session.card_records[panelist] = replace(record, original=card)
    _open(session, panelist, card, event.at)
    return True


@on(ScorecardChanged)
def _scorecard_changed(session: Session, event: Event, fact: ScorecardChanged) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    record = _record(session, fact.panelist)
    if session.cards_opened is None:
        _refuse(session, fact.panelist, event.at)
        return True
    session.card_records[fact.panelist] = replace(record, changed_at=(*record.changed_at, event.at))
    _take(session, fact.panelist, fact.card, event.at)
    session.cards[fact.panelist] = fact.card
    return True


def _record(session: Session, panelist: str) -> CardRecord:
    return session.card_records.get(panelist, CardRecord())


def _refuse(session: Session, panelist: str, at: int) -> None:
    record = _record(session, panelist)
    session.card_records[panelist] = replace(record, refused_at=(*record.refused_at, at))


def _is_new(fact: ScorecardSealed, record: CardRecord) -> bool:
    """Whether a card commits its panelist to something, and none that was submitted before is recorded once more."""
    known = {text for card in record.sealed for text in (card.sealed, card.commitment)}
    return bool(fact.commitment) and known.isdisjoint((fact.sealed, fact.commitment))


def _commitment(session: Session, fact: ScorecardOpened, sealed: SealedCard) -> str:
    return commitment(fact.card, fact.salt, session.id, fact.panelist, sealed.number)


def _take(session: Session, panelist: str, card: Scorecard, at: int) -> None:
    for given in card.ratings:
        if given.competency in session.plan.competency_by_id:
            _rate(session, _rating(given, panelist, at))
    _recommend(session, panelist, card.recommendation, at)


def _open(session: Session, panelist: str, card: Scorecard, at: int) -> None:
    """Show a card that was sealed. What its panelist has changed since the opening stays, and can be compared now."""
    changed = {mind.competency for mind in session.changes_of_mind if mind.panelist == panelist and mind.is_sealed}
    for given in card.ratings:
        if given.competency in session.plan.competency_by_id and given.competency not in changed:
            session.ratings[panelist, given.competency] = _rating(given, panelist, at)
    if None not in changed:
        session.recommendations[panelist] = card.recommendation
    session.cards.setdefault(panelist, card)
    before: dict[str | None, int | Recommendation] = {given.competency: given.rating for given in card.ratings}
    before[None] = card.recommendation
    session.changes_of_mind = [
        mind
        for each in session.changes_of_mind
        if (mind := _compared(each, before) if each.panelist == panelist and each.is_sealed else each) is not None
    ]


def _compared(mind: ChangeOfMind, before: dict[str | None, int | Recommendation]) -> ChangeOfMind | None:
    """Return a change from what was sealed, now that this can be read; None if it is none."""
    sealed = before.get(mind.competency)
    return None if sealed == mind.after else replace(mind, before=sealed, is_sealed=False)


def _rating(given: Assessment, panelist: str, at: int) -> Rating:
    return Rating(given.competency, panelist, given.rating, given.evidence, at, given.notes)


def _rate(session: Session, rating: Rating) -> None:
    before = session.ratings.get((rating.panelist, rating.competency))
    session.ratings[rating.panelist, rating.competency] = rating
    was = before.rating if before is not None else None
    _note_change(session, rating.panelist, rating.competency, was, rating.rating, rating.at)


def _recommend(session: Session, panelist: str, recommendation: Recommendation, at: int) -> None:
    before = session.recommendations.get(panelist)
    session.recommendations[panelist] = recommendation
    _note_change(session, panelist, None, before, recommendation, at)


def _note_change(
    session: Session,
    panelist: str,
    competency: str | None,
    before: int | Recommendation | None,
    after: int | Recommendation,
    at: int,
) -> None:
    is_open, is_sealed = panelist in session.cards, panelist in session.sealed_cards
    if not session.holds_cards_to_seals:
        is_sealed = False
        counts = is_open and before is not None
    else:
        counts = session.cards_opened is not None and (is_open or is_sealed)
        is_sealed = is_sealed and not any(
            (mind.panelist, mind.competency) == (panelist, competency) for mind in session.changes_of_mind
        )
    if counts and (is_sealed or before != after):
        before = None if is_sealed else before
        session.changes_of_mind.append(ChangeOfMind(panelist, competency, before, after, at, is_sealed))
