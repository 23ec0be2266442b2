"""The workspace: the data folder with its sessions, its library and its settings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.clock import SystemClock
from facilitator.conducting.reading import read, readable_events
from facilitator.domain.facts.event import Event
from facilitator.domain.panel.onlooker import seen_by_onlooker
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import one_line
from facilitator.files import own_folder
from facilitator.files.durable import StorageError, make_folder, reason
from facilitator.resources import theme_names
from facilitator.storage.home import Home, OpenSession, default_root
from facilitator.storage.journal_states import DOUBTFUL, FileState
from facilitator.storage.places.user import user
from facilitator.storage.settings.config import Config, load_config
from facilitator.workspace.errors import NextStep, OpeningLost, Step, WrongRequest

if TYPE_CHECKING:
    from collections.abc import Collection

    from facilitator.conducting.sealing.own_notes import OwnNotes
    from facilitator.delivery.cues import Cues
    from facilitator.storage.journal_line import Scan
    from facilitator.storage.library import Entry, Library


AMISS = -1
"""What the library has as the length of a journal in which something is amiss: it is read, and told, each time."""


class Workspace:
    """The data folder at `root`, by default the platform's own. `warn` receives complaints about the settings.

    `unreadable` lists the sessions whose journals could not be read the last time they were looked at. `notices` are
    sentences about damage, each by its session, or by the name of the library: to be told once, by whoever can.
    """

    def __init__(self, root: Path | None, warn: Callable[[str], None]) -> None:
        self.home = Home(root or default_root())
        self.unreadable: list[str] = []
        self.notices: dict[str, str] = {}
        self.complaints: list[str] = []
        self._warn = warn

    @cached_property
    def library(self) -> "Library":
        """The library, opened on first use: TinyDB is slow to load, and a session can begin without it."""
        from facilitator.storage.library import Library

        return Library(self.home.library, self._entries_from_journals, self._library_put_aside)

    @cached_property
    def config(self) -> Config:
        """The settings. Complaints about them are passed to `warn`, once, and kept for a screen."""
        path = self.home.config
        try:
            loaded = self.home.disk.do(partial(load_config, path, theme_names(), _formats))
        except TimeoutError as error:
            self.complain(f"{path} can't be read: {reason(error)}. The defaults are used.")
            return Config()
        for complaint in loaded.complaints:
            self.complain(str(complaint))
        return loaded.config

    def complain(self, complaint: str) -> None:
        """Tell a complaint about the settings."""
        self.complaints.append(complaint)
        self._warn(complaint)

    def complain_about_key(self, name: str, message: str) -> None:
        """Tell what is wrong with the key of `name` in the settings, with its place."""
        from facilitator.storage.settings.config import complaint_of_setting

        self.complain(str(complaint_of_setting(self.home.config, message, name, "keys")))

    def keep_setting(self, name: str, value: str | bool | None, table: str = "") -> str:
        """Write one setting, or take it out if it is None; return where it is kept, or why it isn't."""
        from facilitator.storage.settings.changing import change

        try:
            change(self.home.config, name, value, table)
        except StorageError as error:
            return f"It applies until you leave. {error}"
        return f"It is saved in {one_line(str(self.home.config))}."

    def told_settings(self) -> Iterator[str]:
        """Yield what is set, one setting a line, and where that can be changed."""
        from facilitator.storage.settings.telling import told

        yield from told(self.config)
        yield f"They are in {one_line(str(self.home.config))}, and apply from the next start."

    def cues(self) -> "Cues":
        """Return what plays the cues of the settings."""
        from facilitator.delivery.cues import Cues

        return Cues(self.config.cues, str(self.home.config))

    def now(self) -> int:
        """Return the time of the wall clock, in ms since 1970."""
        return SystemClock().read().wall_ms

    def debriefs(self) -> Path:
        """Return the folder for the debriefs that are written when an interview ends; create it if it is missing."""
        make_folder(self.home.debriefs)
        return self.home.debriefs

    def entries(self, *, in_haste: bool = False) -> "tuple[Entry, ...]":
        """Return all sessions, most recently used first, after reading journals of which the library may be wrong.

        These are the journals of unfinished sessions, and those that have been written to since they were read last.
        `in_haste`, what is known of ended sessions is believed without looking at their files.
        """
        try:
            return self._entries_brought_up_to_date(in_haste)
        except StorageError:  # it can't be written, or read: what it would say is in the journals
            from facilitator.storage.library import latest_first

            return latest_first(self._entries_from_journals())

    def _entries_brought_up_to_date(self, in_haste: bool) -> "tuple[Entry, ...]":
        entries = self.library.entries()
        doubtful = self.home.doubtful_sessions({entry.session: _state(entry, in_haste) for entry in entries})
        known = {entry.session: entry for entry in entries}
        changed = [found for found in self._entries_from_journals(doubtful) if found != known.get(found.session)]
        if not changed:
            return entries
        from facilitator.storage.library import A_MOMENT_SECONDS, latest_first

        try:
            self.library.update(changed, A_MOMENT_SECONDS)
        except StorageError:  # another process has it locked, or it can't be written
            return latest_first((known | {entry.session: entry for entry in changed}).values())
        return self.library.entries()

    def elsewhere(self) -> dict[str, Path]:
        """Return where something of a session is kept outside of the data folder, by session."""
        return self.home.second_place.sessions()

    def find(self, name: str) -> str:
        """Return the id that is, or alone begins with, `name`, without reading a journal.

        For what can't be undone; elsewhere `finding.which_session` knows more ways to say it. Raises WrongRequest if
        there is none, or more than one.
        """
        ids = self.home.session_ids()
        found = [name] if name in ids else [session for session in ids if session.startswith(name)]
        if len(found) == 1:
            return found[0]
        if not found:
            from facilitator.domain.text.nearest import did_you_mean, nearest_names

            said = f"There is no session whose id begins with “{one_line(name)}”. "
            said += did_you_mean(nearest_names(name, ids))
            raise WrongRequest(said.strip(), NextStep(Step.CHOOSE))
        raise WrongRequest(f"“{one_line(name)}” could be {', '.join(found[:5])}.")

    def latest_unfinished(self) -> str:
        """Return the id of the unfinished session that was used last. Raises WrongRequest if there is none."""
        entries = self.entries(in_haste=True)
        for entry in entries:
            if entry.status == "unfinished":
                return entry.session
        for entry in entries:
            if entry.status == "planned":
                said = "There is no unfinished session, but one that is planned:"
                raise WrongRequest(said, NextStep(Step.GO_ON, entry.session))
        raise WrongRequest("There is no unfinished session.", NextStep(Step.BEGIN))

    def events(self, session: str) -> tuple[Event, ...]:
        """Return the events of a session, as far as they can be read here. Raises StorageError.

        If it is shared, they are in the order that they have on every device, not in that in which they came here.
        """
        found, own = self._journal(session)
        return readable_events(found.kept, own)

    def read(self, session: str) -> tuple[Session, int]:
        """Return a session as it is seen here, and the instant of its last event. Raises StorageError."""
        found, own = self._journal(session)
        try:
            history = read(found.kept, own)
            seen = seen_by_onlooker(history.session) if own is not None and own.looks_on else history.session
            return seen, max(event.at for event in history.events)
        except ValueError:
            texts = () if own is not None and own.looks_on else readable_events(found.kept, own)
            raise OpeningLost(session, texts, found.newer) from None

    def finish_what_was_begun(self) -> None:
        """Clear away what killed processes were making, and erase what they were erasing, which is a notice each."""
        home = self.home
        try:
            home.disk.do(home.unfinished.clear)
            is_one_being_erased = home.disk.do(partial(own_folder.is_folder, home.being_erased))
        except OSError:
            return  # the next start may have a disk that answers
        if is_one_being_erased:
            from facilitator.storage.retaining.erasing import finish
            from facilitator.workspace.erasing.clearing_away import finish_erasing
            from facilitator.workspace.shared.erasure import say_what_is_unsaid

            self.notices |= dict(finish(home, self.library))
            finish_erasing(self)
            say_what_is_unsaid(self)

    def hold_new(self, session: str, now: int) -> OpenSession:
        """Create the journal of a new session and hold the session. Raises StorageError."""
        held = self.home.new_session(session, user(), now)
        self._tell_who_else()
        return held

    def hold(self, session: str, now: int) -> OpenSession:
        """Open and hold a session that exists. Raises StorageError, SessionHeld."""
        held = self.home.open_session(session, user(), now)
        if held.journal.amiss:
            self.notices[session] = f"{session}: {held.journal.amiss}"
        self._tell_who_else()
        return held

    def _tell_who_else(self) -> None:
        """Tell, once, who else can come by what is kept here."""
        if said := self.home.not_told_yet():
            self.notices[str(self.home.root)] = one_line(said)

    def keep(self, events: Sequence[Event]) -> None:
        """Keep a session that was played elsewhere. If there is one with its id already, that one stays as it is.

        Raises StorageError, also if it is kept only in the second place.
        """
        session = read(events).session
        last_at = max(event.at for event in events)
        if session.id not in self.home.session_ids():
            with self.hold_new(session.id, last_at) as held:
                held.journal.append(events)
                if held.journal.trouble:
                    raise StorageError(held.journal.trouble)
        self.record(session, last_at)

    def record(self, session: Session, used_at: int) -> None:
        """Update the library's entry of a session. Raises StorageError."""
        from facilitator.storage.library import entry_of

        state = self.home.journal_state(session.id)
        self.library.record(entry_of(session, used_at, state.length, state.changed_ns))

    def reindex(self) -> int:
        """Rebuild the library from the journals; return how many sessions are in it."""
        entries = list(self._entries_from_journals())
        self.library.reindex(entries)
        return len(entries)

    def _journal(self, session: str) -> "tuple[Scan, OwnNotes | None]":
        """Return what is kept of a session and, if that is a panel's, what opens this device's notes."""
        found = self.home.read_session(session)
        if found.amiss:
            self.notices[session] = f"{session}: {found.amiss}"
        if not found.is_shared:
            return found, None
        from facilitator.workspace.shared.own_secrets import own_notes_of

        return found, own_notes_of(self.home, session)

    def _library_put_aside(self, aside: Path) -> None:
        name = self.home.library.name
        self.notices[name] = f"{name} was damaged. It was rebuilt from the journals; the damaged one is {aside}."

    def _entries_from_journals(self, sessions: Iterable[str] | None = None) -> "Iterator[Entry]":
        from facilitator.storage.library import entry_of

        self.unreadable = []
        for name in self.home.session_ids() if sessions is None else sessions:
            try:
                state = self.home.journal_state(name)
                session, used_at = self.read(name)
                if name in self.notices:
                    state = FileState(AMISS)
            except (StorageError, ValueError):
                self.unreadable.append(name)
                continue
            yield entry_of(session, used_at, state.length, state.changed_ns)


def _state(entry: "Entry", in_haste: bool) -> FileState | None:
    """Return the state in which a journal is that needn't be read; None if any will do."""
    if not entry.ended_at:
        return DOUBTFUL
    if in_haste or entry.journal_bytes is None:
        return None
    return FileState(entry.journal_bytes, entry.journal_changed_ns)


def _formats() -> "Collection[str]":
    from facilitator.reports.formats import FORMATS  # not at the top: only settings that name one need to know

    return FORMATS
