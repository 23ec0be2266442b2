"""The workspace: which sessions are here, which one is meant, and what is known of them."""

import os

import pytest

from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.files.durable import StorageError
from facilitator.storage.forms.framing import framed
from facilitator.storage.safe_json import SafeJson
from facilitator.workspace.errors import NextStep, OpeningLost, Step, WrongRequest
from facilitator.workspace.workspace import Workspace

ENDED = "00:00 /start\n01:00 a note\n02:00 /end"


def test_at_first_there_is_nothing(workspace):
    assert workspace.entries() == ()
    with pytest.raises(WrongRequest, match="no unfinished session") as wrong:
        workspace.latest_unfinished()
    assert wrong.value.next_step == NextStep(Step.BEGIN)


def test_what_is_kept_is_listed_with_what_became_of_it(workspace, keep):
    session = keep("00:00 /start\n00:10 /them Why?\n00:20 /owed 1 by bo until 2026-01-09\n02:00 /end")
    [entry] = workspace.entries()
    assert (entry.session, entry.title, entry.candidate, entry.status) == (
        session,
        "A short talk",
        "Robin Reyes",
        "ended",
    )
    assert entry.owed == ("2026-01-09",)


def test_a_part_of_an_id_leads_to_those_that_have_it(workspace, keep):
    session = keep(ENDED)
    with pytest.raises(WrongRequest, match=f"begins with “short”. Did you mean {session}?"):
        workspace.find("short")


def test_the_one_used_last_comes_first_and_the_latest_unfinished_is_gone_on_with(workspace, keep):
    keep(ENDED, starts="2026-01-05 10:00")
    unfinished = keep("00:00 /start", starts="2026-01-06 10:00")
    latest = keep(ENDED, starts="2026-01-07 10:00")
    assert [entry.session for entry in workspace.entries()][:2] == [latest, unfinished]
    assert workspace.latest_unfinished() == unfinished


def test_a_session_is_meant_by_its_id_or_by_a_beginning_that_no_other_has(workspace, keep):
    first, second = (keep(ENDED, starts=f"2026-01-0{day} 10:00") for day in (5, 6))
    assert workspace.find(first) == first
    assert workspace.find("2026-01-06") == second
    with pytest.raises(WrongRequest, match=f"could be {first}, {second}"):
        workspace.find("2026")
    with pytest.raises(WrongRequest, match="There is no session whose id begins with “1999”") as wrong:
        workspace.find("1999")
    assert wrong.value.next_step == NextStep(Step.CHOOSE)


def test_a_session_is_read_up_to_the_last_thing_that_happened(workspace, keep):
    session, last_at = workspace.read(keep(ENDED))
    assert [note.text for note in session.notes.values()] == ["a note"]
    assert last_at == session.ended_at


def test_keeping_the_same_session_again_changes_nothing(workspace, keep):
    session = keep(ENDED)
    before = workspace.events(session)
    keep("00:00 /start\n00:30 another\n02:00 /end")
    assert workspace.events(session) == before


def test_damage_costs_a_kept_rehearsal_one_command(workspace, keep):
    session = keep("00:00 /start\n01:00 a note\n01:10 another note\n02:00 /end")
    journal = workspace.home.path(session, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"a note", b"a mess"))
    found, _ = workspace.read(session)
    assert [note.text for note in found.notes.values()] == ["another note"]
    assert found.ended_at is not None


def test_a_session_that_a_crash_kept_from_the_library_is_listed_all_the_same(workspace, keep):
    session = keep(ENDED)
    workspace.home.library.unlink()
    assert [entry.session for entry in workspace.entries()] == [session]


def test_what_was_added_after_the_end_is_listed_even_if_a_crash_kept_it_from_the_library(workspace, keep):
    session = keep(ENDED)
    [before] = workspace.entries()
    with workspace.hold(session, 0) as held:
        Conductor.resume(held.journal, SystemClock(), "device").submit("+ a late note")
    [entry] = workspace.entries()
    assert (before.notes, entry.notes) == (1, 2)


def test_the_journals_of_ended_sessions_are_not_read_to_list_them(workspace, keep, monkeypatch):
    ended, unfinished = keep(ENDED), keep("00:00 /start", starts="2026-01-06 10:00")
    looked_at = []

    def read(session):
        looked_at.append(session)
        return Workspace.read(workspace, session)

    monkeypatch.setattr(workspace, "read", read)
    assert {entry.session for entry in workspace.entries()} == {ended, unfinished}
    assert looked_at == [unfinished]


def test_that_many_sessions_have_changed_is_written_once(workspace, keep, monkeypatch):
    kept = [keep(ENDED, name) for name in ("Robin Reyes", "Kim Ode", "Jo Lang")]
    for session in kept:
        os.utime(workspace.home.path(session, "journal"))
    write = SafeJson.write
    written = 0

    def count(storage, data):
        nonlocal written
        written += 1
        write(storage, data)

    monkeypatch.setattr(SafeJson, "write", count)
    assert len(workspace.entries()) == len(kept)
    assert written == 1


def test_damage_to_an_ended_session_is_told_and_its_entry_put_right(workspace, keep):
    session = keep(ENDED)
    journal = workspace.home.path(session, "journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(line for line in lines if b"a note" not in line) + b"x")
    assert [entry.notes for entry in workspace.entries()] == [0]
    assert workspace.notices == {session: f"{session}: 1 line damaged and skipped."}


def test_a_journal_that_cannot_be_read_is_named_and_the_others_are_listed(workspace, keep):
    broken, whole = (keep(ENDED, starts=f"2026-01-0{day} 10:00") for day in (5, 6))
    journal = workspace.home.path(broken, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"SessionOpened", b"SessionClosed"))
    assert workspace.reindex() == 1
    assert workspace.unreadable == [broken]
    assert [entry.session for entry in workspace.entries()] == [whole]
    with pytest.raises(OpeningLost, match="how it was opened is lost") as lost:
        workspace.read(broken)
    assert [said.partition(": ")[2] for said in lost.value.left] == ["a note"]


def test_an_opening_that_only_a_newer_version_knows_is_said_to_be_one(workspace, keep):
    session = keep(ENDED)
    journal = workspace.home.path(session, "journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[1] = framed(lines[1][9:-1].replace(b'"type":"SessionOpened"', b'"type":"SessionBegun"'))
    journal.write_bytes(b"".join(lines))
    with pytest.raises(StorageError, match="known to a newer version only"):
        workspace.read(session)


def test_wrong_settings_are_said_once_and_the_defaults_are_used(workspace, warned):
    workspace.home.root.mkdir()
    workspace.home.config.write_text('theme = "drak"\nformats = ["pdf"]\n')
    assert (workspace.config.theme, workspace.config.formats) == ("", ("md",))
    assert workspace.config is workspace.config
    assert len(warned) == 2
    assert "did you mean 'dark'?" in warned[0]
