"""A Markdown interview guide as the nodes of an agenda file.

People keep their guides as headings, bullets and times in many shapes. Here they are turned into
the same located nodes that YAML gives, so that reading, checking and complaining are done once.

- A heading, list item or paragraph with a time is a segment; so is a heading with a list under it.
- The outer list items of a segment are its questions, the inner ones their probes.
- `Panel` and `Competencies` as headings hold lists (`- id: Name, Role (lead)`, `- id: Name`).
- YAML front matter may carry any other field of the agenda.
"""

import re
from pathlib import PurePath

from facilitator.agenda_files.complaints import Complaints, Position, quoted
from facilitator.agenda_files.guides.guide_draft import GuideSegment, Item, blanks, entry, segment_node, set_lengths
from facilitator.agenda_files.guides.guide_people import competencies_of, panel_of
from facilitator.agenda_files.guides.guide_times import timed
from facilitator.agenda_files.guides.markdown_blocks import GuideBlock, blocks
from facilitator.agenda_files.nodes import Hole, Mapping, Node, Pair, Scalar, Sequence, compose
from facilitator.domain.text.durations import parse_duration

LONGEST_CHARACTERS = 128 * 1024  # What a parser of Markdown may be made to do grows faster than the text.
MOST_BLOCKS = 5_000

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ADVICE = re.compile(r"\b(tips?|advice|preparation|how to use|references|further reading|resources)\b", re.IGNORECASE)
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_TITLE_END = re.compile(r"\s+(?:--|-|–|—)\s+")
_LIST_HEADINGS = {"panel": "panel", "panelists": "panel", "competencies": "competencies"}
_LONGEST_TIMED_PARAGRAPH = 120


def guide_nodes(markdown: str, name: str, complaints: Complaints) -> Node | None:
    """The guide as the root node of an agenda; None when its front matter can't be read.

    `name` is the file's, for a guide without a title.
    """
    markdown = markdown.replace("\r\n", "\n").replace("\r", "\n")
    front: tuple[Pair, ...] = ()
    if match := _FRONT_MATTER.match(markdown):
        root = compose(match[1], complaints, first_line=2)
        if isinstance(root, Mapping):
            front = root.entries
        elif root is not None:
            complaints.error(root.place, "the front matter of a guide is a group of keys such as 'title: …'")
        if root is None and complaints.has_errors:
            return None
        markdown = "\n" * match[0].count("\n") + markdown[match.end() :]
    if len(markdown) > LONGEST_CHARACTERS:
        complaints.error(
            Position(), f"longer than {LONGEST_CHARACTERS} characters; that can't be a guide for one interview"
        )
        return None
    guide = _Guide(complaints)
    for number, block in enumerate(blocks(markdown)):
        if number == MOST_BLOCKS:
            complaints.error(block.place, f"more than {MOST_BLOCKS} headings and items; a guide doesn't need as many")
            return None
        guide.take(block)
    return guide.root(front, name)


class _Guide:
    """Takes the blocks in order and files each where it belongs."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._headings: list[GuideBlock] = []
        self._lists: dict[str, tuple[Position, list[GuideBlock]]] = {}
        self._segments: list[GuideSegment] = []
        self._open_list: list[GuideBlock] | None = None
        self._leaves_out = False

    def take(self, block: GuideBlock) -> None:
        if block.kind == "heading":
            self._heading(block)
        elif self._open_list is not None:
            if block.kind == "item":
                self._open_list.append(block)
        elif not self._leaves_out:
            {"item": self._item, "paragraph": self._paragraph}.get(block.kind, self._more)(block)

    def _heading(self, block: GuideBlock) -> None:
        self._headings.append(block)
        self._open_list, self._leaves_out = None, False
        found = timed(block.text)
        list_key = _LIST_HEADINGS.get(block.text.rstrip(":").casefold())
        if found:
            self._segments.append(GuideSegment(_title(found.text) or block.text, block.place, found))
        elif list_key:
            self._open_list = self._lists.setdefault(list_key, (block.place, []))[1]
        elif _ADVICE.search(block.text):
            self._leaves_out = True
            message = (
                f"{quoted(block.text.rstrip(':'))} reads as advice to you, not as a part of the interview; left out"
            )
            self._complaints.warning(block.place, message)
        elif block.text:
            self._segments.append(GuideSegment(_title(block.text) or block.text, block.place))

    def _item(self, block: GuideBlock) -> None:
        text = _CHECKBOX.sub("", block.text, count=1) if block.text.startswith("[") else block.text
        segment = self._segments[-1] if self._segments else None
        found = timed(text)
        if found and _starts_segment(segment, block, found.time_first or "?" not in found.text):
            title, purpose = _split(found.text or text, block.strong)
            purposes = [purpose] if purpose else []
            self._segments.append(GuideSegment(title, block.place, found, block.depth, purposes))
        elif text:
            if segment is None:
                segment = GuideSegment("", block.place)
                self._segments.append(segment)
            depth = block.depth if segment.item_depth is None else block.depth - segment.item_depth - 1
            item = Item(found.text, block.place, found.seconds) if found and found.text else Item(text, block.place)
            segment.append(item, depth)

    def _paragraph(self, block: GuideBlock) -> None:
        found = timed(block.text)
        if found and found.text and len(block.text) <= _LONGEST_TIMED_PARAGRAPH:
            self._segments.append(GuideSegment(_title(found.text) or block.text, block.place, found))
        elif self._segments and not block.text.endswith(":"):
            self._segments[-1].purpose.append(block.text)

    def _more(self, block: GuideBlock) -> None:
        """Code, or a further paragraph of an item: it belongs to what stands before it."""
        item = self._segments[-1].last_item if self._segments else None
        if item:
            item.has_code = item.has_code or block.kind == "code"
            item.add(block.text)
        elif self._segments:
            self._segments[-1].purpose.append(block.text)

    def root(self, front: tuple[Pair, ...], name: str) -> Node:
        """The agenda's node: what the front matter says, then what the body says."""
        given = {entry_.key.text: entry_ for entry_ in front}
        body: list[Pair] = []
        title_heading = None if "title" in given else self._title_heading()
        if "title" not in given:
            title, place = (
                (_title(title_heading.text), title_heading.place) if title_heading else (_of_file(name), Position())
            )
            body.append(entry("title", title, place))
        for key, (place, items) in self._lists.items():
            if items:
                nodes = panel_of(items) if key == "panel" else competencies_of(items)
                body.append(Pair(Scalar(place, key), nodes))
        segments = self._kept(title_heading)
        purpose = self._purpose(title_heading, segments)
        if purpose and "purpose" not in given:
            body.append(purpose)
        body.append(self._segments_entry(segments, given, body))
        for entry_ in body:
            if entry_.key.text in given:
                message = f"{quoted(entry_.key.text)} is in the front matter and in the guide; keep one"
                self._complaints.error(given[entry_.key.text].key.place, message)
        entries = {entry_.key.text: entry_ for entry_ in (*body, *front)}
        return Mapping(Position(), tuple(entries.values()))

    def _segments_entry(self, segments: list[GuideSegment], given: dict[str, Pair], body: list[Pair]) -> Pair:
        title = next((e.value for e in (*body, *given.values()) if e.key.text == "title"), None)
        for segment in segments:
            segment.title = segment.title or (title.text if isinstance(title, Scalar) else "Questions")
        self._tell_blanks(segments)
        set_lengths(segments, _slot(given.get("length")), self._complaints)
        key = Scalar(segments[0].place if segments else Position(), "segments")
        if segments:
            return Pair(key, Sequence(key.place, tuple(segment_node(segment) for segment in segments)))
        message = (
            "no segments: a guide has headings with questions listed under them, or items such as '(10 min) Intro'"
        )
        self._complaints.error(key.place, message)
        return Pair(key, Hole(key.place))

    def _title_heading(self) -> GuideBlock | None:
        """The first heading, when it has no time and stands above all others."""
        if not self._headings:
            return None
        first, *others = self._headings
        stands_above = all(other.depth > first.depth for other in others)
        is_title = stands_above and not timed(first.text) and first.text.rstrip(":").casefold() not in _LIST_HEADINGS
        return first if is_title and _title(first.text) else None

    def _kept(self, title_heading: GuideBlock | None) -> list[GuideSegment]:
        """The segments, without the headings that only group others."""
        kept = [segment for segment in self._segments if segment.time or segment.questions]
        if kept:
            return kept
        return [s for s in self._segments if title_heading is None or s.place != title_heading.place]

    def _purpose(self, title_heading: GuideBlock | None, segments: list[GuideSegment]) -> Pair | None:
        """What stands under the title, when that isn't a segment itself."""
        for segment in self._segments:
            if title_heading and segment.place == title_heading.place and segment.purpose and segment not in segments:
                return entry("purpose", "\n\n".join(segment.purpose), segment.place)
        return None

    def _tell_blanks(self, segments: list[GuideSegment]) -> None:
        empty = [item for segment in segments for item in blanks(segment.items)]
        if empty:
            more = f" and {len(empty) - 1} more" if len(empty) > 1 else ""
            message = f"{quoted(empty[0].text)}{more} with nothing behind the colon; left out"
            self._complaints.warning(empty[0].place, message)


def _starts_segment(segment: GuideSegment | None, block: GuideBlock, is_part: bool) -> bool:
    """Whether a timed list item is a segment; below a segment with a time of its own it is a question with a length."""
    if segment is None or segment.time is None:
        return block.depth == 0 and is_part
    return segment.item_depth is not None and block.depth <= segment.item_depth


def _split(text: str, strong: str) -> tuple[str, str]:
    """The title and the purpose in `Title -- what the time is for`, or in an item that begins in bold."""
    if strong and text.startswith(strong) and _title(strong):
        return _title(strong), text[len(strong) :].strip(" \t-–—:|")
    title, *rest = _TITLE_END.split(text, maxsplit=1)
    return title, rest[0] if rest else ""


def _title(text: str) -> str:
    return text.strip(" \t-–—:|")


def _of_file(name: str) -> str:
    """A title made of a file's name: `05-sales_round.md` gives `Sales round`."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_ ]+", "", PurePath(name).stem)).strip()
    return words[:1].upper() + words[1:] or "Guide"


def _slot(given: Pair | None) -> int | None:
    """The slot's seconds, if the front matter gives a right one; the reader complains about a wrong one."""
    try:
        return parse_duration(given.value.text) if given and isinstance(given.value, Scalar) else None
    except ValueError:
        return None
