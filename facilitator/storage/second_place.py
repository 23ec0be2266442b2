"""The second place: where a session goes on when its journal can't be written, until it can be again.

It is a journal like the other, under the name `<mark of the data folder>-<session>.journal` in a folder of ours
elsewhere, and holds the whole session, so that it can stand alone. What it holds is taken back into the session's own
journal when that can be written: within a second while the session is open, else when it is next opened. Its header
says for which data folder it was begun, so that it is found again when that has moved. What is being typed is kept
there as well, as `<mark>-<session>.draft` and the like.

Separate from the journal, which knows one file, and from the data folder, which may be what has failed.
"""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property, partial
from pathlib import Path
from zlib import crc32

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.packet import Kept
from facilitator.files import durable, elsewhere, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.patience import Patience, do_patiently
from facilitator.files.unfinished import SUFFIX as UNFINISHED
from facilitator.storage import journal
from facilitator.storage.journal import Journal, JournalError
from facilitator.storage.journal_line import Scan
from facilitator.storage.places.patient_journal import PatientJournal

IsOurs = Callable[[str, Sequence[Event], Path], bool]
"""Told a session, events under its id, and the data folder that these were kept for: are they of this data folder?"""

_NAME = re.compile(r"([0-9a-f]{8})-(.+)\.journal")
_OF_SESSION = re.compile(r"\.?[0-9a-f]{8}-([^.]+)\..+")
_STAYS = (".journal", ".lock", ".holder")


class SecondPlace:
    """The second places of the sessions in the data folder at `root`; nothing is created before it is needed.

    `has_moved_here` says of what was kept for a data folder at another path whether that one is here now. The disk of
    the data folder, which may be what hangs, is asked through `disk`.
    """

    def __init__(self, root: Path, has_moved_here: IsOurs, disk: Patience) -> None:
        self._root = root
        self._has_moved_here = has_moved_here
        self._disk = disk
        self._unanswered = set[Path]()

    def journals(self, session: str) -> list[Path]:
        """Return the journals of a session that are there: more than one if a second place has failed as well."""
        return self._journals(session)

    def scans(self, session: str) -> list[Scan]:
        """Return what the journals of a session hold, without changing them. Raises JournalError."""
        return [journal.scan(path) for path in self.journals(session)]

    def kept(self, session: str) -> list[Kept]:
        """Return what is kept of a session here, without changing it. Raises JournalError."""
        return [one for found in self.scans(session) for one in found.kept]

    def sessions(self) -> dict[str, Path]:
        """Return the journals by session."""
        return {_session_of(path): path for path in self._journals()}

    def belongings(self, session: str) -> list[Path]:
        """Return every file of a session here, what was put aside or never got its name included."""
        prefixes = {self._name(session, ""), *(f"{path.stem}." for path in self.journals(session))}
        return [path for path in self._files() if path.name.removeprefix(".").startswith(tuple(prefixes))]

    def doubtful(self, session: str) -> list[Path]:
        """Return what was kept under the session's name for another data folder, which may have been this one."""
        sure = self.belongings(session)
        named = [path for path in self._files() if (found := _OF_SESSION.fullmatch(path.name)) and found[1] == session]
        return [path for path in named if path not in sure]

    def take_along(self, session: str) -> None:
        """Let what was kept beside a journal while this data folder was at another path be found here.

        That is drafts. Only whoever holds the session may do it. It never raises.
        """
        beginnings = tuple(f"{path.stem}." for path in self.journals(session))
        for path in self._files() if beginnings else ():
            own = path.with_name(self._name(session, path.name.partition(".")[2]))
            if path.name.startswith(beginnings) and own.suffix not in _STAYS and not elsewhere.is_there(own):
                with suppress(OSError):
                    own_folder.rename(path, own)

    def clear(self, session: str) -> None:
        """Remove journals that a killed process was making of a session, for whoever holds it. It never raises."""
        beginning = f".{self._name(session, 'journal')}."
        for path in self._files():
            if path.name.startswith(beginning) and path.name.endswith(UNFINISHED):
                with suppress(OSError):
                    own_folder.remove(path)

    def remove(self, session: str) -> list[str]:
        """Remove the journals of a session: all that they hold is kept where it should be.

        Damage is put aside; return what is to be told of it. Raises OSError, JournalError.
        """
        told: list[str] = []
        for path in self.journals(session):
            with Journal.open(path) as found:
                told.append(found.amiss)
            own_folder.remove(path)
            durable.sync_folder(path.parent)
        return told

    def places(self, session: str) -> list[PatientJournal]:
        """Return the journals that a session could have here, the best place first; nothing is opened yet."""
        kept_for = _as_text(self._path)
        return [
            PatientJournal(folder / self._name(session, "journal"), make_folder=elsewhere.make, kept_for=kept_for)
            for folder in self._folders
        ]

    def draft(self, session: str, kind: str) -> Path | None:
        """Return the draft of this kind that is here of a session, if there is one."""
        name = self._name(session, kind)
        return next((folder / name for folder in self._ours() if elsewhere.is_there(folder / name)), None)

    def keep_draft(self, session: str, kind: str, text: bytes) -> None:
        """Keep a draft of a session in the first place that takes it. Raises StorageError."""
        failure = StorageError("There is no other place.")
        for folder in self._folders:
            try:
                with explained(f"The draft is not kept in {folder}"):
                    do_patiently(partial(_replace, folder / self._name(session, kind), text))
                return
            except StorageError as error:
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
        return elsewhere.folders(None if self._disk.is_at_an_end else self._root)

    @cached_property
    def _path(self) -> Path:
        with suppress(TimeoutError):
            return self._disk.do(self._root.resolve)
        return self._root.absolute()

    @cached_property
    def _mark(self) -> str:
        """Tells the sessions of one data folder from another's: what is read there must not be taken in here."""
        return f"{crc32(os.fsencode(self._path)):08x}"

    def _name(self, session: str, kind: str) -> str:
        return f"{self._mark}-{session}.{kind}"

    def _ours(self) -> list[Path]:
        return [folder for folder in self._folders if elsewhere.is_ours(folder)]

    def _files(self) -> list[Path]:
        files: list[Path] = []
        for folder in self._ours():
            with suppress(OSError):
                files += folder.iterdir()
        return files

    def _journals(self, session: str | None = None) -> list[Path]:
        """Return the journals of this data folder's sessions, or of one of them."""
        named = [(path, found[1], found[2]) for path in self._files() if (found := _NAME.fullmatch(path.name))]
        return [
            path
            for path, mark, name in named
            if session in (None, name) and (mark == self._mark or self._is_moved(path, name))
        ]

    def _is_moved(self, path: Path, session: str) -> bool:
        """Return whether this journal of another mark was kept for this data folder when that was at another path."""
        try:
            found = journal.scan(path)
            kept_for = Path(found.kept_for)
            if not kept_for.is_absolute() or kept_for in self._unanswered:
                return False
            return do_patiently(partial(self._is_kept_for_here, session, found.events, kept_for))
        except TimeoutError:  # it is on a disk that may be gone for good, and would be asked for every session
            self._unanswered.add(kept_for)
            return False
        except (OSError, JournalError):
            return False

    def _is_kept_for_here(self, session: str, events: Sequence[Event], kept_for: Path) -> bool:
        return kept_for.resolve() == self._path or self._has_moved_here(session, events, kept_for)


def _replace(path: Path, content: bytes) -> None:
    elsewhere.make(path.parent)
    durable.replace(path, content)


def _as_text(path: Path) -> str:
    """Return the path as text; one that is none is changed, and taken for one that isn't there."""
    return os.fsencode(path).decode(errors="replace")


def _session_of(path: Path) -> str:
    return path.stem.partition("-")[2]


def _hold(holds: ExitStack, path: Path, who: str, since: int) -> None:
    """Hold the lock at `path` as long as `holds`; then the file goes."""
    from facilitator.files import lock

    holds.enter_context(lock.hold(path, who, since))
    holds.callback(own_folder.remove, path)
