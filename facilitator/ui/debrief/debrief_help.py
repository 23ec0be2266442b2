"""The help of the debrief screen: what the panel can do in the meeting, its keys, and the commands."""

from collections.abc import Iterable
from typing import TypeGuard

from textual.binding import Binding, BindingType

from facilitator.conducting.conductor import Conductor
from facilitator.showing.things_to_do import things_to_do
from facilitator.ui.help.help_screen import HelpPage, HelpScreen, help_pages, keys_page
from facilitator.ui.toolkit.printed_keys import printed

OF_THE_MEETING = ("debrief.write", "debrief.read")
"""The keys that are of no use to whoever only looks on."""


def debrief_help(bindings: Iterable[BindingType], conductor: Conductor | None) -> HelpScreen:
    """Return the help. Where nobody can vote or decide there is nothing to do but to read: it has only the keys."""
    looks_on = conductor is not None and conductor.session.looks_on
    of_use = [one for one in bindings if isinstance(one, Binding) and not (looks_on and one.id in OF_THE_MEETING)]
    keys = [(printed(one.key), one.tooltip) for one in of_use]
    if not can_meet(conductor):
        pages: tuple[HelpPage, ...] = (keys_page(keys),)
    else:
        here = conductor.situation()
        pages = help_pages([thing for thing in things_to_do(here) if thing.example], keys, {}, here)
    return HelpScreen(pages)


def can_meet(conductor: Conductor | None) -> TypeGuard[Conductor]:
    """Whether people here can vote and decide: the session is at hand, and they don't only look on."""
    return conductor is not None and not conductor.session.looks_on


def how_to_meet(conductor: Conductor | None) -> str:
    """Return how the panel votes and decides here, with one of them in the example; empty if it can't."""
    if not can_meet(conductor):
        return ""
    such = f"/vote yes by {conductor.writer}"
    return f"Vote, decide, dissent: / opens a line, such as {such}; /reopen undoes the end"
