"""Examples of commands with the questions, segments and people of this agenda, never with invented ones."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from facilitator.domain.facts.event import Author
from facilitator.domain.language.arguments import Argument
from facilitator.domain.language.commands import Command
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.objections import no_right
from facilitator.domain.panel.onlooker import LOOKS_ON

TRIED = 12
"""How many examples of a command are tried until one of them can be carried out."""

NOTHING = "There is nothing to use it on yet."

_OWN_WORDS = "…"
_SAID_BY = "by P"


def example(command: Command, here: Situation) -> str:
    """Return a line for the command as it could be typed here, if possible one that could be carried out.

    Words of one's own are `…`. Where nothing can be named, it is the usage line.
    """
    readable = [line for line in _examples(command, here) if not _misread(command, line, here)]
    doable = (line for line in readable if not _refused(command, line, here))
    return next(doable, readable[0] if readable else command.usage)


def why_not(command: Command, here: Situation) -> str:
    """Return why a command can't be carried out now, whatever is named; empty if it can be, or that isn't known."""
    lines = list(_examples(command, here))
    readable = [line for line in lines if not _misread(command, line, here)]
    if here.session.looks_on:
        return "" if any(_only_shows(command, line, here) for line in readable) else LOOKS_ON
    if not readable:
        could_be_named = all(argument.optional or argument.has_any(here) for argument in command.arguments)
        reason = _misread(command, lines[0], here)
        return "" if could_be_named else NOTHING if _OWN_WORDS in reason else reason
    refused = ""
    for line in readable:
        reason = _refused(command, line, here)
        if not reason:
            return ""
        refused = refused or reason
    return refused


def lacks_right(command: Command, here: Situation) -> bool:
    """Whether a device of a panel has no right to a command, whatever is named."""
    lines = [line for line in _examples(command, here) if not _misread(command, line, here)]
    anywhere = replace(here, device="")
    doable = [line for line in lines if not _refused(command, line, anywhere)]
    return bool(doable) and all(_refused(command, line, here) for line in doable)


def _examples(command: Command, here: Situation) -> Iterator[str]:
    """Yield lines of the command, each with other things that could be named; at least one."""
    offered = [_words(argument, here) for argument in command.arguments]
    for place in range(max([1, *map(len, offered)])):
        words = (texts[(place + at) % len(texts)] for at, texts in enumerate(offered) if texts)
        yield " ".join((f"/{command.name}", *words))


def _words(argument: Argument, here: Situation) -> list[str]:
    """Return what could be typed for an argument. What can be left out is, but for who did it."""
    if argument.optional and _SAID_BY not in argument.shown:
        return []
    offered = [choice.text for choice in islice(argument.choices(here), TRIED)]
    if argument.optional:
        return offered
    shown = argument.shown.partition("[")[0].partition("|")[0].split()
    own = " ".join(_OWN_WORDS if word.isupper() else word for word in shown)
    return [*offered, *([own] if not offered or _OWN_WORDS not in own else [])]


def _misread(command: Command, line: str, here: Situation) -> str:
    """Return why a line can't be read; empty if it can."""
    try:
        _values(command, line, here)
    except Refusal as refusal:
        return str(refusal)
    return ""


def _refused(command: Command, line: str, here: Situation) -> str:
    """Return why a line that can be read can't be carried out; empty if it can."""
    try:
        decision = command.decide(here, *_values(command, line, here))
    except Refusal as refusal:
        return str(refusal)
    return no_right(decision.facts, here.session, Author(here.recorder or here.author, here.device))


def _only_shows(command: Command, line: str, here: Situation) -> bool:
    """Whether a line that can be read does what somebody who looks on may do."""
    try:
        return command.decide(here, *_values(command, line, here)).only_shows
    except Refusal:
        return False


def _values(command: Command, line: str, here: Situation) -> list[object]:
    """Return the arguments in a line. Raises Refusal."""
    words = Words(line.partition(" ")[2])
    values = [argument.read(words, here) for argument in command.arguments]
    if words.peek():
        raise Refusal(command.usage)
    return values
