"""What is said as long as something isn't kept where it should be: the same words on every screen."""

from facilitator.conducting.conductor import Conductor
from facilitator.ui.toolkit.reply import Reply


def trouble_text(conductor: Conductor) -> str:
    """Return what is not kept, why, and what happens next; empty if all is well."""
    trouble, unkept = conductor.trouble, len(conductor.unkept)
    if not trouble:
        return ""
    if not unkept:
        return f"{trouble}\nTried again each second."
    return f"Typing goes on in memory. Ctrl+P, “Save elsewhere”, keeps it.\n{trouble}"


def show_trouble(banner: Reply, conductor: Conductor) -> None:
    """Show the banner with that text, as long as there is one."""
    said = trouble_text(conductor)
    banner.display = bool(said)
    if said:
        banner.tell(said, "trouble")


def lost_if_left(conductor: Conductor) -> str:
    """Return what would be lost by leaving now, as a question; empty if nothing would."""
    unkept = conductor.unkept if conductor.trouble else ()
    if not unkept:
        return ""
    notes = sum(1 for note in conductor.session.notes if note in unkept)
    what = f"{notes} note{'' if notes == 1 else 's'}" if notes else "What happened last"
    return f"{what} {'are' if notes > 1 else 'is'} on no disk and would be lost. Ctrl+Q again leaves all the same."
