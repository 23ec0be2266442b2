"""Keeps what is being typed on disk, a note, a vote or an answer, without a key ever waiting for the disk.

One thread writes, in order and always the latest text: what is typed while it writes is written next. A line that was
handed in stays in the draft until it is kept: on a slow disk the draft is all that there is of it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from facilitator.conducting.submission import Submission

DRAFT_SECONDS = 0.2
"""How long typed text waits to be written to disk, at most."""


class Draft(Protocol):
    """Where what is being typed is kept. Every method may raise OSError; typing goes on without a draft then."""

    def load(self) -> str: ...

    def save(self, text: str) -> None: ...

    def clear(self) -> None: ...


class NoDraft:
    """A draft that is kept nowhere, for rehearsals and pictures."""

    def load(self) -> str:
        return ""

    def save(self, text: str) -> None:
        pass

    def clear(self) -> None:
        pass


class DraftKeeper:
    """Keeps the texts that it is given. If one can't be kept, `failed` gets the reason, in the writing thread."""

    def __init__(self, draft: Draft, failed: Callable[[str], None]) -> None:
        self._draft = draft
        self._failed = failed
        self._writer: ThreadPoolExecutor | None = None
        self._handed_in: list[tuple[str, Submission]] = []
        self._typed = ""
        self._latest = ""
        self._kept = ""

    def load(self) -> str:
        try:
            self._latest = self._kept = self._draft.load()
        except OSError as error:
            self._failed(str(error))
        return self._latest

    def hand_in(self, line: str, submission: Submission) -> None:
        """Keep `line` in the draft, before what is typed next, until it is kept itself."""
        self._handed_in.append((line, submission))

    def keep(self, text: str) -> None:
        """Keep `text` as the draft, after the lines that aren't kept yet; clear the draft if there is neither."""
        self._typed = text
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
        self._latest = "\n".join(filter(None, [*(line for line, _ in self._handed_in), self._typed]))
        return self._latest != before

    def _write(self) -> None:
        text = self._latest
        if text == self._kept:
            return
        try:
            if text:
                self._draft.save(text)
            else:
                self._draft.clear()
            self._kept = text
        except OSError as error:
            self._failed(str(error))
