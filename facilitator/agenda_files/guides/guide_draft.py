"""A guide while it is being read: segments with their list items, and how they become nodes.

Separate from `markdown_guide`, which decides to which segment each block belongs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.agenda_files.guides.guide_times import TimedText, range_lengths
from facilitator.agenda_files.nodes import Mapping, Node, Pair, Scalar, Sequence
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.durations import length_text

USUAL_LENGTH_SECONDS = 45 * 60
_SHORTEST_SHARE = 60

_KIND_BY_WORDS = {
    SegmentKind.CANDIDATE_QUESTIONS: r"(your|their|candidate('s)?) questions|questions (for|to) us",
    SegmentKind.BREAK: r"(coffee |lunch )?break|lunch",
    SegmentKind.WORKSHOP: r"workshop",
    SegmentKind.PRESENTATION: r"presentations?|demos?",
    SegmentKind.PRACTICE: r"exercises?|coding|practice|case study|pairing",
    SegmentKind.CLOSING: r"clos(e|ing)|outro|wrap|next steps?|before (the )?end|recap|sign-off",
    SegmentKind.OPENING: r"welcome|intros?|introductions?|opening|housekeeping",
}


@dataclass
class Item:
    """A list item and the items nested in it. An item that ends in a colon is a label, not a question."""

    text: str
    position: Position
    seconds: int | None = None
    has_code: bool = False
    children: list["Item"] = field(default_factory=list)

    @property
    def is_label(self) -> bool:
        return self.text.endswith(":") and not self.has_code

    def add(self, text: str) -> None:
        self.text = f"{self.text}\n{text}"


@dataclass
class GuideSegment:
    """A segment. `item_depth` is the depth of the list item that began it, None if a heading or paragraph did."""

    title: str
    position: Position
    time: TimedText | None = None
    item_depth: int | None = None
    purpose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    seconds: int = 0

    def append(self, item: Item, depth: int) -> None:
        """Add the item at `depth` levels below the segment, or less deep if there is no item to put it under."""
        siblings = self.items
        for _ in range(depth):
            if not siblings:
                break
            siblings = siblings[-1].children
        siblings.append(item)

    @property
    def last_item(self) -> Item | None:
        item = self.items[-1] if self.items else None
        while item and item.children:
            item = item.children[-1]
        return item

    @property
    def questions(self) -> list[Item]:
        return list(_questions(self.items))


def blanks(items: list[Item]) -> Iterator[Item]:
    """Yield the labels with nothing under them: fields of a form that nobody filled in."""
    for item in items:
        if item.is_label and not item.children:
            yield item
        yield from blanks(item.children)


def set_lengths(segments: list[GuideSegment], slot: int | None, complaints: Complaints) -> None:
    """Set the length of every segment: the written one, else an equal share of what is left of the `slot` (seconds).

    Shares are whole minutes, at least one. Without a slot, 45 minutes are assumed. Warns of segments without a time.
    """
    ranged = [segment for segment in segments if segment.time and segment.time.range]
    lengths = range_lengths([segment.time.range for segment in ranged if segment.time and segment.time.range])
    for segment, length in zip(ranged, lengths, strict=True):
        segment.seconds = length
    for segment in segments:
        segment.seconds = (segment.time and segment.time.seconds) or segment.seconds
    untimed = [segment for segment in segments if segment.time is None]
    if not untimed:
        return
    whole = slot or USUAL_LENGTH_SECONDS
    left = max(whole - sum(max(segment.seconds, 0) for segment in segments), 0)
    minutes, more = divmod(left // 60, len(untimed))
    for index, segment in enumerate(untimed):
        segment.seconds = max(minutes * 60 + (60 if index < more else 0), _SHORTEST_SHARE)
    which = "no segment has a time" if len(untimed) == len(segments) else f"{len(untimed)} segments have no time"
    if len(untimed) == 1:
        which = f"{quoted(untimed[0].title)} has no time"
    share = f"about {length_text(untimed[-1].seconds)} each" if len(untimed) > 1 else length_text(untimed[0].seconds)
    message = f"{which}: given {share}, so that all fit into {length_text(whole)}; write '(10 min)' after a heading"
    complaints.warning(untimed[0].position, message)


def segment_node(segment: GuideSegment) -> Node:
    """Return the segment as it would stand in a YAML file."""
    entries = [
        entry("title", segment.title, segment.position),
        entry("kind", _kind(segment.title), segment.position),
        entry("length", _written(segment.seconds), segment.position),
    ]
    if segment.purpose:
        entries.append(entry("purpose", "\n\n".join(segment.purpose), segment.position))
    if questions := segment.questions:
        nodes = Sequence(questions[0].position, tuple(_question_node(question) for question in questions))
        entries.append(Pair(Scalar(segment.position, "questions"), nodes))
    return Mapping(segment.position, tuple(entries))


def entry(key: str, text: str, position: Position) -> Pair:
    """Return a key with a text as its value, which is never read as null."""
    return Pair(Scalar(position, key), Scalar(position, text, plain=False))


def _question_node(question: Item) -> Node:
    entries = [entry("ask", question.text, question.position)]
    if question.seconds:
        entries.append(entry("length", _written(question.seconds), question.position))
    if probes := list(_probes(question.children)):
        nodes = tuple(Scalar(probe.position, probe.text, plain=False) for probe in probes)
        entries.append(Pair(Scalar(question.position, "probes"), Sequence(probes[0].position, nodes)))
    return Mapping(question.position, tuple(entries))


def _written(seconds: int) -> str:
    """Return a length as a file has it. A negative one keeps its sign, so that the reader complains about it."""
    return f"-{length_text(seconds)}" if seconds < 0 else length_text(seconds)


def _questions(items: list[Item]) -> Iterator[Item]:
    for item in items:
        if item.is_label:
            yield from _questions(item.children)
        else:
            yield item


def _probes(items: list[Item]) -> Iterator[Item]:
    for item in items:
        if not item.is_label:
            yield item
        yield from _probes(item.children)


def _kind(title: str) -> str:
    for kind, words in _KIND_BY_WORDS.items():
        if re.search(rf"\b({words})\b", title, re.IGNORECASE):
            return kind.value
    return SegmentKind.TALK.value
