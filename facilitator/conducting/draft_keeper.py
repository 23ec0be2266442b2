"""Keeps what is being typed on disk, a note, a vote or an answer, without a key ever waiting for the disk.

One thread writes, in order and always the latest text: what is typed while it writes is written next. A line that was
handed in stays in the draft until it is kept: on a slow disk the draft is all that there is of it.

Each line has a name while it is typed, under which it is recorded once it is sent. A process may be killed when a line
is kept and still in its draft: whoever finds its name in the journal knows that the line was carried out.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Protocol

from facilitator.conducting.stamping import random_id
from facilitator.conducting.submission import Submission

DRAFT_SECONDS = 0.2
"""How long typed text waits to be written to disk, at most."""


class Draft(Protocol):
    """Where what is being typed is kept. Every method may raise OSError; typing goes on without a draft then."""

    def load(self) -> str: ...

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        """Keep `text`; `names` has the name of each of its lines, if they are to be sent."""
        ...

    def clear(self) -> None: ...


class NoDraft:
    """A draft that is kept nowhere, for rehearsals and pictures."""

    def load(self) -> str:
        return ""

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        pass

    def clear(self) -> None:
        pass


class _Line(NamedTuple):
    """A text that is to be sent by itself, which may have several rows; and its name."""

    text: str
    name: str


class DraftKeeper:
    """Keeps the texts that it is given. If one can't be kept, `failed` gets the reason, in the writing thread."""

    def __init__(self, draft: Draft, failed: Callable[[str], None]) -> None:
        self._draft = draft
        self._failed = failed
        self._writer: ThreadPoolExecutor | None = None
        self._handed_in: list[tuple[_Line, Submission]] = []
        self._typed: list[_Line] = []
        self._latest: list[_Line] = []
        self._kept: list[_Line] = []

    def load(self) -> str:
        """Return what was typed and not sent. `keep` it soon, so that it has a name by which it is known."""
        text = ""
        try:
            text = self._draft.load()
        except OSError as error:
            self._failed(str(error))
        self._latest = self._kept = [_Line(text, "")] if text else []
        return text

    def name(self, line: str, *others: str) -> str:
        """Return the name under which `line`, which is sent now, is to be recorded; `others` stay in the draft.

        No line gets the same name again, even if this one is refused.
        """
        first, *self._typed = self._named((line, *filter(None, others)))
        return first.name

    def hand_in(self, line: str, name: str, submission: Submission) -> None:
        """Keep `line` in the draft, before what is typed next, until it is kept itself."""
        self._handed_in.append((_Line(line, name), submission))

    def keep(self, *texts: str) -> None:
        """Keep these texts as the draft, after the lines that aren't kept yet; clear the draft if there is neither."""
        self._typed = self._named(filter(None, texts))
        if not self._has_changed():
            return
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "draft")
        self._writer.submit(self._write)

    def close(self) -> None:
        """Wait until the latest text has been kept. A line that is kept later is taken out of the draft then."""
        if self._writer is not None:
            self._writer.shutdown()
            self._writer = None
        if self._handed_in:
            self._handed_in[-1][1].when_answered(self._take_out_kept)

    def _take_out_kept(self) -> None:
        if self._has_changed():
            self._write()

    def _has_changed(self) -> bool:
        """Put the draft together; return whether it is another one than before."""
        before = self._latest
        self._handed_in = [(line, submission) for line, submission in self._handed_in if not submission.kept]
        self._latest = [*(line for line, _ in self._handed_in), *self._typed]
        return self._latest != before

    def _named(self, texts: Iterable[str]) -> list[_Line]:
        """Return the texts with their names: the same as before, also for one that was edited, else new ones."""
        texts, before = tuple(texts), list(self._typed)
        names: dict[int, str] = {}
        for is_the_same in (str.__eq__, _begin_alike):
            for place, text in enumerate(texts):
                found = next((line for line in before if is_the_same(text, line.text)), None)
                if place not in names and found is not None:
                    names[place] = found.name
                    before.remove(found)
        return [_Line(text, names.get(place) or random_id()) for place, text in enumerate(texts)]

    def _write(self) -> None:
        lines = self._latest
        if lines == self._kept:
            return
        try:
            if lines:
                names = [line.name for line in lines for _ in line.text.split("\n")]
                self._draft.save("\n".join(line.text for line in lines), names)
            else:
                self._draft.clear()
            self._kept = lines
        except OSError as error:
            self._failed(str(error))


def _begin_alike(text: str, before: str) -> bool:
    """Return whether one may have become the other by editing: both are notes, say, or both are commands."""
    return text[:1] == before[:1]
