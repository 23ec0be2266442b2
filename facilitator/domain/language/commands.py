"""The one command language: a line of text becomes a decision.

The note line, the keys, the palette and a rehearsal script all speak it. A command is declared once,
by `@command` on the decision behind it (in `decisions`): its name, arguments and key stand there,
its help is the first line of the docstring.
"""

from collections.abc import Callable
from difflib import get_close_matches

from msgspec import Struct

from facilitator.domain.language.arguments import Argument
from facilitator.domain.language.decision import Decision, Refusal

Decide = Callable[..., Decision]
Confirm = Callable[..., str]
"""What speaks for a second look before a command is done; empty when nothing does. Takes what `decide` takes."""


def _needs_no_second_look(*args: object) -> str:
    return ""


class Command(Struct, frozen=True):
    """`key` runs it in single-key mode; `heading` is the part of the help that it stands under."""

    name: str
    arguments: tuple[Argument, ...]
    help: str
    heading: str
    key: str | None
    decide: Decide
    confirm: Confirm = _needs_no_second_look

    @property
    def usage(self) -> str:
        """`/cover Q [by P]`."""
        return " ".join(("/" + self.name, *(argument.shown for argument in self.arguments)))

    @property
    def needs_words(self) -> bool:
        return not all(argument.optional for argument in self.arguments)


COMMANDS: dict[str, Command] = {}
"""Every command by name."""

HEADINGS = ("The clock", "Questions", "Their questions", "Ratings", "Notes", "The session", "The debrief")
"""The order in which commands are shown wherever they are listed; other headings follow."""


def by_heading() -> dict[str, list[Command]]:
    """The commands as they are shown: by heading, and under each in the order of their declaration."""
    parts: dict[str, list[Command]] = {heading: [] for heading in HEADINGS}
    for command in COMMANDS.values():
        parts.setdefault(command.heading, []).append(command)
    return {heading: commands for heading, commands in parts.items() if commands}


def shown_commands() -> list[Command]:
    """All commands, in the order in which they are shown."""
    return [command for commands in by_heading().values() for command in commands]


def command(
    name: str,
    *arguments: Argument,
    heading: str,
    key: str | None = None,
    confirm: Confirm = _needs_no_second_look,
) -> Callable[[Decide], Decide]:
    """Declare a decision as the command `/name`. Its parameters: the situation, then one per argument."""

    def declare(decide: Decide) -> Decide:
        if name in COMMANDS:
            raise ValueError(f"/{name} is declared twice")
        help_line = (decide.__doc__ or "").strip().partition("\n")[0]
        COMMANDS[name] = Command(name, arguments, help_line, heading, key, decide, confirm)
        return decide

    return declare


def find_command(word: str) -> Command:
    """The command that `word` names: case doesn't matter, an unambiguous beginning is enough."""
    wanted = word.lower()
    if wanted in COMMANDS:
        return COMMANDS[wanted]
    begins = [name for name in COMMANDS if name.startswith(wanted)] if wanted else []
    if len(begins) == 1:
        return COMMANDS[begins[0]]
    if begins:
        raise Refusal(f"/{word} could be {', '.join('/' + name for name in begins)}.")
    raise Refusal(f"There is no command /{word}." + _nearest(wanted))


def _nearest(word: str) -> str:
    near = get_close_matches(word, COMMANDS, 1)
    return f" Did you mean /{near[0]}?" if near else ""
