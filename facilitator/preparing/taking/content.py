"""What stands in a segment: questions with their probes, what to listen for, what is said, notes.

Separate from `taking`, which decides what the segments are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.account import Role
from facilitator.preparing.taking.draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import LONGEST_LABEL, Field, HeadingRole, Lead, field_of, heading_role, lead_of
from facilitator.preparing.written_times.written_time import written_time

NOTHING_BEHIND = "nothing stands behind the colon"
AN_ANSWER = "an answer, not a question"
AN_OPTION = "an answer to choose from"
_QUESTION_MARKS = ("?", "？", "؟")
_QUOTES = ("“", "„", "«", '"', "「")
_SENTENCES = re.compile(r"[^.?!？؟。]{0,600}[.?!？؟。]+[”\"'»)]?\s*|[^.?!？؟。]{1,600}")
_IN_BRACKETS_AT_END = re.compile(r"[(（\[]([^()（）\[\]]{3,200})[)）\]]$")
_LETTERED = re.compile(r"[a-hA-H][.)]\s")
_LONGEST_OPTION_WORDS = 4
_SHORTEST_STRONG_WORDS = 3
_SHORTEST_SAID = 30
_STATEMENTS_IN = (SegmentKind.OPENING, SegmentKind.CLOSING, SegmentKind.BREAK)


@dataclass
class Content:
    """Takes what stands below a segment, block by block, into the segment."""

    draft: DraftAgenda
    segment: DraftSegment
    ledger: Ledger

    def take(self, branch: Branch, question: DraftQuestion | None = None) -> None:
        """Take a branch and what stands below it; `question` is the one that it stands under, if any."""
        block = branch.block
        if block.kind == BlockKind.CODE:
            self._more(branch)
        elif block.kind == BlockKind.CONTINUATION:
            if not self._labelled(branch, None):
                self._more(branch)
        elif block.is_quote or self._is_said(branch):
            self._say(branch, branch.text)
        elif not self._labelled(branch, question):
            if question is not None:
                self._probe(branch, question)
            elif branch.is_item or branch.is_head:
                self._item(branch)
            else:
                self._paragraph(branch)

    def _labelled(self, branch: Branch, question: DraftQuestion | None) -> bool:
        """Take what a label says of itself (`Duration: 5 min`, `Follow-ups:`); return False if it has none."""
        label, rest = split_label(branch.block.text)
        lead, field, role = lead_of(label), field_of(label), heading_role(label)
        if branch.block.text.endswith((":", "：")) and not branch.children:
            self.ledger.note(branch, Role.LEFT_OUT, why=NOTHING_BEHIND)
        elif label and lead is not None and (rest or branch.children):
            self._led(branch, lead, rest, question)
        elif label and field is not None and rest and self._field(branch, field, rest, question):
            pass
        elif label and role == HeadingRole.OBSERVE and branch.children:
            self._led(branch, Lead.LISTEN_FOR, rest, question)
        else:
            return False
        return True

    def _led(self, branch: Branch, lead: Lead, rest: str, question: DraftQuestion | None) -> None:
        current = question or (self.segment.questions[-1] if self.segment.questions else None)
        texts = [rest] if rest else []
        match lead:
            case Lead.QUESTION:
                self.ledger.note(branch, Role.QUESTION)
                self._below(branch, self._ask(branch, rest)) if rest else self._visit(branch, None)
            case Lead.ANSWER:
                self.ledger.leave_out(branch, AN_ANSWER)
            case Lead.SAY:
                self._say(branch, rest)
            case Lead.NOTE:
                self._purpose(branch, rest)
            case Lead.LISTEN_FOR if current:
                self.ledger.note(branch, Role.LISTEN_FOR)
                current.listen_for += texts + [below.text for below in self._noted(branch, Role.LISTEN_FOR)]
            case Lead.PROBE if current:
                self.ledger.note(branch, Role.PROBE)
                current.probes += texts
                for child in branch.children:
                    self.take(child, current)
            case _:
                self._purpose(branch, branch.block.text)

    def _field(self, branch: Branch, field: Field, rest: str, question: DraftQuestion | None) -> bool:
        """Take a field with its value; return False if it means nothing here."""
        time = written_time(branch.block.text)
        if field == Field.DURATION and time and (time.seconds or time.starts):
            if question is not None:
                question.seconds = time.seconds
            elif self.segment.time is None:
                self.segment.time = time
            self.ledger.note(branch, Role.LENGTH)
        elif field == Field.OWNER:
            (question or self.segment).led_by(one_line(rest))
            self.ledger.note(branch, Role.OWNER)
        elif field == Field.CANDIDATE:
            self.draft.candidate = one_line(rest)
            self.ledger.note(branch, Role.NOTE, guess="the candidate's name")
        elif field == Field.NOTES:
            self._purpose(branch, rest)
        elif field == Field.QUESTION:
            self._led(branch, Lead.QUESTION, rest, question)
        elif field == Field.COMPETENCY and question is not None:
            question.competency = one_line(rest)
            self.ledger.note(branch, Role.COMPETENCY)
        else:
            return False
        return True

    def _item(self, branch: Branch) -> None:
        """Take an item or a heading below a segment: a question, a topic over questions, or a statement."""
        text = branch.text
        is_label = text.endswith((":", "：")) and not _has_code(branch)
        below = [child for child in branch.children if child.is_item]
        if branch.is_head and not is_asked(text):
            self.ledger.note(branch, Role.NOTE, guess="a topic over what follows")
            self._visit(branch, None)
        elif is_label and any(is_asked(child.text) for child in below):
            self.ledger.note(branch, Role.NOTE, guess="a topic over the questions that follow")
            self._visit(branch, None)
        elif self.segment.kind in _STATEMENTS_IN and not any(is_asked(one.text) for one in branch.all()):
            self._purpose(branch, text, guess="a statement, not a question")
        elif not self._bold_lead(branch):
            self._below(branch, self._ask(branch, text))

    def _paragraph(self, branch: Branch) -> None:
        """Take a paragraph: the questions in it, a bold lead with guidance, or what the time is for."""
        text = branch.text
        asked = [sentence for sentence in _sentences(text) if is_asked(sentence)]
        if self._bold_lead(branch):
            pass
        elif asked and is_asked(text):
            before = text[: text.find(asked[0])].strip()
            if before and len(asked) == 1:
                asked = [text]
            elif before:
                self.segment.purpose.append(before)
            for sentence in asked:
                question = self._ask(branch, sentence)
            self._below(branch, question)
        elif text.endswith((":", "：")) and branch.children:
            self.ledger.note(branch, Role.NOTE, guess="a topic over what follows")
            self._visit(branch, None)
        else:
            self._purpose(branch, text)

    def _bold_lead(self, branch: Branch) -> bool:
        """Take a question in bold with guidance behind it; return False if it is none."""
        text, strong = branch.text, branch.block.strong
        rest = text[len(strong) :].strip(" .:-–—") if strong and text.startswith(strong) else ""
        if not rest or not (is_asked(strong) or len(strong.split()) >= _SHORTEST_STRONG_WORDS):
            return False
        question = self._ask(branch, strong.rstrip(" :"))
        label, behind = split_label(rest)
        question.listen_for.append(behind if label and lead_of(label) == Lead.LISTEN_FOR else rest)
        self._below(branch, question)
        return True

    def _ask(self, branch: Branch, text: str) -> DraftQuestion:
        """Add a question; what stands in brackets behind it as a follow-up becomes its probe."""
        question = DraftQuestion(text, branch.block.place)
        if match := _IN_BRACKETS_AT_END.search(text):
            label, rest = split_label(match[1])
            if rest and lead_of(label) == Lead.PROBE:
                question.ask = text[: match.start()].strip()
                question.probes.append(rest)
        if branch.has_length and branch.time and branch.time.seconds:
            question.seconds = branch.time.seconds
            if branch.time.beside:
                question.owner = branch.time.beside
        self.segment.questions.append(question)
        self.ledger.note(branch, Role.QUESTION)
        return question

    def _below(self, branch: Branch, question: DraftQuestion) -> None:
        """Take what stands below a question."""
        items = branch.items
        if _are_options(items):
            for item in items:
                self.ledger.leave_out(item, AN_OPTION)
        for child in branch.children:
            if not (child.is_item and _are_options(items)):
                self.take(child, question)

    def _probe(self, branch: Branch, question: DraftQuestion) -> None:
        text = branch.text
        if text.endswith((":", "：")) and branch.children:
            self.ledger.note(branch, Role.NOTE, guess="a topic over the follow-ups")
        else:
            question.probes.append(text)
            self.ledger.note(branch, Role.PROBE)
        for child in branch.children:
            self.take(child, question)

    def _visit(self, branch: Branch, question: DraftQuestion | None) -> None:
        for child in branch.children:
            self.take(child, question)

    def _more(self, branch: Branch) -> None:
        """Add code, or another paragraph of an item, to what it stands below: the last question, else the purpose."""
        text = branch.block.text
        question = self.segment.questions[-1] if self.segment.questions else None
        if question is None:
            self.segment.purpose.append(text)
            self.ledger.note(branch, Role.PURPOSE)
        elif question.probes:
            question.probes[-1] = f"{question.probes[-1]}\n{text}"
            self.ledger.note(branch, Role.PROBE)
        else:
            question.ask = f"{question.ask}\n{text}"
            self.ledger.note(branch, Role.QUESTION)

    def _say(self, branch: Branch, text: str) -> None:
        self.ledger.note(branch, Role.SAY)
        below = [one.text for one in self._noted(branch, Role.SAY)]
        self.segment.say += [one.strip('“”„«»"「」 ') for one in [text, *below] if one]

    def _purpose(self, branch: Branch, text: str, guess: str = "") -> None:
        """Add a text, and what stands below it, to what the time of the segment is for."""
        self.ledger.note(branch, Role.NOTE if guess else Role.PURPOSE, guess=guess)
        self.segment.purpose += [text, *(one.text for one in self._noted(branch, Role.PURPOSE))]

    def _noted(self, branch: Branch, role: Role) -> Iterator[Branch]:
        """Yield everything below a branch, and note what it was taken for."""
        for child in branch.children:
            for below in child.all():
                self.ledger.note(below, role)
                yield below

    def _is_said(self, branch: Branch) -> bool:
        """Whether a paragraph is what to say, word for word: in quotation marks, and no question."""
        text = branch.text
        is_quoted = text.startswith(_QUOTES) and text.rstrip(".").endswith(("”", "“", "»", '"', "」"))
        return is_quoted and len(text) >= _SHORTEST_SAID and not is_asked(text.strip('”“»"」'))


def is_asked(text: str) -> bool:
    """Whether a text ends in a question."""
    return text.rstrip("”\"'»)* ").endswith(_QUESTION_MARKS)


def split_label(text: str) -> tuple[str, str]:
    """Return the label before a colon and what stands behind it; no label if it is longer than labels are."""
    label, colon, _ = text[: LONGEST_LABEL + 1].replace("：", ":").partition(":")
    return (label.strip(" *_"), text[len(label) + 1 :].strip(" *_")) if colon else ("", text)


def _sentences(text: str) -> list[str]:
    return [match[0].strip() for match in _SENTENCES.finditer(text) if match[0].strip()]


def _has_code(branch: Branch) -> bool:
    return any(child.block.kind == BlockKind.CODE for child in branch.children)


def _are_options(items: list[Branch]) -> bool:
    """Whether items are answers to choose from: several short ones, lettered or with boxes to tick."""
    if len(items) < 2:
        return False
    is_short = all(len(item.text.split()) <= _LONGEST_OPTION_WORDS and not is_asked(item.text) for item in items)
    pieces = [item.block.pieces[0].text.lstrip("-*+ ") for item in items]
    return is_short and all(_LETTERED.match(piece) or piece[:3] in ("[ ]", "[x]", "[X]") for piece in pieces)
