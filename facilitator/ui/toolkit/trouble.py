"""What is said as long as something isn't kept where it should be: the same words on every screen."""

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rescue import not_kept, would_be_lost
from facilitator.ui.toolkit.reply import Reply


def trouble_text(conductor: Conductor) -> str:
    """Return what is not kept, why, and what happens next; empty if all is well."""
    return not_kept(conductor, "Ctrl+P, “Save elsewhere”, keeps it.")


def show_trouble(banner: Reply, conductor: Conductor) -> None:
    """Show the banner with that text, as long as there is one."""
    said = trouble_text(conductor)
    if banner.display != bool(said):  # setting it lays the screen out anew, even if it is as it was
        banner.display = bool(said)
    if said:
        banner.tell(said, "trouble")


def lost_if_left(conductor: Conductor) -> str:
    """Return what would be lost by leaving now, as a question; empty if nothing would."""
    return would_be_lost(conductor, "Ctrl+Q again")
