"""Fields of a segment or a question (`Owner: Ana`, `Duration: 10 min`), and what is in brackets beside a time."""

import re

from msgspec.structs import replace

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.guide_titles import split_title
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import (
    SYMBOLS,
    Field,
    HeadingRole,
    Lead,
    field_of,
    heading_role,
    lead_of,
    segment_kind,
    words_of,
)
from facilitator.preparing.words.names import may_be_name
from facilitator.preparing.words.sentences import is_asked, split_label
from facilitator.preparing.written_times.written_time import WrittenTime

TO_FILL_IN = "a blank to fill in"

_MOST_LABEL_WORDS = 5
_QUOTES = ("“", "„", "«", '"', "「")
_SHORTEST_SAID = 30
_COUNTED = re.compile(r"[^\W\d]{3,20} (?:[A-Z]|\d{1,2})[.:)]\s")
"""A word with a number or a letter, such as `Task A.`"""
_LEADS = {
    HeadingRole.OBSERVE: Lead.LISTEN_FOR,
    HeadingRole.SAY: Lead.SAY,
    HeadingRole.ANSWERS: Lead.ANSWER,
    HeadingRole.RESEARCH_QUESTIONS: Lead.NOTE,
    HeadingRole.TIPS: Lead.NOTE,
}
"""What a label says of what follows it, if it is a word of headings."""


def lead_in(label: str) -> Lead | None:
    """Return what a label says of what follows it, as a lead or by a word of headings; None if it says nothing."""
    role = heading_role(label) if len(label.split()) <= _MOST_LABEL_WORDS else None
    return lead_of(label) or (_LEADS.get(role) if role else None)


def is_speech(branch: Branch) -> bool:
    """Whether a text that is set apart is said: it begins neither with a picture nor with a label of a few words."""
    label, rest = split_label(branch.block.text)
    is_labelled = bool(label and rest) and len(label.split()) <= _MOST_LABEL_WORDS and lead_of(label) != Lead.SAY
    return not (is_labelled and branch.block.strong) and not SYMBOLS.match(branch.block.text)


def is_quotation(text: str) -> bool:
    """Whether a text is what to say, word for word: in quotation marks, and no question."""
    is_quoted = text.startswith(_QUOTES) and text.rstrip(".").endswith(("”", "“", "»", '"', "」"))
    return is_quoted and len(text) >= _SHORTEST_SAID and not is_asked(text.strip('”“»"」'))


def is_counted_task(text: str) -> bool:
    """Whether a text sets a task that is counted, such as `Task A. Book a visit`."""
    match = _COUNTED.match(text)
    return match is not None and segment_kind(match[0]) == SegmentKind.PRACTICE and len(text) > match.end()


def take_field(
    branch: Branch, value: str, into: DraftSegment | DraftQuestion, draft: DraftAgenda
) -> tuple[TakenAs, str] | None:
    """Take a field with its value; return what it was taken for and what was guessed, None if it means nothing here.

    Notes and questions are only recognised: their text is left to the caller. Of what is left out, the reason is given.
    """
    found = field_of(split_label(branch.block.text)[0])
    time = branch.time
    if found == Field.DURATION and time and (time.seconds or time.starts or time.share):
        _set_time(time, into)
        return TakenAs.LENGTH, ""
    if found == Field.OWNER:
        into.led_by(one_line(value))
        return TakenAs.OWNER, ""
    if found == Field.CANDIDATE:
        draft.candidate = one_line(value)
        return TakenAs.NOTE, "the candidate's name"
    if found == Field.SCORE:
        return TakenAs.LEFT_OUT, "a place for the score"
    if found == Field.NOTES:
        return TakenAs.PURPOSE, ""
    if found == Field.QUESTION:
        return TakenAs.QUESTION, ""
    if found == Field.COMPETENCY and isinstance(into, DraftQuestion):
        into.competency = one_line(value)
        return TakenAs.COMPETENCY, ""
    return None


def _set_time(time: WrittenTime, into: DraftSegment | DraftQuestion) -> None:
    if isinstance(into, DraftQuestion):
        into.seconds = time.seconds
        into.listen_for += time.more
    else:
        into.time = into.time or replace(time, text="", beside="")
        into.purpose += time.more


def take_beside(beside: str, into: DraftSegment | DraftQuestion) -> None:
    """Take what is in the same brackets as a time: who leads it, that it is optional, else a note."""
    for text in map(one_line, beside.split(",")):
        label, behind = split_label(text)
        if behind and field_of(label) == Field.OWNER:
            into.led_by(behind)
        elif isinstance(into, DraftSegment) and comparable(text) in words_of("optional"):
            into.optional = True
        elif may_be_name(text) and not (into.lead if isinstance(into, DraftSegment) else into.owner):
            into.guesses.append(f"led by “{text}”, which is beside the time")
            into.led_by(text)
        elif isinstance(into, DraftSegment):
            into.purpose.append(text)
        else:
            into.listen_for.append(text)


def segment_of(branch: Branch) -> DraftSegment:
    """Return the segment that a heading or an item names, still without what is below it."""
    title, purpose = split_title(branch.text, branch.block.strong)
    segment = DraftSegment(title or branch.block.text, branch.block.place, time=branch.time)
    segment.kind = segment_kind(segment.title) or SegmentKind.TALK
    if is_asked(segment.title):
        segment.questions.append(DraftQuestion(segment.title, branch.block.place))
    if purpose and is_asked(purpose):
        segment.questions.append(DraftQuestion(purpose, branch.block.place))
    elif purpose:
        segment.purpose.append(purpose)
    if branch.time and branch.time.beside:
        take_beside(branch.time.beside, segment)
    return segment
