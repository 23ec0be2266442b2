"""How long sessions are kept: their age, which are due to be erased, holds, and whom they are about."""

from typing import TYPE_CHECKING

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.storage.retaining import legal_hold
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.workspace import user

if TYPE_CHECKING:
    from facilitator.storage.library import Entry
    from facilitator.workspace.workspace import Workspace

DAY_MS = 86_400_000


def age_days(entry: "Entry", now: int) -> float:
    """Return how many days before `now` (ms) the interview was."""
    return (now - (entry.ended_at or entry.started_at or entry.opened_at)) / DAY_MS


def days_text(days: int) -> str:
    """Return the days in words: `1 day`, `180 days`."""
    return f"{days} day{'' if days == 1 else 's'}"


def older_than(workspace: "Workspace", days: int) -> "list[Entry]":
    """Return the sessions whose interview was more than `days` days ago."""
    now = workspace.now()
    return [entry for entry in workspace.entries() if age_days(entry, now) > days]


def sessions_about(workspace: "Workspace", candidate: str) -> "list[Entry]":
    """Return the sessions with this person, however the name is accented. Raises WrongRequest if there are none."""
    wanted = comparable(one_line(candidate))
    found = [entry for entry in workspace.entries() if comparable(entry.candidate) == wanted]
    if not found or not wanted:
        raise WrongRequest(f"There is no session with “{one_line(candidate)}”.")
    return found


def named(workspace: "Workspace", session: str) -> str:
    """Return the id of the session called `session`, even if its journal can't be read. Raises WrongRequest."""
    return session if session in workspace.home.session_ids() else workspace.find(session)


def erase_session(workspace: "Workspace", session: str) -> None:
    """Erase a session for good. Raises StorageError, also if it is under a hold or open somewhere."""
    from facilitator.storage.retaining import erasing

    erasing.erase(workspace.home, workspace.library, session)


def place_hold(workspace: "Workspace", session: str, reason: str) -> None:
    """Keep a session from being erased. Raises StorageError."""
    hold = legal_hold.LegalHold(one_line(reason), user(), workspace.now())
    legal_hold.place(workspace.home.path(session, "hold"), hold)


def release_hold(workspace: "Workspace", session: str) -> bool:
    """Allow a session to be erased again; return False if it was under no hold. Raises StorageError."""
    return legal_hold.release(workspace.home.path(session, "hold"))


def is_held(workspace: "Workspace", session: str) -> bool:
    """Return whether a hold keeps the session from being erased. Raises StorageError."""
    return legal_hold.find(workspace.home.path(session, "hold")) is not None
