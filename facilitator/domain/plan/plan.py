"""The plan as it now is: the agenda with what was changed while the interview runs.

Separate from the agenda, which says what was meant and is never edited. A plan can be read like an agenda. What it adds
are numbers that stay: a segment is called by the same number all along, wherever it is moved to, and what is added gets
the next one. Questions carry their numbers themselves.
"""

from functools import cached_property

from msgspec.structs import asdict

from facilitator.domain.plan.agenda import Agenda, Question, Segment


class Plan(Agenda, frozen=True, kw_only=True, dict=True):
    """An agenda as it now is; `segment_numbers` are those by which people call the segments, by segment id."""

    segment_numbers: dict[str, int]

    @classmethod
    def of(cls, agenda: Agenda) -> "Plan":
        """Return the plan that nothing has been changed in yet: its segments are numbered from 1."""
        numbers = {segment.id: number for number, segment in enumerate(agenda.segments, 1)}
        return cls(**asdict(agenda), segment_numbers=numbers)

    @cached_property
    def segment_by_number(self) -> dict[int, Segment]:
        return {self.segment_numbers[segment.id]: segment for segment in self.segments}

    @cached_property
    def question_by_number(self) -> dict[int, Question]:
        return {question.number: question for question in self.questions}
