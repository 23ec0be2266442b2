"""A draft in a file, as a screen, the lines and the questions in the shell want one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from facilitator.files.durable import StorageError, reason

if TYPE_CHECKING:
    from facilitator.files.patience import Patience
    from facilitator.storage.draft import DraftInFile, DraftInTwoPlaces

_Result = TypeVar("_Result")


class FileDraft:
    """A draft in a file, of a session or of none. Each call may raise OSError.

    It is read when it is made, through `disk`, so that whoever asks for it later waits for no disk.
    """

    def __init__(self, kept: "DraftInTwoPlaces | DraftInFile", disk: "Patience") -> None:
        self._kept = kept
        self._text = ""
        self._why_not = ""
        try:
            self._text = disk.do(kept.load)
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


def _as_os_error(action: Callable[[], _Result]) -> _Result:
    try:
        return action()
    except StorageError as error:
        raise OSError(str(error)) from error
