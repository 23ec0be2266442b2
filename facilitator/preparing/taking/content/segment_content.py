"""What is in a segment: questions with their probes, what to listen for, what is said, notes.

Separate from `taking`, which decides what the segments are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.content.answer_options import options_among
from facilitator.preparing.taking.content.segment_fields import (
    TO_FILL_IN,
    is_counted_task,
    is_quotation,
    is_speech,
    lead_in,
    take_beside,
    take_field,
)
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.taking.tables import take_table
from facilitator.preparing.words.lexicon import Lead, field_of, is_against, is_label, is_request, is_task, lead_of
from facilitator.preparing.words.sentences import (
    is_asked,
    is_blank,
    is_condition,
    only_asks,
    questions_in,
    sentences_of,
    split_label,
    without_count,
    without_follow_ups,
    without_must,
)

NOTHING_FOLLOWS = "nothing follows the colon"
AN_ANSWER = "an answer, not a question"
AN_OPTION = "an answer to choose from"
NO_MARK = "no question mark: a question because it is in the list of a part"
QUOTATION_MARKS = '“”„«»"「」 '
_SHORTEST_STRONG_WORDS = 3
_STATEMENTS_IN = (SegmentKind.OPENING, SegmentKind.CLOSING, SegmentKind.BREAK)


@dataclass
class SegmentContent:
    """Takes what is below a segment, block by block, into the segment. If it `says`, all of it is to be said."""

    draft: DraftAgenda
    segment: DraftSegment
    ledger: Ledger
    says: bool = False

    def take(self, branch: Branch, question: DraftQuestion | None = None) -> None:
        """Take a branch and what is below it; `question` is the one that it is under, if any."""
        block = branch.block
        if block.kind == BlockKind.TABLE:
            self.ledger.add(take_table(block, "", self.draft))
        elif block.kind == BlockKind.CODE:
            self._more(branch)
        elif block.kind == BlockKind.CONTINUATION and without_count(branch.text)[0] != branch.text:
            self._paragraph(branch)  # `F4: Why?` right below a follow-up to the third
        elif block.kind == BlockKind.CONTINUATION:
            asks = question if question is not None and is_asked(branch.text) else None
            if not self._labelled(branch, question):
                self._below_question(branch, asks) if asks else self._more(branch)
        elif self.says or self._is_speech(branch) or is_quotation(branch.text):
            self._say(branch, branch.said)
        elif branch.gives(self.segment.time):
            self.ledger.note(branch, TakenAs.LENGTH)
            self._visit(branch)
        elif not self._labelled(branch, question):
            if question is not None:
                self._below_question(branch, question)
            elif is_counted_task(branch.text) and not any(child.asks for child in branch.children):
                self._below(branch, self._ask(branch, branch.text))
            elif branch.is_item or branch.is_head:
                self._item(branch)
            else:
                self._paragraph(branch)

    def _labelled(self, branch: Branch, question: DraftQuestion | None) -> bool:
        """Take what a label says of itself (`Duration: 5 min`, `Follow-ups:`); return False if it has none."""
        label, rest = split_label(branch.block.text)
        if is_blank(branch.block.text) and not branch.children:
            self.ledger.note(branch, TakenAs.LEFT_OUT, why=TO_FILL_IN)
            return True
        if not label and (branch.is_head or branch.children):
            label, rest = branch.block.text, ""
        elif branch.block.text.endswith((":", "：")) and not branch.children:
            self.ledger.note(branch, TakenAs.LEFT_OUT, why=NOTHING_FOLLOWS)
            return True
        lead = lead_in(label)
        if label and lead is not None and (rest or branch.children):
            self._led(branch, lead, rest, question)
            return True
        found = field_of(label) if label else None
        return found is not None and bool(rest) and self._field(branch, rest, question)

    def _field(self, branch: Branch, rest: str, question: DraftQuestion | None) -> bool:
        last = self.segment.questions[-1] if self.segment.questions else None
        into = question or (last if last and last.in_form else self.segment)
        taken = take_field(branch, rest, into, self.draft)
        if taken is None:
            return False
        role, guess = taken
        if role == TakenAs.LEFT_OUT:
            self.ledger.leave_out(branch, guess)
        elif role in (TakenAs.PURPOSE, TakenAs.QUESTION):
            self._led(branch, Lead.NOTE if role == TakenAs.PURPOSE else Lead.QUESTION, rest, question)
        else:
            self.ledger.note(branch, role, guess=guess)
            for child in branch.children:
                self.take(child, question)
        return True

    def _led(self, branch: Branch, lead: Lead, rest: str, question: DraftQuestion | None) -> None:
        current = question or (self.segment.questions[-1] if self.segment.questions else None)
        texts = [rest] if rest else []
        match lead:
            case Lead.QUESTION:
                self.ledger.note(branch, TakenAs.QUESTION)
                self._below(branch, self._ask(branch, rest, in_form=True)) if rest else self._visit(branch)
            case Lead.ANSWER:
                self.ledger.leave_out(branch, AN_ANSWER)
            case Lead.SAY:
                self._say(branch, rest)
            case Lead.NOTE:
                label = split_label(branch.block.text)[0]
                self._purpose(branch, rest if lead_of(label) or field_of(label) else branch.block.text)
            case Lead.LISTEN_FOR:
                self.ledger.note(branch, TakenAs.LISTEN_FOR, guess="" if current else "for the question after it")
                kept = current.listen_for if current else self.segment.awaiting
                label = one_line(split_label(branch.block.text)[0] or branch.text).strip(" :")
                said = texts + [below.said for below in self._noted(branch, TakenAs.LISTEN_FOR)]
                kept += said if is_label(label) and not is_against(label) else [f"{label}: {text}" for text in said]
            case Lead.PROBE if current:
                self.ledger.note(branch, TakenAs.PROBE)
                asked = sentences_of(rest)
                current.probes += asked if all(map(is_asked, asked)) else texts
                for child in branch.children:
                    self.take(child, current)
            case _:
                self.ledger.note(branch, TakenAs.QUESTION, guess="a follow-up without a question before it")
                added = [self._ask(branch, each) for each in questions_in(rest) or filter(None, [rest])]
                self._below(branch, added[-1]) if added else self._visit(branch)

    def _item(self, branch: Branch) -> None:
        """Take an item or a heading below a segment: a question, a topic over questions, or a statement."""
        text = branch.text
        has_code = any(child.block.kind == BlockKind.CODE for child in branch.children)
        is_label = text.endswith((":", "：")) and not has_code
        below = [child for child in branch.children if child.is_item]
        if branch.is_head and not is_asked(text) and not branch.children:
            self._purpose(branch, branch.said)
        elif branch.is_head and not is_asked(text):
            self.ledger.note(branch, TakenAs.NOTE, guess="a topic over what follows")
            self._visit(branch)
        elif is_label and any(child.asks for child in below):
            self.ledger.note(branch, TakenAs.NOTE, guess="a topic over the questions that follow")
            self._visit(branch)
        elif self.segment.kind in _STATEMENTS_IN and not any(one.asks for one in branch.all()):
            self._purpose(branch, branch.said, guess="a statement, not a question")
        elif not self._bold_lead(branch):
            is_clear = any(map(is_asked, sentences_of(text))) or is_task(text)
            self._below(branch, self._ask(branch, text, "" if is_clear else NO_MARK))

    def _paragraph(self, branch: Branch) -> None:
        """Take a paragraph: the questions in it, a bold lead with guidance, or what the time is for."""
        text = branch.text
        asked = questions_in(text)
        if self._bold_lead(branch):
            pass
        elif branch.block.number and is_asked(text):
            self._below(branch, self._ask(branch, text))
        elif asked and is_asked(text):
            before = " ".join(sentence for sentence in sentences_of(asked[0]) if not is_asked(sentence))
            if before and len(asked) > 1:
                self.segment.purpose.append(before)
                asked[0] = asked[0].removeprefix(before).strip()
            for each in asked:
                question = self._ask(branch, each)
            self._below(branch, question)
        elif is_request(text) or without_count(text)[0] != text:
            self._below(branch, self._ask(branch, text))
        elif branch.children and text.endswith((".", "!", "。")):
            self.ledger.note(branch, TakenAs.PURPOSE)
            self.segment.purpose.append(branch.said)
            self._visit(branch)
        elif branch.children:
            self.ledger.note(branch, TakenAs.NOTE, guess="a topic over what follows")
            self._visit(branch)
        else:
            self._purpose(branch, branch.said)

    def _bold_lead(self, branch: Branch) -> bool:
        """Take a question in bold with guidance behind it; return False if it is none."""
        text, strong = branch.text, branch.block.strong
        rest = text[len(strong) :].lstrip(" .:-–—") if strong and text.startswith(strong) else ""
        is_lead = len(strong.split()) >= _SHORTEST_STRONG_WORDS and not is_condition(strong)
        if not rest or not (is_asked(strong) or is_lead):
            return False
        question = self._ask(branch, strong.rstrip(" :"))
        label, behind = split_label(rest)
        question.listen_for.append(behind if label and lead_of(label) == Lead.LISTEN_FOR else rest)
        self._below(branch, question)
        return True

    def _ask(self, branch: Branch, text: str, guess: str = "", *, in_form: bool = False) -> DraftQuestion:
        """Add a question; what is said behind it as follow-ups becomes its probes."""
        text, must = without_must(text)
        text, who = without_count(text)
        text, probes = without_follow_ups(text)
        question = DraftQuestion(text, branch.block.place, probes, owner=who, must=must, in_form=in_form)
        if branch.has_length and branch.time and branch.time.seconds:
            question.seconds = branch.time.seconds
            if branch.time.beside:
                take_beside(branch.time.beside, question)
        if guess:
            question.guesses.append(guess)
        self.segment.ask(question)
        self.ledger.note(branch, TakenAs.QUESTION, guess=guess)
        return question

    def _below(self, branch: Branch, question: DraftQuestion) -> None:
        """Take what is below a question."""
        options = options_among(branch.children)
        for child in branch.children:
            if any(child is option for option in options):
                self.ledger.note(child, TakenAs.LEFT_OUT, why=AN_OPTION)
                for below in child.children:
                    self.take(below, question)
            else:
                self.take(child, question)

    def _below_question(self, branch: Branch, question: DraftQuestion) -> None:
        """Take what is nested below a question: a probe or, if it is a paragraph of guidance, what to listen for."""
        text = branch.text
        if text.endswith((":", "：")) and branch.children:
            self.ledger.note(branch, TakenAs.NOTE, guess="a topic over the follow-ups")
        elif branch.is_item or branch.is_head or branch.asks:
            question.probes.append(branch.said)
            self.ledger.note(branch, TakenAs.PROBE)
        else:
            question.listen_for.append(branch.said)
            self.ledger.note(branch, TakenAs.LISTEN_FOR, guess="guidance below a question")
        for child in branch.children:
            self.take(child, question)

    def _visit(self, branch: Branch) -> None:
        for child in branch.children:
            self.take(child)

    def _more(self, branch: Branch) -> None:
        """Add code, or another paragraph of an item, to what it is below: the last question, else the purpose."""
        text = branch.block.text
        question = self.segment.questions[-1] if self.segment.questions else None
        if question is None:
            self.segment.purpose.append(text)
            self.ledger.note(branch, TakenAs.PURPOSE)
        elif question.probes:
            question.probes[-1] = f"{question.probes[-1]}\n{text}"
            self.ledger.note(branch, TakenAs.PROBE)
        else:
            question.ask = f"{question.ask}\n{text}"
            self.ledger.note(branch, TakenAs.QUESTION)

    def _say(self, branch: Branch, text: str) -> None:
        self.ledger.note(branch, TakenAs.SAY)
        below = [one.said for one in self._noted(branch, TakenAs.SAY)]
        self.segment.say += [one.strip(QUOTATION_MARKS) for one in [text, *below] if one]

    def _purpose(self, branch: Branch, text: str, guess: str = "") -> None:
        """Add a text, and what is below it, to what the time of the segment is for."""
        self.ledger.note(branch, TakenAs.NOTE if guess else TakenAs.PURPOSE, guess=guess)
        texts = [text, *(one.said for one in self._noted(branch, TakenAs.PURPOSE))]
        self.segment.purpose += filter(None, texts)

    def _noted(self, branch: Branch, role: TakenAs) -> Iterator[Branch]:
        """Yield everything below a branch, and note what it was taken for."""
        for child in branch.children:
            for below in child.all():
                self.ledger.note(below, role)
                yield below

    def _is_speech(self, branch: Branch) -> bool:
        """Whether a text that is set apart is said; in a part in which something is asked, a mere question is asked."""
        is_question = self.segment.kind not in _STATEMENTS_IN and only_asks(branch.text)
        return branch.block.is_quote and is_speech(branch) and not is_question
