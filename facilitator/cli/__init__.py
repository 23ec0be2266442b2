"""The commands of `facilitator`, and the only place where the parts are wired together.

Everything heavy is imported where it is used: `--help` answers at once, and only what opens a screen
loads one.
"""

from pathlib import Path

import click

from facilitator import __version__

_MODULES = {
    "run": "running",
    "resume": "running",
    "agendas": "agendas",
    "check": "agendas",
    "schema": "agendas",
    "sessions": "kept",
    "reindex": "kept",
    "scorecard": "scorecards",
    "unseal": "scorecards",
    "amend": "afterwards",
    "hold": "retaining",
    "erase": "retaining",
    "purge": "retaining",
    "export-all": "afterwards",
    "import-session": "afterwards",
    "debrief": "debriefing",
    "rehearse": "debriefing",
}
"""Every command, in the order in which the help lists them, and the module that declares it."""


_FOLDER = click.Path(file_okay=False, path_type=Path)


class _Commands(click.Group):
    """A group that imports the module of a command only when that command is asked for.

    Its `--data-dir` may stand behind the command as well.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in _MODULES:
            return None
        command = getattr(import_module(f"{__name__}.{_MODULES[cmd_name]}"), cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        if all(parameter.name != "data_dir" for parameter in command.params):
            command.params.append(
                click.Option(["--data-dir"], type=_FOLDER, hidden=True, expose_value=False, callback=_use_data_dir)
            )
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as complaint:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _MODULES, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(complaint.message + hint, ctx) from None


def _use_data_dir(context: click.Context, option: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.find_root().obj = folder


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="See “facilitator COMMAND --help” for examples.",
)
@click.option(
    "--data-dir",
    type=_FOLDER,
    envvar="FACILITATOR_HOME",
    help="Where sessions are kept, before or after the command; also $FACILITATOR_HOME. "
    "Default: your user data folder.",
)
@click.version_option(__version__, message="facilitator %(version)s")
@click.pass_context
def cli(context: click.Context, data_dir: Path | None) -> None:
    """Run live interviews from the terminal: agenda, clock, coverage, notes, debrief.

    \b
    facilitator run vp-sales-final --candidate "Robin Reyes"
    facilitator resume
    facilitator debrief SESSION --format md
    """
    context.obj = data_dir
