"""What is pasted into a shell and mustn't be shown, since whoever has it can use it: an invite, a router's pass."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.context import patiently
from facilitator.cli.errors import WrongInput

if TYPE_CHECKING:
    from facilitator.conducting.sealing.router_pass import RouterPass
    from facilitator.workspace.workspace import Workspace


def asked_hidden(what: str) -> str:
    """Return what a person pastes, without showing it; from a pipe, its first line, and no more of it."""
    if sys.stdin.isatty():
        return str(click.prompt(f"{what} (it isn't shown)", hide_input=True))
    from facilitator.conducting.sealing.invite import LONGEST_INVITE

    line = b""
    while not line.endswith(b"\n") and len(line) <= LONGEST_INVITE and (read := os.read(sys.stdin.fileno(), 1)):
        line += read
    return line.decode(errors="replace")


def router_pass(workspace: "Workspace", file: str) -> "RouterPass":
    """Return the pass in a file, or without one, that is asked for. Raises WrongInput, StorageError."""
    from facilitator.conducting.sealing.invite import LONGEST_INVITE, NoInvite
    from facilitator.conducting.sealing.router_pass import pass_in
    from facilitator.files import foreign
    from facilitator.files.durable import explained

    def read() -> str:
        with explained(f"{file} can't be read"):
            return foreign.content(Path(file), LONGEST_INVITE).decode(errors="replace")

    said = patiently(workspace, read, besides=Path(file)) if file else asked_hidden("Router's pass")
    try:
        return pass_in(said)
    except NoInvite as error:
        raise WrongInput(f"--router: {error}") from None
