"""The library: what can be said about every session without opening its journal.

It is only an index. All that it holds comes from the journals, so if its file is missing or damaged it is rebuilt from
them by a function that it is given: it knows no events itself.

TinyDB is used to change the file, but not to read it, since it reads the whole file for each query and makes a dict
of each session. For 10,000 sessions `Table.all` with the entries made from it takes 95 ms, a search for one session
80 ms; decoding all entries at once takes 20 ms.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from tinydb import where
from tinydb.table import Document, Table

from facilitator.domain.facts.timeline import Instant
from facilitator.domain.panel.missing_cards import waited_for
from facilitator.domain.panel.owed import owed_answers
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import excerpt
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.sittings import apart_ms
from facilitator.files import lock, own_folder
from facilitator.files.durable import explained
from facilitator.storage.safe_json import DamagedFile, SafeJson

A_MOMENT_SECONDS = 0.1
"""How long somebody waits for a library that another process has locked, if what is in it can be known otherwise."""

NO_SHOW = "no-show"
"""The reason of an interview to which nobody came."""


LONGEST_ENTRY_TEXT = 5000
"""The most characters that the library has of a single text; the journal has all of it."""

EntryText = Annotated[str, msgspec.Meta(max_length=LONGEST_ENTRY_TEXT)]


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One session in the library. Instants are in ms; `agenda` is the path or name of its agenda.

    `owed` says when each answer that the candidate waits for is due: an ISO date, other words, or empty.
    `cards_missing` names those whose scorecards keep the others sealed. `cancelled` says why the interview was called
    off or cut off, if it was. `apart_seconds` is what lies between the sittings, and so isn't part of the interview.
    `planned_at` is when an interview is to begin for which somebody is ready, as long as it hasn't begun.
    `journal_bytes` is how long the journal was of which this is said, `journal_changed_ns` when it was changed last (ns
    since 1970); None if that is unknown.
    """

    session: EntryText
    title: EntryText
    opened_at: Instant
    used_at: Instant
    candidate: EntryText = ""
    agenda: EntryText = ""
    started_at: Instant | None = None
    ended_at: Instant | None = None
    apart_seconds: int = 0
    notes: int = 0
    owed: tuple[EntryText, ...] = ()
    cards_missing: tuple[EntryText, ...] = ()
    cancelled: EntryText = ""
    planned_at: Instant | None = None
    journal_bytes: int | None = None
    journal_changed_ns: int | None = None

    @property
    def took_seconds(self) -> int | None:
        """How long the interview took, in all its sittings, as the debrief says it; None unless it began and ended."""
        if self.started_at is None or self.ended_at is None:
            return None
        return self.ended_at // 1000 - self.started_at // 1000 - self.apart_seconds

    @property
    def status(self) -> Literal["planned", "unfinished", "no-show", "cancelled", "cut off", "ended"]:
        if self.ended_at is None:
            return "unfinished" if self.planned_at is None else "planned"
        if not self.cancelled:
            return "ended"
        return "no-show" if self.cancelled == NO_SHOW else "cut off" if self.started_at is not None else "cancelled"


def entry_of(session: Session, used_at: int, journal_bytes: int, journal_changed_ns: int | None) -> Entry:
    """Return what the library says of a session that was used last at `used_at` (ms), and of its journal."""
    off = session.cancelled
    is_planned = bool(session.ready) and session.started_at is None and session.ended_at is None
    return Entry(
        session=session.id,
        title=_line(session.agenda.title),
        candidate=_line(session.candidate),
        agenda=_line(session.source),
        opened_at=session.opened_at,
        used_at=used_at,
        started_at=session.started_at,
        ended_at=session.ended_at,
        apart_seconds=apart_ms(*as_shown(session, used_at)) // 1000,
        notes=len(session.notes),
        planned_at=(session.planned_start_at or session.opened_at) if is_planned else None,
        journal_bytes=journal_bytes,
        journal_changed_ns=journal_changed_ns,
        owed=tuple(_line(item.due) for item in owed_answers(session)),
        cancelled=(NO_SHOW if off.no_show else _line(off.reason) or "no reason given") if off is not None else "",
        cards_missing=tuple(_line(session.panelist_name(panelist.id)) for panelist in waited_for(session)),
    )


def latest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries in the order of the library: the session that was used last comes first."""
    return tuple(sorted(entries, key=attrgetter("used_at", "session"), reverse=True))


def _line(text: str) -> str:
    return excerpt(text, LONGEST_ENTRY_TEXT)


class _Index(msgspec.Struct):
    """The file as a whole."""

    sessions: dict[str, Entry] = {}


class _SessionTable(Table):
    """A table whose documents are identified by their session."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB documents that it may be replaced


class Library:
    """The sessions that are known, in the file at `path`; `rebuild` makes all entries from the journals.

    `rebuild` passes over journals that can't be read. Every method may raise StorageError.
    `tell_put_aside` is called with the place where a damaged file went.
    """

    def __init__(
        self,
        path: Path,
        rebuild: Callable[[], Iterable[Entry]],
        tell_put_aside: Callable[[Path], None] = lambda aside: None,
    ) -> None:
        self._tell_put_aside = tell_put_aside
        self._rebuild = rebuild
        self._storage = SafeJson(path)
        self._entries: tuple[Entry, ...] = ()
        self._version: tuple[int, ...] | None = None
        self._table = _SessionTable(self._storage, "sessions")

    def entries(self) -> tuple[Entry, ...]:
        """Return all sessions, most recently used first."""
        if self._version is None or self._version != self._file_version():
            try:
                self._load()
            except (DamagedFile, FileNotFoundError):
                with self._changing(A_MOMENT_SECONDS):
                    pass
        return self._entries

    def record(self, entry: Entry, longest_seconds: float = lock.LOCK_SECONDS) -> None:
        """Add the session, or replace what was known of it; wait so long for other processes that are at it."""
        with self._changing(longest_seconds):
            self._table.upsert(Document(msgspec.to_builtins(entry), entry.session))  # type: ignore[arg-type]  # as above

    def remove(self, session: str) -> None:
        """Forget the session if it is known. Its journal stays, and would bring it back at a rebuild."""
        with self._changing():
            self._table.remove(where("session") == session)

    def update(self, entries: Iterable[Entry], longest_seconds: float) -> None:
        """Add sessions or replace what was known of them, all at once."""
        with self._changing(longest_seconds):
            known = {entry.session: entry for entry in (*self._entries, *entries)}
            self._write(known.values())

    def reindex(self, entries: Iterable[Entry]) -> None:
        """Make `entries` the whole library."""
        with self._storage.exclusive():
            self._write(entries)

    @contextmanager
    def _changing(self, longest_seconds: float = lock.LOCK_SECONDS) -> Iterator[None]:
        """Change the file within this context, at whose beginning it is whole and at whose end others may write."""
        with self._storage.exclusive(longest_seconds):
            try:
                if self._version is None or self._version != self._file_version():
                    self._load()
            except DamagedFile:
                self._tell_put_aside(self._storage.put_aside())
                self._write(self._rebuild())
            except FileNotFoundError:
                self._write(self._rebuild())
            yield

    def _load(self) -> None:
        version = self._file_version()  # before reading: if another process replaces the file now, it is read again
        if version is None:
            raise FileNotFoundError(self._storage.path)
        entries = (self._storage.read_as(_Index) or _Index()).sessions
        if any(session != entry.session for session, entry in entries.items()):
            raise DamagedFile(f"{self._storage.path} is damaged (an entry is in another's place).")
        self._entries = latest_first(entries.values())
        self._version = version

    def _write(self, entries: Iterable[Entry]) -> None:
        self._storage.write({"sessions": {entry.session: msgspec.to_builtins(entry) for entry in entries}})
        self._load()

    def _file_version(self) -> tuple[int, ...] | None:
        with explained(f"{self._storage.path} can't be read"):
            found = own_folder.status(self._storage.path)
        return None if found is None else (found.st_ino, found.st_mtime_ns, found.st_size)
