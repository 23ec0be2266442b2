"""Make text from outside harmless, and one text the same text however it was written.

Every string from a person or a file goes through `clean` or `one_line` once, where it enters the program. From then
on it can be shown, logged and exported without doing anything to a terminal, and is in Unicode's composed form (NFC).
Ids, names, tags and searches are compared as `comparable` text, and in no other way.
"""

import re
import unicodedata
from collections.abc import Iterable

_BIDI_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI_OVERRIDES}\ud800-\udfff]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What is invisible: `Default_Ignorable_Code_Point` in DerivedCoreProperties.txt, Unicode 15."""

_UNCOMPARED = re.compile(f"[\u0300-\u036f{_IGNORABLE}]+")
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Return `text` in NFC without control, bidi-override and surrogate characters.

    Line breaks become `\\n`, tabs a space.
    """
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", harmless(text))


def harmless(text: str) -> str:
    """Return `text` as `clean` does, but in the form that it has: ids in files are compared as they are."""
    return text if text.isprintable() else _HARMFUL.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """Return clean text on one line, with single spaces, and none at either end."""
    text = clean(text)
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip()


def unbroken(text: str) -> str:
    """Return harmless text as it was recorded, but on one line."""
    return text.replace("\n", " ")


def comparable(text: str) -> str:
    """Return `text` without case, accents, width and what is invisible, for comparing."""
    if text.isascii():
        return text.lower()
    return _UNCOMPARED.sub("", unicodedata.normalize("NFKD", text)).casefold()


def excerpt(text: str, longest: int = 60) -> str:
    """Return the first line of `text`, cut to `longest` characters, for a message that names it."""
    line = text.partition("\n")[0]
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def first_few(parts: Iterable[str], most: int = 3) -> str:
    """Return the first parts, and how many there are besides: `one, two, three and 4 more`."""
    named = list(parts)
    more = f" and {len(named) - most} more" if len(named) > most else ""
    return ", ".join(named[:most]) + more


def slug(text: str, longest: int = 40) -> str:
    """Return an ASCII identifier made from `text`: lower case, words joined by `-`, at most `longest` characters.

    It is empty if no character of the text has an ASCII form; the caller then chooses a name.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", text.lower()).strip("-")[:longest].rstrip("-")
