"""Redaction: replacing the candidate's name and contact data in every text of a report.

When in doubt, too much is removed rather than too little: seven digits are a telephone number unless they are a
sum in thousands or a list of years. What isn't prose (instants, kinds, the panel's own names and ids) stays.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import TypeVar, cast

import msgspec

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.text.plain_text import comparable
from facilitator.reports.redaction.name_in_text import without_names

_NAME, _E_MAIL, _PHONE, _LINK = "‹candidate›", "‹e-mail›", "‹phone›", "‹link›"

_LINKS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/\S*", re.IGNORECASE
)
_E_MAILS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_SPOKEN_E_MAILS = re.compile(
    r"[\w.+-]{1,64}\s?[(\[]at[)\]]\s?[\w-]{1,63}(?:(?:\.|\s?[(\[]dot[)\]]\s?)[\w-]{1,63})+"
    r"|[\w.+-]{1,64} at [\w-]{1,63}(?: dot [\w-]{1,63})+",
    re.IGNORECASE,
)
_HANDLES = re.compile(
    r"\b(?:linkedin|github|gitlab|xing|skype|telegram|twitter)(?:\.com)?[/:]\s?\S+"
    r"|\b(?:instagram|telegram|twitter|mastodon|bluesky|whatsapp|signal|skype)\b:?\s?@\S+",
    re.IGNORECASE,
)
_MENTIONS = re.compile(r"(?<![^\s(\"'“„‘«,;:])@(?=[\d_.-]{0,62}[^\W\d_])\w(?:[\w.-]{0,62}\w)?", re.IGNORECASE)
_PHONES = re.compile(
    r"(?<![\w.,])(?!\d{4}-\d\d-\d\d\b)"
    r"(?![1-9]\d?([., ])\d{3}\1\d{3}(?![\d.,/ -]?\d))"
    r"(?!(?:19|20)\d\d(?:[ /,-]{1,2}(?:19|20)\d\d){1,9}(?![\d/-]))"
    r"(?:\+|00)?\(?\d(?:[\s./()-]{0,2}\d){6,14}(?![\w])"
)

_AS_THEY_ARE = frozenset(
    {"at", "start", "end", "opened", "started", "ended", "planned_start", "hard_stop", "date", "timezone"}
    | {"starts", "ends", "kind", "status", "perspective", "lead", "owner", "owners", "backup", "panelist", "author"}
    | {"panelists", "by", "holder", "direction", "state", "dissenters", "submitted", "changed", "refused"}
    | {"letter", "until"}
)
_NO_TEXT = (type(None), bool, int, float)
_IDS = frozenset({"id", "question", "competency", "notes"})

_Change = Callable[[str], str]
_AnyValue = TypeVar("_AnyValue")


def redacted(debrief: Debrief) -> Debrief:
    """Return the debrief without the candidate's names, e-mail addresses, telephone numbers and links."""
    name = cache(without_names((debrief.session.candidate, *(debrief.other_names or ())), _NAME))
    known = frozenset(comparable(f"@{ours}") for ours in _names_of_ours(debrief))

    def without_handle(found: re.Match[str]) -> str:
        return found[0] if comparable(found[0]) in known else _LINK

    def without_contacts(text: str) -> str:
        text = _without_addresses(text)
        return _PHONES.sub(_PHONE, name(_MENTIONS.sub(without_handle, text) if "@" in text else text))

    prose = cache(without_contacts)  # titles come again and again
    return _walked(debrief, prose, name)


def _names_of_ours(debrief: Debrief) -> Iterator[str]:
    """Yield what a note may name with an @: the panel and the questions."""
    yield from (person.id for person in debrief.people)
    for row in debrief.coverage:
        yield from (row.question, f"q{row.number}", str(row.number))


def _walked(value: _AnyValue, prose: _Change, name: _Change, is_id: bool = False) -> _AnyValue:
    """Return `value` with `prose` applied to all texts in it, and only `name` to ids."""
    found: object = value
    match value:
        case None | int() | float() | Enum() | Panelist():
            pass
        case str():
            found = name(value) if is_id else prose(value)
        case tuple():
            found = tuple(_walked(item, prose, name, is_id) for item in value) if value else value
        case dict():
            found = {key: _walked(item, prose, name) for key, item in value.items()}
        case msgspec.Struct():
            changes = {
                field: changed
                for field in value.__struct_fields__
                if field not in _AS_THEY_ARE
                and type(kept := getattr(value, field)) not in _NO_TEXT
                and (changed := _walked(kept, prose, name, field in _IDS)) is not kept
            }
            found = msgspec.structs.replace(value, **changes) if changes else value
    return cast(_AnyValue, found)


def _without_addresses(text: str) -> str:
    """Return `text` without addresses and links. The checks before the patterns are for speed: most texts need none."""
    if "@" in text:
        text = _E_MAILS.sub(_E_MAIL, text)
    if "at" in text.lower():
        text = _SPOKEN_E_MAILS.sub(_E_MAIL, text)
    if "/" in text or ":" in text or "@" in text or "www." in text.lower():
        text = _HANDLES.sub(_LINK, _LINKS.sub(_LINK, text))
    return text
