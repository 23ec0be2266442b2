"""What is kept about a person: the sessions that were with them, perhaps with them, and those that mention them.

It is looked up in the journals, in all that was ever recorded: the library has only the last name of each candidate.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import Struct

from facilitator.domain.facts.kinds.candidate import CandidateNamed
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.text.mentions import mentioned
from facilitator.domain.text.person_name import PersonName, is_near, is_same, people
from facilitator.domain.text.plain_text import harmless, one_line
from facilitator.files.durable import StorageError
from facilitator.storage.draft import MEETING_DRAFT, NOTE_DRAFT, DraftInFile
from facilitator.storage.retaining import legal_hold
from facilitator.workspace.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.domain.facts.event import Event
    from facilitator.workspace.workspace import Workspace

_WHERE = {
    "notes": "a note",
    "candidate": "a question of the candidate's",
    "people": "the panel",
    "panel": "the panel",
    "ratings": "a rating",
    "meeting": "the meeting",
    "session": "the agenda",
    "changes": "a change of plan",
}
"""What a fact is about, by the module of its kind."""


class Passage(NamedTuple):
    """Where somebody is mentioned, in words, and the whole text."""

    where: str
    text: str


class Match(Struct, frozen=True):
    """A session in which somebody was found. `candidate` is all that its candidate was ever called."""

    session: str
    candidate: str
    passages: tuple[Passage, ...] = ()


class Findings(Struct, frozen=True):
    """The sessions with somebody of this `name`, or of nearly this name, and those that only mention them."""

    name: str
    same: tuple[Match, ...]
    near: tuple[Match, ...]
    mentioning: tuple[Match, ...]

    @property
    def others(self) -> tuple[Match, ...]:
        """What somebody should look at."""
        return self.near + self.mentioning


def about(workspace: "Workspace", name: str) -> Findings:
    """Return what is kept about a person. Raises WrongRequest if that is nothing, StorageError.

    What can't be read is among the `unreadable` of the workspace.
    """
    asked = people(name)
    found: dict[str, list[Match]] = {"same": [], "near": [], "mentioning": []}
    workspace.unreadable = []
    searches = [mentioned(one) for one in asked]
    for session in workspace.home.session_ids() if asked else ():
        try:
            events = workspace.events(session)
        except StorageError:
            events = ()
        if not any(isinstance(event.fact, SessionOpened) for event in events):
            workspace.unreadable.append(session)
        called = _called(events)
        passages = tuple(_passages(workspace, session, events, searches))
        how = _how_near(asked, called) or ("mentioning" if passages else "")
        if how:
            found[how].append(Match(session, " / ".join(called), passages if how == "mentioning" else ()))
    whole = Findings(one_line(name), **{how: tuple(matches) for how, matches in found.items()})
    if not whole.same and not whole.others:
        raise WrongRequest(f"There is no session with “{whole.name}”.")
    return whole


def drafted_agenda_mentions(workspace: "Workspace", name: str) -> bool:
    """Return whether the unfinished answers about a new agenda mention a person."""
    text = ""
    with suppress(StorageError):
        text = DraftInFile(workspace.home.agenda_draft).load()
    return any(mentioned(one)(text) for one in people(name))


def _called(events: "Sequence[Event]") -> list[str]:
    """Return all names that the candidate was ever given."""
    facts = [event.fact for event in events]
    opened = [fact.candidate for fact in facts if isinstance(fact, SessionOpened)]
    named = opened + [fact.name for fact in facts if isinstance(fact, CandidateNamed)]
    return list(dict.fromkeys(filter(None, map(one_line, named))))


def _how_near(asked: tuple[PersonName, ...], called: list[str]) -> str:
    names = [name for written in called for name in people(written)]
    if any(is_same(one, other) for one in asked for other in names):
        return "same"
    return "near" if any(is_near(one, other) for one in asked for other in names) else ""


def _passages(
    workspace: "Workspace", session: str, events: "Sequence[Event]", searches: "Sequence[Callable[[str], bool]]"
) -> Iterator[Passage]:
    """Yield each text of a session, once, that mentions whom is looked for; without what acts on a terminal."""
    seen = set[str]()
    for where, written in (*_texts(events), *_beside_journal(workspace, session)):
        text = harmless(written)
        if text not in seen and any(is_in(text) for is_in in searches):
            yield Passage(where, text)
        seen.add(text)


def _texts(events: "Sequence[Event]") -> Iterator[tuple[str, str]]:
    for event in events:
        where = _WHERE.get(type(event.fact).__module__.rpartition(".")[2], "what was recorded")
        if isinstance(event.fact, SessionOpened):
            yield from (("the panel", panelist.name) for panelist in event.fact.agenda.panel)
        written = event.as_written
        fact = msgspec.json.decode(written) if isinstance(written, msgspec.Raw) else msgspec.to_builtins(event.fact)
        yield from ((where, text) for text in _strings(fact))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _beside_journal(workspace: "Workspace", session: str) -> Iterator[tuple[str, str]]:
    """Yield what is kept of a session and isn't in its journal: what was being typed, its hold, damage put aside."""
    home = workspace.home
    for kind, where in ((NOTE_DRAFT, "an unfinished note"), (MEETING_DRAFT, "an unfinished line of the meeting")):
        with suppress(StorageError):
            yield where, home.draft(session, kind).load()
    with suppress(StorageError):
        hold = legal_hold.find(home.path(session, "hold"))
        yield from [("the reason of its hold", hold.reason)] if hold else []
    yield from (("a damaged line", line) for line in home.damaged_lines(session))
