"""Redaction: the candidate's name and contact data replaced in every text of a report.

The name goes in full and in its parts, in any case and with or without accents; when in doubt, too much goes
rather than too little. What isn't prose (instants, kinds, the panel's own names and ids) stays.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import TypeVar, cast

import msgspec

from facilitator.domain.agenda import Panelist
from facilitator.domain.debrief import Debrief

NAME, E_MAIL, PHONE, LINK = "‹candidate›", "‹e-mail›", "‹phone›", "‹link›"

_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "sir"})
_LINKS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/\S*", re.IGNORECASE
)
_E_MAILS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HANDLES = re.compile(r"\b(?:linkedin|github|gitlab|xing|skype|telegram|twitter)(?:\.com)?[/:]\s?\S+", re.IGNORECASE)
_PHONES = re.compile(r"(?<![\w.,])(?!\d{4}-\d\d-\d\d\b)(?:\+|00)?\(?\d(?:[\s./()-]{0,2}\d){6,14}(?![\w])")

_AS_THEY_ARE = frozenset(
    {"at", "start", "end", "opened", "started", "ended", "planned_start", "hard_stop", "date", "timezone"}
    | {"starts", "ends", "kind", "status", "perspective", "lead", "owner", "owners", "backup", "panelist", "author"}
    | {"panelists", "by", "holder", "direction", "state", "dissenters"}
)
_IDS = frozenset({"id", "question", "competency", "notes"})

_Change = Callable[[str], str]
_AnyValue = TypeVar("_AnyValue")


def redacted(debrief: Debrief) -> Debrief:
    """The debrief without the candidate's name, e-mail addresses, telephone numbers and links."""
    name = cache(_without(debrief.session.candidate))
    prose = cache(lambda text: _PHONES.sub(PHONE, name(_without_addresses(text))))  # titles come again and again
    return _walked(debrief, prose, name)


def _walked(value: _AnyValue, prose: _Change, name: _Change, is_id: bool = False) -> _AnyValue:
    """`value` with `prose` applied to all texts in it, and only `name` to ids."""
    found: object = value
    match value:
        case None | int() | float() | Enum() | Panelist():
            pass
        case str():
            found = name(value) if is_id else prose(value)
        case tuple():
            found = tuple(_walked(item, prose, name, is_id) for item in value)
        case dict():
            found = {key: _walked(item, prose, name) for key, item in value.items()}
        case msgspec.Struct():
            changes = {
                field: _walked(getattr(value, field), prose, name, field in _IDS)
                for field in value.__struct_fields__
                if field not in _AS_THEY_ARE
            }
            found = msgspec.structs.replace(value, **changes)
    return cast(_AnyValue, found)


def _without(candidate: str) -> _Change:
    """A function that takes `candidate`, and each part of that name, out of a text."""
    parts = _parts(candidate)
    patterns = [pattern for part in parts if (pattern := _pattern(part))]
    if not patterns:
        return lambda text: text
    anyone = re.compile("|".join(patterns))
    twice = re.compile(rf"{NAME}(?:[\s-]*{NAME})+")
    beginnings = [spelling.split()[0].lower() for part in parts for spelling in _spellings(part)]

    def without(text: str) -> str:
        lowered = text.lower()
        if text.isascii() and not any(beginning in lowered for beginning in beginnings):
            return text  # most texts; the patterns take ten times as long
        return twice.sub(NAME, anyone.sub(NAME, unicodedata.normalize("NFC", text)))

    return without


def _parts(candidate: str) -> list[str]:
    """The whole name and its parts, the longest first; no titles, and no `van` or `de` beside capitals."""
    whole = " ".join(candidate.split())
    words = [word.strip(".,;:()'\"") for part in whole.split() for word in (part, *part.split("-"))]
    named = [word for word in words if word and word.lower() not in _TITLES]
    capital = [word for word in named if not word[0].islower()]
    return sorted({whole, *(capital or named)} - {""}, key=len, reverse=True)


def _spellings(part: str) -> tuple[str, ...]:
    """A part of a name with its accents, and without."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", part) if not unicodedata.combining(letter))
    return tuple(dict.fromkeys((unicodedata.normalize("NFC", part), plain)))


def _pattern(part: str) -> str:
    """A pattern for a part of a name; a very short one only as it is written or in capitals: “may” is no May."""
    if len(part) < 2 and part.isascii():
        return ""
    is_short = len(part) <= 3
    variants = [*_spellings(part), *(spelling.upper() for spelling in _spellings(part) if is_short)]
    spellings = "|".join(re.escape(variant).replace(r"\ ", r"[\s._-]*") for variant in variants if variant)
    if part.lower() == part.upper():  # a script without capitals often has no spaces between words either
        return f"(?:{spellings})"
    return rf"(?<![^\W_])(?{'' if is_short else 'i'}:{spellings})(?=$|[\W_]|s\b)"


def _without_addresses(text: str) -> str:
    """The looks before the patterns are there for speed: most texts have none of these letters."""
    if "@" in text:
        text = _E_MAILS.sub(E_MAIL, text)
    if "/" in text or ":" in text or "www." in text.lower():
        text = _HANDLES.sub(LINK, _LINKS.sub(LINK, text))
    return text
