"""Commands about what leaves a device, and who leaves a panel: carry the interview in a file, remove somebody."""

from pathlib import Path

import click

from facilitator.cli.commands.panel.consent import carry_out_if_agreed
from facilitator.cli.completing import SESSION_MEANT, session_meant
from facilitator.cli.context import PathOnDisk, patiently, working


@click.command()
@click.argument("panelist")
@SESSION_MEANT
@click.option("--yes", is_flag=True, help="Don't ask for confirmation.")
@click.pass_context
def remove(context: click.Context, panelist: str, session: str, yes: bool) -> None:
    """Take somebody off the panel of a shared interview.

    PANELIST goes with all their devices; the letter of a device, as “facilitator panel” says it, with that one. From
    then on what is sent is under another key, which they haven't got, and what they record counts no more. They keep
    what they have by then. Only the owner of the clock can do it. In an open interview, /remove does the same.

    \b
    facilitator remove cfo
    facilitator remove c --yes
    """
    with working(context) as workspace:
        meant = patiently(workspace, lambda: session_meant(workspace, session, is_shared=True))
        line = f"/remove {panelist}"
        carry_out_if_agreed(workspace, meant, line, "Remove them?", "Nobody was removed.", yes=yes)


@click.command()
@click.argument("path", metavar="FILE", type=PathOnDisk(path_type=Path))
@SESSION_MEANT
@click.pass_context
def carry(context: click.Context, path: Path, session: str) -> None:
    """Carry a shared interview to another device in a file, on a stick.

    What the others put into FILE is taken in, and then it holds all that is here: do the same on each device, and once
    more on the first. With a folder, the file in it has a name of its own. All in it is sealed, for the panel alone.

    \b
    facilitator carry /media/stick
    facilitator carry panel.carry 2026-12-01-vp-sales
    """
    from facilitator.workspace.shared.carry import carry as carry_over
    from facilitator.workspace.shared.erasure import erased_devices

    with working(context) as workspace:
        is_gone = bool(session and patiently(workspace, lambda: erased_devices(workspace, session)))
        meant = session if is_gone else patiently(workspace, lambda: session_meant(workspace, session, is_shared=True))
        done = patiently(workspace, lambda: carry_over(workspace, meant, path), besides=path)
    if done.was_erased:
        click.echo(
            f"The interview was erased on every device, and {done.path} has only that now: carry it to the others."
        )
        return
    if done.was_cut:
        click.echo("The file was cut: what was whole in it was taken in. Copy the rest once more.", err=True)
    click.echo(f"Taken in: {done.new} new. {done.path} holds {done.holds} now.")
