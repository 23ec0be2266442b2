"""The options by which a debrief is handed over, and carrying them out: print, write, copy, open."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from facilitator.cli.context import PathOnDisk
from facilitator.cli.errors import Failed, WrongInput, say
from facilitator.files.export_file import NO_TRACES, Traces
from facilitator.files.patience import at_once
from facilitator.reports import FORMATS, Audience, Extent

if TYPE_CHECKING:
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.facts.event import Event
    from facilitator.files.patience import Doing
    from facilitator.reports import Options
    from facilitator.reports.markers.markers import Recording

_Result = TypeVar("_Result")


class Handover(NamedTuple):
    """The options as they were given; `format_name` is None if no format was named."""

    format_name: str | None
    out: Path | None
    copy: bool
    open_it: bool
    audience: str
    redact: bool
    template: Path | None
    adjustments: bool
    at: str | None = None
    force: bool = False
    extent: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether no option was given, so that somebody just wants to see the debrief."""
        return self == Handover(None, None, False, False, Audience.PANEL, False, None, False)


_OPTIONS = (
    click.option(
        "--format", "format_name", type=click.Choice(list(FORMATS)), help="Format of the debrief.  [default: md]"
    ),
    click.option(
        "--out", type=PathOnDisk(path_type=Path), help="The file or folder to write. Default: standard output."
    ),
    click.option("--force", is_flag=True, help="Let --out replace a file that the program didn't write."),
    click.option(
        "--copy",
        is_flag=True,
        help="Copy it as well: html and word as rich text; without --format as you last chose with c on the screen.",
    ),
    click.option("--open", "open_it", is_flag=True, help="Open the file afterwards."),
    click.option(
        "--for",
        "audience",
        type=click.Choice([audience.value for audience in Audience]),
        default=Audience.PANEL.value,
        help="Who will read it.",
    ),
    click.option(
        "--brief",
        "extent",
        flag_value=Extent.BRIEF.value,
        help="Only the first page, the one to decide from. Default for text, slack and --copy.",
    ),
    click.option(
        "--full", "extent", flag_value=Extent.FULL.value, help="The whole debrief. Default for all other formats."
    ),
    click.option("--redact", is_flag=True, help="Leave out the candidate's name and contact data."),
    click.option(
        "--template",
        type=PathOnDisk(dir_okay=False, path_type=Path),
        help="Your own Jinja2 template to fill in; its variables are the keys of the JSON export.",
    ),
    click.option(
        "--adjustments", is_flag=True, help="Tell what was adjusted for the candidate, too: nothing else does."
    ),
    click.option(
        "--at",
        metavar="00:03:12",
        help="Where the interview starts in your recording, for audacity, webvtt and chapters.  [default: 0:00]",
    ),
)


def handover_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the handover options to a command, which receives them as `handover`."""

    def with_handover(**values: Any) -> Any:  # noqa: ANN401 - whatever click has parsed
        asked = {name: values.pop(name) for name in Handover._fields}
        return command(handover=Handover(**asked), **values)

    with_handover.__doc__ = command.__doc__
    with_handover.__name__ = command.__name__
    decorated: Callable[..., Any] = with_handover
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def hand_over(
    debrief: "Debrief",
    events: "tuple[Event, ...]",
    handover: Handover,
    folder: Path | None = None,
    traces: Traces = NO_TRACES,
    made_from: "Sequence[Path]" = (),
    copied_for: str = "",
    do: "Doing" = at_once,
) -> None:
    """Carry out a handover. What goes to the clipboard is also kept in a file in `folder`.

    Without a format it is copied as it was `copied_for` last (see `PURPOSES`). `traces` say how a file that is written
    is found again; `made_from` lists what it must never replace. What takes a disk is done by `do`.
    """
    from facilitator.reports import ExportError, WrongTemplate, export_text
    from facilitator.workspace.exports import put_on_clipboard

    name = handover.format_name or "md"
    options = _options(handover, name, events)
    copied = options._replace(extent=options.extent or Extent.BRIEF)
    try:
        if handover.out is not None:
            _write(debrief, name, options, handover, handover.out, traces, made_from, do)
        else:
            _check_printable(name, handover)
            click.echo(export_text(debrief, name, copied if handover.copy else options), nl=False)
        if options.audience is Audience.CANDIDATE and not any(note.shared for note in debrief.notes):
            click.echo("It has no notes: put #share in a note to include it.", err=True)
        if handover.copy:
            content = _copied(debrief, handover, copied, copied_for)
            click.echo(do(lambda: put_on_clipboard(*content, folder)), err=True)
    except WrongTemplate as error:
        raise WrongInput(str(error)) from None
    except ExportError as error:
        raise Failed(str(error)) from None


def _check_printable(name: str, handover: Handover) -> None:
    if handover.open_it:
        raise WrongInput("--open needs --out: it opens the file that was written.")
    if FORMATS[name].is_binary:
        raise WrongInput(f"--format {name} needs --out: it can't be printed.")
    if FORMATS[name].is_folder and handover.template is None:
        raise WrongInput(f"--format {name} needs --out: it is a folder of files.")


def _write(
    debrief: "Debrief",
    name: str,
    options: "Options",
    handover: Handover,
    out: Path,
    traces: Traces,
    made_from: "Sequence[Path]",
    do: "Doing",
) -> None:
    """Write an export, say where, and open it if that is wanted. Raises ExportError."""
    from facilitator.workspace.exports import opened, write_export

    do(lambda: _check_target(out, handover, (*made_from, *filter(None, [handover.template])), traces))
    written = do(lambda: write_export(debrief, name, out, options, traces, anew=True))
    say(f"Written to {written}.", err=True)
    if handover.open_it and not opened(written):
        click.echo("It couldn't be opened: no program for it is set up here.", err=True)


def _copied(debrief: "Debrief", handover: Handover, options: "Options", copied_for: str) -> tuple[str, str]:
    """Return what to copy, as text and, for HTML, as rich text. Raises ExportError."""
    from facilitator.reports import export_text
    from facilitator.reports.copies import PURPOSES, rich_copy

    last = PURPOSES[copied_for].format_name if copied_for in PURPOSES else ""
    name = handover.format_name or last or "md"
    if handover.template is not None:
        return export_text(debrief, name, options), ""
    if name in ("html", "word"):
        return export_text(debrief, "text", options), rich_copy(debrief, options)
    return export_text(debrief, "md" if FORMATS[name].is_folder else name, options), ""


def _check_target(out: Path, handover: Handover, made_from: "Sequence[Path]", traces: Traces) -> None:
    """Refuse to replace what may not be, and a note that no vault would show; a folder of sheets replaces nothing."""
    from facilitator.workspace.exports import check_target

    if handover.format_name == "vault" and out.suffix != ".md" and not out.is_dir():
        raise WrongInput(f"{out} isn't a folder: name that of your vault, or a note that ends in .md.")
    if handover.template is not None or not FORMATS[handover.format_name or "md"].is_folder:
        _as_wrong_input(lambda: check_target(out, made_from, traces, force=handover.force))


def _options(handover: Handover, format_name: str, events: "tuple[Event, ...]") -> "Options":
    from facilitator.reports import Options

    extent = Extent(handover.extent) if handover.extent else None
    if extent is not None and (FORMATS[format_name].extent is None or handover.template is not None):
        what = "a template says that itself" if handover.template is not None else f"--format {format_name} is data"
        raise WrongInput(f"--brief and --full say how much people read of a debrief: {what}.")
    if handover.template is not None and FORMATS[format_name].is_binary:
        raise WrongInput(f"--template makes a text, and --format {format_name} is none.")
    options = Options(Audience(handover.audience), handover.redact, handover.template, events, extent=extent)
    if FORMATS[format_name].marks_recording:
        return options._replace(recording=_recording(events, handover.at))
    if handover.at is not None:
        raise WrongInput(f"--at says where a recording begins: --format {format_name} marks none.")
    return options


def _recording(events: "tuple[Event, ...]", at: str | None) -> "Recording":
    from facilitator.workspace.exports import recording_of

    return _as_wrong_input(lambda: recording_of(events, at or "0:00"))


def _as_wrong_input(action: Callable[[], _Result]) -> _Result:
    from facilitator.cli.next_steps import error_text
    from facilitator.workspace.errors import WrongRequest

    try:
        return action()
    except WrongRequest as error:
        raise WrongInput(error_text(error)) from None
