"""What is said of the whole interview: its fields (`Length: 45 min`, `Panel: …`), and the texts before its parts."""

import re

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.content.segment_content import NOTHING_FOLLOWS, QUOTATION_MARKS
from facilitator.preparing.taking.content.segment_fields import TO_FILL_IN, is_speech
from facilitator.preparing.taking.guide_titles import length_of
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.naming.people import add_names
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import (
    SYMBOLS,
    Field,
    HeadingRole,
    Lead,
    field_of,
    heading_role,
    lead_of,
    words_of,
)
from facilitator.preparing.words.names import are_names
from facilitator.preparing.words.sentences import is_blank, split_label
from facilitator.preparing.written_times.written_time import written_time

STATED = "the stated length of the whole"
_PEOPLE = (HeadingRole.PANEL, Field.OWNER)
_OF_WHOLE = (Field.OWNER, Field.CANDIDATE, Field.DURATION, Field.TOTAL)
_BETWEEN_FIELDS = re.compile(r"\s?[|·•]\s?")


def take_of_whole(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take a field of the whole agenda (`Length: 45 min`, `Candidate: …`); return False if it is none."""
    label, rest = split_label(branch.block.text)
    found = field_of(label) if label else None
    time = branch.time
    seconds = time.seconds if time else None
    names_people = heading_role(label) == HeadingRole.PANEL or (found == Field.OWNER and not draft.segments)
    if is_blank(branch.block.text):
        ledger.note(branch, TakenAs.LEFT_OUT, why=TO_FILL_IN)
    elif found in (Field.DURATION, Field.TOTAL) and time and seconds and (found == Field.TOTAL or not draft.segments):
        draft.state(seconds, branch.block.place)
        first, *beside = _BETWEEN_FIELDS.split(branch.block.text)
        with_it = written_time(first) or time
        _take_fields([*with_it.more, *beside], branch, draft)
        ledger.note(branch, TakenAs.LENGTH, guess=STATED)
    elif label and rest and not branch.children and names_people:
        _take_fields(_BETWEEN_FIELDS.split(branch.block.text), branch, draft)
        ledger.note(branch, TakenAs.PANELIST)
    elif found == Field.TITLE and rest and not (draft.title or draft.segments or branch.children):
        draft.title = one_line(rest)
        ledger.note(branch, TakenAs.TITLE)
    elif found == Field.START and rest and time and not (draft.segments or branch.children):
        draft.state(length_of(time), branch.block.place)
        draft.purpose.append(branch.block.text)
        ledger.note(branch, TakenAs.PURPOSE)
    elif found == Field.CANDIDATE and rest:
        draft.candidate = one_line(rest)
        ledger.note(branch, TakenAs.NOTE, guess="the candidate's name")
    else:
        return take_stated(branch, draft, ledger)
    return True


def has_label(branch: Branch) -> bool:
    """Whether it is a field by its label, such as `When: Thursday, 14:00–15:30` or `Who: Ana`."""
    label, said = split_label(branch.block.text)
    return bool(said) and bool(field_of(label))


def take_stated(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take a line before the parts that states the length of the whole among other things; return False if it is none.

    It says that it is all (`Panel of three, 1 hour in total`), or known fields are beside it (`30 min | Panel: Jo`).
    """
    if draft.segments or branch.is_item or branch.asks or heading_role(branch.text):
        return False
    fields = [part.strip() for part in _BETWEEN_FIELDS.split(branch.block.text)]
    times = {field: time for field in fields if (time := written_time(field)) and time.seconds and not time.text}
    whole, rest = branch.time, [field for field in fields if field not in times]
    if whole and whole.seconds and comparable(branch.block.text).rstrip(" .)").endswith(words_of("in_total")):
        rest = whole.more
    elif len(times) == 1 and branch.block.kind == BlockKind.PARAGRAPH and any(map(_known, fields)):
        (whole,) = times.values()
    else:
        return False
    draft.state(whole.seconds, branch.block.place)
    _take_fields(rest, branch, draft)
    ledger.note(branch, TakenAs.LENGTH, guess=STATED)
    return True


def _known(text: str) -> Field | HeadingRole | None:
    """Return what a text such as `Panel: Ana` or `Duration: 30 min` says of the whole; None if it has no such label."""
    label, said = split_label(text)
    found = field_of(SYMBOLS.sub("", label)) if label and said else None
    is_panel = bool(said) and heading_role(label) == HeadingRole.PANEL
    return HeadingRole.PANEL if is_panel else found if found in _OF_WHOLE else None


def _take_fields(texts: list[str], branch: Branch, draft: DraftAgenda) -> None:
    """Take what is said with others on a line: who is on the panel, else what it is for."""
    last: Field | HeadingRole | None = None
    for text in filter(None, texts):
        found, (label, said) = _known(text), split_label(text)
        goes_on = not label and last in _PEOPLE and are_names(text)
        if found in _PEOPLE or goes_on:
            is_list = (last if goes_on else found) == HeadingRole.PANEL
            draft.is_panel_open = not is_list and (draft.is_panel_open or not draft.panel)
            add_names(branch, said, draft)
        else:
            draft.purpose.append(text)
        last = last if goes_on else found


def take_before_parts(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take a text before the first part as what the interview is for, or what is said in that part.

    Return False if it asks something, or is an item or code.
    """
    if branch.is_item or branch.block.kind == BlockKind.CODE or any(one.asks for one in branch.all()):
        return False
    if branch.text.endswith(":") and not branch.children:
        ledger.note(branch, TakenAs.LEFT_OUT, why=NOTHING_FOLLOWS)
        return True
    label, rest = split_label(branch.block.text)
    is_label = bool(label and rest and lead_of(label) == Lead.SAY)
    is_said = (branch.block.is_quote and is_speech(branch)) or is_label
    texts = [rest if is_label else branch.said, *(below.said for below in list(branch.all())[1:])]
    if is_said:
        draft.to_say += [text.strip(QUOTATION_MARKS) for text in texts]
    else:
        draft.purpose += texts
    for below in branch.all():
        role, guess = (TakenAs.SAY, "for the part after it") if is_said else (TakenAs.PURPOSE, "")
        ledger.note(below, role, guess=guess)
    return True
