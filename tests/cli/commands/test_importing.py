"""`facilitator import`: the preview, the file, what to type next."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program, ran
from tests.preparing.manuscript.office.calendars import GOOGLE

GUIDE = "# Talk\n## Hello (5 min)\n- How are you?\n## Tips\n- Be kind.\n## Work (10 min)\n- What do you do?\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guide.md"
    path.write_text(GUIDE, "utf-8")
    return path


def test_the_preview_says_of_every_line_what_it_was_taken_for(guide: Path):
    said = ran("import", guide)
    assert "7 lines: 2 segment, 2 question, 2 left out, 1 title." in said
    assert "advice to you, not a part of the interview" in said


def test_an_agenda_is_written_once_and_never_over_another(guide: Path, tmp_path: Path):
    out = tmp_path / "agenda.yaml"
    assert f"Written to {out}." in ran("import", guide, "--out", out)
    again = facilitator("import", guide, "--out", out)
    assert again.exit_code == 1
    assert "already exists" in again.output
    assert "15:00, 2 segments, 2 questions" in ran("check", out)


def test_of_several_files_each_has_its_agenda_in_a_folder(guide: Path, tmp_path: Path):
    other = tmp_path / "other.md"
    other.write_text(GUIDE, "utf-8")
    (tmp_path / "out").mkdir()
    ran("import", guide, other, "--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["guide.yaml", "other.yaml"]


def test_a_length_that_is_missing_is_asked_for_with_what_to_type(tmp_path: Path):
    path = tmp_path / "list.md"
    path.write_text("- Why?\n- How?\n", "utf-8")
    run = facilitator("import", path)
    assert run.exit_code == 2
    assert f"facilitator import {path} --as-agenda --length 45m" in run.output
    assert "1 segment, 2 questions" in ran("import", path, "--as-agenda", "--length", "20m")
    assert "1 segment, 2 questions" in ran("check", path, "--length", "20m")
    assert facilitator("import", path, "--as-agenda").exit_code == 2


def test_parts_are_listed_with_what_to_type(tmp_path: Path):
    path = tmp_path / "week.md"
    path.write_text("## Day 1\n### A (5 min)\n- Why?\n## Day 2\n### B (10 min)\n- How?\n", "utf-8")
    run = facilitator("import", path)
    assert run.exit_code == 2
    assert f"facilitator import {path} --part 2" in run.output
    assert "10:00, 1 segment" in ran("import", path, "--part", "2")
    assert "5:00, 1 segment" in ran("check", path, "--part", "Day 1")


def test_questions_are_added_to_an_agenda_and_the_others_told(guide: Path, tmp_path: Path):
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text("# ours\ntitle: T\nsegments:\n  - title: Work\n    length: 5m\n", "utf-8")
    said = ran("import", guide, "--into", agenda)
    assert "Not added: 'How are you?': no segment is titled 'Hello'." in said
    assert "1 question added." in said
    assert agenda.read_text("utf-8").startswith("# ours\ntitle: T\n")
    assert "What do you do?" in agenda.read_text("utf-8")


def test_into_a_new_file_the_agenda_stays(guide: Path, tmp_path: Path):
    agenda, out = tmp_path / "agenda.yaml", tmp_path / "new.yaml"
    agenda.write_text("title: T\nsegments:\n  - title: Work\n    length: 5m\n", "utf-8")
    before = agenda.read_text("utf-8")
    ran("import", guide, "--into", agenda, "--out", out)
    assert agenda.read_text("utf-8") == before
    assert "What do you do?" in out.read_text("utf-8")


def test_what_is_no_agenda_gets_nothing(guide: Path, tmp_path: Path):
    assert facilitator("import", guide, "--into", tmp_path / "none.yaml").exit_code == 1
    assert facilitator("import", guide, "--into", guide).exit_code == 2


def test_json_has_every_line(guide: Path):
    value = json.loads(ran("import", guide, "--json"))
    assert [line["as"] for line in value["lines"]][:3] == ["title", "segment", "question"]
    assert value["parts"] == []


def test_sections_can_be_asked_or_left_out(guide: Path):
    assert "3 segment" in ran("import", guide, "--ask", "Tips", "--length", "30m")
    assert "4 left out" in ran("import", guide, "--leave-out", "Hello (5 min)")


def test_an_invitation_becomes_an_agenda_by_a_rule_of_the_settings(tmp_path: Path, home: Path):
    invite = tmp_path / "invite.ics"
    invite.write_text(GOOGLE, "utf-8")
    run = facilitator("import", invite)
    assert run.exit_code == 2
    assert "To answer, add --agenda AGENDA" in run.output
    config = home / "library/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[invitations]\n"VP Sales" = "vp-sales-final"\n', "utf-8")
    out = tmp_path / "robin.yaml"
    assert 'facilitator run AGENDA --candidate "Robin Reyes"' in facilitator("import", invite, "--out", out).output
    assert 'starts: "2026-12-01 10:00"' in out.read_text("utf-8")


def test_an_agenda_that_isnt_there_is_told_for_an_invitation_as_well(tmp_path: Path, home: Path):
    invite = tmp_path / "invite.ics"
    invite.write_text(GOOGLE, "utf-8")
    run = facilitator("import", invite, "--agenda", "nope")
    assert (run.exit_code, run.output.startswith("Error: nope:1:1: error: ")) == (2, True)
    config = home / "library/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[invitations]\n"VP Sales" = "nope"\n', "utf-8")
    assert "the agenda 'nope' has errors" in facilitator("import", invite).output


def test_check_and_run_take_an_invitation_by_the_same_rules(tmp_path: Path, home: Path):
    invite = tmp_path / "invite.ics"
    invite.write_text(GOOGLE, "utf-8")
    config = home / "library/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[invitations]\n"VP Sales" = "vp-sales-final"\n', "utf-8")
    assert "VP Sales, final round: 1:30:00" in ran("check", invite)
    assert "with Robin Reyes" in program("run", invite, "--plain", stdin="/quit\n").stdout


def test_a_part_of_a_calendar_is_told_in_words(tmp_path: Path):
    invite = tmp_path / "invite.ics"
    invite.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "utf-8")
    run = facilitator("import", invite)
    assert run.output == f"{invite}:1:1: error: can't be read as a calendar: it is damaged, or a part of one\n"
