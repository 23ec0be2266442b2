"""A draft in a file, as a screen, the lines and the questions in the shell want one."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from facilitator.files.durable import StorageError, reason

if TYPE_CHECKING:
    from facilitator.files.patience import Patience
    from facilitator.storage.draft import DraftInFile, DraftInTwoPlaces

_Result = TypeVar("_Result")


class FileDraft:
    """A draft in a file, of a session or of none. Each call may raise OSError.

    It is read when it is made, through `disk`, so that whoever asks for it later waits for no disk. Lines that were
    sent and kept since it was saved are taken out of it then: `sent_since` says which (see `_unsent`).
    """

    def __init__(
        self,
        kept: "DraftInTwoPlaces | DraftInFile",
        disk: "Patience",
        sent_since: Callable[[int], Collection[str]] = lambda since: (),
    ) -> None:
        self._kept = kept
        self._text = ""
        self._why_not = ""
        try:
            self._text = disk.do(partial(_unsent, kept, sent_since))
        except (StorageError, TimeoutError) as error:
            self._why_not = reason(error) if isinstance(error, OSError) else str(error)

    def load(self) -> str:
        if self._why_not:
            raise OSError(self._why_not)
        return self._text

    def save(self, text: str) -> None:
        _as_os_error(lambda: self._kept.save(text))
        self._text, self._why_not = text, ""

    def clear(self) -> None:
        _as_os_error(self._kept.clear)
        self._text, self._why_not = "", ""


def _unsent(kept: "DraftInTwoPlaces | DraftInFile", sent_since: Callable[[int], Collection[str]]) -> str:
    """Return what was typed and not sent.

    A process may be killed when a line is kept and still in the draft; nobody should send it twice.
    """
    text = kept.load()
    lines, sent = text.split("\n"), sent_since(kept.saved_at()) if text else ()
    while lines and lines[0] in sent:
        del lines[0]
    if (rest := "\n".join(lines)) != text:
        kept.save(rest) if rest else kept.clear()
    return rest


def _as_os_error(action: Callable[[], _Result]) -> _Result:
    try:
        return action()
    except StorageError as error:
        raise OSError(str(error)) from error
