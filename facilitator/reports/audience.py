"""For whom an export is. Separate from what each gets to see, so that naming the audiences costs nothing."""

from enum import StrEnum


class Audience(StrEnum):
    PANEL = "panel"
    LEAD = "lead"
    NEXT_ROUND = "next-round"
    CANDIDATE = "candidate"

    @property
    def label(self) -> str:
        """What the export is called in a file's name."""
        return {"panel": "debrief", "lead": "debrief-lead", "candidate": "feedback"}.get(self.value, self.value)
