"""The one command language: a line of text becomes a decision.

The note line, the keys, the palette and rehearsal scripts all use it. A command is declared once, by `@command` on
the decision behind it (in `decisions`), which gives its name, arguments and key; its help is the first line of the
docstring.
"""

from collections.abc import Callable

from msgspec import Struct

from facilitator.domain.language.arguments import Argument
from facilitator.domain.language.decision import Decision

Decide = Callable[..., Decision]
Confirm = Callable[..., str]
"""Takes what `decide` takes; returns why to look again before the command is carried out, or an empty text."""

Foresee = Callable[..., str]
"""Takes what `decide` takes; returns what would come of it, in a few words that follow “Enter”, or an empty text."""


def _says_nothing(*args: object) -> str:
    return ""


class Command(Struct, frozen=True):
    """A command. `key` runs it in single-key mode; `heading` is the part of the help that it is listed under.

    `short` are the short forms that people have learnt. Once declared they stay, whatever is added later.
    """

    name: str
    arguments: tuple[Argument, ...]
    help: str
    heading: str
    key: str | None
    decide: Decide
    confirm: Confirm = _says_nothing
    foresee: Foresee = _says_nothing
    short: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """The usage line, such as `/cover Q [by P]`."""
        return " ".join(("/" + self.name, *(argument.shown for argument in self.arguments)))

    @property
    def needs_words(self) -> bool:
        return not all(argument.optional for argument in self.arguments)


COMMANDS: dict[str, Command] = {}
"""All commands by name."""

HEADINGS = (
    "The clock",
    "The plan",
    "Questions",
    "Their questions",
    "Ratings",
    "Notes",
    "The panel",
    "The session",
    "The debrief",
)
"""The order of the headings wherever commands are listed; other headings follow."""


def by_heading() -> dict[str, list[Command]]:
    """Return the commands as they are listed: by heading, and under each in the order of declaration."""
    parts: dict[str, list[Command]] = {heading: [] for heading in HEADINGS}
    for command in COMMANDS.values():
        parts.setdefault(command.heading, []).append(command)
    return {heading: commands for heading, commands in parts.items() if commands}


def shown_commands() -> list[Command]:
    """Return all commands in the order in which they are listed."""
    return [command for commands in by_heading().values() for command in commands]


def command(
    name: str,
    *arguments: Argument,
    heading: str,
    key: str | None = None,
    confirm: Confirm = _says_nothing,
    foresee: Foresee = _says_nothing,
    short: tuple[str, ...] = (),
) -> Callable[[Decide], Decide]:
    """Declare a decision as the command `/name`. It takes the situation, and then one parameter per argument.

    Raises ValueError if the name or a short form is taken.
    """

    def declare(decide: Decide) -> Decide:
        if name in COMMANDS:
            raise ValueError(f"/{name} is declared twice")
        if taken := [word for word in short for known in COMMANDS.values() if word in known.short]:
            raise ValueError(f"/{taken[0]} is short for another command than /{name}")
        help_line = (decide.__doc__ or "").strip().partition("\n")[0]
        COMMANDS[name] = Command(name, arguments, help_line, heading, key, decide, confirm, foresee, short)
        return decide

    return declare
