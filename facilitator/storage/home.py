"""The data folder, where everything is kept.

    <root>/sessions/<id>.journal   what happened         <id>.lock, .holder   who has it open
                    <id>.draft     the unfinished note   <id>.journal.torn-1  damage that was put aside
                    <id>.meeting   the unfinished vote   <id>.hold            it must not be erased
                    <id>.keys      of sealed scorecards  <id>.card-…          an unfinished card, sealed; .keys of it
                    <id>.files     exports of it         <id>.heard           what it heard of others on a panel
                    <id>.panel     the keys of this device on a panel, <id>.invite.… its invites
    <root>/debriefs/               what is exported when an interview ends
    <root>/briefs.files            briefs that were written before there was a session
    <root>/library.json            the index of sessions
    <root>/config.toml             the settings, written by their owner, or one by one in the palette
    <root>/agenda.schema.json      the schema that agenda files name, for editors
    <root>/agenda.draft            the unfinished answers about a new agenda
    <root>/device                  the name of this device among the authors of events
    <root>/unfinished/, erasing/   what has no name yet; which sessions are being erased
    <root>/joining/, erased/       keys of this device while it asks to join; hashes of what panels erased
    <root>/told, router.keys       what was said once about who else can come by all this; who may use a router here
    elsewhere                      what couldn't be kept here (`second_place`)

Separate, because nothing else may make a path from a session id, which a person may have typed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from facilitator.domain.facts.event import Event
from facilitator.domain.text.plain_text import clean
from facilitator.files import durable, foreign, own_folder, whereabouts
from facilitator.files.durable import StorageError, explained
from facilitator.files.own_folder import OwnFolder
from facilitator.files.patience import Patience
from facilitator.files.unfinished import UnfinishedFiles
from facilitator.storage import journal, journal_line
from facilitator.storage.card_keys import CardKeys
from facilitator.storage.draft import MEETING_DRAFT, NOTE_DRAFT, DraftInTwoPlaces, card_kind
from facilitator.storage.journal import LARGEST_JOURNAL_BYTES, JournalError
from facilitator.storage.journal_line import Scan
from facilitator.storage.journal_states import FileState, listing, not_in_state
from facilitator.storage.places.device import device_name, known_device
from facilitator.storage.places.opened_log import opened_log
from facilitator.storage.places.two_places import held_already
from facilitator.storage.second_place import SecondPlace

SESSION_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
JOURNAL = ".journal"
_OURS = re.compile(
    r"(sessions|debriefs|briefs|library|config|agenda\.(schema|draft)|device|told|unfinished|erasing|joining|erased|router)\b"
)


class UnknownSession(StorageError):
    """There is no session with this id."""

    def __init__(self, session: str) -> None:
        super().__init__(f"There is no session {session!r}.")


class OpenSession:
    """A session that this process holds until `close`: its log and its draft.

    Where the data folder can't be written it is held, and kept, in the second place. A new one begins even if no place
    takes anything: nobody else can know of it then, and it is held as soon as it can be kept.
    """

    def __init__(self, home: "Home", session: str, who: str, since: int, *, is_new: bool) -> None:
        from facilitator.files.lock import SessionHeld  # reading alone needs no lock

        home.tighten()
        self.draft = home.draft(session)
        self.meeting_draft = home.draft(session, MEETING_DRAFT)
        self._holds = ExitStack()
        self._disk = home.disk
        hold: Callable[[], None] = partial(_hold, self._holds, home, session, who, since)
        try:
            hold()
        except SessionHeld:
            raise
        except StorageError:
            if not is_new:
                raise
        else:
            hold = held_already
            home.second_place.clear(session)
            home.second_place.take_along(session)
        try:
            path = home.path(session, "journal")
            self.journal = opened_log(path, session, home.second_place, home.disk, hold, home.unfinished, is_new=is_new)
        except BaseException:
            self._holds.close()
            raise

    def close(self) -> None:
        """Close the files and let the session go; on a disk that hangs that is left to the end of the process."""
        self.journal.close()
        self.draft.close()
        self.meeting_draft.close()
        if not self.journal.is_hanging:
            with suppress(TimeoutError):
                self._disk.do(self._holds.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Home:
    """The data folder at `root`, created when something is first kept in it.

    What opening a session asks of its disk is asked through `disk`: where that hangs, only the first has to wait.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._opened_once = OwnFolder(root)
        self.disk = Patience(for_good=True)
        self.sessions = root / "sessions"
        self.library = root / "library.json"
        self.debriefs = root / "debriefs"
        self.briefs = root / "briefs.files"
        self.config = root / "config.toml"
        self.schema = root / "agenda.schema.json"
        self.agenda_draft = root / "agenda.draft"
        self.being_made = root / "unfinished"
        self.unfinished = UnfinishedFiles(self.being_made)
        self.being_erased = root / "erasing"
        self.joining, self.erased, self.router = root / "joining", root / "erased", root / "router.keys"
        self.second_place = SecondPlace(root, self._has_moved_here, self.disk)

    def new_session(self, session: str, who: str, since: int) -> OpenSession:
        """Create a session and hold it for `who` from `since` (ms) on. Raises JournalError, SessionHeld."""
        self.disk.try_anew()
        with suppress(OSError):  # it is kept in the second place then
            self.disk.do(partial(durable.make_folder, self.sessions))
        return OpenSession(self, session, who, since, is_new=True)

    def open_session(self, session: str, who: str, since: int) -> OpenSession:
        """Open a session and hold it, as `new_session` does. Raises UnknownSession, SessionHeld, JournalError."""
        path = self.path(session, "journal")
        self.disk.try_anew()
        with explained(f"{path} can't be read", JournalError):
            is_here = self.disk.do(partial(own_folder.is_there, path))
        if not is_here and not self.second_place.journals(session):
            raise UnknownSession(session)
        return OpenSession(self, session, who, since, is_new=False)

    def read_session(self, session: str) -> Scan:
        """Return what the journal of a session holds, held or not. Raises UnknownSession, JournalError."""
        path = self.path(session, "journal")
        scans = self.second_place.scans(session)
        with explained(f"{path} can't be read", JournalError):
            is_here = own_folder.is_there(path)
        if is_here:
            scans = [journal.scan(path), *scans]
        if not scans:
            raise UnknownSession(session)
        return scans[0] if len(scans) == 1 else journal_line.merged(scans)

    def session_ids(self) -> list[str]:
        """Return the ids of the sessions that have a journal, here or in the second place, sorted.

        Raises StorageError.
        """
        elsewhere = (session + JOURNAL for session in self.second_place.sessions())
        with listing(self.sessions) as (names, _):
            return sorted({session for name in (*names, *elsewhere) if (session := _session_of(name))})

    def doubtful_sessions(self, known: Mapping[str, FileState | None]) -> list[str]:
        """Return the ids of the sessions whose journals aren't in the state that is `known`, sorted.

        Where None is known, anything is right. A session that has something in the second place is among them even
        then. A bit that a disk changes by itself changes no state: whoever reads the journal finds it, each time.
        Raises StorageError.
        """
        with listing(self.sessions) as (names, folder):
            doubtful = {*not_in_state(known, names, JOURNAL, folder), *self.second_place.sessions()}
        return sorted(filter(SESSION_ID.fullmatch, doubtful))

    def journal_state(self, session: str) -> FileState:
        """Return the state of a session's journal, which may not be here. Raises UnknownSession, StorageError."""
        path = self.path(session, "journal")
        with explained(f"{path} can't be read"):
            found = own_folder.status(path)
        return FileState(0) if found is None else FileState(found.st_size, found.st_mtime_ns)

    def path(self, session: str, kind: str) -> Path:
        """Return the path of the session's file of this kind. Raises UnknownSession if `session` can't be an id."""
        if not SESSION_ID.fullmatch(session):
            raise UnknownSession(session)
        return self.sessions / f"{session}.{kind}"

    def damage(self, session: str) -> list[Path]:
        """Return what was put aside of a session's journal. Raises UnknownSession, StorageError."""
        beginning = f"{self.path(session, 'journal').name}.torn-"
        with listing(self.sessions) as (names, _):
            return sorted(self.sessions / name for name in names if name.startswith(beginning))

    def damaged_lines(self, session: str) -> list[str]:
        """Return the lines that were put aside of a session's journal, as far as they can be read."""
        lines: list[str] = []
        for path in self.damage(session):
            with suppress(OSError):
                found = foreign.content(path, LARGEST_JOURNAL_BYTES).decode(errors="replace")
                lines += map(clean, found.splitlines())
        return lines

    def draft(self, session: str, kind: str = NOTE_DRAFT) -> DraftInTwoPlaces:
        """Return a draft of the session; see `storage.draft` for the kinds. Raises UnknownSession."""
        return DraftInTwoPlaces(self.path(session, kind), self.second_place, session, kind)

    def keys(self, session: str) -> CardKeys:
        """Return the keys of the session's sealed scorecards. Raises UnknownSession."""
        return CardKeys(self.path(session, "keys"))

    def card_draft(self, session: str, panelist: str) -> tuple[DraftInTwoPlaces, CardKeys]:
        """Return the draft of a panelist's card, and the keys that are for it alone. Raises UnknownSession."""
        kind = card_kind(panelist)
        return self.draft(session, kind), CardKeys(self.path(session, f"{kind}.keys"))

    def device(self) -> str:
        """Return the name of this device: random on first use, the same ever after. Raises StorageError."""
        with explained(f"{self.root / 'device'} can't be read or written"):
            return self.disk.do(partial(device_name, self.root))

    def tighten(self) -> None:
        """Let only this user into the folders of ours, as far as they can be changed."""
        with suppress(TimeoutError):
            self.disk.do(partial(_tighten, self))

    def not_told_yet(self) -> str:
        """Return who else can come by what is kept here, as far as nobody was told; it counts as told from now on."""
        with suppress(OSError):
            folders = (self.root, self.sessions, self.debriefs)
            return self.disk.do(partial(whereabouts.not_told_yet, self.root / "told", *folders))
        return ""

    def _has_moved_here(self, session: str, events: Sequence[Event], kept_for: Path) -> bool:
        """Return whether events that were kept for another folder are of a session here.

        They are if they begin like its journal or, if it has none, were recorded on this folder's device. But what a
        folder still lacks of which this one is a copy is left to that one.
        """
        devices = {event.author.device for event in events}
        if known_device(kept_for) in devices:
            return False
        path = self.path(session, "journal")
        if own_folder.is_there(path):
            begun = {event.id for event in journal.read_events(path)[:1]}
            return not begun.isdisjoint(event.id for event in events)
        return known_device(self.root) in devices


def _hold(holds: ExitStack, home: Home, session: str, who: str, since: int) -> None:
    """Hold a session: where the data folder takes no lock, in the second place. Raises SessionHeld, StorageError."""
    from facilitator.files import lock

    path = home.path(session, "lock")
    with ExitStack() as taken:
        try:
            with explained(f"{path} can't be locked"):
                held = home.disk.do(partial(lock.hold, path, who, since), lock.SessionLock.release)
            taken.enter_context(held)
        except lock.SessionHeld:
            raise
        except StorageError:
            home.second_place.hold(taken, session, who, since)
        else:
            home.second_place.hold_too(taken, session, who, since)
        holds.push(taken.pop_all())


def default_root() -> Path:
    """Return our folder in the platform's folder for this user's data."""
    from platformdirs import user_data_path

    return user_data_path("facilitator", appauthor=False)


def _session_of(name: str) -> str | None:
    """Return the id of the session whose journal has this name; None if it is another sort of file."""
    session = name.removesuffix(JOURNAL)
    return session if session != name and SESSION_ID.fullmatch(session) else None


def _tighten(home: Home) -> None:
    """Close the folders; the data folder itself only if nothing but ours is in it, as somebody may have named any."""
    for folder in (home.sessions, home.debriefs):
        durable.tighten(folder)
    with suppress(OSError):
        if all(_OURS.match(path.name) for path in own_folder.paths_in(home.root)):
            durable.tighten(home.root)
