"""A session that this process runs: it is held, conducted, and kept up to date in the library."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from facilitator.clock import Clock, SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.submission import Acknowledgement
from facilitator.domain.facts.packet import Packet
from facilitator.domain.language.arguments import panelist_among
from facilitator.domain.language.decision import Refusal
from facilitator.domain.session.opening import opening, session_id
from facilitator.files.durable import StorageError
from facilitator.files.lock import SessionHeld
from facilitator.files.patience import Deed, do_patiently
from facilitator.workspace.drafts.file_draft import FileDraft
from facilitator.workspace.drafts.recorded_lines import is_recorded
from facilitator.workspace.erasing.note_erasing import NoteErasing
from facilitator.workspace.errors import NextStep, NotInItsPlace, OpeningLost, Step, WrongRequest, wrong_start
from facilitator.workspace.local_zone import local_zone

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.language.edited_agenda import Edits
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.domain.session.state import Session
    from facilitator.storage.home import OpenSession
    from facilitator.workspace.services.page import PageService
    from facilitator.workspace.shared.shared_session import SharedSession
    from facilitator.workspace.workspace import Workspace

Result = TypeVar("Result")

NOT_SAVED = "Not saved while the session can't be kept in its place: save it later."

INDEX_SECONDS = 0.1
"""How long leaving waits for the library, which is an index: what it misses is read from the journals the next time."""


class RunningSession:
    """A session with its conductor and its drafts, for a screen, or whatever else it is run by.

    `draft` is that of the note line, `meeting_draft` that of the line with which the panel votes and decides. `shared`
    is its end of a panel of several devices, if it is on one; `page` is served beside it once somebody asks for it.
    """

    def __init__(
        self, workspace: "Workspace", conductor: Conductor, held: "OpenSession", shared: "SharedSession | None" = None
    ) -> None:
        self.shared = shared
        self.workspace = workspace
        self.conductor = conductor
        self.draft = FileDraft(held.draft, workspace.home.disk, partial(is_recorded, conductor))
        self.meeting_draft = FileDraft(held.meeting_draft, workspace.home.disk, partial(is_recorded, conductor))
        self.page: PageService | None = None
        self._written: Debrief | None = None
        self._under_way: Deed[str] | None = None
        self._recorded: Deed[None] | None = None
        self._milestones: tuple[int | None, int | None] | None = _milestones(conductor.session)
        self._events_at_first = len(conductor.events)
        conductor.listen(self._bring_library_up_to_date)
        if shared is not None:
            from facilitator.workspace.shared.inviting import invite_to_clipboard

            shared.invite = partial(invite_to_clipboard, workspace, conductor.session.id)

    def write_debrief(self) -> "tuple[Debrief, Deed[str]]":
        """Begin to write the debrief in the configured formats, if it isn't what was written last.

        Return the debrief, and what is under way, whose answer is a sentence about what was written or couldn't be; an
        empty one if nothing had to be. Leaving the session waits for it.
        """
        from facilitator.domain.debrief.debrief import debrief

        value = debrief(self.conductor.session, self.conductor.now())
        if self.conductor.trouble or value == self._written:
            said = "" if value == self._written else NOT_SAVED
            return value, Deed(lambda: said)
        self._written = value
        self._under_way = Deed(partial(self._save, value, self._under_way))
        return value, self._under_way

    def _save(self, value: "Debrief", before: Deed[str] | None) -> str:
        from facilitator.workspace.exports import save_all

        if before is not None:
            before.answer()
        readable = self.conductor.history.readable
        return save_all(self.workspace, value, self.workspace.config.formats, readable, follows=True)

    def edits(self) -> "Edits":
        """Return how the file of the agenda differs from what was planned; nothing if there is none."""
        from facilitator.workspace.agendas import edits_in_file

        return edits_in_file(self.conductor.situation())

    def close(self) -> None:
        if self.shared is not None:
            self.shared.close()
        if self.page is not None:
            self.page.close()
        self.conductor.close()
        if self._under_way is not None:
            self._under_way.answer()
        self._let_files_follow()
        self._milestones = None
        self._bring_library_up_to_date()
        if self._recorded is not None:
            self._recorded.wait(INDEX_SECONDS)

    def _let_files_follow(self) -> None:
        """Write anew what was written by itself, if anything has happened since this was opened."""
        conductor = self.conductor
        if conductor.session.ended_at is None or conductor.trouble or len(conductor.events) == self._events_at_first:
            return
        from facilitator.domain.debrief.debrief import debrief
        from facilitator.reports import ExportError
        from facilitator.workspace.following.followed_files import bring_up_to_date

        value = debrief(conductor.session, conductor.now())
        try:
            do_patiently(partial(bring_up_to_date, self.workspace, value, conductor.history.readable))
        except (OSError, StorageError, ExportError) as error:
            self.workspace.notices["following"] = f"The debriefs that were written don't have the latest: {error}"

    def _bring_library_up_to_date(self) -> None:
        """Begin to record the session when it starts, ends or is left, once that is kept; never for a note.

        Nobody waits for that here, whoever has the library locked and whatever its disk does. As long as the session
        isn't kept where it should be, the data folder is left alone: whoever asks for the library is told of it anyway.
        """
        session = self.conductor.session
        milestones = _milestones(session)
        if milestones == self._milestones or self.conductor.unkept or self.conductor.trouble:
            return
        self._milestones = milestones
        self._recorded = Deed(partial(self._record, session, self.conductor.now(), self._recorded))

    def _record(self, session: "Session", now: int, before: Deed[None] | None) -> None:
        if before is not None:
            before.answer()
        with suppress(StorageError):  # the library is an index, rebuilt from the journals when it is needed
            self.workspace.record(session, now)


def _milestones(session: "Session") -> tuple[int | None, int | None]:
    return session.started_at, session.ended_at


@contextmanager
def start(
    workspace: "Workspace", agenda: "Agenda", source: str, candidate: str, starts: str | None, writer: str = ""
) -> Iterator[RunningSession]:
    """Open a new session of `agenda`, which was read from `source`, for `writer` to write in (by default the lead).

    Raises WrongRequest if `starts` is no time or `writer` no panelist; StorageError, in the end also NotInItsPlace.
    """
    if writer:
        writer = _as_request(lambda: panelist_among(agenda.panel, writer), about="as").id
    clock = SystemClock()
    now = clock.read().wall_ms
    try:
        opened = opening(agenda, candidate, now, local_zone(), starts, source)
    except ValueError:
        raise wrong_start(starts or "") from None
    name = session_id(opened, now, os.urandom(2).hex())
    with workspace.hold_new(name, now) as held:
        conductor = Conductor.open(held.journal, name, opened, clock, _device(workspace))
        if writer:
            conductor.submit(f"/as {writer}")
        conductor.keep_in_background()
        yield from _until_left(workspace, conductor, held)


@contextmanager
def resume(workspace: "Workspace", session: str, writer: str = "") -> Iterator[RunningSession]:
    """Continue a session for `writer` (by default the lead), who doesn't want to wait for the disk.

    Raises WrongRequest if `writer` isn't there, SessionHeld; StorageError, in the end also NotInItsPlace.
    """
    with _held(workspace, session) as running:
        if writer:
            _as_request(lambda: running.conductor.submit(f"/as {writer}"), about="as")
        running.conductor.keep_in_background()
        yield running


@contextmanager
def in_hand(workspace: "Workspace", session: str) -> Iterator[RunningSession]:
    """Continue a session for a line or two: what is submitted is on disk, or known not to be, at once.

    A session that is shared has what the others have sent by now, as far as that can be reached, and they get the rest.
    Raises SessionHeld while the session is open elsewhere; StorageError, in the end also NotInItsPlace if something was
    recorded: whoever only asks gets an answer all the same.
    """
    try:
        with _held(workspace, session) as running:
            if running.shared is not None:
                running.shared.catch_up()
            before = running.conductor.history
            yield running
    except NotInItsPlace:
        if running.conductor.history is not before:
            raise


@contextmanager
def _held(workspace: "Workspace", session: str) -> Iterator[RunningSession]:
    """Hold a session and continue it. Raises as `in_hand` does."""
    clock: Clock = SystemClock()
    shared: SharedSession | None = None
    with workspace.hold(session, clock.read().wall_ms) as held:
        try:
            if any(isinstance(one, Packet) for one in held.journal.kept):
                from facilitator.workspace.shared.shared_session import shared_again

                conductor, shared = shared_again(workspace.home, session, held, clock)
            else:
                conductor = Conductor.resume(held.journal, clock, _device(workspace))
        except ValueError:
            raise OpeningLost(session) from None
        if conductor.session.cards_opened is not None:
            from facilitator.workspace.cards import clear_old_keys

            clear_old_keys(workspace, conductor.session)
        yield from _until_left(workspace, conductor, held, shared)
    if shared is not None and shared.erasure.word:
        from facilitator.workspace.shared.erasure import erase_as_told

        erase_as_told(workspace, session, shared.erasure.word)


@contextmanager
def meeting(workspace: "Workspace", debrief: "Debrief") -> Iterator[RunningSession | NextStep]:
    """Hold the session of a debrief, so that the panel can vote and decide; yield it.

    Yield what must come first instead while the interview runs, the cards are sealed, or another process holds the
    session. Raises StorageError, in the end also if something is kept in a second place or nowhere.
    """
    session = debrief.session.id
    with ExitStack() as held:
        if debrief.panel.is_sealed:
            yield NextStep(Step.OPEN_CARDS, session)
        elif debrief.session.ended is None:
            yield NextStep(Step.MEET, session)
        else:
            try:
                running = held.enter_context(resume(workspace, session))
            except SessionHeld:
                yield NextStep(Step.MEET, session)
            else:
                yield running


def _until_left(
    workspace: "Workspace", conductor: Conductor, held: "OpenSession", shared: "SharedSession | None" = None
) -> Iterator[RunningSession]:
    """Yield the session and close it. Raises NotInItsPlace if something isn't where it should be then."""
    erasing = NoteErasing(workspace, conductor)
    running = RunningSession(workspace, conductor, held, shared)
    try:
        yield running
    finally:
        running.close()
        erasing.close()
    if conductor.trouble:
        from facilitator.conducting.rescue import at_risk

        copy = conductor.copied[0] if conductor.unkept & conductor.copied[1] else None
        raise NotInItsPlace(conductor.trouble, conductor.session.id, len(at_risk(conductor)), copy)


def _device(workspace: "Workspace") -> str:
    """Return the name of this device; where it can't be kept, one for this time."""
    try:
        return workspace.home.device()
    except StorageError:
        return os.urandom(8).hex()


def amend(workspace: "Workspace", session: str, line: str, panelist: str | None) -> Acknowledgement:
    """Submit a line to a session that has ended. Raises WrongRequest; StorageError if the line couldn't be kept."""
    found, _ = workspace.read(session)
    if found.ended_at is None:
        raise WrongRequest(f"{session} hasn't ended.", NextStep(Step.GO_ON, session))
    with in_hand(workspace, session) as running:
        author = found.plan.panelist_called(panelist) if panelist else None
        return _as_request(lambda: running.conductor.submit(line, author.id if author else panelist).wait())


def _as_request(action: Callable[[], Result], about: str = "") -> Result:
    try:
        return action()
    except Refusal as refusal:
        raise WrongRequest(str(refusal), about=about) from None
