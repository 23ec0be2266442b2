"""The panel and the competencies that a guide lists under headings of these names."""

import re

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency, DraftPanelist
from facilitator.preparing.drafting.rubric_scale import give_scale
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.sentences import split_label

_ID = re.compile(r"([^\s:#@/,>]{1,60}):\s")
_BETWEEN_NAMES = re.compile(r"[,;&]|\band\b|\bund\b|\bet\b|\by\b")
_FLAGS = re.compile(r"\(([^()]{1,60})\)$")
_ANCHOR = re.compile(r"(10|[0-9])\s?[:.)=–—-]\s?(?=\S)")


def take_panel(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take items such as `id: Name, TakenAs (lead)` as the panel; return False if there is no item."""
    items = branch.items
    if not items:
        return False
    ledger.note(branch, TakenAs.PANELIST)
    for item in items:
        draft.panel.append(_panelist(one_line(item.block.text), item))
        ledger.note(item, TakenAs.PANELIST)
        for below in item.children:
            ledger.leave_out(below, "more than a name and a role")
    ledger.leave_out(branch, "no name of the panel")
    return True


def _panelist(text: str, branch: Branch) -> DraftPanelist:
    """Return who is described: `id: Name, Role (lead)`. What else is in brackets is their role."""
    flags = _FLAGS.search(text)
    said = {flag.strip().casefold() for flag in flags[1].split(",")} if flags else set()
    in_brackets = flags[1] if flags and not said <= {"lead", "shadow"} else ""
    id_, rest = _named(text[: flags.start()] if flags else text)
    label, named = split_label(rest)
    name, _, role = (named if label else rest).partition(",")
    role = role.strip() or in_brackets or label
    return DraftPanelist(name.strip(), branch.block.place, role, id_, "lead" in said, "shadow" in said)


def add_names(branch: Branch, names: str, draft: DraftAgenda) -> None:
    """Put those whose names a text lists on the panel."""
    for name in _BETWEEN_NAMES.split(names):
        if name.strip():
            draft.panel.append(_panelist(one_line(name), branch))


def take_competencies(branch: Branch, draft: DraftAgenda, ledger: Ledger) -> bool:
    """Take items such as `id: Name`, with anchors such as `3: what earns it` below; return False if there is none."""
    items = branch.items
    if not items:
        return False
    known = len(draft.competencies)
    ledger.note(branch, TakenAs.COMPETENCY)
    for item in items:
        id_, name = _named(one_line(item.block.text))
        competency = DraftCompetency(name, item.block.place, id_)
        draft.competencies.append(competency)
        ledger.note(item, TakenAs.COMPETENCY)
        for below in item.children:
            match = _ANCHOR.match(
                f"{below.block.number}: {below.block.text}" if below.block.number else below.block.text
            )
            if match:
                competency.anchor([int(match[1])], match.string[match.end() :])
                ledger.note(below, TakenAs.ANCHOR)
            else:
                ledger.leave_out(below, "no anchor: it doesn't begin with a score")
    give_scale(draft.competencies[known:], draft)
    ledger.leave_out(branch, "no competency")
    return True


def _named(text: str) -> tuple[str, str]:
    match = _ID.match(text)
    return (match[1], text[match.end() :].strip()) if match else ("", text)
