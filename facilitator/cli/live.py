"""The screens, wired: what a session on its stage needs to be picked, run, ended and handed over on a terminal."""

from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING

import click

from facilitator import export
from facilitator.cli.stage import Stage, begun, local_zone, resumed
from facilitator.domain.commands import COMMANDS
from facilitator.domain.durations import length_text
from facilitator.storage.durable_file import StorageError
from facilitator.storage.lock import SessionHeld
from facilitator.ui import themes
from facilitator.ui.app import FacilitatorApp, Opened, Picking

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from facilitator.cli.place import Place
    from facilitator.conductor import Conductor
    from facilitator.domain.debrief import Debrief
    from facilitator.ui.picking.pickable import Picked
    from facilitator.ui.screens.debrief import DebriefScreen
    from facilitator.ui.screens.pick import PickScreen

CRASHED = 1


def run_live(stage: Stage) -> None:
    """Open the live screen; returns when it was left. A crash ends the command with its exit code."""
    _run(stage.place, _opened(stage))
    _say_how_it_stands(stage)


def run_picking(place: "Place", candidate: str, starts: str | None) -> None:
    """Open the screen to pick a session on, then the live screen."""
    stages: list[Stage] = []

    def show() -> "PickScreen":
        from facilitator.cli.picking import pickables
        from facilitator.ui.screens.pick import PickScreen

        return PickScreen(pickables(place), place.now(), local_zone())

    def open_picked(picked: "Picked") -> Opened | str:
        try:
            if picked.kind == "unfinished":
                stage = opened.enter_context(resumed(place, picked.key))
            else:
                stage = opened.enter_context(_begun(place, picked.key, candidate, starts))
        except (StorageError, click.ClickException) as error:
            return str(error)
        stages.append(stage)
        return _opened(stage)

    with ExitStack() as opened:
        _run(place, Picking(show, open_picked))
    for stage in stages:
        _say_how_it_stands(stage)


def show_debrief(place: "Place", value: "Debrief") -> None:
    """Open the debrief of a session on a screen of its own; where the panel can vote and decide, it does so there."""
    with ExitStack() as held:
        conductor = _to_meet(place, value, held)
        _run(place, Picking(lambda: _debrief_screen(place, value, conductor), lambda _: ""))


def _to_meet(place: "Place", value: "Debrief", held: ExitStack) -> "Conductor | None":
    """The conductor of a session that has ended, if its cards are open and nobody else has it in hand."""
    if value.session.ended is None or value.panel.is_sealed:
        return None
    try:
        return held.enter_context(resumed(place, value.session.id)).conductor
    except SessionHeld:
        return None


def _begun(place: "Place", name: str, candidate: str, starts: str | None) -> AbstractContextManager[Stage]:
    from facilitator.cli.agendas import load, source_of

    loaded = load(name)
    if loaded.agenda is None:
        raise click.ClickException(str(loaded.errors[0]))
    return begun(place, loaded.agenda, source_of(name), candidate, starts)


def _run(place: "Place", start: Opened | Picking) -> None:
    config = place.config
    app = FacilitatorApp(
        start,
        clipboard=lambda text: export.copy(text, place.debriefs()).message,
        reduced_motion=config.reduced_motion,
        keymap=_keymap(config.keys),
        theme=config.theme or themes.DEFAULT,
        local_zone=local_zone(),
    )
    app.run()
    if app.return_code == CRASHED:
        click.echo("The screen crashed. What was kept is on disk: facilitator resume goes on.", err=True)
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


def _keymap(keys: dict[str, str]) -> dict[str, str]:
    """The settings' keys by the ids of the bindings: a command is meant by its name alone."""
    return {f"command.{name}" if name in COMMANDS else name: key for name, key in keys.items()}


def _opened(stage: Stage) -> Opened:
    return Opened(stage.conductor, stage.draft, Ending(stage))


def _say_how_it_stands(stage: Stage) -> None:
    session = stage.conductor.session
    if session.started_at is None:
        click.echo(f"Not started yet. facilitator resume {session.id}")
    elif session.ended_at is None:
        click.echo(f"Unfinished, and the clock goes on. facilitator resume {session.id}")
    else:
        took = length_text(round((session.ended_at - session.started_at) / 1000))
        click.echo(f"Ended after {took}. facilitator debrief {session.id}")


class Ending:
    """Writes the debrief in the formats that are wanted, once per state of the session, and makes its screen."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._written: Debrief | None = None

    def __call__(self) -> "DebriefScreen":
        from facilitator.domain.debrief import debrief

        place, conductor = self._stage.place, self._stage.conductor
        value = debrief(conductor.session, conductor.now())
        said = ""
        if value != self._written:
            said = _save_all(place, value, place.config.formats, conductor)
            self._written = value
        return _debrief_screen(place, value, conductor, said)


def _debrief_screen(
    place: "Place", value: "Debrief", conductor: "Conductor | None" = None, said: str = ""
) -> "DebriefScreen":
    from facilitator.ui.debrief.format_provider import Format
    from facilitator.ui.screens.debrief import DebriefScreen

    return DebriefScreen(
        value,
        lambda shown, format_name: _save_all(place, shown, (format_name,), conductor),
        lambda shown: export.copy(export.render(shown, "md"), place.debriefs()).message,
        [Format(each.name, each.title) for each in export.FORMATS.values()],
        conductor=conductor,
        said=said,
        now=place.now,
    )


def _save_all(place: "Place", value: "Debrief", formats: "Iterable[str]", conductor: "Conductor | None") -> str:
    """Write the debrief in these formats; a sentence about those that were, and one about each that was not."""
    saved: list[Path] = []
    failed: list[str] = []
    for format_name in formats:
        try:
            saved.append(_save(place, value, format_name, conductor))
        except (export.ExportError, OSError, StorageError) as error:
            failed.append(f"Not saved: {error}")
    if not saved:
        return " ".join(failed)
    others = f", with {', '.join(path.name.removeprefix(saved[0].stem) for path in saved[1:])}" if saved[1:] else ""
    return " ".join([f"Saved to {saved[0]}{others}", *failed])


def _save(place: "Place", value: "Debrief", format_name: str, conductor: "Conductor | None") -> "Path":
    """The JSON carries what happened along, so that it can be taken in again."""
    if format_name != "json":
        return export.write(value, format_name, place.debriefs())
    events = conductor.events if conductor else tuple(place.home.read_session(value.session.id))
    return export.write(value, format_name, place.debriefs(), export.Options(events=events))
