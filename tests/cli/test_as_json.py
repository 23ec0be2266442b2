"""Listings for programs have in JSON what they have in their tables."""

import json
from pathlib import Path

from tests.cli.shell import facilitator, program, ran


def test_sessions_have_their_instants_in_utc_and_what_is_owed(session: str):
    value = json.loads(ran("sessions", "--json"))
    assert value["unreadable"] == []
    listed = {one["session"]: one for one in value["sessions"]}
    mine = listed[session]
    assert (mine["candidate"], mine["status"], mine["notes"]) == ("Robin Reyes", "ended", 1)
    assert mine["started"] == "2020-01-06T10:00:00.000Z"
    assert mine["ended"] == "2020-01-06T10:15:00.000Z"
    assert mine["owed"] == [{"due": "2020-01-10", "overdue": True}]
    assert len(listed) == 2
    [to_do] = value["to_do"]
    assert to_do["said"].startswith("Overdue: an answer to Robin Reyes")
    assert to_do["command"] == f"facilitator debrief {session}"


def test_an_interview_that_was_called_off_says_why(agenda: Path):
    program("run", agenda, stdin="/cancel the train is late\n")
    [called_off] = json.loads(ran("sessions", "--json"))["sessions"]
    assert (called_off["status"], called_off["cancelled"]) == ("cancelled", "the train is late")


def test_without_sessions_there_is_an_empty_list():
    assert json.loads(ran("sessions", "--json")) == {"sessions": [], "to_do": [], "unreadable": []}


def test_agendas_have_their_names_and_lengths():
    value = {one["name"]: one for one in json.loads(ran("agendas", "--json"))}
    final = value["vp-sales-final"]
    assert (final["planned_seconds"], final["segments"], final["questions"]) == (5400, 8, 11)
    assert final["panel"] == ["ceo", "cfo", "cro", "people"]
    assert sum(final["planned_seconds_by_kind"].values()) == 5400


def test_a_check_has_every_complaint_with_its_place(tmp_path: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("titel: X\nsegments:\n  - {title: A, length: 5m}\n", encoding="utf-8")
    run = facilitator("check", wrong, "--json")
    assert run.exit_code == 2
    value = json.loads(run.output)
    assert (value["ok"], value["agenda"]) == (False, None)
    [misspelt] = [one for one in value["complaints"] if one["hint"] == "title"]
    assert (misspelt["file"], misspelt["line"], misspelt["severity"]) == (str(wrong), 1, "error")


def test_a_sound_agenda_is_ok():
    value = json.loads(ran("check", "vp-sales-final", "--json"))
    assert (value["ok"], value["complaints"]) == (True, [])
    assert value["agenda"]["title"] == "VP Sales, final round"


def test_a_file_that_is_not_there_is_a_complaint_like_any_other():
    answer = program("check", "nowhere.yaml", "--json")
    assert answer.returncode == 2
    assert json.loads(answer.stdout)["complaints"][0]["severity"] == "error"
