"""What there is to choose from: unfinished and planned sessions, agendas that were run before, bundled agendas."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.sittings import sittings
from facilitator.files.durable import StorageError, explained, reason
from facilitator.files.patience import do_patiently
from facilitator.workspace.agendas import bundled_names, find_agenda, load_file, load_named, source_of
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.pickable import Pickable, PickableKind, Picked, Preview
from facilitator.workspace.running_session import RunningSession, resume, start

if TYPE_CHECKING:
    from facilitator.agenda_files import Loaded
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.storage.library import Entry
    from facilitator.workspace.workspace import Workspace


def pickables(workspace: "Workspace") -> list[Pickable]:
    """Return everything that can be run or resumed, by kind, most recently used first."""
    entries = _entries(workspace)
    last_used = {entry.agenda: entry.used_at for entry in reversed(entries)}
    return [
        *(_session(workspace, entry) for entry in entries if entry.ended_at is None),
        *_own(entries, last_used),
        *_bundled(last_used),
    ]


def _entries(workspace: "Workspace") -> "tuple[Entry, ...]":
    """Return the sessions; none if the disk of the data folder gives no answer, which is told."""
    try:
        return do_patiently(lambda: workspace.entries(in_haste=True))
    except TimeoutError as error:
        folder = workspace.home.root
        workspace.notices[folder.name] = f"{folder}: {reason(error)}, so unfinished sessions couldn't be shown."
        return ()


def debrief_so_far(workspace: "Workspace", name: str) -> "Debrief":
    """Return the debrief of an unfinished session as it is by now, without holding or changing it.

    Raises StorageError.
    """
    from facilitator.domain.debrief.debrief import debrief

    with explained(f"{name} can't be read"):
        session, _ = do_patiently(lambda: workspace.read(name))
    return debrief(session, session.on_timeline(workspace.now()))


def opening_of(
    workspace: "Workspace", picked: Picked, candidate: str, starts: str | None, writer: str = ""
) -> AbstractContextManager[RunningSession]:
    """Return the way into what was picked for `writer`: the session itself, or a new one of the agenda.

    Raises WrongRequest if the agenda is wrong, or gone; entering it raises what `resume` and `start` do.
    """
    if picked.kind.is_session:
        return resume(workspace, picked.key, writer)
    loaded = load_named(picked.key)
    if loaded.agenda is None:
        raise WrongRequest(str(loaded.errors[0]))
    return start(workspace, loaded.agenda, source_of(picked.key), candidate, starts, writer)


def _session(workspace: "Workspace", entry: "Entry") -> Pickable:
    return Pickable(
        kind=PickableKind.UNFINISHED if entry.status == "unfinished" else PickableKind.PLANNED,
        key=entry.session,
        title=entry.title,
        candidate=entry.candidate,
        last_used_at=entry.used_at,
        planned_at=entry.planned_at,
        preview=lambda: _session_preview(workspace, entry.session),
    )


def _own(entries: "tuple[Entry, ...]", last_used: dict[str, int]) -> Iterator[Pickable]:
    for source in dict.fromkeys(entry.agenda for entry in entries):
        path = Path(source)
        if path.is_absolute() and path.is_file():
            yield _agenda(PickableKind.OWN, source, path, last_used.get(source))


def _bundled(last_used: dict[str, int]) -> Iterator[Pickable]:
    for name in bundled_names():
        path = find_agenda(name)
        if isinstance(path, Path):
            yield _agenda(PickableKind.BUNDLED, name, path, last_used.get(name))


def _agenda(kind: PickableKind, key: str, path: Path, last_used_at: int | None) -> Pickable:
    loaded = load_file(path)
    agenda = loaded.agenda
    return Pickable(
        kind=kind,
        key=key,
        title=agenda.title if agenda else path.name,
        length_seconds=agenda.planned_seconds if agenda else None,
        panel=tuple(panelist.name for panelist in agenda.panel) if agenda else (),
        last_used_at=last_used_at,
        warnings=tuple(map(str, loaded.complaints)),
        preview=lambda: _agenda_preview(loaded),
    )


def _agenda_preview(loaded: "Loaded") -> Preview:
    return Preview(agenda=loaded.agenda, complaints=tuple(map(str, loaded.complaints)))


def _session_preview(workspace: "Workspace", name: str) -> Preview:
    try:
        with explained(f"{name} can't be read"):
            session, _ = do_patiently(lambda: workspace.read(name))
    except StorageError as error:
        return Preview(complaints=(str(error),))
    amiss = filter(None, [workspace.notices.get(name)])
    return Preview(agenda=session.plan, facts=lambda: _how_it_stands(session, workspace.now()), complaints=tuple(amiss))


def _how_it_stands(session: Session, now: int) -> tuple[tuple[str, str], ...]:
    """Return how an unfinished session stands when the wall clock shows `now` (ms)."""
    running = session.current.title if session.current else "not started"
    took = clock_text(timing.elapsed_seconds(*as_shown(session, session.on_timeline(now))))
    parts = len(sittings(session))
    ready = ", ".join(map(session.panelist_name, session.ready)) if session.started_at is None else ""
    return (
        *([("Ready", ready)] if ready else []),
        ("Running", f"{running}, paused" if session.is_paused else running),
        ("Took so far", f"{took}, in {parts} sittings" if parts > 1 else took),
        ("Notes", str(len(session.notes))),
    )
