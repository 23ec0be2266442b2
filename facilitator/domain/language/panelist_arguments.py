"""The arguments of commands about people: who writes, who came, who sits in for whom.

Separate from the other arguments because they depend on who is in the room.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.language.arguments import Argument, Choice, Words, find_panelist, find_question
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.text.plain_text import comparable, excerpt, one_line, slug

LONGEST_NAME = 80

_NAME_AND_ROLE = re.compile(r"(.+?)\s*(?:\((.*)\)|,\s*(.*))?")
_NOT_IN_AN_ID = re.compile(r"[^\w-]")
_LIKE_A_NUMBER = re.compile(r"[nq]?\d+")


class Person(Struct, frozen=True):
    """Somebody who was named: on the panel already (`known`), or new to it."""

    id: str
    name: str
    role: str = ""
    known: Panelist | None = None


def who_is_there(panelist: Panelist, here: Situation) -> Panelist:
    """Return the panelist. Raises Refusal if they aren't in the room."""
    if panelist.id in here.plan.absent:
        raise Refusal(f"{here.name_of(panelist)} is absent. If they are here now: /arrived {panelist.id}")
    return panelist


def find_person(text: str, here: Situation) -> Person:
    """Return whom a text names: a panelist by id or name, else somebody new, with their role after a comma.

    With another role than somebody of the same name who is there, it is a namesake. Raises Refusal for no name, and for
    one that is too long.
    """
    written = one_line(text)
    parts = _NAME_AND_ROLE.fullmatch(written)
    if parts is None:
        raise Refusal("Who? Write a name, and a role if you like: /arrived Dana Roth, CFO")
    name, role = parts[1], (parts[2] or parts[3] or "").strip()
    if len(written) > LONGEST_NAME:
        raise Refusal(f"“{excerpt(written)}” is too long for a name: at most {LONGEST_NAME} letters.")
    known = _known(name, here)
    is_namesake = known is not None and role not in ("", known.role) and known.id not in here.plan.absent
    if known is not None and not is_namesake:
        return Person(known.id, known.name, known.role, known)
    return Person(_id_for(name, here), name, role)


def _known(name: str, here: Situation) -> Panelist | None:
    """Return the panelist of this id or name; of those who are absent also the only one whose id begins like that."""
    wanted = comparable(name.removeprefix("@"))
    for panelist in here.plan.panel:
        if wanted in (comparable(panelist.id), comparable(panelist.name)):
            return panelist
    begins = [one for one in here.plan.panel if one.id in here.plan.absent and comparable(one.id).startswith(wanted)]
    return begins[0] if len(begins) == 1 else None


def _id_for(name: str, here: Situation) -> str:
    """Return an id made from a name that nobody has: `dana`, else `dana-roth`, else `dana-2`."""
    words = [slug(word) or _NOT_IN_AN_ID.sub("", word.casefold())[:40] for word in name.split()]
    words = [word for word in words if word and not _LIKE_A_NUMBER.fullmatch(word)] or ["guest"]
    taken = {comparable(panelist.id) for panelist in here.plan.panel}
    numbered = (f"{words[0]}-{number}" for number in range(2, len(taken) + 3))
    return next(made for made in (words[0], "-".join(words)[:40], *numbered) if comparable(made) not in taken)


def _read_person(words: Words, here: Situation) -> Person:
    return find_person(words.take_rest(), here)


def _read_present(words: Words, here: Situation) -> Panelist:
    return find_panelist(words.take(), here)


def _read_for(words: Words, here: Situation) -> tuple[Person, Panelist]:
    """Read `P for Q`, where P may be a panelist or a new name."""
    name, found, absent = words.take_rest().rpartition(" for ")
    if not found:
        raise Refusal("Who sits in for whom? For example: /standin Dana Roth for cfo")
    return find_person(name, here), find_panelist(absent.strip(), here)


def _read_writer(words: Words, here: Situation) -> Panelist:
    """Read who writes from now on. A question's number is refused: somebody meant `/ask`."""
    word = words.take()
    try:
        return who_is_there(find_panelist(word, here), here)
    except Refusal:
        if not _LIKE_A_NUMBER.fullmatch(comparable(word)):
            raise
    raise Refusal(f"/ask {find_question(word, here).number}? /as says who writes: /as {here.plan.lead.id}")


def choices_of_those_there(here: Situation) -> Iterable[Choice]:
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in here.plan.present)


def _absent(here: Situation) -> Iterable[Choice]:
    missing = (panelist for panelist in here.plan.panel if panelist.id in here.plan.absent)
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in missing)


WRITER = Argument("P", _read_writer, choices_of_those_there)
PRESENT = Argument("P", _read_present, choices_of_those_there)
ARRIVAL = Argument("NAME[, ROLE]", _read_person, _absent)
STAND_IN = Argument("P for Q", _read_for)
