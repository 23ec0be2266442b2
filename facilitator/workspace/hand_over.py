"""Handing over all that is kept about a person, and taking in a session from an export."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.text.plain_text import one_line
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.retention import sessions_about

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace


def everything_about(workspace: "Workspace", candidate: str) -> dict[str, bytes]:
    """Return all that is kept about a person, as content by path.

    Raises WrongRequest if there is nothing, StorageError.
    """
    files: dict[str, bytes] = {}
    for entry in sessions_about(workspace, candidate):
        files.update(_everything(workspace, entry.session))
    return files


def write_collection(out: Path, files: Mapping[str, bytes]) -> None:
    """Write the files to a new folder, or to a new archive if `out` ends in `.zip`. Raises StorageError."""
    from facilitator.storage import collecting

    collecting.write(out, files)


def take_in(workspace: "Workspace", file: Path) -> str:
    """Keep the session that a JSON export holds and return its id. Raises WrongRequest, StorageError."""
    from facilitator.conducting import importing

    try:
        text = file.read_bytes()
    except OSError as error:
        raise WrongRequest(f"{one_line(str(file))}: {error.strerror}") from None
    try:
        events = importing.events_in(text)
    except importing.NoSession as error:
        step = NextStep(Step.EXPORT) if isinstance(error, importing.NoJournal) else None
        raise WrongRequest(f"{one_line(str(file))}: {error}", step) from None
    session = events[0].session
    if session in workspace.home.session_ids():
        raise WrongRequest(f"{one_line(session)} is here already; nothing was changed.")
    workspace.keep(events)
    return session


def _everything(workspace: "Workspace", session: str) -> dict[str, bytes]:
    from facilitator.domain.debrief.debrief import debrief
    from facilitator.reports import Options, export_text
    from facilitator.storage import collecting

    value = debrief(*workspace.read(session))
    whole = Options(events=workspace.events(session))
    return {
        f"{session}/debrief.md": export_text(value, "md").encode(),
        f"{session}/debrief.json": export_text(value, "json", whole).encode(),
        **{f"{session}/kept/{name}": content for name, content in collecting.kept(workspace.home, session).items()},
    }
