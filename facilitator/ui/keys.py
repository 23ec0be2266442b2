"""From keys to lines: the bindings that the command registry asks for, and the words that a selection gives.

Nothing here knows a command by name: what a command needs stands in its arguments.
"""

from collections.abc import Iterator, Sequence

from textual.binding import Binding

from facilitator.domain.arguments import BY, PANELIST, QUESTION
from facilitator.domain.commands import COMMANDS, Command
from facilitator.domain.decisions import is_possible
from facilitator.domain.session import Session


def command_bindings() -> Iterator[Binding]:
    """A binding per key; commands that share one (pause, resume) stand in one action."""
    by_key: dict[str, list[Command]] = {}
    for command in COMMANDS.values():
        if command.key is not None:
            by_key.setdefault(command.key, []).append(command)
    for key, commands in by_key.items():
        names = " ".join(command.name for command in commands)
        yield Binding(
            key,
            f"run({names!r})",
            " / ".join(command.name for command in commands),
            id=f"command.{commands[0].name}",
            tooltip=" ".join(command.help for command in commands),
            show=False,
        )


def possible(names: str, session: Session, now: int) -> Command:
    """The command among `names` (separated by spaces) that would be done now; the first if none would."""
    commands = [COMMANDS[name] for name in names.split()]
    return next((command for command in commands if is_possible(command, session, now)), commands[0])


def line_from_selection(command: Command, question: int, panelist: str) -> tuple[str, bool]:
    """The line of a command as far as the selection gives it, and whether that is all of it.

    `question` is 0 where none is selected.
    """
    words = ["/" + command.name]
    for argument in command.arguments:
        if argument is QUESTION and question:
            words.append(f"q{question}")
        elif argument is BY:
            words.append(f"by {panelist}")
        elif argument is PANELIST:
            words.append(panelist)
        elif not argument.optional:
            return " ".join(words) + " ", False
    return " ".join(words), True


def useful(session: Session, now: int, question: int) -> Sequence[Command]:
    """The commands that have a key and do something now, the most wanted first."""
    running = session.is_running
    found = []
    for command in COMMANDS.values():
        if command.key is None or not is_possible(command, session, now):
            continue
        if command.needs_words and not running:
            continue
        if command.arguments[:1] == (QUESTION,) and not question:
            continue
        found.append(command)
    return found
