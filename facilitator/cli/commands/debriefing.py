"""Commands that hand over a debrief, of a session that was run or of a script that is played."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.completing import SESSION_MEANT, agenda_names, session_meant
from facilitator.cli.context import PathOnDisk, patiently, working
from facilitator.cli.errors import Failed, WrongInput, say
from facilitator.cli.handing_over import Handover, hand_over, handover_options
from facilitator.cli.line_mode import has_screen
from facilitator.reports import Audience

if TYPE_CHECKING:
    from facilitator.conducting.conductor import Conductor
    from facilitator.domain.session.state import Session
    from facilitator.workspace.workspace import Workspace

LARGEST_SCRIPT_BYTES = 1 << 20


class _Speed(click.FloatRange):
    name = "number"


@click.command()
@SESSION_MEANT
@handover_options
def debrief(session: str, handover: Handover) -> None:
    """Show or export the debrief of a session.

    SESSION is the one used last; or @2, the second that “facilitator sessions” lists; or the candidate's name, an id or
    any part of them that only one has. In a terminal, when no other output is asked for, the debrief opens on a screen
    where the panel reads, votes and decides.

    \b
    facilitator debrief
    facilitator debrief robin --copy
    facilitator debrief 2026-12-01-vp-sales
    facilitator debrief 2026-12-01-vp-sales --format html --out debrief.html --open
    facilitator debrief 2026-12-01-vp-sales --for candidate --copy
    facilitator debrief 2026-12-01-vp-sales --for next-round --redact --format text
    """
    from facilitator.domain.debrief.debrief import debrief as debrief_of
    from facilitator.workspace.exports import traces_of

    with working(click.get_current_context()) as workspace:
        name = patiently(workspace, lambda: session_meant(workspace, session))
        read = _read(workspace, name, handover)
        value = debrief_of(*read, with_adjustments=handover.adjustments)
        if handover.is_bare and has_screen():
            from facilitator.cli.screens import show_debrief

            show_debrief(workspace, value)
        else:
            folder = patiently(workspace, workspace.debriefs) if handover.copy else None
            home = workspace.home
            agenda = filter(Path.is_absolute, [Path(read[0].source)])
            made_from = (home.sessions, home.library, home.config, *agenda)
            events = patiently(workspace, lambda: workspace.events(name))
            traces, chosen = traces_of(workspace, name), workspace.config.copy_as if handover.copy else ""
            do = partial(patiently, workspace, besides=handover.out)
            hand_over(value, events, handover, folder, traces, made_from, chosen, do)


def _read(workspace: "Workspace", session: str, handover: Handover) -> "tuple[Session, int]":
    """Return a session; of one that can't be shown as such, print what was said, if that is for the panel."""
    from facilitator.workspace.errors import OpeningLost

    try:
        return patiently(workspace, lambda: workspace.read(session))
    except OpeningLost as lost:
        for said in lost.left if handover.audience == Audience.PANEL and not handover.redact else ():
            say(said)
        raise Failed(str(lost)) from None


@click.command()
@click.argument("agenda", shell_complete=agenda_names)
@click.option(
    "--script",
    type=PathOnDisk(dir_okay=False, path_type=Path),
    help="The script: what is said, and when.",
)
@click.option(
    "--speed",
    type=_Speed(1, 100),
    metavar="N",
    help="Rehearse on the live screen, so many times as fast as in life; nothing is kept.",
)
@click.option("--candidate", default="", metavar="NAME", help="Candidate's name.")
@click.option("--keep", is_flag=True, help="Keep the session in the library; otherwise nothing is kept.")
@handover_options
def rehearse(
    agenda: str, script: Path | None, speed: float | None, candidate: str, keep: bool, handover: Handover
) -> None:
    """Play a script as an interview, and show or export its debrief.

    No screen is opened, and the clock is a simulated one. With --speed, the live screen is opened on a fast clock: the
    script plays there until you press a key, or without one you try it all yourself.

    A line of the script is “[H:]MM:SS TEXT”: the time since the session opened, and a note or a /command as
    typed on the live screen, where “cfo> TEXT” is the CFO's. Blank lines and lines that begin with “# ” are
    skipped. The same script gives the same debrief, byte for byte.

    \b
    facilitator rehearse vp-sales-final --script agendas/vp-sales-final.script
    facilitator rehearse my-agenda.yaml --script my.script --format json --out debrief.json
    facilitator rehearse my-agenda.yaml --speed 10
    """
    from facilitator.domain.debrief.debrief import debrief as debrief_of
    from facilitator.workspace.exports import traces_of

    if speed is not None:
        _rehearse_on_screen(agenda, script, speed, candidate, may_be=handover.is_bare and not keep)
        return
    if script is None:
        raise WrongInput("Name the script to play, or rehearse yourself: --script FILE, or --speed 10")
    conductor = _played(agenda, script, candidate)
    value = debrief_of(conductor.session, conductor.now(), handover.adjustments)
    made_from = (script, Path(agenda))
    if not keep:
        hand_over(value, conductor.events, handover, made_from=made_from)
        return
    with working(click.get_current_context()) as workspace:
        patiently(workspace, lambda: workspace.keep(conductor.events))
        traces = traces_of(workspace, value.session.id)
        do = partial(patiently, workspace, besides=handover.out)
        hand_over(value, conductor.events, handover, None, traces, (*made_from, workspace.home.sessions), do=do)


def _rehearse_on_screen(agenda: str, script: Path | None, speed: float, candidate: str, *, may_be: bool) -> None:
    """Open the live screen on a clock that is `speed` times as fast as in life, unless more is asked for than that."""
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.cli.screens import run_demo
    from facilitator.clock import SystemClock
    from facilitator.conducting.demo import demo
    from facilitator.conducting.rehearsal import ScriptError
    from facilitator.workspace.local_zone import local_zone

    if not may_be:
        raise WrongInput("With --speed, you rehearse on the screen: nothing is kept or exported.")
    if not has_screen():
        raise WrongInput("--speed needs a terminal that can show a screen. Without one, play a script: --script FILE")
    planned = load_agenda(agenda)
    try:
        played = demo(planned, _text_of(script) if script else "", candidate, SystemClock(), local_zone(), speed)
    except ScriptError as error:
        raise WrongInput(f"{script}: {error}") from None
    with working(click.get_current_context()) as workspace:
        run_demo(workspace, played, "rehearsal")


def _played(agenda: str, script: Path, candidate: str) -> "Conductor":
    """Play a script at once, on a simulated clock."""
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.conducting.rehearsal import ScriptError, rehearse

    planned = load_agenda(agenda)
    text = _text_of(script)
    try:
        return rehearse(planned, text, candidate)
    except ScriptError as error:
        raise WrongInput(f"{script}: {error}") from None


def _text_of(script: Path) -> str:
    try:
        with script.open("rb") as file:
            text = file.read(LARGEST_SCRIPT_BYTES + 1)
        if len(text) > LARGEST_SCRIPT_BYTES:
            raise WrongInput(f"{script}: larger than 1 MiB; that can't be a script")
        return text.decode("utf-8-sig")
    except OSError as error:
        raise WrongInput(f"{script}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise WrongInput(f"{script}: not UTF-8, from byte {error.start} on") from None
