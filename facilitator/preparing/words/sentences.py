"""Which sentences of a text ask something, and what label it begins with."""

import re

from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.words.lexicon import LONGEST_LABEL, Lead, is_request, lead_of, words_of

_A_BLANK = re.compile(r"_{2,200}")
_COLON = re.compile(r"：|:(?!//)(?!(?<=\d:)\d)")
"""A colon that is neither part of a link nor of a time."""
IN_BRACKETS_AT_END = re.compile(r"[(（\[]([^()（）\[\]]{3,200})[)）\]]$")
_COUNT = re.compile(r"([^\W\d]{1,12}) ?\d{1,2}[.)]?(?: ?\(([^()]{1,40})\))?[.:]? (?=[^\s(])")
_LABEL_BEHIND = re.compile(r"(?<=[.?!？。]) ([^\W\d][\w -]{1,30}): (?=\S)")
_ARROW = re.compile(r" ?[↳⤷] ?")
_LONGEST_LOOKED_AT = 2000
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


def only_asks(text: str) -> bool:
    """Whether each sentence of a text asks something, or somebody for something: nobody is told anything in it."""
    return all(is_asked(sentence) or is_request(sentence) for sentence in sentences_of(text))


def is_condition(label: str) -> bool:
    """Whether a label says in which case what follows it is done: `If they use the app`."""
    return any(word in words_of("condition") for word in comparable(label).split()[:1])


def without_must(text: str) -> tuple[str, bool]:
    """Return a question without the words that say that it must be asked, and whether it has some."""
    label, rest = split_label(text)
    if rest and comparable(label) in words_of("must"):
        return rest, True
    match = IN_BRACKETS_AT_END.search(text)
    is_must = match is not None and comparable(match[1]) in words_of("must")
    return (text[: match.start()].strip(), True) if match and is_must else (text, False)


def without_count(text: str) -> tuple[str, str]:
    """Return a question without the words that count it (`Question 2 (HR) How …?`), and who asks it by them."""
    match = _COUNT.match(text)
    if match is None or lead_of(match[1]) != Lead.QUESTION:
        return text, ""
    return text[match.end() :], match[2] or ""


def without_follow_ups(text: str) -> tuple[str, list[str]]:
    """Return a question without the follow-ups behind it, and those: `Why? (If needed: how?)`, `Why? Probes: Who?`."""
    match = IN_BRACKETS_AT_END.search(text)
    label, rest = split_label(match[1]) if match else ("", "")
    if match and rest and lead_of(label) == Lead.PROBE:
        return text[: match.start()].strip(), [rest]
    text, *below = _ARROW.split(text)
    for match in _LABEL_BEHIND.finditer(text, 0, _LONGEST_LOOKED_AT):
        if lead_of(match[1]) == Lead.PROBE:
            return text[: match.start()], [*sentences_of(text[match.end() :]), *below]
    return text, below


def questions_in(text: str) -> list[str]:
    """Return the questions in a text that ends in one, each with the sentences that lead to it; else none."""
    found, leading = [], list[str]()
    for sentence in sentences_of(text):
        leading.append(sentence)
        if is_asked(sentence):
            found.append(" ".join(leading))
            leading.clear()
    return [] if leading else found
