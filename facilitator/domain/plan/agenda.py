"""The agenda: the plan of an interview, as frozen values.

An agenda field is declared only here: the reader of agenda files, its complaints and the published JSON Schema are
derived from these declarations, and the schema describes each struct by its docstring. A field `x_seconds` is called
`x` in a file and takes a duration (`5m`); all others keep their name. What the types can't say is in `Meta.extra`:
`one_line` text is put on one line, `expected` is the form in words, and `in_file: False` marks what isn't in the file
because the reader works it out. A field that is added is UNSET by default: it is only written where it is used, so that
journals and exports of agendas that don't use it stay the same, byte for byte.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from facilitator.domain.plan.scale import Scale, ScaleWords, Score, first_scale
from facilitator.domain.text.plain_text import comparable

LONGEST_SEGMENT_SECONDS = 12 * 3600

Text = Annotated[str, Meta(min_length=1, max_length=5000)]
OneLine = Annotated[str, Meta(min_length=1, max_length=300, extra={"one_line": True})]
OptionalLine = Annotated[str, Meta(max_length=300, extra={"one_line": True})]
Identifier = Annotated[
    str,
    Meta(
        pattern=r"^[^\s#@/,>]+$",
        max_length=60,
        description="A short name without spaces, used in commands.",
        extra={"one_line": True, "expected": "a short name without spaces and # @ / , >"},
    ),
]
DurationSeconds = Annotated[int, Meta(gt=0, le=LONGEST_SEGMENT_SECONDS)]
Percent = Annotated[int, Meta(ge=1, le=300)]
AdviceCode = Annotated[
    str,
    Meta(
        pattern=r"^[a-z]{1,20}/[a-z]{1,20}(?:-[a-z]{1,20}){0,5}$",
        max_length=60,
        extra={"one_line": True, "expected": "the code of an advice, such as time/no-buffer"},
    ),
]


class SegmentKind(StrEnum):
    """What a segment is for. `practice`, `presentation` and `workshop` put real work on the table."""

    OPENING = "opening"
    TALK = "talk"
    PRACTICE = "practice"
    PRESENTATION = "presentation"
    WORKSHOP = "workshop"
    CANDIDATE_QUESTIONS = "candidate_questions"
    BREAK = "break"
    CLOSING = "closing"

    @property
    def label(self) -> str:
        """The kind in words."""
        return {"candidate_questions": "their questions"}.get(self.value, self.value)

    @property
    def is_real_work(self) -> bool:
        return self in (SegmentKind.PRACTICE, SegmentKind.PRESENTATION, SegmentKind.WORKSHOP)

    @property
    def is_protected(self) -> bool:
        """Whether a segment of this kind keeps its minutes unless the agenda says otherwise."""
        return self is SegmentKind.CANDIDATE_QUESTIONS


class Panelist(Struct, frozen=True, kw_only=True):
    """Somebody in the room on the asking side."""

    id: Identifier
    name: OneLine
    role: Annotated[OptionalLine, Meta(description="Their role, as you would tell the candidate.")] = ""
    lead: Annotated[bool, Meta(description="Owns the clock. At most one; by default the first who isn't a shadow.")] = (
        False
    )
    shadow: Annotated[bool, Meta(description="Watches and doesn't rate.")] = False
    email: Annotated[OptionalLine | UnsetType, Meta(description="Their address, for calendar files.")] = UNSET


class Competency(Struct, frozen=True, kw_only=True):
    """What is assessed, with described points (anchors) on its rating scale."""

    id: Identifier
    name: OneLine
    owners: Annotated[tuple[Identifier, ...], Meta(description="The panelists whose focus area it is.")] = ()
    anchors: Annotated[dict[Score, Text], Meta(description="Rating to the behaviour that earns it.")] = {}
    scale: Annotated[ScaleWords | UnsetType, Meta(description="Its own scale. Default: that of the agenda.")] = UNSET


class Question(Struct, frozen=True, kw_only=True):
    """What is put to the candidate. `number` counts through the whole agenda, so that `q3` means one thing."""

    id: Annotated[Identifier, Meta(description="Made from the text if left out.")] = ""
    ask: Annotated[Text, Meta(description="The question, in the words in which to ask it.")]
    competency: Identifier | None = None
    owner: Annotated[Identifier | None, Meta(description="The panelist who is to ask it.")] = None
    backup: Annotated[Identifier | None, Meta(description="Who takes it if the owner can't.")] = None
    must: Annotated[bool, Meta(description="May not be left out.")] = False
    each: Annotated[bool, Meta(description="Every rating panelist has to cover it themselves.")] = False
    length_seconds: Annotated[DurationSeconds | None, Meta(description="How long it is expected to take.")] = None
    probes: Annotated[tuple[Text, ...], Meta(description="Follow-ups under it.")] = ()
    listen_for: Annotated[tuple[Text, ...], Meta(description="What a good answer contains.")] = ()
    show: Annotated[
        bool | UnsetType, Meta(description="The candidate's brief may show it. Nothing else of it is shown.")
    ] = UNSET
    number: Annotated[int, Meta(extra={"in_file": False})] = 0


class Segment(Struct, frozen=True, kw_only=True):
    """A timed part of the agenda."""

    id: Annotated[Identifier, Meta(description="Made from the title if left out.")] = ""
    title: OneLine
    kind: SegmentKind = SegmentKind.TALK
    length_seconds: DurationSeconds
    purpose: Annotated[str, Meta(description="What the time is for.")] = ""
    lead: Annotated[Identifier | None, Meta(description="The panelist who leads it.")] = None
    say: Annotated[str, Meta(description="A sentence with which to hand over to this segment.")] = ""
    questions: tuple[Question, ...] = ()
    protected: Annotated[
        bool | None, Meta(description="Keeps its minutes: nothing borrows from it unless told to. Default: by kind.")
    ] = None
    optional: Annotated[bool, Meta(description="May be dropped when time runs short.")] = False
    at_least_seconds: Annotated[
        DurationSeconds | None, Meta(description="The shortest sensible length. Default: half.")
    ] = None
    warning_seconds: Annotated[DurationSeconds | None, Meta(description="Time left at which to warn.")] = None
    danger_seconds: Annotated[DurationSeconds | None, Meta(description="Time left at which to hand over.")] = None
    ends: Annotated[Literal["manual", "auto"], Meta(description="`auto` moves on to the next when time is up.")] = (
        "manual"
    )

    @property
    def is_protected(self) -> bool:
        return self.kind.is_protected if self.protected is None else self.protected

    @property
    def shortest_seconds(self) -> int:
        """The shortest sensible length: `at_least`, else half of the planned length."""
        return self.at_least_seconds or self.length_seconds // 2


class Adjustment(Struct, frozen=True, kw_only=True):
    """What is done differently for this candidate, such as more time. Only the panel reads it, and only beforehand."""

    what: Annotated[Text, Meta(description="The adjustment, in words for the panel.")]
    segments: Annotated[
        tuple[Identifier, ...], Meta(description="The segments that it is about. Default: all but the breaks.")
    ] = ()
    extra_seconds: Annotated[DurationSeconds | None, Meta(description="Time that each of them gets on top.")] = None
    extra_percent: Annotated[
        Percent | None, Meta(description="The same as a share of the segment's length, in whole minutes.")
    ] = None
    break_seconds: Annotated[DurationSeconds | None, Meta(description="A break after each of them.")] = None
    questions_beforehand: Annotated[
        bool, Meta(description="The candidate's brief shows all questions, as if each had `show`.")
    ] = False


def leading(panel: Sequence[Panelist]) -> Panelist:
    """Return who of a panel owns the clock: the one marked as lead, else the first who isn't a shadow."""
    return min(panel, key=lambda panelist: (not panelist.lead, panelist.shadow))


def name_among(panel: Sequence[Panelist], panelist_id: str | None, candidate: str = "") -> str:
    """Return a panelist's name, with their role or else their id if somebody else in the room has the same name.

    It is empty for None, and the id itself if nobody on the panel has it.
    """
    known = next((panelist for panelist in panel if panelist.id == panelist_id), None)
    if known is None:
        return panelist_id or ""
    name = comparable(known.name)
    namesakes = [other for other in panel if comparable(other.name) == name]
    if len(namesakes) == 1 and name != comparable(candidate):
        return known.name
    roles = {other.role for other in namesakes if other.role}
    return f"{known.name} ({known.role if len(roles) == len(namesakes) else known.id})"


class Agenda(Struct, frozen=True, kw_only=True, dict=True):
    """The plan of one interview."""

    title: OneLine
    purpose: Annotated[str, Meta(description="What both sides want to know at the end.")] = ""
    length_seconds: Annotated[
        DurationSeconds | None, Meta(description="The slot, compared with the segments' sum.")
    ] = None
    timezone: Annotated[str | None, Meta(description="An IANA name, such as Europe/London.")] = None
    starts: Annotated[
        str | None, Meta(description="Local date and time, 2026-12-01 10:00, or a time of any day, 10:00.")
    ] = None
    hard_stop: Annotated[str | None, Meta(description="Local time at which the room is lost: 11:35.")] = None
    notes: Annotated[Literal["shared"] | UnsetType, Meta(description="`shared`: the panel reads them live.")] = UNSET
    perspective: Annotated[
        Literal["panel", "candidate"], Meta(description="`candidate`: an agenda for interviewing the employer.")
    ] = "panel"
    warning_seconds: Annotated[DurationSeconds | None, Meta(description="Default for all segments.")] = None
    danger_seconds: Annotated[DurationSeconds | None, Meta(description="Default for all segments.")] = None
    bell: Annotated[bool, Meta(description="Ring the terminal's bell at warning, danger and overtime.")] = False
    prepare: Annotated[str | UnsetType, Meta(description="What the candidate should prepare, in words for them.")] = (
        UNSET
    )
    calendar_id: Annotated[
        Identifier | UnsetType, Meta(description="By what calendars know it. Default: made from the file's path.")
    ] = UNSET
    adjustments: Annotated[
        tuple[Adjustment, ...] | UnsetType, Meta(description="What is done differently for this candidate.")
    ] = UNSET
    scale: Annotated[ScaleWords | UnsetType, Meta(description="A word for each point of the rating scale.")] = UNSET
    panel: Annotated[
        tuple[Panelist, ...],
        Meta(description="Who is in the room, the most senior first: in the panel's meeting they are asked last."),
    ] = ()
    competencies: tuple[Competency, ...] = ()
    segments: Annotated[tuple[Segment, ...], Meta(min_length=1)] = field()
    silence: Annotated[tuple[AdviceCode, ...] | UnsetType, Meta(description="Advice that `check` is not to give.")] = (
        UNSET
    )

    @property
    def other_side(self) -> str:
        """The person whom the panel talks with, for when their name isn't known."""
        return "the employer" if self.perspective == "candidate" else "the candidate"

    @cached_property
    def planned_seconds(self) -> int:
        return sum(segment.length_seconds for segment in self.segments)

    @cached_property
    def planned_seconds_by_kind(self) -> dict[SegmentKind, int]:
        """The planned seconds by kind of segment, in the order of the agenda: how much practice, how much theory."""
        planned: dict[SegmentKind, int] = {}
        for segment in self.segments:
            planned[segment.kind] = planned.get(segment.kind, 0) + segment.length_seconds
        return planned

    @cached_property
    def lead(self) -> Panelist:
        """The panelist who owns the clock."""
        return leading(self.panel)

    @cached_property
    def raters(self) -> tuple[Panelist, ...]:
        return tuple(panelist for panelist in self.panel if not panelist.shadow)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for segment in self.segments for question in segment.questions)

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def panelist_by_id(self) -> dict[str, Panelist]:
        return {panelist.id: panelist for panelist in self.panel}

    def panelist_called(self, name: str) -> Panelist | None:
        """Return the panelist with this id, however it is spelt (see `comparable`); None if there is none."""
        found = next((panelist for panelist in self.panel if comparable(panelist.id) == comparable(name)), None)
        return self.panelist_by_id.get(name) or found

    def name_of(self, panelist_id: str | None, candidate: str = "") -> str:
        """Return a panelist's name so that namesakes can be told apart (see `name_among`)."""
        return name_among(self.panel, panelist_id, candidate)

    @cached_property
    def competency_by_id(self) -> dict[str, Competency]:
        return {competency.id: competency for competency in self.competencies}

    def scale_of(self, competency_id: str) -> Scale:
        """Return the scale on which a competency is rated: its own, else the agenda's, else five points."""
        competency = self.competency_by_id.get(competency_id)
        return first_scale(competency.scale if competency else UNSET, self.scale)

    @cached_property
    def position_by_segment(self) -> dict[str, int]:
        """The index in `segments`, by segment id."""
        return {segment.id: index for index, segment in enumerate(self.segments)}

    @cached_property
    def length_by_segment(self) -> dict[str, int]:
        return {segment.id: segment.length_seconds for segment in self.segments}

    @cached_property
    def segment_by_question(self) -> dict[str, Segment]:
        return {question.id: segment for segment in self.segments for question in segment.questions}

    def segment(self, segment_id: str) -> Segment:
        """Return the segment with this id. Raises KeyError."""
        return self.segments[self.position_by_segment[segment_id]]
