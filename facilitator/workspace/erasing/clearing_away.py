"""What else there is of notes that were erased: beside the journal, in a second place, and in what was written of them.

That is damage that was put aside, drafts, copies of the journal, what was last copied, and the debriefs that follow
the session. What somebody exported is theirs: they are told.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from facilitator.files import durable, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.lock import SessionHeld
from facilitator.files.patience import do_patiently
from facilitator.storage.draft import MEETING_DRAFT, NOTE_DRAFT
from facilitator.storage.home import UnknownSession
from facilitator.storage.retaining import legal_hold, written_files
from facilitator.storage.retaining.belongings import LIST
from facilitator.storage.retaining.forgetting import forget
from facilitator.storage.retaining.written_files import is_as_written

if TYPE_CHECKING:
    from facilitator.domain.facts.event import Event
    from facilitator.domain.language.decision import Situation
    from facilitator.domain.session.privacy.erasures import Erasures
    from facilitator.storage.home import Home
    from facilitator.workspace.workspace import Workspace

BEGUN = ".note"


def begin(home: "Home", session: str) -> None:
    """Keep that notes of a session are being erased, in `erasing/<id>.note`. Raises OSError."""
    begun = _begun(home, session)
    durable.make_folder(begun.parent)
    with suppress(FileExistsError):
        os.close(durable.create(begun))
    durable.sync_folder(begun.parent)


def is_begun(home: "Home", session: str) -> bool:
    """Return whether notes of a session are being erased. Raises OSError."""
    return own_folder.is_there(_begun(home, session))


def clear_away(
    workspace: "Workspace",
    here: "Situation",
    erasures: "Erasures",
    readable: "tuple[Event, ...]",
    texts: Iterable[str] = (),
) -> None:
    """Clear away what is left of erased notes, whose `texts` may stand in drafts. What can't be is a notice.

    `here` is how the session stands on this device now; debriefs are written anew from the `readable` events.
    """
    session, home = here.session.id, workspace.home
    try:
        durable.do_each(
            [
                partial(do_patiently, partial(forget, home, session, erasures.left_of, erasures.notes)),
                partial(_clear_drafts, home, here, texts),
                partial(do_patiently, partial(_write_anew, workspace, here, readable)),
            ]
        )
        with explained(f"{_begun(home, session)} can't be removed"):
            home.disk.do(partial(own_folder.remove, _begun(home, session)))
    except StorageError as error:
        workspace.notices[f"erasing {session}"] = f"Not all of the erased notes of {session} has gone yet. {error}"
    _tell_of_exports(workspace, session)
    _tell_of_damage(workspace, session)


def finish_erasing(workspace: "Workspace") -> None:
    """Go on with what killed processes were erasing. It never raises."""
    with suppress(OSError):
        for begun in sorted(own_folder.paths_in(workspace.home.being_erased)):
            if begun.suffix == BEGUN:
                with suppress(SessionHeld):  # somebody is at it
                    _finish(workspace, begun.stem)


def _finish(workspace: "Workspace", session: str) -> None:
    from facilitator.conducting.reading import read
    from facilitator.domain.language.decision import Situation
    from facilitator.domain.panel.onlooker import seen_by_onlooker
    from facilitator.workspace.shared.own_secrets import own_notes_of

    home = workspace.home
    try:
        with home.open_session(session, "an erasure", 0) as held:
            kept = held.journal.kept
            own = own_notes_of(home, session) if home.read_session(session).is_shared else None
            history = read(kept, own)
            if history.erasures is None:
                own_folder.remove(_begun(home, session))
                return
            if legal_hold.find(home.path(session, "hold")) is not None:
                return
            held.journal.forget(history.erasures.left_of)
            now = max(event.at for event in history.events)
            seen = seen_by_onlooker(history.session) if own is not None and own.looks_on else history.session
            here = Situation(seen, now, "", now, device=own.device if own is not None else "")
            clear_away(workspace, here, history.erasures, history.readable)
    except SessionHeld:
        raise
    except UnknownSession:
        own_folder.remove(_begun(home, session))
    except (StorageError, ValueError) as error:
        workspace.notices[f"erasing {session}"] = f"A note of {session} still isn't erased: {error}"


def _begun(home: "Home", session: str) -> Path:
    return home.being_erased / f"{home.path(session, 'journal').stem}{BEGUN}"


def _clear_drafts(home: "Home", here: "Situation", texts: Iterable[str]) -> None:
    """Clear drafts in which the text of an erased note stands, or what it was being changed to."""
    from facilitator.domain.language.decisions import changes_erased

    for kind in (NOTE_DRAFT, MEETING_DRAFT):
        draft = home.draft(here.session.id, kind)
        typed = draft.load()
        if any(text in typed for text in texts if text) or any(
            changes_erased(line, here) for line in typed.split("\n")
        ):
            draft.clear()


def _write_anew(workspace: "Workspace", here: "Situation", readable: "tuple[Event, ...]") -> None:
    from facilitator.domain.debrief.debrief import debrief
    from facilitator.reports import ExportError
    from facilitator.workspace.following.followed_files import bring_up_to_date

    try:
        bring_up_to_date(workspace, debrief(here.session, here.now), readable)
    except ExportError as error:
        raise StorageError(str(error)) from error


def _tell_of_exports(workspace: "Workspace", session: str) -> None:
    """Tell which files somebody exported may have an erased note: the program doesn't write them anew."""
    home = workspace.home
    with suppress(StorageError, OSError, msgspec.DecodeError):
        paths = dict.fromkeys(do_patiently(lambda: list(_exports(home, session))))
        if paths:
            workspace.notices[f"exports {session}"] = (
                f"These were exported before, and may have the erased note: {', '.join(map(str, paths))}. They are "
                "yours: remove them, or export them again."
            )


def _tell_of_damage(workspace: "Workspace", session: str) -> None:
    """Tell which damage is still put aside: what is left there of a note isn't found if its id is damaged, too."""
    with suppress(StorageError):
        if paths := workspace.home.damage(session):
            workspace.notices[f"damage {session}"] = (
                f"Damaged lines of this session were set aside in {', '.join(map(str, paths))}. The erased note may be "
                "among them, if its id is damaged as well: look there, and remove the file if you don't need it."
            )


def _exports(home: "Home", session: str) -> Iterator[Path]:
    for one in written_files.written(home.path(session, LIST)):
        path = one.at(home.root)
        if not one.follows and one.digest and is_as_written(path, one.digest):
            yield path
