"""Copying what a panel needs elsewhere, and the format that was chosen for it last.

Separate from exports, which are files: of what is copied only the last is kept.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.files.durable import StorageError
from facilitator.reports.copies import PURPOSES, copied
from facilitator.reports.formats import ExportError
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.exports import put_on_clipboard

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace

SETTING = "copy_as"
"""The name of the setting that keeps what was chosen last."""


def chosen_purpose(workspace: "Workspace") -> str:
    """Return for what it was last copied, among those that are formats of a debrief; empty if it never was."""
    return workspace.config.copy_as


def chosen_format(workspace: "Workspace") -> str:
    """Return the format of a file that goes with it; empty if there is none."""
    chosen = PURPOSES.get(chosen_purpose(workspace))
    return chosen.format_name if chosen else ""


def copy_for(
    workspace: "Workspace",
    debrief: "Debrief",
    purpose: str,
    panelist: str = "",
    told: Callable[[WrongRequest | StorageError], str] = str,
) -> str:
    """Copy what `purpose` needs: the debrief, the letter, or the card of `panelist`; return what came of it.

    A format that is chosen here is that for the next time. Never raises: what is wrong is `told`.
    """
    try:
        if purpose == "card":
            text, html = card_text(workspace, debrief.session.id, panelist), ""
        else:
            text, html = copied(debrief, purpose)
    except (WrongRequest, StorageError) as error:
        return f"Not copied: {told(error)}"
    except ExportError as error:
        return f"Not copied: {error}"
    said = put_on_clipboard(text, html, workspace.home.debriefs)
    return f"{said} {_remembered(workspace, purpose)}".strip()


def card_text(workspace: "Workspace", session: str, panelist: str) -> str:
    """Return the card of a panelist as text. Raises WrongRequest, StorageError."""
    from facilitator.reports.ats.filled_form import filled, form_text
    from facilitator.reports.ats.form import load_form
    from facilitator.workspace.cards import card_to_fill, session_to_rate

    if not panelist:
        raise WrongRequest("nobody said whose card.", NextStep(Step.TELL_CARD, session))
    form, _ = load_form("text")
    if form is None:
        raise WrongRequest("the form for it is missing.")
    return form_text(
        filled(form, card_to_fill(workspace, session_to_rate(workspace, session, panelist), panelist, _ask))
    )


def _ask(session: "Session", panelist: str) -> str:
    raise WrongRequest("your card is under a passphrase, which can’t be asked for here.")


def _remembered(workspace: "Workspace", purpose: str) -> str:
    """Keep a format as the one to copy and save in; return what is to be said if that failed."""
    is_format = purpose in PURPOSES and PURPOSES[purpose].format_name
    if not is_format or purpose == chosen_purpose(workspace):
        return ""
    from facilitator.storage.settings.changing import change

    workspace.config = replace(workspace.config, copy_as=purpose)
    try:
        change(workspace.home.config, SETTING, purpose)
    except StorageError as error:
        return f"The format isn't remembered: {error}"
    return ""
