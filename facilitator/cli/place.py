"""The place where sessions are kept, opened for a command: the data folder, its library, and who uses it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.outcomes import WrongInput
from facilitator.clock import SystemClock
from facilitator.domain.events import Event
from facilitator.domain.fold import fold
from facilitator.domain.owed import owed
from facilitator.domain.plain_text import one_line
from facilitator.domain.session import Session
from facilitator.export import FORMATS
from facilitator.resources import styles_dir
from facilitator.storage.config import Config
from facilitator.storage.config import load as load_config
from facilitator.storage.durable_file import StorageError, make_folder
from facilitator.storage.home import Home, OpenSession, default_root

if TYPE_CHECKING:
    from facilitator.storage.library import Entry, Library


class Place:
    """What the commands know of the data folder."""

    def __init__(self, root: Path | None) -> None:
        self.home = Home(root or default_root())
        self.unreadable: list[str] = []

    @classmethod
    def of(cls, context: click.Context) -> "Place":
        folder = context.find_root().obj
        return cls(None if folder is None else Path(folder))

    @cached_property
    def library(self) -> "Library":
        """Made when it is asked for: TinyDB is heavy, and a session begins without it."""
        from facilitator.storage.library import Library

        return Library(self.home.library, self._entries_from_journals)

    @cached_property
    def config(self) -> Config:
        """The settings; what is wrong with them is told on standard error, once."""
        loaded = load_config(self.home.config, _theme_names(), FORMATS)
        for complaint in loaded.complaints:
            click.echo(str(complaint), err=True)
        return loaded.config

    def now(self) -> int:
        """The wall clock, in ms."""
        return SystemClock().read().wall_ms

    def debriefs(self) -> Path:
        """The folder in which debriefs are written when an interview ends, made if need be."""
        folder = self.home.root / "debriefs"
        make_folder(folder)
        return folder

    def entries(self) -> "tuple[Entry, ...]":
        """All sessions, the one used last first; what a crash kept from the library is brought in first."""
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
        """The id of the session called `name`: the whole id, or a beginning that only one has. No journal is read."""
        ids = self.home.session_ids()
        found = [name] if name in ids else [session for session in ids if session.startswith(name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise WrongInput(f"There is no session “{one_line(name)}”. “facilitator sessions” lists them.")
        raise WrongInput(f"“{one_line(name)}” could be {', '.join(found[:5])}.")

    def latest_unfinished(self) -> str:
        for entry in self.entries():
            if entry.status == "unfinished":
                return entry.session
        raise WrongInput("There is no unfinished session. “facilitator run AGENDA” begins one.")

    def read(self, session: str) -> tuple[Session, int]:
        """A session and the instant of the last thing that happened in it. Raises StorageError."""
        events = self.home.read_session(session)
        try:
            return fold(events), max(event.at for event in events)
        except ValueError:
            raise StorageError(f"The journal of {session} can't be read: how it was opened is lost.") from None

    def hold_new(self, session: str, now: int) -> OpenSession:
        return self.home.new_session(session, user(), now)

    def hold(self, session: str, now: int) -> OpenSession:
        return self.home.open_session(session, user(), now)

    def keep(self, events: Sequence[Event]) -> None:
        """Keep a session that was played elsewhere; one that is here already stays as it is."""
        session = fold(events)
        last_at = max(event.at for event in events)
        if session.id not in self.home.session_ids():
            with self.hold_new(session.id, last_at) as held:
                held.journal.append(events)
        self.record(session, last_at)

    def record(self, session: Session, used_at: int) -> None:
        """Bring the library up to date about a session."""
        self.library.record(_entry(session, used_at))

    def reindex(self) -> int:
        """Make the library anew from the journals; the number of sessions in it."""
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
    from facilitator.domain.decisions.scorecards import waited_for
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
    """The name under which a session is held, for others who want it."""
    try:
        return one_line(getuser()) or "somebody"
    except (KeyError, OSError):
        return "somebody"
