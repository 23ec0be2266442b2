"""Keeps the unfinished note line on disk while it is being typed, without a key ever waiting for the disk.

One thread writes, in order and always the latest text: what is typed while it writes is written next.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol


class Draft(Protocol):
    """Where the unfinished note line is kept. Every method may raise OSError; typing goes on without a draft then."""

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
        self._latest = ""
        self._kept = ""

    def load(self) -> str:
        try:
            self._latest = self._kept = self._draft.load()
        except OSError as error:
            self._failed(str(error))
        return self._latest

    def keep(self, text: str) -> None:
        """Keep `text` as the draft; an empty text clears it."""
        if text == self._latest:
            return
        self._latest = text
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "draft")
        self._writer.submit(self._write)

    def close(self) -> None:
        """Wait until the latest text has been kept."""
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
