"""Deeds that are interrupted, and what people may rely on afterwards.

A deed is done in a data folder in which two interviews are kept, and says what was told as done. Whatever becomes of
its process or of the power, the program opens what is left, has what it said, and goes on.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

import facilitator.workspace.running_session as running_session  # loaded here, so that no deed has to
from facilitator.conducting.draft_keeper import DraftKeeper
from facilitator.conducting.rehearsal import rehearse
from facilitator.conducting.sealing import seals
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session
from facilitator.files import elsewhere
from facilitator.reports import Options
from facilitator.workspace import cards, exports, hand_over, retention
from facilitator.workspace.people.about import about
from facilitator.workspace.workspace import Workspace

CANARY = "zanzibar-canary"
OTHER = "lisbon-canary"
BRIEF = "porto-canary"
NOTE = "oslo-canary"
BEFORE = "before"
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ray")),
    segments=(Segment(id="one", title="One", length_seconds=300),),
)
CARD = Scorecard(recommendation=next(iter(Recommendation)), strengths="calm under fire")

Say = Callable[[str, str, str], None]
"""Told what was said as done: the kind, the session, and a text."""


def script(word: str) -> str:
    return f"00:00 /start\n00:10 + {word} closed three of five\n05:00 /end"


class Place:
    """A folder with a data folder in it, in which the session of `CANARY` and another one are kept.

    `chance` says how many notes there are, and how long.
    """

    def __init__(self, folder: Path, seed: str = "") -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.out = folder / "out"
        self._used: list[Workspace] = []

    @property
    def workspace(self) -> Workspace:
        self._used.append(Workspace(self.folder / "data", warn=print))
        return self._used[-1]

    def leave(self) -> None:
        """Let the threads go that asked the disk."""
        for workspace in self._used:
            workspace.home.disk.end()
        self._used.clear()

    def prepare(self) -> None:
        self.out.mkdir(parents=True)
        (self.out / "old.md").write_text(BEFORE)
        for word in (OTHER, CANARY):
            self.workspace.keep(rehearse(AGENDA, script(word), candidate=word).events)
        self.workspace.home.device()

    def session(self, word: str = CANARY) -> str:
        """The id of the session of `word`."""
        return next(entry.session for entry in self.workspace.entries() if entry.candidate == word)

    def export(self, format_name: str, path: Path) -> Path:
        workspace, session = self.workspace, self.session()
        value = debrief(*workspace.read(session))
        traces = exports.traces_of(workspace, session)
        return exports.write_export(value, format_name, path, Options(), traces)

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file())

    def with_word(self, word: str) -> list[str]:
        """The files in which `word` stands, each by its path."""
        found = (path for path in self.files() if word.encode() in path.read_bytes())
        return sorted(str(path.relative_to(self.folder)) for path in found)


def notes(place: Place, word: str) -> list[str]:
    """Notes of the session, in the order of the alphabet."""
    words = ["she", "named", "the", "customers", "that", "left", "and", "why", "they", "had,", "unasked"]
    return [
        f"{word} {number}: {' '.join(place.chance.choices(words, k=place.chance.randint(1, 40)))}"
        for number in range(place.chance.randint(1, 5))
    ]


def stay_here(folder: Path) -> None:
    """Have no second place outside of `folder`, and no settings of whoever runs this."""
    for name in ("LASTING", "FLEETING"):
        setattr(elsewhere, name, ())
    for name in ("HOME", "TMPDIR"):
        os.environ[name] = str(folder)


def keep(place: Place, say: Say) -> None:
    """Go on with an interview that has ended, draft and note by note."""
    session = place.session()
    with running_session.in_hand(place.workspace, session) as running:
        for text in notes(place, CANARY):
            running.draft.save(text)
            say("draft", session, text)
            if running.conductor.submit(text).kept:
                say("kept", session, text)
            running.draft.clear()


def interview(place: Place, say: Say) -> None:
    """Begin an interview, take notes, end and leave it; its debrief is written."""
    with running_session.start(place.workspace, AGENDA, "", "Robin Reyes", None) as running:
        session = running.conductor.session.id
        for line in ("/start", *notes(place, CANARY), "/end"):
            if running.conductor.submit(line).wait().kept:
                say("ended" if line == "/end" else "kept", session, "" if line.startswith("/") else line)
        _, under_way = running.write_debrief()
        under_way.answer()
        say("debrief", session, "")


LINES = ("/start", f"+ {CANARY} closed three", "/add 2m", "/them Why now?", "two\nrows", "/undo", "/end")
"""What is typed into an interview, line by line; each makes one step."""


def lines(place: Place, say: Say) -> None:
    """Begin an interview and type into it as people do: each line is a draft until it is carried out."""
    with running_session.start(place.workspace, AGENDA, "", "Robin Reyes", None) as running:
        conductor, keeper = running.conductor, DraftKeeper(running.draft, say_nothing)
        session = conductor.session.id
        for line in LINES:
            keeper.keep(line)
            keeper.close()
            say("typed", session, line)
            name = keeper.name(line)
            done = conductor.carry_out(conductor.decide(line), name=name)
            keeper.hand_in(line, name, done)
            if done.wait().kept:
                say("done", session, line)
            keeper.keep("")
            keeper.close()


def say_nothing(why: str) -> None:
    pass


def export(place: Place, say: Say) -> None:
    place.export("md", place.workspace.debriefs())
    place.export("md", place.out / "old.md")
    say("written", place.session(), "out/old.md")


def csv(place: Place, say: Say) -> None:
    place.export("csv", place.workspace.debriefs())
    written = place.export("csv", place.out / "sheets")
    say("written", place.session(), str(written.relative_to(place.folder)))


def export_all(place: Place, say: Say) -> None:
    files = hand_over.everything_about(place.workspace, about(place.workspace, CANARY))
    for name in ("all", "all.zip"):
        hand_over.write_collection(place.workspace, place.out / name, files)
        say("written", place.session(), f"out/{name}")


def start(place: Place, say: Say) -> None:
    with running_session.start(place.workspace, AGENDA, "", "Robin Reyes", None):
        pass


def take_in(place: Place, say: Say) -> None:
    session = hand_over.take_in(place.workspace, place.folder / "copy.journal")
    say("kept", session, f"{CANARY} closed three of five")


def erase(place: Place, say: Say) -> None:
    session = place.session()
    retention.erase_session(place.workspace, session)
    say("erased", session, CANARY)


def erase_note(place: Place, say: Say) -> None:
    """Erase one note of an interview that stays."""
    session = place.session()
    with running_session.in_hand(place.workspace, session) as running:
        running.conductor.submit("/erase n2")
    say("erased", session, NOTE)


def purge(place: Place, say: Say) -> None:
    workspace = place.workspace
    for entry in retention.older_than(workspace, 100):
        if entry.candidate == CANARY:
            retention.erase_session(workspace, entry.session)
            say("erased", entry.session, CANARY)


def brief(place: Place, say: Say) -> None:
    """Keep an interview, export it, and erase it at once."""
    session = rehearse(AGENDA, script(BRIEF), candidate=BRIEF).session.id
    place.workspace.keep(rehearse(AGENDA, script(BRIEF), candidate=BRIEF).events)
    value = debrief(*place.workspace.read(session))
    exports.save_all(place.workspace, value, ("md", "csv"))
    retention.erase_session(place.workspace, session)
    say("erased", session, BRIEF)


def card(place: Place, say: Say) -> None:
    """Submit the card of one panelist twice and of the other, which opens them all."""
    session = place.session()
    for panelist in ("cfo", "cfo", "ceo"):
        if cards.submit_card(place.workspace, session, panelist, CARD).kept:
            say("card", session, panelist)
    say("opened", session, "")


def index(place: Place, say: Say) -> None:
    """Make the library anew, and once more when it is damaged."""
    place.workspace.reindex()
    (place.folder / "data/library.json").write_text("{")
    place.workspace.entries()


def before_erasing(place: Place) -> None:
    place.export("md", place.workspace.debriefs())
    place.export("csv", place.workspace.debriefs())
    place.export("md", place.out / "elsewhere.md")
    other = place.session(OTHER)
    value = debrief(*place.workspace.read(other))
    exports.save_all(place.workspace, value, ("md",))


def before_erasing_a_note(place: Place) -> None:
    with running_session.in_hand(place.workspace, place.session()) as running:
        for line in (f"a note of {NOTE}", "another", f"/edit 2 better: {NOTE}"):
            running.conductor.submit(line)


def before_taking_in(place: Place) -> None:
    session = place.session()
    shutil.copy(place.workspace.home.path(session, "journal"), place.folder / "copy.journal")
    retention.erase_session(place.workspace, session)


def nothing(place: Place) -> None:
    pass


class Deed(NamedTuple):
    """A deed, and what is there before. `erases` is whether the session of `CANARY` goes; `lists`, if files are listed;
    `forgets`, whether it is the note of `NOTE` that goes.

    Those that were listed are found again by whoever erases their session later.
    """

    do: Callable[[Place, Say], None]
    prepare: Callable[[Place], None] = nothing
    erases: bool = False
    lists: bool = False
    forgets: bool = False


DEEDS = {
    "keep": Deed(keep),
    "lines": Deed(lines),
    "end": Deed(interview, lists=True),
    "start": Deed(start),
    "export": Deed(export, lists=True),
    "csv": Deed(csv, lists=True),
    "export-all": Deed(export_all, lists=True),
    "erase": Deed(erase, before_erasing, erases=True),
    "erase-note": Deed(erase_note, before_erasing_a_note, forgets=True),
    "purge": Deed(purge, before_erasing, erases=True),
    "brief": Deed(brief),
    "import": Deed(take_in, before_taking_in),
    "card": Deed(card),
    "index": Deed(index),
}


class Promise(NamedTuple):
    """What was said: see `Say`."""

    kind: str
    session: str
    text: str


class Whole(NamedTuple):
    """What the deed leaves if nothing stops it, and what was there before: contents by path."""

    after: dict[str, bytes]
    before: dict[str, bytes]


def contents(place: Place) -> dict[str, bytes]:
    return {str(path.relative_to(place.folder)): path.read_bytes() for path in place.files()}


def check(place: Place, deed: Deed, whole: Whole, promises: Iterable[Promise]) -> None:
    """What must be true when the program starts again. Raises AssertionError, or whatever the program raises."""
    promises = list(promises)
    erased = [promise.text for promise in promises if promise.kind == "erased"]
    for word in erased:
        assert not place.with_word(word), f"an erasure that said done has left {place.with_word(word)}"
    place.workspace.finish_what_was_begun()
    check_nothing_is_unfinished(place)
    check_names(place, whole)
    if deed.erases and not erased:
        left = [name for name in place.with_word(CANARY) if not name.startswith("data/library")]
        was = sorted(name for name, content in whole.before.items() if CANARY.encode() in content)
        assert left in ([], [name for name in was if not name.startswith("data/library")]), left
    assert place.with_word(OTHER), "an innocent session is gone"
    check_sessions(place)
    if deed.forgets:
        check_note(place)
    kept = cache(lambda session: place.workspace.read(session)[0])
    for promise in promises:
        check_promise(place, promise, kept)
    go_on(place)
    if deed.lists:
        check_erasing(place)


def check_nothing_is_unfinished(place: Place) -> None:
    assert not list(place.folder.rglob("*.unfinished"))
    assert not list(place.folder.glob("data/unfinished/*"))
    assert not list(place.folder.glob("data/erasing/*"))


def check_names(place: Place, whole: Whole) -> None:
    """What has a final name is what was to be there; a folder that is there has everything in it."""
    tops = [*place.out.glob("[!.]*"), *place.folder.glob("data/debriefs/[!.]*")]
    for top in tops:
        for path in (path for path in (top, *top.rglob("*")) if path.is_file()):
            name = str(path.relative_to(place.folder))
            known = [contents.get(name) for contents in whole if name in contents]
            assert not known or path.read_bytes() in known, f"{name} is there in part"
        if top.is_dir():
            found = {str(path.relative_to(place.folder)) for path in top.rglob("*") if path.is_file()}
            names = {name for name in whole.after | whole.before if (place.folder / name).is_relative_to(top)}
            assert not names or found == names, f"{top} is there in part"


def check_sessions(place: Place) -> None:
    """Every journal that is there can be read, has its agenda, and is in the list of sessions."""
    workspace = place.workspace
    listed = {entry.session for entry in workspace.entries()}
    for session in workspace.home.session_ids():
        assert workspace.read(session)[0].agenda.title == AGENDA.title
        assert session in listed
        keys = workspace.home.keys(session)
        found = workspace.read(session)[0]
        for sealed in found.sealed_cards.values():
            key = seals.key_id(sealed.sealed)
            assert key is not None
            assert found.cards_opened is not None or keys.get(key), "a card without its key"
    assert len(listed) >= 1
    assert not workspace.unreadable


def check_note(place: Place) -> None:
    """The note is there as a whole, or gone to the last byte."""
    session = place.workspace.read(place.session())[0]
    (text,) = [note.text for note in session.notes.values() if NOTE in note.text] or [""]
    assert (text, len(session.erased)) in ((f"better: {NOTE}", 0), ("", 1)), text
    assert bool(text) == bool(place.with_word(NOTE)), place.with_word(NOTE)
    assert len(session.notes) + len(session.erased) >= 3


def check_erasing(place: Place) -> None:
    """Whatever was written of a session is found by whoever erases it, wherever its list of files was cut off."""
    for entry in place.workspace.entries():
        if entry.candidate != OTHER:
            retention.erase_session(place.workspace, entry.session)
    assert not place.with_word(CANARY), f"erased, and it is still in {place.with_word(CANARY)}"
    assert place.with_word(OTHER), "an innocent session is gone"


def check_promise(place: Place, promise: Promise, kept: Callable[[str], Session]) -> None:
    """Whether what was said holds of what is `kept` of its session."""
    if promise.kind == "erased":
        assert not place.with_word(promise.text)
        return
    if promise.kind in ("typed", "done"):
        check_line(place, promise)
        return
    session = kept(promise.session)
    notes = [note.text for note in session.notes.values()]
    match promise.kind:
        case "kept":
            assert not promise.text or any(promise.text in note for note in notes), f"lost: {promise.text}"
        case "draft":
            draft = place.workspace.home.draft(promise.session).load()
            later = [note for note in notes if note >= promise.text]
            assert later or draft >= promise.text, f"lost: the draft {promise.text}"
        case "ended":
            assert session.ended_at is not None
        case "written":
            assert os.path.lexists(place.folder / promise.text)
        case "debrief":
            assert list(place.folder.glob("data/debriefs/*"))
        case "card":
            assert promise.text in {*session.sealed_cards, *session.cards}
        case "opened":
            assert session.cards_opened is not None
            assert set(session.cards) == {"cfo", "ceo"}


def check_line(place: Place, promise: Promise) -> None:
    """Whether a line that was typed is recorded or offered, but never both; one that was carried out is recorded."""
    with running_session.in_hand(place.workspace, promise.session) as running:
        events = running.conductor.events
        steps = len({event.group for event in events if not isinstance(event.fact, SessionOpened | ClockAnchored)})
        offered = running.draft.load()
    number = LINES.index(promise.text)
    assert offered in ("", *LINES[steps : steps + 1]), f"{offered!r} was carried out, and is offered again"
    assert steps > number or (promise.kind == "typed" and offered == promise.text), f"lost: {promise.text}"


_numbers = count()


def go_on(place: Place) -> None:
    """Each session takes one note more."""
    for session in place.workspace.home.session_ids():
        text = f"and on it goes {next(_numbers)}"
        with suppress(ValueError), running_session.in_hand(place.workspace, session) as running:
            assert running.conductor.submit(text).kept
        assert any(note.text == text for note in place.workspace.read(session)[0].notes.values())
        break
