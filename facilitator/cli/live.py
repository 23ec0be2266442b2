"""The screens, wired: what a session on its stage needs to be run, ended and handed over on a terminal."""

from typing import TYPE_CHECKING

import click

from facilitator import export
from facilitator.domain.debrief import Debrief, debrief
from facilitator.domain.durations import length_text
from facilitator.ui.app import FacilitatorApp

if TYPE_CHECKING:
    from facilitator.cli.place import Place
    from facilitator.cli.stage import Stage
    from facilitator.ui.screens.debrief import DebriefScreen

FORMATS = ("md",)
"""What is written by itself when an interview ends."""


def run_live(stage: "Stage") -> None:
    """Open the live screen; returns when it was left. A crash ends the command with its exit code."""
    app = FacilitatorApp(
        stage.conductor,
        draft=stage.draft,
        finish=lambda: _finish(stage),
        clipboard=lambda text: export.copy(text).message,
    )
    app.run()
    session = stage.conductor.session
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)
    if session.started_at is None:
        click.echo(f"Not started yet. facilitator resume {session.id}")
    elif session.ended_at is None:
        click.echo(f"Unfinished, and the clock goes on. facilitator resume {session.id}")
    else:
        took = length_text((session.ended_at - session.started_at) / 1000)
        click.echo(f"Ended after {took}. facilitator debrief {session.id}")


def _finish(stage: "Stage") -> "DebriefScreen":
    """Write the debrief in the formats that are wanted, and make its screen."""
    from facilitator.ui.screens.debrief import DebriefScreen

    value = debrief(stage.conductor.session, stage.conductor.now())
    for format_name in FORMATS:
        _save(stage.place, value, format_name)
    return DebriefScreen(
        value,
        lambda format_name: _save(stage.place, value, format_name),
        lambda: export.copy(export.render(value, "md")).message,
    )


def _save(place: "Place", value: Debrief, format_name: str) -> str:
    try:
        return f"Saved to {export.write(value, format_name, place.debriefs())}"
    except (export.ExportError, OSError) as error:
        return f"Not saved: {error}"
