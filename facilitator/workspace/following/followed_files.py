"""What the program wrote by itself of a session: it is written anew when a card, a late note or the decision comes.

Separate from other exports, which are somebody's and stay as they are. Of those here, one that somebody edited is never
touched, and that is told.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.files import foreign, own_folder
from facilitator.files.export_file import file_name, replace_file
from facilitator.reports import FORMATS, Audience, Export, Options, export
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.belongings import LIST
from facilitator.storage.retaining.written_files import LARGEST_EXPORT_BYTES, is_as_written

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.facts.event import Event
    from facilitator.files.export_file import Traces
    from facilitator.workspace.workspace import Workspace

Digests = Mapping[Path, set[str]]
"""What each of these files held whenever it was written; a folder, nothing."""


def followed(workspace: "Workspace", session: str) -> Digests:
    """Return what was written by itself of a session, and is still there. Raises StorageError."""
    found: dict[Path, set[str]] = {}
    for one in written_files.written(workspace.home.path(session, LIST)):
        path = one.at(workspace.home.root)
        if one.follows and own_folder.is_there(path):
            digests = found.pop(path, set())  # the one written last comes last
            found[path] = digests | {one.digest}
    return found


def newest(workspace: "Workspace", session: str, format_name: str, known: Digests) -> Path | None:
    """Return the newest file or folder of this format among those that follow; None if there is none."""
    chosen = FORMATS[format_name]
    name = file_name(session, Audience.PANEL.label, chosen.suffix or f"-{format_name}")
    stem, dot, suffix = name.partition(".")
    fits = re.compile(rf"{re.escape(stem)}(-[0-9]+)?{re.escape(dot + suffix)}")
    named = [path for path in known if path.parent == workspace.home.debriefs and fits.fullmatch(path.name)]
    return named[-1] if named else None


def is_untouched(path: Path, known: Digests) -> bool:
    """Return whether a file, or each file of a folder, is as the program wrote it."""
    files = [one for one in known if path in one.parents] if own_folder.is_folder(path) else [path]
    return all(any(is_as_written(file, digest) for digest in known[file]) for file in files)


def write_anew(path: Path, made: Export, traces: "Traces") -> None:
    """Put the content of an export into the place of what is at `path`. Raises OSError, StorageError."""
    content = made.content
    sheets = {"": content} if isinstance(content, str | bytes) else content
    for name, text in sheets.items():
        file = path / name
        data = text if isinstance(text, bytes) else text.encode()
        if not own_folder.is_there(file) or foreign.content(file, LARGEST_EXPORT_BYTES) != data:
            replace_file(file, data, traces)


def bring_up_to_date(workspace: "Workspace", value: "Debrief", events: "tuple[Event, ...]") -> None:
    """Write anew what follows this session; what was edited stays, and is told among the notices of the workspace.

    Raises OSError, StorageError, ExportError.
    """
    from facilitator.workspace.exports import traces_of

    session = value.session.id
    known = followed(workspace, session)
    at_hand = {name: path for name in FORMATS if (path := newest(workspace, session, name, known)) is not None}
    for name, path in at_hand.items():
        if is_untouched(path, known):
            made = export(value, name, Options(events=events))
            write_anew(path, made, traces_of(workspace, session, follows=True))
        else:
            workspace.notices[f"edited {path}"] = f"{path} was edited, so it stays as it is: it lacks the latest."


def written_by_itself(workspace: "Workspace", value: "Debrief", format_name: str, options: Options) -> Path | None:
    """Write anew the newest file of this format that follows; return it, or None if a new one is needed.

    Raises OSError, StorageError, ExportError.
    """
    from facilitator.workspace.exports import traces_of

    session = value.session.id
    known = followed(workspace, session)
    path = newest(workspace, session, format_name, known)
    if path is None or not is_untouched(path, known):
        return None
    write_anew(path, export(value, format_name, options), traces_of(workspace, session, follows=True))
    return path
