"""Commands about an interview that several devices share: host it, invite, join, see who has what."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.commands.panel.pasted import asked_hidden, router_pass
from facilitator.cli.commands.running import open_session, page_option, plain_option
from facilitator.cli.completing import SESSION_MEANT, agenda_names, session_meant
from facilitator.cli.context import PathOnDisk, patiently, working
from facilitator.cli.errors import WrongInput
from facilitator.cli.line_mode import lines_wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.conducting.sealing.router_pass import RouterPass
    from facilitator.domain.plan.agenda import Agenda
    from facilitator.workspace.running_session import RunningSession
    from facilitator.workspace.shared.share import Port
    from facilitator.workspace.workspace import Workspace

HOW_TO_INVITE = (
    "The others join with an invite each: /invite PANELIST copies one. In another terminal: facilitator invite PANELIST"
)

AT_ZENOHS_PORT = ":7447"
"""The port that Zenoh has, on every network that this device is on."""


def _checked_port(context: click.Context, option: click.Parameter, said: str | None) -> str | None:
    """Return where to listen as it is. Raises WrongInput if it is no place."""
    if said not in (None, AT_ZENOHS_PORT):
        from facilitator.cli.listening.free_port import check_port

        check_port(said)
    return said


def _ways(
    workspace: "Workspace", listen: str | None, router: str | None, folder: Path | None
) -> "tuple[Port | None, RouterPass | None]":
    """Return where to listen, if anywhere, and the pass to a router, if there is one. Raises as `_checked_ways`."""
    port = patiently(workspace, lambda: _checked_ways(listen, folder, router is not None), besides=folder)
    return port, router_pass(workspace, router) if router is not None else None


def _checked_ways(listen: str | None, folder: Path | None, by_router: bool) -> "Port | None":
    """Return where to listen, if anywhere. Raises WrongInput, WrongRequest if the others couldn't take part."""
    from facilitator.workspace.shared.share import check_live, shared_folder

    if listen is None and folder is None and not by_router:
        raise WrongInput(
            "How do the others take part? --listen lets them connect; --folder names one that you share; --router "
            "takes you all to your company's."
        )
    if listen is not None and by_router:
        raise WrongInput("Either the others connect to this device (--listen), or all connect to a router (--router).")
    if folder is not None:
        shared_folder(folder)
    if by_router:
        check_live()
    if listen is None:
        return None
    from facilitator.cli.listening.free_port import free_port

    check_live()
    return free_port(listen)


_folder: "Callable[[Any], Any]" = click.option(
    "--folder",
    type=PathOnDisk(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="A folder that all devices can read and write: one that a sync program carries, or a network drive.",
)


_listen: "Callable[[Any], Any]" = click.option(
    "--listen",
    is_flag=False,
    flag_value=AT_ZENOHS_PORT,
    callback=_checked_port,
    metavar="[HOST:PORT]",
    help="Listen for the others' devices, which connect to this one over the network: encrypted, and with an invite "
    "only.  [default: port 7447 of every network that this device is on]",
)


_router: "Callable[[Any], Any]" = click.option(
    "--router",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Connect to your company's router, as the others will. FILE has the pass that “facilitator router --add” "
    "printed; without it you are asked for the pass.",
)


@click.command()
@click.argument("what", metavar="AGENDA|SESSION", shell_complete=agenda_names)
@_listen
@_router
@_folder
@click.option("--candidate", default="", metavar="NAME", help="Candidate's name; “/with NAME” tells nobody else here.")
@click.option("--starts", metavar="TIME", help="When it is due to start: 10:00, or 2026-12-01 10:00.")
@click.option("--no-trust", is_flag=True, help="Take no copies of the others' keys, should they lose their notes.")
@page_option
@plain_option
@click.pass_context
def host(
    context: click.Context,
    what: str,
    listen: str | None,
    router: str | None,
    folder: Path | None,
    candidate: str,
    starts: str | None,
    no_trust: bool,
    place: str | None,
    plain: bool,
) -> None:
    """Share an interview with the panel's own devices, and run it.

    They connect to this device (--listen), or all connect to a router (--router); a folder that all share (--folder)
    does instead, or as well. You sit in the lead's seat and have the clock. Each device keeps the whole interview, and
    works alone whenever the others can't be reached. AGENDA begins a new interview; with SESSION, one that you have
    becomes shared, with all that was recorded before. “facilitator resume” continues it, shared as it is.

    \b
    facilitator host vp-sales-final --listen
    facilitator invite cfo
    facilitator host vp-sales-final --folder ~/Dropbox/panel
    facilitator host vp-sales-final --router vp-sales.pass
    facilitator host 2026-12-01-vp-sales --listen 192.168.1.5:7447
    """
    from facilitator.cli.commands.agendas import load_agenda
    from facilitator.workspace.shared.share import share

    with working(context) as workspace:
        on_disk = partial(patiently, workspace, besides=folder)
        port, by_router = _ways(workspace, listen, router, folder)
        is_session = what in on_disk(workspace.home.session_ids)
        planned = None if is_session else load_agenda(what)
        lines = lines_wanted(plain)
        session = what
        if planned is not None:
            session = on_disk(lambda: _begun(workspace, planned, what, candidate, starts))
        on_disk(lambda: share(workspace, session, folder, port, by_router, takes_note_keys=not no_trust))
        open_session(_shared(workspace, session, HOW_TO_INVITE), lines, place)


@click.command()
@click.argument("panelist")
@SESSION_MEANT
@click.option("--hours", default=24, show_default=True, metavar="N", help="How long the invite is good for.")
@click.option("--observer", is_flag=True, help="PANELIST is the name of somebody who only looks on.")
@click.pass_context
def invite(context: click.Context, panelist: str, session: str, hours: int, observer: bool) -> None:
    """Invite a panelist to a shared interview.

    They take part on a device of their own. The invite is one line of text, and lets one device in: send it as you
    would send a password. SESSION is the one used last, unless you name another; it may be open meanwhile. An observer
    sees the clock, the order and the coverage, and writes nothing.

    \b
    facilitator invite cfo
    facilitator invite cfo --hours 2 | pbcopy
    facilitator invite --observer "Dana Roth"
    """
    from facilitator.workspace.shared.inviting import invite as new_invite

    with working(context) as workspace:
        name = patiently(workspace, lambda: session_meant(workspace, session, is_shared=True))
        made = patiently(workspace, lambda: new_invite(workspace, name, panelist, hours, observer=observer))
    click.echo(made.text)
    click.echo(
        f"For {panelist}, on one device, for {hours} hours. Whoever has it can join in their place: send it as you "
        f"would send a password. They type: facilitator join{'' if made.addresses else ' --folder FOLDER'}",
        err=True,
    )


@click.command()
@_folder
@click.option("--no-trust", is_flag=True, help="Leave the host no copy of the key to your notes, should you lose them.")
@page_option
@plain_option
@click.pass_context
def join(context: click.Context, folder: Path | None, no_trust: bool, place: str | None, plain: bool) -> None:
    """Join an interview that somebody shares with you.

    You are asked for the invite, which isn't shown: what is part of a command can be seen by others on this device. It
    says where to connect to; if it doesn't, name the folder that you share. The host's program has to be running. This
    device keeps the whole interview; “facilitator resume” continues it.

    \b
    facilitator join
    facilitator join --folder ~/Dropbox/panel
    """
    from facilitator.cli.asking import say_folded
    from facilitator.domain.panel.onlooker import LOOKS_ON
    from facilitator.showing.panel_words import NOT_PROTECTED
    from facilitator.workspace.shared.join import join as join_panel
    from facilitator.workspace.shared.join import read_invite

    with working(context) as workspace:
        invited = read_invite(asked_hidden("Invite"))
        on_disk = partial(patiently, workspace, besides=folder)
        waiting = _Waiting(is_live=folder is None)
        admitted = join_panel(workspace, invited, folder, waiting, leaves_note_key=not no_trust, do=on_disk)
        compare = f"Compare these four words with whoever invited you, by voice: {admitted.words}"
        if not admitted.words:
            compare = "It was on this device before, and connects to this invite's host now."
        lines = lines_wanted(plain)
        say_folded(f"You are {admitted.name or 'an observer'} in {admitted.session}. {compare}")
        say_folded(NOT_PROTECTED if admitted.name else LOOKS_ON)
        if lines is None:
            click.echo("Press any key to open the interview …")
            click.getchar()  # not `pause`, which takes Ctrl+C for any key
        open_session(_shared(workspace, admitted.session, compare if lines is None else ""), lines, place)


@click.command()
@SESSION_MEANT
@click.pass_context
def panel(context: click.Context, session: str) -> None:
    """See who is on the panel of a shared interview, and who has what.

    The four words for each device are those to compare with its owner. Whoever keeps the same has the same digest.

    \b
    facilitator panel
    """
    from facilitator.cli.asking import say_folded
    from facilitator.showing.erasure_words import erasure_lines
    from facilitator.showing.panel_words import device_lines
    from facilitator.workspace.shared.erasure import erased_devices
    from facilitator.workspace.shared.who_has_what.panel_report import panel_report

    with working(context) as workspace:
        if devices := patiently(workspace, lambda: erased_devices(workspace, session)):
            for line in erasure_lines(devices):
                say_folded(line)
            return
        name = patiently(workspace, lambda: session_meant(workspace, session, is_shared=True))
        report = patiently(workspace, lambda: panel_report(workspace, name))
    for line in device_lines(report.session, report.state, report.now):
        say_folded(line)
    click.echo(f"Digest of all that is kept here: {report.digest}")


def _begun(workspace: "Workspace", planned: "Agenda", what: str, candidate: str, starts: str | None) -> str:
    """Begin an interview that is shared next; return its id."""
    from facilitator.workspace.agendas import source_of
    from facilitator.workspace.running_session import start

    with start(workspace, planned, source_of(what), candidate, starts) as running:
        return running.conductor.session.id


@contextmanager
def _shared(workspace: "Workspace", session: str, told: str) -> "Iterator[RunningSession]":
    """Continue a shared session; `told` is what people here are told first, if anything."""
    from facilitator.workspace.running_session import resume

    with resume(workspace, session) as running:
        if running.shared is not None and told:
            running.shared.told.append(told)
        yield running


class _Waiting:
    """Says once what is waited for, and what is wrong with the way there."""

    def __init__(self, is_live: bool) -> None:
        self._advice = "If the network lets nobody through, share a folder: --folder." if is_live else ""
        self._where = "" if is_live else ", with the same folder"
        self._said = ""

    def __call__(self, why: str) -> None:
        from facilitator.sharing.joining import Told

        waiting = f"Waiting for an answer: the host's program has to run{self._where}."
        advice = "" if isinstance(why, Told) else self._advice
        said = f"{why} {advice}".strip() if why else waiting
        if said != self._said:
            self._said = said
            click.echo(f"{said} Ctrl+C leaves.", err=True)
