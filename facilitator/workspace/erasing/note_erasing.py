"""Erasing notes while a session runs: what is seen to before that is recorded, and what is cleared away afterwards.

Separate from the conductor, which takes them out of the log: here is what else there is on this device. That it is to
be done is kept first, so that whatever stops the process, the next one goes on.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteErased
from facilitator.domain.language.decision import Refusal
from facilitator.files.durable import StorageError, explained

if TYPE_CHECKING:
    from facilitator.storage.home import Home
    from facilitator.storage.retaining.legal_hold import LegalHold
    from facilitator.workspace.workspace import Workspace

ON_HOLD = "A note was erased. Here the interview is on hold: nothing of it is erased until that is released."


class NoteErasing:
    """Sees to the notes that are erased of the session of `conductor`, from when it is opened until it is left."""

    def __init__(self, workspace: "Workspace", conductor: Conductor) -> None:
        self._workspace, self._conductor = workspace, conductor
        self._complete, conductor.complete = conductor.complete, self._completed
        conductor.may_forget = self._may_forget = partial(may_forget, workspace.home, conductor.session.id)
        self._session = conductor.session
        self._texts: list[str] = []
        self._is_to_do = conductor.history.erasures is not None and self._is_begun()
        conductor.forget()
        conductor.listen(self._follow)

    def close(self) -> None:
        """Clear away what is left of erased notes beside the journal, which is closed by now."""
        conductor, erasures = self._conductor, self._conductor.history.erasures
        if self._is_to_do and erasures is not None and not conductor.trouble and self._may_forget():
            from facilitator.workspace.erasing.clearing_away import clear_away

            clear_away(self._workspace, conductor.situation(), erasures, conductor.history.readable, self._texts)

    def _completed(self, facts: Sequence[AnyFact]) -> Sequence[AnyFact]:
        """Return the facts of a decision; an erasure says what goes. Raises Refusal if nothing may."""
        facts = self._complete(facts)
        if not any(isinstance(fact, NoteErased) for fact in facts):
            return facts
        from facilitator.domain.session.privacy.erasures import completed
        from facilitator.storage.retaining.legal_hold import Held

        session, history = self._conductor.session.id, self._conductor.history
        try:
            with explained("Nothing was erased"):
                if (hold := _hold_of(self._workspace.home, session)) is not None:
                    raise Held(session, hold)
                self._begin()
        except StorageError as error:
            raise Refusal(str(error)) from error
        by = self._conductor.situation().author
        facts = completed(facts, history, by)
        if history.packets and any(isinstance(fact, NoteErased) and not fact.packets for fact in facts):
            raise Refusal("Only whoever took a note, or the lead, can erase it, and only if it was recorded by itself.")
        return facts

    def _follow(self) -> None:
        """Take note of what was erased since."""
        before, self._session = self._session, self._conductor.session
        new = self._session.erased.keys() - before.erased.keys()
        if not new:
            return
        self._is_to_do = True
        self._texts += [
            note.text
            for notes in (before.notes, before.struck, before.undone_notes)
            for note in notes.values()
            if note.id in new
        ]
        with suppress(OSError):
            self._begin()
        if not self._may_forget():
            self._workspace.notices[f"hold {self._session.id}"] = ON_HOLD

    def _begin(self) -> None:
        """Keep that a note is being erased. Raises OSError."""
        from facilitator.workspace.erasing.clearing_away import begin

        self._workspace.home.disk.do(partial(begin, self._workspace.home, self._session.id))

    def _is_begun(self) -> bool:
        from facilitator.workspace.erasing.clearing_away import is_begun

        with suppress(OSError):
            return self._workspace.home.disk.do(partial(is_begun, self._workspace.home, self._session.id))
        return True


def may_forget(home: "Home", session: str) -> bool:
    """Return whether no hold keeps the session; one that can't be read keeps it."""
    try:
        return _hold_of(home, session) is None
    except (StorageError, OSError):
        return False


def _hold_of(home: "Home", session: str) -> "LegalHold | None":
    from facilitator.storage.retaining import legal_hold  # not at the top: hardly any note is erased

    return home.disk.do(partial(legal_hold.find, home.path(session, "hold")))
