"""Who is ready for an interview that is planned: it is recorded with the session, which waits for its start.

Separate from running one: nothing here starts a clock.
"""

import re
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.facts.kinds.people import PanelistReady
from facilitator.domain.language.arguments import panelist_among
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.session.opening import opening
from facilitator.domain.text.plain_text import one_line
from facilitator.files import foreign, own_folder
from facilitator.files.durable import StorageError
from facilitator.storage.home import JOURNAL, Home
from facilitator.storage.journal_states import is_one_newer, listing
from facilitator.workspace.errors import WrongRequest, wrong_start
from facilitator.workspace.local_zone import local_zone
from facilitator.workspace.running_session import in_hand, start

LONGEST_WANT = 300

_PLANNED = re.compile(rb'"planned_at": ?\d')
"""How the library has an interview that is planned: the library itself takes its time to load."""
_LARGEST_LIBRARY_BYTES = 1 << 28

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.conducting.submission import Acknowledgement
    from facilitator.domain.plan.agenda import Agenda, Panelist
    from facilitator.storage.library import Entry
    from facilitator.workspace.workspace import Workspace


def planned_sessions(workspace: "Workspace", source: str, candidate: str) -> "list[Entry]":
    """Return the sessions that are planned with the agenda read from `source`, for this candidate if one is named."""
    from facilitator.domain.text.person_name import is_one_person  # not at the top: hardly ever is one planned

    planned = [entry for entry in workspace.entries() if entry.status == "planned" and entry.agenda == source]
    return [entry for entry in planned if not candidate or is_one_person(candidate, entry.candidate)]


def planned_session(workspace: "Workspace", agenda: "Agenda", source: str, candidate: str, starts: str | None) -> str:
    """Return the id of the session that is planned with an agenda, for this candidate if one is named.

    If there is none, one is opened: it waits for its start. `source` is where the agenda was read from. Raises
    WrongRequest if there are several, or if `starts` is no time, or not when it is planned; StorageError.
    """
    due = _due(workspace, agenda, starts)
    found = planned_sessions(workspace, source, candidate)
    at_that_time = [entry for entry in found if due in (None, entry.planned_at)]
    if len(at_that_time) > 1:
        said = ", ".join(f"{one.session} ({one.candidate})" if one.candidate else one.session for one in at_that_time)
        raise WrongRequest(f"Several interviews are planned with this agenda: {said}. Name the session.")
    if at_that_time:
        return at_that_time[0].session
    if found and candidate:
        raise WrongRequest(
            f"{found[0].session} is planned for another time. Name it to be ready for it.", about="starts"
        )
    with start(workspace, agenda, source, candidate, starts) as running:
        return running.conductor.session.id


def waiting_session(
    workspace: "Workspace", agenda: "Agenda", source: str, candidate: str, starts: str | None
) -> str | None:
    """Return the id of the session in which somebody is ready for just this interview; None if that isn't sure.

    It has the same agenda and candidate, or neither has one yet, and starts when it is said, if it is. What can't be
    read keeps no interview from starting. Raises WrongRequest if `starts` is no time.
    """
    due = _due(workspace, agenda, starts)
    try:
        if not workspace.home.disk.do(partial(_may_one_be_planned, workspace.home)):
            return None
        found = workspace.home.disk.do(lambda: planned_sessions(workspace, source, candidate))
    except (OSError, StorageError):
        return None
    meant = [entry for entry in found if due in (None, entry.planned_at) and bool(candidate) == bool(entry.candidate)]
    return meant[0].session if len(meant) == len(found) == 1 else None


def _may_one_be_planned(home: Home) -> bool:
    """Return whether the library knows of one, or may not have heard of one yet. Raises OSError, StorageError."""
    library = own_folder.status(home.library)
    with listing(home.sessions) as (names, folder):
        if is_one_newer(library.st_mtime_ns if library else 0, names, JOURNAL, folder):
            return True
    return library is not None and bool(_PLANNED.search(foreign.content(home.library, _LARGEST_LIBRARY_BYTES)))


def _due(workspace: "Workspace", agenda: "Agenda", starts: str | None) -> int | None:
    """Return when an interview begins that `starts` then; None if that isn't said. Raises WrongRequest."""
    try:
        return opening(agenda, "", workspace.now(), local_zone(), starts).planned_start_at if starts else None
    except ValueError:
        raise wrong_start(starts or "") from None


def say_ready(workspace: "Workspace", session: str, panelist: str, want: str) -> "Acknowledgement":
    """Record that a panelist is ready, and what they want from the time.

    Raises WrongRequest if nobody on the panel has that id, the interview has begun, or it is too much to be read in
    passing; StorageError.
    """
    wanted = one_line(want)
    if len(wanted) > LONGEST_WANT:
        raise WrongRequest(
            f"At most {LONGEST_WANT} characters, please: everybody reads it before the start.", about="want"
        )
    with in_hand(workspace, session) as running:
        found = running.conductor.session
        if found.started_at is not None or found.ended_at is not None:
            raise WrongRequest(f"{session} has begun: nobody has to get ready for it.")
        who = called_on(found.plan.panel, panelist)
        ready = PanelistReady(panelist=who, want=wanted)
        said = f"{found.panelist_name(who)} is ready."
        return running.conductor.carry_out(Decision((ready,), said), who).wait()


def called_on(panel: "Sequence[Panelist]", panelist: str) -> str:
    """Return the id of the panelist who is called so. Raises WrongRequest."""
    try:
        return panelist_among(panel, panelist).id
    except Refusal as refusal:
        raise WrongRequest(str(refusal), about="as") from None
