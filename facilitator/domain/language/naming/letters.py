"""Letters for the choices of a list: numbers already mean segments and questions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from string import ascii_lowercase
from typing import TypeVar

from facilitator.domain.text.plain_text import comparable

AChoice = TypeVar("AChoice")


def lettered(choices: Iterable[AChoice]) -> Iterator[tuple[str, AChoice]]:
    """Yield each choice with its letter, from `a`; behind `z` there is none."""
    return zip(chain(ascii_lowercase, repeat("")), choices, strict=False)


def by_letter(word: str, choices: Sequence[AChoice]) -> AChoice | None:
    """Return the choice whose letter is `word`, in any case; None if that is no letter, or stands for nothing."""
    wanted = comparable(word)
    return next((choice for letter, choice in lettered(choices) if letter and letter == wanted), None)


def is_letter(word: str) -> bool:
    """Whether a word could be the letter of a choice."""
    return len(word) == 1 and comparable(word) in ascii_lowercase
