"""The audiences of an export. Separate from what each gets to see, so that listing them costs nothing."""

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
