"""Sealing scorecards when they are submitted, and opening them when all are in, after which their keys are destroyed.

This joins the conductor, the keys and the cryptography, none of which knows the others. A card is bound to its session,
its panelist and its number, and its panelist is committed to it (see `facts.commitment`): it opens in its own place
or not at all.
"""

from collections.abc import Mapping

import msgspec

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing import seals
from facilitator.conducting.sealing.seals import CannotUnseal as CannotUnseal
from facilitator.conducting.sealing.seals import SealingKey
from facilitator.conducting.submission import Acknowledgement
from facilitator.domain.facts.commitment import commitment
from facilitator.domain.facts.kinds.ratings import ScorecardSealed
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.language.decisions import scorecards as decisions
from facilitator.domain.language.decisions.scorecards import OpenedCard
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.session.card_record import SealedCard
from facilitator.domain.session.state import Session
from facilitator.files import foreign
from facilitator.files.durable import StorageError
from facilitator.files.foreign import UNREADABLE
from facilitator.storage.card_keys import CardKeys


def submit(
    conductor: Conductor, keys: CardKeys, panelist: str, card: Scorecard, key: SealingKey | None = None
) -> Acknowledgement:
    """Seal a panelist's card with a key, by default a new one, and keep it; the last one in opens them all.

    Once the cards have been opened, a card is kept unsealed. Waits for the disk. Raises Refusal, StorageError.
    """
    panelist = decisions.check_rater(conductor.session, panelist).id
    here = conductor.situation(panelist)
    card = decisions.checked_card(here.session, card, here.letter)
    if here.session.cards_opened is not None:
        destroy_old_keys(here.session, keys)
        return conductor.carry_out(decisions.submit_openly(here, panelist, card), panelist).wait()
    key = key or seals.random_key()
    if key.id is not None:
        keys.add(key.id, key.secret)  # before the card, so that there is never a card without its key
    fact = _sealed(here.session, panelist, card, key)
    told = conductor.carry_out(decisions.submit_sealed(here, fact), panelist).wait()
    if told.kept:  # only now can no crash bring back the earlier card, whose key goes
        destroy_old_keys(conductor.session, keys)
    if missing_cards(conductor.session):
        return told
    return _open_all(conductor, keys, "", panelist, {panelist: key.secret}, {})


def open_all(
    conductor: Conductor,
    keys: CardKeys,
    reason: str = "",
    by: str | None = None,
    passphrases: Mapping[str, str] | None = None,
) -> Acknowledgement:
    """Open every card that can be opened with its key or with its panelist's passphrase (in `passphrases`, by id).

    Waits for the disk. Raises Refusal if they may not be opened yet, CannotUnseal if none of them could be; a card that
    a wrong passphrase left sealed can be opened later.
    """
    return _open_all(conductor, keys, reason, by, {}, passphrases or {})


def destroy_old_keys(session: Session, keys: CardKeys) -> None:
    """Destroy all keys but those of cards that are to be opened yet, whatever a crash has left. Raises StorageError."""
    needed = (seals.key_id(card.sealed) for card in session.sealed_cards.values())
    keys.keep_only(frozenset(filter(None, needed)))


def read_own(session: Session, keys: CardKeys, panelist: str, passphrase: str = "") -> Scorecard:
    """Return a panelist's sealed card, for themselves; it stays sealed. Raises CannotUnseal."""
    sealed = session.sealed_cards[panelist]
    opened = _unsealed(session, panelist, sealed, _secret(sealed, keys, passphrase))
    if opened is None:
        raise CannotUnseal
    return opened.card


def under_passphrase(session: Session) -> tuple[str, ...]:
    """Return the ids of the panelists whose passphrases are needed to open their cards."""
    return tuple(panelist for panelist, card in session.sealed_cards.items() if seals.key_id(card.sealed) is None)


def _open_all(
    conductor: Conductor,
    keys: CardKeys,
    reason: str,
    by: str | None,
    secrets: Mapping[str, bytes],
    passphrases: Mapping[str, str],
) -> Acknowledgement:
    here = conductor.situation(by)
    if here.session.cards_opened is not None:
        destroy_old_keys(here.session, keys)
    decisions.check_opening(here, reason)
    opened = {}
    for panelist, sealed in here.session.sealed_cards.items():
        secret = secrets.get(panelist) or _secret(sealed, keys, passphrases.get(panelist, ""))
        card = _unsealed(here.session, panelist, sealed, secret)
        if card is not None:
            opened[panelist] = card
    if not opened:
        raise CannotUnseal
    told = conductor.carry_out(decisions.open_cards(here, opened, reason), by).wait()
    if told.kept:
        destroy_old_keys(conductor.session, keys)
    return told


def _sealed(session: Session, panelist: str, card: Scorecard, key: SealingKey) -> ScorecardSealed:
    number = decisions.card_number(session, panelist)
    if not session.holds_cards_to_seals:
        sealed = seals.sealed(msgspec.json.encode(card), _context(session, panelist, number), key)
        return ScorecardSealed(panelist=panelist, sealed=sealed)
    salt = seals.new_salt()
    sealed = seals.sealed(msgspec.json.encode((salt, card)), _context(session, panelist, number), key)
    commits = commitment(card, salt, session.id, panelist, number)
    return ScorecardSealed(panelist=panelist, sealed=sealed, number=number, commitment=commits)


def _secret(sealed: SealedCard, keys: CardKeys, passphrase: str) -> bytes | None:
    """Return what opens a card; None if it can't be had."""
    key_id = seals.key_id(sealed.sealed)
    try:
        if key_id is not None:
            return keys.get(key_id)
        return seals.key_again(sealed.sealed, passphrase).secret if passphrase else None
    except (CannotUnseal, StorageError):
        return None


def _unsealed(session: Session, panelist: str, sealed: SealedCard, secret: bytes | None) -> OpenedCard | None:
    """Return the card; None if this doesn't open it, or if its panelist had committed themselves to another."""
    if secret is None:
        return None
    try:
        plain = seals.unsealed(sealed.sealed, _context(session, panelist, sealed.number), secret)
        if not session.holds_cards_to_seals:
            return OpenedCard(foreign.decoded(plain, Scorecard), "")
        salt, card = foreign.decoded(plain, tuple[str, Scorecard])
    except (CannotUnseal, *UNREADABLE):
        return None
    is_it = commitment(card, salt, session.id, panelist, sealed.number) == sealed.commitment
    return OpenedCard(card, salt) if is_it else None


def _context(session: Session, panelist: str, number: int) -> str:
    """Return what a card is bound to: with its number, none that was submitted before can stand in its place."""
    return f"{session.id}/{panelist}/{number}" if number else f"{session.id}/{panelist}"
