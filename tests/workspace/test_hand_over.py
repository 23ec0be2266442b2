"""Everything about a person handed over, and a session taken in from an export."""

from pathlib import Path

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.files.durable import StorageError
from facilitator.reports import Options, export_text
from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.exports import save_all
from facilitator.workspace.hand_over import MENTIONS, everything_about, take_in, write_collection
from facilitator.workspace.people.about import about
from facilitator.workspace.retention import erase_session
from facilitator.workspace.running_session import in_hand
from facilitator.workspace.workspace import Workspace

SCRIPT = "00:00 /start\n00:10 canary\n01:00 /end"


def exported(workspace, session: str, folder: Path) -> Path:
    """The session as JSON with all that happened."""
    options = Options(events=workspace.events(session))
    path = folder / "it.json"
    path.write_text(export_text(debrief(*workspace.read(session)), "json", options), encoding="utf-8")
    return path


def test_it_is_all_of_their_sessions_and_nothing_of_anybody_elses(workspace, keep):
    first, second = (keep(SCRIPT, starts=f"2026-01-0{day} 10:00") for day in (5, 6))
    keep("00:00 /start\n00:10 of another\n01:00 /end", candidate="Kim Ode", starts="2026-01-07 10:00")
    files = everything_about(workspace, about(workspace, "robin reyes"))
    assert set(files) == {
        f"{session}/{name}"
        for session in (first, second)
        for name in ("debrief.md", "debrief.json", f"kept/{session}.journal")
    }
    assert b"of another" not in b"".join(files.values())
    assert b'"journal"' in files[f"{first}/debrief.json"]


def test_of_interviews_with_others_it_is_what_mentions_them(workspace, keep):
    keep(SCRIPT)
    others = "00:00 /start\n00:10 knows *Robin* Reyes well\n00:20 of another\n01:00 /end"
    other = keep(others, candidate="Kim Ode", starts="2026-01-07 10:00")
    found = about(workspace, "Robin Reyes")
    files = everything_about(workspace, found)
    said = files[MENTIONS].decode()
    assert other in said
    assert r"a note: knows \*Robin\* Reyes well" in said
    assert b"of another" not in b"".join(files.values())
    whole = everything_about(workspace, found, [other])
    assert f"{other}/debrief.md" in whole
    assert MENTIONS not in whole


def test_a_collection_goes_with_an_interview_with_somebody_else_of_which_there_is_a_passage_in_it(
    workspace, keep, tmp_path: Path
):
    keep(SCRIPT)
    others = "00:00 /start\n00:10 knows Robin Reyes well\n01:00 /end"
    other = keep(others, candidate="Kim Ode", starts="2026-01-07 10:00")
    found = about(workspace, "Robin Reyes")
    write_collection(workspace, tmp_path / "robin.zip", everything_about(workspace, found), found)
    erase_session(workspace, other)
    assert not (tmp_path / "robin.zip").exists()


def test_about_nobody_there_is_nothing(workspace):
    with pytest.raises(WrongRequest):
        about(workspace, "Nobody")


def test_a_collection_overwrites_nothing(workspace, tmp_path: Path):
    write_collection(workspace, tmp_path / "out", {"a/b.md": b"x"})
    assert (tmp_path / "out/a/b.md").read_bytes() == b"x"
    with pytest.raises(StorageError, match="already exists"):
        write_collection(workspace, tmp_path / "out", {})


def test_a_session_comes_back_from_its_export_as_it_was(workspace, keep, tmp_path: Path):
    session = keep(SCRIPT)
    before = workspace.events(session)
    file = exported(workspace, session, tmp_path)
    with pytest.raises(WrongRequest, match="is already here"):
        take_in(workspace, file)
    erase_session(workspace, session)
    assert take_in(workspace, file) == session
    assert workspace.events(session) == before
    assert [entry.session for entry in workspace.entries()] == [session]


@pytest.fixture
def session(keep) -> str:
    return keep(SCRIPT)


def test_a_journal_is_taken_in_as_it_is(workspace, session, tmp_path: Path):
    before = workspace.events(session)
    file = workspace.home.path(session, "journal").rename(tmp_path / "copy.journal")
    assert take_in(workspace, file) == session
    assert workspace.events(session) == before


def test_what_a_second_place_holds_is_taken_in_elsewhere(workspace, keep, home, tmp_path: Path, full_disk):
    with pytest.raises(StorageError):
        keep(SCRIPT)
    [there] = home.glob("facilitator-*/*.journal")
    full_disk.fails = lambda path: False
    other = Workspace(tmp_path / "other", warn=print)
    session = take_in(other, there)
    assert other.events(session) == workspace.events(session)


def test_a_session_that_is_here_gets_what_it_lacks_and_nothing_twice(workspace, session, tmp_path: Path):
    whole = workspace.home.path(session, "journal").read_bytes()
    copy = tmp_path / "copy.journal"
    copy.write_bytes(whole)
    workspace.home.path(session, "journal").write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert workspace.read(session)[0].ended_at is None
    take_in(workspace, copy)
    assert workspace.read(session)[0].ended_at is not None
    assert workspace.home.path(session, "journal").read_bytes() == whole
    with pytest.raises(WrongRequest, match="is already here"):
        take_in(workspace, copy)


def said(workspace: Workspace, session: str, line: str) -> None:
    with in_hand(workspace, session) as running:
        running.conductor.submit(line)


def canaries(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and b"canary" in path.read_bytes()]


@pytest.mark.parametrize("lacks_more", [False, True])
def test_what_was_exported_before_brings_no_erased_note_back(workspace, session, tmp_path: Path, lacks_more):
    file = exported(workspace, session, tmp_path)
    said(workspace, session, "/erase n1")
    if lacks_more:
        journal = workspace.home.path(session, "journal")
        lines = journal.read_bytes().splitlines(keepends=True)
        journal.write_bytes(b"".join(line for line in lines if b"InterviewEnded" not in line))
        take_in(workspace, file)
        assert workspace.read(session)[0].ended_at is not None
    with pytest.raises(WrongRequest, match="is already here"):
        take_in(workspace, file)
    assert canaries(workspace.home.root) == []


def test_an_erasure_that_is_taken_in_takes_the_note_from_here_with_all_that_was_written_of_it(
    workspace, session, tmp_path: Path
):
    other = Workspace(tmp_path / "other", warn=print)
    take_in(other, exported(workspace, session, tmp_path))
    said(workspace, session, "/erase n1")
    save_all(other, debrief(*other.read(session)), ("md",), follows=True)
    assert len(canaries(other.home.root)) == 2
    take_in(other, exported(workspace, session, tmp_path))
    assert canaries(other.home.root) == []
    assert [note.called for note in other.read(session)[0].erased.values()] == ["n1"]


def test_another_session_of_the_same_name_is_not_mixed_up_with_it(workspace, session, tmp_path: Path):
    file = exported(workspace, session, tmp_path)
    file.write_text(file.read_text("utf-8").replace('"id":"e', '"id":"f').replace('"group":"e', '"group":"f'), "utf-8")
    with pytest.raises(WrongRequest, match="is already here"):
        take_in(workspace, file)


def test_what_is_damaged_in_a_journal_is_told(workspace, session, tmp_path: Path):
    file = workspace.home.path(session, "journal").rename(tmp_path / "copy.journal")
    file.write_bytes(file.read_bytes().replace(b"canary", b"cobalt"))
    take_in(workspace, file)
    assert workspace.notices[session] == f"{file}: 1 line damaged and skipped."


def test_damage_costs_a_session_that_was_taken_in_one_command(workspace, keep, tmp_path: Path):
    file = exported(workspace, session := keep(SCRIPT), tmp_path)
    erase_session(workspace, session)
    take_in(workspace, file)
    journal = workspace.home.path(session, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"canary", b"cobalt"))
    found, _ = workspace.read(session)
    assert not found.notes
    assert found.ended_at is not None


@pytest.mark.parametrize("change", [('"NoteTaken"', '"NoteSung"'), ('"text"', '"mood":["glad"],"text"')])
def test_what_a_newer_version_wrote_comes_along(workspace, keep, tmp_path: Path, change):
    session = keep(SCRIPT)
    file = exported(workspace, session, tmp_path)
    text = file.read_text(encoding="utf-8")
    report, journal = text.split('"journal"')
    newer = f'{report}"journal"{journal.replace(*change)}'
    assert newer != text
    file.write_text(newer, encoding="utf-8")
    erase_session(workspace, session)
    take_in(workspace, file)
    again = exported(workspace, session, tmp_path).read_text(encoding="utf-8")
    assert again.split('"journal"')[1] == newer.split('"journal"')[1]
    assert workspace.notices[session].startswith(f"{session}: 1 fact of a newer version: ")


@pytest.mark.parametrize(("content", "step"), [("{}", NextStep(Step.EXPORT)), ("[", None)])
def test_where_only_the_journal_is_missing_another_export_helps(workspace, tmp_path: Path, content, step):
    (tmp_path / "it.json").write_text(content)
    with pytest.raises(WrongRequest) as wrong:
        take_in(workspace, tmp_path / "it.json")
    assert wrong.value.next_step == step


def test_what_is_no_session_is_said_with_the_name_of_the_file(workspace, tmp_path: Path):
    (tmp_path / "it.json").write_text("{}")
    for name in ("it.json", "nowhere.json"):
        with pytest.raises(WrongRequest, match=name):
            take_in(workspace, tmp_path / name)
