"""The options of every command that takes a guide. Separate from importing one: `run` has to start fast."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from facilitator.preparing.taking.import_choices import ImportChoices


def _seconds(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Return a length such as `45m` in seconds."""
    from facilitator.domain.text.durations import parse_duration

    try:
        return None if value is None else parse_duration(value)
    except ValueError as error:
        raise click.BadParameter(f"“{value}” is {error}.") from None


length_option: Callable[[Any], Any] = click.option(
    "--length", callback=_seconds, metavar="45m", help="How long a guide is as a whole, for parts without a time."
)
part_option: Callable[[Any], Any] = click.option(
    "--part", default="", metavar="N", help="Which of several days, interviews or sheets of a guide counts."
)


def guide_choices(length: int | None, part: str, guide: str = "", candidate: str = "") -> "ImportChoices | None":
    """Return what the options of a command say of a guide; None if they say nothing.

    Of an invitation (`.ics`) the settings say which agenda it has, too.
    """
    is_invitation = guide.lower().endswith(".ics")
    if length is None and not part and not is_invitation:
        return None
    from facilitator.preparing.taking.import_choices import ImportChoices

    choices = ImportChoices(length, part=part, candidate=candidate)
    if is_invitation:
        from facilitator.cli.context import workspace_of
        from facilitator.workspace.agendas import with_agendas

        choices = with_agendas(choices, workspace_of(click.get_current_context()), "")
    return choices


def written_start(text: str) -> str:
    """Return a start as agendas have it, `2026-12-01 10:00` or `10:00`; empty if it is. Raises WrongInput."""
    import shlex

    from facilitator.cli.errors import WrongInput
    from facilitator.domain.text.dates import start_form
    from facilitator.preparing.briefs.schedule import first_moment

    if not text:
        return ""
    try:
        moment = first_moment(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None or ":" not in text:
        raise WrongInput(f"--starts: found {shlex.quote(text)}, expected 10:00, or 2026-12-01 10:00")
    return start_form(moment if "-" in text else moment.time())
