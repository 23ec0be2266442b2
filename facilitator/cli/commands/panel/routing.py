"""The command about a company's standing router: run it, let a panel use it, and no longer."""

from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

import click

from facilitator.cli.context import patiently, working
from facilitator.cli.errors import WrongInput, say

if TYPE_CHECKING:
    from facilitator.workspace.shared.routing.router import Router
    from facilitator.workspace.shared.share import Port
    from facilitator.workspace.workspace import Workspace

LISTENS_FIRST_AT = ":7447"


@click.command()
@click.option(
    "--listen",
    metavar="HOST:PORT",
    help="Where to listen.  [default: where it did, at first port 7447 of every network that this device is on]",
)
@click.option("--add", "added", metavar="NAME", help="Print a pass for a panel; NAME is what you call it here.")
@click.option("--remove", "removed", metavar="NAME", help="Let that panel use it no longer.")
@click.pass_context
def router(context: click.Context, listen: str | None, added: str | None, removed: str | None) -> None:
    """Run a standing router, by which the devices of several panels reach each other.

    It takes part in no interview and keeps nothing that goes through it, which is sealed for the panel's devices. Each
    panel has a pass, one line of text, and reaches no other. Whoever hosts gives it (host AGENDA --router FILE);
    everybody else is invited as ever. If the host's device dies, the others still reach each other. --add and --remove
    may be used while it runs.

    \b
    facilitator router --listen 10.0.0.5:7447
    facilitator router --add "VP Sales" > vp-sales.pass
    facilitator router --remove "VP Sales"
    """
    from facilitator.workspace.shared.routing.router import Router

    if sum(option is not None for option in (listen, added, removed)) > 1:
        raise WrongInput("--listen, --add, --remove: one of them at a time.")
    with working(context) as workspace:
        at = Router(workspace)
        if added is not None:
            _add(workspace, at, added)
        elif removed is not None:
            patiently(workspace, lambda: at.shut_out(removed))
            say(f"{removed} can't use this router any longer.")
        else:
            _run(workspace, at, listen)


def _add(workspace: "Workspace", at: "Router", panel: str) -> None:
    click.echo(patiently(workspace, lambda: at.let_in(panel)).text)
    say(
        f"For {panel}. Whoever has it can be in that panel's room, where all is sealed: send it as you would send a "
        "password. They save it in a file and type: facilitator host AGENDA --router FILE",
        err=True,
    )


def _run(workspace: "Workspace", at: "Router", listen: str | None) -> None:
    port = patiently(workspace, lambda: _port(at, listen))

    def tell(trouble: str, panels: tuple[str, ...]) -> None:
        whom = ", ".join(panels) if panels else "no panel yet (--add lets one in)"
        say(trouble or f"Listens at {port.place}, reached at {', '.join(port.addresses)}, for {whom}. Ctrl+C ends it.")

    with suppress(KeyboardInterrupt):
        at.pass_on(tell, Event())
    say("The router has stopped.")


def _port(at: "Router", listen: str | None) -> "Port":
    """Return where the router is to listen, and is from now on. Raises WrongInput, StorageError."""
    from facilitator.cli.listening.free_port import free_port

    if listen is None and (known := at.port()) is not None:
        return known
    port = free_port(listen or LISTENS_FIRST_AT, "Name another: --listen HOST:PORT.")
    at.move_to(port)
    return port
