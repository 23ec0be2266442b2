"""Sessions to erase, with a word in every kind of file that they can have."""

from pathlib import Path

from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.files import durable
from facilitator.storage.home import Home
from facilitator.storage.library import Entry, Library
from facilitator.storage.retaining import written_files

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


def written(home: Home, session: str, path: Path, word: str) -> Path:
    """A file that the program wrote of a session."""
    path.write_text(word)
    written_files.add(home.path(session, "files"), home.root, {path: word.encode()})
    return path
