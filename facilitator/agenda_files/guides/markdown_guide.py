"""Turn a Markdown interview guide into the nodes of an agenda file.

People write their guides as headings, bullets and times in many shapes. They become the same nodes as YAML gives,
so that there is only one way to read, check and complain.

- A heading, list item or paragraph with a time is a segment; so is a heading with a list under it.
- The outer list items of a segment are its questions, the inner ones their probes.
- `Panel` and `Competencies` as headings hold lists (`- id: Name, Role (lead)`, `- id: Name`).
- YAML front matter may have any other field of the agenda.
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

LONGEST_CHARACTERS = 128 * 1024  # the work of a Markdown parser can grow faster than the text
MOST_BLOCKS = 5_000

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ADVICE = re.compile(r"\b(tips?|advice|preparation|how to use|references|further reading|resources)\b", re.IGNORECASE)
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_TITLE_END = re.compile(r"\s+(?:--|-|–|—)\s+")
_LIST_HEADINGS = {"panel": "panel", "panelists": "panel", "competencies": "competencies"}
_LONGEST_TIMED_PARAGRAPH = 120


def guide_nodes(markdown: str, name: str, complaints: Complaints) -> Node | None:
    """Return the root node of an agenda, or complain and return None if the guide can't be read.

    `name` is the name of the file, from which a guide without a title gets one.
    """
    markdown = markdown.replace("\r\n", "\n").replace("\r", "\n")
    front: tuple[Pair, ...] = ()
    if match := _FRONT_MATTER.match(markdown):
        root = compose(match[1], complaints, first_line=2)
        if isinstance(root, Mapping):
            front = root.entries
        elif root is not None:
            complaints.error(root.position, "the front matter of a guide is a group of keys such as 'title: …'")
        if root is None and complaints.has_errors:
            return None
        markdown = "\n" * match[0].count("\n") + markdown[match.end() :]
    if len(markdown) > LONGEST_CHARACTERS:
        message = f"longer than {LONGEST_CHARACTERS} characters; that can't be a guide for one interview"
        complaints.error(Position(), message)
        return None
    guide = _Guide(complaints)
    for number, block in enumerate(blocks(markdown)):
        if number == MOST_BLOCKS:
            message = f"more than {MOST_BLOCKS} headings and items; a guide doesn't need that many"
            complaints.error(block.position, message)
            return None
        guide.take(block)
    return guide.root(front, name)


class _Guide:
    """Takes the blocks in order and puts each where it belongs."""

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
            self._segments.append(GuideSegment(_title(found.text) or block.text, block.position, found))
        elif list_key:
            self._open_list = self._lists.setdefault(list_key, (block.position, []))[1]
        elif _ADVICE.search(block.text):
            self._leaves_out = True
            message = (
                f"{quoted(block.text.rstrip(':'))} reads as advice to you, not as a part of the interview; left out"
            )
            self._complaints.warning(block.position, message)
        elif block.text:
            self._segments.append(GuideSegment(_title(block.text) or block.text, block.position))

    def _item(self, block: GuideBlock) -> None:
        text = _CHECKBOX.sub("", block.text, count=1) if block.text.startswith("[") else block.text
        segment = self._segments[-1] if self._segments else None
        found = timed(text)
        if found and _starts_segment(segment, block, found.time_first or "?" not in found.text):
            title, purpose = _split(found.text or text, block.strong)
            purposes = [purpose] if purpose else []
            self._segments.append(GuideSegment(title, block.position, found, block.depth, purposes))
        elif text:
            if segment is None:
                segment = GuideSegment("", block.position)
                self._segments.append(segment)
            depth = block.depth if segment.item_depth is None else block.depth - segment.item_depth - 1
            asked, seconds = (found.text, found.seconds) if found and found.text else (text, None)
            segment.append(Item(asked, block.position, seconds), depth)

    def _paragraph(self, block: GuideBlock) -> None:
        found = timed(block.text)
        if found and found.text and len(block.text) <= _LONGEST_TIMED_PARAGRAPH:
            self._segments.append(GuideSegment(_title(found.text) or block.text, block.position, found))
        elif self._segments and not block.text.endswith(":"):
            self._segments[-1].purpose.append(block.text)

    def _more(self, block: GuideBlock) -> None:
        """Add code, or another paragraph of an item, to what comes before it."""
        item = self._segments[-1].last_item if self._segments else None
        if item:
            item.has_code = item.has_code or block.kind == "code"
            item.add(block.text)
        elif self._segments:
            self._segments[-1].purpose.append(block.text)

    def root(self, front: tuple[Pair, ...], name: str) -> Node:
        """Return the agenda's node, made of the front matter and the body; complain about what is in both."""
        given = {entry_.key.text: entry_ for entry_ in front}
        body: list[Pair] = []
        title_heading = None if "title" in given else self._title_heading()
        if "title" not in given:
            title, position = (
                (_title(title_heading.text), title_heading.position) if title_heading else (_of_file(name), Position())
            )
            body.append(entry("title", title, position))
        for key, (position, items) in self._lists.items():
            if items:
                nodes = panel_of(items) if key == "panel" else competencies_of(items)
                body.append(Pair(Scalar(position, key), nodes))
        segments = self._kept(title_heading)
        purpose = self._purpose(title_heading, segments)
        if purpose and "purpose" not in given:
            body.append(purpose)
        body.append(self._segments_entry(segments, given, body))
        for entry_ in body:
            if entry_.key.text in given:
                message = f"{quoted(entry_.key.text)} is in the front matter and in the guide; keep one"
                self._complaints.error(given[entry_.key.text].key.position, message)
        entries = {entry_.key.text: entry_ for entry_ in (*body, *front)}
        return Mapping(Position(), tuple(entries.values()))

    def _segments_entry(self, segments: list[GuideSegment], given: dict[str, Pair], body: list[Pair]) -> Pair:
        title = next((e.value for e in (*body, *given.values()) if e.key.text == "title"), None)
        for segment in segments:
            segment.title = segment.title or (title.text if isinstance(title, Scalar) else "Questions")
        self._tell_blanks(segments)
        set_lengths(segments, _slot(given.get("length")), self._complaints)
        key = Scalar(segments[0].position if segments else Position(), "segments")
        if segments:
            return Pair(key, Sequence(key.position, tuple(segment_node(segment) for segment in segments)))
        message = (
            "no segments: a guide has headings with questions listed under them, or items such as '(10 min) Intro'"
        )
        self._complaints.error(key.position, message)
        return Pair(key, Hole(key.position))

    def _title_heading(self) -> GuideBlock | None:
        """Return the first heading if it is the title: without a time, and of a higher level than all others."""
        if not self._headings:
            return None
        first, *others = self._headings
        stands_above = all(other.depth > first.depth for other in others)
        is_title = stands_above and not timed(first.text) and first.text.rstrip(":").casefold() not in _LIST_HEADINGS
        return first if is_title and _title(first.text) else None

    def _kept(self, title_heading: GuideBlock | None) -> list[GuideSegment]:
        """Return the segments without the headings that only group others; if none is left, all but the title."""
        kept = [segment for segment in self._segments if segment.time or segment.questions]
        if kept:
            return kept
        return [s for s in self._segments if title_heading is None or s.position != title_heading.position]

    def _purpose(self, title_heading: GuideBlock | None, segments: list[GuideSegment]) -> Pair | None:
        """Return the text under the title as the purpose of the agenda, unless the title is a segment itself."""
        if title_heading is None:
            return None
        for segment in self._segments:
            if segment.position == title_heading.position and segment.purpose and segment not in segments:
                return entry("purpose", "\n\n".join(segment.purpose), segment.position)
        return None

    def _tell_blanks(self, segments: list[GuideSegment]) -> None:
        empty = [item for segment in segments for item in blanks(segment.items)]
        if empty:
            more = f" and {len(empty) - 1} more" if len(empty) > 1 else ""
            message = f"{quoted(empty[0].text)}{more} with nothing after the colon; left out"
            self._complaints.warning(empty[0].position, message)


def _starts_segment(segment: GuideSegment | None, block: GuideBlock, is_part: bool) -> bool:
    """Whether a list item with a time begins a segment. Inside a segment with a time it is a question with a length."""
    if segment is None or segment.time is None:
        return block.depth == 0 and is_part
    return segment.item_depth is not None and block.depth <= segment.item_depth


def _split(text: str, strong: str) -> tuple[str, str]:
    """Split `Title -- what the time is for`, or an item that begins in bold, into title and purpose."""
    if strong and text.startswith(strong) and _title(strong):
        return _title(strong), text[len(strong) :].strip(" \t-–—:|")
    title, *rest = _TITLE_END.split(text, maxsplit=1)
    return title, rest[0] if rest else ""


def _title(text: str) -> str:
    return text.strip(" \t-–—:|")


def _of_file(name: str) -> str:
    """Make a title from the name of a file: `05-sales_round.md` gives `Sales round`."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_ ]+", "", PurePath(name).stem)).strip()
    return words[:1].upper() + words[1:] or "Guide"


def _slot(given: Pair | None) -> int | None:
    """Return the seconds of the slot; None if it is missing or wrong, about which the reader complains."""
    try:
        return parse_duration(given.value.text) if given and isinstance(given.value, Scalar) else None
    except ValueError:
        return None
