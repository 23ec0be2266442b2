"""What a debrief says of the candidate: what they asked, and what else they were called."""

from msgspec import Struct

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class CandidateQuestionRow(Struct, frozen=True, kw_only=True):
    """What they asked, and what became of it; `number` as with notes."""

    number: int | str
    at: str
    text: str
    status: str
    by: str | None
    due: str

    @property
    def called(self) -> str:
        """Its name in a text: `t2`, or `tb2` if it has a letter."""
        return f"t{self.number}"


def candidate_question_rows(session: Session) -> tuple[CandidateQuestionRow, ...]:
    """Return the questions that the candidate asked, as they were recorded."""
    return tuple(
        CandidateQuestionRow(
            number=item.label if session.devices else item.number,
            at=iso_text(session.wall_time(item.at)),
            text=item.text,
            status=item.status,
            by=item.panelist,
            due=item.due,
        )
        for item in session.candidate_questions
    )


def other_names(session: Session) -> tuple[str, ...]:
    """Return all names that the candidate was ever given but the one that counts."""
    return tuple(name for name in session.names if name != session.candidate)
