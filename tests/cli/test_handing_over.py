"""How a debrief is handed over: printed, written, copied, for whom."""

from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program, ran


def test_a_letter_without_a_note_says_so_beside_it(session: str):
    assert "put #share in a note to include it" in ran("debrief", session, "--for", "candidate")
    ran("amend", session, "+ clear to the last question #share")
    letter = ran("debrief", session, "--for", "candidate")
    assert "#share" not in letter
    assert "- clear to the last question" in letter


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--format", "csv"), "--format csv needs --out"),
        (("--open",), "--open needs --out"),
        (("--template", "nowhere.j2"), "nowhere.j2: No such file"),
    ],
)
def test_what_no_debrief_can_be_made_of_is_wrong_input(agenda: Path, script: Path, options: tuple[str, ...], why: str):
    answer = program("rehearse", agenda, "--script", script, *options)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert why in answer.stderr


def test_a_file_that_was_written_is_named_and_standard_output_stays_free(session: str, tmp_path: Path):
    run = facilitator("debrief", session, "--out", tmp_path / "mine.md")
    assert run.stdout == ""
    assert run.stderr == f"Written to {tmp_path / 'mine.md'}.\n"
    assert "VP Sales" in (tmp_path / "mine.md").read_text(encoding="utf-8")


def test_what_is_copied_is_in_a_file_as_well_and_is_called_what_it_is(session: str, data: Path):
    run = facilitator("debrief", session, "--format", "text", "--copy")
    assert run.exit_code == 0, run.output
    [path] = (data / "debriefs").glob("clipboard*")
    assert path.read_text(encoding="utf-8") == run.stdout
    assert str(path) in run.stderr


def test_a_folder_of_sheets_is_copied_as_what_one_can_read(session: str, data: Path, tmp_path: Path):
    run = facilitator("debrief", session, "--format", "csv", "--out", tmp_path / "sheets", "--copy")
    assert run.exit_code == 0, run.output
    assert (tmp_path / "sheets/notes.csv").exists()
    [path] = (data / "debriefs").glob("clipboard*")
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_an_existing_file_does_not_become_a_folder_of_sheets(session: str, tmp_path: Path):
    (tmp_path / "mine").write_text("before", encoding="utf-8")
    run = facilitator("debrief", session, "--format", "csv", "--out", tmp_path / "mine")
    assert run.exit_code == 1
    assert "is a file, and this export is a folder of files." in run.output
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "before"


def test_markers_begin_where_the_interview_does_in_the_recording(session: str):
    labels = ran("debrief", session, "--format", "audacity", "--at", "00:03:12")
    assert labels.startswith("192.000000\t")
    assert ran("debrief", session, "--format", "chapters").startswith("00:00:00 1 ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "webvtt", "--at", "soon"], "--at: “soon” is no time in a recording"),
        (["--format", "html", "--at", "3:12"], "--format html marks none"),
        (["--at", "3:12"], "--format md marks none"),
    ],
)
def test_a_start_that_means_nothing_is_refused(session: str, arguments, said):
    done = facilitator("debrief", session, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
