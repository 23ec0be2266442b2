"""Guides in words or bytes, and what is made of them."""

from facilitator.agenda_files.complaints import Complaints
from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.guide_import import agenda_of
from facilitator.preparing.manuscript.manuscript import Manuscript
from facilitator.preparing.manuscript.recognizing import manuscript_of
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.imported import Imported
from facilitator.preparing.taking.outline_tree import Branch, branches


def imported(text: str | bytes, name: str = "guide.md", choices: ImportChoices | None = None) -> Imported:
    """What comes of a guide with this content."""
    return agenda_of(manuscript(text, name), choices or ImportChoices(), Complaints(name))


def manuscript(text: str | bytes, name: str = "guide.md") -> Manuscript:
    return manuscript_of(text.encode() if isinstance(text, str) else text, name)


def agenda_in(text: str | bytes, name: str = "guide.md", choices: ImportChoices | None = None) -> Agenda:
    """The agenda in a guide from which one can be made."""
    found = imported(text, name, choices)
    assert found.loaded.agenda is not None, [str(complaint) for complaint in found.loaded.complaints]
    return found.loaded.agenda


def roles(text: str | bytes, name: str = "guide.md", choices: ImportChoices | None = None) -> list[str]:
    """What each line of a guide was taken for, in words."""
    return [one.role.value for one in imported(text, name, choices).taken]


def tree(text: str, name: str = "guide.md") -> list[Branch]:
    """The blocks of a guide as branches."""
    return branches(manuscript(text, name).blocks)


def complaints(text: str | bytes, name: str = "guide.md", choices: ImportChoices | None = None) -> list[str]:
    return [complaint.message for complaint in imported(text, name, choices).loaded.complaints]
