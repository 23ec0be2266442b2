"""What was erased is left out of every history, whoever still has its bytes; who may erase what is told by headers."""

from itertools import permutations

import pytest

from facilitator.domain.facts.kinds.notes import FactSealed, NoteEdited, NoteErased, NoteTaken
from facilitator.domain.facts.packet import Packet, PacketHead
from facilitator.domain.session.authority import judge
from facilitator.domain.session.history import History
from facilitator.domain.session.privacy.erasures import completed, erasures_in, not_named_yet, note_of, without_body
from facilitator.domain.session.rights import Reason
from tests.domain.session.panels import PANEL, event


def packet(*events, seq: int = 1) -> Packet:
    """The packet of some events, as far as the domain looks at it: its header tells whose it is, and its name."""
    device = events[0].author.device
    head = PacketHead("p1", "0" * 32, device, seq, "0" * 64, "0" * 64)
    name = f"{events[0].id:*>64}"
    header, signature = name.encode(), bytes(64)
    return Packet(id=name, head=head, header=header, signature=signature, body=b"[]", events=events, is_adopting=False)


HOSTING = tuple(packet(one, seq=number) for number, one in enumerate(PANEL))
NOTE = packet(event("n", 20, NoteTaken(text="secret", number=1), by="bo"))
EDIT = packet(event("e", 21, NoteEdited(note="n", text="more of it"), by="bo"))
OTHER = packet(event("m", 22, NoteTaken(text="another", number=2), by="bo"))


def erasure(*packets: Packet, by: str = "bo", ms: int = 30, note: str = "n", name: str = "x") -> Packet:
    fact = NoteErased(note=note, label="b1", packets=tuple(one.id for one in packets))
    return packet(event(name, ms, fact, by=by))


def texts(history: History) -> list[str]:
    return [note.text for note in history.session.notes.values()]


def test_the_note_and_what_became_of_it_are_left_out_and_all_else_stays():
    history = History.of((*HOSTING, NOTE, EDIT, OTHER, erasure(NOTE, EDIT)))
    assert texts(history) == ["another"]
    assert {one.label: one.by for one in history.session.erased.values()} == {"b1": "bo"}
    assert [note.label for note in history.session.notes.values()] == ["b2"]
    assert "secret" not in repr(history.packets.values())


def test_it_makes_no_difference_whether_the_bodies_are_there_or_what_comes_first():
    whole = History.of((*HOSTING, NOTE, EDIT, OTHER, erasure(NOTE, EDIT)))
    gone = [NOTE, without_body(NOTE), EDIT, without_body(EDIT)]
    for order in permutations([gone[0], gone[3], OTHER, erasure(NOTE, EDIT)]):
        history = History.of(HOSTING)
        for one in order:
            history = history.with_events([one])
        assert history.session == whole.session
        assert history.judgement == whole.judgement
        assert {one.id: bool(one.events) for one in history.packets.values()}[NOTE.id] is False


@pytest.mark.parametrize("by", ["ann", "bo"])
def test_who_took_it_and_who_leads_may_erase_it(by: str):
    assert texts(History.of((*HOSTING, NOTE, erasure(NOTE, by=by)))) == []


def test_nobody_else_may():
    history = History.of((*HOSTING, NOTE, erasure(NOTE, by="cy")))
    assert texts(history) == ["secret"]
    (aside,) = history.aside
    assert aside.reason is Reason.NOT_THEIRS_TO_ERASE
    assert not history.session.erased
    assert history.left_of((NOTE,)) == (NOTE,), "it is kept, too, when it comes again"


@pytest.mark.parametrize("note", ["n", "nothing"])
@pytest.mark.parametrize("late", [NOTE, without_body(NOTE)], ids=["with its body", "without"])
def test_nor_before_the_note_is_here(late: Packet, note: str):
    rest = (*HOSTING, OTHER, erasure(NOTE, by="cy", note=note))
    assert History.of(rest).session.erased
    assert History.of(rest).with_events([late]) == History.of((*rest, late))
    assert not History.of((*rest, late)).session.erased


def test_nothing_goes_but_what_is_about_the_note():
    running = packet(event("r", 25, NoteTaken(text="another"), by="bo"))
    history = History.of((*HOSTING, NOTE, running, erasure(NOTE, running)))
    assert texts(history) == ["another"]


def test_the_lead_erases_a_sealed_note_of_anothers_but_nothing_else_that_is_sealed():
    note = packet(event("n", 20, FactSealed(box="of a note", number=1), by="bo"))
    rating = packet(event("r", 21, FactSealed(box="of a rating"), by="bo"))
    for by, sealed in (("ann", {"r"}), ("bo", set[str]())):
        history = History.of((*HOSTING, note, rating, erasure(note, rating, by=by)))
        assert history.session.sealed.keys() == sealed


def test_who_joined_later_erases_nothing_from_before_there_was_a_panel():
    before = packet(event("b", 5, NoteTaken(text="from before"), by="ann"))
    history = History.of((*HOSTING, before, erasure(before, by="bo", ms=6, note="b")))
    assert texts(history) == ["from before"]
    assert [aside.reason for aside in history.aside] == [Reason.NOT_ADMITTED]


def test_a_note_from_before_there_was_a_panel_leaves_its_number():
    before = [packet(event(name, ms, NoteTaken(text=name), by="ann")) for ms, name in ((5, "one"), (6, "two"))]
    history = History.of((*HOSTING, *before))
    (fact,) = completed((NoteErased(note="one", label="a1", number=1),), history, "ann")
    history = history.with_events([packet(event("x", 40, fact, by="ann"))])
    assert [(note.label, note.text) for note in history.session.notes.values()] == [("a2", "two")]


def test_a_note_that_is_called_otherwise_leaves_no_number_of_those_from_before():
    before = packet(event("one", 5, NoteTaken(text="one"), by="ann"))
    wrong = packet(event("x", 40, NoteErased(note="n", label="b3", number=1), by="ann"))
    history = History.of((*HOSTING, before, NOTE, wrong))
    assert [note.label for note in history.session.notes.values()] == ["a1", "b1"]


def test_what_was_not_known_where_it_was_erased_is_named_by_whoever_may():
    history = History.of((*HOSTING, NOTE, EDIT, erasure(NOTE, by="ann")))
    assert [more.packets for more in not_named_yet(history, "bo")] == [(EDIT.id,)]
    assert not_named_yet(history, "cy") == []
    assert not_named_yet(history.with_events([erasure(EDIT, ms=31, name="y")]), "bo") == []


def test_what_comes_of_it_again_is_not_kept_and_all_else_is():
    history = History.of((*HOSTING, NOTE, OTHER, erasure(NOTE)))
    assert history.left_of((NOTE, OTHER, PANEL[0])) == (without_body(NOTE), OTHER, PANEL[0])
    assert history.erasures is not None
    assert history.erasures.take_any_of((OTHER, NOTE))
    assert not history.erasures.take_any_of((OTHER, without_body(NOTE), PANEL[0]))


def test_an_erasure_that_comes_before_the_panel_began_waits_for_that():
    rest = (HOSTING[0], *HOSTING[2:], NOTE, erasure(NOTE))
    host = HOSTING[1]
    assert texts(History.of(rest)) == ["secret"]
    assert History.of(rest).with_events([host]) == History.of((*rest, host))
    assert texts(History.of((*rest, host))) == []


def test_without_a_panel_events_go_one_by_one():
    opened, note, other = PANEL[0], event("n", 5, NoteTaken(text="secret")), event("m", 6, NoteTaken(text="other"))
    said = event("x", 7, NoteErased(note="n", label="1", number=1))
    history = History.of((opened, note, other, said))
    assert texts(history) == ["other"]
    assert [event.id for event in history.events] == [opened.id, "m", "x"]
    assert [note.label for note in history.session.notes.values()] == ["2"]
    assert note_of(note) == "n"
    assert erasures_in((said,)).left_of(note) is None
    assert erasures_in((said,)).take_any_of((opened, note))
    assert not erasures_in((said,)).take_any_of((opened, other, said))


def test_that_nothing_is_erased_is_plain_until_somebody_says_so():
    note, other = event("n", 5, NoteTaken(text="one")), event("m", 6, NoteTaken(text="another"))
    said = event("x", 7, NoteErased(note="n", label="1", number=1))
    history = History.of((PANEL[0], note))
    assert history.erases_nothing_with((other,))
    assert not history.erases_nothing_with((other, said))
    assert not history.with_events((said,)).erases_nothing_with((other,))


@pytest.mark.parametrize("by", ["bo", "cy"], ids=["by right", "without a right"])
def test_nor_is_it_on_a_panel_whoever_says_so(by: str):
    history = History.of((*HOSTING, NOTE))
    assert history.erases_nothing_with((EDIT, OTHER))
    assert not history.erases_nothing_with((OTHER, erasure(NOTE, by=by)))
    assert not history.with_events((erasure(NOTE, by=by),)).erases_nothing_with((OTHER,))


@pytest.mark.parametrize("by", ["bo", "cy"])
def test_where_it_is_plain_nothing_is_erased_in_whatever_order_it_comes(by: str):
    for order in permutations([HOSTING[1], NOTE, OTHER, erasure(NOTE, by=by)]):
        history = History.of((HOSTING[0], *HOSTING[2:]))
        for one in order:
            is_plain, history = history.erases_nothing_with([one]), history.with_events([one])
            assert not (is_plain and history.erasures)


def test_a_body_that_was_erased_without_a_right_comes_again():
    lacking = History.of((*HOSTING, without_body(NOTE)))
    assert texts(lacking) == []
    assert texts(lacking.with_events([NOTE])) == ["secret"]
    assert judge(tuple(lacking.events))[1].aside == ()
