"""What is wrong in a file that a person wrote, and where: an agenda, a scorecard, the settings."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

Severity = Literal["error", "warning"]


class Complaint(Struct, frozen=True):
    """One thing to put right. Line and column count from 1; `hint` is the nearest right key or name, if any.

    A warning that an agenda may silence has a `code` for that.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str | None = None
    severity: Severity = "error"
    code: str | UnsetType = UNSET

    def __str__(self) -> str:
        hint = f" (did you mean '{self.hint}'?)" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}{hint}"
