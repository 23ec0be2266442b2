"""The library of sessions: an index that nothing can damage for long."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import TinyDB

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.files.durable import StorageError
from facilitator.storage.library import Entry, Library, entry_of
from facilitator.storage.safe_json import SafeJson


def entry(session, used_at=1, **more):
    return Entry(session=session, title="VP Sales", opened_at=0, used_at=used_at, **more)


AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee"),),
    segments=(Segment(id="one", title="One", length_seconds=300),),
)
MISPLACED = b'{"sessions":{"a":{"session":"b","title":"t","opened_at":0,"used_at":0}}}'
FROM_JOURNALS = [entry("from-journal-1", 1), entry("from-journal-2", 2)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "library.json"


@pytest.fixture
def library(path):
    library = Library(path, lambda: [])
    library.reindex([])
    return library


def sessions(library):
    return [entry.session for entry in library.entries()]


def test_sessions_come_with_the_one_used_last_first(library):
    for session, used_at in [("a", 2), ("b", 3), ("c", 1)]:
        library.record(entry(session, used_at))
    assert sessions(library) == ["b", "a", "c"]


def test_recording_a_session_again_replaces_what_was_known(library):
    library.record(entry("a", notes=3, ended_at=9))
    library.record(entry("b", 2))
    library.record(entry("a", notes=4))
    assert library.entries() == (entry("b", 2), entry("a", notes=4))


def test_an_entry_comes_back_as_it_was(path, library):
    whole = entry("a", candidate="É. 漢", agenda="/x/y.yaml", started_at=5, ended_at=6, notes=7)
    library.record(whole)
    assert Library(path, list).entries() == (whole,)
    assert whole.status == "ended"


def test_a_removed_session_is_gone_and_removing_it_again_is_fine(library):
    library.record(entry("a"))
    library.record(entry("b"))
    library.remove("a")
    library.remove("a")
    assert sessions(library) == ["b"]


def test_it_sees_what_another_process_has_recorded(path, library):
    assert sessions(library) == []
    Library(path, list).record(entry("a"))
    assert sessions(library) == ["a"]


def test_two_processes_lose_none_of_each_others_entries(path, library):
    code = """
import sys
from pathlib import Path
from facilitator.storage.library import Entry, Library
library = Library(Path(sys.argv[1]), list)
for n in range(40):
    library.record(Entry(session=f"{sys.argv[2]}-{n}", title="t", opened_at=0, used_at=0))
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    others = [subprocess.Popen([sys.executable, "-c", code, path, name], env=environment) for name in "ab"]
    assert [other.wait() for other in others] == [0, 0]
    assert set(sessions(library)) == {f"{name}-{n}" for name in "ab" for n in range(40)}


class TestRebuilding:
    def rebuilt(self, path):
        return Library(path, lambda: FROM_JOURNALS)

    def test_a_missing_library_is_made_from_the_journals(self, path):
        told: list[Path] = []
        library = Library(path, lambda: FROM_JOURNALS, told.append)
        assert sessions(library) == ["from-journal-2", "from-journal-1"]
        assert told == []

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b'{"sessions": 3}',
            b'{"sessions": {"a": {"session": 1}}}',
            b"\xff",
            b'{"sessions":{"a":{}}}',
            MISPLACED,
        ],
    )
    def test_a_damaged_library_is_put_aside_and_made_again_which_is_told_once(self, path, content):
        path.parent.mkdir()
        path.write_bytes(content)
        told: list[Path] = []
        for _ in range(2):
            library = Library(path, lambda: FROM_JOURNALS, told.append)
            assert sessions(library) == ["from-journal-2", "from-journal-1"]
        [aside] = told
        assert aside.read_bytes() == content

    def test_recording_into_a_damaged_or_missing_library_loses_no_session(self, path):
        path.parent.mkdir()
        for content in (b"{", None):
            path.unlink(missing_ok=True)
            if content:
                path.write_bytes(content)
            library = self.rebuilt(path)
            library.record(entry("new", 9))
            assert sessions(library) == ["new", "from-journal-2", "from-journal-1"]

    def test_reindexing_makes_the_given_entries_the_whole_library(self, library):
        library.record(entry("old"))
        library.reindex(FROM_JOURNALS)
        assert sessions(library) == ["from-journal-2", "from-journal-1"]


def test_a_failed_write_leaves_the_library_as_it_was(path, library, monkeypatch):
    library.record(entry("a"))

    def fail(fd):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("facilitator.files.durable.sync", fail)
        with pytest.raises(StorageError, match="disk is full"):
            library.record(entry("b"))
    assert sessions(library) == ["a"]
    assert sessions(Library(path, list)) == ["a"]
    library.record(entry("b"))
    assert sorted(sessions(library)) == ["a", "b"]


def test_it_is_private_whatever_the_umask(path):
    before = os.umask(0)
    try:
        Library(path, list).record(entry("a"))
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_it_is_what_tinydb_reads_and_writes(path, library):
    library.record(entry("a"))
    with TinyDB(path, storage=SafeJson) as database:
        assert database.tables() == {"sessions"}
        database.table("other").insert({"b": 1})
    assert sessions(library) == ["a"]


def test_ten_thousand_sessions_are_listed_in_a_glance(path):
    library = Library(path, list)
    library.reindex(entry(f"s{n:05}", n, notes=40, candidate="Somebody") for n in range(10_000))

    def seconds(read):
        began = time.process_time()
        assert len(read()) == 10_000
        return time.process_time() - began

    def bare():
        return json.loads(path.read_text("utf-8").partition(" ")[2])["sessions"]

    ours = min(seconds(lambda: Library(path, list).entries()) for _ in range(5))
    assert ours < 2 * min(seconds(bare) for _ in range(5))  # about half of it


@pytest.mark.parametrize(
    ("more", "status", "seconds"),
    [
        ({}, "unfinished", None),
        ({"started_at": 1_000}, "unfinished", None),
        ({"started_at": 1_000, "ended_at": 61_999}, "ended", 60),
        ({"started_at": 1_000, "ended_at": 61_999, "apart_seconds": 20}, "ended", 40),
        ({"ended_at": 1, "cancelled": "no-show"}, "no-show", None),
        ({"ended_at": 1, "cancelled": "fire alarm"}, "cancelled", None),
        ({"started_at": 0, "ended_at": 1, "cancelled": "fire alarm"}, "cut off", 0),
    ],
)
def test_an_entry_says_how_it_stands_and_how_long_it_took(more, status, seconds):
    assert (entry("a", **more).status, entry("a", **more).took_seconds) == (status, seconds)


def test_an_entry_is_made_of_a_session():
    conductor = rehearse(AGENDA, "00:00 /start\n00:10 a note\n02:00 /end", "Robin Reyes")
    made = entry_of(conductor.session, 7, 100, None)
    assert (made.candidate, made.notes, made.status, made.took_seconds) == ("Robin Reyes", 1, "ended", 120)
    assert (made.used_at, made.journal_bytes, made.journal_changed_ns) == (7, 100, None)


def test_several_sessions_are_renewed_at_once_and_the_others_stay(library):
    library.record(entry("a", 1))
    library.record(entry("b", 2))
    library.update([entry("b", 4), entry("c", 3)], 1)
    assert [(one.session, one.used_at) for one in library.entries()] == [("b", 4), ("c", 3), ("a", 1)]
