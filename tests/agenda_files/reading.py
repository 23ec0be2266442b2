"""Agendas in words, and what is made of them."""

from facilitator.agenda_files import parse
from facilitator.domain.plan.agenda import Agenda


def agenda_of(text: str, name: str = "a.yaml") -> Agenda:
    """The agenda in a text that is right."""
    loaded = parse(text, name)
    assert loaded.agenda is not None, [str(complaint) for complaint in loaded.complaints]
    return loaded.agenda


def complaints_of(text: str, name: str = "a.yaml") -> list[str]:
    return [str(complaint) for complaint in parse(text, name).complaints]


def errors_of(text: str, name: str = "a.yaml") -> list[str]:
    """The complaints about a text of which no agenda comes."""
    assert parse(text, name).agenda is None
    return complaints_of(text, name)


def with_segment(fields: str, more: str = "") -> str:
    """An agenda of one segment of five minutes, with more fields of its own and of the agenda."""
    return f"title: x\n{more}segments:\n  - {{title: A, length: 5m, {fields}}}\n"
