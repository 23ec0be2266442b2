"""The commands of `facilitator`, and the only place where the parts are put together.

Heavy modules are imported where they are used, so that `--help` answers at once and only a command that
opens a screen loads one.
"""

from typing import TYPE_CHECKING

import click

from facilitator import __version__
from facilitator.cli.context import PathOnDisk
from facilitator.plain.bounded_input import bound_input

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = {
    "run": ("running", "Run an interview on the live screen."),
    "resume": ("running", "Resume an unfinished interview; its clock has kept running."),
    "demo": ("running", "Watch an hour-long interview in three minutes; any key makes it yours."),
    "host": ("sharing", "Share an interview with the panel's own devices, and run it."),
    "invite": ("sharing", "Invite a panelist to a shared interview."),
    "join": ("sharing", "Join an interview that somebody shares with you."),
    "panel": ("sharing", "See who is on the panel of a shared interview, and who has what."),
    "router": ("panel.routing", "Run a standing router, by which the devices of several panels reach each other."),
    "carry": ("panel.leaving", "Carry a shared interview to another device in a file, on a stick."),
    "remove": ("panel.leaving", "Take somebody off the panel of a shared interview."),
    "agendas": ("agendas", "List the agendas that come with the program."),
    "new": ("writing", "Write an agenda from six answers."),
    "edit": ("writing", "Open an agenda in your editor, and check it when you are done."),
    "import": ("importing", "Read a guide as an agenda: see what each line is taken for, then write it with --out."),
    "check": ("agendas", "Check an agenda, and get advice on it."),
    "brief": ("briefing", "Tell everybody beforehand what they need to know."),
    "ready": ("briefing", "Say that you have read your brief, and what you want from the time."),
    "schema": ("agendas", "Print the JSON Schema of agenda files, for editors."),
    "sessions": ("sessions", "List your interviews, and what is left to do."),
    "reindex": ("sessions", "Rebuild the library of sessions from their journals."),
    "scorecard": ("cards.scorecards", "Write a scorecard on your own; nobody sees it until all are in."),
    "card": ("cards.own_card", "Print your scorecard in the order and words of your applicant tracking system."),
    "unseal": ("cards.scorecards", "Open the scorecards of a session."),
    "amend": ("afterwards", "Add a late note to an interview that has ended."),
    "hold": ("retaining", "Put a session on hold so that it can't be erased, or release it."),
    "erase": ("retaining", "Erase a session, a note of it, or everything about a person, for good."),
    "purge": ("retaining", "Erase the sessions that are past their retention period."),
    "export-all": ("afterwards", "Export everything that is kept about a person."),
    "import-session": ("afterwards", "Import a session from a JSON export or a journal."),
    "debrief": ("debriefing", "Show or export the debrief of a session."),
    "rehearse": ("debriefing", "Play a script as an interview, and show or export its debrief."),
    "completion": ("completion", "Print the completion script for a shell."),
}
"""Every command in the order of the help: the module that declares it, and what it does.

The summaries stand here so that the help needn't load every module; a test compares them with the commands' own.
"""


_FOLDER = PathOnDisk(file_okay=False)  # as text: the first help doesn't need `pathlib`


class _Commands(click.Group):
    """A group that imports the module of a command only when that command is called.

    `--data-dir` may also stand behind the command.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in _COMMANDS:
            return None
        function = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        command = getattr(import_module(f"{__name__}.commands.{_COMMANDS[cmd_name][0]}"), function)
        assert isinstance(command, click.Command)
        if all(parameter.name != "data_dir" for parameter in command.params):
            command.params.append(
                click.Option(["--data-dir"], type=_FOLDER, hidden=True, expose_value=False, callback=_use_data_dir)
            )
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the commands and options that begin like this, each with all that the help says of it."""
        from click.shell_completion import CompletionItem

        begun = [(name, summary) for name, (_, summary) in _COMMANDS.items() if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(name, help=summary) for name, summary in begun), *options]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as complaint:
            from facilitator.domain.text.nearest import did_you_mean, nearest_names

            hint = did_you_mean(f"'{name}'" for name in nearest_names(args[0], _COMMANDS))
            raise click.UsageError(f"{complaint.message} {hint}".strip(), ctx) from None


def _use_data_dir(context: click.Context, option: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        context.find_root().obj = folder


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="See “facilitator COMMAND --help” for examples.",
)
@click.option(
    "--data-dir",
    type=_FOLDER,
    envvar="FACILITATOR_HOME",
    help="Where sessions are kept; goes before or after the command. Also $FACILITATOR_HOME. "
    "Default: your user data folder.",
)
@click.version_option(__version__, message="facilitator %(version)s")
@click.pass_context
def cli(context: click.Context, data_dir: str | None) -> None:
    """Run live interviews from the terminal: agenda, clock, coverage, notes, debrief.

    Without a command you pick what to run or resume.

    \b
    facilitator
    facilitator run vp-sales-final --candidate "Robin Reyes"
    facilitator resume
    facilitator debrief SESSION --format md
    """
    bound_input()
    context.obj = data_dir
    if context.invoked_subcommand is None:
        _begin(context)


def _begin(context: click.Context) -> None:
    """Open the pick screen, or print the help where there is no terminal for it."""
    from facilitator.cli.line_mode import has_screen

    command = cli.get_command(context, "run") if has_screen() else None
    if command:
        context.invoke(command)
    else:
        click.echo(context.get_help())
