"""Names of people as a guide writes them: `Ana & Luis`, `Dana Whitfield (lead), Omar Haddad`."""

import re

_BETWEEN = re.compile(r"[;&+]|\b(?:and|und|et|y|e|en|и)\b")
_BRACKETED = re.compile(r" ?\([^()]{1,30}\)$")
_AND = frozenset({"&", "+", "and", "und", "et", "y", "e", "en", "и"})
_MOST_WORDS = 4
_LONGEST_NAME = 40


def names_in(text: str) -> list[str]:
    """Return the people that a text names. What is behind a comma may be a role, unless all of it is first names."""
    by_comma = [part.strip() for part in text.split(",")]
    bare = [_BRACKETED.sub("", part) for part in by_comma]
    if len(by_comma) > 1 and all(part.istitle() and part.isalpha() for part in bare):
        return by_comma
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def may_be_name(text: str) -> bool:
    """Whether a short text may be a name or a role: no digit in it, and it begins with a capital, if it has any."""
    is_short = len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS
    is_bare = not any(character.isdigit() for character in text)
    return is_short and is_bare and (text[:1].isupper() or not text[:1].isascii())


def are_names(text: str) -> bool:
    """Whether each word of a short text is written like a name: `Ana & Luis`, but not `Say hello`."""
    words = [word for word in text.replace(",", " ").split() if word not in _AND]
    return bool(words) and may_be_name(" ".join(words)) and all(word[:1].isupper() for word in words)
