"""Which sentences of a text ask something, and what label it begins with."""

import re

from facilitator.preparing.words.lexicon import LONGEST_LABEL

_A_BLANK = "__"
_QUESTION_MARKS = ("?", "？", "؟")
_SENTENCES = re.compile(r"[^.?!？؟。]{0,600}[.?!？؟。]+[”\"'»)]?\s*|[^.?!？؟。]{1,600}")


def is_asked(text: str) -> bool:
    """Whether a text ends in a question."""
    return text.rstrip("”\"'»)]* ").endswith(_QUESTION_MARKS)


def is_blank(text: str) -> bool:
    """Whether nothing but a blank to fill in stands behind a label: `Interviewer: ____`."""
    label, colon, rest = text[: 4 * LONGEST_LABEL].replace("：", ":").partition(":")
    return bool(colon) and len(label) <= LONGEST_LABEL and _A_BLANK in rest and not rest.strip(" _./-*|")


def split_label(text: str) -> tuple[str, str]:
    """Return the label before a colon and what follows it; no label if it is longer than labels are.

    Brackets around the whole text are left out: `(If needed: …)`.
    """
    if text.startswith(("(", "[")) and text.endswith((")", "]")):
        text = text[1:-1]
    label, colon, _ = text[: LONGEST_LABEL + 1].replace("：", ":").partition(":")
    return (label.strip(" *_"), text[len(label) + 1 :].strip(" *_")) if colon else ("", text)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [match[0].strip() for match in _SENTENCES.finditer(text) if match[0].strip()]
