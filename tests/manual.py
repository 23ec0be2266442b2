"""The manual page, `docs/facilitator.1`, from what every `--help` says. `make pictures` writes it anew."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from facilitator import __version__
from facilitator.cli import cli

MANUAL = Path(__file__).parents[1] / "docs/facilitator.1"

FILES = (
    ("config.toml", "Your settings, in the data folder."),
    ("sessions/", "What happened in each interview, readable by you alone."),
    ("debriefs/", "What is written by itself when an interview ends."),
)
VARIABLES = (
    ("FACILITATOR_HOME", "The data folder, instead of your user data folder."),
    ("NO_COLOR", "Show no colours."),
    ("VISUAL, EDITOR", "The program that “facilitator edit” opens."),
)
EXITS = (("0", "Done."), ("1", "It failed."), ("2", "The input was wrong."), ("130", "Interrupted."))


def manual() -> str:
    """The page in the man macros (`man 7 man`)."""
    context = click.Context(cli, info_name="facilitator")
    lines = [
        '.\\" Written by “make pictures” from what the program says of itself.',
        f'.TH FACILITATOR 1 "" "facilitator {__version__}"',
        ".SH NAME",
        "facilitator \\- run live interviews from the terminal",
        ".SH SYNOPSIS",
        ".B facilitator",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]]",
        ".SH DESCRIPTION",
        *_prose(cli.help or ""),
        ".SH OPTIONS",
        *_options(cli, context),
        ".SH COMMANDS",
    ]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, parent=context, info_name=name)
        usage = " ".join(command.collect_usage_pieces(inner)).replace("[OPTIONS] ", "").replace("[OPTIONS]", "")
        lines += [f".SS {_text(f'facilitator {name} {usage}'.strip())}", *_prose(command.help or "")]
        lines += _options(command, inner)
    for heading, entries in (("FILES", FILES), ("ENVIRONMENT", VARIABLES), ("EXIT STATUS", EXITS)):
        lines += [f".SH {heading}", *_entries(entries)]
    return "\n".join(lines) + "\n"


def _options(command: click.Command, context: click.Context) -> list[str]:
    options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
    return list(_entries(record for each in options if (record := each.get_help_record(context))))


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, said in entries:
        yield ".TP"
        yield f"\\fB{_text(name)}\\fR"
        yield _text(said)


def _prose(text: str) -> Iterator[str]:
    """The paragraphs of a help text; what stands after `\\b` keeps its lines."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.split("\n")]
        if lines[0] == "\b":
            yield from (".PP", ".nf", *map(_text, lines[1:]), ".fi")
        else:
            yield from (".PP", _text(" ".join(lines)))


def _text(text: str) -> str:
    """The text so that nothing in it is a request or an escape."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", "\\\\&", escaped)


def write() -> None:
    MANUAL.write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    write()
