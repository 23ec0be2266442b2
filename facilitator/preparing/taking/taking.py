"""Decide what each part of a guide is, and draft an agenda from it; every piece of the file is accounted for.

- A heading, item or paragraph with a time is a segment. What stands below it is its content, unless the times there
  add up to its own: then they are the segments. Headings whose times don't fit into it stand beside it.
- Without a time, a heading with questions below it is a segment, and so is one that names a break, an end or the
  candidate's questions. Other headings group what is below them.
- What isn't asked (preparation, tips, criteria, answers, links) is known by its heading, in many languages.
"""

import re
from dataclasses import dataclass, field

from msgspec import Struct

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.manuscript.manuscript import BlockKind, Manuscript
from facilitator.preparing.taking.account import Role, Taken
from facilitator.preparing.taking.content import Content, is_asked, split_label
from facilitator.preparing.taking.draft import DraftAgenda, DraftSegment
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch, branches
from facilitator.preparing.taking.people import take_competencies, take_names, take_panel
from facilitator.preparing.taking.rubric import take_rubric
from facilitator.preparing.taking.tables import take_table
from facilitator.preparing.words.lexicon import Field, HeadingRole, field_of, heading_role, segment_kind
from facilitator.preparing.written_times.amounts import amount
from facilitator.preparing.written_times.clocks import lengths_of
from facilitator.preparing.written_times.written_time import WrittenTime

_REASONS = {
    HeadingRole.PREPARATION: "preparation, not a part of the interview",
    HeadingRole.TIPS: "advice to you, not a part of the interview",
    HeadingRole.ANSWERS: "answers, not questions",
    HeadingRole.LINKS: "links and sources",
    HeadingRole.ATTENDEES: "who attends; the panel of an agenda says who asks",
    HeadingRole.SCORING: "how to score, not what to ask",
}
_WITHOUT_ITEMS = {
    HeadingRole.PANEL: "no list of names",
    HeadingRole.COMPETENCIES: "no list of competencies",
}
_SEGMENTS_WITHOUT_QUESTIONS = (
    SegmentKind.BREAK,
    SegmentKind.CLOSING,
    SegmentKind.OPENING,
    SegmentKind.CANDIDATE_QUESTIONS,
)
_NEAR = 0.1
_TITLE_END = re.compile(r"\s--?\s|\s?[–—]\s")
_IN_TITLE = re.compile(r"(\d{1,3})[ -]?(hours?|hrs?|h|minutes?|mins?|min)\b", re.IGNORECASE)


class Choices(Struct, frozen=True):
    """What the user says of a file: its length in seconds, and headings to ask or to leave out all the same."""

    length_seconds: int | None = None
    asked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def take(manuscript: Manuscript, choices: Choices) -> tuple[DraftAgenda, tuple[Taken, ...]]:
    """Return the agenda drafted from a manuscript, and what each of its pieces was taken for."""
    taking = _Taking(choices)
    taking.take_all(manuscript)
    return taking.draft, taking.ledger.account(manuscript)


@dataclass
class _Taking:
    choices: Choices
    draft: DraftAgenda = field(default_factory=DraftAgenda)
    ledger: Ledger = field(default_factory=Ledger)
    has_times: bool = False

    def take_all(self, manuscript: Manuscript) -> None:
        roots = branches(manuscript.blocks)
        self.draft.length_seconds = self.choices.length_seconds
        self.has_times = any(branch.has_length for root in roots for branch in root.all())
        title = self._title(roots)
        if title is not None:
            self._take_title(title)
            roots = [below for root in roots for below in (root.children if root is title else [root])]
        self._take_run(roots, None)
        if not self.draft.segments and (heads := [b for root in roots for b in root.all() if b.is_head]):
            for head in heads:
                self._segment(head, [])

    def _title(self, roots: list[Branch]) -> Branch | None:
        """Return the first heading if it stands above all others and is no part itself."""
        heads = [b for root in roots for b in root.all() if b.block.kind == BlockKind.HEADING]
        if not heads or roots[0] is not heads[0] or any(head.level <= heads[0].level for head in heads[1:]):
            return None
        first = heads[0]
        is_part = bool(heading_role(first.block.text)) or not one_line(first.text)
        is_part = is_part or (first.has_length and len(heads) == 1)
        return None if is_part else first

    def _take_title(self, title: Branch) -> None:
        self.draft.title = _bare(title.text)
        self.ledger.note(title, Role.TITLE)
        if self.draft.length_seconds is None:
            stated = title.time.seconds if title.time else _stated_in(title.text)
            self.draft.length_seconds = stated

    def _take_run(self, run: list[Branch], segment: DraftSegment | None) -> None:
        """Take branches that stand side by side; `segment` is the one without a time that they stand in, if any."""
        items = [branch for branch in run if branch.is_item]
        timed = [item for item in items if item.has_length and not is_asked(item.text)]
        are_parts = bool(timed) and 2 * len(timed) >= len(items)
        for branch in run:
            if branch.is_head:
                self._head(branch)
                segment = self.draft.segments[-1] if branch.has_length and self.draft.segments else segment
            elif branch.is_item and are_parts:
                self._part(branch, branch.children)
            elif branch.block.kind == BlockKind.TABLE:
                self._table(branch, "")
            elif not self._field(branch) and not self._is_purpose(branch, segment):
                segment = segment or self._untitled(branch)
                Content(self.draft, segment, self.ledger).take(branch)

    def _head(self, branch: Branch) -> None:
        role = self._role(branch)
        if role in _REASONS or role in (HeadingRole.PANEL, HeadingRole.COMPETENCIES, HeadingRole.RESEARCH_QUESTIONS):
            self._section(branch, role)
        elif branch.has_length:
            self._part(branch, branch.children)
        elif role == HeadingRole.AGENDA and not any(is_asked(item.text) for item in branch.items):
            self._parts_below(branch)
        elif self._field(branch):
            self._take_run(branch.children, None)
        else:
            self._untimed(branch)

    def _role(self, branch: Branch) -> HeadingRole | None:
        """Return what the heading says of what is below it, unless the user says otherwise."""
        name = comparable(one_line(branch.block.text)).strip(" :")
        if name in map(comparable, self.choices.left_out):
            return HeadingRole.TIPS  # what is left out as advice is
        if name in map(comparable, self.choices.asked) or branch.has_length:
            return None
        return heading_role(branch.block.text)

    def _section(self, branch: Branch, role: HeadingRole | None) -> None:
        """Take a section whose heading says what it holds."""
        if role == HeadingRole.PANEL and take_panel(branch, self.draft, self.ledger):
            return
        if role == HeadingRole.COMPETENCIES and take_competencies(branch, self.draft, self.ledger):
            return
        if role in (HeadingRole.SCORING, HeadingRole.COMPETENCIES) and take_rubric(branch, self.draft, self.ledger):
            return
        if role == HeadingRole.RESEARCH_QUESTIONS:
            self.ledger.note(branch, Role.PURPOSE)
            for below in list(branch.all())[1:]:
                self.draft.purpose.append(below.text)
                self.ledger.note(below, Role.PURPOSE)
            return
        if role in (HeadingRole.SCORING, HeadingRole.COMPETENCIES):
            for below in branch.all():
                if below.block.kind == BlockKind.TABLE:
                    self._table(below, branch.text)
        if role is not None:
            self.ledger.leave_out(branch, {**_REASONS, **_WITHOUT_ITEMS}[role])

    def _part(self, branch: Branch, below: list[Branch]) -> None:
        """Take a branch with a time: a segment with its content, or a group of segments that make up its time."""
        parts = [child for child in below if child.has_length and not is_asked(child.text)]
        share = _share(parts, branch)
        if len(parts) > 1 and share is not None and abs(share - 1) <= _NEAR:
            self.ledger.note(branch, Role.NOTE, guess="its parts make up its time")
            self._take_run(below, None)
        elif share is not None and share >= 1 and all(part.is_head for part in parts):
            self._segment(branch, [child for child in below if child not in parts])
            for part in parts:
                self._part(part, part.children)
        else:
            self._segment(branch, below)

    def _parts_below(self, branch: Branch) -> None:
        """Take what stands below a heading such as `Agenda`: the parts, with or without a time."""
        self.ledger.note(branch, Role.NOTE, guess="a heading over the parts")
        for child in branch.children:
            if child.is_item:
                self._part(child, child.children)
            else:
                self._take_run([child], None)

    def _untimed(self, branch: Branch) -> None:
        """Take a heading without a time: a segment, if it has questions or its title names one, else a group."""
        direct = [child for child in branch.children if not child.is_head]
        timed = [c for c in direct if c.is_item and c.has_length and not is_asked(c.text)]
        are_parts = bool(timed) and 2 * len(timed) >= len([c for c in direct if c.is_item])
        is_named = segment_kind(branch.text) in _SEGMENTS_WITHOUT_QUESTIONS
        has_questions = any(child.is_item for child in direct) or any(is_asked(child.text) for child in direct)
        if not are_parts and (has_questions or is_named):
            self._segment(branch, direct)
            self._take_run(branch.heads, None)
        elif branch.heads or are_parts or any(child.block.kind == BlockKind.TABLE for child in direct):
            self.ledger.note(branch, Role.NOTE, guess="a heading over the parts")
            self._below_group(branch)
        else:
            self.ledger.leave_out(branch, "neither a time nor a question stands below it")

    def _below_group(self, branch: Branch) -> None:
        for child in branch.children:
            if child.block.kind == BlockKind.TABLE:
                self._table(child, branch.text)
        self._take_run([child for child in branch.children if child.block.kind != BlockKind.TABLE], None)

    def _segment(self, branch: Branch, below: list[Branch]) -> None:
        """Add a segment, and take what stands below it as its content."""
        title, purpose = _split(branch.text, branch.block.strong)
        segment = DraftSegment(title or branch.block.text, branch.block.place, time=branch.time)
        segment.kind = segment_kind(segment.title) or SegmentKind.TALK
        if purpose:
            segment.purpose.append(purpose)
        if branch.time and branch.time.beside:
            segment.lead = branch.time.beside
        self.draft.segments.append(segment)
        self.ledger.note(branch, Role.SEGMENT, guess="" if branch.time else "a part without a time")
        content = Content(self.draft, segment, self.ledger)
        for child in below:
            role = self._role(child) if child.is_head else None
            if role in _REASONS:
                self._section(child, role)
            elif child.block.kind == BlockKind.TABLE:
                self._table(child, branch.text)
            else:
                content.take(child)

    def _table(self, branch: Branch, heading: str) -> None:
        self.ledger.add(take_table(branch.block, heading, self.draft))

    def _field(self, branch: Branch) -> bool:
        """Take a field of the whole agenda (`Length: 45 min`, `Candidate: …`); return False if it is none."""
        label, rest = split_label(branch.block.text)
        found = field_of(label) if label else None
        if found in (Field.DURATION, Field.TOTAL) and branch.time and branch.time.seconds and not self.draft.segments:
            self.draft.length_seconds = self.draft.length_seconds or branch.time.seconds
            self.ledger.note(branch, Role.LENGTH)
        elif found == Field.TOTAL and branch.time and branch.time.seconds:
            self.draft.length_seconds = self.draft.length_seconds or branch.time.seconds
            self.ledger.note(branch, Role.LENGTH, guess="the stated length of the whole")
        elif label and rest and heading_role(label) == HeadingRole.PANEL and not branch.children:
            take_names(branch, rest, self.draft, self.ledger)
        elif found == Field.CANDIDATE and rest:
            self.draft.candidate = one_line(rest)
            self.ledger.note(branch, Role.NOTE, guess="the candidate's name")
        else:
            return False
        return True

    def _is_purpose(self, branch: Branch, segment: DraftSegment | None) -> bool:
        """Take a text before the first part, which asks nothing, as what the interview is for."""
        is_text = not branch.is_item and not any(is_asked(one.text) for one in branch.all())
        if segment is not None or self.draft.segments or not is_text or branch.block.kind == BlockKind.CODE:
            return False
        if branch.text.endswith(":") and not branch.children:
            self.ledger.note(branch, Role.LEFT_OUT, why="nothing stands behind the colon")
            return True
        for below in branch.all():
            self.draft.purpose.append(below.text)
            self.ledger.note(below, Role.PURPOSE)
        return True

    def _untitled(self, branch: Branch) -> DraftSegment:
        """Return the last segment, or a first one for questions that stand under no heading."""
        if not self.draft.segments:
            self.draft.segments.append(DraftSegment(self.draft.title or "Questions", branch.block.place))
        return self.draft.segments[-1]


def _share(parts: list[Branch], whole: Branch) -> float | None:
    """Return the times of parts as a share of that of the whole; None if not all are known."""
    own = _length(whole.time)
    lengths = [_length(part.time) for part in parts]
    return sum(filter(None, lengths)) / own if own and lengths and all(lengths) else None


def _length(time: WrittenTime | None) -> int | None:
    if time is None:
        return None
    return time.seconds or lengths_of([(time.starts, time.ends)])[0]


def _stated_in(title: str) -> int | None:
    """Return the length that a title states (`Sample 90-minute kickoff`), in seconds; None if it states none."""
    match = _IN_TITLE.search(title[:300])
    found = amount(f"{match[1]} {match[2]}") if match else None
    return found.seconds if found else None


def _split(text: str, strong: str) -> tuple[str, str]:
    """Split `Title -- what the time is for`, or a text that begins in bold, into title and purpose."""
    if strong and text.startswith(strong) and _bare(strong):
        return _bare(strong), _bare(text[len(strong) :])
    title, *rest = _TITLE_END.split(text, maxsplit=1)
    return _bare(title), _bare(rest[0]) if rest else ""


def _bare(text: str) -> str:
    return text.strip(" \t-–—:|*_")
