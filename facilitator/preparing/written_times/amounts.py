"""Read a text that is a length and nothing else: `ca. 10 min`, `1h30`, `3-5 min each`, `10'`, `20 %`, `PT5M`.

Separate from `written_time`, which finds such a text inside a longer one. Units and words come from the lexicon.
"""

import re
from functools import cache, lru_cache

from msgspec import Struct

from facilitator.domain.text.durations import parse_duration
from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.words.lexicon import said_seconds, unit_seconds, words_of

LONGEST_AMOUNT = 60
"""A longer text is no length."""
LONGEST_AMOUNT_SECONDS = 72 * 3600
LONGEST_LOOKED_AT = 400
"""How far into a text a length in words is looked for."""
_NUMBER = r"(?:(?:\d{1,2} )?[123][/⁄][234]|\d{1,4}(?:[.,]\d{1,2})?)"
_FRACTION = re.compile(r"(?<=\d)(?=[¼½¾⅓⅔])")
"""Before a fraction that is one character, which would otherwise run together with the number before it."""
_DIGIT = re.compile(r"[0-9]")
_COLONS = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_BARE = re.compile(r"\d{1,7}(?:[.,]\d{1,17})?", re.ASCII)
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?%", re.ASCII)
_MOST_HOURS_BY_COLON = 4


class Amount(Struct, frozen=True):
    """A length in seconds; of a range the upper end, with the lower one in `least_seconds`.

    `each`: it counts for each person or question. `share` is a part of the whole (0 to 1) instead of a length.
    `guess` says what was assumed about it.
    """

    seconds: int | None = None
    least_seconds: int | None = None
    each: bool = False
    share: float | None = None
    guess: str = ""


def may_have_time(text: str) -> bool:
    """Whether there is a digit in a text, or a length in words: without either there is no time in it."""
    if _DIGIT.search(text) or (not text.isascii() and any(character.isdigit() for character in text)):
        return True
    return _said().search(comparable(text[:LONGEST_LOOKED_AT])) is not None


def amount(text: str) -> Amount | None:
    """Return the length that `text` is; None if it is anything else. A bare number is none."""
    return _amount(text, "")


def amount_in_cell(text: str, unit: str = "") -> Amount | None:
    """Return the length in the cell of a column of lengths: also `0:30`, and bare numbers, as `unit` (else minutes)."""
    return _amount(text, unit or "min")


def _amount(text: str, unit: str) -> Amount | None:
    return _short_amount(text, unit) if len(text) <= LONGEST_AMOUNT else None


@lru_cache(maxsize=512)
def _short_amount(text: str, unit: str) -> Amount | None:
    """Return the same for a text that is asked about several times, as the lengths in a column are."""
    bare, is_each = _without_words(comparable(_FRACTION.sub(" ", one_line(text))))
    if match := _SHARE.fullmatch(bare):
        share = _decimal(match[1]) / 100
        return Amount(share=share) if 0 < share <= 1 else None
    if said := said_seconds().get(bare):
        return Amount(said, each=is_each)
    if found := _range(bare) or _sum(bare) or _iso(bare):
        seconds, least_seconds = found
        return Amount(seconds, least_seconds, is_each)
    if unit and (match := _COLONS.fullmatch(bare)):
        return _by_colons(match, is_each)
    if unit and _BARE.fullmatch(bare):
        whole = round(_decimal(bare) * (86400 if unit == "days" else unit_seconds().get(comparable(unit), 60)))
        return Amount(whole, each=is_each) if 0 < whole <= LONGEST_AMOUNT_SECONDS else None
    return None


def _without_words(text: str) -> tuple[str, bool]:
    """Return text without what may stand around an amount, and whether that says it counts for each."""
    is_each, changed = False, True
    text = text.strip(" .:*_")
    about, each, behind = words_of("about"), words_of("each"), words_of("behind")
    while changed and text:
        changed = False
        for word in about if text.startswith(about) else ():
            if text.startswith(word) and (not word[-1].isalnum() or not text[len(word) :][:1].isalpha()):
                text, changed = text[len(word) :].strip(" :.*_"), True
        for words in (each, behind):
            for word in words if text.endswith(words) else ():
                if text.endswith(word) and (not word[0].isalnum() or not text[: -len(word)][-1:].isalpha()):
                    text, changed, is_each = text[: -len(word)].strip(" ,:*_"), True, is_each or words is each
        for word in each if text.startswith(each) else ():
            if text.startswith(word + " "):
                text, changed, is_each = text[len(word) :].strip(), True, True
    return text, is_each


def _range(text: str) -> tuple[int, int] | None:
    match = _patterns()[0].fullmatch(text)
    if not match:
        return None
    unit = unit_seconds()[match["unit"]]
    first = unit_seconds()[match["first_unit"]] if match["first_unit"] else unit
    least, most = _decimal(match["least"]) * first, _decimal(match["most"]) * unit
    return (round(most), round(least)) if 0 <= least <= most <= LONGEST_AMOUNT_SECONDS and most else None


def _sum(text: str) -> tuple[int, None] | None:
    match = _patterns()[1].fullmatch(text)
    if not match:
        return None
    units = unit_seconds()
    seconds = _decimal(match["one"]) * units[match["unit"]]
    if match["more"]:
        smaller = units[match["more_unit"]] if match["more_unit"] else units[match["unit"]] / 60
        seconds += _decimal(match["more"]) * smaller
    return (round(seconds), None) if 0 < round(seconds) <= LONGEST_AMOUNT_SECONDS else None


def _iso(text: str) -> tuple[int, None] | None:
    try:
        return (parse_duration(text), None) if text.startswith("pt") else None
    except ValueError:
        return None


def _by_colons(match: re.Match[str], is_each: bool) -> Amount | None:
    first, second = int(match[1]), int(match[2])
    if match[3]:
        seconds, guess = first * 3600 + second * 60 + int(match[3]), ""
    elif first <= _MOST_HOURS_BY_COLON:
        seconds, guess = first * 3600 + second * 60, f"{match[0]} read as hours and minutes"
    else:
        seconds, guess = first * 60 + second, f"{match[0]} read as minutes and seconds"
    return Amount(seconds, each=is_each, guess=guess) if 0 < seconds <= LONGEST_AMOUNT_SECONDS else None


@cache
def _said() -> re.Pattern[str]:
    """Return the pattern of all lengths that are said in words."""
    return re.compile("|".join(map(re.escape, said_seconds())))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a range and of a sum. They are made from short words and match short texts only."""
    unit = "|".join(map(re.escape, unit_seconds()))
    between = "|".join(map(re.escape, words_of("range")))
    least = rf"(?P<least>{_NUMBER}) ?(?P<first_unit>{unit})?\.?"
    most = rf"(?P<most>{_NUMBER})[ -]?(?P<unit>{unit})\.?"
    one = rf"(?P<one>{_NUMBER})[ -]?(?P<unit>{unit})\.?"
    more = rf"(?P<more>\d{{1,2}}) ?(?P<more_unit>{unit})?\.?"
    together = re.compile(rf"{one}(?: ?(?:and|und|et|y|e|en|и|,)? ?{more})?")
    return re.compile(rf"{least} ?(?:{between}) ?{most}"), together


def _decimal(text: str) -> float:
    """Return the number that is written: `10`, `1,5`, `1/4` or `1 1/2`."""
    whole, _, part = text.replace("⁄", "/").rpartition(" ")
    above, slash, below = part.partition("/")
    number = int(above) / int(below) if slash else float(part.replace(",", "."))
    return number + (int(whole) if whole else 0)
