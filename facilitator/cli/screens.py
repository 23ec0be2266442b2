"""The screens put together with what they need to pick, run, end and hand over a session."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import TYPE_CHECKING

import click

from facilitator.cli.next_steps import error_text, step_text
from facilitator.cli.parting import CRASHED, end_with, say_how_it_was_left
from facilitator.conducting.draft_keeper import NoDraft
from facilitator.domain.language.decision import WHO_WAS_IT
from facilitator.files.durable import StorageError
from facilitator.files.patience import Deed
from facilitator.showing.who_is_ready import readiness_text
from facilitator.ui import themes
from facilitator.ui.app import FacilitatorApp, Opened, Picking
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.local_zone import local_zone
from facilitator.workspace.running_session import RunningSession, meeting

if TYPE_CHECKING:
    from facilitator.conducting.demo import Demo
    from facilitator.domain.debrief.debrief import Debrief
    from facilitator.domain.facts.event import Event
    from facilitator.ui.debrief.debrief_screen import DebriefScreen
    from facilitator.ui.picking.pick_screen import PickScreen
    from facilitator.workspace.pickable import Picked
    from facilitator.workspace.services.page import Served
    from facilitator.workspace.workspace import Workspace

NOT_KEPT = "Nothing of the {what} is kept."

SO_FAR = "The debrief so far: the interview hasn't ended, and nothing here changes it."

NOWHERE = (
    "This session is on no disk, only in memory, and is lost when the program ends. "
    "Make room, or press Ctrl+P and choose “Save elsewhere”."
)


def run_live(
    opening: AbstractContextManager[RunningSession],
    place: str | None = None,
    first: Callable[[RunningSession], None] = lambda running: None,
) -> None:
    """Open the live screen of a session, after `first`, and close the session when it is left.

    `place` is where its page is served from the start, if it is.

    A crash or a signal ends the command with its exit code, once all that can be kept is. Raises StorageError if
    something is kept elsewhere or not at all.
    """
    with opening as running:
        first(running)
        code = _run(running.workspace, _opened(running, place))
    end_with(code)
    say_how_it_was_left(running)


def run_picking(
    workspace: "Workspace", candidate: str, starts: str | None, writer: str = "", place: str | None = None
) -> None:
    """Open the pick screen, then the live screen of what was picked."""
    from facilitator.workspace.choices import opening_of, pickables

    opened_sessions: list[RunningSession] = []
    there = pickables(workspace)

    def show() -> "PickScreen":
        from facilitator.ui.picking.pick_screen import PickScreen, SessionDeeds

        deeds = SessionDeeds(partial(_look_at, workspace), partial(_erase, workspace))
        return PickScreen(there, workspace.now(), local_zone(), deeds)

    def open_picked(picked: "Picked") -> Opened | str:
        nonlocal there
        try:
            running = opened.enter_context(opening_of(workspace, picked, candidate, starts, writer))
        except (StorageError, WrongRequest) as error:
            there = pickables(workspace)
            return error_text(error)
        opened_sessions.append(running)
        return _opened(running, place, _edited(running) if picked.kind.is_session else "")

    with ExitStack() as opened:
        code = _run(workspace, Picking(show, open_picked))
    end_with(code)
    for running in opened_sessions:
        say_how_it_was_left(running)


def _look_at(workspace: "Workspace", session: str) -> "Callable[[], DebriefScreen] | str":
    """Return what makes a screen with the debrief so far of an unfinished session, or why there is none."""
    from facilitator.workspace.choices import debrief_so_far

    try:
        value = debrief_so_far(workspace, session)
    except StorageError as error:
        return str(error)
    return lambda: _debrief_screen(workspace, value, NextStep(Step.MEET, session), SO_FAR)


def _erase(workspace: "Workspace", session: str) -> tuple[bool, str]:
    """Erase a session; return whether it is gone, and why not, or what of it can't be removed."""
    from facilitator.workspace.retention import erase_session

    try:
        return True, erase_session(workspace, session)
    except StorageError as error:
        return False, str(error)


def show_debrief(workspace: "Workspace", value: "Debrief") -> None:
    """Open the debrief of a session on a screen, where the panel votes and decides if it can."""
    from facilitator.domain.debrief.debrief import debrief

    with meeting(workspace, value) as at_hand:
        said = workspace.notices.get(value.session.id, "")

        conductor = None if isinstance(at_hand, NextStep) else at_hand.conductor
        shared = None if isinstance(at_hand, NextStep) else at_hand.shared

        def show() -> "DebriefScreen":
            shown = value if conductor is None else debrief(conductor.session, conductor.now())
            return _debrief_screen(workspace, shown, at_hand, said, take_in=shared.take_in if shared else int)

        code = _run(workspace, Picking(show, lambda _: "", conductor))
    end_with(code)


def run_demo(workspace: "Workspace", played: "Demo", what: str = "demo") -> None:
    """Play a demo, or whatever it is, with the settings of the workspace, in which nothing of it is kept."""
    from facilitator.domain.debrief.debrief import debrief
    from facilitator.ui.demo_app import DemoApp

    conductor = played.conductor
    not_kept = NOT_KEPT.format(what=what)

    def finish() -> "DebriefScreen":
        from facilitator.reports.formats import FORMATS
        from facilitator.ui.debrief.debrief_screen import DebriefScreen

        return DebriefScreen(
            debrief(conductor.session, conductor.now()),
            lambda shown, format_name, extent: not_kept,
            _copied_only,
            list(FORMATS.values()),
            conductor=conductor,
            said=f"The {what} is over, and this is its debrief. {not_kept}",
            now=conductor.now,
        )

    end_with(_run(workspace, Opened(conductor, finish=finish), partial(DemoApp, played), if_crashed=not_kept))
    click.echo(f"{not_kept} Your own: facilitator new, then facilitator run AGENDA.")


def _copied_only(value: "Debrief", purpose: str) -> str:
    """Copy, and keep nothing of it anywhere."""
    from facilitator.reports.copies import copied
    from facilitator.reports.formats import ExportError
    from facilitator.workspace.exports import put_on_clipboard

    try:
        text, html = copied(value, purpose)
    except ExportError as error:
        return f"Not copied: {error}"
    return put_on_clipboard(text, html)


def _run(
    workspace: "Workspace",
    start: Opened | Picking,
    make: Callable[..., FacilitatorApp] = FacilitatorApp,
    if_crashed: str = "What was kept is on disk: facilitator resume continues.",
) -> int:
    """Run the app that `make` makes, and return its exit code."""

    def copy(text: str) -> str:
        from facilitator.workspace.exports import put_on_clipboard

        return put_on_clipboard(text, folder=workspace.home.debriefs)

    config = workspace.config
    app = make(
        start,
        clipboard=copy,
        reduced_motion=config.reduced_motion,
        keymap=_keymap(workspace),
        theme=config.theme or themes.DEFAULT_THEME,
        local_zone=local_zone(),
        cues=workspace.cues(),
        curtain_overtime=config.curtain_overtime,
        bell=config.bell,
        keep_setting=workspace.keep_setting,
        complaints=workspace.complaints,
    )
    app.run()
    if app.return_code == CRASHED:
        click.echo(f"The screen crashed. {if_crashed}", err=True)
    return app.return_code or 0


def _keymap(workspace: "Workspace") -> dict[str, str]:
    """Return the keys of the settings by binding id; tell what is wrong with others."""
    if not workspace.config.keys:
        return {}
    from facilitator.ui.settings.key_choice import usable

    keymap, wrong = usable(workspace.config.keys)
    for name, message in wrong.items():
        workspace.complain_about_key(name, message)
    return keymap


def offer_edits(running: RunningSession) -> None:
    """Say how the agenda file was edited since the session was opened, and ask whether to take that over."""
    edits = running.edits()
    if not edits.takeable and not edits.others:
        return
    click.echo(f"{running.conductor.session.source} has been edited since this session was opened:")
    for edit in edits.takeable:
        click.echo(f"  {edit.words}")
    if edits.others:
        click.echo(f"  can't be adopted: {', '.join(edits.others)}")
    if edits.takeable and click.confirm("Adopt this as changes of plan?", default=True):
        running.conductor.carry_out(edits.decision)


def _edited(running: RunningSession) -> str:
    session = running.conductor.session
    offers = f"facilitator resume {session.id} offers to adopt it."
    return f"{session.source} has been edited since: {offers}" if running.edits().takeable else ""


def _opened(running: RunningSession, place: str | None, said: str = "") -> Opened:
    def finish() -> "DebriefScreen":
        value, saving = running.write_debrief()
        unnamed = "" if running.conductor.session.candidate else WHO_WAS_IT
        under_way = Deed(lambda: f"{saving.answer()} · {unnamed}".strip(" ·"))
        return _debrief_screen(running.workspace, value, running, under_way=under_way)

    def open_page() -> "Served":
        from facilitator.cli.page.page_of_session import serve_page

        return serve_page(running, place)

    session = running.conductor.session
    told = running.workspace.notices.get(session.id, said) or readiness_text(session)
    said = NOWHERE if running.conductor.unkept else told
    return Opened(running.conductor, running.draft, finish, said, running.shared, open_page, place is not None)


def _debrief_screen(
    workspace: "Workspace",
    value: "Debrief",
    at_hand: RunningSession | NextStep,
    said: str = "",
    under_way: Deed[str] | None = None,
    take_in: Callable[[], object] = int,
) -> "DebriefScreen":
    from facilitator.reports.formats import FORMATS
    from facilitator.ui.debrief.debrief_screen import DebriefScreen
    from facilitator.workspace.copying.copying_for import chosen_purpose, copy_for
    from facilitator.workspace.exports import save_all

    running, instead = (None, step_text(at_hand)) if isinstance(at_hand, NextStep) else (at_hand, "")
    conductor = running.conductor if running is not None else None

    def events() -> "tuple[Event, ...] | None":
        return conductor.history.readable if conductor else None

    return DebriefScreen(
        value,
        lambda shown, name, extent: save_all(workspace, shown, (name,), events(), extent=extent),
        lambda shown, purpose: copy_for(workspace, shown, purpose, conductor.writer if conductor else "", error_text),
        list(FORMATS.values()),
        conductor=conductor,
        draft=running.meeting_draft if running is not None else NoDraft(),
        no_meeting=instead,
        said=said,
        under_way=under_way,
        now=workspace.now,
        copied_for=chosen_purpose(workspace),
        take_in=take_in,
    )
