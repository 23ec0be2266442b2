"""Which sentences of a text ask something, and what label it begins with."""

import re

from facilitator.preparing.words.lexicon import LONGEST_LABEL

_A_BLANK = re.compile(r"_{2,200}")
_COLON = re.compile(r"：|:(?!//)(?!(?<=\d:)\d)")
"""A colon that is neither part of a link nor of a time."""
_QUESTION_MARKS = ("?", "？", "؟")
_SENTENCES = re.compile(r"[^.?!？؟。]{0,600}[.?!？؟。]+[”\"'»)」』]?\s*|[^.?!？؟。]{1,600}")


def is_asked(text: str) -> bool:
    """Whether a text ends in a question."""
    return text.rstrip("”\"'»)]*」』 ").endswith(_QUESTION_MARKS)


def is_blank(text: str) -> bool:
    """Whether a text is only labels with blanks to fill in: `Interviewer: ____`, or several of them."""
    parts = [part.strip(" .*|/-") for part in _A_BLANK.split(text[: 4 * LONGEST_LABEL])]
    return len(parts) > 1 and all(not part or part.endswith((":", "：")) for part in parts) and any(parts)


def split_label(text: str) -> tuple[str, str]:
    """Return the label before a colon and what follows it; no label if it is longer than labels are.

    Brackets around the whole text are left out: `(If needed: …)`.
    """
    if text.startswith(("(", "[")) and text.endswith((")", "]")):
        text = text[1:-1]
    colon = _COLON.search(text, 0, LONGEST_LABEL + 1)
    return (text[: colon.start()].strip(" *_"), text[colon.end() :].strip(" *_")) if colon else ("", text)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [match[0].strip() for match in _SENTENCES.finditer(text) if match[0].strip()]


def questions_in(text: str) -> list[str]:
    """Return the questions in a text that ends in one, each with the sentences that lead to it; else none."""
    found, leading = [], list[str]()
    for sentence in sentences_of(text):
        leading.append(sentence)
        if is_asked(sentence):
            found.append(" ".join(leading))
            leading.clear()
    return [] if leading else found
