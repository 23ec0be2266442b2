"""The journal: everything that happened in one session, in a file that only grows.

An event is kept once `append` has returned: its line is written and synced. On opening, what a crash or
a disk has damaged is put aside in a file of its own before anything is appended, so that a journal can
always be opened and nothing is thrown away. Who may write is for the lock to say.
"""

import errno
import os
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.packet import Kept, events_in
from facilitator.domain.text.plain_text import one_line
from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.final_name import give_name
from facilitator.files.unfinished import UNLISTED, UnfinishedFiles
from facilitator.storage import journal_line
from facilitator.storage.forms.header import OURS, WITHOUT_HEADER, NewerMajor
from facilitator.storage.forms.healing import Healed, heal

if TYPE_CHECKING:
    from facilitator.storage.forms.left_lines import Left

_READ_AT_ONCE = 1 << 17

LARGEST_JOURNAL_BYTES = 1 << 28
"""The most that a journal may have: hundreds of times as much as the longest interview makes of it."""


class JournalError(StorageError):
    """A journal could not be opened, or events could not be kept. The message says why, for a person."""


class EventLog(Protocol):
    """Where the conductor keeps events, and on a panel the packets that they come in."""

    @property
    def kept(self) -> tuple[Kept, ...]:
        """Everything that is kept, in the order in which it was appended."""

    def append(self, kept: Sequence[Kept]) -> None:
        """Keep this, all or none. Raises JournalError if none; then it may be tried again."""

    @property
    def trouble(self) -> str:
        """Why some events are not kept where they should be, and where they are; empty if all are."""

    def forget(self, left_of: "Left") -> None:
        """Keep only what `left_of` leaves of all that is kept. Raises JournalError; then it may be tried again."""

    def catch_up(self) -> None:
        """Try again to keep them there. It never raises."""

    def close(self) -> None: ...


class KeptInOrder:
    """What a log keeps, and the events in it."""

    def __init__(self, kept: Sequence[Kept] = ()) -> None:
        self._kept = list(kept)

    @property
    def kept(self) -> tuple[Kept, ...]:
        return tuple(self._kept)

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(events_in(self._kept))

    def forget(self, left_of: "Left") -> None:
        """Have only what `left_of` leaves of it."""
        self._kept = [left for one in self._kept if (left := left_of(one)) is not None]


class MemoryJournal(KeptInOrder):
    """An event log in memory, for rehearsals and tests."""

    trouble = ""

    def append(self, kept: Sequence[Kept]) -> None:
        self._kept.extend(kept)

    def catch_up(self) -> None:
        pass

    def close(self) -> None:
        pass


class Journal(KeptInOrder):
    """A session's journal on disk, open for appending. Use `create` or `open` to get one.

    `version` is that of its form; `newer` counts what only a newer version of the program knows.
    """

    trouble = ""
    """It is where events should be: what is not kept here is told by `append`."""

    def __init__(
        self,
        path: Path,
        descriptor: int,
        found: journal_line.Scan,
        healed: Healed | None,
        begun: "_Begun | None" = None,
    ) -> None:
        super().__init__(found.kept)
        self.path = path
        self.healed = healed
        self.version = found.version if found.whole_length else OURS
        self.newer = found.newer
        self.strays = found.strays
        self._descriptor = descriptor
        self._length = found.whole_length
        self._kept_for = found.kept_for
        self._tells_newer = False
        self._has_torn_tail = False
        self._begun = begun

    @classmethod
    def create(cls, path: Path, kept_for: str = "", unfinished: UnfinishedFiles = UNLISTED) -> Self:
        """Begin a journal at `path`; it is there when it has its first events, so that none is ever empty.

        Raises JournalError, also if there is one already. `kept_for` is the data folder of which it is the second
        place; `unfinished` is where it is until then.
        """
        with explained(f"{path} can't be created", JournalError), ExitStack() as making:
            durable.make_folder(path.parent)
            if own_folder.is_there(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            made = making.enter_context(unfinished.making(path))
            descriptor = durable.create(made, os.O_WRONLY | os.O_APPEND)
            begun = _Begun(made, making.pop_all())
        return cls(path, descriptor, replace(journal_line.scan(()), kept_for=kept_for), None, begun)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the journal at `path`, healed if need be.

        Raises JournalError if it can't be read or healed, or a newer version has written to it: it is unchanged then.
        """
        with explained(f"{path} can't be opened", JournalError):
            found = _scan(path)
            healed = heal(path, found) if found.damaged or found.flipped else None
            descriptor = durable.open_private(path, os.O_WRONLY | os.O_APPEND)
        return cls(path, descriptor, found, healed)

    @property
    def amiss(self) -> str:
        """What whoever goes on with the session should be told, for a person; empty if all is well."""
        healed = str(self.healed) if self.healed is not None else ""
        texts = [healed, journal_line.strays_text(self.strays), journal_line.newer_text(self.newer)]
        return " ".join(filter(None, texts))

    def append(self, kept: Sequence[Kept]) -> None:
        """Keep events and packets, all or none, with a line for each command; they are on the disk when this returns.

        Raises JournalError if they couldn't be kept: what was half written is cut off, and the same can be appended
        again. If the process is killed meanwhile, each command is kept as a whole or not at all.
        """
        if not kept:
            return
        lines = journal_line.encode_all(kept)
        tells_newer = self._tells_newer or journal_line.holds_newer(events_in(kept))
        promises_less = WITHOUT_HEADER < self.version < OURS
        if not self._length or promises_less or tells_newer != self._tells_newer:
            lines = journal_line.encode_header(kept, self._kept_for) + lines
        with explained(f"Not kept in {self.path}", JournalError):
            self._write(lines)
        if promises_less:
            self.version = OURS
        self._tells_newer = tells_newer
        self._length += len(lines)
        self._kept.extend(kept)

    def forget(self, left_of: "Left") -> None:
        """Keep only what `left_of` leaves; even if the process is killed, it is all as before or all as it is to be.

        Raises JournalError; then it is as before.
        """
        from facilitator.storage.forms.left_lines import left_lines  # not at the top: hardly any note is erased

        with explained(f"Not erased in {self.path}", JournalError):
            self._check_name()
            with open(self.path, "rb", opener=foreign.open_no_link) as lines:
                content = left_lines(lines, left_of)
            durable.replace(self.path, content)
            os.close(self._descriptor)
            self._descriptor = -1  # should the next call fail, so does whatever is appended, until it is opened again
            self._descriptor = durable.open_private(self.path, os.O_WRONLY | os.O_APPEND)
        self._length, self._has_torn_tail = len(content), False
        super().forget(left_of)

    def sync(self) -> None:
        """Wait until all of it is on the disk, also what somebody wrote who got no answer. Raises JournalError."""
        with explained(f"Not kept in {self.path}", JournalError):
            self._check_name()
            durable.sync(self._descriptor)

    def catch_up(self) -> None:
        """Do nothing: no event is anywhere else."""

    @property
    def is_closed(self) -> bool:
        return self._descriptor < 0

    def close(self) -> None:
        """Close the file. A second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        if self._begun is not None:
            self._begun.making.close()
            self._begun = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_name(self) -> None:
        if os.fstat(self._descriptor).st_nlink == 0:  # writing would succeed, into a file without a name
            raise OSError(0, "its file has been deleted")

    def _write(self, lines: bytes) -> None:
        self._check_name()
        if self._length + len(lines) > LARGEST_JOURNAL_BYTES:
            raise OSError(errno.EFBIG, "")
        if self._has_torn_tail:
            os.ftruncate(self._descriptor, self._length)
        self._has_torn_tail = True
        try:
            durable.write_all(self._descriptor, lines)
            durable.sync(self._descriptor)
            self._give_name()
        except OSError:
            with suppress(OSError):  # if this fails too, it is done before the next lines are written
                os.ftruncate(self._descriptor, self._length)
            raise
        self._has_torn_tail = False

    def _give_name(self) -> None:
        """Give a journal that has just got its first lines its name."""
        if self._begun is not None:
            give_name(self._begun.made, self.path)
            try:
                durable.sync_folder(self.path.parent)
            except OSError:
                own_folder.remove(self.path)  # it would stay there, empty
                raise
            self._begun.making.close()
            self._begun = None


class _Begun(NamedTuple):
    """A journal that has no name yet: where it is made, and what removes it from there."""

    made: Path
    making: ExitStack


def scan(path: Path) -> journal_line.Scan:
    """Return what the journal at `path` holds, without changing it.

    For reading only: it needs no lock, even while somebody is writing. Raises JournalError.
    """
    with explained(f"{path} can't be read", JournalError):
        return _scan(path)


def read_events(path: Path) -> list[Event]:
    """Return the events in the journal at `path`. Raises JournalError."""
    return scan(path).events


def _scan(path: Path) -> journal_line.Scan:
    """Scan a journal. What can't be understood but has the right checksum isn't damage and must not be healed away."""
    try:
        with open(path, "rb", _READ_AT_ONCE, opener=foreign.open_no_link) as lines:
            if os.fstat(lines.fileno()).st_size > LARGEST_JOURNAL_BYTES:
                raise OSError(errno.EFBIG, "")
            # not at once: a long journal would be in memory twice
            return journal_line.scan(lines)
    except NewerMajor as version:
        raise JournalError(
            f"{path} was written by a newer version of facilitator, as a journal {one_line(str(version))}; "
            f"this one reads {OURS.major}.x. Nothing was changed."
        ) from version
