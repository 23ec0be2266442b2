"""The arguments of the commands that change the plan: a text with options at its end, a place, a time.

Separate from the other arguments because of how a text is read: from the end of the line, an option is one only where
it stands as it is written, and all that is left is text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from facilitator.domain.facts.kinds.changes import NewQuestion, NewSegment
from facilitator.domain.language.arguments import SEGMENT, Argument, Choice
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.titles import begun_titles, folded_title
from facilitator.domain.plan.agenda import LONGEST_SEGMENT_SECONDS, Panelist, Segment, SegmentKind
from facilitator.domain.text.dates import read_time, time_form
from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.plain_text import comparable, excerpt, one_line
from facilitator.domain.time import timing

BEHIND = ("after", "behind")

Option = Callable[[str], tuple[str, Any] | None]
"""Reads an option at the end of a text: returns the text before it and its value, or None if there is none."""

_INNER_WORD = re.compile(r"\s\S+(?=\s+\S)")

_SENTENCE_ENDS = ("?", "!", ".", "…", "”", '"')


class AskedFor(Struct, frozen=True):
    """A question to add, as it was written; `segment` is None if none was named."""

    question: NewQuestion
    segment: Segment | None


class Planned(Struct, frozen=True):
    """A segment to add, as it was written; `after` is None if no place was named."""

    segment: NewSegment
    after: Segment | None


def read_options(text: str, options: Mapping[str, Option]) -> tuple[str, dict[str, Any]]:
    """Take options from the end of a text, each once; return the text that is left, and their values by name."""
    values: dict[str, Any] = {}
    taken = True
    while taken:
        taken = False
        for name, read in options.items():
            if name not in values and (found := read(text)) is not None:
                (text, values[name]), taken = found, True
                break
    return text, values


def last_words(count: int, read: Callable[..., Any]) -> Option:
    """Return an option of `count` words; `read` takes them and returns its value, or None if they are none."""

    def option(text: str) -> tuple[str, Any] | None:
        before, *parts = ["", *text.rsplit(maxsplit=count)][-count - 1 :]
        value = read(*parts) if len(parts) == count else None
        return None if value is None else (before, value)

    return option


def read_length(word: str) -> int | None:
    """Return the seconds in `8m`, `90s`, `1h30m`. A time needs a unit here: `2` and `10:30` are just words."""
    try:
        seconds = parse_duration(word) if word[-1:].isalpha() else 0
    except ValueError:
        return None
    return seconds if 0 < seconds <= LONGEST_SEGMENT_SECONDS else None


def _read_new_question(words: Words, here: Situation) -> AskedFor:
    competencies = {comparable(f"#{item.id}"): item.id for item in here.plan.competencies}
    panelists = {comparable(item.id): item for item in here.plan.panel}

    def owner(by: str, word: str) -> Panelist | None:
        return panelists.get(comparable(word).removeprefix("@")) if by.lower() == "by" else None

    options: dict[str, Option] = {
        "competency": last_words(1, lambda word: competencies.get(comparable(word))),
        "owner": last_words(2, owner),
        "must": last_words(1, lambda word: True if word.lower() == "must" else None),
        "length_seconds": last_words(1, read_length),
    }
    others = tuple(options.values())
    options["segment"] = _segment(
        ("in",), here, lambda before: before.endswith(_SENTENCE_ENDS) or _ends(before, others)
    )
    ask, values = read_options(words.take_rest(), options)
    if not ask:
        raise Refusal("What is the question? /question How do you plan a shift? by P must in 2 8m")
    segment, by = values.pop("segment", None), values.pop("owner", None)
    return AskedFor(NewQuestion(ask=ask, owner=by.id if by else None, **values), segment)


def _read_new_segment(words: Words, here: Situation) -> Planned:
    kinds = {kind.value.replace("_", "-"): kind for kind in SegmentKind}
    options: dict[str, Option] = {"kind": last_words(1, lambda word: kinds.get(word.lower().replace("_", "-")))}
    length_option = last_words(1, read_length)
    others = (*options.values(), length_option)
    options["after"] = _segment(BEHIND, here, lambda before: _ends(before, others))
    text, values = read_options(words.take_rest(), options)
    title, length = read_options(text, {"length_seconds": length_option})
    if not (title and length):
        *_, word, number = ("", "", *text.split())
        if word.lower() in BEHIND and number.isdecimal():
            SEGMENT.read(Words(number), here)  # which says that there is none
        raise Refusal("What is it called, and how long is it? /segment Demo 10m, /segment Demo 10m practice after 2")
    after = values.pop("after", None)
    return Planned(NewSegment(title=one_line(title)[:300], **length, **values), after)


def _ends(text: str, options: Iterable[Option]) -> bool:
    """Whether one of the options stands at the end of a text."""
    return any(read(text) is not None for read in options)


def _segment(wanted: tuple[str, ...], here: Situation, is_over: Callable[[str], bool]) -> Option:
    """Return the option of a segment behind one of the words `wanted`: its number, or the beginning of its title.

    A title could be part of the text as well, so it is an option only if the text before it `is_over`.
    """

    def numbered(word: str, number: str) -> Segment | None:
        is_number = word.lower() in wanted and number.isdecimal() and number.isascii()
        return here.plan.segment_by_number.get(int(number[:6])) if is_number else None

    def option(text: str) -> tuple[str, Any] | None:
        if (found := last_words(2, numbered)(text)) is not None:
            return found
        titles = {segment.id: segment.title for segment in here.plan.segments}
        for match in reversed(list(_INNER_WORD.finditer(text))):
            before, title = text[: match.start()].rstrip(), text[match.end() :].strip()
            is_named = match[0].strip().lower() in wanted and begun_titles(title, titles).words == len(title.split())
            if is_named and is_over(before):
                return before, SEGMENT.read(Words(title), here)
        return None

    return option


def _read_of_segment(words: Words, here: Situation) -> Segment | None:
    """Read `to N` or `from N`; nothing means the running segment."""
    if words.peek().lower() not in ("to", "from"):
        return None
    words.take()
    return SEGMENT.read(words, here)  # type: ignore[no-any-return]  # an argument reads whatever it is of


def _read_after(words: Words, here: Situation) -> Segment:
    if words.peek().lower() in BEHIND:
        words.take()
    if not words.peek():
        raise Refusal("After which segment? /move 3 after 4")
    return SEGMENT.read(words, here)  # type: ignore[no-any-return]


def _read_room(words: Words, here: Situation) -> str:
    """Read a time of day, `09:30`, or `none`, which is empty."""
    word = words.take().lower()
    if word == "none":
        return ""
    try:
        return time_form(read_time(word))
    except ValueError:
        said = f"“{excerpt(word)}” isn't a time of day." if word else "Until when?"
        raise Refusal(f"{said} /room 11:30 sets the hard stop, /room none removes it.") from None


def _still_to_run(here: Situation) -> Iterable[Segment]:
    current = here.session.current
    return (*((current,) if current else ()), *timing.ahead(here.session))


def _worded(word: str) -> Callable[[Situation], Iterable[Choice]]:
    def choices(here: Situation) -> Iterable[Choice]:
        numbers = here.plan.segment_numbers
        return (
            Choice(f"{word} {numbers[segment.id]}", segment.title, f"{word} {folded_title(segment.title)}")
            for segment in _still_to_run(here)
        )

    return choices


def _question_options(here: Situation) -> Iterable[Choice]:
    yield from (Choice(f"#{competency.id}", competency.name) for competency in here.plan.competencies)
    yield from (Choice(f"by {panelist.id}", here.name_of(panelist)) for panelist in here.plan.raters)
    yield from _worded("in")(here)


def _rooms(here: Situation) -> Iterable[Choice]:
    return (Choice("none", "no hard stop"),)


NEW_QUESTION = Argument("TEXT [#competency] [by P] [must] [in N] [8m]", _read_new_question, ends=_question_options)
NEW_SEGMENT = Argument("TITLE 10m [kind] [after N]", _read_new_segment, ends=_worded("after"))
OF_SEGMENT = Argument("[to N]", _read_of_segment, _worded("to"), optional=True)
AFTER = Argument("after N", _read_after, _worded("after"))
ROOM = Argument("11:30|none", _read_room, _rooms)
