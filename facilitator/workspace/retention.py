"""How long sessions are kept: their age, which are due to be erased and by which rule, holds, and erasing them."""

from contextlib import suppress
from typing import TYPE_CHECKING

from facilitator.domain.text.plain_text import one_line
from facilitator.files import own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.storage.places.user import user
from facilitator.storage.retaining import legal_hold
from facilitator.storage.retaining.retention_profiles import PROFILES, WITHOUT_ONE

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from facilitator.storage.library import Entry
    from facilitator.storage.retaining.belongings import Belongings
    from facilitator.workspace.workspace import Workspace

DAY_MS = 86_400_000


def age_days(entry: "Entry", now: int) -> float:
    """Return how many days before `now` (ms) the interview was; negative if it is planned for later."""
    return (now - (entry.ended_at or entry.started_at or entry.planned_at or entry.opened_at)) / DAY_MS


def days_text(days: int) -> str:
    """Return the days in words: `1 day`, `180 days`."""
    return f"{days} day{'' if days == 1 else 's'}"


def retention_days(workspace: "Workspace") -> int | None:
    """Return after how many days sessions are due to be erased, by the settings; None if they don't say."""
    config = workspace.config
    profile = PROFILES.get(config.retention)
    return config.retention_days or (profile.days if profile else None)


def retention_complaint(workspace: "Workspace", days: int) -> str:
    """Return what a rule says against erasing after so many days; empty if nothing does.

    The rules are those that were chosen. If none were, the strictest that hold for many are named.
    """
    chosen = PROFILES.get(workspace.config.retention)
    if chosen is not None:
        return chosen.complaint(days)
    complaint = WITHOUT_ONE.complaint(days)
    names = ", ".join(f'"{name}"' for name in PROFILES)
    return complaint and f"{complaint} If other rules hold for you, name them in your settings: retention = {names}."


def older_than(workspace: "Workspace", days: int) -> "list[Entry]":
    """Return the sessions whose interview was more than `days` days ago."""
    now = workspace.now()
    return [entry for entry in workspace.entries() if age_days(entry, now) > days]


def named(workspace: "Workspace", session: str) -> str:
    """Return the id of the session called `session`, even if its journal can't be read. Raises WrongRequest."""
    return session if session in workspace.home.session_ids() else workspace.find(session)


def belongings_of(workspace: "Workspace", session: str) -> "Belongings":
    """Return the files of a session, with its briefs. Raises StorageError."""
    from facilitator.storage.retaining.belongings import belongings

    _give_briefs(workspace, session)

    with explained(f"What belongs to {session} can't be determined"):
        return belongings(workspace.home, session)


def erase_session(workspace: "Workspace", session: str, doubtful: "Collection[Path]" = ()) -> str:
    """Erase a session for good, with those of its doubtful belongings that are named.

    If it was shared, and this is the lead's device, the others erase it as well; else a notice says that they keep it.
    Return a text about what can't be removed; empty if all is.
    Raises StorageError, also if it is under a hold or open somewhere.
    """
    from facilitator.storage.retaining import erasing

    _give_briefs(workspace, session)
    if reaches_others(workspace, session):
        from facilitator.workspace.shared.erasure import erase_everywhere, stone_to_be

        if (stone := stone_to_be(workspace, session)) is not None:
            return erase_everywhere(workspace, session, stone, doubtful)
    is_shared = own_folder.is_there(workspace.home.path(session, "panel"))
    left = erasing.erase(workspace.home, workspace.library, session, doubtful)
    if is_shared:
        workspace.notices[f"shared {session}"] = (
            f"{session} was shared: the other devices keep it until it is erased there."
        )
    return left


def erasure_gone_on_with(workspace: "Workspace", session: str) -> bool | None:
    """Return whether an interrupted erasure of a session called `session` is finished now; None if there was none.

    Raises StorageError.
    """
    from facilitator.storage.retaining.erasing import is_unfinished, notice_of

    there = workspace.home.session_ids()
    beginning = notice_of("")
    told = [name.removeprefix(beginning) for name in workspace.notices if name.startswith(f"{beginning}{session}")]
    gone = [one for one in told if one not in there]
    if session in there or not gone:
        return None
    with explained(f"Whether {session} is erased can't be determined"):
        return not any(is_unfinished(workspace.home, one) for one in gone)


def reaches_others(workspace: "Workspace", session: str) -> bool:
    """Return whether erasing a session here erases it on every device of its panel."""
    if not own_folder.is_there(workspace.home.path(session, "panel")):
        return False
    from facilitator.workspace.shared.erasure import stone_to_be

    with suppress(StorageError):
        return stone_to_be(workspace, session) is not None
    return False


def _give_briefs(workspace: "Workspace", session: str) -> None:
    """Put the briefs of a session on its list; if its journal can't be read, nobody knows which they are."""
    from facilitator.workspace.people.written_briefs import give_to

    with suppress(StorageError):
        give_to(workspace, session)


def place_hold(workspace: "Workspace", session: str, reason: str) -> None:
    """Keep a session from being erased. Raises StorageError."""
    hold = legal_hold.LegalHold(one_line(reason), user(), workspace.now())
    legal_hold.place(workspace.home.path(session, "hold"), hold)


def release_hold(workspace: "Workspace", session: str) -> bool:
    """Allow a session to be erased again; return False if it wasn't on hold. Raises StorageError."""
    return legal_hold.release(workspace.home.path(session, "hold"))


def is_held(workspace: "Workspace", session: str) -> bool:
    """Return whether a hold keeps the session from being erased. Raises StorageError."""
    return legal_hold.find(workspace.home.path(session, "hold")) is not None
