"""The decision that helps: with everything, or with one command."""

from collections.abc import Iterator

from facilitator.domain.language.arguments import Argument, Choice
from facilitator.domain.language.commands import COMMANDS, Command, command, shown_commands
from facilitator.domain.language.decision import Decision, Effect, Refusal, Situation
from facilitator.domain.language.decisions.undo import SESSION
from facilitator.domain.language.guidance.examples import example
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.text.plain_text import comparable, excerpt


def _read(words: Words, here: Situation) -> tuple[Command, ...]:
    """Read the name of a command, its beginning, or words of what commands do. Nothing means no command."""
    wanted = comparable(words.take_rest()).removeprefix("/")
    if not wanted:
        return ()
    if wanted in COMMANDS:
        return (COMMANDS[wanted],)
    begun = tuple(one for one in shown_commands() if one.name.startswith(wanted))
    found = begun or tuple(one for one in shown_commands() if wanted in comparable(f"{one.usage} {one.help}"))
    if not found:
        raise Refusal(f"No command has “{excerpt(wanted)}”: /help lists them all.")
    return found


def _choices(here: Situation) -> Iterator[Choice]:
    return (Choice(one.name, one.help) for one in shown_commands())


WHICH = Argument("[COMMAND]", _read, _choices, optional=True)


@command("help", WHICH, heading=SESSION)
def help_with(here: Situation, commands: tuple[Command, ...]) -> Decision:
    """Show all that can be done, or how one command is used, by its name or a word of what it does."""
    if not commands:
        return Decision((), effect=Effect.HELP)
    if len(commands) > 1:
        return Decision((), f"{', '.join(f'/{one.name}' for one in commands)}: /help {commands[0].name} tells more.")
    [found] = commands
    such = example(found, here)
    shown = "" if such in (found.usage, f"/{found.name}") else f" Such as {such}"
    return Decision((), f"{found.usage}: {found.help}{shown}")
