"""Complaints: what is wrong with an agenda file, and where. Every step of reading complains through this module."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from msgspec import UNSET, Struct, UnsetType

from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import excerpt, one_line
from facilitator.files.complaint import Complaint, Severity

_MOST_LISTED = 15


class Position(Struct, frozen=True, order=True):
    """A position in a file. Lines and columns count from 1; a column is a character."""

    line: int = 1
    column: int = 1


class Complaints:
    """The complaints about one file, collected while it is read."""

    def __init__(self, file: str) -> None:
        self._file = one_line(file)
        self._found: dict[Complaint, None] = {}
        self._silenced: frozenset[str] = frozenset()

    def silence(self, codes: Iterable[str]) -> None:
        """Warn of nothing any more that has one of these codes."""
        self._silenced = frozenset(codes)

    def error(self, position: Position, message: str, hint: str | None = None) -> None:
        self._add(position, message, hint, "error")

    def warning(self, position: Position, message: str, hint: str | None = None, code: str = "") -> None:
        """Warn of something, unless its `code` is silenced; without a code it can't be."""
        if code not in self._silenced:
            self._add(position, message, hint, "warning", code or UNSET)

    def _add(
        self, position: Position, message: str, hint: str | None, severity: Severity, code: str | UnsetType = UNSET
    ) -> None:
        self._found[Complaint(self._file, position.line, position.column, message, hint, severity, code)] = None

    @property
    def has_errors(self) -> bool:
        return any(complaint.severity == "error" for complaint in self._found)

    def in_order(self) -> tuple[Complaint, ...]:
        """Return the complaints sorted by position, without duplicates."""
        return tuple(sorted(self._found, key=lambda complaint: (complaint.line, complaint.column)))


@lru_cache(maxsize=1024)
def _nearest(wrong: str, right: tuple[str, ...]) -> str | None:
    return nearest_name(wrong, right)


def nearest(wrong: str, right: Iterable[str], most: int = 30) -> str | None:
    """Return the name in `right` that was probably meant by `wrong`, or None if none is near enough.

    Only the first `most` names are compared: comparing is slow, and a file may have thousands of wrong names.
    """
    return _nearest(wrong, tuple(islice(right, most)))


def listed(names: Iterable[str]) -> str:
    """Return the first fifteen names as one text for a message, with `…` if there are more."""
    first = list(islice(names, _MOST_LISTED + 1))
    return ", ".join(first[:_MOST_LISTED]) + (" …" if len(first) > _MOST_LISTED else "")


def quoted(text: str, longest: int = 40) -> str:
    """Return `text` in quotes for a message, on one line and cut to `longest` characters."""
    return f"'{excerpt(one_line(text), longest)}'"
