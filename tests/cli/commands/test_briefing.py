"""Everybody is told beforehand, on paper, by mail or in a calendar."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, files_with, program, ran
from tests.preparing.briefs.agendas import HARBOUR


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(HARBOUR, "utf-8")
    return path


def test_a_panelist_is_called_by_their_id_however_it_is_written(agenda: Path):
    for name in ("BO", "Bo Ek", "bo ek"):
        assert ran("brief", agenda, "--for", name).startswith("# Bo Ek: Harbour master")
    assert ran("brief", agenda, "--for", "Lead").startswith("# Run of show")
    assert "What will happen" in ran("brief", agenda, "--for", "CANDIDATE")


def test_all_of_the_panel_are_told_in_one_document(agenda: Path):
    told = ran("brief", agenda, "--candidate", "Robin Reyes")
    assert [line for line in told.split("\n") if line.startswith("## ")][-3:] == ["## Ann Lee", "## Bo Ek", "## Cy Oz"]
    assert "Robin Reyes" in told


@pytest.mark.parametrize("format_name", ["md", "html", "text", "word", "ics"])
def test_every_format_can_be_written_and_only_its_owner_reads_it(agenda: Path, format_name: str, tmp_path: Path):
    out = tmp_path / "brief"
    run = facilitator("brief", agenda, "--for", "candidate", "--format", format_name, "--out", out)
    assert run.exit_code == 0, run.output
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert b"Zebra" not in out.read_bytes()


def test_neither_the_agenda_nor_a_file_of_somebody_else_is_replaced(agenda: Path, tmp_path: Path):
    written = agenda.read_bytes()
    for forced in ((), ("--force",)):
        run = facilitator("brief", agenda, "--out", agenda, *forced)
        assert (run.exit_code, "is what this is made from: it is never replaced." in run.output) == (2, True)
    assert agenda.read_bytes() == written
    mine = tmp_path / "mine.md"
    mine.write_text("mine", "utf-8")
    run = facilitator("brief", agenda, "--out", mine)
    assert (run.exit_code, "--force replaces it." in run.output, mine.read_text("utf-8")) == (2, True, "mine")
    assert facilitator("brief", agenda, "--out", mine, "--force").exit_code == 0
    assert mine.read_text("utf-8").startswith("# ")


def test_in_a_folder_it_gets_a_name_of_its_own(agenda: Path, tmp_path: Path):
    facilitator("brief", agenda, "--for", "bo", "--out", tmp_path)
    assert (tmp_path / "harbour-master-brief-bo.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "bob"), "nobody on the panel has the id bob. Did you mean bo?"),
        (("--starts", "soon"), "expected 10:00, or 2026-12-01 10:00"),
        (("--starts", "2026-12-01"), "expected 10:00, or 2026-12-01 10:00"),
        (("--starts", "2026-12-01T10:00+02:00"), "expected 10:00, or 2026-12-01 10:00"),
        (("--format", "word"), "--format word needs --out"),
        (("--cancel",), "--format ics --cancel"),
        (("--format", "ics", "--starts", "10:00"), "A calendar file needs the day"),
    ],
)
def test_what_cant_be_told_is_said_with_what_to_do(agenda: Path, arguments: tuple[str, ...], said: str):
    run = facilitator("brief", agenda, *arguments)
    assert run.exit_code == 2
    assert said in run.output


def test_a_brief_replaces_a_brief_and_never_its_agenda_or_what_is_somebody_elses(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    out, foreign = tmp_path / "brief.md", tmp_path / "mine.md"
    foreign.write_text("mine", "utf-8")
    for reader in ("bo", "lead"):
        ran(*data, "brief", agenda, "--for", reader, "--out", out)
    assert out.read_text("utf-8").startswith("# Run of show")
    for path in (agenda, foreign):
        run = facilitator(*data, "brief", agenda, "--out", path)
        assert run.exit_code == 2
    assert (
        "is what this is made from: it is never replaced" in facilitator(*data, "brief", agenda, "--out", agenda).output
    )
    assert (agenda.read_text("utf-8"), foreign.read_text("utf-8")) == (HARBOUR, "mine")
    ran(*data, "brief", agenda, "--out", foreign, "--force")
    assert foreign.read_text("utf-8").startswith("# Brief")


def test_briefs_are_erased_with_the_person_whether_there_was_an_interview_or_not(agenda: Path, tmp_path: Path):
    data, out = ("--data-dir", tmp_path / "data"), tmp_path / "brief.md"
    ran(*data, "brief", agenda, "--for", "bo", "--candidate", "Robin Reyes", "--out", out)
    said = ran(*data, "erase", "--candidate", "robin reyes", "--yes")
    assert said == f"Briefs:\n  {out}\nErased: 1.\n"
    assert not out.exists()
    ran(*data, "brief", agenda, "--for", "bo", "--out", out)
    ran(*data, "ready", agenda, "--as", "bo", "--candidate", "Robin Reyes")
    assert f"  with {out}\n" in ran(*data, "erase", "--candidate", "Robin Reyes", "--yes")
    assert files_with(tmp_path, "Zebra") == [agenda.name]


def test_what_was_adjusted_is_gone_with_the_session(agenda: Path, tmp_path: Path):
    """It stands in the journal only: no debrief that is written has it, and nothing is left behind."""
    script, data = tmp_path / "a.script", tmp_path / "data"
    script.write_text("00:00 /start\n05:00 /end\n", "utf-8")
    told = ran("--data-dir", data, "rehearse", agenda, "--script", script, "--keep", "--candidate", "Robin Reyes")
    assert "Zebra" not in told
    session = next((data / "sessions").glob("*.journal")).stem
    assert "Zebra reads slowly" in ran("--data-dir", data, "debrief", session, "--adjustments", "--format", "md")
    assert files_with(data, "Zebra") == [f"{session}.journal"]
    ran("--data-dir", data, "erase", session, "--yes")
    assert files_with(data, "Zebra") == []


def test_who_is_ready_is_shown_before_the_start_and_blocks_nothing(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    said = ran(*data, "ready", agenda, "--as", "bo", "--want", "Hear how they price")
    session = said.split()[-1]
    assert said.startswith("Bo Ek is ready. To begin: facilitator resume ")
    assert ran(*data, "ready", session, "--as", "ann").startswith("Ann Lee is ready.")
    assert "planned" in ran(*data, "sessions")
    told = program(*data, "resume", session, "--plain", stdin="/start\n/quit\n").stdout
    assert told.startswith("Bo Ek is ready: “Hear how they price”\nAnn Lee is ready.\nNot yet: Cy Oz.\n")
    assert "unfinished" in ran(*data, "sessions")


def test_run_goes_on_with_the_session_in_which_somebody_is_ready(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    session = ran(*data, "ready", agenda, "--as", "bo").split()[-1]
    told = program(*data, "run", agenda, "--plain", stdin="/quit\n")
    assert told.stdout.startswith("Bo Ek is ready.\nNot yet: Ann Lee, Cy Oz.\n")
    assert [one.stem for one in (tmp_path / "data/sessions").glob("*.journal")] == [session]


def test_what_is_planned_is_listed_with_its_day(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    ran(*data, "ready", agenda, "--as", "bo", "--starts", "2099-01-05 10:00")
    assert "2099-01-05 planned" in " ".join(ran(*data, "sessions").split())
    [listed] = json.loads(ran(*data, "sessions", "--json"))["sessions"]
    assert listed["planned"] == "2099-01-05T10:00:00.000Z"


def test_no_name_is_no_session(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    ran(*data, "ready", agenda, "--as", "bo")
    assert facilitator(*data, "ready", "", "--as", "bo").exit_code == 2


def test_a_stranger_opens_no_session(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    assert facilitator(*data, "ready", agenda, "--as", "zz").exit_code == 2
    assert "No interviews yet" in ran(*data, "sessions")
