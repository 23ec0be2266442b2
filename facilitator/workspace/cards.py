"""Writing, submitting and opening the scorecards of a session in the workspace."""

from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.conducting.sealing import sealed_cards
from facilitator.conducting.sealing.card_draft import CardDraft
from facilitator.conducting.sealing.seals import SHORTEST_PASSPHRASE as SHORTEST_PASSPHRASE
from facilitator.conducting.sealing.seals import CannotUnseal as CannotUnseal
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions.scorecards import check_opening, check_rater
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError
from facilitator.files.patience import Patience
from facilitator.workspace.drafts.file_draft import FileDraft
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.running_session import in_hand

if TYPE_CHECKING:
    from facilitator.conducting.sealing.seals import SealingKey
    from facilitator.conducting.submission import Acknowledgement
    from facilitator.domain.facts.scorecard import Scorecard
    from facilitator.domain.plan.agenda import Panelist
    from facilitator.domain.session.state import Session
    from facilitator.reports.ats.filled_form import CardToFill
    from facilitator.workspace.workspace import Workspace

NO_PHRASES = MappingProxyType[str, str]({})


def session_to_rate(workspace: "Workspace", session: str, panelist: str) -> "Session":
    """Return the session that `panelist` is about to rate. Raises WrongRequest if they may not, StorageError."""
    found, _ = workspace.read(session)
    try:
        check_rater(found, panelist)
    except Refusal as refusal:
        raise WrongRequest(str(refusal)) from None
    return found


def panelists_to_rate(workspace: "Workspace", session: str) -> "tuple[Panelist, ...]":
    """Return whose cards are missing, of those that can be written on this device: on a shared panel that is one.

    Raises WrongRequest if none is missing, StorageError.
    """
    from facilitator.storage.panel_keys import PanelKeysFile

    found = workspace.read(session)[0]
    keys = workspace.home.disk.do(PanelKeysFile(workspace.home.path(session, "panel")).load)
    missing = tuple(panelist for panelist in missing_cards(found) if keys is None or panelist.id == keys.seat)
    if not missing:
        raise WrongRequest("No scorecard is missing here. To write one again, say whose:", NextStep(Step.RATE, session))
    return missing


@contextmanager
def card_draft(workspace: "Workspace", session: "Session", panelist: str) -> Iterator[CardDraft]:
    """Yield the draft of the card of a panelist, whom the session has; it stays until it is cleared."""
    panelist = check_rater(session, panelist).id
    kept, keys = workspace.home.card_draft(session.id, panelist)
    record = session.card_records.get(panelist)
    submitted = [card.sealed for card in record.sealed] if record is not None else []
    disk = Patience()  # not that of the data folder, which the draft itself asks
    try:
        yield CardDraft(FileDraft(kept, disk), keys, session.id, panelist, submitted)
    finally:
        kept.close()
        disk.end()


def submit_card(
    workspace: "Workspace", session: str, panelist: str, card: "Scorecard", key: "SealingKey | None" = None
) -> "Acknowledgement":
    """Submit a card, sealed with a key, by default a new one.

    Raises WrongRequest, SessionHeld while the session is open elsewhere, StorageError.
    """
    with in_hand(workspace, session) as running:
        conductor = running.conductor
        before = frozenset(conductor.session.cards)
        try:
            done = sealed_cards.submit(conductor, workspace.home.keys(session), panelist, card, key)
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
        if done.kept:
            _destroy_drafts(workspace, conductor.session, conductor.session.cards.keys() - before)
        return done


def passphrases_needed(
    workspace: "Workspace", session: str, panelist: str | None, reason: str
) -> "tuple[Session, tuple[str, ...]]":
    """Return the session, and whose passphrases it takes to open its cards. Raises WrongRequest, StorageError."""
    with in_hand(workspace, session) as running:
        try:
            check_opening(running.conductor.situation(panelist), reason)
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
        found = running.conductor.session
    return found, sealed_cards.under_passphrase(found)


def open_sealed_cards(
    workspace: "Workspace", session: str, panelist: str | None, reason: str, phrases: Mapping[str, str] = NO_PHRASES
) -> "Acknowledgement":
    """Open the sealed cards, those under a passphrase with what is in `phrases`, by panelist id.

    Raises WrongRequest; StorageError, also if none of the cards could be opened.
    """
    with in_hand(workspace, session) as running:
        conductor = running.conductor
        before = frozenset(conductor.session.cards)
        try:
            keys = workspace.home.keys(session)
            done = sealed_cards.open_all(conductor, keys, one_line(reason), panelist, phrases)
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
        except CannotUnseal:
            raise StorageError(
                "None of the sealed scorecards could be opened: the passphrase or key is wrong."
            ) from None
        if done.kept:
            _destroy_drafts(workspace, conductor.session, conductor.session.cards.keys() - before)
        return done


def open_left_notes(workspace: "Workspace", session: str, panelist: str, reason: str) -> "Acknowledgement":
    """Open what a panelist has sealed on a device that got lost, with the key that it left with this one, the host.

    Raises WrongRequest without a reason, or if there is nothing that can be opened; StorageError.
    """
    from facilitator.workspace.shared.own_secrets import left_with_host

    if not reason.strip():
        raise WrongRequest("Say why: the reason is recorded, and everybody reads it.", about="reason")
    with in_hand(workspace, session) as running:
        conductor = running.conductor
        try:
            decision = left_with_host(workspace.home, conductor.session, panelist, one_line(reason))
            return conductor.carry_out(decision).wait()
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None


def takes_passphrase(session: "Session", panelist: str) -> bool:
    """Return whether it takes a passphrase to read the card of a panelist, whom the session has."""
    return check_rater(session, panelist).id in sealed_cards.under_passphrase(session)


def own_card(
    workspace: "Workspace", session: "Session", panelist: str, ask: Callable[["Session", str], str]
) -> "Scorecard":
    """Return the card that a panelist has submitted, for themselves; a sealed one stays so.

    `ask` is given the session and the panelist, and returns the passphrase of a card that is under one. Raises
    WrongRequest if there is no card of theirs, StorageError if it can't be opened.
    """
    if panelist in session.cards:
        return session.cards[panelist]
    if panelist not in session.sealed_cards:
        said = f"{session.panelist_name(panelist)} hasn't submitted a scorecard yet."
        raise WrongRequest(said, NextStep(Step.RATE, session.id, panelist))
    is_under_one = panelist in sealed_cards.under_passphrase(session)
    phrase = ask(session, panelist) if is_under_one else ""
    try:
        return sealed_cards.read_own(session, workspace.home.keys(session.id), panelist, phrase)
    except CannotUnseal:
        what = "that isn't its passphrase" if is_under_one else "its key is gone"
        raise StorageError(f"The scorecard of {session.panelist_name(panelist)} can't be opened: {what}.") from None


def card_to_fill(
    workspace: "Workspace", session: "Session", panelist: str, ask: Callable[["Session", str], str]
) -> "CardToFill":
    """Return the card of `own_card` with the names and notes that it takes to tell it elsewhere. Raises like it."""
    from facilitator.reports.ats.filled_form import CardToFill
    from facilitator.reports.words import without_last_tags

    who = check_rater(session, panelist).id
    card = own_card(workspace, session, who, ask)
    cited = {note for rating in card.ratings for note in rating.notes}
    notes = [note for note in session.notes.values() if note.id in cited]
    by = {note.id: "" if note.author == who else f", {session.panelist_name(note.author)}" for note in notes}
    return CardToFill(
        card=card,
        panelist=session.panelist_name(who),
        about=session.candidate or session.agenda.title,
        competencies={competency.id: competency.name for competency in session.plan.competencies},
        scales={competency.id: session.plan.scale_of(competency.id) for competency in session.plan.competencies},
        notes={
            **{one.id: (one.called, "was erased") for one in session.erased.values() if one.id in cited},
            **{note.id: (f"{note.called}{by[note.id]}", without_last_tags(note.text)) for note in notes},
        },
    )


def clear_keys(workspace: "Workspace", session: "Session") -> None:
    """Destroy every key but those of cards that are to be opened yet. Raises StorageError."""
    sealed_cards.destroy_old_keys(session, workspace.home.keys(session.id))


def clear_old_keys(workspace: "Workspace", session: "Session") -> None:
    """Destroy what a crash has left: after the opening no key may be there but those of cards that are still sealed."""
    with suppress(StorageError, TimeoutError):  # it is tried again each time
        workspace.home.disk.do(partial(clear_keys, workspace, session))


def _destroy_drafts(workspace: "Workspace", session: "Session", panelists: Set[str]) -> None:
    """Destroy the drafts of cards that were opened just now, and their keys: a crash may have left them."""
    for panelist in panelists:
        kept, keys = workspace.home.card_draft(session.id, panelist)
        with suppress(StorageError):
            keys.keep_only(frozenset())
            kept.clear()
        kept.close()
