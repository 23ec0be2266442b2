"""Submitting and opening the scorecards of a session in the workspace."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from facilitator.conducting import sealed_cards
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions.scorecards import check_opening, check_rater
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.running_session import in_hand

if TYPE_CHECKING:
    from facilitator.conducting.submission import Acknowledgement
    from facilitator.domain.facts.scorecard import Scorecard
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace


def session_to_rate(workspace: "Workspace", session: str, panelist: str) -> "Session":
    """Return the session that `panelist` is about to rate. Raises WrongRequest if they may not, StorageError."""
    found, _ = workspace.read(session)
    try:
        check_rater(found, panelist)
    except Refusal as refusal:
        raise WrongRequest(str(refusal)) from None
    return found


def submit_card(
    workspace: "Workspace", session: str, panelist: str, card: "Scorecard", passphrase: str
) -> "Acknowledgement":
    """Submit a card, sealed with the passphrase, or with a new key if the passphrase is empty.

    Raises WrongRequest, SessionHeld while the session is open elsewhere, StorageError.
    """
    with in_hand(workspace, session) as running:
        try:
            return sealed_cards.submit(running.conductor, workspace.home.keys(session), panelist, card, passphrase)
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None


def open_sealed_cards(
    workspace: "Workspace",
    session: str,
    panelist: str | None,
    reason: str,
    ask: Callable[["Session", tuple[str, ...]], Mapping[str, str]],
) -> "Acknowledgement":
    """Open the sealed cards. `ask` is given the session and whose passphrases are needed, and returns those it gets.

    Raises WrongRequest; StorageError, also if none of the cards could be opened.
    """
    with in_hand(workspace, session) as running:
        conductor = running.conductor
        try:
            check_opening(conductor.situation(panelist), reason)
            phrases = ask(conductor.session, sealed_cards.under_passphrase(conductor.session))
            return sealed_cards.open_all(conductor, workspace.home.keys(session), one_line(reason), panelist, phrases)
        except Refusal as refusal:
            raise WrongRequest(str(refusal)) from None
        except sealed_cards.CannotUnseal:
            raise StorageError(
                "None of the sealed scorecards could be opened: the passphrase or key is wrong."
            ) from None
