"""The workspace: the data folder, its library and its settings, for whoever works with sessions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.clock import SystemClock
from facilitator.conducting import read
from facilitator.domain.facts.events import Event
from facilitator.domain.panel.owed import owed
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import one_line
from facilitator.files.durable import StorageError, make_folder
from facilitator.reports import FORMATS
from facilitator.resources import styles_dir
from facilitator.storage.config import Config
from facilitator.storage.config import load as load_config
from facilitator.storage.home import Home, OpenSession, default_root
from facilitator.workspace.errors import WrongRequest

if TYPE_CHECKING:
    from facilitator.storage.library import Entry, Library


class Workspace:
    """The data folder at `root` (the platform's own by default). `warn` is told what is wrong with the settings.

    `unreadable` lists the sessions whose journals could not be read at the last look.
    """

    def __init__(self, root: Path | None, warn: Callable[[str], None]) -> None:
        self.home = Home(root or default_root())
        self.unreadable: list[str] = []
        self._warn = warn

    @cached_property
    def library(self) -> "Library":
        """The library; opened on first use, because TinyDB is slow to load and a session can begin without it."""
        from facilitator.storage.library import Library

        return Library(self.home.library, self._entries_from_journals)

    @cached_property
    def config(self) -> Config:
        """The settings. Complaints about them go to `warn`, once."""
        loaded = load_config(self.home.config, _theme_names(), FORMATS)
        for complaint in loaded.complaints:
            self._warn(str(complaint))
        return loaded.config

    def now(self) -> int:
        """The wall clock, in ms since 1970."""
        return SystemClock().read().wall_ms

    def debriefs(self) -> Path:
        """The folder for the debriefs that are written when an interview ends; made if it is missing."""
        folder = self.home.root / "debriefs"
        make_folder(folder)
        return folder

    def entries(self) -> "tuple[Entry, ...]":
        """All sessions, most recently used first. Sessions that a crash kept from the library are added first."""
        entries = self.library.entries()
        doubtful = self.home.session_ids(besides=[entry.session for entry in entries if entry.ended_at])
        known = {entry.session: entry for entry in entries if not entry.ended_at}
        changed = [
            now_known
            for now_known in self._entries_from_journals(doubtful)
            if now_known != known.get(now_known.session)
        ]
        for entry in changed:
            self.library.record(entry)
        return self.library.entries() if changed else entries

    def find(self, name: str) -> str:
        """Return the id of the session called `name`: its whole id, or the beginning of only one. Reads no journal.

        Raises WrongRequest when there is none, or more than one.
        """
        ids = self.home.session_ids()
        found = [name] if name in ids else [session for session in ids if session.startswith(name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise WrongRequest(f"There is no session “{one_line(name)}”. “facilitator sessions” lists them.")
        raise WrongRequest(f"“{one_line(name)}” could be {', '.join(found[:5])}.")

    def latest_unfinished(self) -> str:
        """Return the id of the unfinished session used last. Raises WrongRequest when there is none."""
        for entry in self.entries():
            if entry.status == "unfinished":
                return entry.session
        raise WrongRequest("There is no unfinished session. “facilitator run AGENDA” begins one.")

    def events(self, session: str) -> tuple[Event, ...]:
        """Return what happened in a session. Raises StorageError."""
        return tuple(self.home.read_session(session))

    def read(self, session: str) -> tuple[Session, int]:
        """Return a session and the instant of the last thing that happened in it. Raises StorageError."""
        events = self.home.read_session(session)
        try:
            return read(events).session, max(event.at for event in events)
        except ValueError:
            raise StorageError(f"The journal of {session} can't be read: how it was opened is lost.") from None

    def hold_new(self, session: str, now: int) -> OpenSession:
        """Make the journal of a new session, and hold it. Raises StorageError."""
        return self.home.new_session(session, user(), now)

    def hold(self, session: str, now: int) -> OpenSession:
        """Hold a session that is here. Raises StorageError, SessionHeld."""
        return self.home.open_session(session, user(), now)

    def keep(self, events: Sequence[Event]) -> None:
        """Keep a session that was played elsewhere. One with the same id that is here already stays as it is."""
        session = read(events).session
        last_at = max(event.at for event in events)
        if session.id not in self.home.session_ids():
            with self.hold_new(session.id, last_at) as held:
                held.journal.append(events)
        self.record(session, last_at)

    def record(self, session: Session, used_at: int) -> None:
        """Bring the library up to date about a session. Raises StorageError."""
        self.library.record(_entry(session, used_at))

    def reindex(self) -> int:
        """Rebuild the library from the journals. Return the number of sessions in it."""
        entries = list(self._entries_from_journals())
        self.library.reindex(entries)
        return len(entries)

    def _entries_from_journals(self, sessions: Iterable[str] | None = None) -> "Iterator[Entry]":
        self.unreadable = []
        for name in self.home.session_ids() if sessions is None else sessions:
            try:
                session, used_at = self.read(name)
            except (StorageError, ValueError):
                self.unreadable.append(name)
                continue
            yield _entry(session, used_at)


def _entry(session: Session, used_at: int) -> "Entry":
    from facilitator.domain.language.decisions.scorecards import waited_for
    from facilitator.storage.library import Entry

    return Entry(
        session=session.id,
        title=session.agenda.title,
        candidate=session.candidate,
        agenda=session.source,
        opened_at=session.opened_at,
        used_at=used_at,
        started_at=session.started_at,
        ended_at=session.ended_at,
        notes=len(session.notes),
        owed=tuple(item.due for item in owed(session)),
        cards_missing=tuple(session.panelist_name(panelist.id) for panelist in waited_for(session)),
    )


def _theme_names() -> list[str]:
    return [path.stem for path in (styles_dir() / "themes").glob("*.tcss")]


def user() -> str:
    """The name under which this process holds a session, shown to others who want it."""
    try:
        return one_line(getuser()) or "somebody"
    except (KeyError, OSError):
        return "somebody"
