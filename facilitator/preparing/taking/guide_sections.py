"""Sections whose heading says that they aren't asked: people, criteria, advice, answers, links."""

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from facilitator.preparing.manuscript.manuscript import BlockKind
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.naming.people import take_competencies, take_panel
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.taking.rubric import take_rubric, take_scale
from facilitator.preparing.taking.tables import NEITHER, has_questions, is_rubric, take_table
from facilitator.preparing.words.lexicon import HeadingRole, heading_role, is_against, is_label
from facilitator.preparing.words.sentences import split_label

REASONS = {
    HeadingRole.PREPARATION: "preparation, not a part of the interview",
    HeadingRole.TIPS: "advice to you, not a part of the interview",
    HeadingRole.ANSWERS: "answers, not questions",
    HeadingRole.LINKS: "links and sources",
    HeadingRole.ATTENDEES: "who attends; the panel of an agenda says who asks",
    HeadingRole.SCORING: "how to score, not what to ask",
    HeadingRole.SCALE: "how to score, not what to ask",
    HeadingRole.PANEL: "no list of names",
    HeadingRole.COMPETENCIES: "no list of competencies",
}
"""Why a section is left out, by what its heading says."""
_ON_SCORES = (HeadingRole.SCORING, HeadingRole.SCALE, HeadingRole.COMPETENCIES)
NOT_ASKED = (*REASONS, HeadingRole.RESEARCH_QUESTIONS)
"""What the headings of sections say in which nothing is asked."""
LEFT_OUT_ON_REQUEST = "left out, as you said"


def section_role(branch: Branch, choices: ImportChoices) -> HeadingRole | None:
    """Return what a heading says of what is below it, unless the user says that it is to be asked."""
    if is_among(branch, choices.asked) or branch.has_length:
        return None
    role = heading_role(branch.block.text)
    if role == HeadingRole.LINKS and any(item.has_length for item in branch.items):
        return HeadingRole.AGENDA  # a table of contents that says how long each part takes
    if role in (HeadingRole.COMPETENCIES, HeadingRole.PANEL) and any(map(_asks, branch.all())):
        return None
    return role


def _asks(branch: Branch) -> bool:
    return (not branch.is_head and branch.asks) or (
        branch.block.kind == BlockKind.TABLE and has_questions(branch.block)
    )


def role_below(branch: Branch, choices: ImportChoices) -> HeadingRole | None:
    """Return the same of what heads something: a heading, or a label with a list below it (`Panel:`)."""
    is_label = branch.block.text.endswith((":", "：")) and bool(branch.items)
    return section_role(branch, choices) if branch.is_head or is_label else None


def is_among(branch: Branch, headings: tuple[str, ...]) -> bool:
    """Whether a heading is one of those that the user named."""
    named = [comparable(heading).strip(" :") for heading in headings]
    return bool(named) and comparable(one_line(branch.block.text)).strip(" :") in named


def take_section(branch: Branch, role: HeadingRole, draft: DraftAgenda, ledger: Ledger) -> None:
    """Take a section in which nothing is asked, or leave it out with its reason."""
    if role == HeadingRole.PANEL and take_panel(branch, draft, ledger):
        return
    if role == HeadingRole.COMPETENCIES and take_competencies(branch, draft, ledger):
        return
    if role == HeadingRole.SCALE and take_scale(branch, draft, ledger):
        return
    if role in _ON_SCORES and take_rubric(branch, draft, ledger):
        return
    if role == HeadingRole.RESEARCH_QUESTIONS:
        ledger.note(branch, TakenAs.PURPOSE)
        for below in list(branch.all())[1:]:
            draft.purpose.append(below.said)
            ledger.note(below, TakenAs.PURPOSE)
        return
    if role in (*_ON_SCORES, HeadingRole.TIPS):
        for below in branch.all():
            if below.block.kind == BlockKind.TABLE and (role in _ON_SCORES or is_rubric(below.block)):
                rows = take_table(below.block, branch.text, draft)
                ledger.add(row for row in rows if not row.why.startswith(NEITHER))
    ledger.leave_out(branch, REASONS[role])


def watch_for(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> None:
    """Take a section on what to watch for as that of the question before it; without one, it is for the whole."""
    question = next((part.questions[-1] for part in reversed(draft.segments) if part.questions), None)
    whom = "for the question before it" if question else "for the whole, with its purpose"
    ledger.note(branch, TakenAs.LISTEN_FOR, guess=whom)
    label, rest = split_label(branch.block.text)
    label = label or one_line(branch.text)
    is_kept = question is None or is_against(label) or not is_label(label)
    below = list(branch.all())[1:]
    said = [*filter(None, [rest if rest != branch.block.text else ""]), *(one.said for one in below)] or [label]
    kept = question.listen_for if question else draft.purpose
    kept += [f"{label}: {text}" for text in said] if is_kept and said != [label] else said
    for one in below:
        ledger.note(one, TakenAs.LISTEN_FOR)
