"""Sealing scorecards when they are submitted, and opening them when all are in, after which their keys are destroyed.

This joins the conductor, the keys and the cryptography, none of which knows the others.
"""

import secrets
from collections.abc import Mapping

import msgspec

from facilitator.conducting import sealing
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing import CannotUnseal as CannotUnseal
from facilitator.conducting.submission import Acknowledgement
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.language.decisions import scorecards as decisions
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.session.state import Session
from facilitator.files.durable import StorageError
from facilitator.storage.card_keys import CardKeys


def submit(
    conductor: Conductor, keys: CardKeys, panelist: str, card: Scorecard, passphrase: str = ""
) -> Acknowledgement:
    """Seal a panelist's card with their passphrase or a new key, and keep it; the last one in opens them all.

    Once the cards have been opened, a card is kept unsealed. Waits for the disk. Raises Refusal, StorageError.
    """
    panelist = decisions.check_rater(conductor.session, panelist).id
    here = conductor.situation(panelist)
    card = decisions.checked_card(here.session, card, here.letter)
    if here.session.cards_opened is not None:
        return conductor.carry_out(decisions.submit_openly(here, panelist, card), panelist).wait()
    before = here.session.sealed_cards.get(panelist, "")
    sealed = _sealed(here.session, keys, panelist, card, passphrase)
    told = conductor.carry_out(decisions.submit_sealed(here, panelist, sealed), panelist).wait()
    if told.kept:  # only now can no crash bring back the earlier card, whose key goes
        keys.forget(filter(None, [sealing.key_id(before)]))
    if missing_cards(conductor.session):
        return told
    return open_all(conductor, keys, by=panelist, passphrases={panelist: passphrase})


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
    here = conductor.situation(by)
    decisions.check_opening(here, reason)
    opened = {}
    for panelist, sealed in here.session.sealed_cards.items():
        card = _unsealed(here.session, keys, panelist, sealed, (passphrases or {}).get(panelist, ""))
        if card is not None:
            opened[panelist] = card
    if not opened:
        raise CannotUnseal
    used = [sealing.key_id(here.session.sealed_cards[panelist]) for panelist in opened]
    told = conductor.carry_out(decisions.open_cards(here, opened, reason), by).wait()
    if told.kept:
        keys.forget(filter(None, used))
    return told


def under_passphrase(session: Session) -> tuple[str, ...]:
    """Return the ids of the panelists whose passphrases are needed to open their cards."""
    return tuple(panelist for panelist, sealed in session.sealed_cards.items() if sealing.key_id(sealed) is None)


def _sealed(session: Session, keys: CardKeys, panelist: str, card: Scorecard, passphrase: str) -> str:
    plain = msgspec.json.encode(card)
    if passphrase:
        return sealing.sealed_with_passphrase(plain, _context(session, panelist), passphrase)
    key_id, key = secrets.token_hex(8), sealing.new_key()
    keys.add(key_id, key)  # before the card, so that there is never a card without its key
    return sealing.sealed_with_key(plain, _context(session, panelist), key_id, key)


def _unsealed(session: Session, keys: CardKeys, panelist: str, sealed: str, passphrase: str) -> Scorecard | None:
    context = _context(session, panelist)
    key_id = sealing.key_id(sealed)
    try:
        if key_id is None:
            plain = sealing.unsealed_with_passphrase(sealed, context, passphrase) if passphrase else b""
        else:
            key = keys.get(key_id)
            plain = sealing.unsealed_with_key(sealed, context, key) if key else b""
        return msgspec.json.decode(plain, type=Scorecard) if plain else None
    except (CannotUnseal, StorageError, msgspec.DecodeError):
        return None


def _context(session: Session, panelist: str) -> str:
    return f"{session.id}/{panelist}"
