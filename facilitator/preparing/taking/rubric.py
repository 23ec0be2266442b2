"""Criteria as competencies: a heading with what to look for at each score below it."""

import re

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch

_SCORE = re.compile(r"(?:score |level |points? )?\(?([1-5])\)?(?: points?)?\s?[:.)=–—-]\s?(?=\S)", re.IGNORECASE)


def take_rubric(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take what stands below a heading about scoring as competencies with anchors; return False if it is none.

    A competency is a heading or an item with scored lines below it (`3: what earns it`).
    """
    found = [below for below in list(branch.all())[1:] if any(_scored(child) for child in below.children)]
    if not found:
        return False
    ledger.note(branch, TakenAs.NOTE, guess="a heading over the competencies")
    for below in found:
        competency = DraftCompetency(one_line(below.text).strip(" :"), below.block.place)
        for child in below.children:
            if scored := _scored(child):
                competency.anchors[scored[0]] = scored[1]
                ledger.note(child, TakenAs.ANCHOR)
        draft.competencies.append(competency)
        ledger.note(below, TakenAs.COMPETENCY)
    ledger.leave_out(branch, "how to score, not what to ask")
    return True


def _scored(branch: Branch) -> tuple[int, str] | None:
    """Return the score that a line is about and what earns it; None if it begins with none."""
    text = one_line(branch.block.text)
    if branch.is_item and branch.block.number in ("1", "2", "3", "4", "5"):
        return int(branch.block.number), text
    match = _SCORE.match(text)
    return (int(match[1]), text[match.end() :]) if match else None
