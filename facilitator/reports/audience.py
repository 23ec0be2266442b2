"""The audiences of an export, and how much they get. Separate from what each sees: listing them costs nothing."""

from enum import StrEnum


class Audience(StrEnum):
    PANEL = "panel"
    LEAD = "lead"
    NEXT_ROUND = "next-round"
    CANDIDATE = "candidate"

    @property
    def label(self) -> str:
        """The word for the export in a file's name."""
        return {"panel": "debrief", "lead": "debrief-lead", "candidate": "feedback"}.get(self.value, self.value)


class Extent(StrEnum):
    """How much of a report is rendered: its first page, to decide from, or all of it."""

    BRIEF = "brief"
    FULL = "full"
