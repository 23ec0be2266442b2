"""A session: the state of one interview, in the values that the fold builds and everybody reads.

It holds only what was said and done. What follows from that at a given moment (time left, what still fits,
where a note belongs) is computed by `timing`, `coverage`, `filing` and others.
"""

from msgspec import Struct, field

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.panel import DeviceAdmitted, KeyRotated
from facilitator.domain.facts.kinds.session import STRICT
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.facts.timeline import Anchor
from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.card_record import (
    CardRecord,
    ChangeOfMind,
    NotesOpening,
    Opening,
    SealedCard,
    SealedFact,
)
from facilitator.domain.session.meeting_record import Dissent, Move, PanelDecision
from facilitator.domain.session.persistent import PersistentDict, PersistentList
from facilitator.domain.session.privacy.gone_notes import ErasedNote, UndoneNote, note_name


class Visit(Struct, frozen=True):
    """A stretch of time spent in a segment. A segment may be visited more than once.

    `id` is that of the event that began it, by which other facts name the visit.
    """

    segment: str
    started_at: int
    ended_at: int | None = None
    id: str = ""


class Pause(Struct, frozen=True):
    """A stretch of time in which the clock stood still, for minutes or, `between_sittings`, for hours.

    The pauses of a session are in order of time, and none overlaps another.
    """

    started_at: int
    ended_at: int | None = None
    between_sittings: bool = False


class FloorTurn(Struct, frozen=True):
    """A turn of speaking: from `started_at` until the next turn, `holder` has the floor (see `FloorTaken`)."""

    holder: str
    started_at: int


class Mark(Struct, frozen=True):
    """A mark: `panelist` brought `question` to `status`. Their next mark on it replaces this one (see `coverage`)."""

    question: str
    panelist: str
    status: Status
    at: int
    reason: str = ""


class Note(Struct, frozen=True, gc=False):
    """A note as it stands now. `question` and `segment` are set only if they were named (`filing` knows the rest).

    `author` is whom the note is credited to. `number` counts the notes of the session as they were taken, struck ones
    included. `label` is what people refer to it by (see `numbering`). `shared` means that the candidate may read it;
    `private`, that nobody else on the panel can yet.
    """

    id: str
    number: int
    at: int
    author: str
    text: str
    signal: Signal | None = None
    competency: str | None = None
    question: str | None = None
    panelists: tuple[str, ...] = ()
    shared: bool = False
    segment: str | None = None
    edited: bool = False
    label: str = ""
    private: bool = False

    @property
    def called(self) -> str:
        """The note's name in a text: `n7`, or `b7` if it has a letter."""
        return note_name(self.label)


class Rating(Struct, frozen=True):
    """A panelist's rating of a competency; `notes` are the ids of the notes that the evidence names."""

    competency: str
    panelist: str
    rating: int
    evidence: str
    at: int
    notes: tuple[str, ...] = ()

    @property
    def is_without_evidence(self) -> bool:
        return not self.notes and not self.evidence.strip()


class Cancellation(Struct, frozen=True):
    """When and why the interview was called off or cut off; with `no_show`, the other side didn't come."""

    at: int
    reason: str
    no_show: bool


class CandidateQuestion(Struct, frozen=True):
    """A question that the candidate asked: answered or owed by `panelist`; `due` is as `due_date` returns it.

    `number` counts those struck as well. `label` is what people refer to it by, as with notes.
    """

    id: str
    number: int
    at: int
    text: str
    status: str = "asked"
    panelist: str | None = None
    due: str = ""
    label: str = ""

    @property
    def called(self) -> str:
        """The question's name in a text: `t2`, or `tb2` if it has a letter."""
        return f"t{self.label}"


Act = tuple[Event, ...]
"""What was done with one command: its events that took effect."""


class Undone(Struct, frozen=True):
    """An act that was taken back by the revocations `by`, which can be revoked in turn; on a panel, `author` did it."""

    act: Act
    by: tuple[str, ...]
    author: str = ""


class Session(Struct):
    """The state of one interview. Treat it as frozen: only the fold changes one, and only its own copy.

    `agenda` is what was planned; `plan` is that with all changes of plan, and `changes` are the events that brought
    them.

    On a panel of several devices, `devices` are all that were ever admitted, by id, the host's first; elsewhere there
    is none. `numbers` says how far each of them has counted (see `numbering`), and `last_at` has the instant of the
    last that it recorded.

    `wall_offset_ms` says how far the wall clock is ahead of the timeline (positive) or behind it. It is taken from
    the last anchor before the end, so that later events move no time. `ended_by` are the groups of the events that
    ended the interview. `acts` are the events that took effect and can be taken back, and `undone` what was taken back
    since the last of them; the newest stand last.

    `names` are all that the candidate was ever given, also those that were taken back; `candidate` is the last.

    `start_time` is the planned start as a time of any day (`10:00`), if it was given without a date.

    `undone_notes` are those that were taken back, and `erased` has what is left of those that were erased, by id;
    `gaps` are the numbers that erased ones taken before there was a panel had, in order.

    `ready` has what each panelist who is ready for the interview wants from it, by id.

    `sealed_cards` are those that count and aren't open, by panelist; `cards` are the open ones as they are by now, and
    `card_records` what became of each. Which cards count is a matter of the `card_rules` (see `SessionOpened`).
    `sealed` is what else can't be read here, by event. By device, `notes_opened` says whose notes all can, and
    `note_keys_left` has what lets the host read them.
    """

    id: str
    agenda: Agenda
    plan: Plan
    opened_at: int
    clock_owner: str = ""
    source: str = ""
    candidate: str = ""
    names: tuple[str, ...] = ()
    timezone: str = "UTC"
    planned_start_at: int | None = None
    hard_stop_at: int | None = None
    start_time: str = ""
    started_at: int | None = None
    ended_at: int | None = None
    ended_by: tuple[str, ...] = ()
    cancelled: Cancellation | None = None
    visits: list[Visit] = []
    pauses: list[Pause] = []
    skipped: set[str] = set()
    changes: list[Event] = []
    ready: dict[str, str] = {}
    added_seconds: dict[str, int] = {}
    marks: list[Mark] = []
    owners: dict[str, str] = {}
    notes: PersistentDict[Note] = field(default_factory=PersistentDict)
    struck: dict[str, Note] = {}
    undone_notes: dict[str, UndoneNote] = {}
    erased: dict[str, ErasedNote] = {}
    gaps: tuple[int, ...] = ()
    sealed: PersistentDict[SealedFact] = field(default_factory=PersistentDict)
    note_keys_left: dict[str, str] = {}
    notes_opened: dict[str, NotesOpening] = {}
    ratings: dict[tuple[str, str], Rating] = {}
    recommendations: dict[str, Recommendation] = {}
    card_rules: int = 1
    card_records: dict[str, CardRecord] = {}
    sealed_cards: dict[str, SealedCard] = {}
    cards_opened: Opening | None = None
    cards: dict[str, Scorecard] = {}
    changes_of_mind: list[ChangeOfMind] = []
    votes: dict[str, Recommendation] = {}
    moves: list[Move] = []
    decision: PanelDecision | None = None
    dissents: list[Dissent] = []
    candidate_questions: list[CandidateQuestion] = []
    struck_questions: dict[str, CandidateQuestion] = {}
    floor: list[FloorTurn] = []
    anchors: dict[str, Anchor] = {}
    wall_offset_ms: int = 0
    clock_marks: list[str] = []
    devices: dict[str, DeviceAdmitted] = {}
    removed_devices: set[str] = set()
    key_rotations: list[KeyRotated] = []
    numbers: dict[str, int] = {}
    last_at: dict[str, int] = {}
    acts: PersistentList[Event] = field(default_factory=PersistentList)
    undone: list[Undone] = []
    looks_on: bool = False

    @property
    def current(self) -> Segment | None:
        """The segment that is running (or paused) now."""
        if self.visits and self.visits[-1].ended_at is None:
            return self.plan.segment(self.visits[-1].segment)
        return None

    @property
    def holds_cards_to_seals(self) -> bool:
        """Whether a card counts only if it is the one that was sealed, or was changed openly after the opening."""
        return self.card_rules >= STRICT

    @property
    def is_running(self) -> bool:
        return self.started_at is not None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].ended_at is None

    def on_timeline(self, wall_at: int) -> int:
        """Return the instant of the timeline at which the wall clock shows `wall_at` (both ms)."""
        return wall_at - self.wall_offset_ms

    def wall_time(self, at: int) -> int:
        """Return what the wall clock shows at the instant `at` of the timeline (both ms)."""
        return at + self.wall_offset_ms

    def owner(self, question: Question) -> str | None:
        """Return who is to ask `question` now: the planned owner, or the panelist it was handed to.

        If they are absent, it is the stand-in, else the backup, else nobody.
        """
        owner = self.owners.get(question.id, question.owner)
        return owner and (self.plan.acting(owner) or self.plan.acting(question.backup))

    def panelist_name(self, panelist_id: str | None) -> str:
        """Return their name so that namesakes can be told apart."""
        return self.plan.name_of(panelist_id, self.candidate)

    @property
    def lead(self) -> Panelist:
        return self.plan.lead
