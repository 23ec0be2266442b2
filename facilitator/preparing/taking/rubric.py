"""Criteria as competencies, with what to look for at each score; and the words of a rating scale."""

import re

from facilitator.domain.plan.scale import FEWEST_POINTS, LONGEST_WORD
from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.drafting.rubric_scale import give_scale
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.lexicon import Lead, lead_of
from facilitator.preparing.words.scores import scored
from facilitator.preparing.words.sentences import split_label

_TOP = 5
_POINT = re.compile(r"\(?(10|[1-9])\)?\s?[:.)=–—-]\s?(?=\S)")


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
    found = [below for below in list(branch.all())[1:] if _is_competency(below)]
    if not found:
        return False
    known = len(draft.competencies)
    ledger.note(branch, TakenAs.NOTE, guess="a heading over the competencies")
    for below in found:
        competency = DraftCompetency(one_line(below.text).strip(" :"), below.block.place)
        for child in below.children:
            scores, text = _scored(child)
            if text:
                competency.anchor(scores, text)
                guess = "for each score of the band" if len(scores) > 1 else ""
                ledger.note(child, TakenAs.ANCHOR, guess=guess)
        if looked_for := _looked_for(below):
            top = len(draft.scale) or _TOP
            said = [competency.anchors.get(top, ""), *(one.said for one in looked_for)]
            competency.anchors[top] = "; ".join(text for text in map(_without_label, said) if text)
            for one in looked_for:
                ledger.note(one, TakenAs.ANCHOR, guess=f"what to look for, as what earns a {top}")
            competency.guesses.append(f"what to look for is what earns a {top}")
        draft.competencies.append(competency)
        ledger.note(below, TakenAs.COMPETENCY)
    give_scale(draft.competencies[known:], draft)
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
    return scored(f"{branch.block.number}: {text}" if branch.block.number else text)
