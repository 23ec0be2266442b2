"""The second place: where a session goes on when its journal can't be written, until it can be again.

It is a journal like the other, under the name `<mark of the data folder>-<session>.journal` in a folder of ours
elsewhere, and holds the whole session, so that it can stand alone. What it holds is taken back into the session's own
journal when that can be written: within a second while the session is open, else when it is next opened.

Separate from the journal, which knows one file, and from the data folder, which may be what has failed.
"""

import os
from collections.abc import Collection, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path
from zlib import crc32

from facilitator.domain.facts.event import Event
from facilitator.files import durable, elsewhere
from facilitator.files.durable import StorageError, explained
from facilitator.storage import journal
from facilitator.storage.journal import Journal, JournalError


class SecondPlace:
    """The second places of the sessions in the data folder at `root`; nothing is created before it is needed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def journals(self, session: str) -> list[Path]:
        """Return the journals of a session that are there: more than one if a second place has failed as well."""
        name = self._name(session, "journal")
        return [folder / name for folder in self._ours() if elsewhere.is_there(folder / name)]

    def events(self, session: str) -> list[Event]:
        """Return what is kept of a session here, without changing it. Raises JournalError."""
        return [event for path in self.journals(session) for event in journal.read_events(path)]

    def sessions(self) -> dict[str, Path]:
        """Return the journals by session."""
        marked, end = self._mark, ".journal"
        return {
            path.name[len(marked) : -len(end)]: path
            for path in self._files()
            if path.name.startswith(marked) and path.name.endswith(end)
        }

    def belongings(self, session: str) -> list[Path]:
        """Return every file of a session here, what was put aside as damaged included."""
        prefix = self._name(session, "")
        return [path for path in self._files() if path.name.startswith(prefix)]

    def remove(self, session: str) -> None:
        """Remove the journals of a session: all that they hold is kept where it should be. Damage is put aside.

        Raises OSError, JournalError.
        """
        for path in self.journals(session):
            Journal.open(path).close()
            path.unlink(missing_ok=True)
            durable.sync_folder(path.parent)

    def begin(self, session: str, events: Sequence[Event], besides: Collection[Path] = ()) -> Journal:
        """Keep `events` in the first place that takes them, but for the files `besides`; return its journal, open.

        A journal that is there already gets what it lacks. Raises JournalError, with the reason of the last place.
        """
        failure = JournalError("There is no other place.")
        for folder in self._folders:
            path = folder / self._name(session, "journal")
            if path in besides:
                continue
            try:
                return self._begun(path, events)
            except JournalError as error:
                failure = error
        raise failure

    def hold(self, holds: ExitStack, session: str, who: str, since: int) -> None:
        """Hold a session here, where the data folder takes no lock. Raises SessionHeld, StorageError."""
        from facilitator.files.lock import SessionHeld

        failure = StorageError("There is no other place.")
        for folder in self._folders:
            try:
                with explained(f"{folder} can't be used"):
                    elsewhere.make(folder)
                _hold(holds, folder / self._name(session, "lock"), who, since)
                return
            except SessionHeld:
                raise
            except StorageError as error:
                failure = error
        raise failure

    def hold_too(self, holds: ExitStack, session: str, who: str, since: int) -> None:
        """Hold a session wherever somebody has held it by `hold`. Raises SessionHeld while they still do."""
        for folder in self._ours():
            path = folder / self._name(session, "lock")
            if elsewhere.is_there(path):
                _hold(holds, path, who, since)

    @cached_property
    def _folders(self) -> list[Path]:
        return elsewhere.folders(self._root)

    @cached_property
    def _mark(self) -> str:
        """Tells the sessions of one data folder from another's: what is read there must not be taken in here."""
        return f"{crc32(os.fsencode(self._root.resolve())):08x}-"

    def _name(self, session: str, kind: str) -> str:
        return f"{self._mark}{session}.{kind}"

    def _ours(self) -> list[Path]:
        return [folder for folder in self._folders if elsewhere.is_ours(folder)]

    def _files(self) -> list[Path]:
        files: list[Path] = []
        for folder in self._ours():
            with suppress(OSError):
                files += folder.iterdir()
        return files

    def _begun(self, path: Path, events: Sequence[Event]) -> Journal:
        with explained(f"Not kept in {path}", JournalError):
            elsewhere.make(path.parent)
        is_new = not elsewhere.is_there(path)
        begun = Journal.create(path) if is_new else Journal.open(path)
        known = {event.id for event in begun.events}
        try:
            begun.append([event for event in events if event.id not in known])
        except BaseException:
            begun.close()
            if is_new:
                with suppress(OSError):
                    path.unlink()
            raise
        return begun


def _hold(holds: ExitStack, path: Path, who: str, since: int) -> None:
    """Hold the lock at `path` as long as `holds`; then the file goes."""
    from facilitator.files import lock

    holds.enter_context(lock.hold(path, who, since))
    holds.callback(path.unlink, missing_ok=True)


class LogInTwoPlaces:
    """The log of a session: its own journal at `path`, and the second place while that can't be written.

    `own` is the journal, open, or None if it could not be opened, because of `trouble`; `events` is what was read then.
    Raises JournalError if what an earlier process has kept in the second place can't be read.
    """

    def __init__(
        self,
        session: str,
        path: Path,
        second: SecondPlace,
        own: Journal | None,
        events: Sequence[Event] = (),
        trouble: str = "",
    ) -> None:
        self._session = session
        self.path = path
        self._second = second
        self._own = own
        self._read = tuple(events)
        self._elsewhere: Journal | None = None
        self._failed: set[Path] = set()
        self._behind: list[Event] = []
        self._why = trouble
        if second.journals(session):
            self._take_back()

    @property
    def events(self) -> tuple[Event, ...]:
        return (*(self._own.events if self._own else self._read), *self._behind)

    @property
    def trouble(self) -> str:
        """Why some of the session is not in its own journal, and where it is instead; empty if all of it is."""
        if not self._behind:
            return ""
        return f"Kept in {self._elsewhere.path if self._elsewhere else 'a second place'} instead.\n{self._why}"

    @property
    def amiss(self) -> str:
        """What whoever goes on with the session should be told about its own journal; empty if all is well."""
        return self._own.amiss if self._own else ""

    def append(self, events: Sequence[Event]) -> None:
        """Keep the events of one command, all or none, in one place or the other. Raises JournalError."""
        if not self._why and self._append_to_own(events):
            return
        try:
            self._append_elsewhere(events)
        except JournalError as error:
            self.catch_up()  # the other place fails as well: the journal may be writable again
            if self._why or not self._append_to_own(events):
                raise JournalError(f"{self._why}\n{error}") from error
        else:
            self._behind += events

    def catch_up(self) -> None:
        """Try again to bring into the session's own journal what it lacks; then nothing is elsewhere any more."""
        if self._why and self._append_to_own(self._behind):
            self._why = ""
            self._behind = []
            self._leave_second_place()

    def close(self) -> None:
        """Close the files. A second call does nothing."""
        for journal_ in (self._own, self._elsewhere):
            if journal_ is not None:
                journal_.close()

    def _take_back(self) -> None:
        """Bring back what an earlier process has kept elsewhere."""
        known = {event.id for event in self.events}
        self._behind = list({event.id: event for event in self._second.events(self._session)}.values())
        self._behind = [event for event in self._behind if event.id not in known]
        self._why = self._why or "Not taken back yet."
        self.catch_up()
        if self._why:
            with suppress(JournalError):
                self._elsewhere = self._second.begin(self._session, self.events)

    def _append_to_own(self, events: Sequence[Event]) -> bool:
        """Return whether they are in the session's own journal now; if not, `_why` says why."""
        try:
            if self._own is None:
                self._own = Journal.open(self.path) if elsewhere.is_there(self.path) else Journal.create(self.path)
                known = {event.id for event in self._own.events}
                events = [event for event in (*self._read, *events) if event.id not in known]
            self._own.append(events)
        except JournalError as error:
            self._why = str(error)
            self._let_go_of_a_useless_journal()
            return False
        return True

    def _let_go_of_a_useless_journal(self) -> None:
        """Leave no empty journal behind, and don't hold on to one whose file was deleted."""
        own = self._own
        if own is not None and not (own.events and elsewhere.is_there(self.path)):
            self._read = own.events or self._read
            self._own = None
            own.close()
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _append_elsewhere(self, events: Sequence[Event]) -> None:
        if self._elsewhere is not None:
            try:
                self._elsewhere.append(events)
                return
            except JournalError:
                self._failed.add(self._elsewhere.path)
                self._leave_open_file()
        try:
            self._elsewhere = self._second.begin(self._session, (*self.events, *events), self._failed)
        except JournalError:
            self._failed.clear()  # the next time each is tried again
            raise

    def _leave_second_place(self) -> None:
        self._leave_open_file()
        self._failed.clear()
        with suppress(OSError, JournalError):  # what it holds is taken back once more then, to no effect
            self._second.remove(self._session)

    def _leave_open_file(self) -> None:
        if self._elsewhere is not None:
            self._elsewhere.close()
            self._elsewhere = None
