"""Handing over all that is kept about a person, and taking in a session from an export or a journal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.conducting.reading import read
from facilitator.domain.facts.kinds.notes import NoteErased
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.adjusting import without_adjustments
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError
from facilitator.files.foreign import all_within
from facilitator.workspace.erasing import clearing_away
from facilitator.workspace.errors import NextStep, Step, WrongRequest

if TYPE_CHECKING:
    from facilitator.domain.facts.event import Event
    from facilitator.workspace.people.about import Findings, Match
    from facilitator.workspace.workspace import Workspace

MENTIONS = "mentions.md"
"""The file with what interviews with others say about a person."""


def everything_about(workspace: "Workspace", found: "Findings", also: Collection[str] = ()) -> dict[str, bytes]:
    """Return all that is kept about a person, as content by path: their sessions, and those that are named `also`.

    Of the others that mention them, the passages. Raises StorageError.
    """
    files: dict[str, bytes] = {}
    for session in (*(match.session for match in found.same), *also):
        files.update(_everything(workspace, session))
    mentions = [match for match in found.mentioning if match.session not in also]
    if mentions:
        files[MENTIONS] = _mentions(found.name, mentions).encode()
    return files


def write_collection(
    workspace: "Workspace", out: Path, files: Mapping[str, bytes], found: "Findings | None" = None
) -> None:
    """Write the files to a new folder, or to a new archive if `out` ends in `.zip`. Raises StorageError.

    It is erased with any of the sessions of which there is something in it: those that were `found` to mention somebody
    are among them if there are passages of theirs.
    """
    from facilitator.storage.retaining import collecting
    from facilitator.workspace.exports import traces_of

    sessions = {name.partition("/")[0] for name in files} & set(workspace.home.session_ids())
    if found is not None and MENTIONS in files:
        sessions.update(match.session for match in found.mentioning)
    collecting.write(out, files, traces_of(workspace, *sorted(sessions)))


def take_in(workspace: "Workspace", file: Path) -> str:
    """Keep the session that a JSON export or a journal holds, and return its id. Raises WrongRequest, StorageError.

    If it is here already, it gets what it lacks.
    """
    from facilitator.conducting import importing
    from facilitator.storage.retaining.tombstones import refuse_erased

    try:
        with file.open("rb") as opened:
            text = all_within(opened, importing.LARGEST_BYTES)
    except OSError as error:
        raise WrongRequest(f"{one_line(str(file))}: {error.strerror}") from None
    try:
        events, amiss = importing.session_in(text)
    except importing.NoSession as error:
        step = NextStep(Step.EXPORT) if isinstance(error, importing.NoJournal) else None
        raise WrongRequest(f"{one_line(str(file))}: {error}", step) from None
    session = events[0].session
    refuse_erased(workspace.home, session)
    if amiss:
        workspace.notices[session] = f"{one_line(str(file))}: {amiss}"
    if session in workspace.home.session_ids():
        _complete(workspace, session, events)
    else:
        workspace.keep(_left_of(events, events))
    return session


def _complete(workspace: "Workspace", session: str, events: "Sequence[Event]") -> None:
    """Keep what a session that is here lacks of these. Raises WrongRequest if it lacks nothing or is another one."""
    here = workspace.events(session)
    known = {event.id for event in here}
    lacking = _left_of([event for event in events if event.id not in known], (*here, *events))
    if not lacking or _openings(here) != _openings(events):
        raise WrongRequest(f"{one_line(session)} is already here; nothing was changed.")
    erases = any(isinstance(event.fact, NoteErased) for event in lacking)
    with workspace.hold(session, workspace.now()) as held:
        if erases:
            clearing_away.begin(workspace.home, session)
        held.journal.append(lacking)
        if held.journal.trouble:
            raise StorageError(held.journal.trouble)
    if erases:
        clearing_away.finish_erasing(workspace)
    workspace.record(*workspace.read(session))


def _left_of(events: "Iterable[Event]", known: "Sequence[Event]") -> "list[Event]":
    """Return these events without those of notes that were erased, as far as is `known`."""
    left = {event.order for event in read(known).events}
    return [event for event in events if event.order in left]


def _openings(events: "Iterable[Event]") -> dict[str, object]:
    """Return what each opening says, by its id: but what was adjusted for the candidate, an export doesn't say."""
    return {
        event.id: (event.stamp, event.at, event.group, replace(event.fact, agenda=without_adjustments(opened.agenda)))
        for event in events
        if isinstance(opened := event.fact, SessionOpened)
    }


def _mentions(name: str, matches: "Sequence[Match]") -> str:
    """Return the passages that mention a person in sessions with others, as Markdown."""
    from facilitator.documents.markdown import escaped

    lines = [f"# Where {escaped(name)} is mentioned, in interviews with others"]
    for match in matches:
        lines += ["", f"## {match.session}", ""]
        lines += [f"- {passage.where}: {escaped(one_line(passage.text))}" for passage in match.passages]
    return "\n".join(lines) + "\n"


def _everything(workspace: "Workspace", session: str) -> dict[str, bytes]:
    from facilitator.domain.debrief.debrief import debrief
    from facilitator.reports import Options, export_text
    from facilitator.storage.retaining import collecting

    value = debrief(*workspace.read(session))
    whole = Options(events=workspace.events(session))
    return {
        f"{session}/debrief.md": export_text(value, "md").encode(),
        f"{session}/debrief.json": export_text(value, "json", whole).encode(),
        **{f"{session}/kept/{name}": content for name, content in collecting.kept(workspace.home, session).items()},
    }
