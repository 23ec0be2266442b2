"""The log of a session in two places: its own journal, and the second place while that can't be written.

Separate from the second place, which knows where it may be, but not when it is needed.
"""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.facts.packet import Kept
from facilitator.files.durable import StorageError
from facilitator.files.patience import do_patiently
from facilitator.storage.journal import JournalError, KeptInOrder
from facilitator.storage.places.patient_journal import PatientJournal
from facilitator.storage.second_place import SecondPlace

if TYPE_CHECKING:
    from facilitator.storage.forms.left_lines import Left


def held_already() -> None:
    """Hold nothing more."""


class LogInTwoPlaces(KeptInOrder):
    """The log of a session, whose journal `own` holds `kept` and can't be written now because of `trouble`, if any.

    A disk that gives no answer is one that fails: nobody waits for it for ever. `hold` is called before anything is
    kept for the first time; it raises StorageError if nothing may be. Raises JournalError if what an earlier process
    has kept in the second place can't be read.
    """

    def __init__(
        self,
        session: str,
        second: SecondPlace,
        own: PatientJournal,
        kept: Sequence[Kept] = (),
        trouble: str = "",
        hold: Callable[[], None] = held_already,
    ) -> None:
        super().__init__(kept)
        self._session = session
        self._second = second
        self._own = own
        self._hold = hold
        self._others = second.places(session)
        self._elsewhere: PatientJournal | None = None
        self._is_behind = False
        self._why = trouble
        self._amiss = [own.amiss]
        if second.journals(session):
            self._take_back()

    @property
    def trouble(self) -> str:
        """Why some of the session is not in its own journal, and where it is instead; empty if all of it is."""
        if not self._is_behind:
            return ""
        return f"Kept in {self._elsewhere.path if self._elsewhere else 'a second place'} instead.\n{self._why}"

    @property
    def amiss(self) -> str:
        """What whoever goes on with the session should be told about its journals; empty if all is well."""
        return " ".join(filter(None, self._amiss))

    @property
    def is_hanging(self) -> bool:
        """Whether the disk of the session's own journal has yet to answer."""
        return self._own.is_hanging

    def append(self, kept: Sequence[Kept]) -> None:
        """Keep this, all or none, in one place or the other. Raises JournalError."""
        self._hold_first()
        if self._why or not self._is_done(partial(self._own.append, kept)):
            try:
                self._append_elsewhere(kept)
            except JournalError as error:  # the journal may be writable again
                if not self._is_done(partial(self._own.complete, (*self._kept, *kept))):
                    raise JournalError(f"{self._why}\n{error}") from error
                self._leave_second_place()
            else:
                self._is_behind = True
        self._kept += kept

    def forget(self, left_of: "Left") -> None:
        """Keep only what `left_of` leaves, in each place. Raises JournalError; then it may be tried again."""
        if all(left_of(one) is one for one in self._kept):
            return
        others = {place.path: place for place in self._others}
        for path in self._second.journals(self._session):  # also one that was full later, or couldn't be removed
            with closing(others.get(path) or PatientJournal(path)) as place:
                place.forget(left_of)
        self._own.forget(left_of)
        super().forget(left_of)

    def catch_up(self) -> None:
        """Try again to bring into the session's own journal what it lacks; then nothing is elsewhere any more."""
        if self._why and self._is_done(partial(self._own.complete, self.kept)):
            self._leave_second_place()

    def close(self) -> None:
        """Close the files. A second call does nothing."""
        self._own.close()
        for place in self._others:
            place.close()

    def _hold_first(self) -> None:
        try:
            self._hold()
        except StorageError as error:
            raise JournalError(str(error)) from error
        self._hold = held_already

    def _take_back(self) -> None:
        """Bring back what an earlier process has kept elsewhere."""
        known = {one.id for one in self._kept}
        behind = {one.id: one for one in self._second.kept(self._session) if one.id not in known}
        self._kept += behind.values()
        self._is_behind = bool(behind)
        self._why = self._why or "Not moved back yet."
        self.catch_up()
        if self._why:
            with suppress(JournalError):
                self._begin_elsewhere(self._kept)

    def _is_done(self, deed: Callable[[], None]) -> bool:
        """Return whether the session's own journal has taken what it was given; if not, `_why` says why."""
        try:
            deed()
        except JournalError as error:
            self._why = str(error)
            return False
        return True

    def _append_elsewhere(self, kept: Sequence[Kept]) -> None:
        if self._elsewhere is not None:
            with suppress(JournalError):
                self._elsewhere.append(kept)
                return
        self._begin_elsewhere((*self._kept, *kept))

    def _begin_elsewhere(self, kept: Sequence[Kept]) -> None:
        """Keep this in the first other place that takes them. Raises JournalError, with the reason of the last."""
        failure = JournalError("There is no other place.")
        self._elsewhere = None
        for place in self._others:
            try:
                place.complete(kept)
            except JournalError as error:
                failure = error
            else:
                self._elsewhere = place
                return
        raise failure

    def _leave_second_place(self) -> None:
        self._why = ""
        self._is_behind = False
        self._leave_open_files()
        with suppress(OSError, JournalError):  # what it holds is taken back once more then, to no effect
            self._amiss += do_patiently(partial(self._second.remove, self._session))

    def _leave_open_files(self) -> None:
        """Close the files elsewhere. What hangs is left alone: if it goes on, it writes to a file without a name."""
        for place in self._others:
            place.close()
        self._others = self._second.places(self._session)
        self._elsewhere = None
