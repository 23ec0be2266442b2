"""The decisions about the program, which leave the interview as it is: show its page or who is here, leave it."""

from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Effect, Situation
from facilitator.domain.language.decisions.people import PANEL
from facilitator.domain.language.decisions.undo import SESSION


@command("page", heading=SESSION)
def show_page(here: Situation) -> Decision:
    """Show the link and QR code of a page for the room, with the agenda and the clock."""
    return Decision((), effect=Effect.PAGE)


@command("panel", heading=PANEL)
def show_panel(here: Situation) -> Decision:
    """Tell how the panel stands: who is on it, who is here, and who has the clock."""
    return Decision((), effect=Effect.PANEL)


@command("quit", heading=SESSION)
def quit_program(here: Situation) -> Decision:
    """Leave the program; the interview stays as it is."""
    return Decision((), effect=Effect.QUIT)
