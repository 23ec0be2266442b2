"""What the facts about notes do to a session."""

from facilitator.domain.facts.kinds.notes import NoteEdited, NoteFiled, NoteStruck, NoteTaken
from facilitator.domain.facts.signal import Signal
from tests.domain.session.recorded import minutes, session_of

FIRST = NoteTaken(text="first", signal=Signal.CONCERN, competency="craft", panelists=("bo",), shared=True)
SECOND = NoteTaken(text="second", question="aims")


def test_a_note_is_what_was_taken_when_and_by_whom():
    (note,) = session_of((3, FIRST), by="bo").notes.values()
    assert (note.id, note.number, note.at, note.author) == ("e1", 1, minutes(3), "bo")
    assert (note.text, note.signal, note.competency, note.question) == ("first", Signal.CONCERN, "craft", None)
    assert (note.panelists, note.shared, note.segment, note.edited) == (("bo",), True, None, False)


def test_struck_notes_keep_their_numbers():
    session = session_of((1, FIRST), (2, SECOND), (3, NoteStruck(note="e1")), (4, NoteTaken(text="third")))
    assert [(note.number, note.text) for note in session.notes.values()] == [(2, "second"), (3, "third")]
    assert [note.text for note in session.struck.values()] == ["first"]
    assert session_of((1, FIRST), (2, NoteStruck(note="e9"))).struck == {}


def test_an_edited_note_reads_anew_and_keeps_when_it_was_taken_and_by_whom():
    edited = NoteEdited(note="e1", text="other", signal=None, question="slip", panelists=("cy",))
    (note,) = session_of((3, FIRST), (9, edited)).notes.values()
    assert (note.text, note.signal, note.competency, note.question) == ("other", None, None, "slip")
    assert (note.panelists, note.shared, note.edited) == (("cy",), False, True)
    assert (note.number, note.at, note.author) == (1, minutes(3), "ann")


def test_only_that_note_is_edited():
    session = session_of((1, FIRST), (2, SECOND), (3, NoteEdited(note="e2", text="x")))
    assert [(note.text, note.edited) for note in session.notes.values()] == [("first", False), ("x", True)]
    assert len(session_of((1, FIRST), (2, NoteEdited(note="e9", text="x"))).notes) == 1


def filed(**places: str) -> tuple[str | None, str | None, str | None]:
    """The segment, the question and the competency of a note about q1 after it was filed under `places`."""
    (note,) = session_of((1, SECOND), (2, NoteFiled(note="e1", **places))).notes.values()
    return note.segment, note.question, note.competency


def test_a_note_is_filed_under_what_is_named_and_nothing_else_changes():
    assert filed() == (None, "aims", None)
    assert filed(competency="people") == (None, "aims", "people")
    assert filed(segment="three") == ("three", None, None)
    assert filed(question="slip") == ("two", "slip", None)
    assert filed(question="slip", competency="craft") == ("two", "slip", "craft")


def test_nothing_is_filed_under_what_is_not_in_the_agenda():
    assert filed(competency="luck", segment="ten", question="what") == (None, "aims", None)
    assert session_of((1, NoteFiled(note="e9", segment="two"))).notes == {}
