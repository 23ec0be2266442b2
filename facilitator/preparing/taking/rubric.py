"""Criteria as competencies: a heading with what to look for at each score below it."""

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import Lead, lead_of
from facilitator.preparing.words.scores import scored
from facilitator.preparing.words.sentences import split_label

_TOP = 5


def take_rubric(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take what stands below a heading about scoring as competencies with anchors; return False if it is none.

    A competency is a heading or an item with scored lines below it (`3: what earns it`).
    """
    found = [below for below in list(branch.all())[1:] if _is_competency(below)]
    if not found:
        return False
    ledger.note(branch, TakenAs.NOTE, guess="a heading over the competencies")
    for below in found:
        competency = DraftCompetency(one_line(below.text).strip(" :"), below.block.place)
        for child in below.children:
            scores, text = _scored(child)
            if text:
                competency.anchors |= dict.fromkeys(scores, text)
                guess = "for each score of the band" if len(scores) > 1 else ""
                ledger.note(child, TakenAs.ANCHOR, guess=guess)
        if looked_for := _looked_for(below):
            said = [competency.anchors.get(_TOP, ""), *(one.said for one in looked_for)]
            competency.anchors[_TOP] = "; ".join(text for text in map(_without_label, said) if text)
            for one in looked_for:
                ledger.note(one, TakenAs.ANCHOR, guess=f"what to look for, as what earns a {_TOP}")
            competency.guesses.append(f"what to look for is what earns a {_TOP}")
        draft.competencies.append(competency)
        ledger.note(below, TakenAs.COMPETENCY)
    ledger.leave_out(branch, "how to score, not what to ask")
    return True


def _is_competency(branch: Branch) -> bool:
    return any(_scored(child)[1] for child in branch.children) or bool(_looked_for(branch))


def _looked_for(branch: Branch) -> list[Branch]:
    """Return what is below a criterion that says what to look for, without its labels that only lead to a list."""
    found = []
    for child in branch.children:
        label, rest = split_label(child.block.text)
        if lead_of(label or child.block.text) == Lead.LISTEN_FOR:
            found += [child] if rest and label else []
            found += [below for one in child.children for below in one.all()]
    return found


def _without_label(text: str) -> str:
    label, rest = split_label(text)
    return rest if label and lead_of(label) == Lead.LISTEN_FOR else text


def _scored(branch: Branch) -> tuple[tuple[int, ...], str]:
    """Return the scores that a line is about and what earns them; nothing if it begins with none."""
    text = one_line(branch.block.text)
    if branch.block.number in ("1", "2", "3", "4", "5"):
        return (int(branch.block.number),), text
    return scored(text)
