"""A draft in a file, as a screen, the lines and the questions in the shell want one."""

from collections.abc import Callable, Sequence
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
    carried out since are taken out of it then: `is_recorded` says under which names something is kept.
    """

    def __init__(
        self,
        kept: "DraftInTwoPlaces | DraftInFile",
        disk: "Patience",
        is_recorded: Callable[[str], bool] = lambda name: False,
    ) -> None:
        self._kept = kept
        self._text = ""
        self._why_not = ""
        try:
            self._text = disk.do(partial(_unsent, kept, is_recorded))
        except (StorageError, TimeoutError) as error:
            self._why_not = reason(error) if isinstance(error, OSError) else str(error)

    def load(self) -> str:
        if self._why_not:
            raise OSError(self._why_not)
        return self._text

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        _as_os_error(lambda: self._kept.save(text, names))
        self._text, self._why_not = text, ""

    def clear(self) -> None:
        _as_os_error(self._kept.clear)
        self._text, self._why_not = "", ""


def _unsent(kept: "DraftInTwoPlaces | DraftInFile", is_recorded: Callable[[str], bool]) -> str:
    """Return what was typed and not sent.

    A process may be killed when a line is kept and still in the draft; nobody should send it twice.
    """
    lines = kept.lines()
    left = [line for line in lines if not (line.name and is_recorded(line.name))]
    text = "\n".join(line.text for line in left)
    if len(left) < len(lines):
        kept.save(text, [line.name for line in left]) if text else kept.clear()
    return text


def _as_os_error(action: Callable[[], _Result]) -> _Result:
    try:
        return action()
    except StorageError as error:
        raise OSError(str(error)) from error
