"""Names of people: when two of them, however they were written, are one person's, or nearly so.

Separate from the folding of any text (`comparable`), on which this stands: titles, pronouns and initials don't count,
nor does the order (“Ng, Ana”), a short form stands for its name, and “A & B” are two people.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from facilitator.domain.text.plain_text import comparable, one_line

_TITLES = """
dr dra doctor prof professor mr mister mrs ms miss mx sir dame lord lady rev reverend
herr herrn frau fraulein dipl mme mlle monsieur madame mademoiselle maitre
sr sra srta senor senora senorita signor signora signorina dott dottssa
dhr mevr mevrouw meneer drs fru frk jr junior senior ii iii iv phd mba esq msc bsc dphil
"""
_PRONOUNS = """
she her hers he him his they them theirs ze hir xe xem it its
sie ihr er ihm ihn elle lui il iel ella ello el hij hem zij haar die hun
"""

TITLES = frozenset(_TITLES.split())
"""Words before or behind a name that are no part of it, as `comparable` writes them; none is a name as well."""

PRONOUNS = frozenset(_PRONOUNS.split())
"""What may stand behind a name in brackets, or with a stroke: she/her."""

_AND = frozenset({"&", "and", "und", "et", "y", "e", "en", "och", "og"})
_PUNCTUATION = ".,;:()[]'\"“”„‘’«»"
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_SEPARATORS = str.maketrans({"&": " & ", "+": " & ", ";": " & ", "/": " & ", ",": " , ", "-": " ", "‐": " "})
_QUOTES = '("“„«['
_CALLED = re.compile(r"\w [(“„«\"]([^()“”„«»\"]{1,40})[)”“»\"] \w")
"""A name in the middle of another one, in brackets or quotation marks."""
_SHORT, _LONG = 4, 8
_MOST_WORDS = 6
_MOST_LETTERS = 200


class PersonName(Struct, frozen=True):
    """A name as words to compare, the family name last as far as can be told; `called` are other given names.

    What is only an initial is not among them, unless there is nothing else.
    """

    words: tuple[str, ...]
    called: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words, and the words with each other given name instead of the first."""
        return (self.words, *((called, *self.words[1:]) for called in self.called if len(self.words) > 1))


def people(written: str) -> tuple[PersonName, ...]:
    """Return whom a name names: of “Ana & Bo Ng”, Ana Ng and Bo Ng; nobody if there is no word in it."""
    groups = [found for group in _groups(_without_pronouns(written)) for found in _ordered(group)]
    named = [name for group in groups if (name := _name(group)).words]
    family = next((name.words[-1] for name in reversed(named) if len(name.words) > 1), "")
    return tuple(
        PersonName((*name.words, family), name.called) if family and len(name.words) == 1 else name for name in named
    )


def addressed(written: str) -> str:
    """Return by which name to address somebody: what they are called (`Robin (Rob) Reyes`), else all that is written.

    Whether a given name stands first or last can't be told from a name, so none is picked out of it.
    """
    called = _CALLED.search(one_line(written)[:_MOST_LETTERS])
    return called[1].strip() if called and not PRONOUNS.issuperset(comparable(called[1]).split("/")) else written


def is_same(one: PersonName, other: PersonName) -> bool:
    """Return whether both are one name: the same words in any order, or short forms of them."""
    return any(
        len(ours) == len(theirs) and _fits(ours, theirs, _is_form_of)
        for ours in one.spellings
        for theirs in other.spellings
    )


def is_one_person(written: str, other: str) -> bool:
    """Return whether two names, as somebody wrote them, have a person in common."""
    return any(is_same(one, another) for one in people(written) for another in people(other))


def is_near(one: PersonName, other: PersonName) -> bool:
    """Return whether they could be one person's: a word is missing or a letter or two are wrong, or a space."""
    for ours in one.spellings:
        for theirs in other.spellings:
            shorter, longer = sorted((ours, theirs), key=len)
            if _fits(shorter, longer, is_near_word) or is_near_word("".join(ours), "".join(theirs)):
                return True
    return False


@lru_cache(maxsize=1 << 16)
def is_near_word(one: str, other: str) -> bool:
    """Return whether two words are the same but for a letter, from eight letters on two; of the shortest, none."""
    if _is_form_of(one, other):
        return True
    length = max(len(one), len(other))
    most = 0 if length < _SHORT else 1 if length < _LONG else 2
    return most > 0 and distance(one, other, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be added, taken away, changed or swapped with the next to make one the other.

    More than `most` is `most + 1`. Optimal string alignment; see Damerau, “A technique for computer detection and
    correction of spelling errors”, 1964.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row, earlier = row, [number], before
        for place, theirs in enumerate(other, 1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != theirs))
            if number > 1 and place > 1 and letter == other[place - 2] and one[number - 2] == theirs:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _fits(shorter: tuple[str, ...], longer: tuple[str, ...], is_one: Callable[[str, str], bool]) -> bool:
    """Return whether each word of one name has a word of its own in the other."""
    if not shorter:
        return True
    first, rest = shorter[0], shorter[1:]
    return any(
        is_one(first, word) and _fits(rest, longer[:place] + longer[place + 1 :], is_one)
        for place, word in enumerate(longer)
    )


@cache
def _forms() -> dict[str, tuple[int, ...]]:
    """Return for each name the numbers of the lines of the table that it is in."""
    from facilitator.domain.text.nicknames import NICKNAMES  # only whoever looks for people needs it

    forms: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(NICKNAMES):
        for name in line:
            forms[name] = (*forms.get(name, ()), number)
    return forms


def _is_form_of(one: str, other: str) -> bool:
    return one == other or not set(_forms().get(one, ())).isdisjoint(_forms().get(other, ()))


def _without_pronouns(written: str) -> Iterator[str]:
    """Yield what stands in a name between blanks, without “(they/them)”."""
    for part in comparable(one_line(written)[:_MOST_LETTERS]).split():
        words = part.strip(_PUNCTUATION).split("/")
        if not (PRONOUNS.issuperset(words) and (len(words) > 1 or part[0] in "([")):
            yield part


def _groups(parts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each person, with commas as words."""
    group: list[str] = []
    for word in " ".join(parts).translate(_SEPARATORS).split():
        if word in _AND and (group or word == "&"):
            yield group
            group = []
        else:
            group.append(word)
    yield group


def _ordered(group: list[str]) -> Iterator[list[str]]:
    """Yield the words of each person in a group, the given name first: “Ng, Ana” is one, “Ana Ng, Bo Ek” are two."""
    parts: list[list[str]] = [[]]
    for word in group:
        if word == ",":
            parts.append([])
        else:
            parts[-1].append(word)
    named = [part for part in parts if any(word.strip(_PUNCTUATION) not in TITLES for word in part)] or parts
    if len(named) > 1 and all(len(part) > 1 for part in named):
        yield from named
    else:
        yield [word for part in reversed(named) for word in part]


def _name(group: list[str]) -> PersonName:
    words: list[str] = []
    called: list[str] = []
    for written in group:
        word = written.strip(_PUNCTUATION).translate(_APOSTROPHES)
        if word:
            (called if written[0] in _QUOTES else words).append(word)
    whole = [word for word in words if len(word) > 1 or not word.isascii()] or words
    named = [word for word in whole if word not in TITLES] or whole or called
    return PersonName(tuple(named[:_MOST_WORDS]), tuple(called[:_MOST_WORDS]))
