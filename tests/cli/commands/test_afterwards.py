"""After the interview: late notes, everything about a person handed over, a session taken in."""

import json
import stat
import zipfile
from pathlib import Path

import pytest

from tests.cli.kept import AGENDA, CANARY
from tests.cli.shell import facilitator, ran


def report(session: str) -> dict:
    return json.loads(ran("debrief", session, "--format", "json"))


def test_a_late_note_is_added_and_marked(session: str):
    assert ran("amend", session, "+ sent the plan #pipeline", "--as", "cfo") == "Kept, strength, #pipeline.\n"
    note = report(session)["notes"][-1]
    assert (note["text"], note["author"], note["late"], note["segment"]) == (
        "sent the plan #pipeline",
        "cfo",
        True,
        None,
    )
    assert report(session)["session"]["clock_marks"] == []


def test_a_late_concern_needs_no_double_dash(session: str):
    assert ran("amend", session, "- hasn't called back", "--as", "cfo") == "Kept, concern.\n"
    assert "No such option" in facilitator("amend", "--whose", "- hasn't called back").stderr


def test_without_a_session_it_goes_to_the_one_used_last_and_says_so(session: str):
    named = facilitator("amend", "kim", "+ came back with a plan")
    assert (named.exit_code, named.stderr.startswith("Session: ")) == (0, True)
    last = named.stderr.split()[1]
    done = facilitator("amend", "+ sent the plan")
    assert (done.stdout, done.stderr) == ("Kept, strength.\n", f"Session: {last}\n")
    assert [note["text"] for note in report(last)["notes"][-2:]] == ["came back with a plan", "sent the plan"]


def test_what_was_forgotten_is_asked_for_and_quotes_as_well(session: str):
    assert "What is to be added to" in facilitator("amend", session).stderr
    assert "Put the note in quotes" in facilitator("amend", session, "sent", "the plan").stderr


def test_an_answer_that_was_owed_can_be_settled(session: str):
    assert "1, 1 overdue" in ran("sessions")
    assert "Overdue: an answer to Robin Reyes, owed since 2020-01-10" in ran("sessions")
    ran("amend", session, "/answered 1 by cfo")
    assert "overdue" not in ran("sessions").lower()


def test_an_interview_that_has_not_ended_is_resumed_not_amended(tmp_path: Path):
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "script").write_text("00:00 /start\n", "utf-8")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--keep")
    run = facilitator("amend", "2020", "late")
    assert run.exit_code == 2
    assert "hasn't ended. facilitator resume 2020" in run.output


@pytest.mark.parametrize("arguments", [("/cover 9",), ("",), ("note", "--as", "nobody")])
def test_a_wrong_amendment_is_refused(session: str, arguments):
    run = facilitator("amend", session, *arguments)
    assert (run.exit_code, "Traceback" in run.output) == (2, False)


def test_a_struck_note_is_in_no_debrief(session: str):
    for name in ("md", "html", "text", "slack"):
        assert "struck zanzibar" not in ran("debrief", session, "--format", name)


def test_everything_about_a_person_is_handed_over_and_nothing_about_others(session: str, tmp_path: Path):
    out = tmp_path / "out" / "robin.zip"
    out.parent.mkdir()
    ran("export-all", "--candidate", "robin reyes", "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with zipfile.ZipFile(out) as archive:
        content = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(content) == {f"{session}/{name}" for name in ("debrief.md", "debrief.json", f"kept/{session}.journal")}
    assert f"struck {CANARY}" in content[f"{session}/kept/{session}.journal"]
    assert "lisbon-canary" not in "".join(content.values())


def test_what_others_say_of_a_person_is_handed_over_and_nothing_else_of_theirs(session: str, tmp_path: Path):
    (tmp_path / "script").write_text("00:00 /start\n01:00 knows Robin Reyes\n01:10 of another\n02:00 /end\n", "utf-8")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--candidate", "Robyn Rayes", "--keep")
    ran("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--candidate", "Mo Li", "--keep")
    run = facilitator("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    assert "With somebody of nearly that name:" in run.output
    assert "Robyn Rayes" in run.output
    mentions = (tmp_path / "robin/mentions.md").read_text()
    assert "knows Robin Reyes" in mentions
    assert "of another" not in "".join(path.read_text() for path in (tmp_path / "robin").rglob("*") if path.is_file())


def test_what_was_handed_over_goes_with_its_session(session: str, tmp_path: Path):
    ran("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin.zip")
    ran("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    ran("erase", session, "--yes")
    assert not (tmp_path / "robin.zip").exists()
    assert not (tmp_path / "robin").exists()


def test_a_folder_will_do_and_nothing_is_overwritten(session: str, tmp_path: Path):
    ran("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    for path in (tmp_path / "robin").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    again = facilitator("export-all", "--candidate", "Robin Reyes", "--out", tmp_path / "robin")
    assert (again.exit_code, "already exists" in again.output) == (1, True)


def test_the_same_session_comes_back_from_its_json(session: str, data: Path, tmp_path: Path):
    ran("amend", session, "late")
    before = {name: ran("debrief", session, "--format", name) for name in ("md", "json", "html")}
    ran("debrief", session, "--format", "json", "--out", tmp_path / "it.json")
    refused = facilitator("import-session", tmp_path / "it.json")
    assert (refused.exit_code, "is already here" in refused.output) == (2, True)
    kept = (tmp_path / "it.json").rename(tmp_path / "moved.json")
    ran("erase", session, "--yes")
    assert ran("import-session", kept) == f"Imported: {session}\n"
    assert {name: ran("debrief", session, "--format", name) for name in before} == before
    assert "1 overdue" in ran("sessions")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"journal": [1]}'])
def test_what_is_no_session_is_not_taken_in(tmp_path: Path, content):
    (tmp_path / "it.json").write_bytes(content)
    run = facilitator("import-session", tmp_path / "it.json")
    assert (run.exit_code, "Traceback" in run.output) == (2, False)


def test_an_export_for_others_is_told_from_the_one_that_can_be_taken_in(session: str, tmp_path: Path):
    ran("debrief", session, "--format", "json", "--for", "candidate", "--out", tmp_path / "it.json")
    run = facilitator("import-session", tmp_path / "it.json")
    assert run.exit_code == 2
    assert "It has no journal." in run.output
    assert run.output.endswith("“facilitator debrief SESSION --format json” writes one.\n")


def test_a_session_with_a_path_for_a_name_is_not_taken_in(session: str, tmp_path: Path, data: Path):
    text = ran("debrief", session, "--format", "json").replace(session, "../../evil")
    (tmp_path / "it.json").write_text(text)
    run = facilitator("import-session", tmp_path / "it.json")
    assert run.exit_code in (1, 2)
    assert not list(tmp_path.rglob("*evil*"))
