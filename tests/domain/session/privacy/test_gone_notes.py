"""A note that was taken back can still be erased, and of one that was erased it is only known what it was called."""

import pytest

from facilitator.domain.facts.kinds.notes import FactSealed, NoteTaken
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.session.fold import fold
from facilitator.domain.session.privacy.gone_notes import ErasedNote, UndoneNote, note_name
from tests.domain.session.panels import OPENED, PANEL, event


def test_alone_what_was_taken_back_has_no_label_since_the_next_note_has_it():
    taken, undone = event("n", 5, NoteTaken(text="secret")), event("u", 6, Revoked(group="n"))
    session = fold((OPENED, taken, undone, event("m", 7, NoteTaken(text="other"))))
    assert session.undone_notes == {"n": UndoneNote("n", "ann", "secret")}
    assert [note.label for note in session.notes.values()] == ["1"]
    assert fold((OPENED, taken, undone, event("r", 8, Revoked(group="u")))).undone_notes == {}


@pytest.mark.parametrize("fact", [NoteTaken(text="x", number=4), FactSealed(box="x", number=4)], ids=["open", "sealed"])
def test_on_a_panel_it_keeps_its_label(fact):
    session = fold((*PANEL, event("n", 20, fact, "bo"), event("u", 21, Revoked(group="n"), "bo")))
    assert [(note.label, note.by) for note in session.undone_notes.values()] == [("b4", "bo")]


def test_what_is_sealed_and_no_note_is_none_when_it_was_taken_back():
    rating = event("r", 20, FactSealed(box="of a rating"), "bo")
    assert fold((*PANEL, rating, event("u", 21, Revoked(group="r"), "bo"))).undone_notes == {}


def test_what_it_is_called():
    assert [note_name(label) for label in ("7", "b7", "")] == ["n7", "b7", ""]
    assert [ErasedNote("n", 0, "bo", label).called for label in ("7", "b7", "")] == ["n7", "b7", ""]
