"""Making exports of a debrief and writing them to disk or putting them on the clipboard."""

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import child_process
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError, explained
from facilitator.files.export_file import NO_TRACES, Traces, Written
from facilitator.files.patience import do_patiently
from facilitator.reports import ExportError, Extent, Options, export
from facilitator.reports.exporting import DEFAULT_OPTIONS
from facilitator.workspace.errors import NextStep, Step, WrongRequest

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.facts.event import Event
    from facilitator.reports.markers.markers import Recording
    from facilitator.workspace.workspace import Workspace


def write_export(
    debrief: "Debrief",
    format_name: str,
    path: Path,
    options: Options = DEFAULT_OPTIONS,
    traces: Traces = NO_TRACES,
    *,
    anew: bool = False,
) -> Path:
    """Write an export of the debrief to `path`, or under a name of its own in the folder `path`; return its path.

    `anew` replaces what was written there so before, unless somebody has changed it (see `write_content`).
    With `traces` (`traces_of` the session), erasing the session erases it as well. Raises ExportError.
    """
    from facilitator.delivery.writing import write_content

    made = export(debrief, format_name, options)
    try:
        return write_content(made.content, path, made.name, traces, anew=anew)
    except FileExistsError as taken:
        raise ExportError(str(taken)) from taken
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error


def check_target(path: Path, made_from: Iterable[Path], traces: Traces, *, force: bool) -> None:
    """Raise WrongRequest if `path` is a file that an export may not replace.

    That is what the export is `made_from` (or lies in a folder of it), and, unless `force`, what the program didn't
    write of this session, or somebody changed since.
    """
    there = path.resolve()
    if not there.is_file():
        return
    if any(there.is_relative_to(source.resolve()) for source in made_from):
        raise WrongRequest(f"{path} is what this is made from: it is never replaced.", about="out")
    if not force and not traces.wrote(there):
        said = f"{path} already exists; it isn't the program's, or has changed since."
        raise WrongRequest(said, NextStep(Step.REPLACE), about="out")


def recording_of(events: "Sequence[Event]", start: str) -> "Recording":
    """Return a recording in which the interview of these events starts at `start`, such as `00:03:12` or `-0:40`.

    A minus says that the recording begins later. Raises WrongRequest if it is no such time.
    """
    from facilitator.conducting import read
    from facilitator.domain.debrief.question_times import asked_at_seconds
    from facilitator.domain.text.durations import parse_duration
    from facilitator.reports.markers.markers import Recording

    try:
        seconds = parse_duration(start.removeprefix("-"))
    except ValueError:
        said = f"“{one_line(start)}” is no time in a recording: write 00:03:12, or -00:00:40 if it begins later."
        raise WrongRequest(said, about="at") from None
    return Recording(-seconds if start.startswith("-") else seconds, asked_at_seconds(read(events).session))


def traces_of(workspace: "Workspace", *sessions: str, follows: bool = False) -> Traces:
    """Return what puts files that are written of these sessions on their lists, so that they are erased with them.

    What the program writes by itself `follows` its session (see `following`).

    What can't be put there is written all the same, and told among the notices of the workspace.
    """

    def tell(files: Written) -> None:
        from facilitator.storage.retaining import written_files
        from facilitator.storage.retaining.belongings import LIST

        for session in sessions:
            try:
                written_files.add(workspace.home.path(session, LIST), workspace.home.root, files, follows=follows)
            except StorageError as error:
                said = f"Erasing {session} won't erase {', '.join(map(str, sorted(files)[:1]))}: {error}"
                workspace.notices[session] = said

    def wrote(path: Path) -> bool:
        from facilitator.storage.retaining import written_files
        from facilitator.storage.retaining.belongings import LIST
        from facilitator.storage.retaining.written_files import is_as_written

        there = path.resolve()
        return any(
            one.digest and one.at(workspace.home.root).resolve() == there and is_as_written(there, one.digest)
            for session in sessions
            for one in written_files.written(workspace.home.path(session, LIST))
        )

    return Traces(workspace.home.unfinished, tell, wrote)


def save_all(
    workspace: "Workspace",
    debrief: "Debrief",
    formats: Iterable[str],
    events: "tuple[Event, ...] | None" = None,
    *,
    extent: Extent | None = None,
    follows: bool = False,
) -> str:
    """Write the debrief in these formats to the workspace. If `events` aren't given they are read from the journal.

    `extent` is how much of it; None is as much as is usual for each format.
    What the program writes by itself `follows` its session: it takes the place of what was written so before.

    Return a sentence about the files that were written, and one about each that wasn't, or not within seconds.
    """
    saved: list[Path] = []
    failed: list[str] = []
    for format_name in formats:
        try:
            happened = workspace.events(debrief.session.id) if events is None else events
            options = Options(events=happened, extent=extent)
            with explained(f"{format_name} can't be written"):
                saved.append(do_patiently(partial(_save, workspace, debrief, format_name, options, follows)))
        except (ExportError, StorageError) as error:
            failed.append(f"Not saved: {error}")
    if not saved:
        return " ".join(failed)
    others = f", with {', '.join(path.name.removeprefix(saved[0].stem) for path in saved[1:])}" if saved[1:] else ""
    return " ".join([f"Saved to {saved[0]}{others}", *failed])


def _save(workspace: "Workspace", debrief: "Debrief", format_name: str, options: Options, follows: bool) -> Path:
    if follows:
        from facilitator.workspace.following.followed_files import written_by_itself

        if (path := written_by_itself(workspace, debrief, format_name, options)) is not None:
            return path
    traces = traces_of(workspace, debrief.session.id, follows=follows)
    return write_export(debrief, format_name, workspace.debriefs(), options, traces)


def opened(path: Path) -> bool:
    """Open a file in the program that the desktop has for it; return False if there is no way to."""
    return child_process.launch("open" if sys.platform == "darwin" else "xdg-open", str(path.resolve()))


def put_on_clipboard(text: str, html: str = "", folder: Path | None = None) -> str:
    """Put `text` on the clipboard and into a file in `folder`; return a message that says what happened.

    With `html`, the same as HTML, it is rich text wherever that can be.
    """
    from facilitator.delivery import clipboard

    return clipboard.copy(text, folder, html=html).message
