"""Decide what each part of a guide is, and draft an agenda from it; every piece of the file is accounted for.

- A heading, item or paragraph with a time is a segment. What is below it is its content, unless the times there add up
  to its own: then they are the segments. Headings whose times don't fit into it are beside it.
- Without a time, a heading with questions below it is a segment, and so is one that names a break, an end or the
  candidate's questions. Other headings group what is below them.
- What isn't asked (preparation, tips, criteria, answers, links) is known by its heading, in many languages.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import Struct

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftSegment, StatedTotal
from facilitator.preparing.manuscript.manuscript import BlockKind, Manuscript
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.content.segment_content import SegmentContent
from facilitator.preparing.taking.content.segment_fields import segment_of
from facilitator.preparing.taking.endings import take_end, take_their_questions, take_whole
from facilitator.preparing.taking.guide_sections import (
    LEFT_OUT_ON_REQUEST,
    NOT_ASKED,
    is_among,
    role_below,
    section_role,
    take_section,
    watch_for,
)
from facilitator.preparing.taking.guide_titles import NEAR, bare, length_of, names_title, stated_in, title_of
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.naming.named_owners import name_owners
from facilitator.preparing.taking.outline_tree import Branch, branches
from facilitator.preparing.taking.several import alternatives, keep_only, which
from facilitator.preparing.taking.tables import is_schedule, lengths_in, take_table
from facilitator.preparing.taking.whole import has_label, take_before_parts, take_of_whole, take_stated
from facilitator.preparing.words.lexicon import SYMBOLS, HeadingRole, heading_role, segment_kind
from facilitator.preparing.words.sentences import is_asked

_SEGMENTS_WITHOUT_QUESTIONS = (
    SegmentKind.BREAK,
    SegmentKind.CLOSING,
    SegmentKind.OPENING,
    SegmentKind.CANDIDATE_QUESTIONS,
)
ABOVE_TITLE = "above the title, as the links of a page are"
A_CUE = "a cue, such as T-2h, and no part"
FOLDED = "folded away, as answers are"


class TakenGuide(Struct, frozen=True):
    """The draft, what every piece was taken for, and the names of the alternatives if the file has several."""

    draft: DraftAgenda
    taken: tuple[Taken, ...]
    alternatives: tuple[str, ...] = ()
    is_chosen: bool = True


def take(manuscript: Manuscript, choices: ImportChoices) -> TakenGuide:
    """Return what comes of a manuscript, by what the user chose."""
    taking = _Taking(choices)
    kept = [block for block in manuscript.blocks if not block.is_folded]
    for block in manuscript.blocks:
        if block.is_folded:
            taking.ledger.note(block, TakenAs.LEFT_OUT, why=FOLDED)
    roots = branches(kept)
    found = alternatives(roots)
    chosen = which(found, choices.part)
    if found:
        keep_only(chosen, found, roots, taking.ledger)
    taking.take_all(roots)
    if chosen is not None:
        taking.draft.part = chosen.name
    names = tuple(one.name for one in found)
    return TakenGuide(taking.draft, taking.ledger.account(manuscript), names, not found or chosen is not None)


@dataclass
class _Taking:
    choices: ImportChoices
    draft: DraftAgenda = field(default_factory=DraftAgenda)
    ledger: Ledger = field(default_factory=Ledger)
    has_only_titles: bool = False

    def take_all(self, roots: list[Branch]) -> None:
        self.draft.length_seconds = self.choices.length_seconds
        title = title_of(roots)
        if title is not None:
            self._take_title(title)
            self._leave_out_above(title, roots)
            roots = [below for root in roots for below in (root.children if root is title else [root])]
        everything = [branch for root in roots for branch in root.all()]
        self.has_only_titles = not any(
            b.has_length or b.is_item or is_asked(b.text) or b.block.kind == BlockKind.TABLE for b in everything
        )
        self._take_run(roots, None)
        self._keep_the_rest()
        take_whole(self.draft, everything, self.ledger)
        take_end(self.draft, everything, self.ledger)
        name_owners(self.draft, self.ledger)
        take_their_questions(self.draft, self.ledger)

    def _keep_the_rest(self) -> None:
        """Keep what was to go with something that never came, as what a part or the whole is for."""
        for part in self.draft.segments:
            part.purpose += part.awaiting
        self.draft.purpose += self.draft.to_say

    def _leave_out_above(self, title: Branch, roots: list[Branch]) -> None:
        """Leave out the items above the title that ask nothing: links of a page to others."""
        above = roots[: next((number for number, root in enumerate(roots) if root is title), 0)]
        for root in above:
            if root.is_item and not any(one.asks for one in root.all()):
                self.ledger.leave_out(root, ABOVE_TITLE)
                roots.remove(root)

    def _take_title(self, title: Branch) -> None:
        self.draft.title = bare(title.text)
        own = length_of(title.time) or stated_in(title.text)
        is_other = own and self.draft.length_seconds not in (None, own)
        guess = f"“{title.block.text}”: the length that you state counts" if is_other else ""
        self.ledger.note(title, TakenAs.TITLE, guess=guess)
        self.draft.state(own, title.block.place)

    def _take_run(self, run: list[Branch], segment: DraftSegment | None) -> None:
        """Take branches that are side by side; `segment` is the one without a time that they are in, if any."""
        items = [branch for branch in run if branch.is_item]
        timed = [item for item in items if item.has_length and not is_asked(item.text)]
        are_parts = 2 * len(timed) >= len(items) > 0 and not all(map(has_label, items))
        for branch in run:
            if branch.is_question_head and section_role(branch, self.choices) is None:
                SegmentContent(self.draft, segment or self._untitled(branch), self.ledger).take(branch)
            elif branch.is_head:
                self._head(branch)
                segment = self.draft.segments[-1] if branch.has_length and self.draft.segments else segment
            elif branch.is_item and branch.is_cue and (are_parts or not segment):
                self.ledger.leave_out(branch, A_CUE)
            elif branch.is_item and are_parts:
                self._part(branch, branch.children)
            elif branch.block.kind == BlockKind.TABLE:
                self._table(branch, "")
            elif (role := role_below(branch, self.choices)) in NOT_ASKED:
                take_section(branch, role, self.draft, self.ledger)
            elif take_of_whole(branch, self.draft, self.ledger):
                self._take_run(branch.children, segment)
            elif segment or self.draft.segments or not take_before_parts(branch, self.draft, self.ledger):
                segment = segment or self._untitled(branch)
                SegmentContent(self.draft, segment, self.ledger).take(branch)

    def _head(self, branch: Branch) -> None:
        role = section_role(branch, self.choices)
        if is_among(branch, self.choices.left_out):
            self.ledger.leave_out(branch, LEFT_OUT_ON_REQUEST)
        elif role in NOT_ASKED:
            take_section(branch, role, self.draft, self.ledger)
        elif branch.is_cue:
            self.ledger.leave_out(branch, A_CUE)
        elif take_stated(branch, self.draft, self.ledger):
            self._take_run(branch.children, None)
        elif branch.has_length:
            self._part(branch, branch.children)
        elif role == HeadingRole.OBSERVE:
            watch_for(branch, self.draft, self.ledger)
        elif role == HeadingRole.AGENDA and not any(is_asked(item.text) for item in branch.items):
            self._parts_below(branch)
        elif take_of_whole(branch, self.draft, self.ledger):
            self._take_run(branch.children, None)
        else:
            self._untimed(branch)

    def _part(self, branch: Branch, below: list[Branch]) -> None:
        """Take a branch with a time: a segment with its content, or a group of segments that make up its time."""
        below = self.ledger.without_time(branch, below)
        parts = [child for child in below if child.has_length and not is_asked(child.text)]
        share = _share(parts, branch)
        if not parts and self._is_over_schedule(branch, below):
            self._make_up(branch, lambda: self._below_group(branch, below))
        elif len(parts) > 1 and share is not None and abs(share - 1) <= NEAR:
            self._make_up(branch, lambda: self._take_run(below, None))
        elif share is not None and share >= 1 and all(part.is_head for part in parts):
            self._segment(branch, [child for child in below if child not in parts])
            for part in parts:
                self._part(part, part.children)
        else:
            self._segment(branch, below)

    def _make_up(self, branch: Branch, take_parts: Callable[[], None]) -> None:
        """Take the parts that make up the time of a branch, and keep that time to compare it with their sum."""
        self.ledger.note(branch, TakenAs.NOTE, guess="its parts make up its time")
        known, own = len(self.draft.segments), length_of(branch.time)
        take_parts()
        if own:
            self.draft.totals.append(StatedTotal(own, branch.block.place, self.draft.segments[known:]))

    def _is_over_schedule(self, branch: Branch, below: list[Branch]) -> bool:
        """Whether there is a schedule below a heading with a time: under a word such as `Agenda`, or if it makes it up.

        Under such a word the time is that of the whole.
        """
        tables = [child.block for child in below if child.block.kind == BlockKind.TABLE and is_schedule(child.block)]
        own = length_of(branch.time)
        if heading_role(branch.text) == HeadingRole.AGENDA and tables:
            self.draft.state(own, branch.block.place)
            return True
        lengths = [length for table in tables for length in lengths_in(table, branch.text)]
        return bool(own) and bool(lengths) and all(lengths) and abs(sum(filter(None, lengths)) / (own or 1) - 1) <= NEAR

    def _parts_below(self, branch: Branch) -> None:
        """Take what is below a heading such as `Agenda`: the parts, with or without a time."""
        self.ledger.note(branch, TakenAs.NOTE, guess="a heading over the parts")
        for child in branch.children:
            if child.is_cue:
                self.ledger.leave_out(child, A_CUE)
            elif child.is_item:
                self._part(child, child.children)
            elif child.block.kind == BlockKind.TABLE:
                self._table(child, branch.text)
            else:
                self._take_run([child], None)

    def _untimed(self, branch: Branch) -> None:
        """Take a heading without a time: a segment, if it has questions or its title names one, else a group."""
        if (segment := self._titled_in(branch)) is not None:
            self.ledger.note(branch, TakenAs.NOTE, guess=f"more of “{segment.title}”")
            content = SegmentContent(self.draft, segment, self.ledger)
            for child in branch.children:
                content.take(child)
            return
        direct = [child for child in branch.children if not child.is_head or child.is_question_head]
        timed = [c for c in direct if c.is_item and c.has_length and not is_asked(c.text)]
        are_parts = bool(timed) and 2 * len(timed) >= len([c for c in direct if c.is_item])
        is_named = segment_kind(branch.text) in _SEGMENTS_WITHOUT_QUESTIONS
        asks = any(one.is_item or one.asks for child in direct for one in child.all())
        is_chosen = is_among(branch, self.choices.asked)
        if not are_parts and (asks or is_named or self.has_only_titles or is_chosen):
            self._segment(branch, direct)
            self._take_run([head for head in branch.heads if head not in direct], None)
        elif branch.heads or are_parts or any(child.block.kind == BlockKind.TABLE for child in direct):
            self.ledger.note(branch, TakenAs.NOTE, guess="a heading over the parts")
            self._below_group(branch, branch.children)
        elif branch.block.kind == BlockKind.PARAGRAPH and not self.draft.segments:
            self.draft.purpose.append(branch.said)
            self.ledger.note(branch, TakenAs.PURPOSE)
            self._take_run(branch.children, None)
        else:
            for child in branch.children:
                take_of_whole(child, self.draft, self.ledger)
            self.ledger.leave_out(branch, "neither a time nor a question below it")

    def _titled_in(self, branch: Branch) -> DraftSegment | None:
        """Return the part that a heading names whose title a table or a list gave before."""
        title = comparable(SYMBOLS.sub("", one_line(branch.text)))
        named = [part for part in self.draft.segments if part.time and not part.questions]
        return next((part for part in named if names_title(title, comparable(part.title))), None)

    def _below_group(self, branch: Branch, below: list[Branch]) -> None:
        for child in below:
            if child.block.kind == BlockKind.TABLE:
                self._table(child, branch.text)
        self._take_run([child for child in below if child.block.kind != BlockKind.TABLE], None)

    def _segment(self, branch: Branch, below: list[Branch]) -> None:
        """Add a segment, and take what is below it as its content."""
        segment = segment_of(branch)
        self.draft.add(segment)
        self.ledger.note(branch, TakenAs.SEGMENT, guess="" if branch.time else "a part without a time")
        content = SegmentContent(self.draft, segment, self.ledger, says=heading_role(branch.text) == HeadingRole.SAY)
        for child in below:
            role = role_below(child, self.choices)
            if is_among(child, self.choices.left_out):
                self.ledger.leave_out(child, LEFT_OUT_ON_REQUEST)
            elif role in NOT_ASKED and role != HeadingRole.RESEARCH_QUESTIONS:
                take_section(child, role, self.draft, self.ledger)
            elif child.block.kind == BlockKind.TABLE:
                self._table(child, branch.text)
            else:
                content.take(child)

    def _table(self, branch: Branch, heading: str) -> None:
        self.ledger.add(take_table(branch.block, heading, self.draft))

    def _untitled(self, branch: Branch) -> DraftSegment:
        """Return the last segment, or a first one for questions that are under no heading."""
        if not self.draft.segments:
            segment = DraftSegment(self.draft.title or "Questions", branch.block.place)
            segment.guesses.append("questions under no heading")
            self.draft.add(segment)
        return self.draft.segments[-1]


def _share(parts: list[Branch], whole: Branch) -> float | None:
    """Return the times of parts as a share of that of the whole; None if not all are known."""
    own = length_of(whole.time)
    lengths = [length_of(part.time) for part in parts]
    return sum(filter(None, lengths)) / own if own and lengths and all(lengths) else None
