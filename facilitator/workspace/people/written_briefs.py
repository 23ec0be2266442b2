"""The briefs that were written, found again by agenda and candidate: to be replaced, and to be erased.

Separate from the exports, which are on the list of their session: a brief is written before there is one. Once there
is, it gets those that are about the same candidate, or have what was adjusted for whoever comes.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.text.person_name import is_one_person
from facilitator.files import durable
from facilitator.files.durable import StorageError, explained
from facilitator.files.elsewhere import is_there
from facilitator.files.export_file import Traces, Written
from facilitator.files.unfinished import remove
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.belongings import LIST
from facilitator.storage.retaining.written_files import WrittenFile, is_as_written

if TYPE_CHECKING:
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace


def traces_of_brief(workspace: "Workspace", source: str, candidate: str) -> Traces:
    """Return what lists a brief on an agenda and a candidate; what can't be listed is told among the notices."""
    home = workspace.home

    def tell(files: Written) -> None:
        try:
            with explained(f"{home.root} can't be written"):
                durable.make_folder(home.root)
            written_files.add(home.briefs, home.root, files, source=source, candidate=candidate)
        except StorageError as error:
            workspace.notices["brief"] = f"Erasing won't find {', '.join(map(str, files))}: {error}"

    def wrote(path: Path) -> bool:
        listed = written_files.written(home.briefs)
        return any(one.at(home.root).resolve() == path.resolve() and is_as_written(path, one.digest) for one in listed)

    return Traces(home.unfinished, tell, wrote)


def write_brief(
    workspace: "Workspace", agenda: str, candidate: str, content: str | bytes, name: str, out: Path, *, force: bool
) -> Path:
    """Write a brief on the agenda called so to `out`, or as `name` to the folder `out`; return its path.

    Raises WrongRequest if that would replace the agenda or, unless `force`, what the program didn't write; OSError.
    """
    from facilitator.delivery.writing import write_content
    from facilitator.workspace.agendas import find_agenda, source_of
    from facilitator.workspace.exports import check_target

    source = find_agenda(agenda)
    traces = traces_of_brief(workspace, source_of(agenda), candidate)
    made_from = (source,) if isinstance(source, Path) else ()
    check_target(out, made_from, traces, force=force)
    return write_content(content, out, name, traces, anew=True)


def give_to(workspace: "Workspace", session: str) -> None:
    """Put the briefs of a session on its list, and on no other. Raises StorageError."""
    listed = list(written_files.written(workspace.home.briefs))
    if listed:
        found, _ = workspace.read(session)
        of_session = [one for one in listed if _is_about(one, found)]
        if of_session:
            written_files.append(workspace.home.path(session, LIST), of_session)
            _drop(workspace, of_session)


def briefs_about(workspace: "Workspace", name: str) -> tuple[WrittenFile, ...]:
    """Return the briefs about a person that no session has. Raises StorageError."""
    return tuple(one for one in written_files.written(workspace.home.briefs) if is_one_person(one.candidate, name))


def erase_briefs(workspace: "Workspace", briefs: tuple[WrittenFile, ...]) -> list[Path]:
    """Erase these briefs; return those that somebody has changed since, which stay.

    Raises StorageError if one can't be removed; the others are, and that one is found again.
    """
    stayed, done = list[Path](), list[WrittenFile]()

    def erase(one: WrittenFile) -> None:
        path = one.at(workspace.home.root)
        with explained(f"{path} can't be erased"):
            if is_as_written(path, one.digest):
                remove(path)
            elif is_there(path):
                stayed.append(path)
        done.append(one)

    try:
        durable.do_each(partial(erase, one) for one in briefs)
    finally:
        _drop(workspace, done)
    return stayed


def _is_about(one: WrittenFile, session: "Session") -> bool:
    if one.source != session.source:
        return False
    if not one.candidate:
        return bool(session.agenda.adjustments)
    return any(is_one_person(one.candidate, name) for name in session.names)


def _drop(workspace: "Workspace", briefs: "tuple[WrittenFile, ...] | list[WrittenFile]") -> None:
    left = [one for one in written_files.written(workspace.home.briefs) if one not in briefs]
    if left:
        written_files.list_only(workspace.home.briefs, left)
    else:
        with explained(f"{workspace.home.briefs} can't be erased"):
            remove(workspace.home.briefs)
