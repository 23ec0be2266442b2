"""Formulas in what is no sheet: a spreadsheet that opens or is given a page takes each block of it for a cell.

Sheets themselves have a rule of their own (`reports/sheets.py`), which puts a mark that can be seen before a formula. A
page is for people, so here it is a mark that can't be seen.
"""

import re

WORD_JOINER = "\u2060"
"""It has no width, and breaks nothing (Unicode, chapter 23.2). LibreOffice takes what begins with it for a text."""

_FORMULA = re.compile(r"\s*+(?:[=⁼₌⩵⩶﹦＝]|[+\-@⁺₊﬩﹢﹣﹫＋－＠](?=[^(|!]*+[(|!]))")
"""What a spreadsheet evaluates; with another sign than “=”, only what calls something or refers to another sheet."""


def as_text(text: str) -> str:
    """Return `text`, at the beginning of a block, so that no spreadsheet takes it for a formula."""
    return WORD_JOINER + text if _FORMULA.match(text) else text
