"""An agenda while it is being made of a manuscript: what is known, where it stands, and what was guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.manuscript.manuscript import FilePlace
from facilitator.preparing.words.lexicon import words_of
from facilitator.preparing.words.names import names_in
from facilitator.preparing.written_times.clocks import ClockTime
from facilitator.preparing.written_times.written_time import WrittenTime


@dataclass
class DraftQuestion:
    """A question. `seconds` is its estimated length, None if none is written; `owner` a name as it is written.

    `in_form`: it stands behind `Question:`, and the fields after it are its own.
    """

    ask: str
    place: FilePlace
    probes: list[str] = field(default_factory=list)
    listen_for: list[str] = field(default_factory=list)
    owner: str = ""
    backup: str = ""
    competency: str = ""
    must: bool = False
    in_form: bool = False
    seconds: int | None = None
    guesses: list[str] = field(default_factory=list)

    def led_by(self, name: str) -> None:
        """Note who is to ask it, and who is their backup if two are named; of more, the first two count."""
        named = dict.fromkeys(filter(None, (self.owner, self.backup, *(names_in(name) or [name]))))
        self.owner, self.backup, *others = [*named, ""][: max(len(named), 2)]
        if others:
            self.guesses.append(f"asked by the first two who are named; not by {', '.join(others)}")


@dataclass
class DraftSegment:
    """A segment. `time` is the time that is written with it; `seconds` is None until the lengths are worked out.

    `awaiting` is what to listen for in the answer to the question after it.
    """

    title: str
    place: FilePlace
    kind: SegmentKind = SegmentKind.TALK
    time: WrittenTime | None = None
    seconds: int | None = None
    least_seconds: int | None = None
    purpose: list[str] = field(default_factory=list)
    say: list[str] = field(default_factory=list)
    lead: str = ""
    others: list[str] = field(default_factory=list)
    optional: bool = False
    questions: list[DraftQuestion] = field(default_factory=list)
    awaiting: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)

    def ask(self, question: DraftQuestion) -> None:
        """Add a question, with what to listen for that stands before it."""
        question.listen_for += self.awaiting
        self.awaiting = []
        self.questions.append(question)

    def led_by(self, name: str) -> None:
        """Note who leads it. Of several that is the first, and all of them are what it is for, as is `everybody`."""
        if comparable(name) in words_of("nobody"):
            self.purpose.append(name)
            return
        named = dict.fromkeys(filter(None, (self.lead, *self.others, *(names_in(name) or [name]))))
        self.lead, *self.others = named
        if self.others:
            self.purpose.append(name)
            self.guesses.append(f"led by “{self.lead}”, who is named first")


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
    """A competency with its anchors: what earns a score. `scale` are the words of its own scale, if it has one."""

    name: str
    place: FilePlace
    id: str = ""
    anchors: dict[int, str] = field(default_factory=dict)
    scale: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)

    def anchor(self, scores: Iterable[int], text: str) -> None:
        """Note what earns these scores, behind what is known of them already."""
        for score in scores:
            known = self.anchors.get(score)
            self.anchors[score] = f"{known}; {text}" if known else text


@dataclass
class StatedTotal:
    """A length that the file states for several parts together: for those in `parts`, or for all of them if None.

    If it `may_be_of_last`, it is that of so many of the last of them as make it up, as below a table.
    """

    seconds: int
    place: FilePlace
    parts: list[DraftSegment] | None = None
    may_be_of_last: bool = False


@dataclass
class DraftAgenda:
    """The whole. `length_seconds` is the length that the file or the user states, None if nobody did.

    `part` is the name of the alternative that was chosen, if the file has several; `ends` when the last part ends.
    `is_panel_open`: the file names somebody, but doesn't list the panel. `to_say` is what stands before the first part
    and is to be said in it. `called` has the parts by their titles, as `comparable` text; of several with the same
    title, the last one.
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
    is_panel_open: bool = False
    competencies: list[DraftCompetency] = field(default_factory=list)
    segments: list[DraftSegment] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    to_say: list[str] = field(default_factory=list)
    totals: list[StatedTotal] = field(default_factory=list)
    called: dict[str, DraftSegment] = field(default_factory=dict)

    def state(self, seconds: int | None, place: FilePlace) -> None:
        """Note a length of the whole that the file states; the first one counts, unless the user stated another."""
        if seconds:
            self.length_seconds = self.length_seconds or seconds
            self.totals.append(StatedTotal(seconds, place))

    def add(self, segment: DraftSegment) -> None:
        """Add a segment, which begins with what is still to be said."""
        segment.say, self.to_say = self.to_say + segment.say, []
        self.segments.append(segment)
        self.called[comparable(segment.title)] = segment
