"""Answers to choose from below a question, which nobody is to ask."""

import re

from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.words.sentences import is_asked

_LETTERED = re.compile(r"[a-hA-H][.)]\s")
_MOST_WORDS = 4


def options_among(children: list[Branch]) -> list[Branch]:
    """Return the lines below a question that are answers: several short ones, lettered or with boxes to tick.

    Of a list, all items are such; of other lines, some of them.
    """
    items = [child for child in children if child.is_item]
    found = [child for child in items if _is_option(child)]
    lines = [child for child in children if not child.is_item and _is_option(child)]
    return (found if len(found) == len(items) > 1 else []) + (lines if len(lines) > 1 else [])


def _is_option(line: Branch) -> bool:
    written = line.block.pieces[0].text.lstrip("-*+ ")
    is_marked = bool(_LETTERED.match(written)) or written[:3] in ("[ ]", "[x]", "[X]")
    return is_marked and len(line.text.split()) <= _MOST_WORDS and not is_asked(line.text)
