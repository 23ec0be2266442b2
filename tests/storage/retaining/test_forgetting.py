"""What lies beside a journal forgets with it: copies, damage that was put aside, what was copied last."""

import pytest

from facilitator.domain.facts.packet import Kept
from facilitator.files.durable import StorageError
from facilitator.storage.home import Home
from facilitator.storage.journal import Journal, read_events
from facilitator.storage.retaining.forgetting import forget


def without_the_first(kept: Kept) -> Kept | None:
    return None if kept.id == "e1" else kept


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    monkeypatch.setenv("HOME", str(tmp_path))
    return Home(tmp_path / "data")


def test_copies_and_damage_keep_what_is_left(home, note, tmp_path):
    home.debriefs.mkdir(parents=True)
    (home.debriefs / "clipboard.txt").write_text("closed three of five")
    for path in (home.path("s", "journal"), tmp_path / "s-copy-1.journal"):
        with Journal.create(path) as made:
            made.append([note(1)])
            made.append([note(2)])
    torn, other = home.path("s", "journal.torn-1"), home.path("s", "journal.torn-2")
    torn.write_bytes(b'{"id":"e1"}\n')
    other.write_bytes(b'{"id":"e1"}\n{"id":"e2"}\n')
    forget(home, "s", without_the_first, ["e1"])
    assert [event.id for event in read_events(tmp_path / "s-copy-1.journal")] == ["e2"]
    assert [event.id for event in read_events(home.path("s", "journal"))] == ["e1", "e2"]
    assert not torn.exists()
    assert other.read_bytes() == b'{"id":"e2"}\n'
    assert not (home.debriefs / "clipboard.txt").exists()


def test_what_is_damaged_in_a_copy_goes_and_is_put_aside_nowhere(home, note, tmp_path):
    copy = tmp_path / "s-copy-1.journal"
    for path in (home.path("s", "journal"), copy):
        with Journal.create(path) as made:
            made.append([note(1, "secret")])
            made.append([note(2)])
    copy.write_bytes(copy.read_bytes().replace(b"e1", b"??"))
    forget(home, "s", without_the_first, ["e1"])
    assert [event.id for event in read_events(copy)] == ["e2"]
    assert not [path for path in tmp_path.glob("*copy*") if b"secret" in path.read_bytes()]


def test_what_has_nothing_of_it_is_not_touched(home, note):
    home.debriefs.mkdir(parents=True)
    debrief, torn = home.debriefs / "s.md", home.path("s", "journal.torn-1")
    with Journal.create(home.path("s", "journal")) as made:
        made.append([note(1)])
    debrief.write_text("closed three of five")
    torn.write_bytes(b'{"id":"e2"}\n')
    before = [(path.stat().st_ino, path.read_bytes()) for path in (debrief, torn)]
    forget(home, "s", without_the_first, ["e1"])
    assert [(path.stat().st_ino, path.read_bytes()) for path in (debrief, torn)] == before


def test_files_that_cant_be_changed_are_named_and_keep_no_other(home, stuck):
    home.debriefs.mkdir(parents=True)
    home.sessions.mkdir()
    copied, torn = home.debriefs / "clipboard.txt", [home.path("s", f"journal.torn-{number}") for number in (1, 2, 3)]
    for path in (copied, *torn):
        path.write_text("e1")
    stuck.update(torn[1:])
    with pytest.raises(StorageError) as failed:
        forget(home, "s", without_the_first, ["e1"])
    said = [f"What was erased may still be in {path}: the disk is read-only." for path in torn[1:]]
    assert str(failed.value) == " ".join(said)
    assert [path.exists() for path in (copied, *torn)] == [False, False, True, True]
