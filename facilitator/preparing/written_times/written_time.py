"""Find the time that is written with a text: `(10 min) Intro`, `Intro *(15min)*`, `9:00–9:30 Intro`, `Intro 10 min`.

A duration inside a sentence or a question is none: "Tell us about the last 10 minutes" has no length.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.words.lexicon import SYMBOLS, Field, field_of, words_of
from facilitator.preparing.words.names import are_names
from facilitator.preparing.written_times.amounts import LONGEST_AMOUNT, Amount, amount, amount_in_cell, may_have_time
from facilitator.preparing.written_times.clocks import LONGEST_CLOCK, ClockTime, clock_range, clock_time

_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,60})[)\]）】]")
_LAST_BRACKET = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,40})[)\]）】]$")
_SEPARATORS = re.compile(r"[|–—\t·•]|:(?!\d)|(?<!\d):|(?<=\s)-|-(?=\s)|,(?=\s)")
_CUE = re.compile(
    r"(?:t ?[+-] ?|\+|@ ?)\d[\d:.]{0,8} ?(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|d|days?|weeks?|std|tage?)?",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"(?:t ?)?\+ ?(\d{1,2}:[0-5]\d(?::[0-5]\d)?)", re.IGNORECASE)
_SENTENCE_END = (".", "?", "!", "…", "。", "？", "！")
_SEPARATING = " \t-–—:|·•,"
_EDGES = f"{_SEPARATING}*_⏱⏲⏰⌛⏳🕐🕑🕒\ufe0f"
_BESIDE = re.compile(r"[,;|]|(?<!\d)/|/(?!\d)")
_BESIDE_FIELD = re.compile(r"[|·•]")
_BETWEEN = re.compile(r"\s[-–—]{1,2}\s|\s?[|·•]\s?")
_LONGEST_HEAD = 80
_LONGEST_BARE = 60
_LONGEST_KEPT = 400
_MOST_WORDS_IN_AMOUNT = 6


class WrittenTime(Struct, frozen=True):
    """A text without the time that was written with it, and that time.

    `leads`: the time stood first. `seconds` is a length, of a range (`3-5 min`) the upper end; `least_seconds` its
    lower end. `each`: it counts for each person or question. `share` is a part of the whole, from 0 to 1. `starts`
    and `ends` are times (see `clocks`). `beside` is what stood in the same brackets: `(5m, Host)`. `is_field`: the
    text was only a label such as `Duration:`. `is_cue`: it is a cue such as `T-2h`, which is no length.
    """

    text: str
    leads: bool = False
    seconds: int | None = None
    least_seconds: int | None = None
    each: bool = False
    share: float | None = None
    starts: ClockTime | None = None
    ends: ClockTime | None = None
    beside: str = ""
    is_field: bool = False
    is_cue: bool = False
    guess: str = ""

    @property
    def more(self) -> list[str]:
        """What is said with the time, before or behind it."""
        return [text for text in (self.text, self.beside) if text]


def written_time(text: str, *, is_cell: bool = False, unit: str = "") -> WrittenTime | None:
    """Return `text` without its time, and that time; None if it has none.

    `is_cell` is for the cell of a column of lengths, in which `0:30` and a bare number, in `unit` (else minutes), are
    lengths too.
    """
    text = text.strip()
    if not may_have_time(text):
        return None
    if is_cell:
        return _of(amount_in_cell(text, unit), "", leads=True) or _range(text, is_cell)
    return _without_symbols(text) if len(text) > _LONGEST_KEPT else _kept(text)


@lru_cache(maxsize=512)
def _kept(text: str) -> WrittenTime | None:
    """Return the same for a line that is asked about several times."""
    return _without_symbols(text)


def _without_symbols(text: str) -> WrittenTime | None:
    symbols = SYMBOLS.match(text)
    found = _anywhere(text[symbols.end() :] if symbols else text)
    return replace(found, text=symbols[0] + found.text) if found and symbols and not found.leads else found


def _anywhere(text: str) -> WrittenTime | None:
    whole = _field(text) or _whole(text, "", leads=True)
    return whole or _bracketed(text) or _at_start(text) or _at_end(text) or _before_bracket(text) or _in_between(text)


def _before_bracket(text: str) -> WrittenTime | None:
    """Return the time before what is in brackets at the end of a title: `Case – 20 min (Anna)`."""
    match = _LAST_BRACKET.search(text, max(0, len(text) - LONGEST_AMOUNT)) if len(text) <= _LONGEST_HEAD else None
    found = _at_end(text[: match.start()].rstrip()) if match else None
    return replace(found, beside=match[1].strip()) if match and found else None


def _in_between(text: str) -> WrittenTime | None:
    """Return the length between a title and who leads it, or what it is for: `Intro — 5m — Ana`."""
    parts = list(_BETWEEN.finditer(text)) if len(text) <= _LONGEST_HEAD * 2 else ()
    for before, behind in pairwise(parts):
        found = _whole(text[before.end() : behind.start()].strip(_EDGES), "", leads=False)
        if found and not found.is_cue and (found.starts is None or found.ends is not None):
            title, rest = text[: before.start()].rstrip(_EDGES), text[behind.end() :].strip()
            text, beside = (title, rest) if are_names(rest) else (f"{title} — {rest}", "")
            return replace(found, text=text, beside=beside)
    return None


def _whole(time: str, text: str, *, leads: bool) -> WrittenTime | None:
    """Return the time that `time` is as a whole, with the text it belongs to."""
    if elapsed := _ELAPSED.fullmatch(time):
        return WrittenTime(text, leads, starts=clock_time(elapsed[1]))
    if _CUE.fullmatch(time):
        return WrittenTime(text, leads, is_cue=True)
    if found := _of(amount(time), text, leads=leads):
        return found
    if found := _range(time):
        return WrittenTime(text, leads, starts=found.starts, ends=found.ends)
    starts = clock_time(time)
    return WrittenTime(text, leads, starts=starts) if starts else None


def _range(time: str, is_cell: bool = False) -> WrittenTime | None:
    pair = clock_range(time, is_cell)
    return WrittenTime("", True, starts=pair[0], ends=pair[1]) if pair else None


def _of(found: Amount | None, text: str, *, leads: bool) -> WrittenTime | None:
    if found is None:
        return None
    return WrittenTime(
        text, leads, found.seconds, found.least_seconds, each=found.each, share=found.share, guess=found.guess
    )


def _field(text: str) -> WrittenTime | None:
    """Return the time of `Duration: 10 min`, in which a bare number counts minutes."""
    label, colon, value = text[: _LONGEST_HEAD * 2].replace("：", ":").partition(":")
    if not colon or field_of(label) not in (Field.DURATION, Field.START, Field.TOTAL):
        return None
    value, *more = [part.strip(_EDGES) for part in _BETWEEN.split(value)] if _BESIDE_FIELD.search(value) else [value]
    value = value.strip(_EDGES)
    is_length = field_of(label) != Field.START
    found = _of(amount_in_cell(value), "", leads=True) if is_length else None
    found = found or _whole(value, "", leads=True)
    for head, rest in _heads(value) if found is None else ():
        if found := _of(amount(head), "", leads=True):
            more.insert(0, rest)
            break
    if found is None:
        return None
    return WrittenTime(
        "", True, found.seconds, found.least_seconds, found.each, found.share, found.starts, found.ends,
        ", ".join(more), is_field=True, guess=found.guess,
    )  # fmt: skip


def _bracketed(text: str) -> WrittenTime | None:
    """Return the time in brackets at the beginning, at the end, or after a title that something follows."""
    for match in _BRACKETS.finditer(text[: _LONGEST_HEAD * 5]):
        before, after = text[: match.start()].strip(_EDGES), text[match.end() :]
        leads = not before
        is_last = not after.strip(_EDGES + ".")
        is_after_title = len(before) <= _LONGEST_HEAD and bool(_SEPARATORS.match(after.lstrip("*_ ")))
        if not (leads or is_last or is_after_title):
            continue
        rest = _joined(text[: match.start()], after)
        if found := _whole(match[1].strip(), rest, leads=leads):
            return found
        parts = [part.strip() for part in _BESIDE.split(match[1])]
        for number, part in enumerate(parts):
            found = _whole(part, rest, leads=leads) if len(parts) > 1 else None
            if found and not found.is_cue:
                beside = ", ".join(filter(None, (*parts[:number], *parts[number + 1 :])))
                return WrittenTime(
                    rest, leads, found.seconds, found.least_seconds, found.each, found.share, found.starts,
                    found.ends, beside,
                )  # fmt: skip
    return None


def _joined(before: str, after: str) -> str:
    if not before.strip(_EDGES):
        return after.lstrip(_SEPARATING)
    if not after.strip(_EDGES + "."):
        return before.rstrip(_EDGES if after.strip().startswith(("*", "_")) else _SEPARATING)
    return f"{before.rstrip()} {after.strip()}".replace("  ", " ")


def _at_start(text: str) -> WrittenTime | None:
    """Return the time before a separator (`10 min: Intro`) or before a word that begins a title (`9:00 Intro`)."""
    for head, rest in _heads(text):
        if found := _range(head.rstrip(_SEPARATING)):
            return WrittenTime(rest.lstrip(_EDGES), True, starts=found.starts, ends=found.ends)
    longest = max(LONGEST_AMOUNT, LONGEST_CLOCK)
    for match in _SEPARATORS.finditer(text[:longest]):
        head, rest = text[: match.start()].strip(), text[match.end() :].lstrip(_EDGES)
        if rest and (found := _whole(head, rest, leads=True)):
            return found
    for head, rest in _heads(text):
        found = _whole(head, rest, leads=True)
        if found and _begins_title(rest, found):
            return found
        if found and found.seconds and _is_before_end(rest):
            return WrittenTime(text, True, found.seconds)
    return None


def _heads(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first words of a text and the rest of it, the longest beginning first."""
    if not text[:1].isdigit() and not comparable(text).startswith(words_of("about")) and text[:1] not in "+@Tt":
        return
    words = text[: 2 * LONGEST_AMOUNT].split(maxsplit=_MOST_WORDS_IN_AMOUNT)
    for number in range(min(len(words) - 1, _MOST_WORDS_IN_AMOUNT), 0, -1):
        head = " ".join(words[:number])
        if len(head) <= LONGEST_AMOUNT:
            yield head, text.split(maxsplit=number)[-1]


def _begins_title(rest: str, found: WrittenTime) -> bool:
    """Whether what follows a time without a separator is a title: a capital or another script, and no sentence."""
    if found.starts is not None:
        return True
    is_short = len(rest) <= _LONGEST_HEAD and not rest.endswith(_SENTENCE_END)
    return is_short and (rest[:1].isupper() or not rest[:1].isascii())


def _is_before_end(rest: str) -> bool:
    folded = comparable(rest)
    return len(rest) <= _LONGEST_BARE and any(folded.startswith(word + " ") for word in words_of("before_end"))


def _at_end(text: str) -> WrittenTime | None:
    """Return the time after a separator (`Intro - 10 min`), or behind a short title (`Intro 10 min`)."""
    tail_start = max(0, len(text) - LONGEST_AMOUNT)
    bare = text.rstrip(".*_ ")
    for match in _SEPARATORS.finditer(text, tail_start):
        tail, head = bare[match.end() :].strip(_EDGES), text[: match.start()]
        if head.strip(_EDGES) and tail and (found := _whole(tail, head.rstrip(_EDGES), leads=False)):
            is_time = found.starts is None or found.ends is not None
            if is_time and not found.is_cue:
                return found
    if len(text) > _LONGEST_BARE or text.endswith(_SENTENCE_END) or "?" in text:
        return None
    words = text.split()
    for number in range(max(1, len(words) - _MOST_WORDS_IN_AMOUNT), len(words)):
        if comparable(words[number - 1]).strip(_EDGES) in words_of("sentence"):
            continue
        found = _whole(" ".join(words[number:]), " ".join(words[:number]).rstrip(_EDGES), leads=False)
        if found and not found.is_cue and (found.starts is None or found.ends is not None):
            return found
    return None
