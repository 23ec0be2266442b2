"""The plan as it now is: the agenda with what was changed while the interview runs.

Separate from the agenda, which says what was meant and is never edited. A plan can be read like an agenda. What it adds
are numbers that stay: a segment is called by the same number all along, wherever it is moved to, and what is added gets
the next one. Questions carry their numbers themselves. The panel has everybody who ever was on it; who isn't there now
counts nowhere.
"""

from functools import cached_property

from msgspec.structs import asdict, replace

from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment, leading


class Plan(Agenda, frozen=True, kw_only=True, dict=True):
    """An agenda as it now is; `segment_numbers` are those by which people call the segments, by segment id.

    `question_labels` are those of questions that were added on a panel of several devices, where each device counts for
    itself (see `session/numbering`), by question id. `absent` has the panelists who aren't there, and `stand_ins` who
    takes their place, both by id.

    The methods that change something return a new plan. The segments that they name must be in this one.
    """

    segment_numbers: dict[str, int]
    question_labels: dict[str, str] = {}
    absent: frozenset[str] = frozenset()
    stand_ins: dict[str, str] = {}

    @classmethod
    def of(cls, agenda: Agenda) -> "Plan":
        """Return the plan that nothing has been changed in yet: its segments are numbered from 1."""
        numbers = {segment.id: number for number, segment in enumerate(agenda.segments, 1)}
        return cls(**asdict(agenda), segment_numbers=numbers)

    @cached_property
    def present(self) -> tuple[Panelist, ...]:
        """Who is there now, in the order of the panel."""
        return tuple(panelist for panelist in self.panel if panelist.id not in self.absent)

    @cached_property
    def raters(self) -> tuple[Panelist, ...]:
        """Who is there now and isn't a shadow."""
        return tuple(panelist for panelist in self.present if not panelist.shadow)

    @cached_property
    def lead(self) -> Panelist:
        """The panelist who owns the clock; while the lead is absent, their stand-in or else the next who is there."""
        acting = self.acting(leading(self.panel).id)
        return leading(self.present) if acting is None else self.panelist_by_id[acting]

    def acting(self, panelist_id: str | None) -> str | None:
        """Return who does what a panelist is to do: themselves if they are there, else their stand-in, if any."""
        passed: set[str] = set()
        while panelist_id is not None and panelist_id in self.absent - passed:
            passed.add(panelist_id)
            panelist_id = self.stand_ins.get(panelist_id)
        return None if panelist_id in passed else panelist_id

    @cached_property
    def segment_by_number(self) -> dict[int, Segment]:
        return {self.segment_numbers[segment.id]: segment for segment in self.segments}

    @cached_property
    def question_by_number(self) -> dict[int, Question]:
        return {question.number: question for question in self.questions}

    @cached_property
    def question_by_name(self) -> dict[str, Question]:
        """The questions by what they are called: `q3`, or `qb1`."""
        return {self.called(question): question for question in self.questions}

    def called(self, question: Question) -> str:
        """Return what a question is called: `q3`, or `qb1` if it has a label."""
        return f"q{self.question_labels.get(question.id, question.number)}"

    @property
    def next_question_number(self) -> int:
        return max(self.question_by_number, default=0) + 1

    @property
    def next_segment_number(self) -> int:
        return max(self.segment_by_number) + 1

    def name(self, segment: Segment) -> str:
        """Return a segment as it is called in a sentence: `2. Core`."""
        return f"{self.segment_numbers[segment.id]}. {segment.title}"

    def with_question(self, question: Question, segment_id: str, label: str = "") -> "Plan":
        """Add a question at the end of a segment. Its number stays, unless that is none of the next ones."""
        if label:
            return replace(self, question_labels={**self.question_labels, question.id: label}).with_question(
                question, segment_id
            )
        numbered = replace(question, number=max(question.number, self.next_question_number))
        segment = self.segment(segment_id)
        return self.with_segment(replace(segment, questions=(*segment.questions, numbered)))

    def with_segment(self, segment: Segment) -> "Plan":
        """Put a segment sits in for the one with its id."""
        return replace(self, segments=tuple(segment if one.id == segment.id else one for one in self.segments))

    def with_new_segment(self, segment: Segment, after: str, number: int) -> "Plan":
        """Add a segment behind the one with the id `after`: at the beginning if that is empty, at the end if unknown.

        It gets `number`, unless that is none of the next ones.
        """
        numbers = {**self.segment_numbers, segment.id: max(number, self.next_segment_number)}
        return replace(self, segments=self._placed(self.segments, segment, after), segment_numbers=numbers)

    def with_moved_segment(self, segment_id: str, after: str) -> "Plan":
        """Put a segment behind the one with the id `after`, or at the beginning if that is empty."""
        moved = self.segment(segment_id)
        others = tuple(segment for segment in self.segments if segment is not moved)
        return replace(self, segments=self._placed(others, moved, after))

    def with_question_reworded(self, question_id: str, ask: str) -> "Plan":
        """Put a question in other words."""
        segment = self.segment_by_question[question_id]
        questions = tuple(replace(one, ask=ask) if one.id == question_id else one for one in segment.questions)
        return self.with_segment(replace(segment, questions=questions))

    @staticmethod
    def _placed(segments: tuple[Segment, ...], segment: Segment, after: str) -> tuple[Segment, ...]:
        places = {one.id: place for place, one in enumerate(segments, 1)}
        place = places.get(after, len(segments)) if after else 0
        return (*segments[:place], segment, *segments[place:])
