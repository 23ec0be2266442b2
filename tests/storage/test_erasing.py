"""An erased session leaves no byte in any file of the data folder; the others lose none."""

from pathlib import Path

import pytest

from facilitator.delivery.clipboard import FILE_NAME
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.files.lock import SessionHeld
from facilitator.storage import erasing, legal_hold
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.library import Entry, Library

CANARY = "zanzibar-canary"
OTHER = "lisbon-canary"
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee"),),
    segments=(Segment(id="one", title="One", length_seconds=60),),
)


def event(session: str, number: int, fact: SessionOpened | NoteTaken) -> Event:
    stamp = Stamp(number, 0, Author("ceo", "device"))
    return Event(id=f"e{number}", session=session, stamp=stamp, at=number, group=f"e{number}", fact=fact)


def keep(home: Home, library: Library, session: str, word: str) -> None:
    """A session with `word` in every kind of file that it can have."""
    opening, note = SessionOpened(agenda=AGENDA, candidate=word), NoteTaken(text=word)
    with home.new_session(session, word, 0) as held:
        held.journal.append([event(session, 1, opening)])
        held.journal.append([event(session, 2, note)])
        held.draft.save(word)
        held.meeting_draft.save(word)
    torn = home.path(session, "journal")
    durable.put_aside(torn, word.encode(), "torn")
    home.path(session, "draft").with_name(f"{session}.draft.new").write_text(word)
    home.keys(session).add(word, bytes(32))
    card, card_keys = home.card_draft(session, "ceo")
    card.save(word)
    card_keys.add(word, bytes(32))
    durable.make_folder(home.debriefs)
    for name in (f"{session}-debrief.md", f"{session}-debrief-2.md", f"{session}-debrief.html"):
        (home.debriefs / name).write_text(word)
    sheets = home.debriefs / f"{session}-debrief-csv"
    sheets.mkdir()
    (sheets / "notes.csv").write_text(word)
    library.record(Entry(session=session, title=word, candidate=word, opened_at=1, used_at=2))


def files(root: Path, word: str) -> list[str]:
    found = [path for path in root.rglob("*") if path.is_file()]
    return [path.name for path in found if word.encode() in path.read_bytes() or word in path.name]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data")


@pytest.fixture
def library(home: Home) -> Library:
    return Library(home.library, list)


def test_no_byte_of_an_erased_session_is_left(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    keep(home, library, "a-b", OTHER)
    (home.root / "library.json.damaged-1").write_text(CANARY)
    (home.debriefs / f".{CANARY}").write_text(CANARY)
    (home.debriefs / FILE_NAME).write_text(CANARY)
    kept = sorted(files(home.root, OTHER))
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []
    assert not [path for path in home.sessions.iterdir() if path.name.startswith("a.")]
    assert sorted(files(home.root, OTHER)) == kept
    assert [entry.session for entry in library.entries()] == ["a-b"]


def test_a_session_that_is_erased_twice_is_unknown(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    erasing.erase(home, library, "a")
    with pytest.raises(UnknownSession):
        erasing.erase(home, library, "a")


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", "*", "."])
def test_no_name_leads_out_of_the_folder(home: Home, library: Library, name):
    keep(home, library, "a", CANARY)
    with pytest.raises(UnknownSession):
        erasing.erase(home, library, name)
    assert files(home.root, CANARY)


def test_what_is_open_somewhere_is_not_erased(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    with home.open_session("a", "somebody", 0), pytest.raises(SessionHeld):
        erasing.erase(home, library, "a")
    assert len(home.read_session("a").events) == 2


def test_what_is_under_a_hold_is_not_erased_before_its_release(home: Home, library: Library):
    keep(home, library, "a", CANARY)
    before = sorted(files(home.root, CANARY))
    legal_hold.place(home.path("a", "hold"), legal_hold.LegalHold("a complaint", "Ann", 1))
    with pytest.raises(legal_hold.Held, match="under a hold by Ann: a complaint"):
        erasing.erase(home, library, "a")
    assert sorted(files(home.root, CANARY)) == before
    assert legal_hold.release(home.path("a", "hold"))
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []


def test_an_interrupted_erasure_can_be_done_again(home: Home, library: Library, monkeypatch):
    keep(home, library, "a", CANARY)

    def fail(path: Path) -> None:
        raise OSError(5, "the disk reported an error")

    monkeypatch.setattr(erasing, "_remove", fail)
    with pytest.raises(StorageError):
        erasing.erase(home, library, "a")
    assert len(home.read_session("a").events) == 2
    monkeypatch.undo()
    erasing.erase(home, library, "a")
    assert files(home.root, CANARY) == []
