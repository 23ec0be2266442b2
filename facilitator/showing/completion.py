"""Completions for a line that is being typed: commands and their arguments, competencies, panelists, questions.

The words come from the command registry and the agenda; nothing here knows a command by name.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.commands import Command
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import find_command, meant
from facilitator.domain.language.guidance.examples import why_not
from facilitator.domain.language.guidance.likely import likely_commands
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.who_is_meant import spoken
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import comparable

MOST = 9
"""How many completions are offered at most."""

_TAG = re.compile(r"(?:^|(?<=\s))([#@][\w-]*|q\d{1,4})$")


class Completion(Struct, frozen=True):
    """A completion. `text` replaces what is between `start` (an index into the line) and the cursor.

    `letter` is what could be typed instead, if it is a choice that has one.
    """

    start: int
    text: str
    meaning: str
    letter: str = ""


def completions(typed: str, session: Session, now: int, author: str) -> list[Completion]:
    """Return what could complete `typed`, the line up to the cursor; empty if it is complete or free text."""
    said, here = spoken(typed, Situation(session, now, author, now))
    if said.startswith("/") and not said.startswith("//"):
        found = _command_completions(said, here)
    else:
        found = _tag_completions(said, session)
    before = len(typed) - len(said)
    return [replace(one, start=one.start + before) for one in islice(found, MOST)]


def _tag_completions(typed: str, session: Session) -> Iterator[Completion]:
    plan = session.plan
    match = _TAG.search(typed)
    if match is None:
        return
    sign, begun = match[1][0], comparable(match[1].lstrip("#@"))
    names = {item.id: item.name for item in plan.competencies} if sign == "#" else {}
    if sign == "@":
        names = {item.id: session.panelist_name(item.id) for item in plan.panel}
    names = {known: name for known, name in names.items() if _fits(begun, known, name)}
    if sign != "#" and begun.startswith("q"):  # a bare `q3` files nothing, but may be meant to
        sign = "@"
        asked = {name: question.ask for name, question in plan.question_by_name.items()}
        names |= {known: ask for known, ask in asked.items() if known.startswith(begun)}
    for known, name in names.items():
        if sign + known != match[1]:
            yield Completion(match.start(1), sign + known, name)


def _fits(begun: str, name: str, meaning: str) -> bool:
    """Whether the name, or a word of its meaning, begins with `begun`."""
    return any(word.startswith(begun) for word in (comparable(name), *comparable(meaning).split()))


def _command_completions(typed: str, here: Situation) -> Iterator[Completion]:
    session, now = here.session, here.now
    word, space, rest = typed[1:].partition(" ")
    if not space:
        yield from _names(word, here)
        return
    try:
        command = find_command(word, session, now)
    except Refusal:
        return
    for start, choice in _argument_choices(command, rest, here):
        yield Completion(len(typed) - len(rest) + start, choice.text, choice.meaning, choice.letter)


def _names(begun: str, here: Situation) -> Iterator[Completion]:
    """Yield the commands that begin like this: without a beginning those that are possible, likely ones first.

    Of one that isn't possible now it is said why.
    """
    if not begun:
        found = [(command, "") for command, reason in likely_commands(here) if not reason]
    else:
        named = meant(begun, here.session, here.now)
        found = [(one, why_not(one, here)) for one in named if one.name != comparable(begun)]
    for command, reason in found:
        yield Completion(0, "/" + command.name, f"Not now. {reason}" if reason else command.help)


def _endings(argument: Argument, tail: str, here: Situation) -> Iterator[tuple[int, Choice]]:
    """Yield what could stand at the end of a free text: what was begun with `#`, or with its first word and a space."""
    words = tail.split(" ")
    for begun in (" ".join(words[-2:]), words[-1]):
        if begun != tail and (begun.startswith("#") or " " in begun):
            for choice in argument.ends(here):
                name, wanted = comparable(choice.text), comparable(begun)
                if name != wanted and (name.startswith(wanted) or choice.also.startswith(wanted)):
                    yield len(tail) - len(begun), choice


def _argument_choices(command: Command, rest: str, here: Situation) -> Iterator[tuple[int, Choice]]:
    """Yield the choices for the argument that is being typed, with its start in `rest`."""
    tail = rest.lstrip()
    for argument in command.arguments:
        begun = comparable(tail)
        for choice in argument.choices(here):
            name = comparable(choice.text)
            number = name[1:] if name[:1] in ("q", "t") and name[-1:].isdigit() else name
            if begun != name and any(word.startswith(begun) for word in (name, number, choice.also)):
                yield len(rest) - len(tail), choice
        for start, choice in _endings(argument, tail, here):
            yield len(rest) - len(tail) + start, choice
        words = Words(tail)
        try:
            argument.read(words, here)
        except Refusal:
            return
        left = words.take_rest()
        if tail and not left and not tail.endswith(" "):
            return
        tail = left
