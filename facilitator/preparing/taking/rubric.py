"""Criteria as competencies, with what to look for at each score; and the words of a rating scale."""

import re

from facilitator.domain.plan.scale import FEWEST_POINTS, LONGEST_WORD
from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch

_POINT = re.compile(r"\(?(10|[1-9])\)?\s?[:.)=–—-]\s?(?=\S)")
_SCORE = re.compile(r"(?:score |level |points? )?\(?([1-5])\)?(?: points?)?\s?[:.)=–—-]\s?(?=\S)", re.IGNORECASE)


def take_scale(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take the words below a heading such as `Rating scale` as the scale; return False if they are none.

    They are lines of a few words each that count from 1, or a list without numbers, from the lowest.
    """
    lines = [(each.block.number, line) for each in branch.children for line in _lines(each)]
    counted = [_point(number, line) for number, line in lines]
    listed = [one_line(line) for _, line in lines] if all(child.is_item for child in branch.children) else []
    words = dict(filter(None, counted)) or dict(enumerate(listed, 1))
    is_whole = len(words) == len(lines) and sorted(words) == list(range(1, len(words) + 1))
    if not is_whole or len(words) < FEWEST_POINTS or max(map(len, words.values())) > LONGEST_WORD:
        return False
    draft.scale = [words[score].strip(" .;") for score in sorted(words)]
    for below in branch.all():
        ledger.note(below, TakenAs.SCALE)
    return True


def _point(number: str, line: str) -> tuple[int, str] | None:
    """Return a point of a scale and its word; None if the line begins with no number."""
    match = _POINT.match(f"{number}. {line}" if number else line)
    return (int(match[1]), one_line(match.string[match.end() :])) if match else None


def _lines(branch: Branch) -> list[str]:
    """Return the lines of a block: what was one paragraph in the file may have been several lines."""
    pieces = branch.block.pieces
    return [piece.text for piece in pieces] if len(pieces) > 1 else [branch.block.text]


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
