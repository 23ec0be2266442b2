"""Keeps the unfinished note line on disk while it is typed, without a key ever waiting for the disk.

One thread writes, in order, and only the latest text: what was typed while it wrote is written next.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol


class Draft(Protocol):
    """Where the unfinished note line is kept. Each may raise OSError; typing goes on without it."""

    def load(self) -> str: ...

    def save(self, text: str) -> None: ...

    def clear(self) -> None: ...


class NoDraft:
    """A draft that is kept nowhere: for rehearsals and pictures."""

    def load(self) -> str:
        return ""

    def save(self, text: str) -> None:
        pass

    def clear(self) -> None:
        pass


class DraftKeeper:
    """Give it each text that is to be kept; `failed` is called, in the writing thread, with why one couldn't be."""

    def __init__(self, draft: Draft, failed: Callable[[str], None]) -> None:
        self._draft = draft
        self._failed = failed
        self._writer: ThreadPoolExecutor | None = None
        self._latest = ""
        self._kept = ""

    def load(self) -> str:
        try:
            self._latest = self._kept = self._draft.load()
        except OSError as error:
            self._failed(str(error))
        return self._latest

    def keep(self, text: str) -> None:
        """Keep `text` from now on; an empty one forgets the draft."""
        if text == self._latest:
            return
        self._latest = text
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "draft")
        self._writer.submit(self._write)

    def close(self) -> None:
        """Wait until the latest text is kept."""
        if self._writer is not None:
            self._writer.shutdown()
            self._writer = None

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
