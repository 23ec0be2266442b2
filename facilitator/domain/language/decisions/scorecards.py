"""Decisions about scorecards: submitted sealed, opened when all are in, changed afterwards.

They aren't commands: a card is written alone, not typed as a line in the room, and a sealed card is opaque
here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from facilitator.domain.facts.kinds.ratings import ScorecardChanged, ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.decisions.ratings import check_judge
from facilitator.domain.notes.evidence import named_notes, with_letters
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.session.card_record import CardRecord
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import time_text
from facilitator.domain.text.plain_text import clean, excerpt


class OpenedCard(NamedTuple):
    """A card as it was unsealed; `salt` proves that it is the one that was sealed (see `facts.commitment`)."""

    card: Scorecard
    salt: str


def checked_card(session: Session, card: Scorecard, letter: str = "") -> Scorecard:
    """Return the card with its texts cleaned and its evidence tied to notes; see `named_notes` for `letter`.

    Raises Refusal with all that is wrong.
    """
    wrong: list[str] = []
    ratings: dict[str, Assessment] = {}
    for given in card.ratings:
        name = given.competency
        notes, missing = named_notes(given.evidence, session, letter)
        if name not in session.plan.competency_by_id:
            wrong.append(
                f"there is no competency “{excerpt(name)}”; choose from {', '.join(session.plan.competency_by_id)}"
            )
        elif name in ratings:
            wrong.append(f"{name} is rated twice")
        elif given.rating not in (scale := session.plan.scale_of(name)).points:
            wrong.append(f"{name}: a rating is one of {scale.in_words}, not {given.rating}")
        wrong += [f"{name}: {why}" for why in missing]
        evidence = with_letters(clean(given.evidence).strip(), session, letter)
        ratings[name] = Assessment(competency=name, rating=given.rating, evidence=evidence, notes=notes)
    if wrong:
        raise Refusal(f"The scorecard can't be accepted: {'; '.join(wrong)}.")
    return Scorecard(
        recommendation=card.recommendation,
        ratings=tuple(ratings.values()),
        strengths=clean(card.strengths).strip(),
        concerns=clean(card.concerns).strip(),
    )


def check_rater(session: Session, panelist: str) -> Panelist:
    """Return the panelist with this id. Raises Refusal if they may not submit a card now."""
    found = session.plan.panelist_called(panelist)
    if found is None:
        raise Refusal(
            f"There is no panelist “{excerpt(panelist)}”. Choose from {', '.join(session.plan.panelist_by_id)}."
        )
    check_judge(session, found)
    if session.started_at is None:
        raise Refusal("The interview hasn't started: there is nothing to rate yet.")
    return found


def card_number(session: Session, panelist: str) -> int:
    """Return the number of the card that a panelist would submit now; 0 under the first rules of cards."""
    record = session.card_records.get(panelist, CardRecord())
    return max((card.number for card in record.sealed), default=0) + 1 if session.holds_cards_to_seals else 0


def submit_sealed(here: Situation, fact: ScorecardSealed) -> Decision:
    """Submit a card that nobody can read before the opening; the latest one counts, and each is told in the debrief."""
    panelist = fact.panelist
    by = check_rater(here.session, panelist)
    if here.session.cards_opened is not None:
        raise Refusal("The scorecards are already open: a card can no longer be sealed.")
    left = [here.name_of(missing) for missing in missing_cards(here.session) if missing.id != by.id]
    waiting = f"It stays sealed until {_and(left)} submitted." if left else "All scorecards are in."
    before = here.session.sealed_cards.get(by.id)
    again = ""
    if before is not None:
        at = time_text(here.session.wall_time(before.at), here.session.timezone)
        again = f" It takes the place of the one of {at}: the debrief will tell of both."
    return Decision((fact,), f"{here.name_of(by)}'s scorecard is in.{again} {waiting}")


def submit_openly(here: Situation, panelist: str, card: Scorecard) -> Decision:
    """Submit a card after the opening: it can be read at once, and what differs from before is a change of mind."""
    by = check_rater(here.session, panelist)
    if here.session.cards_opened is None:
        raise Refusal("The scorecards are still sealed.")
    has_one = by.id in here.session.cards or by.id in here.session.sealed_cards
    checked = checked_card(here.session, card, here.letter)
    fact = (
        ScorecardChanged(panelist=by.id, card=checked)
        if here.session.holds_cards_to_seals
        else ScorecardOpened(panelist=by.id, card=checked)
    )
    said = "changed" if has_one else "in"
    return Decision((fact,), f"{here.name_of(by)}'s scorecard is {said}; the scorecards are already open.")


def check_opening(here: Situation, reason: str) -> None:
    """Raise Refusal if the cards may not be opened now: before all are in, only the clock's owner may, and says why."""
    if not here.session.sealed_cards:
        raise Refusal("There is no sealed scorecard.")
    missing = missing_cards(here.session)
    if here.session.cards_opened is not None or not missing:
        return
    owner = here.session.clock_owner
    if here.author != owner:
        raise Refusal(f"Before all are in, only {here.session.panelist_name(owner)} can open them.")
    if not reason.strip():
        names = _and([here.name_of(panelist) for panelist in missing])
        raise Refusal(f"{names} not submitted yet. To open the others anyway, give a reason.")


def open_cards(here: Situation, cards: Mapping[str, OpenedCard], reason: str = "") -> Decision:
    """Open the cards that could be unsealed, by panelist id; the others stay sealed and may follow."""
    check_opening(here, reason)
    first = () if here.session.cards_opened else (ScorecardsOpened(reason=reason.strip()),)
    facts = (
        ScorecardOpened(panelist=panelist, card=opened.card, salt=opened.salt)
        for panelist, opened in cards.items()
        if panelist in here.session.sealed_cards
    )
    left = _still_sealed(here, [name for name in here.session.sealed_cards if name not in cards])
    return Decision((*first, *facts), f"The scorecards are open.{left}")


def _still_sealed(here: Situation, panelists: list[str]) -> str:
    """Return whose cards aren't open yet, and why: somebody's own device opens theirs."""
    elsewhere = {device.seat for device in here.session.devices.values()} - {here.author}
    away = [here.session.panelist_name(who) for who in panelists if who in elsewhere]
    locked = [here.session.panelist_name(who) for who in panelists if who not in elsewhere]
    said = f" Still to come, from their own devices: {', '.join(away)}." if away else ""
    return said + (f" Still sealed, for lack of a key or passphrase: {', '.join(locked)}." if locked else "")


def _and(names: list[str]) -> str:
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{listed} {'have' if len(names) > 1 else 'has'}"
