"""The data folder, where everything is kept.

    <root>/sessions/<id>.journal   what happened         <id>.lock, .holder   who has it open
                    <id>.draft     the unfinished note   <id>.journal.torn-1  damage that was put aside
                    <id>.keys      of sealed scorecards  <id>.hold            it must not be erased
    <root>/debriefs/               what is exported when an interview ends
    <root>/library.json            the index of sessions
    <root>/config.toml             the settings, written by their owner
    <root>/agenda.schema.json      the schema that agenda files name, for editors
    <root>/device                  the name of this device among the authors of events
    elsewhere                      what couldn't be kept here (`second_place`)

Separate, because nothing else may make a path from a session id, which a person may have typed.
"""

import os
import re
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.files import durable
from facilitator.files.durable import StorageError, explained
from facilitator.storage import journal, journal_line
from facilitator.storage.card_keys import CardKeys
from facilitator.storage.journal import Journal, JournalError
from facilitator.storage.journal_line import Scan
from facilitator.storage.second_place import LogInTwoPlaces, SecondPlace

SESSION_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
JOURNAL = ".journal"
_DEVICE = re.compile(r"[0-9a-f]{16}")


class UnknownSession(StorageError):
    """There is no session with this id."""

    def __init__(self, session: str) -> None:
        super().__init__(f"There is no session {session!r}.")


class OpenSession:
    """A session that this process holds until `close`: its log, and the path of its draft.

    Where the data folder can't be written it is held, and kept, in the second place.
    """

    def __init__(self, home: "Home", session: str, who: str, since: int, *, is_new: bool) -> None:
        self.draft = home.path(session, "draft")
        self._hold = _held(home, session, who, since)
        try:
            self.journal = _log(home, session, is_new=is_new)
        except BaseException:
            self._hold.close()
            raise

    def close(self) -> None:
        self.journal.close()
        self._hold.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Home:
    """The data folder at `root`, created when something is first kept in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sessions = root / "sessions"
        self.library = root / "library.json"
        self.debriefs = root / "debriefs"
        self.config = root / "config.toml"
        self.schema = root / "agenda.schema.json"
        self.second_place = SecondPlace(root)

    def new_session(self, session: str, who: str, since: int) -> OpenSession:
        """Create a session and hold it for `who` from `since` (ms) on. Raises JournalError, SessionHeld."""
        with suppress(OSError):  # it is kept in the second place then
            durable.make_folder(self.sessions)
        return OpenSession(self, session, who, since, is_new=True)

    def open_session(self, session: str, who: str, since: int) -> OpenSession:
        """Open a session and hold it, as `new_session` does. Raises UnknownSession, SessionHeld, JournalError."""
        if not self.path(session, "journal").exists() and not self.second_place.journals(session):
            raise UnknownSession(session)
        return OpenSession(self, session, who, since, is_new=False)

    def read_session(self, session: str) -> Scan:
        """Return what the journal of a session holds, held or not. Raises UnknownSession, JournalError."""
        path = self.path(session, "journal")
        there = path.exists()
        elsewhere = self.second_place.events(session)
        if not there and not elsewhere:
            raise UnknownSession(session)
        found = journal.scan(path) if there else journal_line.scan(())
        if not elsewhere:
            return found
        return replace(found, events=list({event.id: event for event in (*found.events, *elsewhere)}.values()))

    def session_ids(self) -> list[str]:
        """Return the ids of the sessions that have a journal, here or in the second place, sorted."""
        elsewhere = (session + JOURNAL for session in self.second_place.sessions())
        return sorted({session for name in (*self._journals(), *elsewhere) if (session := _session_of(name))})

    def changed_sessions(self, known: Mapping[str, int | None]) -> list[str]:
        """Return the ids of the sessions whose journals aren't as long, in bytes, as is `known`, sorted.

        Of a journal whose length is known as None, any length is right. A session that has something in the second
        place is among them even then.
        """
        names = self._journals()
        names.difference_update([session + JOURNAL for session, length in known.items() if length is None])
        folder = f"{self.sessions}/"
        changed = set(self.second_place.sessions())
        for name in names:
            if name.endswith(JOURNAL):
                length = known.get(name[: -len(JOURNAL)])
                try:
                    if length is None or os.stat(folder + name).st_size != length:  # noqa: PTH116 - as below
                        changed.add(name[: -len(JOURNAL)])
                except FileNotFoundError:  # erased meanwhile
                    continue
        return sorted(session for session in changed if SESSION_ID.fullmatch(session))

    def journal_bytes(self, session: str) -> int:
        """Return the length of a session's journal; 0 if it has none here. Raises UnknownSession, StorageError."""
        path = self.path(session, "journal")
        with explained(f"{path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
            return path.stat().st_size
        return 0

    def _journals(self) -> set[str]:
        """Return the names of the files among which the journals are."""
        try:
            return set(os.listdir(self.sessions))  # noqa: PTH208 - a Path for each of ten thousand takes longer
        except (FileNotFoundError, NotADirectoryError):
            return set()

    def path(self, session: str, kind: str) -> Path:
        """Return the path of the session's file of this kind. Raises UnknownSession if `session` can't be an id."""
        if not SESSION_ID.fullmatch(session):
            raise UnknownSession(session)
        return self.sessions / f"{session}.{kind}"

    def keys(self, session: str) -> CardKeys:
        """Return the keys of the session's sealed scorecards. Raises UnknownSession."""
        return CardKeys(self.path(session, "keys"))

    def device(self) -> str:
        """Return the name of this device: random on first use, the same ever after. Raises StorageError."""
        from facilitator.files import lock

        path = self.root / "device"
        with explained(f"{path} can't be read or written"):
            if known := _read_device(path):
                return known
            with lock.exclusive(path.with_name("device.lock")):
                if known := _read_device(path):  # another process was first
                    return known
                device = os.urandom(8).hex()
                durable.replace(path, device.encode())
                return device


def _held(home: Home, session: str, who: str, since: int) -> ExitStack:
    """Hold a session: where the data folder takes no lock, in the second place. Raises SessionHeld, StorageError."""
    from facilitator.files import lock  # reading alone needs no lock

    with ExitStack() as holds:
        try:
            holds.enter_context(lock.hold(home.path(session, "lock"), who, since))
        except lock.SessionHeld:
            raise
        except StorageError:
            home.second_place.hold(holds, session, who, since)
        else:
            home.second_place.hold_too(holds, session, who, since)
        return holds.pop_all()


def _log(home: Home, session: str, *, is_new: bool) -> LogInTwoPlaces:
    """Open the log of a session. Raises JournalError if there is a journal that can't be read, or mustn't be there."""
    path = home.path(session, "journal")
    own, trouble, events = None, "", list[Event]()
    try:
        if is_new:
            own = Journal.create(path)
        elif path.exists():
            own = Journal.open(path)
    except JournalError as error:
        if is_new and path.exists():
            raise
        trouble = str(error)
        events = [] if is_new else journal.read_events(path)  # which raises if it can't even be read
    return LogInTwoPlaces(session, path, home.second_place, own, events, trouble)


def default_root() -> Path:
    """Return our folder in the platform's folder for this user's data."""
    from platformdirs import user_data_path

    return user_data_path("facilitator", appauthor=False)


def _session_of(name: str) -> str | None:
    """Return the id of the session whose journal has this name; None if it is another sort of file."""
    session = name.removesuffix(JOURNAL)
    return session if session != name and SESSION_ID.fullmatch(session) else None


def _read_device(path: Path) -> str | None:
    with suppress(FileNotFoundError, UnicodeDecodeError):
        device = path.read_text(encoding="ascii").strip()
        return device if _DEVICE.fullmatch(device) else None
    return None
