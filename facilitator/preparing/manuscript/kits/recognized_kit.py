"""Find out whether data is the kit of an ATS, and of which. A new system is a reader of its own, and a name here."""

from facilitator.preparing.manuscript.kits.ashby_form import ashby_form
from facilitator.preparing.manuscript.kits.greenhouse_kit import greenhouse_kit
from facilitator.preparing.manuscript.kits.kit import Kit
from facilitator.preparing.manuscript.kits.lever_template import lever_template
from facilitator.preparing.manuscript.kits.workable_kit import workable_kit

READERS = (greenhouse_kit, ashby_form, lever_template, workable_kit)


def recognized_kit(value: object) -> Kit | None:
    """Return the kit that a value is; None if it is none that is known here."""
    return next((kit for read in READERS if (kit := read(value)) is not None), None)
