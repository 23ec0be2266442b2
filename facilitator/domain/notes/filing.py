"""Where a note belongs: to the segment that ran and the question at hand when it was taken.

None of that is stored with the note, unless somebody files it elsewhere. It follows from the note's time, so that
moving a boundary (`/late 90s`) also re-files the notes taken in between.
"""

from bisect import bisect_right

from facilitator.domain.facts.status import Status
from facilitator.domain.session.state import Note, Session


class Filing:
    """Where the notes of a session belong. Made once, to look up many notes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._visits = sorted(session.visits, key=lambda visit: visit.started_at)
        self._starts = [visit.started_at for visit in self._visits]
        self._marks = sorted(session.marks, key=lambda mark: mark.at)

    def segment(self, at: int) -> str | None:
        """Return the id of the segment that ran at `at`; None before the start and after the end."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or (self._session.ended_at is not None and at > self._session.ended_at):
            return None
        return self._visits[place].segment

    def place(self, note: Note) -> str | None:
        """Return the id of the segment that a note was filed under, else of the one that ran when it was taken."""
        return note.segment or self.segment(note.at)

    def question(self, note: Note) -> str | None:
        """Return the id of the question that a note names, else of the one at hand in its segment when it was taken."""
        if note.question or (note.segment and note.segment != self.segment(note.at)):
            return (
                note.question if note.question in self._session.plan.question_by_id else None
            )  # its adding was undone
        return self.question_at_hand(note.at)

    def competency(self, note: Note) -> str | None:
        """Return the id of the competency that a note is evidence for: the one it names, else its question's."""
        if note.competency:
            return note.competency
        question = self._session.plan.question_by_id.get(self.question(note) or "")
        return question.competency if question else None

    def is_late(self, note: Note) -> bool:
        """Whether a note was added after the end of the interview."""
        return self._session.ended_at is not None and note.at > self._session.ended_at

    def question_at_hand(self, at: int) -> str | None:
        """Return the id of the last question asked in the visit that ran at `at`, until it is covered or dropped."""
        place = bisect_right(self._starts, at) - 1
        since = self._starts[place] if place >= 0 else 0
        at_hand: str | None = None
        first = bisect_right(self._marks, since - 1, key=lambda mark: mark.at)
        for mark in self._marks[first : bisect_right(self._marks, at, key=lambda mark: mark.at)]:
            if mark.status in (Status.ASKED, Status.PARTLY):
                at_hand = mark.question
            elif mark.question == at_hand:
                at_hand = None
        return at_hand
