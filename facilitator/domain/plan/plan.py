"""The plan as it now is: the agenda with what was changed while the interview runs.

Separate from the agenda, which says what was meant and is never edited. A plan can be read like an agenda. What it adds
are numbers that stay: a segment is called by the same number all along, wherever it is moved to, and what is added gets
the next one. Questions carry their numbers themselves. The panel has everybody who ever was on it; who isn't there now
counts nowhere.
"""

from functools import cached_property

from msgspec.structs import asdict

from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment, leading


class Plan(Agenda, frozen=True, kw_only=True, dict=True):
    """An agenda as it now is; `segment_numbers` are those by which people call the segments, by segment id.

    `absent` has the panelists who aren't there, and `stand_ins` who takes their place, both by id.
    """

    segment_numbers: dict[str, int]
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
