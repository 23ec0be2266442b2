"""An agenda while it is being made of a manuscript: what is known, where it stands, and what was guessed."""

from dataclasses import dataclass, field

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.written_times.clocks import ClockTime
from facilitator.preparing.written_times.written_time import WrittenTime


@dataclass
class DraftQuestion:
    """A question. `seconds` is its estimated length, None if none is written; `owner` a name as it is written."""

    ask: str
    place: FilePlace
    probes: list[str] = field(default_factory=list)
    listen_for: list[str] = field(default_factory=list)
    owner: str = ""
    competency: str = ""
    must: bool = False
    seconds: int | None = None
    guesses: list[str] = field(default_factory=list)

    def led_by(self, name: str) -> None:
        """Note who is to ask it."""
        self.owner = name


@dataclass
class DraftSegment:
    """A segment. `time` is the time that is written with it; `seconds` is None until the lengths are worked out."""

    title: str
    place: FilePlace
    kind: SegmentKind = SegmentKind.TALK
    time: WrittenTime | None = None
    seconds: int | None = None
    least_seconds: int | None = None
    purpose: list[str] = field(default_factory=list)
    say: list[str] = field(default_factory=list)
    lead: str = ""
    optional: bool = False
    questions: list[DraftQuestion] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)

    def led_by(self, name: str) -> None:
        """Note who leads it."""
        self.lead = name


@dataclass
class DraftPanelist:
    """Somebody of the panel, by the name that the file gives them."""

    name: str
    place: FilePlace
    role: str = ""
    id: str = ""
    lead: bool = False
    shadow: bool = False


@dataclass
class DraftCompetency:
    """A competency with its anchors: what earns a score."""

    name: str
    place: FilePlace
    id: str = ""
    anchors: dict[int, str] = field(default_factory=dict)
    owners: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)


@dataclass
class DraftAgenda:
    """The whole. `length_seconds` is the length that the file or the user states, None if nobody did.

    `part` is the name of the alternative that was chosen, if the file has several; `ends` when the last part ends.
    """

    title: str = ""
    part: str = ""
    purpose: list[str] = field(default_factory=list)
    length_seconds: int | None = None
    starts: str = ""
    ends: ClockTime | None = None
    timezone: str = ""
    candidate: str = ""
    scale: list[str] = field(default_factory=list)
    panel: list[DraftPanelist] = field(default_factory=list)
    competencies: list[DraftCompetency] = field(default_factory=list)
    segments: list[DraftSegment] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
