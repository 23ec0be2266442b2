"""A session on its stage: held by this process, conducted, and known to the library as it goes on."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from facilitator.cli.outcomes import Failed, WrongInput
from facilitator.clock import Clock, SystemClock
from facilitator.conductor import Conductor
from facilitator.domain.opening import opening, session_id
from facilitator.storage import draft
from facilitator.storage.durable_file import StorageError

if TYPE_CHECKING:
    from facilitator.cli.place import Place
    from facilitator.domain.agenda import Agenda
    from facilitator.domain.session import Session

Kept = TypeVar("Kept")


class FileDraft:
    """The unfinished note line of a session, in a file beside its journal. Each call may raise OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> str:
        return _as_os_error(lambda: draft.load(self._path))

    def save(self, text: str) -> None:
        _as_os_error(lambda: draft.save(self._path, text))

    def clear(self) -> None:
        _as_os_error(lambda: draft.clear(self._path))


class Stage:
    """What a screen needs to run one session."""

    def __init__(self, place: "Place", conductor: Conductor, draft_path: Path) -> None:
        self.place = place
        self.conductor = conductor
        self.draft = FileDraft(draft_path)
        self._milestones: tuple[int | None, int | None] | None = _milestones(conductor.session)
        conductor.listen(self._bring_library_up_to_date)

    def close(self) -> None:
        self.conductor.close()
        self._milestones = None
        self._bring_library_up_to_date()

    def _bring_library_up_to_date(self) -> None:
        """At the start, the end and when it is left; never for a note, nor before there is something to see."""
        session = self.conductor.session
        milestones = _milestones(session)
        if milestones == self._milestones:
            return
        self._milestones = milestones
        try:
            self.place.record(session, self.conductor.now())
        except StorageError:
            return  # it is an index, made anew from the journals when it is asked for


def _milestones(session: "Session") -> tuple[int | None, int | None]:
    return session.started_at, session.ended_at


@contextmanager
def begun(place: "Place", agenda: "Agenda", source: str, candidate: str, starts: str | None) -> Iterator[Stage]:
    """A new session of `agenda`, which was read from `source`. Raises WrongInput for a `starts` that is no time."""
    if place.config.bell is not None:
        agenda = replace(agenda, bell=place.config.bell)
    clock = SystemClock()
    now = clock.read().wall_ms
    try:
        opened = opening(agenda, candidate, now, local_zone(), starts, source)
    except ValueError:
        raise WrongInput(f"--starts: “{starts}” is not a time: write 10:00 or 2026-12-01 10:00.") from None
    name = session_id(opened, now, os.urandom(2).hex())
    with place.hold_new(name, now) as held:
        conductor = Conductor.open(held.journal, name, opened, clock, place.home.device())
        yield from _on_stage(place, conductor, held.draft)


@contextmanager
def resumed(place: "Place", session: str) -> Iterator[Stage]:
    """A session that goes on."""
    clock: Clock = SystemClock()
    with place.hold(session, clock.read().wall_ms) as held:
        try:
            conductor = Conductor.resume(held.journal, clock, place.home.device())
        except ValueError:
            raise Failed(f"The journal of {session} holds no session: nothing was kept in it.") from None
        yield from _on_stage(place, conductor, held.draft)


def _on_stage(place: "Place", conductor: Conductor, draft_path: Path) -> Iterator[Stage]:
    stage = Stage(place, conductor, draft_path)
    try:
        yield stage
    finally:
        stage.close()


def local_zone() -> str:
    """The IANA name of this device's zone; UTC where it can't be told."""
    name = os.environ.get("TZ", "").removeprefix(":") or _linked_zone()
    if not name:
        from pendulum.tz import local_timezone  # knows more ways, and takes its time to load

        name = local_timezone().name
    return name if "/" in name else "UTC"


def _linked_zone() -> str:
    """The zone that most systems link `/etc/localtime` to."""
    try:
        return str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:
        return ""


def _as_os_error(action: Callable[[], Kept]) -> Kept:
    try:
        return action()
    except StorageError as error:
        raise OSError(str(error)) from error
