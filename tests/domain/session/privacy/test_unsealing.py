"""What was sealed is read where there is a key, whatever order the keys come in; what isn't its key changes nothing."""

from facilitator.domain.facts.event import Event, PrivateEvent
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import FactSealed, NoteShown, NotesOpened, NoteTaken
from facilitator.domain.session.history import History
from facilitator.domain.session.privacy.unsealing import MOST_KEYS_TRIED, keys_in
from tests.domain.session.panels import PANEL, event

SEALED = event("b", 30, FactSealed(box="bo's key:a note", number=1), by="bo")
OPENED = event("k", 40, NotesOpened(key="bo's key"), by="bo")


class Boxes:
    """Opens a box with whatever stands before its colon."""

    def __init__(self, device: str = "", own_key: str = "") -> None:
        self.device, self.own_key = device, own_key
        self.tried = 0

    def opened(self, event: Event, box: str, key: str, *, is_single: bool) -> AnyFact | None:
        self.tried += 1
        right, _, text = box.partition(":")
        return NoteTaken(text=text, number=1) if key == (f"{right} of {event.id}" if is_single else right) else None


def notes(history: History) -> list[tuple[str, str, bool]]:
    return [(note.called, note.text, note.private) for note in history.session.notes.values()]


def test_without_a_key_it_is_counted_and_has_its_place():
    history = History.of((*PANEL, SEALED), Boxes())
    assert notes(history) == []
    assert [(one.panelist, one.device, one.label) for one in history.session.sealed.values()] == [("bo", "bo-1", "b1")]
    assert history.readable == tuple(history.events)


def test_its_own_device_reads_it_at_once_and_knows_that_nobody_else_does():
    history = History.of(PANEL, Boxes("bo-1", "bo's key")).with_event(SEALED)
    assert notes(history) == [("b1", "a note", True)]
    assert type(history.readable[-1]) is PrivateEvent
    assert history.events[-1] == SEALED


def test_the_key_opens_it_everywhere_and_what_came_before_the_key_as_well():
    for arrived in ((SEALED, OPENED), (OPENED, SEALED)):
        history = History.of(PANEL, Boxes())
        for one in arrived:
            history = history.with_event(one)
        assert notes(history) == [("b1", "a note", False)]
        assert history.session == History.of((*PANEL, *arrived), Boxes("bo-1", "bo's key")).session


def test_only_its_own_device_gives_the_key_of_a_single_note():
    for by, found in (("bo", [("b1", "a note", False)]), ("ann", [])):
        shown = event("k", 40, NoteShown(note="b", keys={"b": "bo's key of b"}), by=by)
        assert notes(History.of((*PANEL, SEALED, shown), Boxes())) == found


def test_what_the_host_opened_of_another_device_opens_it():
    opened = event("k", 40, NotesOpened(key="bo's key", device="bo-1", reason="lost"))
    assert notes(History.of((*PANEL, SEALED, opened), Boxes())) == [("b1", "a note", False)]


def test_wrong_keys_keep_nobody_from_opening_it_and_few_are_tried():
    wrong = [event(f"w{n}", 31 + n, NotesOpened(key=f"wrong {n}", device="bo-1", reason="…")) for n in range(99)]
    boxes = Boxes()
    assert notes(History.of((*PANEL, SEALED, *wrong, event("k", 200, OPENED.fact, by="bo")), boxes)) != []
    assert boxes.tried == 1, "a device's own word comes first"
    keys = keys_in((*wrong, OPENED)).of_devices["bo-1"]
    assert (keys[0], len(keys)) == ("bo's key", MOST_KEYS_TRIED)


def test_a_number_that_was_sealed_and_taken_back_is_given_to_no_other():
    from facilitator.domain.facts.kinds.session import Revoked

    undone = event("u", 35, Revoked(group="b"), by="bo")
    later = event("c", 40, FactSealed(box="other:later"), by="bo")
    history = History.of((*PANEL, SEALED, undone, later), Boxes())
    assert [one.label for one in history.session.sealed.values()] == [""]
    assert history.session.numbers["nb"] == 1


def test_a_box_that_no_key_opens_stays_sealed_on_its_own_device_too():
    wrong = event("w", 40, NotesOpened(key="wrong"), by="bo")
    history = History.of((*PANEL, SEALED, wrong), Boxes("bo-1", "not this one"))
    assert notes(history) == []
    assert history.readable == tuple(history.events)


def test_what_has_no_number_takes_none_when_it_is_taken_back():
    from facilitator.domain.facts.kinds.session import Revoked

    rating = event("c", 30, FactSealed(box="bo's key:a rating"), by="bo")
    undone = event("u", 35, Revoked(group="c"), by="bo")
    history = History.of((*PANEL, rating, undone, event("d", 40, NoteTaken(text="a note"), by="bo")), Boxes())
    assert notes(history) == [("b1", "a note", False)]
