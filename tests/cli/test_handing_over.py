"""How a debrief is handed over: printed, written, copied, for whom."""

import errno
import os
import sys
from pathlib import Path

import pytest

from facilitator.files import durable
from tests.cli.shell import facilitator, program, ran
from tests.disks import FailingFiles
from tests.reports.exported import said


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
        (("--format", "word"), "--format word needs --out: it can't be printed."),
        (("--format", "word", "--template", "mine.j2", "--out", "mine.docx"), "--template makes a text"),
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


def test_a_word_file_is_written_and_copied_as_what_it_can_be_pasted_as(session: str, data: Path, tmp_path: Path):
    run = facilitator("debrief", session, "--format", "word", "--brief", "--out", tmp_path / "mine.docx", "--copy")
    assert run.exit_code == 0, run.output
    assert "\nStill open\n" in said((tmp_path / "mine.docx").read_bytes())
    assert "\nEvidence\n" not in said((tmp_path / "mine.docx").read_bytes())
    kept = {path.suffix: path.read_text(encoding="utf-8") for path in (data / "debriefs").glob("clipboard*")}
    assert "<h2>Still open</h2>" in kept[".html"]
    assert "STILL OPEN" in kept[".txt"]


@pytest.mark.parametrize("out", ["notes", "notes.txt"])
def test_a_note_that_no_vault_would_show_is_not_written(session: str, tmp_path: Path, out: str):
    run = facilitator("debrief", session, "--format", "vault", "--out", tmp_path / out)
    assert (run.exit_code, (tmp_path / out).exists()) == (2, False)
    assert f"{tmp_path / out} isn't a folder: name that of your vault, or a note that ends in .md." in run.output


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left_there(
    session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(descriptor: int, data: bytes) -> None:
        os.close(descriptor)
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "vault").mkdir()
    monkeypatch.setattr(durable, "write_synced", full)
    run = facilitator("debrief", session, "--format", "vault", "--out", tmp_path / "vault")
    assert run.exit_code == 1
    assert f"{tmp_path / 'vault'} could not be written: No space left on device." in run.output
    assert list((tmp_path / "vault").iterdir()) == []


def test_with_a_full_data_disk_it_is_written_elsewhere_and_what_will_not_be_erased_is_told(
    session: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    full = FailingFiles(lambda path: path.is_relative_to(data))
    monkeypatch.setattr(durable, "write_all", full.write_all)
    (tmp_path / "elsewhere").mkdir()
    mine = tmp_path / "elsewhere/mine.md"
    run = facilitator("debrief", session, "--out", mine)
    assert run.exit_code == 0, run.output
    assert "VP Sales" in mine.read_text(encoding="utf-8")
    assert list((tmp_path / "elsewhere").iterdir()) == [mine]
    assert f"Written to {mine}." in run.stderr
    assert f"Erasing {session} won't erase {mine}: " in run.stderr


def test_a_note_goes_into_the_folder_of_the_vault(session: str, tmp_path: Path):
    facilitator("debrief", session, "--format", "vault", "--out", tmp_path)
    [note] = tmp_path.glob("*-vault.md")
    assert note.read_text(encoding="utf-8").startswith("---\ntitle: ")


def test_a_note_in_a_vault_is_written_anew_and_one_that_was_edited_stays_as_it_is(session: str, tmp_path: Path):
    to_vault = ("debrief", session, "--format", "vault", "--out", tmp_path)
    facilitator(*to_vault)
    facilitator("amend", session, "+ her references are in")
    facilitator(*to_vault)
    [note] = tmp_path.glob("*-vault*.md")
    assert "her references are in" in note.read_text(encoding="utf-8")
    note.write_text("mine", encoding="utf-8")
    facilitator(*to_vault)
    assert note.read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.glob("*-vault*.md"))) == 2


def test_without_its_library_word_says_how_to_get_it(session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    run = facilitator("debrief", session, "--format", "word", "--out", tmp_path / "mine.docx")
    assert (run.exit_code, list(tmp_path.glob("*.docx"))) == (1, [])
    assert "Word can be written with an extra: install the program as '.[formats]' instead of '.'" in run.output


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


def test_what_is_not_ours_is_replaced_by_force_alone(session: str, tmp_path: Path):
    mine = tmp_path / "mine.md"
    mine.write_text("a letter to my mother")
    refused = facilitator("debrief", session, "--out", mine)
    assert (refused.exit_code, mine.read_text()) == (2, "a letter to my mother")
    assert f"--out: {mine} already exists" in refused.stderr
    ran("debrief", session, "--out", mine, "--force")
    assert mine.read_text().startswith("# ")


def test_what_the_program_wrote_is_written_anew_until_somebody_edits_it(session: str, tmp_path: Path):
    path = tmp_path / "mine.md"
    for options in ([], ["--redact"], []):
        ran("debrief", session, "--out", path, *options)
    path.write_text(path.read_text() + "And a word of mine.\n")
    assert facilitator("debrief", session, "--out", path).exit_code == 2
    assert path.read_text().endswith("And a word of mine.\n")


def test_what_it_is_made_from_is_not_replaced_by_force_either(tmp_path: Path, session: str, data: Path):
    agenda, script, template = (tmp_path / name for name in ("agenda.yaml", "script", "t.j2"))
    template.write_text("{{ session.title }}")
    (journal,) = data.rglob(f"{session}.journal")
    for source in (agenda, script):
        played = facilitator("rehearse", agenda, "--script", script, "--out", source, "--force")
        assert (played.exit_code, "it is never replaced" in played.stderr) == (2, True)
    for source in (template, journal):
        before = source.read_bytes()
        done = facilitator("debrief", session, "--template", template, "--out", source, "--force")
        assert (done.exit_code, source.read_bytes()) == (2, before)


def test_nor_is_the_agenda_file_that_a_session_came_from(tmp_path: Path):
    agenda = tmp_path / "mine.yaml"
    agenda.write_text("title: Mine\npanel: [{id: ann, name: Ann}]\nsegments: [{title: Talk, length: 15m}]\n")
    facilitator("run", agenda, "--plain", typed="/start\n/end\n\n/quit\n")
    refused = facilitator("debrief", "--out", agenda, "--force")
    assert (refused.exit_code, "it is never replaced" in refused.stderr) == (2, True)
    assert agenda.read_text().startswith("title: Mine")


def test_a_link_leads_to_the_same_refusal(session: str, tmp_path: Path, data: Path):
    (journal,) = data.rglob(f"{session}.journal")
    (tmp_path / "link.md").symlink_to(journal)
    assert facilitator("debrief", session, "--out", tmp_path / "link.md", "--force").exit_code == 2
    assert journal.stat().st_size
