"""What is being typed, kept beside the journal, or in the second place, so that not even typing is lost.

Separate from the journal, because a draft is no fact: it is overwritten every few keys and gone once its
note is kept. It is synced all the same, because a power cut would lose it just as a crash would; on a
common disk that takes less than a millisecond, a few times per second.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from facilitator.domain.text.plain_text import harmless
from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.patience import Patience
from facilitator.storage.second_place import SecondPlace

NOTE_DRAFT, MEETING_DRAFT = "draft", "meeting"
"""The kinds of drafts: of the note line, and of the line with which the panel votes and decides; and of cards."""


def card_kind(panelist: str) -> str:
    """Return the kind of the draft of a panelist's card."""
    return f"card-{crc32(panelist.encode()):08x}"


_NAMES = "\n\x1f"
"""Stands between a draft and the names of its lines; no text has it that was typed."""


class DraftLine(NamedTuple):
    """A line of a draft, and the name under which it is recorded once it is sent; empty if it never is."""

    text: str
    name: str


def save(path: Path, text: str, names: Sequence[str] = ()) -> None:
    """Keep `text` in place of the previous draft, which stays if this raises StorageError."""
    with explained(f"The draft is not kept in {path}"):
        durable.replace(path, encoded(text, names))


def load(path: Path) -> str:
    """Return the draft, without what acts on a terminal; empty if there is none. Raises StorageError."""
    return "\n".join(line.text for line in lines(path))


def lines(path: Path) -> list[DraftLine]:
    """Return the lines of the draft, without what acts on a terminal; none if there is none. Raises StorageError."""
    with explained(f"{path} can't be read"), suppress(FileNotFoundError, NotADirectoryError):
        text, _, names = foreign.content(path).decode(errors="replace").partition(_NAMES)
        named = zip(harmless(text).split("\n"), chain(names.split(), repeat("")), strict=False)
        return [DraftLine(*line) for line in named]
    return []


def clear(path: Path) -> None:
    """Remove the draft, if there is one. Raises StorageError."""
    with explained(f"{path} can't be removed"), suppress(NotADirectoryError):
        own_folder.remove(path)


def encoded(text: str, names: Sequence[str] = ()) -> bytes:
    """Return a draft as it is written; what can't be encoded doesn't stop it."""
    return "".join((text, *([_NAMES, " ".join(names)] if names else ()))).encode(errors="replace")


class DraftInFile:
    """A draft of no session, in the file at `path`. Every method may raise StorageError.

    A disk that gives no answer is one that fails.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._patience = Patience()

    def load(self) -> str:
        return load(self._path)

    def lines(self) -> list[DraftLine]:
        return lines(self._path)

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        with explained(f"The draft is not kept in {self._path}"):
            self._patience.do(partial(self._save, text, names))

    def clear(self) -> None:
        with explained(f"{self._path} can't be removed"):
            self._patience.do(partial(clear, self._path))

    def _save(self, text: str, names: Sequence[str]) -> None:
        durable.make_folder(self._path.parent)
        save(self._path, text, names)


class DraftInTwoPlaces:
    """A draft of a session in the file at `path`, and in the second place while that can't be written.

    `kind` tells it from other drafts of the session.

    A disk that gives no answer is one that fails. Every method may raise StorageError.
    """

    def __init__(self, path: Path, second: SecondPlace, session: str, kind: str = NOTE_DRAFT) -> None:
        self._path = path
        self._second = second
        self._session = session
        self._kind = kind
        self._patience = Patience()

    @property
    def is_hanging(self) -> bool:
        """Whether the first place has yet to answer for something that took too long."""
        return self._patience.is_at_an_end

    def load(self) -> str:
        """Return the draft, empty if there is none: the one in the second place is the later one."""
        return load(self._second.draft(self._session, self._kind) or self._path)

    def lines(self) -> list[DraftLine]:
        """Return the lines of that draft, with their names."""
        return lines(self._second.draft(self._session, self._kind) or self._path)

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        """Keep `text` in place of the previous draft; `names` are those of its lines."""
        self._do(partial(save, self._path, text, names), encoded(text, names))

    def clear(self) -> None:
        """Remove the draft, if there is one."""
        self._do(partial(clear, self._path), b"")

    def close(self) -> None:
        """Bring what is in the second place back, if the first answers and takes it."""
        later = self._second.draft(self._session, self._kind)
        if later is not None and not self.is_hanging:
            with suppress(StorageError):
                found = lines(later)
                text = "\n".join(line.text for line in found)
                self.save(text, [line.name for line in found]) if text else self.clear()
        self._patience.end()

    def _do(self, deed: Callable[[], None], content: bytes) -> None:
        """Do it at the first place, so that the draft is `content`, or else see to that at the second."""
        try:
            with explained(f"The draft is not kept in {self._path}"):
                self._patience.do(deed)
        except StorageError:
            self._second.keep_draft(self._session, self._kind, content)
        else:
            if (later := self._second.draft(self._session, self._kind)) is not None:
                clear(later)
