"""Look words of guides up in `lexicon.toml`, in whatever language it has.

Words are compared as `comparable` text. A word matches whole words, but inside a text of a script that writes no
spaces (Chinese, Japanese) it may stand anywhere.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable, one_line

LONGEST_LABEL = 80
"""A longer text is no heading, field or lead: it says something itself."""
_EDGES = " \t.:*_#()[]-–—|!?：。（）【】"
SYMBOLS = re.compile("[\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]{1,8} ?")
"""Pictures that people put before a heading or a time."""
_UNITS = {"hour": 3600.0, "minute": 60.0, "second": 1.0, "millisecond": 0.001}


class HeadingRole(StrEnum):
    """What stands below a heading."""

    PANEL = "panel"
    ATTENDEES = "attendees"
    COMPETENCIES = "competencies"
    SCORING = "scoring"
    SCALE = "scale"
    PREPARATION = "preparation"
    TIPS = "tips"
    OBSERVE = "observe"
    SAY = "say"
    ANSWERS = "answers"
    LINKS = "links"
    RESEARCH_QUESTIONS = "research_questions"
    AGENDA = "agenda"
    QUESTIONS = "questions"


_ALSO_INSIDE = (
    HeadingRole.ATTENDEES,
    HeadingRole.SCORING,
    HeadingRole.SCALE,
    HeadingRole.PREPARATION,
    HeadingRole.TIPS,
    HeadingRole.OBSERVE,
    HeadingRole.LINKS,
)


class Field(StrEnum):
    """What a value is, by the label before its colon or the head of its column."""

    DURATION = "duration"
    START = "start"
    END = "end"
    OWNER = "owner"
    TITLE = "title"
    QUESTION = "question"
    PROBES = "probes"
    LISTEN_FOR = "listen_for"
    NOTES = "notes"
    SAY = "say"
    COMPETENCY = "competency"
    SCORE = "score"
    KIND = "kind"
    NUMBER = "number"
    CANDIDATE = "candidate"
    TOTAL = "total"
    SUBTOTAL = "subtotal"


class Lead(StrEnum):
    """What follows a lead such as `Follow-ups:` or `If yes:`."""

    PROBE = "probe"
    QUESTION = "question"
    LISTEN_FOR = "listen_for"
    ANSWER = "answer"
    SAY = "say"
    NOTE = "note"


_LEADS_BY_FIELD: Mapping[Field | None, Lead] = {Field.PROBES: Lead.PROBE, Field.LISTEN_FOR: Lead.LISTEN_FOR}


def heading_role(text: str) -> HeadingRole | None:
    """Return what a heading says of what stands below it; None if it is the title of a part.

    The heading is such a word or, of what isn't asked, begins or ends with one: `General tips`, `Scoring guide for
    panelists`. `Panel day` is no panel, and `Questions about the product` are a part like any other.
    """
    label = _label(text)
    return _role_of(label) if label else None


@lru_cache(maxsize=2048)
def _role_of(label: str) -> HeadingRole | None:
    if role := _headings().get(label):
        return HeadingRole(role)
    for word, role in _headings().items():
        if role in _ALSO_INSIDE and (_begins(label, word) or _ends(label, word)):
            return HeadingRole(role)
    return None


def segment_kind(title: str) -> SegmentKind | None:
    """Return the kind of segment that a title names, anywhere in it; None if it names none."""
    label = _label(title)
    return _kind_of(label) if label else None


@lru_cache(maxsize=2048)
def _kind_of(label: str) -> SegmentKind | None:
    openings = _kinds()[SegmentKind.OPENING]
    if label.startswith(openings) and any(_begins(label, word) for word in openings):  # `Welcome & coffee` is no break
        return SegmentKind.OPENING
    for kind, words in _kinds().items():
        if any(word in label and _stands_in(label, word) for word in words):
            return SegmentKind(kind)
    return None


def field_of(label: str) -> Field | None:
    """Return what a value with this label is; None if the label is no field."""
    return _field_of(label) if len(label) <= LONGEST_LABEL else None


@lru_cache(maxsize=1024)
def _field_of(label: str) -> Field | None:
    """Return the same for a label that is asked about several times."""
    return _fields().get(_spaced(_label(label)) or comparable(label.strip()))


def lead_of(label: str) -> Lead | None:
    """Return what a lead, without its colon or brackets, says of what follows; None if it is none.

    The heads of columns of follow-ups and of what to listen for are leads as well.
    """
    return _lead_of(label) if len(label) <= LONGEST_LABEL else None


@lru_cache(maxsize=1024)
def _lead_of(label: str) -> Lead | None:
    """Return the same for a label that is asked about several times."""
    return _leads().get(_spaced(_label(label))) or _LEADS_BY_FIELD.get(field_of(label))


def is_request(text: str) -> bool:
    """Whether a text asks somebody for something without a question mark: `Tell me about a time …`."""
    return _begins_with(text, words_of("asking", "request"))


def is_task(text: str) -> bool:
    """Whether an item of a list asks something, or sets a task, without a question mark: `Explain hoisting`."""
    return is_request(text) or _begins_with(text, words_of("asking", "task"))


def is_label(text: str) -> bool:
    """Whether a text is a lead or a word of headings and nothing more, such as `Look for`."""
    return lead_of(text) is not None or _label(text) in _headings()


def is_against(label: str) -> bool:
    """Whether a label is one of what speaks against somebody: `Red flags`, `Weak answer`."""
    return _begins_with(label, words_of("against"))


def one_of_several(heading: str) -> str:
    """Return which sort of alternatives a heading is one of (`Day 1`, `Tuesday`, `Interview B`); empty if of none."""
    words = _label(heading).split()
    if not words:
        return ""
    first = words[0].strip(_EDGES + ",")
    if first in words_of("several", "weekday"):
        return "weekday"
    which = words[1].strip(_EDGES + ",") if len(words) > 1 else ""
    is_which = (which.isdigit() and len(which) <= 2) or (len(which) == 1 and which.isalpha())
    return first if first in words_of("several", "numbered") and is_which else ""


@cache
def unit_seconds() -> Mapping[str, float]:
    """Return the seconds of each unit of time, by its comparable name, the longest name first."""
    found = {comparable(word): _UNITS[unit] for unit, rows in _table()["units"].items() for word in _words(rows)}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def said_seconds() -> Mapping[str, int]:
    """Return the seconds of lengths that are said in words, such as `half an hour`."""
    return {comparable(word): int(seconds) for seconds, rows in _table()["said"].items() for word in _words(rows)}


@cache
def words_of(name: str, part: str = "") -> tuple[str, ...]:
    """Return the comparable words of a table such as `about` or, with a part, `clock.am`, the longest first."""
    rows: Mapping[str, list[str]] = _table()[name][part] if part else _file()[name]
    return tuple(sorted({comparable(word) for word in _words(rows)}, key=lambda word: (-len(word), word)))


def writes_no_spaces(text: str) -> bool:
    """Whether a text is of a script that writes words without spaces between them."""
    return any("\u3040" <= character <= "\u9fff" for character in text)


@cache
def _headings() -> Mapping[str, str]:
    """Return what the words of headings mean, the longest first; of several meanings the first one in the alphabet."""
    pairs = {(comparable(word), role) for role, rows in _table()["headings"].items() for word in _words(rows)}
    found: dict[str, str] = {}
    for word, role in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        found.setdefault(word, role)
    return found


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """Return the words of each kind of segment, in the order in which the kinds count."""
    return {kind: tuple({comparable(word) for word in _words(rows)}) for kind, rows in _table()["kinds"].items()}


@cache
def _fields() -> Mapping[str, Field]:
    return {word: Field(meaning) for word, meaning in _by_word("fields").items()}


@cache
def _leads() -> Mapping[str, Lead]:
    return {word: Lead(meaning) for word, meaning in _by_word("leads").items()}


def _by_word(name: str) -> Mapping[str, str]:
    """Return what each word means. Of a word with several meanings, the first in the file counts."""
    found: dict[str, str] = {}
    for meaning, rows in _table()[name].items():
        for word in _words(rows):
            found.setdefault(_spaced(comparable(word).strip(_EDGES)) or word, meaning)
    return found


def _table() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Return the tables that have a row of languages for each meaning."""
    return _file()


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


def _words(rows: Mapping[str, list[str]]) -> Iterator[str]:
    for words in rows.values():
        yield from words


def _begins_with(text: str, words: tuple[str, ...]) -> bool:
    begin = comparable(text[: 2 * LONGEST_LABEL]).lstrip(_EDGES + "¿¡")
    return begin.startswith(words) and any(_begins(begin, word) for word in words)


def _label(text: str) -> str:
    return _short_label(text) if len(text) <= LONGEST_LABEL else ""


@lru_cache(maxsize=1024)
def _short_label(text: str) -> str:
    """Return the same for a text that is asked about several times."""
    label = one_line(text)
    return comparable(label if label.isascii() else SYMBOLS.sub("", label)).strip(_EDGES)


def _spaced(label: str) -> str:
    """Return a label without hyphens: `follow-up questions` and `follow up questions` are the same."""
    return label.replace("-", " ")


def _begins(label: str, word: str) -> bool:
    return label.startswith(word) and (writes_no_spaces(word) or not label[len(word) :][:1].isalnum())


def _ends(label: str, word: str) -> bool:
    return label.endswith(word) and (writes_no_spaces(word) or not label[: -len(word)][-1:].isalnum())


def _stands_in(label: str, word: str) -> bool:
    start = label.find(word)
    while start >= 0:
        before, after = label[:start][-1:], label[start + len(word) :][:1]
        if writes_no_spaces(word) or not (before.isalnum() or after.isalnum()):
            return True
        start = label.find(word, start + 1)
    return False
