"""What is said of the whole interview: its fields (`Length: 45 min`, `Panel: …`), and the texts before its parts."""

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.content.segment_content import NOTHING_FOLLOWS, QUOTATION_MARKS
from facilitator.preparing.taking.content.segment_fields import TO_FILL_IN, is_speech
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.naming.people import add_names, take_names
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import Field, HeadingRole, Lead, field_of, heading_role, lead_of
from facilitator.preparing.words.sentences import is_blank, split_label


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
        _take_beside(time.more, branch, draft)
        ledger.note(branch, TakenAs.LENGTH, guess="the stated length of the whole")
    elif label and rest and not branch.children and names_people:
        take_names(branch, rest, draft, ledger)
    elif found == Field.TITLE and rest and not (draft.title or draft.segments or branch.children):
        draft.title = one_line(rest)
        ledger.note(branch, TakenAs.TITLE)
    elif found == Field.CANDIDATE and rest:
        draft.candidate = one_line(rest)
        ledger.note(branch, TakenAs.NOTE, guess="the candidate's name")
    else:
        return False
    return True


def _take_beside(texts: list[str], branch: Branch, draft: DraftAgenda) -> None:
    """Take what is said with the length of the whole: the panel, else what it is for."""
    for text in texts:
        label, names = split_label(text)
        if names and heading_role(label) == HeadingRole.PANEL:
            add_names(branch, names, draft)
        else:
            draft.purpose.append(text)


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
