"""The one command language: a line of text becomes a decision.

The note line, the keys, the palette and rehearsal scripts all use it. A command is declared once, by `@command` on
the decision behind it (in `decisions`), which gives its name, arguments and key; its help is the first line of the
docstring.
"""

from collections.abc import Callable
from difflib import get_close_matches

from msgspec import Struct

from facilitator.domain.language.arguments import Argument
from facilitator.domain.language.decision import Decision, Refusal

Decide = Callable[..., Decision]
Confirm = Callable[..., str]
"""Takes what `decide` takes; returns why to look again before the command is carried out, or an empty text."""


def _needs_no_second_look(*args: object) -> str:
    return ""


class Command(Struct, frozen=True):
    """A command. `key` runs it in single-key mode; `heading` is the part of the help that it is listed under."""

    name: str
    arguments: tuple[Argument, ...]
    help: str
    heading: str
    key: str | None
    decide: Decide
    confirm: Confirm = _needs_no_second_look

    @property
    def usage(self) -> str:
        """The usage line, such as `/cover Q [by P]`."""
        return " ".join(("/" + self.name, *(argument.shown for argument in self.arguments)))

    @property
    def needs_words(self) -> bool:
        return not all(argument.optional for argument in self.arguments)


COMMANDS: dict[str, Command] = {}
"""All commands by name."""

HEADINGS = ("The clock", "Questions", "Their questions", "Ratings", "Notes", "The panel", "The session", "The debrief")
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
    confirm: Confirm = _needs_no_second_look,
) -> Callable[[Decide], Decide]:
    """Declare a decision as the command `/name`. It takes the situation, and then one parameter per argument.

    Raises ValueError if the name is taken.
    """

    def declare(decide: Decide) -> Decide:
        if name in COMMANDS:
            raise ValueError(f"/{name} is declared twice")
        help_line = (decide.__doc__ or "").strip().partition("\n")[0]
        COMMANDS[name] = Command(name, arguments, help_line, heading, key, decide, confirm)
        return decide

    return declare


def find_command(word: str) -> Command:
    """Return the command that `word` names, in any case; an unambiguous beginning is enough. Raises Refusal."""
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
