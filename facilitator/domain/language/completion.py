"""Completions for a line that is being typed: commands and their arguments, competencies, panelists, questions.

The words come from the command registry and the agenda; nothing here knows a command by name.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from facilitator.domain.language.arguments import Choice, Words
from facilitator.domain.language.commands import Command, find_command, shown_commands
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.language.decisions.meeting import DEBRIEF
from facilitator.domain.session.state import Session

MOST = 9
"""How many completions are offered at most."""

_TAG = re.compile(r"(?:^|(?<=\s))([#@][\w-]*|q\d{0,4})$")


class Completion(Struct, frozen=True):
    """A completion. `text` replaces what is between `start` (an index into the line) and the cursor."""

    start: int
    text: str
    meaning: str


def completions(typed: str, session: Session, now: int, author: str) -> list[Completion]:
    """Return what could complete `typed`, the line up to the cursor; empty if it is complete or free text."""
    if typed.startswith("/") and not typed.startswith("//"):
        found = _command_completions(typed, session, now, author)
    else:
        found = _tag_completions(typed, session)
    return list(islice(found, MOST))


def _tag_completions(typed: str, session: Session) -> Iterator[Completion]:
    plan = session.plan
    match = _TAG.search(typed)
    if match is None:
        return
    word = match[1].lower()
    if word.startswith("q"):
        if len(word) > 1:
            yield from (
                Completion(match.start(1), f"q{question.number}", question.ask)
                for question in plan.questions
                if f"q{question.number}".startswith(word) and f"q{question.number}" != word
            )
        return
    names = {item.id: item.name for item in plan.competencies}
    if word[0] == "@":
        names = {item.id: session.panelist_name(item.id) for item in plan.panel}
    for known, name in names.items():
        if _fits(word[1:], known, name):
            yield Completion(match.start(1), word[0] + known, name)


def _fits(begun: str, name: str, meaning: str) -> bool:
    """Whether the name, or a word of its meaning, begins with `begun`, which isn't yet the name itself."""
    if begun == name.lower():
        return False
    return name.lower().startswith(begun) or any(word.startswith(begun) for word in meaning.lower().split())


def _command_completions(typed: str, session: Session, now: int, author: str) -> Iterator[Completion]:
    word, space, rest = typed[1:].partition(" ")
    if not space:
        begun = [one for one in shown_commands() if one.name.startswith(word.lower()) and one.name != word.lower()]
        begun.sort(key=lambda one: (_is_over_for(one, session), not is_possible(one, session, now)))
        for command in begun:
            yield Completion(0, "/" + command.name, command.help)
        return
    try:
        command = find_command(word)
    except Refusal:
        return
    here = Situation(session, now, author, now)
    for start, choice in _argument_choices(command, rest, here):
        yield Completion(len(typed) - len(rest) + start, choice.text, choice.meaning)


def _is_over_for(command: Command, session: Session) -> bool:
    """Whether the interview has ended and the command doesn't belong to the meeting after it."""
    return session.ended_at is not None and command.heading != DEBRIEF


def _argument_choices(command: Command, rest: str, here: Situation) -> Iterator[tuple[int, Choice]]:
    """Yield the choices for the argument that is being typed, with its start in `rest`."""
    tail = rest.lstrip()
    for argument in command.arguments:
        begun = tail.lower()
        for choice in argument.choices(here):
            name = choice.text.lower()
            if begun != name and any(word.startswith(begun) for word in (name, name.removeprefix("q"), choice.also)):
                yield len(rest) - len(tail), choice
        words = Words(tail)
        try:
            argument.read(words, here)
        except Refusal:
            return
        left = words.take_rest()
        if tail and not left and not tail.endswith(" "):
            return
        tail = left
