"""Text from outside, made harmless.

Every string that a person or a file gives us passes `clean` or `one_line` once, at the edge where it
comes in. What is inside can then be shown, logged and exported without acting on a terminal.
"""

import re
import unicodedata

_BIDI_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI_OVERRIDES}\ud800-\udfff]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """`text` without control, bidi-override and surrogate characters; line breaks become `\\n`, tabs a space."""
    return _HARMFUL.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """`clean` text on a single line, runs of white space as one space, none at the ends."""
    return _SPACES.sub(" ", clean(text)).strip()


def shortened(text: str, longest: int = 60) -> str:
    """The first line of `text`, cut where it is longer than `longest` characters: to name it in a message."""
    line = text.partition("\n")[0]
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def slug(text: str, longest: int = 40) -> str:
    """An ASCII identifier made of `text`: lower case, words joined by `-`, at most `longest` characters.

    Empty when nothing of the text has an ASCII form; the caller then chooses a name.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_text.lower()).strip("-")[:longest].rstrip("-")
