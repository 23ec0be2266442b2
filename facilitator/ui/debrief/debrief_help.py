"""The help of the debrief screen: what the panel can do in the meeting, its keys, and the commands."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from facilitator.conducting.conductor import Conductor
from facilitator.showing.things_to_do import things_to_do
from facilitator.ui.help.help_screen import HelpPage, HelpScreen, help_pages, keys_page
from facilitator.ui.toolkit.printed_keys import printed


def debrief_help(bindings: Iterable[BindingType], conductor: Conductor | None) -> HelpScreen:
    """Return the help. Without a conductor there is nothing to do but to read, so it has only the keys."""
    keys = [(printed(one.key), one.tooltip) for one in bindings if isinstance(one, Binding)]
    if conductor is None:
        pages: tuple[HelpPage, ...] = (keys_page(keys),)
    else:
        here = conductor.situation()
        pages = help_pages([thing for thing in things_to_do(here) if thing.example], keys, {}, here)
    return HelpScreen(pages)


def how_to_meet(conductor: Conductor | None) -> str:
    """Return how the panel votes and decides here, with one of them in the example; empty if it can't."""
    if conductor is None:
        return ""
    such = f"/vote yes by {conductor.writer}"
    return f"Vote, decide, dissent: / opens a line, such as {such}; /reopen undoes the end"
