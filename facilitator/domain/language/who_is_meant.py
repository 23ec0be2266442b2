"""Who is meant: in front of a line, by a word of a command, or where nobody is named.

Separate from the other arguments, because it depends on who is in the room, who types, and who was asking. `cfo> text`
is the CFO's, whoever types it.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.language.arguments import (
    PANELIST,
    QUESTION,
    Argument,
    Choice,
    find_panelist,
    find_question,
    read_question,
)
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.plan.agenda import Panelist, Question
from facilitator.domain.questions.hints import question_at_hand
from facilitator.domain.text.nearest import nearest_name
from facilitator.domain.text.plain_text import comparable, excerpt, one_line, slug

LONGEST_NAME = 80

MEANS_SOMETHING_ELSE = {"by", "for", "to", "until", "them", "candidate", "off", "none", "nobody"}
"""Words of commands that nobody is called by who arrives."""

_NOT_IN_AN_ID = re.compile(r"[^\w-]")
_LIKE_A_NUMBER = re.compile(r"[nqt]?\d+")
_TITLE = re.compile(r"\w+\.")
_SAID = re.compile(r"([^\s#@/,>]+)>(?:\s+(.*))?", re.DOTALL)


def spoken(line: str, here: Situation) -> tuple[str, Situation]:
    """Return what somebody says in a line, and the situation in which they say it.

    A word before `>` that names no panelist, or could name several, is part of a note.
    """
    said = _SAID.fullmatch(line)
    speaker = said and _named(said[1], here)
    if not said or not speaker:
        return line, here
    return said[2] or "", replace(here, author=speaker.id, recorder=here.recorder or here.author, named=True)


def misnamed(line: str, here: Situation) -> list[str]:
    """Return a remark on a line that seems to name its author and doesn't; none if it doesn't seem so."""
    said = _SAID.fullmatch(line)
    if said is None or _named(said[1], here):
        return []
    known = list(here.plan.panelist_by_id)
    word = comparable(said[1])
    named = [one.id for one in here.plan.panel if word in comparable(one.name).split()]
    meant = [name for name in known if comparable(name).startswith(word)] or named
    if not meant and (near := nearest_name(word, known)):
        meant = [near]
    return [f"“{excerpt(said[1])}>” names nobody (did you mean {' or '.join(f'{name}>' for name in meant)}?)"] * bool(
        meant
    )


def _named(word: str, here: Situation) -> Panelist | None:
    try:
        return find_panelist(word, here)
    except Refusal:
        return None


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


def _name_and_role(written: str) -> tuple[str, str]:
    """Return the name and the role in `Dana Roth, CFO` or `Dana Roth (CFO)`; a role may be missing."""
    closed = written.endswith(")")
    ends = (place for place, sign in enumerate(written) if place and (sign == "," or (sign == "(" and closed)))
    end = next(ends, len(written))
    role = written[end + 1 : -1] if written[end:].startswith("(") else written[end + 1 :]
    return written[:end].rstrip(), role.strip()


def find_person(text: str, here: Situation) -> Person:
    """Return whom a text names: a panelist by id or name, else somebody new, with their role after a comma.

    With another role than somebody of the same name who is there, it is a namesake. Raises Refusal for no name, and for
    one that is too long.
    """
    written = one_line(text)
    if not written or written[0] in ",(":
        raise Refusal("Who? Write a name, and a role if you like: /arrived Dana Roth, CFO")
    if len(written) > LONGEST_NAME:
        raise Refusal(f"“{excerpt(written)}” is too long for a name: at most {LONGEST_NAME} characters.")
    name, role = _name_and_role(written)
    known = _known(name, here)
    if known is None and not role and comparable(name) == comparable(here.session.candidate):
        other = here.session.agenda.other_side
        raise Refusal(f"{name} is {other}. For somebody else of that name, add a role: /arrived {name}, ROLE")
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
    named = [word for word in name.split() if not _TITLE.fullmatch(word)]
    words = [slug(word) or _NOT_IN_AN_ID.sub("", word.casefold())[:40] for word in named]
    words = [word for word in words if word and not _LIKE_A_NUMBER.fullmatch(word)] or ["guest"]
    taken = {comparable(panelist.id) for panelist in here.plan.panel} | MEANS_SOMETHING_ELSE
    numbered = (f"{words[0]}-{number}" for number in range(2, len(taken) + 3))
    return next(made for made in (words[0], "-".join(words)[:40], *numbered) if comparable(made) not in taken)


def _read_person(words: Words, here: Situation) -> Person:
    return find_person(words.take_rest(), here)


def _find_by_name(text: str, here: Situation) -> Panelist:
    """Return the panelist of this id or whole name. Raises Refusal if there is none."""
    return (text and _known(text, here)) or find_panelist(text, here)


def _read_present(words: Words, here: Situation) -> Panelist:
    return _find_by_name(words.take_rest(), here)


def _read_for(words: Words, here: Situation) -> tuple[Person, Panelist]:
    """Read `P for Q`, where P may be a panelist or a new name."""
    name, found, absent = words.take_rest().rpartition(" for ")
    if not found:
        missing = next(iter(here.plan.absent), here.plan.panel[-1].id)
        raise Refusal(f"Name both, for example: /standin Dana Roth for {missing}")
    return find_person(name, here), _find_by_name(absent.strip(), here)


def _read_writer(words: Words, here: Situation) -> Panelist:
    """Read who writes from now on. A question's number is refused: somebody meant `/ask`."""
    word = words.take_rest()
    try:
        return who_is_there(_find_by_name(word, here), here)
    except Refusal:
        if not _LIKE_A_NUMBER.fullmatch(comparable(word)):
            raise
    raise Refusal(f"/ask {find_question(word, here).number}? /as says who writes: /as {here.plan.lead.id}")


def choices_of_those_there(here: Situation) -> Iterable[Choice]:
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in here.plan.present)


def _absent(here: Situation) -> Iterable[Choice]:
    missing = (panelist for panelist in here.plan.panel if panelist.id in here.plan.absent)
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in missing)


def _read_question_at_hand(words: Words, here: Situation) -> Question:
    """Read a question; without one, the question at hand is meant."""
    if comparable(words.peek()) not in ("", "by"):
        return read_question(words, here)
    at_hand = question_at_hand(here.session, here.now)
    if at_hand is None:
        raise Refusal("Which question? None is at hand: give its number (/cover 3), or /ask 3 first.")
    return at_hand


def _read_marked_by(words: Words, here: Situation) -> Panelist | None:
    """Read `by P` or just `P`; without it, the author if the line names them."""
    if comparable(words.peek()) == "by":
        words.take()
    elif not words.peek():
        return _author_if_named(here)
    return who_is_there(find_panelist(words.take(), here), here)


def _read_marked_by_word(words: Words, here: Situation) -> Panelist | None:
    """Read `by P`; the word is needed because free text may follow."""
    return _read_marked_by(words, here) if comparable(words.peek()) == "by" else _author_if_named(here)


def _author_if_named(here: Situation) -> Panelist | None:
    return who_is_there(here.plan.panelist_by_id[here.author], here) if here.named else None


def _by_those_there(here: Situation) -> Iterable[Choice]:
    return (Choice(f"by {choice.text}", choice.meaning) for choice in choices_of_those_there(here))


def _those_who_ask(here: Situation) -> Iterable[Choice]:
    return (Choice(panelist.id, here.name_of(panelist)) for panelist in here.plan.raters)


WRITER = Argument("P", _read_writer, choices_of_those_there)
PRESENT = Argument("P", _read_present, choices_of_those_there)
ASKER = replace(PANELIST, choices=_those_who_ask)
ARRIVAL = Argument("NAME[, ROLE]", _read_person, _absent)
STAND_IN = Argument("P for Q", _read_for)
AT_HAND = Argument("Q", _read_question_at_hand, QUESTION.choices)
MARKED_BY = Argument("[by P]", _read_marked_by, _by_those_there, optional=True)
MARKED_BY_WORD = Argument("[by P]", _read_marked_by_word, _by_those_there, optional=True)
