"""Finding a person's name in a text: in full or in part, in any case, with or without accents, as initials.

Separate from redaction, which knows where the texts are and what else to remove. When in doubt, too much counts
as the name rather than too little. A nickname is known only as part of the name: “Robin (Rob) Reyes”.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import chain, pairwise, product

_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "sir"})
_APOSTROPHES = "'’‘ʼ`´"
_POINT = r"\.\s?"
_BETWEEN = r"[\s._-]*"
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SHORT = 3
_LOOKED_AT = 4


def without_names(names: Iterable[str], instead: str) -> Callable[[str], str]:
    """Return a function that replaces all `names` of a person, and each part of them, with `instead` in a text."""
    called = [(name, _words(name)) for name in names]
    parts = sorted({part for name, words in called for part in _parts(name, words)}, key=len, reverse=True)
    patterns = [pattern for part in parts if (pattern := _pattern(part))]
    if not patterns:
        return lambda text: text
    letters = [[word[0] for word in words] for _, words in called]
    anyone = re.compile("|".join([*chain.from_iterable(map(_initials, letters)), *patterns]))
    dotted = "|".join(map(re.escape, dict.fromkeys(chain.from_iterable(letters)))) or "(?!)"
    left_over = re.compile(rf"(?<![^\W_])(?:{dotted})\.\s+(?={instead})|(?<={instead})\s+(?:{dotted})\.(?!\w)")
    twice = re.compile(rf"{instead}(?:[\s-]*{instead})+")
    beginnings = tuple(set(chain(*map(_beginnings, parts), *map(_dotted, letters))))

    def replaced(text: str) -> str:
        return twice.sub(instead, left_over.sub("", anyone.sub(instead, text)))

    def without(text: str) -> str:
        if text.isascii():
            lowered = text.lower()  # most texts end here; the patterns take ten times as long
            return replaced(text) if any(beginning in lowered for beginning in beginnings) else text
        plain = unicodedata.normalize("NFC", text)
        found = replaced(plain)
        bare, hidden = _bare(plain), replaced(_bare(plain))
        return found if bare == plain or hidden == _bare(found) else hidden

    return without


def _bare(text: str) -> str:
    """Return `text` without invisible characters, and with plain letters for look-alikes such as `Ｒｏｂｉｎ`."""
    return unicodedata.normalize("NFKC", text.translate(_UNSEEN))


def _words(name: str) -> list[str]:
    """Return the words of a name, without titles, and without `van` or `de` beside capitals."""
    words = [word.strip(".,;:()'\"“”„") for word in name.split()]
    named = [word for word in words if word and word.lower() not in _TITLES]
    return [word for word in named if not word[0].islower()] or named


def _parts(name: str, words: list[str]) -> set[str]:
    """Return the whole name and its parts."""
    whole = unicodedata.normalize("NFC", " ".join(name.split()))
    halves = [half for word in words if "-" in word for half in word.split("-")]
    given = [whole[1:], whole[2:]] if len(whole) in (3, 4) and _has_no_capitals(whole) and whole.isalpha() else []
    found = {whole, *(unicodedata.normalize("NFC", word) for word in (*words, *halves))}
    return (found | {part for part in given if len(part) > 1}) - {""}


def _has_no_capitals(text: str) -> bool:
    """Return whether the script of `text` has no capitals; such scripts often have no spaces between words either."""
    return text.lower() == text.upper()


def _pattern(part: str) -> str:
    """Return a pattern for a part of a name. A very short one must be as written or in capitals: “may” is no May."""
    if not part or (len(part) < 2 and part.isascii()):
        return ""
    if _has_no_capitals(part):
        return _any_spelling(part)
    is_short = len(part) <= _SHORT
    spellings = f"{_any_spelling(part)}|{_any_spelling(part.upper())}" if is_short else _any_spelling(part)
    return rf"(?<![^\W_])(?{'' if is_short else 'i'}:{spellings})(?=$|[\W_\d]|[sS]\b)"


def _any_spelling(part: str) -> str:
    return "".join(map(_letter, part))


def _letter(letter: str) -> str:
    if letter in _APOSTROPHES:
        return f"[{_APOSTROPHES}]?"
    if letter.isspace() or letter == "-":
        return _BETWEEN
    spellings = [re.escape(spelling) for spelling in _spellings(letter)]
    return spellings[0] if len(spellings) == 1 else f"(?:{'|'.join(sorted(spellings, key=len, reverse=True))})"


def _spellings(letter: str) -> tuple[str, ...]:
    """Return the spellings of a letter: as it is, without its accent, and as two letters where that is usual (`ue`)."""
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    small = letter.lower()
    others = [*filter(None, (_PLAIN.get(small), _SPELLED_OUT.get(small)))]
    if letter.isupper():
        others = [*map(str.upper, others), *map(str.capitalize, others)]
    return tuple(dict.fromkeys((letter, bare, *others)))


def _initials(letters: list[str]) -> list[str]:
    """Return patterns for all initials, and for the first with the last, with a point after each but the last."""
    every = {tuple(letters), (letters[0], letters[-1])} if len(letters) > 1 else set()
    dotted = (_POINT.join(map(re.escape, some)) for some in sorted(every))
    return [rf"(?<![^\W_])(?:{some})(?:\.|\b)" for some in dotted]


def _dotted(letters: list[str]) -> set[str]:
    """Return what every text that has the initials contains, in small letters."""
    pairs = [*pairwise(letters), (letters[0], letters[-1])] if len(letters) > 1 else []
    return {f"{one}.{gap}{other}".lower() for one, other in pairs for gap in ("", " ")}


def _beginnings(part: str) -> set[str]:
    """Return what a part can begin with in a text of small ASCII letters."""
    choices: list[tuple[str, ...]] = []
    for letter in part[:_LOOKED_AT]:
        if letter.isspace() or letter == "-":
            break
        spellings = ("", *_APOSTROPHES) if letter in _APOSTROPHES else _spellings(letter)
        choices.append(tuple({spelling.lower() for spelling in spellings if spelling.isascii()}))
    return {"".join(some) for some in product(*choices)}
