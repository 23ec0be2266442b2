"""Does a thing and is killed at each of its calls of the file system. Run as `killing_calls.py DEED FOLDER`.

A process of its own, without threads, so that a deed costs one fork. The deed is done again and again on a fresh copy
of the same data folder; the first time its process is killed before the first call, then before the second, and so on
until it comes to its end. A write is killed in its middle as well. After each kill everything that has its final name
is checked, then the program starts again, and nothing unfinished may be left. Prints how often it was killed.
"""

import fcntl
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import facilitator.workspace.running_session  # loaded here, so that no deed has to
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.files import final_name
from facilitator.files.durable import StorageError
from facilitator.reports import Options
from facilitator.reports import export as make_export
from facilitator.storage.retaining import erasing, written_files  # noqa: F401 - as above
from facilitator.workspace import exports, hand_over, retention
from facilitator.workspace.people.about import about
from facilitator.workspace.workspace import Workspace

CANARY = "zanzibar-canary"
OTHER = "lisbon-canary"
BEFORE = "before"
CALLS = {
    os: [
        *("open", "write", "fsync", "fdatasync", "rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir"),
        *("chmod", "fchmod", "ftruncate", "close"),
    ],
    fcntl: ["flock"],
    final_name: ["_rename_folder"],
}
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True),),
    segments=(Segment(id="one", title="One", length_seconds=300),),
)


def script(word: str) -> str:
    return f"00:00 /start\n00:10 + {word} closed three of five\n05:00 /end"


class Kill:
    """Kills this process at the call with this number."""

    def __init__(self, number: int) -> None:
        self.left = number

    def watch(self) -> None:
        for module, names in CALLS.items():
            for name in names:
                setattr(module, name, partial(self.called, name, getattr(module, name)))

    def called(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        self.count()
        if name in ("fsync", "fdatasync"):
            return None  # a kill, unlike a power cut, takes nothing that was written
        if name == "write":
            descriptor, data = given
            half = bytes(data)[: len(data) // 2]
            if self.left == 1 and half:
                call(descriptor, half)
            self.count()
        return call(*given, **named)

    def count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


class Place:
    """A folder with a data folder in it, in which the session of `CANARY` and another one are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder / "data", warn=print)

    def prepare(self) -> None:
        self.out.mkdir(parents=True)
        (self.out / "old.md").write_text(BEFORE)
        for word in (OTHER, CANARY):
            self.workspace.keep(rehearse(AGENDA, script(word), candidate=word).events)

    def load(self) -> None:
        """Load what the deeds load, so that none has to."""
        value = debrief(*self.workspace.read(self.session()))
        for format_name in ("md", "csv", "json"):
            make_export(value, format_name)
        hand_over.everything_about(self.workspace, about(self.workspace, CANARY))

    def session(self) -> str:
        """The id of the session of `CANARY`."""
        return next(entry.session for entry in self.workspace.entries() if entry.candidate == CANARY)

    def export(self, format_name: str, path: Path) -> Path:
        workspace, session = self.workspace, self.session()
        value = debrief(*workspace.read(session))
        traces = exports.traces_of(workspace, session)
        return exports.write_export(value, format_name, path, Options(), traces)

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file())


def export(place: Place) -> None:
    place.export("md", place.workspace.debriefs())
    place.export("md", place.out / "old.md")


def csv(place: Place) -> None:
    place.export("csv", place.workspace.debriefs())
    place.export("csv", place.out / "sheets")


def export_all(place: Place) -> None:
    files = hand_over.everything_about(place.workspace, about(place.workspace, CANARY))
    for name in ("all", "all.zip"):
        hand_over.write_collection(place.workspace, place.out / name, files)


def start(place: Place) -> None:
    with facilitator.workspace.running_session.start(place.workspace, AGENDA, "", "Robin Reyes", None):
        pass


def take_in(place: Place) -> None:
    hand_over.take_in(place.workspace, place.folder / "copy.journal")


def erase(place: Place) -> None:
    retention.erase_session(place.workspace, place.session())


def check_names(place: Place, whole: dict[str, bytes]) -> None:
    """What has a final name is what was to be there; a folder that is there has everything in it."""
    assert (place.out / "old.md").read_bytes() in (BEFORE.encode(), whole["out/old.md"])
    for top in (*place.out.glob("[!.]*"), *place.folder.glob("data/debriefs/[!.]*")):
        if top.name != "old.md":
            names = [
                name for name in whole if (place.folder / name) == top or (place.folder / name).is_relative_to(top)
            ]
            found = [path for path in (top, *top.rglob("*")) if path.is_file()]
            assert sorted(str(path.relative_to(place.folder)) for path in found) == sorted(names), top
            for name in names:
                assert (place.folder / name).read_bytes() == whole[name], name


def check_sessions(place: Place, whole: dict[str, bytes]) -> None:
    """Every journal that is there can be read, and has its agenda."""
    for session in place.workspace.home.session_ids():
        assert place.workspace.read(session)[0].agenda.title == AGENDA.title


def check_taken_in(place: Place, whole: dict[str, bytes]) -> None:
    check_sessions(place, whole)
    journals = list((place.folder / "data/sessions").glob("*.journal"))
    kept = (place.folder / "copy.journal").read_bytes()
    assert all(path.read_bytes() == kept for path in journals if CANARY.encode() in path.read_bytes())


def check_erased(place: Place, whole: dict[str, bytes]) -> None:
    """It is all there, until it has begun; then nothing is, once the program has started again."""
    has_begun = list((place.folder / "data").glob("erasing/*.erasing"))
    left = {str(path.relative_to(place.folder)) for path in place.files() if CANARY.encode() in path.read_bytes()}
    retention.finish_what_was_begun(place.workspace)
    if has_begun or not left:
        assert not [path for path in place.files() if CANARY.encode() in path.read_bytes()]
        assert not list((place.folder / "data").glob("erasing/*.erasing"))
    else:
        assert [name.rpartition(".")[2] for name in sorted(left)] == ["csv", "md", "json", "journal", "md"], left
    with_other = [path for path in place.files() if OTHER.encode() in path.read_bytes()]
    assert {path.suffix for path in with_other} >= {".journal", ".md"}


def before_erasing(place: Place) -> None:
    place.export("md", place.workspace.debriefs())
    place.export("csv", place.workspace.debriefs())
    place.export("md", place.out / "elsewhere.md")
    (other,) = (entry.session for entry in place.workspace.entries() if entry.candidate == OTHER)
    value = debrief(*place.workspace.read(other))
    exports.save_all(place.workspace, value, ("md",))


def before_taking_in(place: Place) -> None:
    session = place.session()
    shutil.copy(place.workspace.home.path(session, "journal"), place.folder / "copy.journal")
    retention.erase_session(place.workspace, session)


Deed = Callable[[Place], None]
DEEDS: dict[str, tuple[Deed, Callable[[Place, dict[str, bytes]], None], Deed]] = {
    "export": (export, check_names, lambda place: None),
    "csv": (csv, check_names, lambda place: None),
    "export-all": (export_all, check_names, lambda place: None),
    "start": (start, check_sessions, lambda place: None),
    "import": (take_in, check_taken_in, before_taking_in),
    "erase": (erase, check_erased, before_erasing),
}


def is_killed(deed: Deed, place: Place, number: int) -> bool:
    """Return whether the deed's process was killed at this call, rather than at its end."""
    child = os.fork()
    if child == 0:
        try:
            Kill(number).watch()
            deed(place)
            os._exit(0)
        except StorageError as error:
            print(error, file=sys.stderr)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the deed failed by itself"
    return os.WIFSIGNALED(status)


def check_nothing_is_left(place: Place) -> None:
    assert not list(place.folder.rglob("*.unfinished"))
    assert not list(place.folder.glob("data/unfinished/*"))


def main(name: str, folder: str) -> None:
    deed, check, prepare = DEEDS[name]
    place, base = Place(Path(folder) / "place"), Path(folder) / "base"
    place.prepare()
    place.load()
    prepare(place)
    shutil.copytree(place.folder, base)
    assert not is_killed(deed, place, 0)
    whole = {str(path.relative_to(place.folder)): path.read_bytes() for path in place.files()}
    kills = 0
    while True:
        shutil.rmtree(place.folder)
        shutil.copytree(base, place.folder)
        if not is_killed(deed, place, kills + 1):
            break
        kills += 1
        try:
            check(place, whole)
            retention.finish_what_was_begun(place.workspace)
            check_nothing_is_left(place)
            check(place, whole)
        except AssertionError as error:
            raise AssertionError(f"killed at call {kills}: {error}") from error
    print(json.dumps({"kills": kills}))


if __name__ == "__main__":
    main(*sys.argv[1:])
