"""Which lines are recorded: no draft should offer them again.

Separate from the draft, which knows no session.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.conducting.conductor import Conductor


def is_recorded(conductor: "Conductor", name: str) -> bool:
    """Return whether something is recorded of the line that had this name while it was typed."""
    return any(event.id == name for event in conductor.events) or any(one.is_named(name) for one in conductor.packets)
